# SPDX-License-Identifier: Apache-2.0
"""Documents that speak: whose they are, who has only seen them, and which of them "the document" is."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.evidence import OpenField, Support
from readout.reading.statements.draft import SPEAKERS, Draft
from readout.reading.statements.relays import is_outlet
from readout.resources import channel_of, sector_of_noun

__all__ = [
    "Who",
    "author_of",
    "document_at",
    "find_author",
    "give_documents",
    "mention_of",
    "settle_documents",
    "without_witnesses",
]

Who = tuple[WordRange, Entity]

_ISSUED = frozenset(
    "issued posted released published signed sent circulated written put distributed read tweeted drafted".split()
)
_NEAR = 7  # words from "issued" to "by": "posted on its website late on Friday by"
_FILED = frozenset("unsealed filed lodged dated released published issued submitted delivered circulated".split())
_SEEN = frozenset("seen obtained reviewed viewed leaked shown handed given".split())
_ANY = frozenset("document documents text paper papers statement message post".split())  # of whatever was written
_WRITTEN = frozenset(
    "statement letter report document court_filing email message article social_post tweet book".split()
)
_COLUMNS = frozenset(
    {"article", "book", "tweet", "social_post", "letter", "email"}
)  # of which nobody speaks as of "the text"
_RUN = frozenset("run owned edited led founded controlled backed".split())
_WHOSE = frozenset("its his her their".split())
_BACK = 2  # paragraphs from "the document" back to where it was spoken of


def document_at(start: int, scene: Scene) -> int | None:
    """Return the noun of a document that a phrase begins with: "a written [statement] by the ministry"."""
    for word in range(start, min(start + _TITLE, len(scene.encoding.words))):
        if scene.syntax.upos[word] == "NOUN" and channel_of(scene.noun_at(word).split("-")) is not None:
            return word
        is_named = scene.syntax.upos[word] in {"DET", "ADJ", "NOUN", "NUM", "PRON"} or scene.lower(word) == "-"
        if not is_named and scene.lower(word) not in _SEEN:  # "a leaked report"
            return None
    return None


_TITLE = 6  # words of a document: "an unpublished 94-page interim report"


def author_of(document: int | None, scene: Scene) -> Who | None:
    """Return whose a document is: "a statement by [the ministry]"."""
    if document is None or document + 2 >= len(scene.encoding.words):
        return None
    return scene.mention_at(document + 2) if scene.lower(document + 1) in {"by", "from", "of"} else None


def mention_of(words: WordRange | None, scene: Scene) -> Who | None:
    """Return some words with whom they stand for."""
    entity = scene.directory.of_words(*words) if words else None
    return (words, entity) if words and entity else None


def find_author(draft: Draft, scene: Scene, source: int) -> None:
    """Read a document for its author: "Austin's tweet", "a statement by the ministry"."""
    if draft.source is None:
        return
    start, end = draft.source
    small = next((w for w in range(start, end) if scene.syntax.upos[w] == "ADP" and w > start), end)
    noun = small - 1
    if noun != scene.syntax.noun_of(start, end) and any(scene.lower(w) in {"who", "whose"} for w in range(start, noun)):
        return  # "the minority leader, who moved the [motion]"
    while noun > start and scene.syntax.upos[noun] == "VERB":  # "a statement posted on Facebook"
        noun -= 1
    kind = channel_of([scene.lower(noun)])
    if kind is not None and noun > start and scene.encoding.words[noun - 1].islower():
        kind = channel_of([scene.lower(noun - 1), scene.lower(noun)])  # "the text" is no message
    if scene.syntax.upos[noun] == "PROPN" and _is_in_name(noun, scene):
        return  # "The Wall Street Journal" is no book, and the Geological Survey no poll
    if kind is None or scene.syntax.upos[noun] not in {"NOUN", "PROPN"}:
        return
    if sector_of_noun(scene.lower(noun)) is not None:  # "the court": a channel in "told the court", a speaker here
        return
    if scene.lower(noun) == "text" and small < end and scene.lower(small) == "of":
        kind = "document"  # "the text of the accord" is no message
    draft.channel = kind
    draft.because.append(Support("channel", "the source is a document", None, (scene.encoding.spans[noun],)))
    is_owned = noun > start and scene.lower(noun - 1) in {"’s", "'s", "’", "'"}
    # Not the mention that begins there: that may be the document itself, "[Austin's tweet]".
    owners = [mention_of((start, noun - is_owned), scene)] if is_owned or noun - start == 1 else []
    is_seen = any(scene.lower(w) in _SEEN for w in range(noun + 1, small))
    if small < end and scene.lower(small) in {"by", "from", "of"} and not is_seen:
        owners.append(scene.mention_at(small + 1))
    owners.append(_issued_by(scene, noun))
    if small + 2 < end and scene.lower(small) == "on" and scene.lower(small + 1) in _WHOSE:
        whose = scene.directory.at_head(small + 1)  # "a statement on [its] website"
        owners.append(((small + 1, small + 2), whose) if whose is not None else None)
    for owner in owners:
        if owner is not None and owner[0][0] != noun and owner[1].type != "other":
            draft.speaker = owner[1]
            draft.because.append(Support("speaker", "author of the document", None, (scene.span(owner[0]),)))
            return


def _is_in_name(word: int, scene: Scene) -> bool:
    """Tell whether a word is part of the name of a body, or of a person: "Sir Vince [Cable]"."""
    found = scene.directory.at_head(word) or scene.directory.of_words(word, word + 1)
    is_named = found is not None and found.type in {"organisation", "person"} and found.name is not None
    return is_named and found is not None and scene.encoding.words[word] in (found.name or "").split()


def _issued_by(scene: Scene, document: int) -> Who | None:
    """Return who put a document out: "a statement posted on Facebook by [the ministry]", "a letter signed by [both]"."""
    issued = document + 1
    if issued >= len(scene.encoding.words) or scene.lower(issued) not in _ISSUED:
        return None
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[document]]
    for word in range(issued + 1, min(issued + _NEAR, sentence.end)):
        if scene.lower(word) == "by":
            return scene.mention_at(word + 1)
        if scene.syntax.upos[word] in {"PUNCT", "VERB"}:
            return None
    return None


def without_witnesses(source: WordRange, scene: Scene) -> WordRange:
    """Leave out of a source who has only seen it, and where it lies: "A report [seen by the Herald]", "[filed in court]"."""
    start, end = source
    run = next((w for w in range(start + 2, end - 2) if scene.lower(w) in _RUN and scene.lower(w + 1) == "by"), None)
    if run is not None and scene.directory.of_words(start, run) is not None:
        return start, run  # "A newspaper [run by Lind]"
    noun = document_at(start, scene)
    behind = end if noun is None else noun + 1
    return (start, behind) if behind < end and scene.lower(behind) in _SEEN | _FILED else source


def give_documents(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a verb whose subject is a document that document for its source, and not who has seen it: "A report seen by X says"."""
    syntax = scene.syntax
    for draft in drafts:
        _part_paper(draft, scene)
        verb = scene.cue_head(draft)
        subjects = [] if verb is None else [w for w in syntax.children(verb, "nsubj") if w < verb]
        if draft.source is None or draft.cue is None or len(subjects) != 1 or subjects[0] >= draft.cue[0]:
            continue
        words = [w for w in syntax.subtree(subjects[0]) if w < draft.cue[0]]
        start, end = words[0], words[-1] + 1
        noun = document_at(start, scene)
        inside = start < draft.source[0] and draft.source[1] <= end == draft.cue[0]
        if noun == subjects[0] and inside and scene.lower(noun + 1) in _SEEN:
            draft.take_source((start, end), "the document that says so")
            draft.contents = [c for c in draft.contents if not start <= c[0] < end] or draft.contents


