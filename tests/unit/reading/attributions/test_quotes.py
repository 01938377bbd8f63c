# SPDX-License-Identifier: Apache-2.0
"""Quotation marks of every kind are paired; apostrophes, feet and inches are left alone."""

from __future__ import annotations

import pytest

from readout.reading.attributions.quotes import Quotation, find_quotations
from readout.text import Span
from tests.support.patience import patience


def quoted(text: str) -> list[str]:
    return [quotation.inner.of(text) for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “no” and left.", ["no"]),
        ('He said "no" and left.', ["no"]),
        ("He said ‘no’ and left.", ["no"]),
        ("He said 'no' and left.", ["no"]),
        ("He said ``no'' and left.", ["no"]),
        ("He said ''no'' and left.", ["no"]),
        ("He said `no' and left.", ["no"]),
        ("Er sagte „nein“ und ging.", ["nein"]),
        ("On a dit «non» puis « rien ».", ["non", "rien"]),
        ("Er sagte »nein« und ging.", ["nein"]),
        ("He said ‹no› and 「yes」.", ["no", "yes"]),
        ("“One,” he said, “and two.”", ["One,", "and two."]),
        ('"One," he said, "and two."', ["One,", "and two."]),
        ('("One") ["two"] —"three"—', ["One", "two", "three"]),
        ('He called it “mixed" and "mixed”.', ["mixed", "mixed"]),
        ("Envoy sees ‘some progress’ after a week of talks", ["some progress"]),
        ("\"I hate the word 'never,' \" he said.", ["I hate the word 'never,'", "never,"]),
    ],
)
def test_quotation_is_found(text: str, inner: list[str]):
    assert quoted(text) == inner


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' talks weren't over.",
        "The ministers’ talks weren’t over.",
        "Hawai‘i and O’Neill’s and rock 'n' roll",
        "In the '90s and the ‘80s they loved 'em; 'twas so.",
        "He is 6'2\" tall and the wall is 5' high.",
        'He is 6’ 2" tall.',
        'A 40" screen.',
        '"" and “” and “ ” hold nothing.',
        "» Read more",
        "It's the dogs' bowl, it's James's.",
        "",
    ],
)
def test_what_is_no_quotation_is_left_alone(text: str):
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“I don’t know,” she said.", ["I don’t know,"]),
        ("'I don't know the ministers' plan,' he said.", ["I don't know the ministers' plan,"]),
        ("‘The ministers’ plan is dead,’ he said.", ["The ministers’ plan is dead,"]),
        ("‘tariffs’ and the ministers’ plan", ["tariffs"]),
        ("‘We love rock ’n’ roll,’ he said.", ["We love rock ’n’ roll,"]),
        ("The dogs' 'bowl' was full.", ["bowl"]),
        ('"I am 6\'2" tall," he said.', ["I am 6'2\" tall,"]),
        ('"We won in the \'90s," he said.', ["We won in the '90s,"]),
    ],
)
def test_apostrophes_do_not_end_a_quotation(text: str, inner: list[str]):
    assert quoted(text) == inner


def test_quotation_within_a_quotation_is_deeper():
    text = "“He told me, ‘I will “never” go,’ and left,” she said."
    found = [(quotation.inner.of(text), quotation.depth) for quotation in find_quotations(text)]
    assert found == [("He told me, ‘I will “never” go,’ and left,", 0), ("I will “never” go,", 1), ("never", 2)]


def test_double_quotation_within_a_single_one_is_deeper():
    text = "‘I told him: “No.” Twice,’ she said."
    assert [quotation.depth for quotation in find_quotations(text)] == [0, 1]


@pytest.mark.parametrize("text", ["'''Bad,' he said,'' she said.", "``It was `bad,''' he said."])
def test_run_of_single_marks_is_cut(text: str):
    assert len(find_quotations(text)) == 2


def test_quotation_knows_its_marks_and_words():
    assert find_quotations("He said “not  now ” twice.") == [
        Quotation(Span(8, 19), Span(9, 17), closed=True, continued=False, words=2, depth=0)
    ]


def test_scare_quote_has_few_words():
    speech, scare = find_quotations("“We will not accept it,” he said of the “deal”.")
    assert (speech.words, scare.words) == (5, 1)


@pytest.mark.parametrize("mark", ["“", '"', "``", "''", "„", "«"])
def test_quotation_goes_on_in_the_next_paragraph(mark: str):
    closing = {"“": "”", "``": "''", "„": "“", "«": "»"}.get(mark, mark)
    text = f"{mark}One.\n\n{mark}Two.\n\n{mark}Three,{closing} he said.\n\n{mark}Four,{closing} he said."
    found = [(q.inner.of(text), q.closed, q.continued) for q in find_quotations(text)]
    assert found == [
        ("One.", False, False),
        ("Two.", False, True),
        ("Three,", True, True),
        ("Four,", True, False),
    ]


def test_quotation_goes_on_only_where_the_next_paragraph_opens_with_a_mark():
    text = "“One.\n\nShe said “two” then."
    assert [q.continued for q in find_quotations(text)] == [False, False]


def test_quotation_goes_on_past_a_paragraph_that_is_left_out():
    text = "“One.\n\nAdvertisement\n\n“Two,” he said."
    regions = [Span(0, 5), Span(22, len(text))]
    assert [q.continued for q in find_quotations(text, regions)] == [False, True]


def test_unclosed_mark_ends_with_its_paragraph():
    text = "He said “no and left.\n\nThen he came back."
    (quotation,) = find_quotations(text)
    assert (quotation.span.of(text), quotation.closed) == ("“no and left.", False)


def test_mark_that_is_opened_again_is_a_stray_one():
    assert quoted('"I said this, he noted. "And that," he said.') == ["And that,"]


def test_unclosed_single_mark_is_no_quotation():
    assert quoted("He said 'no and left.") == []


def test_closing_mark_alone_is_no_quotation():
    assert quoted('no” he said, no" and no’ and “yes”') == ["yes"]


def test_quotation_runs_over_the_lines_of_one_paragraph():
    text = (
        "The president of the council said that the talks had “failed for the\n"
        "time being” and that a new round of them would have to be called by the\n"
        "states that take part in them, of which there are seven in all, and\n"
        "that he would not stand in the way of it if it were to happen soon.\n"
    )
    assert quoted(text) == ["failed for the\ntime being"]


@pytest.mark.parametrize(
    "text",
    [
        "“" * 20_000,
        "”" * 20_000,
        '"' * 20_000,
        "'" * 20_000,
        "“a” " * 10_000,
        "“‘" * 10_000 + "’”" * 10_000,
        "“ a ‘ b " * 10_000 + "x",
        "''' x" * 6_000,
        "“a\n\n" * 10_000,
        "6'2\" " * 10_000,
        "the ministers’ ‘talks’ " * 6_000,
        " " * 1_000_000 + "“a” ",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_time_grows_linearly(text: str):
    with patience():
        find_quotations(text)
