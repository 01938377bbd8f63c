# SPDX-License-Identifier: Apache-2.0
"""Cut the packaged table of earlier holders of offices from the countries file of the PETRARCH dictionaries (CC BY-SA 3.0).

python -m training.holders ../shared/corpora/reference/countries.jsonl

Kept are heads of state and of government, their deputies, and ministers of foreign affairs, defence, the interior and finance, of
members and observers of the United Nations, whose terms end in 1988 or later. The file was kept up until 2011: a term that was
under way then ends here with it, for nothing is known of its end, and one that was under way at its first update begins there.
Left out are those whom `holders` has in the same country, names of one word, and what is plainly no name.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import readout.resources.holders as holders
from readout.resources import country_named
from readout.resources._tables import rows

_FIRST_UPDATE = "2003-01"
_LAST_UPDATES = {"leaders": "2008-12", "government": "2011-02"}
_EARLIEST = "1988"
_OF = "(?:minister|secretary)(?: of state)? (?:of|for) (?:the )?"
_OFFICES = (
    ("presidents?(?: of the (?:republic|revolutionary council))?", "president"),
    ("(?:first )?vice presidents?", "vice president"),
    ("prime ministers?(?: \\(presidents_of_the_council_of_ministers)?|premiers?", "prime minister"),
    ("prime minister,? (?:and )?first lord of the treasury.*", "prime minister"),
    ("chancellors?", "chancellor"),
    ("(?:deputy|dep) prime ministers?", "deputy prime minister"),
    (f"{_OF}(?:foreign|external|european and foreign|foreign and european) (?:affairs|relations)", "foreign minister"),
    ("secretary of state(?: for foreign and commonwealth affairs)?", "foreign minister"),
    (f"{_OF}(?:national )?defen[sc]e", "defence minister"),
    (f"{_OF}(?:interior|internal affairs|home affairs|home department)", "interior minister"),
    (f"{_OF}(?:finance|economy and finance)", "finance minister"),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), office) for pattern, office in _OFFICES)
_NAME = re.compile(r"[A-Z][^\W\d_]+(?:[ '-][A-Za-z][^\W\d_]*\.?)+")
_TITLE = re.compile(
    r"^(?:(?:Sir|Dr\.?|Dame|Lord|Gen\.?|Mullah|Mawlawi|Prince|Sheikh|Shaykh|King|Queen|Emir|Haji|Alhaji) )+(?=\S+ \S)",
    re.IGNORECASE,
)
# Of whom the world knows another first of all.
_NAMESAKES = frozenset({"James Brown", "Michael Moore", "Paul Murphy", "John Reid", "James Murphy"})

# Whose ministers the file mixes with another country's: Slovenia has the Solomon Islands'.
_MIXED = frozenset({"SVN"})
# The source has Mauritania's under Mauritius, whose own have no such names.
_MAURITANIAN = re.compile(r"\bOuld\b")

Held = tuple[str, str, str | None]


def earlier_holders(countries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the rows of the table in the order of countries and names."""
    known = {(holder["country"], holders.name_key(name)) for holder in rows("holders") for name in _names(holder)}
    for land in sorted(countries, key=lambda one: str(one["names"][0])):
        own = country_named(land["names"][0])  # the codes of five are wrong
        if own is None or own.status not in {"member", "observer"} or own.iso3 in _MIXED:
            continue
        found: dict[str, tuple[str, set[Held]]] = {}
        for entry in land["leaders"]:
            name = _TITLE.sub("", entry["name"])
            key = holders.name_key(name)
            if _NAME.fullmatch(name) and name not in _NAMESAKES and (own.iso3, key) not in known:
                found.setdefault(key, (name, set()))[1].update(_terms(entry))
        for name, held in sorted(found.values(), key=lambda pair: pair[0]):
            if held:
                iso3 = "MRT" if own.iso3 == "MUS" and _MAURITANIAN.search(name) else own.iso3
                yield {"name": name, "country": iso3, "terms": _joined(held)}


def _names(holder: dict[str, Any]) -> list[str]:
    return [holder["name"], *holder.get("aliases", ())]


def _terms(entry: dict[str, Any]) -> Iterator[Held]:
    first = entry["from"] or _FIRST_UPDATE
    last = entry["to"] or _LAST_UPDATES[entry["section"]]
    if last >= _EARLIEST and first <= last and entry["office"] and "&" not in entry["office"]:
        for pattern, office in _PATTERNS:
            if pattern.fullmatch(entry["office"].strip()):
                yield office, *_rounded(entry, first, last)


def _rounded(entry: dict[str, Any], first: str, last: str) -> tuple[str, str]:
    """Give government posts by the month, as the source has them."""
    return (first[:7], last[:7]) if entry["section"] == "government" else (first, last)


def _joined(held: set[Held]) -> list[list[str | None]]:
    """Put terms of one office that overlap into one."""
    found: list[list[str | None]] = []
    for office, first, last in sorted(held, key=lambda term: (term[0], term[1])):
        before = found[-1] if found and found[-1][0] == office else None
        if before is not None and first[:7] <= (before[2] or "")[:7]:
            before[2] = max(before[2] or "", last or "")
        else:
            found.append([office, first, last])
    return sorted(found, key=lambda term: (term[1] or "", term[0] or ""))


def main() -> None:
    """Write the table beside the others."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        found = list(earlier_holders(json.loads(line) for line in lines))
    target = Path(holders.__file__).with_name("holders_before_2011.jsonl")
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")


if __name__ == "__main__":
    main()