def _part_paper(draft: Draft, scene: Scene) -> None:
    """Part who speaks from the paper in front: "In a lawsuit filed in the county court, [the conductor, Ada Lind,] alleges"."""
    start, end = draft.source or (0, 0)
    if (
        draft.cue is None
        or end > draft.cue[0]
        or end - start < _TITLE
        or scene.lower(start - 1) != "in"
        or document_at(start, scene) is None
    ):
        return
    comma = next((w for w in range(start + 1, end - 1) if scene.encoding.words[w] == ","), None)
    found = None if comma is None else scene.mention_at(comma + 1)
    if comma is not None and found is not None and found[1].type in SPEAKERS:
        draft.take_source((comma + 1, end), "who speaks behind the paper")


def settle_documents(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give what a document says, of which the report has spoken before, to whose it is: "“…”, [the document] reads"."""
    last: list[tuple[int, Draft]] = []
    papers: list[tuple[int, Draft]] = []
    for draft in sorted(drafts, key=lambda d: (d.cue or d.contents[0])[0]):
        line = scene.lines[(draft.cue or draft.contents[0])[0]]
        known = None if draft.speaker is not None and draft.speaker.type != "other" else _document(draft, scene)
        if known is not None:
            near = _spoken_of(known, line, draft, last)
            if near is not None and near.speaker is not None:
                _give_author(draft, near, near.speaker, scene)
        _put_out_before(draft, scene)
        paper = _paper_of(draft, papers, line, scene)
        if paper is not None:
            _give_author(draft, paper, paper.speaker if _says_itself(paper, scene) else None, scene)
        if draft.channel in _WRITTEN and (_says_itself(draft, scene) or _in_paper(draft, scene)):
            papers.append((line, draft))
        if draft.channel in _WRITTEN and draft.speaker is not None and draft.speaker.type != "other":
            last.append((line, draft))


def _paper_of(draft: Draft, papers: Sequence[tuple[int, Draft]], line: int, scene: Scene) -> Draft | None:
    """Return the statement of the document that "it" goes back to: "In the memo, officials warn of it. [It] says that …"."""
    is_it = draft.source is not None and [scene.lower(w) for w in range(*draft.source)] == ["it"]
    if not is_it or draft.source is None or not papers or papers[-1][0] != line:
        return None
    before = papers[-1][1]
    at = before.cue or before.contents[0]
    is_next = scene.syntax.sentence_of[draft.source[0]] == scene.syntax.sentence_of[at[0]] + 1
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[at[0]]]
    speaker = draft.speaker
    is_open = (
        speaker is None
        or speaker.type == "other"
        or (is_outlet(speaker) and speaker is not before.speaker)
        or not any(sentence.start <= mention.head < sentence.end for mention in speaker.mentions)
    )
    return before if is_next and is_open else None


def _put_out_before(draft: Draft, scene: Scene) -> None:
    """Give what "it" reads to who put it out: "[Odinga] has put out [a statement]. “We disagree,” it reads"."""
    verb, syntax = scene.cue_head(draft), scene.syntax
    is_it = draft.source is not None and scene.encoding.lower[slice(*draft.source)] == ("it",)
    if verb is None or not is_it or draft.source is None or scene.lower(verb) not in {"reads", "read"}:
        return
    number = syntax.sentence_of[min(draft.source[0], draft.start)] - 1
    if number < 0:
        return
    before = syntax.sentences[number]
    main = next((w for w in range(before.start, before.end) if syntax.heads[w] == w), before.start)
    nouns = [w for w in syntax.children(main, "obj") if channel_of([scene.lower(w)]) in _WRITTEN]
    subjects = syntax.children(main, "nsubj")
    found = scene.entity_of(subjects[0]) if subjects else None
    if nouns and found is not None and found.type in SPEAKERS:
        draft.channel = channel_of([scene.lower(nouns[0])])
        draft.speaker = found
        draft.undecided = [o for o in draft.undecided if o.field != "speaker"]
        draft.because = [support for support in draft.because if support.field not in {"speaker", "channel"}]
        where = (scene.span((main, nouns[0] + 1)),)
        draft.because += [
            Support(field, "put out in the sentence before", None, where) for field in ("speaker", "channel")
        ]


def _says_itself(draft: Draft, scene: Scene) -> bool:
    """Tell whether the source of a statement is the document that it stands in: "the indictment says"."""
    return draft.source is not None and document_at(draft.source[0], scene) is not None


def _in_paper(draft: Draft, scene: Scene) -> bool:
    """Tell whether the sentence of a statement begins with its document: "[In the memo], officials warn"."""
    start = scene.sentence_start((draft.cue or draft.contents[0])[0])
    return scene.lower(start) == "in" and document_at(start + 1, scene) is not None


def _spoken_of(noun: str, line: int, draft: Draft, last: Sequence[tuple[int, Draft]]) -> Draft | None:
    """Return the statement of a document told last, not far above, that a noun may mean."""
    near = [before for at, before in reversed(last) if line - at <= _BACK]
    # "The statement" is rather the one called so than a post told of since.
    named = next((before for before in near if before.channel == draft.channel == noun), None)
    if named is not None:
        return named
    for before in near:
        if before.channel == draft.channel or (noun in _ANY and not (noun == "text" and before.channel in _COLUMNS)):
            return before
    return None


def _document(draft: Draft, scene: Scene) -> str | None:
    """Return the noun of a source that is only "the document", "its ruling" or the like."""
    if draft.source is None or scene.lower(draft.source[0]) not in {"the", "this", "that", "it"}:
        return None
    noun = document_at(draft.source[0], scene)
    return scene.lower(noun) if noun is not None and noun == draft.source[1] - 1 else None


def _give_author(draft: Draft, before: Draft, author: Entity | None, scene: Scene) -> None:
    where = (scene.span(before.source),) if before.source else ()
    draft.speaker = author
    draft.channel = before.channel
    draft.undecided = [o for o in draft.undecided if o.field != "speaker"]
    draft.because = [support for support in draft.because if support.field != "speaker"]
    if author is None:
        draft.undecided.append(OpenField("speaker", "whose the document spoken of before is stands nowhere", where))
    else:
        draft.because.append(Support("speaker", "author of the document spoken of before", None, where))
