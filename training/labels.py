# SPDX-License-Identifier: Apache-2.0
"""The label inventories of every head, in the order in which the network holds them."""

from __future__ import annotations

__all__ = [
    "ACTORS",
    "ATTRIBUTION",
    "EVENT_TYPES",
    "MENTIONS",
    "NAMES",
    "PENTA",
    "RELATIONS",
    "STATUS",
    "TIMES",
    "UPOS",
    "YIELD",
    "bioes",
    "legal_transitions",
]


def bioes(*kinds: str) -> list[str]:
    """Return "O" and the four BIOES tags of each kind."""
    return ["O", *(f"{prefix}-{kind}" for kind in kinds for prefix in "BIES")]


def legal_transitions(tags: list[str]) -> list[list[bool]]:
    """Tell for each pair of tags whether the second may follow the first."""

    def legal(left: str, right: str) -> bool:
        inside = left[0] in "BI"
        return right[0] in "IE" and right[2:] == left[2:] if inside else right[0] in "OBS"

    return [[legal(left, right) for right in tags] for left in tags]


ATTRIBUTION = bioes("source", "cue", "content")
NAMES = bioes("person", "organisation", "place", "other")
TIMES = bioes("DATE", "TIME", "DURATION", "SET")
ACTORS = bioes("source", "target", "both")  # "both" are the parties of a reciprocal act: a meeting, a clash
STATUS = ["happened", "unknown", "did_not"]  # how far the writer vouches for a predicate
EVENT_TYPES = [
    "none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
YIELD = ("CONCEDE", "RETREAT")  # PLV's older name for what PLOVER now tells apart
# The pentacode, as PLV counts it; 0 is a mere statement.
PENTA = {
    0: ("none",),
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", *YIELD),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
MENTIONS = [
    "O", "person", "organization", "place", "event", "time", "object", "abstract", "substance", "animal", "plant",
]  # fmt: skip
UPOS = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
]  # fmt: skip
RELATIONS = [
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj",
    "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet",
    "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc",
    "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
    "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
]  # fmt: skip
