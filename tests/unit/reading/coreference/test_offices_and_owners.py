# SPDX-License-Identifier: Apache-2.0
"""What stands beside a name: the whole words of an office, whose spokeswoman tells, who is quoted again, in what language."""

from __future__ import annotations

import pytest

import readout

RIYADH = """US, Russia hold talks as Rubio meets Lavrov in Riyadh

RIYADH, Feb 18 (Wire) - U.S. Secretary of State Marco Rubio and Russian Foreign Minister Sergei Lavrov agreed on \
Tuesday to restore staffing at their embassies and to name teams to negotiate an end to the war in Ukraine, the State \
Department said.

Ukrainian President Volodymyr Zelenskiy said in Ankara that he had put off a visit to Saudi Arabia. He said he learned \
of the talks from the media.

Rubio, who was joined by national security adviser Mike Waltz and special envoy Steve Witkoff, later called the \
foreign ministers of France, Germany, Italy and Britain and the EU's foreign policy chief to brief them, his \
spokeswoman Tammy Bruce said in a statement.

“We not only listened, but also heard each other,” Lavrov told a news conference afterwards. He rejected the \
deployment of troops of NATO members to Ukraine, even under another flag, as “completely unacceptable”.

Kremlin aide Yuri Ushakov, who also took part, told Russian state television that the talks had gone well but that it \
was hard to say whether the positions of Moscow and Washington were converging. A date for a meeting between President \
Vladimir Putin and U.S. President Donald Trump had not been set, Interfax quoted him as saying."""


PANMUNJOM = """SEOUL, April 27, 2018 (Agency) - North Korea's Kim Jong Un became the first leader of his country since the 1950-53 \
war to set foot in the South on Friday, as he and President Moon Jae-in pledged to rid the peninsula of nuclear \
weapons and to turn a 65-year-old armistice into a peace treaty before the year is out.

“I came here determined to send a starting signal at the threshold of a new history,” Kim told Moon as they sat down \
at the Peace House in Panmunjom.

The two men met for 100 minutes in the morning, planted a pine tree after lunch and then strolled to a footbridge \
where they talked for half an hour out of earshot of aides and reporters. “If you invite me, I can go to the Blue \
House any time,” Kim said, according to Moon's press secretary, Yoon Young-chan.

Not everyone was convinced. “This is only the beginning of the beginning,” said Duyeon Kim, a visiting fellow at the \
Korean Peninsula Future Forum. Hong Joon-pyo, leader of the opposition Liberty Korea Party, wrote on Facebook that the \
declaration had been “dictated by Kim Jong Un”. In a Gallup Korea poll of 1,002 people taken before the summit, 58 \
percent doubted that Pyongyang would disarm.

The North's KCNA news agency did not mention denuclearisation in its first dispatch but reported that Kim had thanked \
Moon for his hospitality."""


@pytest.fixture(scope="module")
def record() -> readout.Record:
    return readout.read(RIYADH, published="2025-02-18")


def entity(record: readout.Record, name: str) -> readout.Entity:
    return next(e for e in record.entities if e.name == name)


def words(record: readout.Record, name: str) -> list[str]:
    return [record.report.text[m.start : m.end] for m in entity(record, name).mentions]


def test_a_title_is_only_that_of_the_name_behind_it(record: readout.Record):
    assert [(role.title, role.country) for role in entity(record, "Sergei Lavrov").roles] == [
        ("Foreign Minister", "RUS")
    ]


def test_whose_spokeswoman_tells_of_something_is_who_did_it(record: readout.Record):
    assert "his" in words(record, "Marco Rubio")
    assert (entity(record, "Tammy Bruce").country, entity(record, "Tammy Bruce").sector) == ("USA", "GOV")


def test_who_is_quoted_again_is_who_spoke_last(record: readout.Record):
    assert words(record, "Yuri Ushakov") == ["Yuri Ushakov", "him"]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "It was led by Foreign Minister Yvan Gil and Vice President Delcy Rodriguez.",
            "Delcy Rodriguez",
            "Vice President",
        ),
        ("Secretary of State Warren Christopher signed as a witness.", "Warren Christopher", "Secretary of State"),
    ],
)
def test_an_office_in_front_of_a_name_is_all_its_words(text: str, name: str, office: str):
    opening = "KINGSTOWN, Dec 14 (Agency) — The presidents of Guyana and Venezuela met. “Enough,” one said.\n\n"
    assert office in words(readout.read(opening + text), name)


def test_the_language_is_no_part_of_whom_somebody_told():
    record = readout.read("Mr. Arafat told the 3,000 guests in Arabic that his people hoped for peace.")
    (told,) = [s for s in record.statements if record.report.text[s.cue[0].start : s.cue[0].end] == "told"]
    assert [record.name_of(a) for a in told.addressees] == ["the 3,000 guests"]


def test_who_was_called_by_a_word_alone_stays_so_called():
    """ "Kim" is Kim Jong Un, though the report names Duyeon Kim, whose surname it is, in between."""
    record = readout.read(PANMUNJOM, published="2018-04-28")
    assert words(record, "Duyeon Kim")[0] == "Duyeon Kim"
    assert "Kim" not in words(record, "Duyeon Kim")


def test_whose_secretary_he_is_stands_in_his_title():
    record = readout.read(PANMUNJOM, published="2018-04-28")
    assert words(record, "Yoon Young-chan") == ["Moon's press secretary", "Yoon Young-chan"]
