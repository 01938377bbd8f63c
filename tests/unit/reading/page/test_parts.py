# SPDX-License-Identifier: Apache-2.0
"""The layouts of news in plain text. All reports here were written for this test; nothing in them happened."""

from __future__ import annotations

import re

import pytest

from readout.reading.page.parts import Part, Parts, find_parts
from readout.reading.reading import Reading
from readout.report import Report
from readout.text import Span
from tests.support.patience import patience


def parts_of(text: str) -> list[tuple[str, str]]:
    """Kind and first 40 characters of every part."""
    return [(part.kind, part.span.of(text)[:40]) for part in find_parts(text)]


def kinds_of(text: str) -> list[str]:
    return [part.kind for part in find_parts(text)]


WIRE = """Lisbon and Madrid sign rail accord after night of talks

By Ana Sousa and Peter Holm

LISBON, June 4 (Reuters) - Portugal and Spain signed an accord on Tuesday to build a fast line between their capitals.

"We have waited thirty years for this," Portuguese minister Rui Costa told reporters.

(Reporting by Ana Sousa in Lisbon; Editing by Mark Ford)"""


def test_wire_has_headline_byline_dateline_and_reporters():
    assert parts_of(WIRE) == [
        ("headline", "Lisbon and Madrid sign rail accord after"),
        ("byline", "By Ana Sousa and Peter Holm"),
        ("dateline", "LISBON, June 4 (Reuters)"),
        ("body", "Portugal and Spain signed an accord on T"),
        ("body", '"We have waited thirty years for this," '),
        ("byline", "(Reporting by Ana Sousa in Lisbon; Editi"),
    ]


WEB = """World

Flood kills dozens in northern valley as rescuers search for missing

Prime minister declares three days of mourning and promises help to families who lost their homes

Published: 12 March 2021 14:05 GMT
Updated: 12 March 2021 18:20 GMT

Jane Doe in Marani

Share
Facebook Twitter WhatsApp

Rescuers carry a boy from a flooded house in Marani. Photograph: John Roe/AFP/Getty Images

At least 42 people have died in floods in the country's north, the interior ministry said on Friday.

“We have never seen so much water,” said Lena Okoro, a teacher. “It came in minutes.”

Advertisement

The government has sent two battalions to the valley.

Related:
Why the dams did not hold
Ten years of floods in pictures

The rain is expected to last until Sunday.

Follow us on Twitter and Facebook

© 2021 The Daily Example. All rights reserved."""


def test_web_page_is_sorted():
    assert parts_of(WEB) == [
        ("boilerplate", "World"),
        ("headline", "Flood kills dozens in northern valley as"),
        ("standfirst", "Prime minister declares three days of mo"),
        ("dateline", "Published: 12 March 2021 14:05 GMT"),
        ("dateline", "Updated: 12 March 2021 18:20 GMT"),
        ("byline", "Jane Doe in Marani"),
        ("boilerplate", "Share"),
        ("boilerplate", "Facebook Twitter WhatsApp"),
        ("caption", "Rescuers carry a boy from a flooded hous"),
        ("credit", "Photograph: John Roe/AFP/Getty Images"),
        ("body", "At least 42 people have died in floods i"),
        ("body", "“We have never seen so much water,” said"),
        ("boilerplate", "Advertisement"),
        ("body", "The government has sent two battalions t"),
        ("boilerplate", "Related:"),
        ("boilerplate", "Why the dams did not hold"),
        ("boilerplate", "Ten years of floods in pictures"),
        ("body", "The rain is expected to last until Sunda"),
        ("boilerplate", "Follow us on Twitter and Facebook"),
        ("boilerplate", "© 2021 The Daily Example. All rights res"),
    ]


