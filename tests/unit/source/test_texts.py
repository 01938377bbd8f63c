# SPDX-License-Identifier: Apache-2.0
"""Texts and bytes become reports unchanged, or are declined with the reason."""

from __future__ import annotations

import codecs
import gzip
import io
import zipfile

import pytest

from readout.errors import ConfigError, SourceError
from readout.report import Published
from readout.source import LARGEST_REPORT, report_from_bytes, report_from_text
from tests.support.patience import patience

SENTENCE = "“We’ll go on,” the minister told reporters in São Paulo — and left.\n"

# Each of these must come out as it went in.
ODD_TEXTS = {
    "one word": "Ceasefire",
    "capitals": "MINISTERS MEET IN GENEVA",
    "no-break space": "Russian\u00a0troops left.",
    "carriage returns": "One.\r\nTwo.\rThree.",
    "control characters": "One\x00two\x07three\x1b[0m.",
    "marks of direction": "He said \u202eabc\u202c and \u200eleft.",
    "lone surrogate": "A tweet \ud83d cut in half.",
    "leading mark as a character": "\ufeffThe minister left.",
    "combining characters": "Sa\u0303o Paulo",
    "beyond the first plane": "The flag 🇺🇦 flew.",
    "unbalanced quotation marks": "“" * 1000 + "x",
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_text_is_never_changed(text: str):
    assert report_from_text(text).text == text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_bytes_are_decoded_to_the_text(encoding: str):
    assert report_from_bytes((SENTENCE * 3).encode(encoding)).text == SENTENCE * 3


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министр обороны заявил, что переговоры продолжатся на следующей неделе. " * 5),
        ("koi8-r", "Министр обороны заявил, что переговоры продолжатся на следующей неделе. " * 5),
        ("cp1250", "Minister obrony powiedział, że rozmowy będą kontynuowane w przyszłym roku. " * 5),
    ],
)
def test_bytes_in_another_encoding_are_detected(encoding: str, text: str):
    assert report_from_bytes(text.encode(encoding)).text == text


def test_byte_order_mark_belongs_to_the_encoding():
    assert report_from_bytes(codecs.BOM_UTF8 + b"The minister left.").text == "The minister left."


def test_line_ends_of_bytes_are_kept():
    assert report_from_bytes(b"One.\r\n\r\nTwo.\r").text == "One.\r\n\r\nTwo.\r"


def test_details_are_kept():
    report = report_from_text(
        SENTENCE,
        published="2022-05-13",
        publisher="The Wire",
        url="https://example.org/1",
        title="Talks go on",
    )
    assert (report.publisher, report.url, report.title) == (
        "The Wire",
        "https://example.org/1",
        "Talks go on",
    )


def test_language_is_worked_out():
    assert report_from_text("The minister said that it was over.").language == "en"


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0\r\n", "\u200b\u200e\ufeff"])
def test_text_with_nothing_in_it_is_declined(text: str):
    with pytest.raises(SourceError, match=r"is (empty|only white space)"):
        report_from_text(text)


def test_empty_file_is_declined():
    with pytest.raises(SourceError, match=r"'a\.txt' is empty"):
        report_from_bytes(b"", name="'a.txt'")


@pytest.mark.parametrize("unit", ["bytes", "characters"])
def test_too_large_is_declined_with_the_limit(unit: str):
    too_large = "a" * (LARGEST_REPORT + 1)
    with pytest.raises(SourceError, match=rf"more than 2,000,000 {unit} \(2 MB\).*one file per report"):
        report_from_bytes(too_large.encode()) if unit == "bytes" else report_from_text(too_large)


def zip_file() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("report.txt", SENTENCE)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"),
        (b"{\\rtf1\\ansi The minister left.}", "an RTF document"),
        (zip_file(), "a zip archive"),
        (gzip.compress(SENTENCE.encode()), "a gzip file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"GIF89a\x01\x00\x01\x00", "a GIF image"),
        (b"\x01\x02\x00\x00\x03\x00" * 40, "binary: it has NUL bytes, the first at byte 2"),
        (b"The minister\x00left.", "binary: it has NUL bytes, the first at byte 12"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, found: str):
    with pytest.raises(SourceError, match=f"'x' is {found}.*expected the text of a report"):
        report_from_bytes(data, name="'x'")


@pytest.mark.parametrize("text", ["GIF89 is a format, the court held.", "RIFF raffs say no.", "BZh, he said."])
def test_text_that_begins_like_a_file_format_is_read(text: str):
    assert report_from_bytes(text.encode()).text == text


def test_truncated_utf16_is_declined():
    with pytest.raises(SourceError, match=r"looks like utf-16 but cannot be decoded.*save it as UTF-8"):
        report_from_bytes(codecs.BOM_UTF16_LE + "The minister left.".encode("utf-16-le")[:-1])


PAGE = "<html><head><title>Talks</title></head><body><p>The minister left.</p></body></html>"


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        "<!DOCTYPE html>\n" + PAGE,
        "\ufeff\n  <!-- made by hand -->\n<!doctype HTML>" + PAGE,
        "<?xml version='1.0'?>\n" + PAGE,
        "<div class='a'><p>One.</p><p>Two.</p><ul><li>Three</li></ul></div>",
        "Menu\n" + "<p class=story>The minister left and went to the capital for more talks.</p>\n" * 30,
    ],
)
def test_html_is_declined(page: str):
    with pytest.raises(SourceError, match=r"is HTML.*save its text"):
        report_from_text(page)


def test_xml_is_declined():
    with pytest.raises(SourceError, match="is XML"):
        report_from_text("<?xml version='1.0'?><rss><item>The minister left.</item></rss>")


@pytest.mark.parametrize(
    "text",
    [
        "The <p> tag is deprecated? No, said the consortium, <br> is fine and so is </div>.",
        "Prices rose: 3 < 4, and a<b>c.",
        "<tweet>The minister left</tweet> was all that he wrote.",
        "“<html> is where it starts,” she said.",
        "The minister left. " * 500 + "<p>Read more</p><p>Share</p><br><br>",
    ],
)
def test_report_that_mentions_tags_is_read(text: str):
    assert report_from_text(text).text == text


@pytest.mark.parametrize("text", ["<" * 200_000, "<p " * 70_000, "<!--" * 50_000, "<p a" + " " * 199_000])
def test_html_is_told_in_linear_time(text: str):
    with patience():
        report_from_text(text)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2022", "2022"),
        ("2022-05", "2022-05"),
        ("2022-05-13", "2022-05-13"),
        (" 2022-05-13 ", "2022-05-13"),
        ("2022-05-13T14:30", "2022-05-13"),
        ("2022-05-13 14:30:00", "2022-05-13"),
        ("2022-05-13T23:30:00-07:00", "2022-05-13"),
        ("2022-05-13T23:30:00.250Z", "2022-05-13"),
    ],
)
def test_published_keeps_the_date_as_given(given: str, value: str):
    assert report_from_text(SENTENCE, published=given).published == Published(value, "given")


@pytest.mark.parametrize(
    "given",
    [
        "",
        "yesterday",
        "13 May 2022",
        "13/05/2022",
        "2022-13",
        "2022-02-30",
        "0000",
        "20220513",
        "2022-W19",
        "2022-05-13T25:00",
    ],
)
def test_published_that_is_no_date_is_declined(given: str):
    with pytest.raises(ConfigError, match="expected YYYY, YYYY-MM, YYYY-MM-DD"):
        report_from_text(SENTENCE, published=given)


def test_no_date_is_no_date():
    assert report_from_text(SENTENCE).published is None
