# SPDX-License-Identifier: Apache-2.0
"""A table in Parquet, read a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from readout.errors import SourceError
from readout.source.parcels import Opened, Parcels
from readout.source.streams import seekable
from readout.source.tables import Columns, Rows

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetFile

__all__ = ["rows_of_parquet"]

# Rows that lie in memory at once. A text may have 2 MB, most have 5 KB.
_BATCH = 64
_BUFFER = 1 << 20


def rows_of_parquet(opened: Opened, *, columns: Columns) -> Parcels:
    """Read the rows.

    Args:
        opened: The table.
        columns: What the caller says of its columns.

    Raises:
        SourceError: If it is damaged, or none of its columns holds the text.
    """
    with (
        closing(seekable(opened.stream, label=opened.label)) as stream,
        closing(Rows(opened, columns, unit="row")) as rows,
    ):
        number = 0
        for batch in _batches(rows, stream):
            for row in batch:
                number += 1
                yield from rows.parcels(number, row)


def _batches(rows: Rows, stream: object) -> Iterator[list[dict[str, object]]]:
    """Read the columns that are asked for, some rows at a time."""
    try:
        import pyarrow as pa
        from pyarrow import parquet as pq
    except ImportError as error:
        raise SourceError(
            f"{rows.opened.label} is a Parquet table, which needs the libraries of tables; run: "
            "pip install 'readout-news[tables]'"
        ) from error
    try:
        with pq.ParquetFile(stream, pre_buffer=False, buffer_size=_BUFFER, page_checksum_verification=True) as table:
            yield from _rows(rows, table)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{rows.opened.label} is a damaged Parquet table: {error}; get it again") from error


def _rows(rows: Rows, table: ParquetFile) -> Iterator[list[dict[str, object]]]:
    names = list(table.schema_arrow.names)
    rows.check(names)
    chosen = rows.columns.chosen(names)
    wanted = {name for path in chosen.values() for name in (path, path.partition(".")[0])}
    for batch in table.iter_batches(batch_size=_BATCH, columns=[name for name in names if name in wanted]):
        yield _plain(batch).to_pylist()


def _plain(batch: RecordBatch) -> RecordBatch:
    """Make times of a kind that Python has: it has none of nanoseconds."""
    import pyarrow as pa

    columns = [
        column.cast(pa.timestamp("us", column.type.tz), safe=False) if pa.types.is_timestamp(column.type) else column
        for column in batch.columns
    ]
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)
