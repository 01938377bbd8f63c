# SPDX-License-Identifier: Apache-2.0
"""Read the corpora into one form: documents of words with whatever labels their corpus has.

A corpus is a folder of files as the corpora's README describes them. Everything is brought to Readout's own words
(`readout.text.words_of`), but for the treebanks, whose words are the gold ones.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from readout.resources import country_of_adjective, honorific_named, office_named
from readout.text import Span, words_of
from training.labels import PENTA, YIELD

__all__ = [
    "Doc",
    "Pair",
    "conll_docs",
    "crossner_docs",
    "ewt_docs",
    "factuality_docs",
    "gum_docs",
    "headline_docs",
    "pair_docs",
    "passages_of",
    "polnear_docs",
    "story_docs",
    "tag_spans",
    "time_docs",
    "treebank",
]

NAME_TYPES = {
    "person": "person", "politician": "person", "PER": "person",
    "organisation": "organisation", "politicalparty": "organisation", "ORG": "organisation",
    "location": "place", "country": "place", "LOC": "place",
    "misc": "other", "event": "other", "election": "other",
}  # fmt: skip


@dataclass(slots=True)
class Attribution:
    """One attribution as word ranges: the fragments of its content, its cue, its source (None where it has none)."""

    contents: list[tuple[int, int]]
    cue: tuple[int, int]
    source: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors of a sentence and what there may be between them.

    Attributes:
        source: Words of the one who acts; None where no actor is marked (a headline known by its event alone).
        target: Words of the one who is acted on; None likewise.
        types: The event types of which one is right.
        weight: How much it counts.
    """

    source: tuple[int, int] | None
    target: tuple[int, int] | None
    types: tuple[str, ...]
    weight: float = 1.0


@dataclass(slots=True)
class Doc:
    """One document in words, with the labels that its corpus has; None for a kind of label that it has not."""

    corpus: str
    words: list[str]
    line_starts: list[bool]
    attribution: list[str] | None = None  # BIOES tags
    links: list[Attribution] = field(default_factory=list)
    boilerplate: list[int] | None = None
    names: list[str] | None = None  # BIOES tags
    mentions: list[str] | None = None  # type of the mention that this word heads, or "O"
    groups: list[int] | None = None  # coreference group of the mention that this word heads, or -1
    sentences: list[int] | None = None  # 1 where a sentence begins
    times: list[str] | None = None  # BIOES tags of TIMEX3 types
    upos: list[str] | None = None
    heads: list[int] | None = None  # index in the document; a root is its own head; -1 unlabelled
    relations: list[str] | None = None
    actors: list[str] | None = None  # BIOES tags
    status: list[str] | None = None  # of predicates, "" for words that nobody judged
    event_type: list[str] | None = None  # "none" where no event can be, "" where nothing is known
    pairs: list[Pair] = field(default_factory=list)


_WORD_LABELS = (
    "attribution", "boilerplate", "names", "mentions", "groups", "sentences", "times", "upos", "relations", "actors", "status",
    "event_type",
)  # fmt: skip


def passages_of(doc: Doc) -> Iterator[Doc]:
    """Cut a document into documents of one sentence each, where sentences are marked, else of one line each."""
    firsts = doc.line_starts if doc.sentences is None else [bool(flag) for flag in doc.sentences]
    starts = [i for i, first in enumerate(firsts) if first or not i]
    for start, end in zip(starts, [*starts[1:], len(doc.words)], strict=True):
        yield passage(doc, start, end)


