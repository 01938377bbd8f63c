# SPDX-License-Identifier: Apache-2.0
"""The word above a predicate that decides on it, and the frame in which it does: "failed" over "to reach".

The frames are those of the table of commitments. A word that the table does not know decides nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readout.reading.clauses.clauses import Clause
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import commitment_of

__all__ = ["Embedding", "embedding_of", "gives_time", "is_of_speech", "modifier_of", "ordinal_of"]

_WH = frozenset("who whom whose what why how when where which".split())
_PARTS = {
    "VERB": ("verb", "adjective"),
    "AUX": ("verb",),
    "ADJ": ("adjective", "verb"),
    "NOUN": ("noun", "verb"),
    "PROPN": ("noun",),
    "ADV": ("adjective",),
}
# What is announced when it has been done; a visit or a plan is announced before.
_DONE = frozenset(
    "arrest arrests capture death deaths detention detentions expulsion killing release rescue resignation seizure "
    "suspension".split()
)
_CALLS = frozenset("call calls called calling".split())
_SAID = frozenset("request report plan possibility attempt".split())
_CLAUSAL = ("ccomp", "xcomp", "csubj", "acl", "advcl")
# A purpose hangs at its verb as a complement of a request does; these verbs have no object that could be asked.
_NOT_OF_ADVERBIALS = frozenset("plan light implicative belief".split())


_ORDINALS = frozenset("first second third fourth fifth last latest only".split())


@dataclass(frozen=True, slots=True)
class Embedding:
    """What decides on a word.

    Attributes:
        governor: The word above.
        kind: Its class in the table of commitments, or "question" for "whether".
        words: The words that show it, in text order.
    """

    governor: int
    kind: str
    words: tuple[int, ...]


_TAKEN = frozenset({"taken", "took", "made", "reached"})


def embedding_of(encoding: Encoding, syntax: Syntax, word: int) -> Embedding | None:
    """Find what decides on a word, by its head and its relation to it."""
    frames = _frames(encoding, syntax, word)
    if frames and frames[0] == "whether":
        mark = Clause(encoding, syntax, word).mark_in(frozenset({"whether", "if"}))
        return Embedding(syntax.heads[word], "question", () if mark is None else (mark,))
    if frames and frames[0] == "wh":
        return Embedding(syntax.heads[word], "factive", ())
    if frames[:1] == ("to",) and gives_time(encoding, syntax, word):
        return Embedding(syntax.heads[word], "request", (syntax.heads[word],))
    for governor in _governors(syntax, word):
        on = encoding.lower[governor + 1 : governor + 2] in (("on",), ("upon",), ("for",))
        if frames[:1] == ("to",) and encoding.lower[governor] in _CALLS and syntax.children(governor, "obj") and not on:
            continue  # "called the premier to thank him" asks for nothing
        if frames[:1] == (":for",) and syntax.children(governor, "obj") and syntax.children(governor, "xcomp"):
            continue  # "called him a liar for saying so" calls for nothing
        for frame in frames:
            found = _class(encoding, syntax, governor, frame)
            if found is not None and not (
                syntax.is_relation(word, "advcl")
                and frame == "to"
                and found[0] in _NOT_OF_ADVERBIALS
                and syntax.upos[governor] == "VERB"
            ):
                return Embedding(governor, found[0], found[1])
    return None


def gives_time(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    """Tell whether somebody is given a term for what they are to do: "gave them 48 hours to [leave]", "until May to [accept]"."""
    head = syntax.heads[word]
    head = syntax.heads[head] if encoding.lower[head] in _UNITS else head
    between = encoding.lower[head + 1 : word]
    return encoding.lower[head] in _GIVES and head < word and not _TERMS.isdisjoint(between)


_GIVES = frozenset("give gives gave given giving".split())
_UNITS = frozenset("minute minutes hour hours day days week weeks month months".split())
_TERMS = _UNITS | {"until", "till"}


def _governors(syntax: Syntax, word: int) -> Iterator[int]:
    """Yield the head, and the object of a verb whose infinitive may hang too high: "made an effort to reach"."""
    head = syntax.heads[word]
    yield head
    if syntax.is_relation(word, *_CLAUSAL):
        yield from (child for child in syntax.children(head, "obj", "nsubj:pass") if child < word)


def _class(encoding: Encoding, syntax: Syntax, governor: int, frame: str) -> tuple[str, tuple[int, ...]] | None:
    """Return the class of a word in a frame and the words that are it: its particle or phrase is looked at first."""
    low = encoding.lower[governor]
    for part in _PARTS.get(syntax.upos[governor], ()):
        for first, last in _phrases(encoding, syntax, governor):
            found = commitment_of(" ".join(encoding.lower[first : last + 1]), part)
            if found is not None and frame in found.commits:
                return found.commits[frame], tuple(range(first, last + 1))
        for particle in syntax.children(governor, "compound", "obj", "advmod", "xcomp"):
            found = commitment_of(f"{low} {encoding.lower[particle]}", part) if particle > governor else None
            if found is not None and frame in found.commits:
                return found.commits[frame], (governor, particle)
        found = commitment_of(low, part)
        if found is not None and frame in found.commits:
            return found.commits[frame], (governor,)
    return None


def _phrases(encoding: Encoding, syntax: Syntax, governor: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of a verb with the phrase right behind it, and of a noun with its case: "[put on hold]"."""
    if syntax.upos[governor] == "VERB" and governor + 2 in syntax.children(governor, "obl", "obj"):
        yield governor, governor + 2
    if syntax.upos[governor] == "NOUN" and governor - 1 in syntax.children(governor, "case"):
        yield governor - 1, governor


