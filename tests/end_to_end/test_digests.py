# SPDX-License-Identifier: Apache-2.0
"""Digests of several items: each has a dateline, and what one says of "the government" is none of the others'."""

from __future__ import annotations

import readout

DIGEST = """World news in brief

Chad expels diplomats
N'DJAMENA — Chad declared four Sudanese diplomats persona non grata on Sunday. Chad's government gave them 72 hours to leave.

Eight die in Kenya floods
NAIROBI — Eight people were killed by floods in northern Kenya. The government has promised relief, and it will send food.

Factories reopen in Bangladesh
DHAKA — Factories reopened in Ashulia after owners agreed to raise the minimum wage. The country exports garments."""


def test_every_item_has_its_dateline():
    record = readout.read(DIGEST, published="2023-12-18")
    assert [part.span.of(DIGEST) for part in record.report.parts if part.kind == "dateline"] == [
        "N'DJAMENA",
        "NAIROBI",
        "DHAKA",
    ]


def test_descriptions_and_pronouns_stay_in_their_item():
    record = readout.read(DIGEST, published="2023-12-18")
    for entity in record.entities:
        told = {DIGEST[m.start : m.end].lower(): DIGEST.count("—", 0, m.start) for m in entity.mentions}
        if told.keys() & {"the government", "it"}:
            assert len(set(told.values())) == 1, told
    promised = next(s for s in record.statements if "promised" in record.words(s.cue))
    assert promised.speaker is not None
    assert record.name_of(promised.speaker) != "Chad's government"
