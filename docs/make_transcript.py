# SPDX-License-Identifier: Apache-2.0
"""Fill the README's transcript: run the command that stands in it and write down what it prints.

python -m docs.make_transcript          write
python -m docs.make_transcript --check  say whether it is up to date (exit code 1 if not)
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(
    r"(?<=<!-- transcript:start -->\n```console\n)(\$ (?:[^\n]*\\\n)*[^\n]*\n)(.*?)(?=```\n<!-- transcript:end -->)",
    re.DOTALL,
)
WIDTH = "100"  # columns; wider lines wrap on the page


def transcript_of(command: str) -> str:
    """Run one `readout …` command and return what it prints."""
    words = shlex.split(command.removeprefix("$ ").replace("\\\n", ""))  # as a shell joins lines
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": WIDTH, "NO_COLOR": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return "".join(line.rstrip() + "\n" for line in done.stdout.strip("\n").splitlines())


def with_transcript(page: str) -> str:
    """Return the page with its transcript made anew."""
    found = BLOCK.search(page)
    if not found:
        raise SystemExit(f"{README} has no block between '<!-- transcript:start -->' and '<!-- transcript:end -->'.")
    return page[: found.start(2)] + transcript_of(found[1]) + page[found.end(2) :]


def main() -> None:
    """Write the transcript, or check it."""
    page = README.read_text(encoding="utf-8")
    made = with_transcript(page)
    if "--check" in sys.argv[1:]:
        raise SystemExit(0 if made == page else "README.md is out of date: run 'python -m docs.make_transcript'.")
    README.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
