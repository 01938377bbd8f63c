# SPDX-License-Identifier: Apache-2.0
"""Groups of commands, such as `readout archive`."""

from __future__ import annotations

import typer

__all__ = ["group"]

_MISUSE = 2


def group(help: str) -> typer.Typer:
    """Make a group of commands; it stays one with a single command, and alone it shows what there is.

    Args:
        help: What its commands are for.
    """
    return typer.Typer(help=help, rich_markup_mode=None, invoke_without_command=True, callback=_show_help)


def _show_help(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(_MISUSE)
