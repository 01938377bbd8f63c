# SPDX-License-Identifier: Apache-2.0
"""Documents that are not each other: "the banner" is no declaration, "the report" no letter; "the document" may be any."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse

__all__ = ["are_unlike_documents"]

_KINDS = (
    "statement communique communiqué declaration release",
    "report study survey assessment",
    "letter memo memorandum email cable note message",
    "banner placard poster sign",
    "resolution",
    "treaty agreement accord pact deal",
    "affidavit indictment verdict ruling lawsuit",
)
_KIND_OF = {noun: number for number, nouns in enumerate(_KINDS) for noun in nouns.split()}


def are_unlike_documents(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description calls by another kind of document what an earlier chain is called."""
    kind = _KIND_OF.get(discourse.facts[i].noun)
    if kind is None or discourse.mentions[i].form != "nominal":
        return False
    called = (discourse.facts[k].noun for k in discourse.some(j) if discourse.mentions[k].form == "nominal")
    others = {_KIND_OF.get(noun, kind) for noun in called}
    return bool(others) and kind not in others
