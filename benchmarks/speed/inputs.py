# SPDX-License-Identifier: Apache-2.0
"""The reports that are timed, and the machine that times them."""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import PackageNotFoundError, version
from itertools import cycle, islice
from pathlib import Path

__all__ = ["EXAMPLES", "machine", "repeated", "report_texts", "text_of_length"]

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*/report.txt"))


def report_texts(corpora: Path | None) -> list[str]:
    """Return the different reports: PolNeAR's development part, or our own examples without a folder of corpora."""
    if corpora is None:
        return [path.read_text(encoding="utf-8") for path in EXAMPLES]
    lines = (corpora / "attribution" / "polnear-dev.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line)["text"] for line in lines if line]


def text_of_length(characters: int) -> str:
    """Return our examples one after the other, over and over, cut at a length."""
    found: list[str] = []
    total = 0
    for path in cycle(EXAMPLES):
        text = path.read_text(encoding="utf-8") + "\n\n"
        found.append(text)
        total += len(text)
        if total >= characters:
            return "".join(found)[:characters]
    raise ValueError("there is no example report to repeat")


def machine() -> dict[str, object]:
    """Return what the figures depend on."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        **{name: _version(name) for name in ("onnxruntime", "numpy", "tokenizers")},
    }


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def repeated(texts: list[str], number: int) -> list[str]:
    """Return so many texts, the same ones over and over."""
    return list(islice(cycle(texts), number))
