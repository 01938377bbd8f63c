# SPDX-License-Identifier: Apache-2.0
"""Look for bytes that make the ways in stumble, led by which code they reach.

python -m tests.fuzz.bytes_to_report [--seconds N] [--corpus DIR]

It runs until the time is over (exit code 0) or until something else comes out than a report or a refusal: then it names the
file with those bytes, to be made small and put into `tests/support/malformed.py`. It needs atheris (Linux, x86-64, wheels for
Python 3.11 to 3.14), which is among no extra: `pip install atheris`.
"""

from __future__ import annotations

import argparse
import io
import logging
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.support.seeds import seeds

# Bytes of one input: all kinds fit into it, and a page takes no longer than some milliseconds.
_LARGEST = 20_000
# Seconds for one input, of one that would take for ever.
_PATIENCE = 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Run for a time."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.bytes_to_report", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60, metavar="N", help="how long (60)")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="where inputs that reach new code are kept")
    options = parser.parse_args(arguments)
    try:
        import atheris
    except ImportError:
        sys.stderr.write("atheris is not installed; run: pip install atheris\n")
        return 2
    logging.disable()
    with atheris.instrument_imports(include=["readout.source", "readout.report"]):
        from readout.source.ways import receive

    from readout.source.received import Received

    def test_one(data: bytes) -> None:
        for piece in receive(["-"], stdin=io.BytesIO(data)):
            if isinstance(piece, Received):
                if not piece.report.text.strip():
                    raise AssertionError("a report without a text")
            elif not piece.reason or "stumble" in piece.reason:
                raise AssertionError(piece.reason)

    with tempfile.TemporaryDirectory() as folder:
        corpus = options.corpus or Path(folder)
        corpus.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds()):
            (corpus / f"seed-{number}").write_bytes(seed)
        limits = [
            f"-max_total_time={options.seconds}",
            f"-max_len={_LARGEST}",
            f"-timeout={_PATIENCE}",
            "-rss_limit_mb=4096",
        ]
        atheris.Setup([sys.argv[0], *limits, str(corpus)], test_one)
        atheris.Fuzz()  # ends the process
    return 0


if __name__ == "__main__":
    sys.exit(main())
