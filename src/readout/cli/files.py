# SPDX-License-Identifier: Apache-2.0
"""Options that take a file: another option behind one is no name of a file, but a name that was forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

__all__ = ["file_option"]


def file_option(*names: str, help: str, metavar: str = "FILE") -> Any:
    """Return an option that takes a file.

    Args:
        names: The option's names; the parameter's own if there are none.
        help: What is done with the file.
        metavar: What help calls it.
    """
    return typer.Option(*names, metavar=metavar, help=help, callback=_a_file)


def _a_file(context: typer.Context, parameter: typer.CallbackParam, value: Path | None) -> Path | None:
    if value is not None and str(value).startswith("--"):
        option = parameter.opts[0]
        raise typer.BadParameter(
            f"'{value}' is an option, expected a file: give one behind {option}, or './{value}' if that is its name"
        )
    return value