def passage(doc: Doc, start: int, end: int) -> Doc:
    """Return a range of a document's words as a document, with the labels, links and heads that lie within."""

    def inside(span: tuple[int, int] | None) -> tuple[int, int] | None:
        return (span[0] - start, span[1] - start) if span and start <= span[0] and span[1] <= end else None

    found = Doc(doc.corpus, doc.words[start:end], [True, *doc.line_starts[start + 1 : end]])
    for kind in _WORD_LABELS:
        values = getattr(doc, kind)
        setattr(found, kind, values and values[start:end])
    if doc.heads is not None:
        found.heads = [h - start if start <= h < end else -1 for h in doc.heads[start:end]]
    for link in doc.links:
        contents = [content for each in link.contents if (content := inside(each))]
        if contents and (cue := inside(link.cue)):
            found.links.append(Attribution(contents, cue, inside(link.source)))
    return found


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Read a .jsonl or .jsonl.gz file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def line_starts_of(text: str, words: list[Span]) -> list[bool]:
    """Tell for each word whether it is the first of its line."""
    starts, last = [], 0
    for index, word in enumerate(words):
        starts.append(index == 0 or "\n" in text[last : word.start])
        last = word.end
    return starts


def range_of(words: list[Span], start: int, end: int) -> tuple[int, int] | None:
    """Return the half-open range of words that a stretch of characters touches."""
    inside = [i for i, word in enumerate(words) if word.start < end and start < word.end]
    return (inside[0], inside[-1] + 1) if inside else None