CAPTION_BEFORE_BYLINE = """Kenyan ministers meet doctors as strike enters third week

Union leaders say they will return to work only if the government honours a pay agreement.

Doctors march through Nairobi during the third week of their strike over pay [Tom Otieno/Reuters]

By Example Staff

Published On 2 Apr 2024

Ministers have met leaders of the doctors' union for the first time since they walked out, their office said.

Hospitals across the country have turned patients away.

SOURCE: EXAMPLE AND NEWS AGENCIES"""


def test_caption_before_byline():
    assert kinds_of(CAPTION_BEFORE_BYLINE) == [
        "headline", "standfirst", "caption", "credit", "byline", "dateline", "body", "body", "source_line",
    ]  # fmt: skip


TWO_CAPTIONS = """Bishop visits island where migrants land

The guest urged Europe to open its doors.

Bishop Jane Doe waves to the crowd as she arrives in the harbour.
The bishop listens to a group of women who crossed the sea in May, three of whom lost children [File: John Roe/AP Photo]

Bishop Jane Doe prayed on Monday for migrants who have died at sea, her office said.

The visit was her first outside the capital."""


def test_every_line_of_a_caption_is_a_caption():
    assert parts_of(TWO_CAPTIONS)[1:5] == [
        ("standfirst", "The guest urged Europe to open its doors"),
        ("caption", "Bishop Jane Doe waves to the crowd as sh"),
        ("caption", "The bishop listens to a group of women w"),
        ("credit", "[File: John Roe/AP Photo]"),
    ]


LABELLED_PICTURES = """Dam collapse: What we know so far

5 minutes ago

Jane Doe
BBC News

Getty Images
Soldiers search for survivors near the dam

A dam has burst in the east of the country and thousands of people have fled, officials say.

Image source, Reuters
Image caption, The dam was built in 1974

The government says that it had been inspected in May."""


def test_pictures_with_labels():
    assert kinds_of(LABELLED_PICTURES) == [
        "headline", "dateline", "byline", "byline", "credit", "caption", "body", "credit", "caption", "body",
    ]  # fmt: skip


PICTURE_IN_THE_STORY = """Voters head to polls in tight race

The polls opened at seven on Sunday in a race that surveys call a tie.

Voters queue outside a polling station in the capital on Sunday. (Photo by Jane Doe/AFP)

Turnout by noon was 31 percent, the election commission said.

A second round will be held in May if nobody wins half of the votes."""


def test_picture_below_the_first_paragraph_makes_it_no_standfirst():
    assert kinds_of(PICTURE_IN_THE_STORY) == ["headline", "body", "caption", "credit", "body", "body"]


def test_line_above_a_credit_is_a_caption_though_it_quotes():
    text = STORY.format("[A fisher by the river. “It is ours,” he said on Sunday.]\n(Daily Example photo)")
    assert kinds_of(text) == ["headline", "body", "caption", "credit", "body"]


ONE_LINE_EACH = """Ministers agree to reopen border crossing
Traders had waited since March for the decision.
By John Smith, Example News, Accra
The two governments agreed on Thursday to reopen the crossing, officials from both sides said.
"It is good news," said Kojo Mensah, who sells rice at the market there.
The crossing was closed in March after a dispute over tariffs."""


def test_lines_without_blank_lines_between_them():
    assert kinds_of(ONE_LINE_EACH) == ["headline", "standfirst", "byline", "body", "body", "body"]


WRAPPED = """PRESIDENT NAMES NEW CABINET

QUITO, 4 MAR 91 (EFE) -- The president today named a new cabinet of twelve
ministers, four of whom have never held office before, the government said in
a statement that was read on the radio by its spokesman.

The opposition said that it would vote against the budget whoever presents it
and called on the new minister of finance to resign before he has begun.  The
minister gave no answer."""


def test_lines_broken_at_a_width_are_one_paragraph():
    assert kinds_of(WRAPPED) == ["headline", "dateline", "body", "body"]


