# SPDX-License-Identifier: Apache-2.0
"""One key for all ways to name an office: defence minister, Secretary of Defense."""

from __future__ import annotations

from readout.resources import fold_name, office_named

__all__ = ["is_rank", "is_trade", "office_key"]

# Words of titles that mean one thing, and whole offices that do, in the order of the alphabet.
_SAME = {
    "pontiff": "pope", "defense": "defence", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair", "premier": "minister prime", "pm": "minister prime", "gen": "general",
    "lt": "lieutenant", "home": "interior",
    "congressman": "congressperson", "congresswoman": "congressperson", "envoy": "ambassador", "ministers": "minister",
    "presidents": "president", "fm": "foreign minister", "labor": "labour", "secretarygeneral": "general secretary",
}  # fmt: skip
_SAME_OFFICE = {
    "secretary state": "foreign minister", "minister state": "minister state", "diplomat top": "foreign minister",
    "chief diplomat": "foreign minister", "external minister": "foreign minister", "defence war": "defence",
    "minister war": "defence minister", "finance chief": "finance minister", "head state": "president",
    "parliament speaker": "speaker", "parliamentary speaker": "speaker",
}  # fmt: skip
_NO_MINISTERS = frozenset(
    "general press state cabinet private deputy under assistant first executive permanent council party".split()
)


def office_key(title: str) -> str:
    """Return one key for all ways to name an office: defence minister, Secretary of Defense; chairman, chair."""
    kept = (w for w in fold_name(title).split() if w not in {"of", "for", "the", "and", "affairs", "national"})
    words = [word for w in kept for word in _SAME.get(w, w).split()]
    key = " ".join(sorted(words))
    key = _SAME_OFFICE.get(key, key)
    if "secretary" in words and len(words) > 1 and not _NO_MINISTERS & set(words):
        key = " ".join(sorted("minister" if w == "secretary" else w for w in words))
    return _SAME_OFFICE.get(key, key)


def is_trade(*titles: str) -> bool:
    """Tell whether the first title that is known is a profession, of which many are: "the politician", "an official"."""
    office = next((one for title in titles if (one := office_named(title)) is not None), None)
    return office is not None and office.kind == "profession"


def is_rank(title: str) -> bool:
    """Tell whether a title is a rank, which many have at a time."""
    office = office_named(title)
    return office is not None and office.kind == "rank"
