# SPDX-License-Identifier: Apache-2.0
"""Why a finding is as it is: the words and the rule or score behind each of its fields, and what was left open."""

from __future__ import annotations

from dataclasses import dataclass

from readout.text import Span

__all__ = ["OpenField", "Support"]


@dataclass(frozen=True, slots=True)
class Support:
    """What one field rests on: a rule's or a head's name, the model's probability if it has one, and the words."""

    field: str
    rule: str
    score: float | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenField:
    """A field that was left open, and why."""

    field: str
    reason: str
    spans: tuple[Span, ...] = ()