CAPITALS = """MINISTERS SIGN ACCORD ON RIVER

GENEVA, 12 JUNE 1994 (REUTERS) - MINISTERS OF THE TWO STATES SIGNED AN ACCORD ON THE RIVER ON SUNDAY.

THE ACCORD WILL RUN FOR TEN YEARS, A SPOKESMAN SAID."""


def test_report_in_capitals():
    assert kinds_of(CAPITALS) == ["headline", "dateline", "body", "body"]


NO_STOPS = """ministers meet in geneva

the ministers met in geneva on monday to talk about the river and the dam that stands on it and they did not agree

the talks will go on next week said a spokesman for the host"""


def test_report_without_punctuation():
    assert kinds_of(NO_STOPS) == ["headline", "body", "body"]


STOPPED_TITLE = """Port strike ends after union wins pay rise.

Dockers went back to work on Thursday at all nine ports of the country, and the first ships were unloaded before noon.

The union had called the strike in May, when talks on pay broke down."""


def test_title_may_end_in_a_full_stop():
    assert kinds_of(STOPPED_TITLE) == ["headline", "body", "body"]


BROKEN_TITLE = """A bridge too many;
Two towns ask who will pay for the second.

The mayors of the two towns met on the old bridge on Monday and left without an answer.

The new one was opened a year ago."""


def test_title_may_run_over_two_lines():
    assert kinds_of(BROKEN_TITLE) == ["headline", "headline", "body", "body"]


NO_HEADLINE = """The central bank raised its rate by half a point on Wednesday, its third rise this year.

Governor Lee Min said that inflation was "too high for too long".

Economists had expected a smaller step."""


@pytest.mark.parametrize(
    "text",
    [
        NO_HEADLINE,
        "Ceasefire",
        "The ministers met.",
        ["WASHINGTON (AP)", "Ministers met."][1],
        "The paper said in its editorial on Monday:\n\nThe war must end, and the sooner it ends the better it is.",
    ],
)
def test_report_may_be_nothing_but_body(text: str):
    assert set(kinds_of(text)) == {"body"}


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\u00a0\n"])
def test_nothing_has_no_parts(text: str):
    assert find_parts(text) == ()


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS (AP) —",
        "WASHINGTON, May 3 (Reuters) -",
        "KYIV, Ukraine —",
        "Geneva, 12 June 2024 –",
        "NEW DELHI:",
        "DOVER, Del. (AP) --",
        "JERUSALEM/GAZA, Oct. 9, 2012 (AFP) —",
        "ACCRA, Ghana (AP) _",
        "Washington (CNN)",
        "(Reuters) -",
        "LAGOS (Daily Example) —",
        "Dar es Salaam —",
        "CAMERINO, Italy, Sept 13 2022 (Reuters) -",
        "KINGSTOWN, St Vincent (15 Dec 2023) —",
        "KHARTOUM, Sudan, April 22, 2023, 18:05 (Sudan Tribune) —",
        "Hanoi, September 3 (VNA) –",
        "GENEVA, 14 October (WAM) /",
        "MOSCOW, April 2. /TASS/.",
        "BRUSSELS, September 3 /Ukrinform/.",
        "Guayaquil, Ecuador, Nov 14 (EFE).-",
        "NEW DELHI, Sep 3 (PTI)",
        "New Delhi [India], September 3 (ANI):",
        "BAKU, Azerbaijan, September 3.",
        "YEREVAN, SEPTEMBER 3, ARMENPRESS.",
        "ADDIS ABABA, September 3/2023 (ENA) –",
        "NEW YORK, 13 May 2024 |",
    ],
)
def test_dateline_is_apart_from_the_story_and_its_dash(dateline: str):
    text = (
        f"Ministers sign accord on river\n\n{dateline} The ministers signed an accord on Sunday, they said.\n\nIt ends."
    )
    found = find_parts(text)
    assert [part.kind for part in found] == ["headline", "dateline", "body", "body"]
    assert found[1].span.of(text) == re.sub(r"[ .:]*[—–_:-]*$| [/|]$|\.$", "", dateline)
    assert found[2].span.of(text).startswith("The ministers signed")


