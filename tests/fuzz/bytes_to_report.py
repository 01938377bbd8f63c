# SPDX-License-Identifier: Apache-2.0
"""Look for bytes that make the ways in stumble, led by which code they reach.

python -m tests.fuzz.bytes_to_report [--seconds N | --runs N] [--seed N] [--corpus DIR] [--found DIR]

It runs until it is over (exit code 0) or until something else comes out than a report or a refusal: then it names the
file with those bytes, to be made small and put into `tests/support/malformed.py`. It needs atheris, which is among the
development tools where there are wheels of it (CPython on Linux, x86-64).
"""

from __future__ import annotations

import io
import logging
import sys

from tests.fuzz.hunting import bounds_from, hunt
from tests.support.seeds import seeds


def main(arguments: list[str] | None = None) -> int:
    """Hunt for a time."""
    bounds = bounds_from(arguments, program="tests.fuzz.bytes_to_report", description=__doc__.splitlines()[0])
    try:
        import atheris
    except ImportError:
        sys.stderr.write("atheris is not installed; run: pip install atheris\n")
        return 2
    logging.disable()
    with atheris.instrument_imports(include=["readout.source", "readout.report"]):
        from readout.source.ways import receive

    from readout.source.received import Received
    from tests.support.offline import Offline

    def test_one(data: bytes) -> None:
        for piece in receive(["-"], stdin=io.BytesIO(data), fetcher=Offline()):
            if isinstance(piece, Received):
                if not piece.report.text.strip():
                    raise AssertionError("a report without a text")
            elif not piece.reason or "stumble" in piece.reason:
                raise AssertionError(piece.reason)

    hunt(test_one, seeds(), bounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
