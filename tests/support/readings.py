# SPDX-License-Identifier: Apache-2.0
"""Readings made by hand: words with made-up scores, trees from small tables, entities from words.

A score is made so that its head says what the test wants and nothing else: vectors that are compared by their product
have one place for each word, so a word points at another by a 1 in that one's place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from readout.model import Heads, Scores
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Directory, Entity
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.paragraphs import paragraphs_of
from readout.reading.statements.draft import Draft
from readout.reading.trees.syntax import Sentence, Syntax
from readout.text import words_of

__all__ = [
    "LABELS",
    "RandomModel",
    "draft_of",
    "encoding_of",
    "entity_of",
    "heads_for",
    "named_in",
    "place_of",
    "scene_of",
    "syntax_of",
]


def _bioes(*kinds: str) -> tuple[str, ...]:
    return ("O", *(f"{place}-{kind}" for kind in kinds for place in "BIES"))


LABELS: Mapping[str, tuple[str, ...]] = {
    "attribution": _bioes("source", "cue", "content"),
    "names": _bioes("person", "organisation", "place", "other"),
    "mentions": ("O", "person", "organization", "place", "event", "time", "object", "abstract"),
    "upos": (
        "ADJ",
        "ADP",
        "ADV",
        "AUX",
        "CCONJ",
        "DET",
        "NOUN",
        "NUM",
        "PART",
        "PRON",
        "PROPN",
        "PUNCT",
        "SCONJ",
        "VERB",
    ),
    "relations": ("root", "nsubj", "obj", "obl", "ccomp", "amod", "det", "punct", "flat", "compound", "nmod:poss"),
}
_POINTING = (
    "arc_dependent", "arc_head", "content_first", "content_last", "cue_of_content", "cue", "source_first",
    "source_last", "anaphor", "antecedent",
)  # fmt: skip
_FEW = 400  # words of a text whose words can be linked: the width of what points grows with them
SURE = 20.0  # a score that leaves no doubt, far from what a float cannot hold


def _transitions(labels: Sequence[str]) -> NDArray[np.float32]:
    def is_legal(before: str, after: str) -> bool:
        is_open = before[0] in "BI"
        return is_open == (after[0] in "IE") and (not is_open or before[2:] == after[2:])

    return np.array([[0.0 if is_legal(a, b) else -1e4 for b in labels] for a in labels], dtype=np.float32)


def heads_for(words: int) -> Heads:
    """Return the layout of scores for a text with so many words; all learned scalars are 0."""
    widths = {head: len(labels) for head, labels in LABELS.items() if head != "relations"}
    widths |= {"sentence": 1, "boilerplate": 1, "sourceless": 1, "new_entity": 1}
    widths |= {head: len(LABELS["relations"]) for head in ("relation_of_dependent", "relation_of_head")}
    widths |= dict.fromkeys(_POINTING, max(words, 1))
    columns, at = {}, 0
    for head, width in widths.items():
        columns[head] = (at, at + width)
        at += width
    return Heads(
        name="made by hand",
        model_sha256="0" * 64,
        columns=columns,
        labels=LABELS,
        transitions={head: _transitions(LABELS[head]) for head in ("attribution", "names")},
        biases={
            "coref_distance": np.zeros(24, np.float32), "coref_match": np.zeros(8, np.float32),
            "cue_between": np.zeros(4, np.float32), "cue_distance": np.zeros(24, np.float32),
            "source_between": np.zeros(4, np.float32), "source_distance": np.zeros(24, np.float32),
        },
        scales={"arc": 1, "link": 1, "coreference": 1},
    )  # fmt: skip


def place_of(encoding: Encoding, words: str) -> tuple[int, int]:
    """Return where some words stand as a range of words: the first time, or the last time if "^" stands before them."""
    find = encoding.text.rindex if words[0] == "^" else encoding.text.index
    words = words.removeprefix("^")
    start_char = find(words)
    starts, ends = [span.start for span in encoding.spans], [span.end for span in encoding.spans]
    return starts.index(start_char), ends.index(start_char + len(words)) + 1


def encoding_of(
    text: str,
    *,
    spans: Iterable[tuple[str, str]] = (),
    names: Iterable[tuple[str, str]] = (),
    mentions: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    sentences: Iterable[str] = (),
    syntax: Syntax | None = None,
) -> Encoding:
    """Make an encoding whose heads say what they are told to.

    Args:
        text: The text.
        spans: Words with "source", "cue" or "content".
        names: Words with "person", "organisation", "place" or "other".
        mentions: Head words of descriptions and pronouns, with a type of the mention head.
        links: Each span's cue (of a content) or source (of a cue), by their words; a cue without is sourceless.
        sentences: First words of sentences, beside those that begin a line.
        syntax: The tree, if its scores are wanted.
    """
    words = tuple(words_of(text))
    heads = heads_for(len(words) if len(words) <= _FEW else 1)
    rows = np.zeros((len(words), heads.width), dtype=np.float32)
    starts = {paragraph.span.start for paragraph in paragraphs_of(text)}
    forms = tuple(word.of(text) for word in words)
    encoding = Encoding(
        text, words, forms, tuple(w.start in starts for w in words), Scores(rows, heads, ((0, len(words)),))
    )
    for head in ("attribution", "names", "mentions"):
        encoding.scores.of(head)[:, 0] = 1.0
    for marked, label in spans:
        _tag(encoding, "attribution", marked, label)
    for marked, label in names:
        _tag(encoding, "names", marked, label)
    for word, label in (mentions or {}).items():
        encoding.scores.of("mentions")[place_of(encoding, word)[0], LABELS["mentions"].index(label)] = SURE
    encoding.scores.of("sentence")[:] = -SURE
    for word in sentences:
        encoding.scores.of("sentence")[place_of(encoding, word)[0]] = SURE
    _link(encoding, dict(spans), links or {})
    if syntax is not None:
        _score_tree(encoding, syntax)
    return encoding


def _tag(encoding: Encoding, head: str, words: str, label: str) -> None:
    start, end = place_of(encoding, words)
    places = ["S"] if end - start == 1 else ["B", *"I" * (end - start - 2), "E"]
    for word, place in enumerate(places, start):
        encoding.scores.of(head)[word, LABELS[head].index(f"{place}-{label}")] = SURE


def _link(encoding: Encoding, spans: Mapping[str, str], links: Mapping[str, str]) -> None:
    of = encoding.scores.of
    of("sourceless")[:] = SURE / 2
    for words, kind in spans.items():
        first = place_of(encoding, words)[0]
        of("cue_of_content" if kind == "cue" else "source_first")[first, first] = SURE
        if words in links:
            target = place_of(encoding, links[words])[0]
            of("content_first" if kind == "content" else "cue")[first, target] = 1.0


def _score_tree(encoding: Encoding, syntax: Syntax) -> None:
    of = encoding.scores.of
    for word, (upos, head, relation) in enumerate(zip(syntax.upos, syntax.heads, syntax.relations, strict=True)):
        of("upos")[word, LABELS["upos"].index(upos)] = SURE
        of("arc_dependent")[word, head] = SURE
        of("arc_head")[word, word] = 1.0
        of("relation_of_dependent")[word, LABELS["relations"].index(relation)] = SURE
    for sentence in syntax.sentences:
        of("sentence")[sentence.start] = SURE


def syntax_of(table: str) -> Syntax:
    """Make trees of a table: one word a line with its form, part of speech, head (1-based, 0 the root) and relation.

    A blank line ends a sentence. Columns are parted by white space.
    """
    upos: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    sentences: list[Sentence] = []
    for block in table.strip().split("\n\n"):
        offset = len(upos)
        for number, line in enumerate(block.strip().splitlines()):
            _, part, head, relation = line.split()
            upos.append(part)
            heads.append(offset + (int(head) - 1 if head != "0" else number))
            relations.append(relation)
        sentences.append(Sentence(offset, len(upos)))
    return Syntax(tuple(upos), tuple(heads), tuple(relations), tuple(sentences))


def entity_of(
    encoding: Encoding,
    syntax: Syntax,
    id: str,
    *mentions: str,
    type: str = "person",
    country: str | None = None,
    sector: str | None = None,
    anonymous: bool = False,
) -> Entity:
    """Make an entity with mentions where some words stand, as `place_of` finds them."""
    found = []
    for words in mentions:
        start, end = place_of(encoding, words)
        head = next(w for w in range(start, end) if syntax.heads[w] == w or syntax.heads[w] not in range(start, end))
        form = "pronoun" if syntax.upos[head] == "PRON" else "name" if syntax.upos[head] == "PROPN" else "nominal"
        found.append(Mention(encoding.span(start, end), start, end, head, form, type, 1.0))  # type: ignore[arg-type]
    name = None if anonymous else mentions[0].removeprefix("^")
    aliases = tuple(words.removeprefix("^") for words in mentions)
    return Entity(id, type, name, aliases, (), country, sector, anonymous, tuple(found))  # type: ignore[arg-type]


def scene_of(
    text: str, table: str, entities: Mapping[str, Sequence[str] | Mapping[str, object]] | None = None
) -> Scene:
    """Make what the steps of the statements layer look at.

    Args:
        text: The text.
        table: Its trees, as `syntax_of` takes them; the forms must be the text's words.
        entities: By id, the words of the mentions, or {"mentions": words, …} with fields of an entity.
    """
    encoding, syntax = encoding_of(text), syntax_of(table)
    forms = [line.split()[0] for line in table.strip().splitlines() if line.strip()]
    if forms != list(encoding.words):
        raise ValueError(f"the table has the words {forms}, the text {list(encoding.words)}")
    made = []
    for id, given in (entities or {}).items():
        fields = dict(given) if isinstance(given, Mapping) else {"mentions": given}
        mentions = fields.pop("mentions")
        made.append(entity_of(encoding, syntax, id, *mentions, **fields))  # type: ignore[misc]
    return Scene(encoding, syntax, Directory(made, syntax))


def draft_of(
    scene: Scene, *contents: str, cue: str | None = None, source: str | None = None, confidence: float = 0.9
) -> Draft:
    """Make a draft from words of the scene's text."""
    place = {words: place_of(scene.encoding, words) for words in (*contents, cue, source) if words}
    return Draft(
        [place[words] for words in contents], place[cue] if cue else None, place[source] if source else None, confidence
    )


class RandomModel:
    """Stands where the encoder stands and gives numbers that mean nothing: for cost and form, not for sense.

    The vectors that point are no wider than the real ones, so that a long text takes no more memory.
    """

    name = "random+000000000000"
    pairs = None

    def __init__(self, *, seed: int = 0, width: int = 32, scale: float = 3.0) -> None:
        """Choose the numbers by a seed; the larger the scale, the surer the heads."""
        self.heads = heads_for(width)
        self._seed, self._scale = seed, scale

    def score(self, words: Sequence[str], line_starts: Sequence[bool]) -> Scores:
        """Return the same numbers for the same number of words."""
        chance = np.random.default_rng(self._seed)
        rows = chance.standard_normal((len(words), self.heads.width), dtype=np.float32) * np.float32(self._scale)
        return Scores(rows, self.heads, ((0, len(words)),) if words else ())


def named_in(scene: Scene, id: str) -> Entity:
    """Return the entity of a scene with this id, which the test knows to be there."""
    found = scene.directory.entity(id)
    assert found is not None
    return found
