# SPDX-License-Identifier: Apache-2.0
"""Reports are placed as they are added, on both databases."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

pytest.importorskip("sqlalchemy", reason="needs the extra 'archive'")

from sqlalchemy import Connection, delete, func, insert, select, update

from benchmarks.quality.copy_archive import add, unpack
from benchmarks.quality.desk import FOOTERS, base_text, paragraphs_of, write
from readout.archive.copies import HOLDERS, rebuild
from readout.archive.engine import open_engine
from readout.archive.likeness import Kinship
from readout.archive.schema import appearances, metadata, reports, sketches, texts

SUEZ = base_text("suez-1")
SUEZ_TOLD_ANEW = base_text("suez-2")
KIGALI = base_text("kigali-1")
SUEZ_CUT = write(["suez-1", ["trim", 0.5]])
SUEZ_UPDATED = write(["suez-1", ["toll", 0, 7]])


@pytest.fixture
def connection(archive_address: str) -> Iterator[Connection]:
    engine = open_engine(archive_address)
    with engine.begin() as connection:
        metadata.create_all(connection)
        yield connection
    engine.dispose()


def told(connection: Connection) -> dict[int, int]:
    """Return which text each report tells."""
    return {row.id: row.text_id for row in connection.execute(select(reports.c.id, reports.c.text_id))}


def partition(connection: Connection, names: list[str]) -> set[frozenset[str]]:
    """Return which of the reports, given in the order of their ids, share a text."""
    texts_of = told(connection)
    groups: dict[int, set[str]] = {}
    for number, name in enumerate(names, 1):
        groups.setdefault(texts_of[number], set()).add(name)
    return {frozenset(group) for group in groups.values()}


def counts(connection: Connection) -> dict[int, tuple[int, int]]:
    rows = connection.execute(select(texts.c.id, texts.c.reports, texts.c.appearances).where(texts.c.reports > 0))
    return {row.id: (row.reports, row.appearances) for row in rows}


def test_a_copy_joins_the_text_of_the_first(connection: Connection):
    first, copy = add(connection, 1, SUEZ), add(connection, 2, SUEZ_CUT)
    assert (first.copy_of, first.kinship) == (None, None)
    assert (copy.text_id, copy.copy_of, copy.kinship) == (first.text_id, 1, Kinship.TRIMMED)
    assert connection.execute(select(reports.c.text_id, reports.c.copy_of, reports.c.kinship).where(reports.c.id == 2)).one() == (
        first.text_id, 1, "trimmed",
    )  # fmt: skip
    assert counts(connection) == {first.text_id: (2, 2)}


def test_its_own_text_is_taken_away(connection: Connection):
    for number, text in enumerate((SUEZ, SUEZ_CUT, SUEZ_UPDATED), 1):
        add(connection, number, text)
    assert connection.scalar(select(func.count()).select_from(texts)) == 1


def test_the_same_event_told_anew_is_a_text_of_its_own(connection: Connection):
    placed = [add(connection, number, text) for number, text in enumerate((SUEZ, SUEZ_TOLD_ANEW, KIGALI), 1)]
    assert len({placement.text_id for placement in placed}) == 3
    assert all(placement.copy_of is None for placement in placed)


def test_the_shorter_one_first_makes_the_other_the_fuller(connection: Connection):
    add(connection, 1, SUEZ_CUT)
    assert add(connection, 2, SUEZ).kinship is Kinship.FULLER


def test_a_report_that_is_like_two_texts_joins_them(connection: Connection):
    head = "\n\n".join(paragraphs_of(SUEZ)[:6])
    story = paragraphs_of(KIGALI)
    # Two halves of one report have nothing in common until the whole of it comes.
    early, late = "\n\n".join(story[2:5]), "\n\n".join(story[3:])
    assert add(connection, 1, early).copy_of is None
    add(connection, 2, head)
    both = add(connection, 3, late)
    assert both.copy_of is None or both.text_id == 1
    whole = add(connection, 4, KIGALI)
    assert told(connection)[1] == told(connection)[3] == whole.text_id != told(connection)[2]
    first_of = connection.execute(
        select(reports.c.id).where(reports.c.text_id == whole.text_id, reports.c.copy_of.is_(None))
    ).all()
    assert len(first_of) == 1
    assert counts(connection)[whole.text_id] == (3, 3)


def test_a_digest_joins_nothing_that_it_is_made_of(connection: Connection):
    add(connection, 1, SUEZ)
    add(connection, 2, KIGALI)
    digest = add(connection, 3, write(["suez-1", ["merge", "kigali-1", 0.5]]))
    assert (digest.text_id, digest.joined) == (told(connection)[1], ())
    assert told(connection)[1] != told(connection)[2]


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_adding_changes_nothing(connection: Connection, seed: int):
    family = {
        "full": SUEZ,
        "cut": SUEZ_CUT,
        "cut to the bone": write(["suez-1", ["trim", 0.3]]),
        "updated": SUEZ_UPDATED,
        "dressed": write(["suez-1", ["strip front"], ["byline", "By A Desk"], ["american"], ["curly"], ["footer", 3]]),
        "retitled": write(["suez-1", ["headline", "Canal open again"]]),
        "cut and dressed": write(["suez-1", ["trim", 0.6], ["straight"], ["credit", 1]]),
        "told anew": SUEZ_TOLD_ANEW,
        "stranger": KIGALI,
    }
    names = sorted(family)
    random.Random(seed).shuffle(names)
    for number, name in enumerate(names, 1):
        add(connection, number, family[name])
    wanted = {frozenset(family.keys() - {"told anew", "stranger"}), frozenset({"told anew"}), frozenset({"stranger"})}
    assert partition(connection, names) == wanted
    assert sorted(counts(connection).values()) == [(1, 1), (1, 1), (7, 7)]


def test_copies_add_little_to_what_is_kept(connection: Connection):
    add(connection, 1, SUEZ)
    before = connection.scalar(select(func.count()).select_from(sketches)) or 0
    add(connection, 2, write(["suez-1", ["headline", "Canal open again"]]))
    assert connection.scalar(select(func.count()).select_from(sketches)) == before + 1


def test_a_footer_under_everything_is_kept_a_bounded_number_of_times(connection: Connection):
    words = f"{SUEZ} {KIGALI}".split()
    for number in range(HOLDERS + 20):
        own = " ".join(random.Random(number).choices(words, k=120))
        add(connection, number + 1, f"Notes\n\n{own}, it was said.\n\n{FOOTERS[4]}")
    most = select(func.count().label("n")).select_from(sketches).group_by(sketches.c.value).subquery()
    assert connection.scalar(select(func.max(most.c.n))) == HOLDERS
    assert len(set(told(connection).values())) == HOLDERS + 20


def test_a_text_without_words_is_alone(connection: Connection):
    assert add(connection, 1, "— — —").copy_of is None
    assert add(connection, 2, "…").copy_of is None


def test_rebuilding_joins_what_two_writers_parted(connection: Connection):
    """As if neither had seen the other's: each with a text of its own and no sketch."""
    for number, text in enumerate((SUEZ, KIGALI, SUEZ_CUT, SUEZ_UPDATED), 1):
        add(connection, number, text)
        connection.execute(insert(appearances).values(
            report_id=number, address=f"a{number}", version=1, basis="{}", added="2026-11-25T20:15:00Z",
        ))  # fmt: skip
    placed = told(connection)
    for number in (3, 4):
        (own,) = connection.execute(insert(texts).values(reports=1, appearances=1)).inserted_primary_key or (0,)
        connection.execute(
            update(reports).where(reports.c.id == number).values(text_id=own, copy_of=None, kinship=None)
        )
    connection.execute(delete(sketches))
    rebuilt = rebuild(connection, unpack=unpack)
    assert (rebuilt.reports, rebuilt.texts_before, rebuilt.texts) == (4, 4, 2)
    assert told(connection) == placed
    assert counts(connection) == {placed[1]: (3, 3), placed[2]: (1, 1)}
    assert connection.scalar(select(func.count()).select_from(texts)) == 2


def test_rebuilding_twice_changes_nothing(connection: Connection):
    names = ["suez-1", "suez-2", "kigali-1", "philae-1", "philae-2"]
    for number, name in enumerate(names, 1):
        add(connection, number, base_text(name))
    add(connection, 6, SUEZ_CUT)

    def all_of() -> list[object]:
        kept = select(reports.c.id, reports.c.text_id, reports.c.copy_of, reports.c.kinship).order_by(reports.c.id)
        return [connection.execute(kept).all(), sorted(connection.execute(select(sketches)).all()), counts(connection)]

    before = all_of()
    rebuild(connection, unpack=unpack)
    # The reports have no appearances here, and those are counted anew.
    assert all_of()[:2] == before[:2]
