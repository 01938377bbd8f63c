# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.archive.fulltext import _fts5
from readout.archive.stems import stem_of
from readout.archive.terms import stems
from readout.archive.wanted import All, AnyOf, Not, Phrase, is_met, wanted_words
from readout.errors import ConfigError


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("meetings", "meet"), ("meeting", "meet"), ("agreed", "agre"), ("agreement", "agreement"),
        ("sanctions", "sanction"),
        ("relational", "relat"), ("ponies", "poni"), ("hopping", "hop"), ("falling", "fall"),
        ("filing", "file"), ("happy", "happi"),
        ("sky", "sky"), ("adoption", "adopt"), ("probate", "probat"), ("controlling", "control"),
        ("an", "an"), ("é", "é"), ("g20", "g20"),
    ],
)  # fmt: skip
def test_stem_is_that_of_porters_paper(word: str, stem: str) -> None:
    assert stem_of(word) == stem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Côte d’Ivoire’s talks", ["cote", "divoir", "talk"]),
        ("Russia's and ministers' U.S. visit", ["russia", "minist", "u", "s", "visit"]),
        ("COVID-19 wasn't", ["covid", "19", "wasnt"]),
        ("of the and", []),
    ],
)
def test_words_are_cut_folded_and_stemmed(text: str, expected: list[str]) -> None:
    assert stems(text) == expected


def test_words_side_by_side_or_excluded_are_read() -> None:
    wanted = wanted_words('grain OR wheat "Black Sea" -odesa')
    assert wanted == All(
        (
            AnyOf((Phrase(("grain",)), Phrase(("wheat",)))),
            Phrase(("black", "sea")),
            Not(Phrase(("odesa",))),
        )
    )


@pytest.mark.parametrize("typed", ["", "  ", '""', "the of", "-", "OR", "…?!"])
def test_what_has_no_word_is_an_error_that_shows_how(typed: str) -> None:
    with pytest.raises(ConfigError, match="expected words"):
        wanted_words(typed)


@given(st.text(max_size=60))
def test_nothing_that_is_typed_is_an_error_of_the_database(typed: str) -> None:
    try:
        wanted = wanted_words(typed)
    except ConfigError:
        return
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE VIRTUAL TABLE t USING fts5(terms, content='', columnsize=0, tokenize='ascii')")
        database.execute("INSERT INTO t(rowid, terms) VALUES (1, ?)", (" ".join(["§f", *stems(typed)]),))
        found = database.execute("SELECT rowid FROM t WHERE t MATCH ?", (_fts5(wanted),)).fetchall()
    assert bool(found) == is_met(wanted, ["§f", *stems(typed)])