@pytest.mark.parametrize(
    "opening",
    [
        "The minister — a lawyer — left on Sunday.",
        "In a move that shocked the world — The Hague said so — he left.",
        "BREAKING — The minister left on Sunday.",
        "Senator Smith (R-Ohio) — The man who wrote the law — left.",
        "The man, 42, left on Sunday - too late.",
        "He said: “No.”",
        "In Paris, on May 3. The minister left.",
        "The Treaty of Paris, September 3 (or so) The minister left.",
    ],
)
def test_dash_alone_makes_no_dateline(opening: str):
    assert "dateline" not in kinds_of(f"Minister leaves\n\n{opening}\n\nHe was in office for a year.")


def test_speakers_of_a_transcript_are_no_datelines():
    text = "Two candidates meet on stage\n\nSMITH: We will win.\n\nJONES: No, we will.\n\nSMITH: We shall see."
    assert "dateline" not in kinds_of(text)


def test_dateline_without_a_headline_opens_the_report():
    assert kinds_of("ACCRA, Ghana (AP) _\n\nA bridge fell on Friday, the police said.\n\nNobody was on it.") == [
        "dateline", "body", "body",
    ]  # fmt: skip


def test_byline_and_dateline_within_the_first_paragraph():
    opening = "By JANE DOE and JOHN ROE, Associated Press KYIV, Ukraine (AP) — The sides swapped prisoners."
    text = f"{opening}\n\nIt was the fifth."
    assert parts_of(text) == [
        ("byline", "By JANE DOE and JOHN ROE, Associated Pre"),
        ("dateline", "KYIV, Ukraine (AP)"),
        ("body", "The sides swapped prisoners."),
        ("body", "It was the fifth."),
    ]


def test_reporters_within_the_last_paragraph():
    text = "Talks go on\n\nThe talks will go on. (Reporting by Jane Doe; Editing by John Roe)"
    assert kinds_of(text) == ["headline", "body", "byline"]


STORY = (
    "Ministers sign accord on river\n\nThe two ministers signed an accord on the river on Sunday, a spokesman said."
    "\n\n{}\n\nIt will run for ten years, and either side may end it, said the spokesman."
)


