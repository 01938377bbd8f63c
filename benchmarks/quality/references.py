# SPDX-License-Identifier: Apache-2.0
"""Who is who, against GUM: the figures of `benchmarks.quality.coreference` as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from benchmarks.quality.corpora import Corpora, MissingFile
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model

__all__ = ["measure_references", "rows_of"]


def measure_references(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure coreference; the files are found first, so that those that are not there are named."""
    corpora.read(f"coreference/gum-{corpora.split}.jsonl")
    corpora.read(f"entities/gum-{corpora.split}.jsonl")
    try:
        from benchmarks.quality.coreference import measure
    except ModuleNotFoundError as error:
        raise MissingFile("benchmarks/quality/coreference.py") from error
    rows = rows_of(measure(model, corpora.folder, corpora.split))
    yield Table("coreference", rows, tuple(c for c, v in rows.get(TOTAL, {}).items() if isinstance(v, float)))


def rows_of(found: Mapping[str, object]) -> dict[str, dict[str, float]]:
    """Bring figures to rows: mappings are rows by their names, numbers of the outermost level are the row "all"."""
    rows: dict[str, dict[str, float]] = {}
    for name, value in found.items():
        if isinstance(value, Mapping):
            for row, columns in rows_of(value).items():
                rows[name if row == TOTAL else f"{name} {row}"] = columns
        elif isinstance(value, int | float):
            rows.setdefault(TOTAL, {})[name] = value
    if TOTAL in rows:
        rows[TOTAL] = rows.pop(TOTAL)  # last
    return rows
