# SPDX-License-Identifier: Apache-2.0
"""The values that filters take, each in its one form: codes of countries and sectors, and those of lists that are closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import get_args

from readout.archive.filters import Kind
from readout.errors import ConfigError
from readout.reading.happenings.accounts import MEDIA
from readout.record import EventStatus, EventType, FigureKind, StatementKind
from readout.resources.channels import CHANNELS
from readout.resources.countries import all_countries, country, country_named, country_of_adjective
from readout.resources.currencies import currency_of_noun, currency_of_symbol
from readout.resources.igos import all_igos, igo, igo_named
from readout.resources.sectors import SECTOR_WORDS, SECTORS, sector_of_noun
from readout.resources.units import unit_at

__all__ = ["CODES", "country_code", "sector_code", "unit_name"]


def _one_of(what: str, known: Iterable[str]) -> Callable[[str], str]:
    """Return what checks a value against a list, whatever its case and whether it has "-" or "_"."""
    by_key = {_loose(value): value for value in known}

    def checked(given: str) -> str:
        if _loose(given) in by_key:
            return by_key[_loose(given)]
        near = get_close_matches(_loose(given), by_key, n=1, cutoff=0.5)
        hint = f", perhaps '{by_key[near[0]]}'" if near else ""
        raise ConfigError(f"there is no {what} '{given}'{hint}; there are: {', '.join(by_key.values())}")

    return checked


def _loose(value: str) -> str:
    return re.sub(r"[-_\s]+", "_", value.strip().lower())


def country_code(given: str) -> str:
    """Return the code of a country or an intergovernmental organisation, given that or a name.

    Raises:
        ConfigError: If it is neither; the message names the nearest.
    """
    code = given.strip().upper()
    if country(code) is not None or igo(code) is not None:
        return code
    found = country_named(given) or country_of_adjective(given)
    if found is not None:
        return found.iso3
    body = igo_named(given)
    if body is not None:
        return body.code
    raise ConfigError(
        f"there is no country '{given}'{_nearest_country(given)}; expected a code of ISO 3166-1 alpha-3 (RUS), of an "
        "intergovernmental organisation, or a name"
    )


def _nearest_country(given: str) -> str:
    known = {one.name.lower(): one.iso3 for one in all_countries()} | {
        body.code.lower(): body.code for body in all_igos()
    }
    known |= {one.iso3.lower(): one.iso3 for one in all_countries()}
    near = get_close_matches(given.strip().lower(), known, n=1, cutoff=0.6)
    return f", perhaps {known[near[0]]} ({near[0].title()})" if near else ""


def sector_code(given: str) -> str:
    """Return the code of a sector, given that, what it is called, or a noun for those in it: "MIL", "military", "army".

    Raises:
        ConfigError: If it is none of these.
    """
    plain = " ".join(given.split())
    called = {words: code for code, words in SECTOR_WORDS.items() if code in SECTORS}
    noun = sector_of_noun(plain.lower())
    code = plain.upper() if plain.upper() in SECTORS else called.get(plain.lower()) or (noun.sector if noun else None)
    if code is None:
        known = ", ".join(f"{each} ({SECTOR_WORDS[each]})" if each in SECTOR_WORDS else each for each in SECTORS)
        raise ConfigError(f"there is no sector '{given}'; there are: {known}")
    return code


def unit_name(given: str) -> str:
    """Return a unit as records write it: "USD" for "dollars", "kilometre" for "km", "person" for "people".

    One that is not known stays as it is: records may have units that tables do not.
    """
    plain = " ".join(given.split())
    words = plain.lower().split()
    if words in (["people"], ["persons"]):
        return "person"
    currency = currency_of_symbol(plain.upper()) or currency_of_noun(words[-1], " ".join(words[:-1]))
    unit = unit_at(words, 0)
    named = unit[0].name if unit and unit[1] == len(words) else None
    return currency or named or plain


def _language(given: str) -> str:
    code = given.strip().lower()
    if not re.fullmatch("[a-z]{2,3}", code):
        raise ConfigError(f"found language '{given}', expected a code of ISO 639-1, such as en")
    return code


def _mode(given: str) -> str:
    """Return a mode as records write it; which there are is for the triggers to say, and grows with them."""
    return re.sub(r"[_\s]+", "-", given.strip().lower())


_STATED = {"country": country_code, "sector": sector_code}
_STATUS = _one_of("status", get_args(EventStatus))

CODES: Mapping[Kind, Mapping[str, Callable[[str], str]]] = {
    "reports": {"country": country_code, "language": _language},
    "statements": {
        **_STATED,
        "kind": _one_of("kind of statement", get_args(StatementKind)),
        "channel": _one_of("channel", CHANNELS),
    },
    "events": {
        **_STATED,
        "type": _one_of("type of event", get_args(EventType)),
        "mode": _mode,
        "status": _STATUS,
    },
    "contacts": {**_STATED, "medium": _one_of("medium", MEDIA), "status": _STATUS},
    "figures": {**_STATED, "kind": _one_of("kind of figure", get_args(FigureKind)), "unit": unit_name},
}
"""For each list, what brings the values of a filter to their one form, or says what is wrong with them."""
