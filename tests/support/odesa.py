# SPDX-License-Identifier: Apache-2.0
"""A report on the strike on Odesa's port of 23 July 2022 and its record, both made by hand.

They are for what shows records. What named people and bodies are quoted with is public; the unnamed diplomat
is made up. The record has what is hard to show: a statement within a statement, fragments, a relay, a channel
with an outlet, an unnamed source, a speaker left open, and two parts on one line.
"""

from __future__ import annotations

from readout.record import (
    Channel,
    Entity,
    MadeBy,
    Mention,
    Note,
    PartInfo,
    Reason,
    Record,
    ReportInfo,
    Role,
    Statement,
    Undecided,
)
from readout.report import Published
from readout.text import Span

__all__ = ["RECORD", "TEXT", "at"]

TEXT = """\
Missiles hit Odesa port a day after grain deal, Ukraine says

Kyiv calls strike ‘a spit in the face’ of the UN and Turkey as Moscow stays silent

By A Developer

Firefighters at the sea port of Odesa on July 23, 2022, after two missiles struck. (Example/Handout)

ODESA, July 23, 2022 — Two Russian Kalibr missiles struck the port of Odesa on Saturday, Ukraine’s \
southern military command said on Telegram, less than a day after Moscow and Kyiv had signed a deal to let \
grain leave it.

“It took less than 24 hours for the Russian Federation to launch a missile attack on Odesa’s port,” Oleh \
Nikolenko, the foreign ministry’s spokesman, wrote on Facebook, “breaking its promises.” President \
Vladimir Putin, he added, had “spat in the face” of UN Secretary-General António Guterres.

Guterres “unequivocally condemns” the reported strikes, his deputy spokesman, Farhan Haq, said in a \
statement.

Turkey’s defence minister, Hulusi Akar, said the Russians had told his ministry that they “had absolutely \
nothing to do with this attack” and were looking into it very closely.

The missiles did not hit the grain stores, the Ukrainian military said, according to the public \
broadcaster Suspilne.

US Secretary of State Antony Blinken said the strike cast serious doubt on the credibility of Russia’s \
commitment to the deal.

A European diplomat, who asked not to be named because the talks were private, told Reuters that insurers \
would now wait. He said so on Saturday evening.

Source: Example agencies
"""


def at(words: str, *, after: str = "") -> Span:
    """Return where words stand in the text, the first time, or the first time after other words."""
    begin = TEXT.index(after) + len(after) if after else 0
    start = TEXT.index(words, begin)
    return Span(start, start + len(words))


def _part(kind: str, words: str) -> PartInfo:
    return PartInfo(kind, *at(words))  # type: ignore[arg-type]


def _mention(words: str, form: str, *, after: str = "") -> Mention:
    return Mention(*at(words, after=after), form)  # type: ignore[arg-type]


_BODY = "Two Russian Kalibr missiles"

_REPORT = ReportInfo(
    id="0f0e0d0c0b0a0908",
    url="https://example.org/2022/07/23/odesa",
    publisher="Example Wire",
    title="Missiles hit Odesa port a day after grain deal, Ukraine says",
    language="en",
    published=Published("2022-07-23", "stated", (at("July 23, 2022", after="ODESA, "),)),
    text=TEXT,
    parts=(
        _part("headline", TEXT.splitlines()[0]),
        _part("standfirst", TEXT.splitlines()[2]),
        _part("byline", "By A Developer"),
        _part("caption", "Firefighters at the sea port of Odesa on July 23, 2022, after two missiles struck."),
        _part("credit", "(Example/Handout)"),
        _part("dateline", "ODESA, July 23, 2022 —"),
        PartInfo("body", at(_BODY).start, at("Saturday evening.").end),
        _part("source_line", "Source: Example agencies"),
    ),
)

