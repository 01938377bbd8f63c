# SPDX-License-Identifier: Apache-2.0
"""Whose words they are: the speaker behind the source, and those who pass the words on.

The model gives a source; the tree tells whether it is the speaker ("Haines"), a document of the speaker's
("Austin's tweet"), or somebody who relays ("TASS said, quoting the ministry").
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.attributions.attribution import WordRange
from readout.reading.clauses.arguments import QUOTING, is_passive
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.entities import Entity
from readout.reading.evidence import OpenField, Support
from readout.reading.statements.asked import free_the_told
from readout.reading.statements.askedwords import POLLED
from readout.reading.statements.bareparticiples import is_bare_participle
from readout.reading.statements.channels import listener_at
from readout.reading.statements.documents import Who, author_of, document_at, find_author, mention_of, without_witnesses
from readout.reading.statements.draft import Draft
from readout.reading.statements.hearings import free_the_hearers
from readout.reading.statements.negatedsayings import is_nobody
from readout.reading.statements.relays import is_outlet, is_platform
from readout.reading.statements.speakingpronouns import is_main_subject
from readout.resources import channel_of, sector_of_noun

__all__ = ["give_own_sources", "give_relatives_sources", "resolve_speaker", "share_sources"]

_APPOSITION = 12  # words at most: "the head of the foreign affairs committee in parliament"


def resolve_speaker(draft: Draft, scene: Scene) -> None:
    """Fill speaker, relays and, where the source is a document, the channel of a draft."""
    if draft.speaker is not None or (draft.verbatim and draft.undecided):  # a question of a transcript
        return
    verb = scene.cue_head(draft)
    _part_bearer(draft, scene)
    source = _source_head(draft, scene, verb)
    if source is None and draft.cue is None and _by_sentence_before(draft, scene):
        return
    if source is None:
        draft.undecided.append(OpenField("speaker", "the report names no source for these words"))
        return
    if _by_quoting(draft, scene):
        return
    find_author(draft, scene, source)
    if draft.speaker is None:
        by_words = draft.source is not None and not _is_relative(draft.source, scene)
        found = (
            scene.speaker_in(_without_members(without_witnesses(draft.source, scene), scene))
            if draft.source and by_words
            else scene.entity_of(source)
        )
        paper = document_at(draft.source[0], scene) if draft.source else None
        if (
            paper is not None
            and is_outlet(found)
            and found is not None
            and not any(m.head == paper for m in found.mentions)
        ):
            found = None  # "a decree read out on state television"
        if found is not None and draft.source and is_nobody(draft.source, scene):
            draft.undecided.append(OpenField("speaker", "nobody says it", (scene.span(draft.source),)))
        elif found is None:
            draft.undecided.append(
                OpenField("speaker", "nobody is known to stand for the source", (scene.span(scene.phrase(source)),))
            )
        else:
            _set_speaker(draft, scene, found, source, "the source's noun phrase")
    _by_outlet(draft, scene)
    _by_bearer(draft, scene)


def _by_sentence_before(draft: Draft, scene: Scene) -> bool:
    """Give a quotation that stands alone to the person of whom the sentence before it tells: "Petrova was unmoved. “No,”"."""
    syntax = scene.syntax
    number = syntax.sentence_of[draft.start]
    before = syntax.sentences[number - 1] if number and syntax.sentences[number].start >= draft.start - 1 else None
    if before is None or scene.lines[before.start] != scene.lines[draft.start]:
        return False
    subjects = [w for w in range(before.start, before.end) if is_main_subject(w, scene)]
    person = scene.entity_of(subjects[0]) if subjects else None
    if person is None or person.type != "person":
        return False
    _set_speaker(draft, scene, person, subjects[0], "the subject of the sentence before")
    return True


def _set_speaker(draft: Draft, scene: Scene, speaker: Entity, head: int, rule: str) -> None:
    draft.speaker = speaker
    draft.because.append(Support("speaker", rule, None, (scene.span(scene.phrase(head)),)))


def _source_head(draft: Draft, scene: Scene, verb: int | None) -> int | None:
    """Return the source's head word; without a source, the subject of the cue, which then becomes the source."""
    if draft.source is not None and verb is not None and _is_accused(draft, scene, verb):
        draft.source = None
        return None
    if verb is not None:
        free_the_told(draft, verb, scene)
        if free_the_hearers(draft, verb, scene):
            return None
    if draft.source is not None and verb is not None and _is_object(draft, scene, verb):
        draft.source = _parted_subject(draft, scene)
    if draft.source is not None and _is_relative(draft.source, scene):
        antecedent = _antecedent(draft.source[0], scene)
        return antecedent if antecedent is not None else scene.head_of(draft.source)
    if draft.source is not None:
        nearer = None if verb is None else _nearer_subject(draft.source, scene, verb)
        if nearer is not None:
            draft.take_source(nearer, "subject of the cue")
        if nearer is not None and _is_relative(nearer, scene):
            return _antecedent(nearer[0], scene) or nearer[0]
        return scene.head_of(nearer or draft.source)
    is_told = verb is not None and (is_passive(scene, verb) or is_bare_participle(scene, verb))
    if verb is None or scene.syntax.upos[verb] not in VERBAL or is_told:
        return None  # who "was expected to meet him" expects nothing
    subject = scene.subject(verb)
    if subject is None or draft.holds(subject) or scene.syntax.upos[subject] in VERBAL:
        return None
    if scene.lower(subject) in {"who", "which"} and scene.syntax.is_relation(verb, "acl:relcl"):
        draft.source = subject, subject + 1  # "the ministry, [which] asked how he could know"
        return _antecedent(subject, scene)
    if scene.directory.of_words(*scene.phrase(subject)) is None:
        return None
    draft.source = scene.phrase(subject)
    return subject