def _frames(encoding: Encoding, syntax: Syntax, word: int) -> tuple[str, ...]:
    """Return the frames in which a word stands under its head, the likeliest first."""
    if syntax.is_relation(word, *_CLAUSAL) or (syntax.upos[word] == "VERB" and not syntax.is_relation(word, "amod")):
        return _clausal_frames(encoding, syntax, word)
    return _nominal_frames(encoding, syntax, word)


def _is_set_off(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    """Tell whether a participle stands behind a comma and is no item of a list: "discussed leaving, [selling] and buying"."""
    if encoding.lower[max(0, word - 1)] != ",":
        return False
    return not any(encoding.lower[w].endswith("ing") for w in range(syntax.heads[word] + 1, word))


def _clausal_frames(encoding: Encoding, syntax: Syntax, word: int) -> tuple[str, ...]:
    clause = Clause(encoding, syntax, word)
    low = encoding.lower[word]
    if (
        syntax.is_relation(word, "ccomp", "csubj", "xcomp", "acl", "advcl")
        and clause.mark_in(frozenset({"whether"})) is not None
    ):
        return ("whether",)
    if syntax.is_relation(word, "ccomp"):
        if clause.mark_in(frozenset({"if"})) is not None:
            return ("whether",)
        first = next(at for at in syntax.subtree(word) if syntax.upos[at] not in ("PUNCT", "ADP") or at == word)
        if encoding.lower[first] in _WH and not clause.is_infinitive():
            return ("wh",)
    if clause.is_infinitive():
        return ("to",)
    if low.endswith("ing") and not syntax.children(word, "aux"):
        cases = _case_frames(encoding, syntax, word)
        # Neither "before leaving" nor ", exchanging fire" is a complement.
        is_aside = syntax.is_relation(word, "advcl") and (bool(cases) or _is_set_off(encoding, syntax, word))
        return cases if is_aside else (*cases, "ing")
    if syntax.is_relation(word, "xcomp"):
        return ("to", "np")
    if syntax.is_relation(word, "acl") and not syntax.children(word, "nsubj", "mark", "expl", "csubj"):
        return ()  # "the concern controlled by": a participle
    if syntax.is_relation(word, "acl:relcl") and encoding.lower[word] in _TAKEN and not syntax.children(word, "obj"):
        return ()  # "a decision that the two had taken": what is decided stands elsewhere
    if syntax.is_relation(word, "ccomp", "csubj", "acl"):
        return ("that", "to") if not clause.auxiliaries else ("that",)
    return ()


def _case_frames(encoding: Encoding, syntax: Syntax, word: int) -> tuple[str, ...]:
    return tuple(f":{encoding.lower[case]}" for case in syntax.children(word, "case", "mark"))


def _nominal_frames(encoding: Encoding, syntax: Syntax, word: int) -> tuple[str, ...]:
    relation = syntax.relations[word]
    if relation in ("obj", "nsubj:pass", "dobj"):
        done = ("done",) if encoding.lower[word] in _DONE else ()
        return (*done, "np", "subj") if relation == "nsubj:pass" else (*done, "np")
    if relation == "nsubj":
        return ("subj",)
    if relation == "compound":
        return ("compound",)
    if relation == "xcomp":
        return ("np",)
    if syntax.is_relation(word, "obl", "nmod"):
        return _case_frames(encoding, syntax, word)
    return ()


def is_of_speech(noun: str) -> bool:
    """Tell whether a noun names something said, planned or tried, which is there even if it is rejected: "offer", "claim"."""
    found = commitment_of(noun, "noun")
    return found is not None and not _SAID.isdisjoint(found.commits.values())


def modifier_of(encoding: Encoding, syntax: Syntax, noun: int) -> tuple[str, int] | None:
    """Return the class of a noun's modifier, and the modifier: "planned", "attempted", "alleged"."""
    for child in syntax.children(noun, "amod", "compound"):
        found = commitment_of(encoding.lower[child], "modifier")
        if found is not None:
            return found.commits["np"], child
    return None


def ordinal_of(encoding: Encoding, syntax: Syntax, noun: int) -> int | None:
    """Return the word that says which of several a noun means: "the [first] state to recognise it" has recognised it."""
    return next((c for c in syntax.children(noun, "amod") if encoding.lower[c] in _ORDINALS), None)
