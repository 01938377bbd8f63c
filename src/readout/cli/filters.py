# SPDX-License-Identifier: Apache-2.0
"""The filters of an archive's lists as options of commands, made from the one list of them in `readout.archive.filters`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer

from readout.archive.filters import LISTS, Filter, Holds, Listing, lists_with

__all__ = [
    "argument",
    "given_of",
    "name_of",
    "option",
    "options_of_all",
    "options_written",
    "sort_option",
    "with_parameters",
]

Command = Callable[..., None]

_WORDS = 'Words in any form; of figures, of what is counted. "two words" side by side, OR, -not this.'

# What says no where a filter is yes or no.
_NO = {"unnamed": "--named"}

_TYPES: dict[Holds, Any] = {
    "words": list[str] | None,
    "several": list[str] | None,
    "period": str | None,
    "whole": int | None,
    "number": float | None,
    "flag": bool,
    "either": bool | None,
}


def option(filter: Filter, *, about: str | None = None) -> Parameter:
    """Return the option of a filter.

    Args:
        filter: The filter.
        about: Other words for the help.
    """
    name = name_of(filter)
    if filter.holds == "either":
        name = f"{name}/{_NO[filter.name]}"
    least = 1 if filter.holds == "whole" else None
    made = typer.Option(name, metavar=filter.metavar or None, min=least, help=about or filter.about)
    return _parameter(filter, _TYPES[filter.holds], made)


def argument(filter: Filter) -> Parameter:
    """Return a filter as what stands behind the name of the command, without the name of an option."""
    return _parameter(filter, _TYPES[filter.holds], typer.Argument(metavar=filter.metavar, help=filter.about))


def options_of_all() -> Iterator[Parameter]:
    """Yield an option for each filter that some list has; its help says which ones do."""
    filters = {each.name: each for listing in LISTS for each in listing.filters if each.name != "of"}
    for name, filter in filters.items():
        told: dict[str, list[str]] = {}
        for listing in lists_with(name):
            told.setdefault(listing.filter(name).about, []).append(listing.kind)
        everywhere = len(told) == 1 and len(lists_with(name)) == len(LISTS)
        about = " ".join(words if everywhere else f"{words} ({', '.join(kinds)})" for words, kinds in told.items())
        yield option(filter, about=_WORDS if name == "words" else about)


def _parameter(filter: Filter, takes: Any, made: object) -> Parameter:
    default = False if filter.holds == "flag" else None
    return Parameter(filter.name, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[takes, made])


def sort_option(listing: Listing) -> Parameter:
    """Return the option that chooses an order of a list."""
    about = f"By {', '.join(listing.sorts)}; the newest or the most first."
    takes = Annotated[str, typer.Option("--sort", metavar="ORDER", help=about)]
    return Parameter("sort", Parameter.KEYWORD_ONLY, default=listing.sorts[0], annotation=takes)


def with_parameters(command: Command, parameters: Iterable[Parameter]) -> Command:
    """Give a command parameters that Typer makes options of; it takes them by name."""
    command.__signature__ = Signature(list(parameters))  # type: ignore[attr-defined]  # what `inspect` asks for first
    return command


def given_of(listing: Listing, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the filters of a list that were given, as its query takes them: words as one text."""
    given: dict[str, Any] = {}
    for filter in listing.filters:
        value = values.get(filter.name)
        # No is an answer where yes or no was asked for, and 0 is a number.
        if value is None or value == [] or (filter.holds == "flag" and not value):
            continue
        given[filter.name] = " ".join(value) if filter.holds == "words" else value
    return given


def options_written(listing: Listing, given: Mapping[str, Any]) -> Iterator[str]:
    """Write what was given as the words of a command, without the words that are looked for."""
    for filter in listing.filters:
        if filter.name not in given or filter.holds == "words":
            continue
        value = given[filter.name]
        if isinstance(value, bool):
            yield name_of(filter) if value else _NO[filter.name]
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from (name_of(filter), str(one))


def name_of(filter: Filter) -> str:
    """Return the option of a filter as it is typed."""
    return f"--{filter.name.replace('_', '-')}"
