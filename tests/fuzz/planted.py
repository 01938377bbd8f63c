# SPDX-License-Identifier: Apache-2.0
"""The hunt of `bytes_to_report` with a mistake planted in the way in for texts, which shows that it finds one.

The mistake lies behind a sign that no seed has.
"""

from __future__ import annotations

import sys
from unittest.mock import patch

import atheris

from tests.fuzz.bytes_to_report import main

__all__ = ["PLANTED"]

PLANTED = "a planted mistake"


def _plant() -> None:
    """Put the mistake where texts are decoded."""
    with atheris.instrument_imports(include=["readout.source", "readout.report"]):
        from readout.source import ways
        from readout.source.encoding import text_from_bytes

    @atheris.instrument_func
    def stumble(data: bytes, *, name: str) -> str:
        text = text_from_bytes(data, name=name)
        if "~" in text:
            raise KeyError(PLANTED)
        return text

    patch.object(ways, "text_from_bytes", stumble).start()


if __name__ == "__main__":
    _plant()
    sys.exit(main())
