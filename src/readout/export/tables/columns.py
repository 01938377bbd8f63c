# SPDX-License-Identifier: Apache-2.0
"""The columns of a table, made from the fields of a record's dataclass and their docstrings.

A dataclass inside of another one becomes columns with its name in front (`channel_kind`); where there is none, all of them are
empty. Beside offsets stand the words, beside ids the names.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

from readout.export.kept import Kept
from readout.text import Span

__all__ = ["Column", "Found", "Kind", "columns_of", "field_docs"]

Kind = Literal["text", "integer", "number", "boolean", "texts", "span", "spans", "objects"]
"""What the cells of a column hold: a value, a list of texts, one pair of offsets, a list of them, or a list of objects."""

_SCALARS: dict[object, Kind] = {str: "text", int: "integer", float: "number", bool: "boolean"}

# Fields that hold ids of entities: beside these stand the names.
_NAMED = {"speaker", "addressees", "relayed_by", "outlet", "actors", "recipients", "parties"}


@dataclass(frozen=True, slots=True)
class Found:
    """What one row is made from: a thing in a record, the number it has there, and the entity that owns it (a mention's)."""

    kept: Kept
    thing: object
    number: int
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Attributes:
        name: Its name.
        kind: What its cells hold.
        about: What it says, for the data dictionary.
        value: Gives the cell of a row.
        required: Whether no cell is empty.
        choices: All values that it may have, if they are few.
        item: The dataclass of the objects in its cells.
    """

    name: str
    kind: Kind
    about: str
    value: Callable[[Found], object]
    required: bool = False
    choices: tuple[str, ...] = ()
    item: type | None = None


def columns_of(kind: type, *, path: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """Make the columns of a dataclass, in the order of its fields.

    Args:
        kind: The dataclass.
        path: The attributes that lead to it from the thing that a row is made from.
    """
    return tuple(_columns(kind, prefix="", path=path, always=True))


def field_docs(kind: type) -> dict[str, str]:
    """Return what the class's docstring says of each of its attributes; nothing where Python has dropped docstrings."""
    _, _, section = (inspect.getdoc(kind) or "").partition("Attributes:\n")
    entries = re.findall(r"^ {4}(\w+): (.*(?:\n {8,}.*)*)", section, flags=re.MULTILINE)
    return {name: " ".join(words.split()) for name, words in entries}


def _columns(kind: type, *, prefix: str, path: tuple[str, ...], always: bool) -> Iterator[Column]:
    """Yield the columns of a dataclass; `always` tells whether there is one in every row."""
    hints, docs = get_type_hints(kind), field_docs(kind)
    for field in dataclasses.fields(kind):
        hint, optional = _without_none(hints[field.name])
        name, about, where = prefix + field.name, docs.get(field.name, ""), (*path, field.name)
        if isinstance(hint, type) and dataclasses.is_dataclass(hint):
            yield from _columns(hint, prefix=f"{name}_", path=where, always=always and not optional)
            continue
        column = _column(name, hint, about, where, required=always and not optional)
        yield column
        yield from _beside(column, field.name, where)


def _column(name: str, hint: object, about: str, path: tuple[str, ...], *, required: bool) -> Column:
    value = _getter(path)
    if get_origin(hint) is Literal:
        return Column(name=name, kind="text", about=about, value=value, required=required, choices=get_args(hint))
    if hint is Span:
        return Column(name=name, kind="span", about=about, value=value, required=required)
    if hint is object:
        return Column(name=name, kind="text", about=f"{about} As JSON.", value=_json(value), required=required)
    if get_origin(hint) is tuple:
        (inner, _) = get_args(hint)
        if inner is Span or inner is str:
            lists: Kind = "spans" if inner is Span else "texts"
            return Column(name=name, kind=lists, about=about, value=value, required=required)
        return Column(name=name, kind="objects", about=about, value=value, required=required, item=inner)
    return Column(name=name, kind=_SCALARS[hint], about=about, value=value, required=required)


def _beside(column: Column, field: str, path: tuple[str, ...]) -> Iterator[Column]:
    """Yield what a person wants beside a column: the words at its offsets, the names of its ids."""
    if column.kind in {"spans", "span"}:
        joined = "; fragments are joined by “ … ”" if column.kind == "spans" else ""
        about = f"The words at `{column.name}`{joined}."
        yield Column(name=f"{column.name}_words", kind="text", about=about, value=_words(column.value))
    elif field == "end":
        yield Column(name="words", kind="text", about="The words from `start` to `end`.", value=_stretch, required=True)
    elif field in _NAMED:
        several = column.kind == "texts"
        name = f"{column.name.removesuffix('s')}_names" if several else f"{column.name}_name"
        about = f"What to call whom `{column.name}` names: the name, or else the first description."
        value = _names(column.value) if several else _name(column.value)
        yield Column(name=name, kind=column.kind, about=about, value=value, required=column.required)


def _getter(path: tuple[str, ...]) -> Callable[[Found], object]:
    """Return what follows a path of attributes; it ends early where something is not there."""
    if len(path) == 1:
        (only,) = path
        return lambda found: getattr(found.thing, only)

    def value(found: Found) -> object:
        thing: object = found.thing
        for name in path:
            if thing is None:
                return None
            thing = getattr(thing, name)
        return thing

    return value


def _words(spans_of: Callable[[Found], object]) -> Callable[[Found], object]:
    def words(found: Found) -> str | None:
        spans = spans_of(found)
        if isinstance(spans, Span):
            return spans.of(found.kept.record.report.text)
        return found.kept.record.words(spans) if isinstance(spans, tuple) and spans else None

    return words


def _json(value_of: Callable[[Found], object]) -> Callable[[Found], object]:
    def value(found: Found) -> str:
        return json.dumps(value_of(found), ensure_ascii=False)

    return value


def _stretch(found: Found) -> str:
    start, end = getattr(found.thing, "start", 0), getattr(found.thing, "end", 0)
    return found.kept.record.report.text[start:end]


def _name(id_of: Callable[[Found], object]) -> Callable[[Found], object]:
    def name(found: Found) -> str | None:
        id = id_of(found)
        return found.kept.record.name_of(id) if isinstance(id, str) else None

    return name


def _names(ids_of: Callable[[Found], object]) -> Callable[[Found], object]:
    def names(found: Found) -> tuple[str, ...]:
        ids = ids_of(found)
        return tuple(map(found.kept.record.name_of, ids)) if isinstance(ids, tuple) else ()

    return names


def _without_none(hint: object) -> tuple[object, bool]:
    """Return the annotation without None, and whether None was in it."""
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    (only,) = (kind for kind in get_args(hint) if kind is not NoneType)
    return only, True
