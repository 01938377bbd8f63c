# SPDX-License-Identifier: Apache-2.0
"""Turn frozen dataclasses into plain JSON values and back, by their annotations.

It knows the few shapes that a record is made of (text, numbers, truth values, literals, tuples, spans,
dataclasses, each of them possibly null) and refuses to know more: a new shape is a deliberate change here,
not a surprise.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from types import NoneType, UnionType
from typing import Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from readout.errors import SchemaError
from readout.text import Span

__all__ = ["Json", "plain_from_value", "shallow_from_value", "value_from_plain"]

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""What `json.loads` gives."""

T = TypeVar("T")

# So much of a wrong value is shown in a message: enough to find it, too little to flood a terminal.
_SHOWN_CHARS = 60
_SCALARS = (str, bool, int, float)


def plain_from_value(value: object) -> Json:
    """Write a value of a record as plain JSON: spans as pairs, dataclasses as objects in field order."""
    if value is None or isinstance(value, _SCALARS):
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [plain_from_value(item) for item in value]
    kind: type = type(value)
    if dataclasses.is_dataclass(kind):
        return {name: plain_from_value(getattr(value, name)) for name in _names_of(kind)}
    raise TypeError(f"a record cannot hold a value of type '{type(value).__name__}': {value!r}")


def shallow_from_value(value: object) -> dict[str, object]:
    """Write a dataclass as an object in field order, its values as they are: for `json.dumps`, which asks about each it meets."""
    kind: type = type(value)
    if not dataclasses.is_dataclass(kind):
        raise TypeError(f"a record cannot hold a value of type '{kind.__name__}': {value!r}")
    return {name: getattr(value, name) for name in _names_of(kind)}


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def value_from_plain(kind: type[T], found: object, *, path: str = "") -> T:
    """Read a dataclass back from plain JSON.

    Args:
        kind: The dataclass that is expected.
        found: What `json.loads` gave.
        path: Where `found` stands, for the messages: `statements[2].channel`.

    Raises:
        SchemaError: If a field is missing or has a wrong value; the message has its path.
    """
    value = _dataclass_from(kind, found, path)
    if not isinstance(value, kind):
        raise TypeError(f"'{kind.__name__}' is not a dataclass")
    return value


@cache
def _fields_of(kind: type) -> tuple[tuple[str, object, bool], ...]:
    """Give the name, the annotation and whether it must be there, for each field."""
    hints = get_type_hints(kind)
    return tuple(
        (field.name, hints[field.name], field.default is dataclasses.MISSING) for field in dataclasses.fields(kind)
    )


def _dataclass_from(kind: type, found: object, path: str) -> object:
    if not isinstance(found, dict):
        raise _wrong(path, found, "an object")
    values = {}
    for name, hint, required in _fields_of(kind):
        where = f"{path}.{name}" if path else name
        if name in found:
            values[name] = _read(hint, found[name], where)
        elif required:
            raise SchemaError(f"{where}: found nothing, expected {_described(hint)}; {_NEXT}")
    return kind(**values)


def _read(hint: object, found: object, path: str) -> object:
    """Read `found` as what the annotation `hint` says."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return None if found is None else _read(_without_none(inner), found, path)
    if origin is Literal:
        return _literal_from(inner, found, path)
    if origin is tuple:
        return _tuple_from(inner[0], found, path)
    if hint is Span:
        return _span_from(found, path)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _dataclass_from(hint, found, path)
    return _scalar_from(hint, found, path)


def _without_none(inner: tuple[object, ...]) -> object:
    (only,) = (kind for kind in inner if kind is not NoneType)
    return only


def _literal_from(choices: tuple[object, ...], found: object, path: str) -> object:
    if not isinstance(found, str) or found not in choices:
        raise _wrong(path, found, "one of " + ", ".join(map(str, choices)))
    return found


def _tuple_from(kind: object, found: object, path: str) -> tuple[object, ...]:
    if not isinstance(found, list):
        raise _wrong(path, found, "a list")
    return tuple(_read(kind, item, f"{path}[{position}]") for position, item in enumerate(found))


def _span_from(found: object, path: str) -> Span:
    if not isinstance(found, list) or len(found) != 2 or not all(type(end) is int for end in found):
        raise _wrong(path, found, "two whole numbers [start, end]")
    return Span(found[0], found[1])


def _scalar_from(hint: object, found: object, path: str) -> object:
    # A whole number is a float's equal in JSON, so it is kept as it came: what was written is written again.
    # And Python's bool is an int, which JSON's true is not.
    allowed = {str: (str,), bool: (bool,), int: (int,), float: (int, float)}
    if not isinstance(hint, type) or hint not in allowed:
        raise TypeError(f"{path}: a record has no fields annotated {hint!r}")
    if type(found) not in allowed[hint]:
        raise _wrong(path, found, _described(hint))
    return found


def _described(hint: object) -> str:
    """Name in plain words what an annotation asks for."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return f"{_described(_without_none(get_args(hint)))} or null"
    if origin is Literal:
        return "one of " + ", ".join(map(str, get_args(hint)))
    if origin is tuple:
        return "a list"
    names = {str: "text", bool: "true or false", int: "a whole number", float: "a number"}
    return names.get(hint, "an object") if isinstance(hint, type) else "an object"


_NEXT = "see docs/record.md for the form of a record"


def _wrong(path: str, found: object, expected: str) -> SchemaError:
    shown = ascii(found) if isinstance(found, str) else "null" if found is None else repr(found)
    if len(shown) > _SHOWN_CHARS:
        shown = shown[: _SHOWN_CHARS - 1] + "…"
    return SchemaError(f"{path or 'the record'}: found {shown}, expected {expected}; {_NEXT}")