def _is_doing_other(word: int, verb: int, scene: Scene) -> bool:
    """Tell whether a word is the subject of another verb, behind a stop: "Oslo says; [Bern] accuses its neighbour"."""
    syntax = scene.syntax
    stops = any(scene.encoding.words[w] in {";", ":"} for w in range(verb + 1, word))
    return stops and syntax.is_relation(word, "nsubj") and syntax.heads[word] != verb


def _is_accused(draft: Draft, scene: Scene, verb: int) -> bool:
    """Tell whether the source that the model chose is whom somebody accuses, in a headline: "Mayor accused of [lying]"."""
    if draft.source is None or draft.source[1] != verb or scene.lower(verb) not in _ACCUSED:
        return False
    return scene.lower(verb + 1) in {"of", "by", "as"} and not scene.syntax.children(verb, "obj", "iobj", "aux")


_ACCUSED = frozenset("accused suspected".split())


def _shared_subject(scene: Scene, verb: int, *, is_far: bool = False) -> WordRange | None:
    """Return the subject that a cue shares with the verb that it goes on: "[Thousands] gathered, waving flags and chanting".

    Where the labels have a source of another sentence, any verb that is joined to one does: "[Oslo] called for talks and voiced".
    """
    is_joined = is_far and scene.syntax.is_relation(verb, "conj")
    shares = is_joined or (scene.syntax.is_relation(verb, "conj", "advcl") and scene.lower(verb).endswith("ing"))
    subject = scene.subject(verb) if shares else None
    if subject is None or subject > verb or scene.syntax.sentence_of[subject] != scene.syntax.sentence_of[verb]:
        return None
    words = scene.phrase(subject)
    return words if scene.directory.of_words(*words) is not None else None


