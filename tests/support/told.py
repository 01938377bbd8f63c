# SPDX-License-Identifier: Apache-2.0
"""Short texts with parts of speech and mentions made by hand, for tests of who is who."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readout.reading.coreference.entities import Entity, find_entities
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Sentence, Syntax
from tests.support.readings import encoding_of, place_of

__all__ = ["Told", "tell"]

_FORMS = {"PRON": "pronoun", "PROPN": "name"}


class Told:
    """A text, its trees and its mentions.

    Attributes:
        encoding: The words, with scores that say nothing.
        syntax: Trees in which all hangs on the root, but for the given arcs.
        mentions: In text order.
    """

    def __init__(self, encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention]) -> None:
        self.encoding, self.syntax, self.mentions = encoding, syntax, mentions

    def entities(self, ranked: Mapping[str, Sequence[tuple[str, float]]] | None = None) -> list[Entity]:
        """Find who is who; `ranked` gives antecedents by words, with their log odds."""
        rows: list[list[tuple[int, float]]] = [[] for _ in self.mentions]
        for words, found in (ranked or {}).items():
            rows[self.number(words)] = [(self.number(other), score) for other, score in found]
        return find_entities(self.encoding, self.syntax, self.mentions, ranked=rows)

    def number(self, words: str) -> int:
        """Return the number of a mention by its words, as `place_of` finds them."""
        place = place_of(self.encoding, words)
        return next(i for i, m in enumerate(self.mentions) if (m.start, m.end) == place)

    def groups(self, ranked: Mapping[str, Sequence[tuple[str, float]]] | None = None) -> list[list[str]]:
        """Return the words of each entity's mentions."""
        return [[m.span.of(self.encoding.text) for m in entity.mentions] for entity in self.entities(ranked)]


def tell(
    tagged: str,
    mentions: Mapping[str, str],
    *,
    arcs: Mapping[str, tuple[str, str]] | None = None,
    root: str | None = None,
) -> Told:
    """Make a text of "word/UPOS" parted by blanks; "|" ends a sentence, "||" a paragraph.

    Args:
        tagged: The words.
        mentions: Words with their type; "^" before them means the last time they stand. Their form follows from their
            head's part of speech: PRON, PROPN, or anything else for a description.
        arcs: For a word its head word and relation; all other words are "dep" of their sentence's first verb.
        root: A word to be the root of the first sentence in place of its first verb.
    """
    paragraphs = tagged.split("||")
    sentences = [
        [item.rsplit("/", 1) for item in part.split()] for paragraph in paragraphs for part in paragraph.split("|")
    ]
    text = "\n\n".join(
        " ".join(item.rsplit("/", 1)[0] for item in paragraph.replace("|", " ").split()) for paragraph in paragraphs
    )
    upos = tuple(tag for sentence in sentences for _, tag in sentence)
    encoding = encoding_of(text)
    if len(encoding.words) != len(upos):
        raise ValueError(f"the text has the words {encoding.words}, tagged {len(upos)}")
    heads: list[int] = list(range(len(upos)))
    bounds: list[Sentence] = []
    for sentence in sentences:
        start = bounds[-1].end if bounds else 0
        end = start + len(sentence)
        bounds.append(Sentence(start, end))
        top = next((w for w in range(start, end) if upos[w] == "VERB"), start)
        heads[start:end] = [top] * (end - start)
    if root is not None:
        heads[bounds[0].start : bounds[0].end] = [place_of(encoding, root)[0]] * len(sentences[0])
    relations = ["root" if heads[w] == w else "dep" for w in range(len(upos))]
    for word, (head, relation) in (arcs or {}).items():
        at = place_of(encoding, word)[0]
        heads[at], relations[at] = place_of(encoding, head)[0], relation
    syntax = Syntax(upos, tuple(heads), tuple(relations), tuple(bounds))
    made = [_mention(encoding, upos, words, kind) for words, kind in mentions.items()]
    return Told(encoding, syntax, sorted(made, key=lambda m: (m.start, -m.end)))


def _mention(encoding: Encoding, upos: Sequence[str], words: str, kind: str) -> Mention:
    start, end = place_of(encoding, words)
    head = next(
        (w for w in range(start, end) if upos[w] in {"NOUN", "PROPN", "PRON"} and _ends(upos, w + 1, end)), end - 1
    )
    form = _FORMS.get(upos[head], "nominal")
    return Mention(encoding.span(start, end), start, end, head, form, kind, 1.0)  # type: ignore[arg-type]


def _ends(upos: Sequence[str], at: int, end: int) -> bool:
    """Tell whether a noun phrase's head stands right before this word: nothing follows, or a preposition."""
    return at >= end or upos[at] in {"ADP", "SCONJ"}