_ENTITIES = (
    Entity(
        id="n1",
        type="place",
        name="Ukraine",
        aliases=("Kyiv",),
        country="UKR",
        sector="GOV",
        mentions=(_mention("Ukraine", "name"), _mention("Kyiv", "name")),
    ),
    Entity(
        id="n2",
        type="organisation",
        name="southern military command",
        country="UKR",
        sector="MIL",
        mentions=(_mention("Ukraine’s southern military command", "name"),),
    ),
    Entity(
        id="n3",
        type="person",
        name="Oleh Nikolenko",
        roles=(Role("foreign ministry’s spokesman", "UKR"),),
        country="UKR",
        sector="GOV",
        mentions=(
            _mention("Oleh Nikolenko", "name"),
            _mention("the foreign ministry’s spokesman", "nominal"),
            _mention("he", "pronoun", after="Vladimir Putin, "),
        ),
    ),
    Entity(
        id="n4",
        type="person",
        name="António Guterres",
        aliases=("Guterres",),
        roles=(Role("UN Secretary-General", None),),
        sector="IGO",
        mentions=(
            _mention("António Guterres", "name"),
            _mention("Guterres", "name", after="António Guterres"),
        ),
    ),
    Entity(
        id="n5",
        type="person",
        name="Farhan Haq",
        roles=(Role("deputy spokesman", None),),
        sector="IGO",
        mentions=(_mention("Farhan Haq", "name"),),
    ),
    Entity(
        id="n6",
        type="person",
        name="Hulusi Akar",
        roles=(Role("defence minister", "TUR"),),
        country="TUR",
        sector="MIL",
        mentions=(_mention("Hulusi Akar", "name"), _mention("his", "pronoun", after="had told ")),
    ),
    Entity(
        id="n7",
        type="group",
        name="the Russians",
        country="RUS",
        mentions=(
            _mention("the Russians", "nominal"),
            _mention("they", "pronoun", after="ministry that "),
        ),
    ),
    Entity(
        id="n8",
        type="organisation",
        name="Turkish defence ministry",
        country="TUR",
        sector="MIL",
        mentions=(_mention("his ministry", "nominal"),),
    ),
    Entity(
        id="n9",
        type="organisation",
        name="Ukrainian military",
        country="UKR",
        sector="MIL",
        mentions=(_mention("the Ukrainian military", "name"),),
    ),
    Entity(
        id="n10",
        type="organisation",
        name="Suspilne",
        country="UKR",
        sector="MED",
        mentions=(_mention("Suspilne", "name"),),
    ),
    Entity(
        id="n11",
        type="person",
        name="Antony Blinken",
        roles=(Role("Secretary of State", "USA"),),
        country="USA",
        sector="GOV",
        mentions=(_mention("Antony Blinken", "name"),),
    ),
    Entity(
        id="n12",
        type="person",
        anonymous=True,
        sector="GOV",
        mentions=(_mention("A European diplomat", "nominal"),),
    ),
    Entity(
        id="n13",
        type="organisation",
        name="Reuters",
        sector="MED",
        mentions=(_mention("Reuters", "name"),),
    ),
    Entity(id="n14", type="place", name="Odesa", country="UKR", mentions=(_mention("Odesa", "name"),)),
    Entity(
        id="n15",
        type="person",
        name="Vladimir Putin",
        roles=(Role("President", None),),
        sector="GOV",
        mentions=(_mention("Vladimir Putin", "name"),),
    ),
)