def _nearer_subject(source: WordRange, scene: Scene, verb: int) -> WordRange | None:
    """Return the cue's own subject where the source is that of a verb before: "Oslo urged calm, and [Turkey], which …, said"."""
    syntax = scene.syntax
    first = scene.head_of(source)
    is_later = syntax.sentence_of[first] > syntax.sentence_of[verb]  # linked to a source of a later sentence
    if is_later or (first > verb and _is_doing_other(first, verb, scene)):
        own = [w for w in syntax.children(verb, "nsubj") if w < verb]
        if is_later and not own and syntax.is_relation(verb, "advcl", "conj"):
            return _shared_subject(scene, verb, is_far=True)  # "[Moscow] pulled out in July, saying that"
    else:
        own = [w for w in syntax.children(verb, "nsubj") if source[1] <= w < verb]
        if not own and syntax.sentence_of[first] < syntax.sentence_of[verb]:
            return _shared_subject(scene, verb, is_far=True)
        if syntax.sentence_of[first] == syntax.sentence_of[verb]:
            own = [w for w in own if syntax.children(w, "acl:relcl")]
        if not own and (shared := _around_outlet(first, verb, scene)) is not None:
            return shared
        if not syntax.is_relation(first, "nsubj") or (own and syntax.heads[first] in {verb, own[0]}):
            return None
    if not own:
        return None
    if is_later and scene.lower(own[-1]) in {"who", "which"}:
        return own[-1], own[-1] + 1
    words = scene.phrase(own[-1])
    return words if scene.directory.of_words(*words) is not None else None


def _around_outlet(first: int, verb: int, scene: Scene) -> WordRange | None:
    """Return the subject around an outlet that only passes on: "[Sabri] called him a liar, the radio reported, and warned B"."""
    syntax, words = scene.syntax, scene.encoding.words
    teller = syntax.heads[first]
    near = range(teller + 1, min(teller + 4, len(words) - 1))  # "reported on Monday,"
    comma = next((w for w in near if words[w] == ","), teller)
    is_aside = syntax.is_relation(first, "nsubj") and comma > teller and scene.lower(comma + 1) in {"and", "but"}
    found = scene.directory.of_words(*scene.phrase(first)) if is_aside else None
    if (
        found is None
        or not is_outlet(found)
        or verb not in {comma + 2, comma + 3}
        or words[scene.phrase(first)[0] - 1] != ","
    ):
        return None
    before = range(scene.sentence_start(first), first)
    subjects = [w for w in before if syntax.relations[w] == "nsubj" and scene.cue_at(syntax.heads[w]) is not None]
    subjects = [w for w in subjects if syntax.heads[w] < first]
    return scene.phrase(subjects[0]) if subjects and scene.entity_of(subjects[0]) is not None else None


