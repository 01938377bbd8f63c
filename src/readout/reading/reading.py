# SPDX-License-Identifier: Apache-2.0
"""What has been found in one report so far, and the layers that add to it.

A layer declares, as types, what it requires and what it provides; `check_order` reads the declarations before a report is
read. A layer adds findings and never edits what others provided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol, TypeVar, cast

from readout.report import Report

__all__ = ["Layer", "Reading", "check_order"]

T = TypeVar("T")


class Reading:
    """A report and the findings of the layers that have read it. Immutable."""

    __slots__ = ("_found", "report")

    def __init__(self, report: Report, found: Mapping[type, tuple[object, ...]] | None = None) -> None:
        """Begin a reading with no findings."""
        self.report = report
        self._found: Mapping[type, tuple[object, ...]] = MappingProxyType(dict(found or {}))

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Return the findings of one kind, in the order in which their layer gave them; none if it found none."""
        # `adding` took items of this kind and no other: what is kept under it is what was asked for.
        return cast("tuple[T, ...]", self._found.get(kind, ()))

    def the(self, kind: type[T]) -> T:
        """Return the one finding of a kind that a report has one of.

        Raises:
            LookupError: If there is not exactly one.
        """
        found = self.of(kind)
        if len(found) != 1:
            raise LookupError(f"the reading holds {len(found)} findings of {kind.__name__}; expected one")
        return found[0]

    def adding(self, kind: type[T], items: Iterable[T]) -> Reading:
        """Return a reading with these findings as well.

        Raises:
            ValueError: If findings of the kind are there already: a layer never edits what others provided.
        """
        if kind in self._found:
            raise ValueError(f"the reading holds findings of {kind.__name__} already; a kind has one layer")
        return Reading(self.report, {**self._found, kind: tuple(items)})


class Layer(Protocol):
    """One analysis. It adds what it provides and never edits what others provided."""

    @property
    def name(self) -> str:
        """The layer's name, a plural."""

    @property
    def requires(self) -> tuple[type, ...]:
        """Kinds of findings that must be there."""

    @property
    def provides(self) -> tuple[type, ...]:
        """Kinds of findings that the layer adds."""

    def __call__(self, reading: Reading) -> Reading:
        """Read."""


def check_order(layers: Sequence[Layer]) -> None:
    """Check that every layer's needs are met by the layers before it.

    Raises:
        ValueError: If not; the message names the layer, the need and the order.
    """
    known: set[type] = set()
    for layer in layers:
        for need in layer.requires:
            if need not in known:
                order = ", ".join(each.name for each in layers)
                raise ValueError(
                    f"layer '{layer.name}' requires {need.__name__}, which no earlier layer provides; the order is: {order}"
                )
        known.update(layer.provides)
