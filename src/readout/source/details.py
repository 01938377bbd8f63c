# SPDX-License-Identifier: Apache-2.0
"""What is told of a report apart from its text, by whom, and whose word counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readout.source.received import Basis

__all__ = ["Details"]

_FIELDS = ("title", "author", "published", "publisher", "url", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What one giver says of a report; None where it says nothing.

    Attributes:
        basis: Who says it.
        title: The report's title.
        author: Who wrote it.
        published: The day of publication: YYYY, YYYY-MM or YYYY-MM-DD.
        publisher: Who published it.
        url: Its address.
        language: ISO 639-1 code of its language.
    """

    basis: Basis
    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None

    @staticmethod
    def weigh(givers: Iterable[Details]) -> tuple[Mapping[str, str], Mapping[str, Basis]]:
        """Take each detail from the first giver that has it.

        Args:
            givers: Whose word counts most first.

        Returns:
            Each known detail by its name, and who gave it.
        """
        values: dict[str, str] = {}
        basis: dict[str, Basis] = {}
        for giver in givers:
            for name in _FIELDS:
                value: str | None = getattr(giver, name)
                if value and name not in values:
                    values[name], basis[name] = value, giver.basis
        return values, basis