def give_own_sources(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a cue within what somebody says its own subject: "Modi spoke to both, [urging them to stop], Delhi said".

    The source that the labels give is that of the words around it, or stands in another sentence.
    """
    holding: dict[int, list[Draft]] = {}
    for draft in drafts:
        for word in (w for content in draft.contents for w in range(*content)):
            holding.setdefault(word, []).append(draft)
    for draft in drafts:
        verb = scene.cue_head(draft) if draft.source is not None else None
        subject = scene.subject(verb) if verb in holding and verb is not None else None
        if verb is None or draft.source is None or subject is None or draft.holds(subject):
            continue
        is_far = scene.syntax.sentence_of[draft.source[0]] != scene.syntax.sentence_of[verb]
        for outer in holding[verb]:
            is_other = outer is not draft and outer.cue not in {None, draft.cue} and outer.holds(subject)
            if is_other and (is_far or outer.source == draft.source):
                draft.take_source(scene.phrase(subject), "subject of the cue")
                break


def give_relatives_sources(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give the second verb of a relative clause its "who": "A thanked B, [who] had called him and [warned] that", not A.

    Where the clause has a verb that comes first, the labels take the subject of the sentence now and then.
    """
    for draft in drafts:
        verb = scene.cue_head(draft) if draft.source is not None else None
        if verb is None or draft.source is None or not scene.syntax.is_relation(verb, "conj"):
            continue
        first = scene.syntax.heads[verb]
        who = next((w for w in scene.syntax.children(first, "nsubj") if scene.lower(w) == "who"), None)
        if who is None or scene.syntax.relations[first] != "acl:relcl" or not first < verb:
            continue
        if draft.source[1] <= scene.syntax.heads[first] < who and scene.lower(who - 1) == ",":
            draft.take_source((who, who + 1), "who of the relative clause")


def share_sources(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give a cue without a source that of the statement whose content holds its subject.

    "[The panel] found that he had lied, and recommended …": the tree hangs the second verb on the nearer subject, but he
    would be inside the panel's words, and the second verb is not.
    """
    holder = {w: draft for draft in drafts for content in draft.contents for w in range(*content)}
    for draft in drafts:
        verb = scene.cue_head(draft) if draft.source is None else None
        subject = scene.subject(verb) if verb is not None and scene.syntax.upos[verb] in VERBAL else None
        other = holder.get(subject) if subject is not None and subject < (draft.cue or (0, 0))[0] else None
        if other is not None and other is not draft and verb not in holder and other.source is not None:
            draft.source = other.source
            draft.because.append(Support("source", "of the statement that its clause goes on", None))


def _is_relative(source: WordRange, scene: Scene) -> bool:
    return source[1] - source[0] == 1 and scene.lower(source[0]) in {"who", "which", "that", "whom"}


def _antecedent(pronoun: int, scene: Scene) -> int | None:
    """Return the noun that a relative pronoun goes back to: the one that its clause hangs on."""
    clauses = (w for w in scene.syntax.ancestors(pronoun) if scene.syntax.is_relation(w, "acl"))
    antecedent = next((scene.syntax.heads[w] for w in clauses), None)
    found = None if antecedent is None else scene.entity_of(antecedent)
    if found is not None and not (found.type == "person" and scene.lower(pronoun) == "which"):
        return antecedent
    # Where the tree hangs the clause elsewhere: the noun right before the comma.
    end = pronoun - (scene.lower(pronoun - 1) == ",")
    if end > 2 and scene.syntax.upos[end - 1] == "NUM" and scene.lower(end - 2) == ",":
        end -= 2  # "[Lind], 33, who"
    before = scene.mention_before(end) if pronoun else None
    if before is not None and before[1].type == "person" and scene.lower(pronoun) == "which":
        return None  # "a picture of Amini which read"
    return antecedent if before is None else scene.head_of(before[0])


def _is_object(draft: Draft, scene: Scene, verb: int) -> bool:
    """Tell whether the source that the model chose is whom the words were told: "Dujarric told [reporters]"."""
    cue = scene.cue_at(verb)
    if draft.cue is None or draft.source is None or cue is None or cue.addressee != "obj":
        return False
    if draft.source[0] != draft.cue[1]:
        return False
    if any(w < verb for w in scene.syntax.children(verb, "nsubj")):  # "[residents] reached by telephone told the paper"
        return True
    return scene.mention_before(draft.cue[0]) is not None or _parted_subject(draft, scene) is not None


def _parted_subject(draft: Draft, scene: Scene) -> WordRange | None:
    """Return the subject that an apposition parts from its verb: "[Lind], the envoy, warned Berg that …".

    The tree often takes whom the words are told for the subject there, so the order of the words decides.
    """
    if draft.cue is None or draft.start < draft.cue[1] or draft.cue[0] < 3:
        return None
    words, last = scene.encoding.words, draft.cue[0] - 1
    if words[last] != ",":
        return None
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[last]]
    commas = [w for w in range(max(sentence.start, last - _APPOSITION), last) if words[w] == ","]
    before = scene.mention_before(commas[-1]) if commas else None
    return before[0] if before is not None and before[1].type != "other" else None


def _by_quoting(draft: Draft, scene: Scene) -> bool:
    """Read "X said, quoting Y", "X quoted Y as saying" and "Y was quoted by X as saying"."""
    around = scene.around(draft)
    inside = set(around)
    for word in around:
        if scene.lower(word) not in QUOTING or scene.syntax.upos[word] not in {*VERBAL, "ADP", "NOUN", "ADJ"}:
            continue
        if _is_of_another(word, draft, scene):
            continue
        after = scene.mention_at(word + 1) if word + 1 in inside else None
        if draft.source is not None and draft.source[0] == word + 1:
            after = mention_of(draft.source, scene) or after  # "quoted [Colonel Ri Yong] as saying"
        document = document_at(word + 1, scene)
        after = author_of(document, scene) or after
        by = _quoted_by(word, inside, scene)
        if scene.lower(word) in {"quoted", "cited"} and (by is not None or _is_passive(word, scene)):
            return _pass_on(draft, scene, word, speaker=_who_is_quoted(draft, scene, word, by), relay=by)
        if after is not None and not _is_thing(after[1]):
            relay = mention_of(draft.source, scene)
            if relay is None or relay[1] is after[1]:
                subject = scene.subject(word)
                if draft.source is not None and _is_relative(draft.source, scene):
                    subject = _antecedent(draft.source[0], scene)
                relay = (
                    (scene.phrase(subject), found)
                    if subject is not None and (found := scene.entity_of(subject))
                    else None
                )
            is_passed_on = _pass_on(draft, scene, word, speaker=after, relay=relay)
            if is_passed_on and document is not None and after[0][0] == document + 2:
                _take_document(draft, (word + 1, after[0][1]), document, scene)
            return is_passed_on
    return False


def _who_is_quoted(draft: Draft, scene: Scene, word: int, by: Who | None) -> Who | None:
    """Return who is quoted: the source, or the subject where the source that the model chose is who quotes."""
    source = mention_of(draft.source, scene)
    subjects = scene.syntax.children(word, "nsubj:pass")
    if source is None or by is None or source[1] is not by[1]:
        return source
    if not subjects:
        return _named_before(word, scene) or source
    return mention_of(scene.phrase(subjects[0]), scene)


def _named_before(word: int, scene: Scene) -> Who | None:
    """Return who stands right in front of "quoted by": "[Police sources] quoted by the agency said"."""
    return scene.mention_before(word) if scene.syntax.upos[word - 1] in {"NOUN", "PROPN"} else None


def _quoted_by(word: int, inside: set[int], scene: Scene) -> Who | None:
    """Return who quotes: "quoted by [TASS]", "quoted as saying by [TASS]"."""
    if word + 3 in inside and scene.lower(word + 1) == "as" and scene.lower(word + 2) in {"saying", "telling"}:
        word += 2
    return scene.mention_at(word + 2) if word + 2 in inside and scene.lower(word + 1) == "by" else None


def _is_of_another(word: int, draft: Draft, scene: Scene) -> bool:
    """Tell whether "citing" says whom the outlet cites that passes a saying on: "He told B so, [the paper reported, citing C]"."""
    verb = scene.cue_head(draft)
    if verb is not None and scene.syntax.heads[verb] == word and scene.syntax.is_relation(verb, "ccomp"):
        return True  # "the ministry quoted Lind as saying that [Norland] hopes …"
    told = scene.syntax.heads[word]
    subjects = scene.syntax.children(word, "nsubj")
    is_relative = bool(subjects) and scene.lower(subjects[0]) in {"which", "who", "that"}
    is_own = is_relative and _is_own_aside(subjects[0], draft, scene)
    is_behind = verb is not None and any(verb < w < word for w in subjects)
    if is_behind and word not in range(*(draft.cue or (0, 0))) and not is_own:
        return True  # "Oslo [has promised] an answer, the agency quoted Lind as saying"
    if not set(range(*(draft.cue or (0, 0)))) & {word} and is_relative and not is_own:
        return True  # "denied a report by the Times, [which quoted] an official"
    if verb is not None and verb != word and scene.cue_at(told) is not None and told in scene.syntax.ancestors(verb):
        return True  # "the radio said, citing Interpress, that [the mayor] had promised …"
    if verb is None or draft.source is None or not draft.source[0] < verb < word:
        return False
    above = next((w for w in scene.syntax.ancestors(word) if scene.cue_at(w) is not None), None)
    return above is not None and above != verb and above > verb and scene.syntax.upos[above] == "VERB"


def _is_own_aside(pronoun: int, draft: Draft, scene: Scene) -> bool:
    """Tell whether a clause tells whom an outlet cites that says it: "[Bloomberg], [which cited] two envoys, said"."""
    antecedent = _antecedent(pronoun, scene)
    start, end = draft.source or (0, 0)
    cue = draft.cue or (0, 0)
    is_behind = scene.lower(cue[0]) == "according"  # "according to [CNN], [which cited two aides]"
    is_source = antecedent is not None and start <= antecedent < end and (end <= cue[0] or is_behind)
    return is_source and pronoun <= end + 1 and is_outlet(scene.directory.of_words(start, end))


def _take_document(draft: Draft, words: WordRange, noun: int, scene: Scene) -> None:
    """Take a document that is quoted for the source and the channel: "TASS said, citing [a statement by the ministry]"."""
    draft.source = words
    draft.channel = channel_of([scene.lower(noun)])
    draft.because.append(Support("channel", "the source is a document", None, (scene.encoding.spans[noun],)))


def _is_passive(word: int, scene: Scene) -> bool:
    return any(scene.syntax.is_relation(c, "aux:pass", "nsubj:pass") for c in scene.syntax.children(word))


def _is_thing(entity: Entity) -> bool:
    return entity.type == "other"


def _pass_on(draft: Draft, scene: Scene, word: int, *, speaker: Who | None, relay: Who | None) -> bool:
    """Set the speaker and who passes the words on; nothing if there is no speaker, or both are one."""
    if speaker is None or (relay is not None and relay[1] is speaker[1]):
        return False
    rule = f"'{scene.lower(word)}'"
    draft.speaker, draft.source = speaker[1], speaker[0]
    draft.because.append(Support("speaker", f"object of {rule}", None, (scene.span(speaker[0]),)))
    if relay is not None:
        _add_relay(draft, scene, relay, f"subject of {rule}")
    return True


def _add_relay(draft: Draft, scene: Scene, relay: Who, rule: str) -> None:
    words, entity = relay
    if entity is not draft.speaker and entity not in draft.relayed_by:
        draft.relayed_by.append(entity)
        draft.because.append(Support("relayed_by", rule, None, (scene.span(words),)))


def _by_outlet(draft: Draft, scene: Scene) -> None:
    """Read "the ministry said …, TASS reported", "…, according to TASS", "…, per TASS": an outlet with a cue beside the saying."""
    around = scene.around(draft)
    inside = set(around)
    own = set(range(*draft.cue)) if draft.cue else set()
    verb = scene.cue_head(draft)
    for word in around:
        is_by = scene.lower(word + 1) == "by" if word + 1 in inside else False
        if (word in own and not is_by) or (
            is_by and scene.lower(word) in POLLED
        ):  # by whom one answers, and who passes nothing on
            continue
        if is_by and verb is not None and word != verb and word in scene.syntax.ancestors(verb):
            continue  # "was quoted by TASS as saying that the ship, Norland says, …": TASS passes on what is around
        outlet = None
        cue = scene.cue_at(word)
        if cue is not None:
            outlet = _outlet_at(word + 2, scene) if is_by and word + 2 in inside else scene.mention_before(word)
            # "and told the BBC": whom one tells passes nothing on.
            # "who sought the papers": nor does what somebody does something with.
            is_turned = not any(w < word for w in scene.syntax.children(word, "nsubj"))
            if (outlet is None or not is_outlet(outlet[1])) and cue.addressee != "obj" and is_turned:
                outlet = scene.mention_at(word + 1) if word + 1 in inside else None
        elif word + 1 in inside and (scene.lower(word - 1), scene.lower(word)) in _ACCORDING:
            outlet = _outlet_at(word + 1, scene)
        elif is_by and scene.lower(word) in _SPREAD and word + 2 in inside:
            outlet = _outlet_at(word + 2, scene)
        if outlet is None or is_platform(outlet[1]):
            continue
        if is_outlet(outlet[1]) and outlet[1] not in draft.addressees:
            _add_relay(draft, scene, outlet, f"beside the cue, '{scene.lower(word)}'")


def _by_bearer(draft: Draft, scene: Scene) -> None:
    """Read "Falk said [through a lawyer] that …" and "[Through his office], Falk said …": who bears the words passes them on."""
    verb = scene.cue_head(draft)
    for case in scene.around(draft):
        if verb is None or scene.lower(case) not in {"through", "via"}:
            continue
        noun = scene.syntax.heads[case]
        beside = draft.source is not None and draft.source[1] == case - 1
        is_told = draft.cue is not None and scene.syntax.heads[noun] in range(draft.cue[0], draft.cue[1])
        is_borne = noun > case and (scene.syntax.heads[noun] == verb or is_told or beside)
        found = scene.entity_of(noun) if is_borne else None
        if found is not None and (found.type == "person" or scene.lower(noun) in _BEARING):
            _add_relay(draft, scene, (scene.phrase(noun), found), f"'{scene.lower(case)}'")


def _without_members(source: WordRange, scene: Scene) -> WordRange:
    """Leave out of a source who is only one of those that speak, or is theirs: "Conservationists[, among them Scott,] argue"."""
    lower, (start, end) = scene.encoding.lower, source
    behind = range(start + 1, end - 1)
    member = next((w for w in behind if lower[w] in {"including", "whose"} or lower[w : w + 2] in _MEMBERS), None)
    return source if member is None else (start, member - (lower[member - 1] == ","))


_MEMBERS = {("among", "them"), ("such", "as")}


def _part_bearer(draft: Draft, scene: Scene) -> None:
    """Leave out of a source who bears its words: "[Norland], through its ambassador in Bern, Eva Brandt, voiced regret"."""
    start, end = draft.source or (0, 0)
    for word in range(start + 2, end - 1):
        if scene.lower(word) in {"through", "via"} and scene.encoding.words[word - 1] == ",":
            bearer = scene.entity_of(scene.syntax.heads[word])
            if bearer is not None and (bearer.type == "person" or scene.lower(scene.syntax.heads[word]) in _BEARING):
                draft.source = start, word - 1
            return


_BEARING = frozenset(
    "office spokesman spokeswoman spokesperson spokesmen lawyer lawyers attorney attorneys aide aides intermediary intermediaries "
    "mediator mediators diplomat diplomats envoy envoys embassy interpreter translator representative representatives".split()
)


def _outlet_at(place: int, scene: Scene) -> Who | None:
    """Return who stands at a word, an outlet also by its name behind what it is called: "the state news agency [APS]"."""
    found = listener_at(place, scene)
    last = found[0][1] if found is not None else place
    noun = sector_of_noun(scene.lower(last)) if last < len(scene.encoding.words) else None
    is_whole = last < len(scene.encoding.words) and scene.syntax.upos[last] not in {"NOUN", "PROPN"}
    is_named = is_whole or (noun is not None and noun.sector == "MED" and not noun.person)  # not "an NBC [report]"
    return found if is_named and last > place else scene.mention_at(place)


_ACCORDING = {("according", "to"), (",", "per")}
_SPREAD = frozenset("distributed relayed aired broadcast circulated disseminated".split())