def tag_spans(size: int, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """Write spans of words as BIOES tags; a span that meets an earlier one is left out."""
    tags = ["O"] * size
    for start, end, label in spans:
        if any(tag != "O" for tag in tags[start:end]):
            continue
        if end - start == 1:
            tags[start] = "S-" + label
        else:
            tags[start:end] = ["B-" + label, *["I-" + label] * (end - start - 2), "E-" + label]
    return tags


def polnear_docs(path: Path) -> Iterator[Doc]:
    """Read PolNeAR articles."""
    for record in read_lines(path):
        text = record["text"]
        words = words_of(text)
        spans: list[tuple[int, int, str]] = []
        links: list[Attribution] = []
        for item in record["attributions"]:
            ranges = {
                role: [r for s, e in item[role] if (r := range_of(words, s, e))]
                for role in ("source", "cue", "content")
            }
            for role, found in ranges.items():
                spans += [(*r, role) for r in found]
            if ranges["cue"] and ranges["content"]:
                links.append(
                    Attribution(ranges["content"], ranges["cue"][0], ranges["source"][0] if ranges["source"] else None)
                )
        discard = [0] * len(words)
        for start, end in record.get("discard", []):
            if found := range_of(words, start, end):
                discard[found[0] : found[1]] = [1] * (found[1] - found[0])
        yield Doc(
            "polnear", [w.of(text) for w in words], line_starts_of(text, words),
            attribution=tag_spans(len(words), spans), links=links, boilerplate=discard,
        )  # fmt: skip


def time_docs(path: Path) -> Iterator[Doc]:
    """Read TimeBank and AQUAINT: the time expressions with their types."""
    for record in read_lines(path):
        text = record["text"]
        words = words_of(text)
        spans = [
            (*found, item["type"])
            for item in record["timexes"]
            if (found := range_of(words, item["start"], item["end"]))
        ]
        starts = line_starts_of(text, words)
        yield Doc("time", [w.of(text) for w in words], starts, times=tag_spans(len(words), spans))


def name_doc(corpus: str, records: list[dict[str, Any]]) -> Doc:
    """Join sentences with named entities into one document, a sentence a line."""
    doc = Doc(corpus, [], [], names=[])
    assert doc.names is not None
    for record in records:
        text = record["text"]
        words = words_of(text)
        spans = [
            (*found, NAME_TYPES[item["type"]])
            for item in record["entities"]
            if (found := range_of(words, item["start"], item["end"]))
        ]
        doc.words += [w.of(text) for w in words]
        doc.line_starts += [i == 0 for i in range(len(words))]
        doc.names += tag_spans(len(words), spans)
    return doc


def conll_docs(path: Path, *, together: int = 10) -> Iterator[Doc]:
    """Read CoNLL-2003, some sentences to a document (the order is kept, the documents' bounds are not known)."""
    records = list(read_lines(path))
    for start in range(0, len(records), together):
        yield name_doc("conll2003", records[start : start + together])


def crossner_docs(path: Path) -> Iterator[Doc]:
    """Read CrossNER politics, a sentence a document."""
    for record in read_lines(path):
        yield name_doc("crossner", [record])


@dataclass(slots=True)
class Sentence:
    """One sentence of a treebank: forms, UPOS, heads (1-based, 0 root), relations, and where its paragraph begins."""

    document: str
    text: str
    paragraph: bool
    forms: list[str]
    upos: list[str]
    heads: list[int]
    relations: list[str]


def treebank(path: Path) -> Iterator[Sentence]:
    """Read a CoNLL-U file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    document, text, paragraph = "", "", True
    rows: list[list[str]] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document, paragraph = line.split("=", 1)[-1].strip(), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("# text ="):
                text = line.split("=", 1)[1].strip()
            elif line and line[0].isdigit():
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif not line and rows:
                yield Sentence(
                    document, text, paragraph, [r[1] for r in rows], [r[3] for r in rows],
                    [int(r[6]) for r in rows], [r[7] for r in rows],
                )  # fmt: skip
                rows, paragraph = [], False


def _add_sentence(doc: Doc, sentence: Sentence, *, line_start: bool) -> None:
    assert doc.upos is not None
    assert doc.heads is not None
    assert doc.relations is not None
    assert doc.sentences is not None
    offset = len(doc.words)
    doc.words += sentence.forms
    doc.line_starts += [line_start and i == 0 for i in range(len(sentence.forms))]
    doc.sentences += [int(i == 0) for i in range(len(sentence.forms))]
    doc.upos += sentence.upos
    doc.heads += [offset + (h - 1 if h else i) for i, h in enumerate(sentence.heads)]
    doc.relations += sentence.relations


def ewt_docs(path: Path) -> Iterator[Doc]:
    """Read EWT, one document of the treebank to a document."""
    doc, current = None, None
    for sentence in treebank(path):
        if doc is None or sentence.document != current:
            if doc is not None:
                yield doc
            doc, current = Doc("ewt", [], [], sentences=[], upos=[], heads=[], relations=[]), sentence.document
        _add_sentence(doc, sentence, line_start=sentence.paragraph)
    if doc is not None:
        yield doc


def place_forms(text: str, forms: list[str], start: int) -> list[Span]:
    """Find each form in the text from `start` on; forms that the text writes otherwise share their neighbour's place."""
    spans, at = [], start
    for form in forms:
        found = text.find(form, at, at + len(form) + 12)
        if found < 0:
            spans.append(Span(at, at))
            continue
        spans.append(Span(found, found + len(form)))
        at = found + len(form)
    return spans


def gum_docs(conllu: Path, entities: Path) -> Iterator[Doc]:
    """Read GUM: the treebank's words and trees with the mentions and groups of the entity file."""
    sentences: dict[str, dict[str, Sentence]] = {}
    for sentence in treebank(conllu):
        sentences.setdefault(sentence.document, {})[sentence.text] = sentence
    for record in read_lines(entities):
        text, known = record["text"], sentences.get(record["id"], {})
        doc = Doc("gum", [], [], mentions=[], groups=[], sentences=[], upos=[], heads=[], relations=[])
        spans: list[Span] = []
        for start, end in record["sentences"]:
            sentence = known.get(text[start:end].replace("\n", " "))
            if sentence is None:
                continue
            spans += place_forms(text, sentence.forms, start)
            _add_sentence(doc, sentence, line_start=start == 0 or "\n" in text[max(0, start - 1) : start])
        doc.mentions, doc.groups = ["O"] * len(spans), [-1] * len(spans)
        _add_mentions(doc, record["entities"], spans)
        doc.names = tag_spans(len(spans), _names_of(doc, record["entities"], spans))
        if record["genre"] in _QUIET:
            doc.event_type = ["none"] * len(spans)
        yield doc


_NAMED = {"person": "person", "organization": "organisation", "place": "place"}
_INNER = {"ADP", "DET", "CCONJ", "PUNCT", "NUM", "PART"}  # between proper nouns of one name: "Bank of England"


def _names_of(doc: Doc, entities: list[dict[str, Any]], spans: list[Span]) -> list[tuple[int, int, str]]:
    """Make named entities, as CoNLL has them, of the mentions that GUM calls proper.

    A name is the run of proper nouns around the head, within the mention; titles before a person are left out, and
    adjectives of countries are "other". What is named and no person, body or place is "other" too.
    """
    assert doc.upos is not None
    at = {span.start: index for index, span in enumerate(spans) if span.end > span.start}
    found: list[tuple[int, int, str]] = []
    for item in sorted(entities, key=lambda e: e["start"] - e["end"]):
        head = at.get(item["head"][0])
        if not item["proper"] or head is None or doc.upos[head] != "PROPN":
            continue
        inside = [i for i, span in enumerate(spans) if item["start"] <= span.start and span.end <= item["end"]]
        start, end = head, head + 1
        while start > inside[0] and (doc.upos[start - 1] == "PROPN" or _joins(doc, start - 1, inside)):
            start -= 1
        while end <= inside[-1] and (doc.upos[end] == "PROPN" or _joins(doc, end, inside)):
            end += 1
        if item["type"] == "person":
            while start < end and _is_title(doc.words[start]):
                start += 1
        kind = "other" if country_of_adjective(doc.words[min(start, end - 1)]) else _NAMED.get(item["type"], "other")
        if start < end and item["type"] != "time":
            found.append((start, end, kind))
    taken = {word for start, end, _ in found for word in range(start, end)}
    found += [
        (i, i + 1, "other")
        for i, word in enumerate(doc.words)
        if i not in taken and doc.upos[i] == "ADJ" and word[0].isupper() and country_of_adjective(word)
    ]
    return found


def _is_title(word: str) -> bool:
    return word.lower() in {"vice", "deputy"} or bool(honorific_named(word) or office_named(word))


def _joins(doc: Doc, index: int, inside: list[int]) -> bool:
    """Tell whether a small word stands between two proper nouns of one mention."""
    assert doc.upos is not None
    if (
        doc.upos[index] not in _INNER
        or not inside[0] < index < inside[-1]
        or doc.words[index] in {",", ":", ";", "(", ")"}
    ):
        return False
    return (
        doc.upos[index - 1] == "PROPN"
        and doc.upos[index + 1] == "PROPN"
        and doc.words[index] not in {"and", "'s", "’s"}
    )


def _add_mentions(doc: Doc, entities: list[dict[str, Any]], spans: list[Span]) -> None:
    """Put each mention on its head word; where two share a head, the longer one (given first) stays."""
    assert doc.mentions is not None
    assert doc.groups is not None
    at = {span.start: index for index, span in enumerate(spans) if span.end > span.start}
    groups: dict[str, int] = {}
    for item in sorted(entities, key=lambda e: (e["start"], e["start"] - e["end"])):
        index = at.get(item["head"][0])
        if index is not None and doc.mentions[index] == "O":
            doc.mentions[index] = item["type"]
            doc.groups[index] = groups.setdefault(item["group"], len(groups))


# GUM's genres in which no government, army or movement acts: there, no word is a trigger.
_QUIET = {"whow", "voyage", "academic", "vlog", "textbook", "podcast", "essay"}


def plain_doc(corpus: str, text: str) -> tuple[Doc, list[Span]]:
    """Return a document without labels, and the places of its words."""
    words = words_of(text)
    return Doc(corpus, [w.of(text) for w in words], line_starts_of(text, words)), words


def factuality_docs(path: Path, *, corpus: str) -> Iterator[Doc]:
    """Read a corpus of judgements from -3 to 3 on whether predicates happened, a sentence a document."""
    for record in read_lines(path):
        doc, words = plain_doc(corpus, record["text"])
        doc.status = [""] * len(words)
        for item in record["targets"]:
            if found := range_of(words, item["start"], item["end"]):
                doc.status[found[0]] = status_of_judgement(item["factuality"])
        yield doc


def status_of_judgement(value: float) -> str:
    """Return the class of a judgement: at least one step of three to either side of "not known"."""
    return "happened" if value >= 1 else "did_not" if value <= -1 else "unknown"


def pair_docs(plv: Path, cameo_ner: Path, cameo_class: Path) -> Iterator[Doc]:
    """Read the sentences of PLV and CAMEO: actors, pairs of them, and what happened between the two.

    CAMEO tells only the pentacode, and of some sentences no actors; where a sentence stands in PLV too, PLV's type is taken. Pairs
    without an event are made of the same sentences: a marked actor with another name, and the target as the one who acts.
    """
    penta = {record["sentence"]: record["penta"] for record in read_lines(cameo_class)}
    spans = {record["sentence"]: record for record in read_lines(cameo_ner)}
    known = set()
    for record in read_lines(plv):
        known.add(record["sentence"])
        types = YIELD if record["root"] == "YIELD" else (record["root"],)
        yield _pair_doc(record["sentence"], spans.get(record["sentence"]), record["source"], record["target"], types)
    for sentence, record in spans.items():
        if sentence in known:
            continue
        both = record["relation"]
        source, target = (both[:1], both[1:2]) if len(both) > 1 else (record["source"][:1], record["target"][:1])
        yield _pair_doc(sentence, record, source, target, PENTA.get(penta.get(sentence, -1), ()))
    for sentence in sorted(penta.keys() - spans.keys() - known):
        doc, _ = plain_doc("pairs", sentence)
        doc.pairs = [Pair(None, None, PENTA[penta[sentence]], 0.5)]
        yield doc


def _pair_doc(
    sentence: str,
    actors: dict[str, Any] | None,
    source: list[list[int]],
    target: list[list[int]],
    types: tuple[str, ...],
) -> Doc:
    doc, words = plain_doc("pairs", sentence)
    if actors is not None:
        kinds = (("source", "source"), ("target", "target"), ("relation", "both"))
        doc.actors = tag_spans(
            len(words), [(*r, role) for key, role in kinds for s, e in actors[key] if (r := range_of(words, s, e))]
        )
    ends = [range_of(words, *spans[0]) for spans in (source, target) if spans]
    if len(ends) == 2 and ends[0] and ends[1] and types:
        doc.pairs = [Pair(ends[0], ends[1], types), *_pairs_without(doc, ends[0], ends[1], types)]
    return doc


_RECIPROCAL = {"AGREE", "CONSULT", "COOPERATE", "ASSAULT", "none"}


def _pairs_without(
    doc: Doc, source: tuple[int, int], target: tuple[int, int], types: tuple[str, ...]
) -> Iterator[Pair]:
    """Make pairs between which nothing is told, at a third of the weight: some will hold an event that nobody marked."""
    taken = {*range(*source), *range(*target)}
    tagged = {i for i, tag in enumerate(doc.actors or ()) if tag != "O"}
    names, at = [], 1
    while at < len(doc.words):
        end = at
        while end < len(doc.words) and doc.words[end][:1].isupper():
            end += 1
        if end > at and not set(range(at, end)) & (taken | tagged) and doc.words[at - 1].lower() not in {"and", ","}:
            names.append((at, end))
        at = max(end, at) + 1
    for name in names[:2]:
        yield Pair(source, name, ("none",), 0.3)
        yield Pair(name, target, ("none",), 0.3)
    if not set(types) & _RECIPROCAL:
        yield Pair(target, source, ("none",), 0.5)


def headline_docs(path: Path) -> Iterator[Doc]:
    """Read the headlines of the machine-written stories: each asks for one event; no actor is marked."""
    for record in read_lines(path):
        doc, _ = plain_doc("headlines", record["title"])
        doc.pairs = [Pair(None, None, (record["event"],), 0.5)]
        yield doc


def story_docs(path: Path) -> Iterator[Doc]:
    """Give stories and reports without any label: text to read like a teacher.

    Yields:
        A document for each.
    """
    for record in read_lines(path):
        yield plain_doc("stories", record["text"])[0]
