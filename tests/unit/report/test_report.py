# SPDX-License-Identifier: Apache-2.0
"""The report is sealed, and its id is its text's."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from readout.report import Published, Report


def test_id_is_the_start_of_the_text_hash():
    assert Report("abc").id == "ba7816bf8f01cfea"  # FIPS 180-2, appendix B.1


def test_id_depends_on_the_text_alone():
    given = Report("abc", url="https://example.org/1", published=Published("2022-05-13", "given"), language="en")
    assert given.id == Report("abc").id


def test_id_of_a_lone_surrogate_is_there_and_its_own():
    assert len(Report("a\ud800").id) == 16
    assert Report("a\ud800").id != Report("a\udfff").id


def test_report_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Report("abc").text = "abd"  # type: ignore[misc]


def test_report_without_more_says_nothing_more():
    report = Report("abc")
    assert (report.url, report.publisher, report.title, report.published, report.language) == (None,) * 5
