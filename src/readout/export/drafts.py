# SPDX-License-Identifier: Apache-2.0
"""A file or folder that is written under another name first, so that a run that is killed leaves no half one under its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from uuid import uuid4

from readout.errors import ConfigError

__all__ = ["MANIFEST", "Draft", "check_place"]

MANIFEST = "readout.json"
"""The file by which a folder is known as an export: only such a one, or an empty one, is ever replaced."""


class Draft:
    """What is being written, beside the place where it is to stand in the end.

    Until `keep` nothing stands, or is changed, under the final name; what a killed run leaves is called `.NAME.….part`.
    """

    def __init__(self, path: Path, *, folder: bool, force: bool) -> None:
        """Make sure of the place, before anything is read.

        Args:
            path: As for `check_place`.
            folder: As for `check_place`.
            force: As for `check_place`.

        Raises:
            ConfigError: As for `check_place`.
        """
        self._final = path
        self._folder = folder
        self._force = force
        check_place(path, folder=folder, force=force)
        self.path = path.parent / f".{path.name}.{uuid4().hex[:8]}.part"
        if folder:
            self.path.mkdir()

    def keep(self) -> None:
        """Give it its final name."""
        check_place(self._final, folder=self._folder, force=self._force)
        if self._folder and self._final.exists():
            old = self.path.with_suffix(".old")
            self._final.rename(old)
            self.path.rename(self._final)
            shutil.rmtree(old)
        else:
            os.replace(self.path, self._final)

    def drop(self) -> None:
        """Remove what was written so far."""
        if self._folder:
            shutil.rmtree(self.path, ignore_errors=True)
        else:
            self.path.unlink(missing_ok=True)


def check_place(path: Path, *, folder: bool, force: bool) -> None:
    """Make sure that something can be written there, and that nothing is lost by it.

    Args:
        path: Where it is to stand.
        folder: Whether it is a folder.
        force: Whether it may take the place of what stands there; of a folder only if an export made it.

    Raises:
        ConfigError: If something stands there that may not be replaced, or there is no folder to write in.
    """
    if not path.parent.is_dir():
        raise ConfigError(f"there is no folder '{path.parent}' to write '{path.name}' in; make it first")
    if not path.exists():
        return
    if folder and not path.is_dir():
        raise ConfigError(f"'{path}' is a file, but this format writes a folder; name another")
    if not folder and path.is_dir():
        raise ConfigError(f"'{path}' is a folder, but this format writes a file; add a name")
    if folder and not any(path.iterdir()):
        return
    if not force:
        raise ConfigError(f"'{path}' is there already; name another place, or give --force to replace it")
    if folder and not (path / MANIFEST).is_file():
        raise ConfigError(f"'{path}' is a folder that no export made, and is not replaced; name another or empty it")
