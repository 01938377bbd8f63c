# SPDX-License-Identifier: Apache-2.0
"""The floors below which no figure may fall, and the files that they were measured on.

A floor is the figure as it was when somebody last pinned it. It is lowered by hand only (`--update
--allow-regression`), so that the change is seen in review.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.quality.corpora import UsedFile

__all__ = ["EPSILON", "Floors", "Regression"]

# The same weights give slightly different sums on processors with and without 8-bit dot products (on older ones two
# products are added in 16 bits and may saturate), which turns a close decision here and there.
EPSILON = 0.003


class Regression(Exception):
    """A figure is below its floor and nobody said that it may be; the message lists them."""


@dataclass(frozen=True, slots=True)
class Floors:
    """What `floors.json` holds.

    Attributes:
        split: The part of the corpora that the floors are of.
        model: The model that they were measured with.
        figures: Floor of each figure, by its full name.
        files: Each corpus file's digest and size.
    """

    split: str = "dev"
    model: str = ""
    figures: Mapping[str, float] = field(default_factory=dict)
    files: Mapping[str, UsedFile] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Floors:
        """Read the file; no floors if there is none."""
        if not path.exists():
            return cls()
        found = json.loads(path.read_text(encoding="utf-8"))
        files = {name: UsedFile(**value) for name, value in found["files"].items()}
        return cls(found["split"], found["model"], found["figures"], files)

    def write(self, path: Path) -> None:
        """Write the file, sorted, so that a change of one floor is a change of one line."""
        path.write_text(json.dumps(asdict(self), indent=1, sort_keys=True) + "\n", encoding="utf-8")

    def complaints(
        self, figures: Mapping[str, float], files: Mapping[str, UsedFile], *, tables: Sequence[str]
    ) -> list[str]:
        """Return what is wrong with a run, a sentence each.

        Args:
            figures: What was measured.
            files: The files that it was measured on.
            tables: Names of the tables that were measured; floors of others are passed over.
        """
        if not self._of(tables):
            return ["nothing that was measured has a floor, so nothing was checked. Pin floors with --update."]
        changed = [
            f"{name} is not the file that the floors were measured on: {used.sha256[:12]}…, expected "
            f"{self.files[name].sha256[:12]}… Restore it, or pin anew with --update."
            for name, used in files.items()
            if name in self.files and used != self.files[name]
        ]
        missing = [
            f"{name} has a floor and was not measured. Measure it, or remove its floor."
            for name in self._of(tables)
            if name not in figures
        ]
        low = [
            f"{name} is {figures[name]:.4f}, below its floor of {floor:.4f}. Mend it, or lower the floor "
            "with --update --allow-regression and say why."
            for name, floor in self._of(tables).items()
            if name in figures and figures[name] < floor - EPSILON
        ]
        return changed + missing + low

    def _of(self, tables: Sequence[str]) -> dict[str, float]:
        leads = tuple(f"{table}/" for table in tables)
        return {name: floor for name, floor in self.figures.items() if name.startswith(leads)}

    def updated(
        self,
        pinned: Mapping[str, float],
        files: Mapping[str, UsedFile],
        *,
        model: str,
        allow_regression: bool = False,
    ) -> Floors:
        """Return floors at the figures of a run; those it did not measure stay.

        Raises:
            Regression: If a floor would fall, and that was not allowed.
        """
        lower = [name for name, value in pinned.items() if value < self.figures.get(name, 0.0)]
        if lower and not allow_regression:
            listed = "\n".join(f"  {name}: {self.figures[name]:.4f} -> {pinned[name]:.4f}" for name in lower)
            raise Regression(f"these floors would fall:\n{listed}\nMend it, or add --allow-regression and say why.")
        return Floors(self.split, model, {**self.figures, **pinned}, {**self.files, **files})