def kind_within_story(line: str) -> str:
    text = STORY.format(line)
    return next(part.kind for part in find_parts(text) if part.span.of(text) == line)


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Facebook",
        "Follow Jane Doe on Twitter @janedoe.",
        "Read more: Ten rivers that dry up",
        "Sign up for our newsletter",
        "Subscribe now",
        "Advertisement",
        "Click here to see the map",
        "Share this",
        "Copyright 2018 Example TV. All rights reserved.",
        "This article was originally published in The Example.",
        "This story has been updated with the spokesman's answer.",
        "Editor's note: The first version of this report gave a wrong date.",
        "Tags: rivers, accords",
        "The views expressed here are the author's own.",
        "Watch the full interview below:",
        "WATCH: How the river was won",
        "You may also like",
        "5 min read",
        "___",
        "* * *",
        "Email jane@example.org with tips.",
        "For more news, visit our website",
    ],
)
def test_boilerplate_is_kept_out_of_the_story(line: str):
    assert kind_within_story(line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Shares in the dam's builder fell by 5 percent.",
        "Watch for prices to rise, said an analyst.",
        "“Follow me,” he told the crowd.",
        "“Read more books,” she said.",
        "Support for the accord fell to 31 percent.",
        "By Friday, the water had gone.",
        "The source: a spring in the hills, he said.",
        "More than 40 people died.",
        "Sign language was used at the talks.",
        "The shooting was reported from the north.",
        "The minister and his wife contributed to the campaign.",
        "The video, shared via Reuters, shows a man.",
        "Picture this: a river without water.",
        "Copy editors at the paper went on strike.",
        "Printing of the accord began.",
        "Related to the accord is a plan for a dam.",
        "He joined us, she said.",
        "The president speaks at the summit on Monday.",
        "Maria Keller, a professor of law, said that the accord would hold.",
        "- A dam is to be built.",
        "Cookie makers went on strike.",
        "Terms of the accord were not disclosed.",
        "Promoted to general in May, he left.",
        "Sponsored by the two states, the dam is to be built.",
        "Copyright law does not cover rivers.",
        "Report was published on Monday.",
        "This report was published by the two states on Monday.",
        "Reported in May, the leak was never found.",
        "Most popular of all was the dam.",
        "More news of the river came in.",
        "Advertisement for the dam caused anger.",
        "Visit of the ministers ends.",
    ],
)
def test_news_is_not_taken_for_boilerplate(line: str):
    assert kind_within_story(line) == "body"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Getty Images", "credit"),
        ("(AP Photo/Jane Doe)", "credit"),
        ("Photo: Jane Doe/AFP", "credit"),
        ("Jane Doe via Getty Images", "credit"),
        ("ASSOCIATED PRESS.", "credit"),
        ("Jane Doe contributed reporting.", "byline"),
        ("Doe reported from Washington.", "byline"),
        ("Contributing: Jane Doe and John Roe", "byline"),
        ("By a correspondent of The Example", "body"),
        ("By our own correspondent", "byline"),
        ("From our foreign staff", "byline"),
        ("(Daily Example photo)", "credit"),
        ("Additional reporting by Jane Doe in Accra; editing by John Roe", "byline"),
        ("(h/t The Example)", "source_line"),
    ],
)
def test_furniture_within_the_story_is_named(line: str, kind: str):
    assert kind_within_story(line) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Source: Example and news agencies", "source_line"),
        ("Sources: Reuters, AFP", "source_line"),
        ("Example and agencies", "source_line"),
        ("- Reuters.", "source_line"),
        ("Reuters", "source_line"),
        ("With inputs from PTI", "source_line"),
        ("— Jane Doe", "byline"),
    ],
)
def test_end_of_the_report_is_named(line: str, kind: str):
    assert kinds_of(STORY.format("The river is long.") + "\n\n" + line)[-1] == kind


AUTHOR = (
    "Why the treaty will hold\n\nThe treaty that was signed in June has few friends, but it will hold.\n\n"
    "Neither side can afford to leave it.\n\nIt was long in the making.\n\n{}"
)


def test_note_on_an_author_whom_the_story_does_not_name_is_boilerplate():
    note = "Maria Keller is a professor of law at the University of Example."
    assert kinds_of(AUTHOR.format(note))[-1] == "boilerplate"
    assert kinds_of(AUTHOR.format(note).replace("few friends", "a friend in Keller"))[-1] == "body"


def test_list_of_links_ends_where_the_story_goes_on():
    text = STORY.format("Related:\n\nTen rivers that dry up\n\nHow the dam was built")
    assert kinds_of(text) == ["headline", "body", "boilerplate", "boilerplate", "boilerplate", "body"]


def test_layer_adds_the_parts():
    reading = Parts()(Reading(Report("Ceasefire")))
    assert reading.of(Part) == (Part("body", Span(0, 9)),)


def test_layer_says_what_it_needs_and_gives():
    assert (Parts.name, Parts.requires, Parts.provides) == ("parts", (), (Part,))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        " " * 1_000_000,
        "\n" * 1_000_000,
        "word " * 200_000,
        ("a" + " " * 2000 + "b\n") * 300,
        "(" * 300_000,
        "— " * 200_000,
        ("Photo by " * 100 + "\n") * 300,
        ("People walk " * 20 + "(A/AP)\n") * 1000,
        "Related:\n" + "A Title Here\n" * 8000,
        ("Aa, " * 200 + "\n") * 500,
        "A. " * 300_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_time_grows_linearly(text: str):
    with patience():
        find_parts(text)
