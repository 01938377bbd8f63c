# SPDX-License-Identifier: Apache-2.0
"""Who is who, against GUM: the figures of `benchmarks.quality.coreference` as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.quality.coreference import measure
from benchmarks.quality.corpora import Corpora, MissingFile
from benchmarks.quality.tables import Table
from readout.model import Model

__all__ = ["measure_references", "tables_of"]

_CHAINS = ("gold mentions", "end to end")  # rows over whole chains, the others are of single mentions


def measure_references(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure coreference; all documents, whatever the limit."""
    corpora.read(f"entities/gum-{corpora.split}.jsonl")  # named if it is not there, and its digest noted
    try:
        found = measure(model, corpora.folder, corpora.split)
    except ModuleNotFoundError as error:
        raise MissingFile(f"package '{error.name}' (install the extra 'training')") from error
    yield from tables_of(found)


def tables_of(found: Mapping[str, Any]) -> Iterator[Table]:
    """Bring the figures to two tables: single mentions, a row for each genre; and chains."""
    rows = {name: row for name, row in found.items() if name not in _CHAINS}
    yield Table("coreference", rows, ("pronouns", "nominals", "both"))
    yield Table("coreference/chains", {name: found[name] for name in _CHAINS}, ("CoNLL F1",))
