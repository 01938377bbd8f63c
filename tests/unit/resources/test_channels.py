# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.resources import CHANNELS, channel_nouns, channel_of, channel_of_verb


@pytest.mark.parametrize(
    ("phrase", "channel"),
    [
        ("a tweet", "tweet"),
        ("a post on X", "tweet"),
        ("a Facebook post", "social_post"),
        ("a speech to parliament", "speech"),
        ("an interview", "interview"),
        ("a television interview", "interview"),
        ("an interview with the broadcaster", "interview"),
        ("a joint statement", "statement"),
        ("a statement posted on Twitter", "statement"),
        ("a joint news conference", "press_conference"),
        ("congressional testimony", "testimony"),
        ("a telephone call", "phone"),
        ("an open letter to the newspaper", "letter"),
        ("a radio broadcast", "broadcast"),
        ("its annual report", "report"),
        ("an e - mail", "email"),
        ("a text message", "message"),
        ("a video message", "video"),
        ("an op - ed", "article"),
        ("his memoir", "book"),
        ("court filings", "court_filing"),
        ("an opinion poll", "poll"),
        ("a leaked document", "document"),
        ("A STATEMENT", "statement"),
        ("the garden", None),
        ("", None),
    ],
)
def test_channel_of_takes_the_head_of_the_phrase(phrase: str, channel: str | None) -> None:
    assert channel_of(phrase.split()) == channel


@pytest.mark.parametrize(
    ("lemma", "channel"),
    [
        ("tweet", "tweet"),
        ("post", "social_post"),
        ("testify", "testimony"),
        ("telephone", "phone"),
        ("text", "message"),
        ("e-mail", "email"),
        ("write", None),
        ("say", None),
    ],
)
def test_channel_of_verb_tells_only_what_the_verb_does(lemma: str, channel: str | None) -> None:
    assert channel_of_verb(lemma) == channel


def test_every_channel_has_a_noun_that_names_it() -> None:
    assert {channel_of(noun.split()) for noun in channel_nouns()} == set(CHANNELS)
