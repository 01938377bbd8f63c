# SPDX-License-Identifier: Apache-2.0
"""The tables of holders: that every row is sound, and who is found by which name on which day."""

from __future__ import annotations

import pkgutil
import re
from collections import defaultdict
from itertools import combinations

import pytest

from readout.resources import (
    Holder,
    Term,
    all_holders,
    begins_with_name,
    country,
    fold_name,
    holders_called,
    holders_named,
    igo,
)
from readout.resources.holders import SURE_UNTIL, name_key

_DATE = re.compile(r"(?:18|19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def test_every_row_is_of_a_known_country_or_organisation():
    unknown = {one.country for one in all_holders() if country(one.country) is None and igo(one.country) is None}
    assert unknown == set()


def test_every_row_has_a_name_and_terms_in_order():
    wrong = [
        one.name
        for one in all_holders()
        if not one.terms or list(one.terms) != sorted(one.terms, key=lambda t: t.first) or one.name in one.aliases
    ]
    assert wrong == []


def test_terms_are_dates_in_order_and_none_is_of_the_future():
    wrong = [
        (one.name, term)
        for one in all_holders()
        for term in one.terms
        if not _DATE.fullmatch(term.first)
        or (term.last is not None and not _DATE.fullmatch(term.last))
        or not term.begins_by("2026-11-26")
        or (term.last is not None and not term.begins_by(term.last))
    ]
    assert wrong == []


def test_terms_of_one_person_in_one_office_do_not_overlap():
    wrong = [
        (one.name, a, b)
        for one in all_holders()
        for a, b in combinations(one.terms, 2)
        if a.office == b.office and (a.last is None or b.first < a.last[: len(b.first)])
    ]
    assert wrong == []


def test_nobody_of_one_name_is_in_office_of_two_countries_on_one_day():
    named: defaultdict[str, set[tuple[str, Term]]] = defaultdict(set)
    for one in all_holders():
        for name in {fold_name(name) for name in (one.name, *one.aliases) if " " in name}:
            named[name] |= {(one.country, term) for term in one.terms}
    wrong = [
        (name, a, b)
        for name, terms in named.items()
        for a, b in combinations(sorted(terms, key=lambda pair: pair[1].first), 2)
        if a[0] != b[0] and a[1].covers(b[1].first) and a[1].last != b[1].first
    ]
    assert wrong == []


def test_one_person_of_a_country_has_one_row():
    rows: defaultdict[tuple[str, str], list[Holder]] = defaultdict(list)
    for one in all_holders():
        rows[fold_name(one.name), one.country].append(one)
    assert [key for key, held in rows.items() if len(held) > 1] == []


def test_an_office_at_the_top_has_one_holder_at_a_time():
    """The day of a handover belongs to both. Libya had two rival governments."""
    tops: defaultdict[tuple[str, str], list[tuple[Term, str]]] = defaultdict(list)
    for one in (one for one in all_holders() if one.terms[-1].first > "2011"):
        for term in one.terms:
            if term.office in {"president", "prime minister", "chancellor", "foreign minister", "defence minister"}:
                tops[one.country, term.office].append((term, one.name))
    wrong = [
        (key, a, b)
        for key, held in tops.items()
        for a, b in combinations(sorted(held, key=lambda pair: pair[0].first), 2)
        if a[1] != b[1] and b[0].first > "2011-03" and key[0] != "LBY" and not _is_over_by(a[0], b[0].first)
    ]
    assert wrong == []


def _is_over_by(term: Term, day: str) -> bool:
    return term.last is not None and term.last[: len(day)] <= day[: len(term.last)]


@pytest.mark.parametrize(
    "name",
    ["Sergei Shoigu", "Sergey Shoygu", "Sergey  Shoigu", "SERGEI SHOIGU"],
)
def test_spellings_of_a_name_find_one_person(name: str):
    assert [one.country for one in holders_named(name)] == ["RUS"]


@pytest.mark.parametrize(
    ("name", "land"),
    [
        ("Viktor Orbán", "HUN"),
        ("Donald J. Trump", "USA"),
        ("Kim Jong-un", "PRK"),
        ("Kim Jong Un", "PRK"),
        ("Abdel Fattah El Sisi", "EGY"),
        ("Mohammed VI", None),
        ("Erdogan", None),
        ("", None),
        ("’", None),
    ],
)
def test_full_names_are_found_whole(name: str, land: str | None):
    assert [one.country for one in holders_named(name)] == ([] if land is None else [land])


@pytest.mark.parametrize(
    ("surname", "land"),
    [("Macron", "FRA"), ("al-Sissi", "EGY"), ("Xi", "CHN"), ("López Obrador", "MEX"), ("Obrad", None)],
)
def test_surnames_are_found_whole(surname: str, land: str | None):
    assert {one.country for one in holders_called(surname)} == ({land} if land else set())


def test_a_term_covers_its_days_as_exactly_as_they_are_known():
    term = Term("president", "2012-05-15", "2017-05")
    assert [term.covers(day) for day in ("2012-05-14", "2012-05-15", "2012-05", "2012", "2017-05-31", "2017-06")] == [
        False, True, True, True, True, False,
    ]  # fmt: skip


def test_a_term_without_an_end_goes_on_and_is_sure_up_to_a_day():
    term = Term("president", "2020", None)
    assert term.covers("2030-01-01")
    assert term.is_sure_on(SURE_UNTIL)
    assert not term.is_sure_on("2030-01-01")
    assert Term("president", "2026-03-11", None).is_sure_on("2026-03-11")


def test_at_least_ninety_countries_have_holders_after_2011():
    assert len({one.country for one in all_holders() if one.terms[-1].first > "2011" and country(one.country)}) >= 90


@pytest.mark.parametrize("table", ["holders", "holders_before_2011"])
def test_rows_begin_with_the_name_and_hold_the_country_once(table: str):
    """The look-up cuts the names out of the rows without reading them."""
    lines = (pkgutil.get_data("readout.resources", f"{table}.jsonl") or b"").decode().splitlines()
    assert [line for line in lines if not line.startswith('{"name": "') or line.count('"country"') != 1] == []


def test_every_holder_is_found_by_every_name():
    """Whatever word of it the look-up takes, and in the first row of the table and the last one too."""
    missed = [
        name
        for holder in all_holders()
        for name in (holder.name, *holder.aliases)
        if " " in name_key(name) and holder not in holders_named(name)
    ]
    assert missed == []


def test_holders_are_called_by_their_surnames():
    holders = all_holders()
    for holder in (*holders[:40], *holders[-40:]):
        assert all(called.name for called in holders_called(holder.name.split()[-1]))


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Sheikh Hasina", True), ("Sheikh Tamim", False), ("President Joe Biden", False), ("Joe Biden", True)],
)
def test_begins_with_name_tells_a_name_from_a_title(words: str, expected: bool) -> None:
    assert begins_with_name(words) is expected