_STATEMENTS = (
    Statement(
        id="s1",
        kind="indirect",
        content=(at("Missiles hit Odesa port a day after grain deal"),),
        cue=(at("says"),),
        source=(at("Ukraine"),),
        speaker="n1",
        said="2022-07-23",
        confidence=0.97,
    ),
    Statement(
        id="s2",
        kind="mixed",
        content=(at("strike ‘a spit in the face’ of the UN and Turkey"),),
        cue=(at("calls"),),
        source=(at("Kyiv"),),
        speaker="n1",
        confidence=0.81,
    ),
    Statement(
        id="s3",
        kind="indirect",
        content=(at("Two Russian Kalibr missiles struck the port of Odesa on Saturday"),),
        cue=(at("said"),),
        source=(at("Ukraine’s southern military command"),),
        speaker="n2",
        channel=Channel("social_post"),
        said="2022-07-23",
        confidence=0.95,
    ),
    Statement(
        id="s4",
        kind="direct",
        content=(
            at("“It took less than 24 hours for the Russian Federation to launch a missile attack on Odesa’s port,”"),
            at("“breaking its promises.”"),
        ),
        cue=(at("wrote"),),
        source=(at("Oleh Nikolenko, the foreign ministry’s spokesman"),),
        speaker="n3",
        channel=Channel("social_post"),
        said="2022-07-22",
        confidence=0.96,
        because=(
            Reason("content", "content head", 0.98),
            Reason("speaker", "name within the source", 0.99, (at("Oleh Nikolenko"),)),
            Reason("channel", "place of writing", None, (at("on Facebook"),)),
        ),
    ),
    Statement(
        id="s5",
        kind="mixed",
        content=(
            at("President Vladimir Putin"),
            at("had “spat in the face” of UN Secretary-General António Guterres"),
        ),
        cue=(at("added"),),
        source=(at("he", after="Vladimir Putin, "),),
        speaker="n3",
        confidence=0.88,
        because=(Reason("speaker", "pronoun to the last speaker", 0.84, (at("Oleh Nikolenko"),)),),
        undecided=(Undecided("channel", "the words do not say whether this was in the same post"),),
    ),
    Statement(
        id="s6",
        kind="mixed",
        content=(at("Guterres “unequivocally condemns” the reported strikes"),),
        cue=(at("said", after="Farhan Haq, "),),
        source=(at("his deputy spokesman, Farhan Haq"),),
        speaker="n5",
        channel=Channel("statement"),
        confidence=0.93,
    ),
    Statement(
        id="s7",
        kind="mixed",
        content=(
            at(
                "the Russians had told his ministry that they “had absolutely nothing to do with this "
                "attack” and were looking into it very closely"
            ),
        ),
        cue=(at("said", after="Hulusi Akar, "),),
        source=(at("Turkey’s defence minister, Hulusi Akar"),),
        speaker="n6",
        confidence=0.94,
    ),
    Statement(
        id="s8",
        kind="mixed",
        content=(at("they “had absolutely nothing to do with this attack” and were looking into it very closely"),),
        cue=(at("had told"),),
        source=(at("the Russians"),),
        speaker="n7",
        addressees=("n8",),
        nested_in="s7",
        confidence=0.9,
    ),
    Statement(
        id="s9",
        kind="indirect",
        content=(at("The missiles did not hit the grain stores"),),
        cue=(at("said", after="the Ukrainian military "),),
        source=(at("the Ukrainian military"),),
        speaker="n9",
        relayed_by=("n10",),
        channel=Channel("broadcast", "n10"),
        confidence=0.89,
    ),
    Statement(
        id="s10",
        kind="indirect",
        content=(at("the strike cast serious doubt on the credibility of Russia’s commitment to the deal"),),
        cue=(at("said", after="Antony Blinken "),),
        source=(at("US Secretary of State Antony Blinken"),),
        speaker="n11",
        confidence=0.98,
    ),
    Statement(
        id="s11",
        kind="indirect",
        content=(at("insurers would now wait"),),
        cue=(at("told", after="private, "),),
        source=(at("A European diplomat"),),
        speaker="n12",
        addressees=("n13",),
        channel=Channel("interview", "n13"),
        anonymous=True,
        confidence=0.91,
        condition=(at("asked not to be named because the talks were private"),),
    ),
    Statement(
        id="s12",
        kind="indirect",
        content=(at("so", after="He said "),),
        cue=(at("said", after="wait. He "),),
        source=(at("He", after="wait. "),),
        confidence=0.42,
        undecided=(Undecided("speaker", "the diplomat and an insurer both fit", (at("He", after="wait. "),)),),
    ),
)

RECORD = Record(
    report=_REPORT,
    entities=_ENTITIES,
    statements=_STATEMENTS,
    notes=(Note("Two statements of this report are marked as unsure; look at them before they are used."),),
    made_by=MadeBy("0.1.0", "handmade"),
)
