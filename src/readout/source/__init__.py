# SPDX-License-Identifier: Apache-2.0
"""Where reports come from: a file, standard input, bytes or a text.

Each way in ends in a `Report` or in a `SourceError` that says what was found, what was expected and what to
do. The text is decoded and otherwise left alone: no character is replaced, joined or dropped, whatever it
is. The one thing that goes is a byte order mark at the very start, which belongs to the encoding and not to
the text.
"""

from __future__ import annotations

from readout.source.files import read_source
from readout.source.limits import LARGEST_REPORT
from readout.source.texts import report_from_bytes, report_from_text

__all__ = ["LARGEST_REPORT", "read_source", "report_from_bytes", "report_from_text"]
