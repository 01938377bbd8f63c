# SPDX-License-Identifier: Apache-2.0
"""What is a copy, and how; what only looks like one."""

from __future__ import annotations

import pytest

from benchmarks.quality.desk import FOOTERS, base_text, write
from readout.archive.likeness import Kinship, is_update_of, likeness_of
from readout.archive.wording import wording_of


def kinship(one: str, other: str) -> Kinship | None:
    found = likeness_of(wording_of(one), wording_of(other))
    return None if found is None else found.kinship


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([["curly"]], Kinship.COPY),
        ([["curly"], ["wrap", 60]], Kinship.COPY),
        ([["american"], ["digits"]], Kinship.COPY),
        ([["headline", "Canal open again"]], Kinship.RETITLED),
        ([["byline", "By A Desk"], ["credit", 0]], Kinship.WIRE),
        ([["dateline", "(EP) —"], ["strip front"], ["footer", 1]], Kinship.WIRE),
        ([["trim", 0.4]], Kinship.TRIMMED),
        ([["cut", 1, 3]], Kinship.TRIMMED),
        ([["toll", 0, 12]], Kinship.UPDATED),
        ([["merge", "kigali-1", 0.3]], Kinship.FULLER),
    ],
)
def test_kinship_of_what_desks_do(steps: list[list[object]], expected: Kinship):
    original, edited = base_text("suez-1"), write(["suez-1", *steps])
    assert edited != original
    assert kinship(edited, original) is expected
    assert kinship(original, edited) is expected.reverse


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["suez-1"], ["suez-2"]),  # shared quotations
        (["turkey-syria-earthquake"], ["quake-2"]),
        (["suez-1", ["footer", 3]], ["kigali-1", ["footer", 3]]),
        (["suez-1", ["trim", 0.25], ["footer", 4]], ["kigali-1", ["trim", 0.25], ["footer", 4]]),
        (["weather:1"], ["weather:2"]),
        (["results:1"], ["results:2"]),
        (["karabakh-ceasefire", ["merge", "suez-1", 0.6]], ["suez-1"]),  # the second item of a digest
    ],
)
def test_what_only_looks_like_a_copy(one: list[object], other: list[object]):
    assert kinship(write(one), write(other)) is None


def test_a_bulletin_is_a_copy_of_itself_in_other_dress():
    assert (
        kinship(write(["weather:1", ["byline", "Staff"], ["credit", 3]]), write(["weather:1", ["straight"]]))
        is Kinship.WIRE
    )


def test_shared_words_are_those_of_passages():
    one, other = (
        wording_of("A b c d e f g. Then something else."),
        wording_of("Quite new: a b c d e f, and no more of it."),
    )
    from readout.archive.likeness import shared_words

    assert [word for word, is_shared in zip(one.words, shared_words(one, other), strict=True) if is_shared] == list(
        "Abcdef"
    )


def test_what_stands_in_quotation_marks_does_not_count():
    speech = (
        "We will not be moved from this place, not today and not in a hundred years, because it is ours and always has been. "
        * 2
    )
    one_lead = (
        "Thousands heard the leader of the strike speak on Sunday in the old market, where stalls had been cleared."
    )
    other_lead = (
        "On the steps of the town hall a woman lit a candle for those who were gone, and many who stood near her wept."
    )
    one = f"Rally in the square\n\n{one_lead}\n\n“{speech}” he said."
    other = f"A day of anger\n\n{other_lead}\n\n“{speech}” were his words."
    assert kinship(one, other) is None
    assert kinship(one.replace("“", "").replace("”", ""), other.replace("“", "").replace("”", "")) is not None


@pytest.mark.parametrize(
    ("steps", "is_update"),
    [([["toll", 0, 5], ["trim", 0.7]], True), ([["insert", "suez-2", 0, 0], ["cut", 2, 3]], True), ([], True)],
)
def test_another_text_at_the_same_address_is_an_update(steps: list[list[object]], is_update: bool):
    assert is_update_of(write(["suez-1", *steps]), base_text("suez-1")) is is_update


def test_another_story_at_the_same_address_is_no_update():
    assert not is_update_of(base_text("kigali-1") + FOOTERS[0], base_text("suez-1") + FOOTERS[0])
