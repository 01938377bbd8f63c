# SPDX-License-Identifier: Apache-2.0
"""How large a report may be."""

from __future__ import annotations

from readout.errors import SourceError

__all__ = ["LARGEST_REPORT", "check_size"]

# Bytes of a file, characters of a text. The longest news features have 0.2 MB: anything near the limit is a
# whole archive in one file, and would be read as one report with one set of speakers.
LARGEST_REPORT = 2_000_000


def check_size(size: int, *, name: str, unit: str) -> None:
    """Refuse what is larger than a report can be.

    Args:
        size: Bytes or characters, or one more than the limit where reading stopped there.
        name: What is being read, for the message.
        unit: "bytes" or "characters".

    Raises:
        SourceError: If the size is over the limit.
    """
    if size > LARGEST_REPORT:
        raise SourceError(
            f"{name} has more than {LARGEST_REPORT:,} {unit} (2 MB), which is more than a report can have; "
            "split it into one file per report and give them together"
        )
