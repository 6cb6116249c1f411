"""Documents as JSON data and back, losslessly.

Each value becomes an object that names its class under `is`; fields that hold their default are left out.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import types
from collections.abc import Callable
from functools import cache
from json.encoder import encode_basestring
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefgen.model import document


class NotADocument(ValueError):
    """The data do not describe a document; the message says where they part from one."""


class _Misfit(Exception):
    """Some data are not what is held at a place, which is told from the outermost value on."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        self.place = ""

    def within(self, step: str) -> _Misfit:
        """The same, seen from one level further out."""
        self.place = step + self.place
        return self


def to_data(value: object) -> Any:
    """A document, or any value within one, as plain dictionaries, lists and scalars."""
    if isinstance(value, tuple):
        return [to_data(item) for item in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        data: dict[str, Any] = {"is": type(value).__name__}
        for field in dataclasses.fields(value):
            held = getattr(value, field.name)
            if held != field.default:
                data[field.name] = to_data(held)
        return data
    return value


def to_json(value: object) -> str:
    """What `to_data` gives, written as JSON without the way around through dictionaries."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, tuple):
        return f"[{','.join([to_json(item) for item in value])}]"
    kind: Any = value.__class__
    keys = _keys(kind)
    if not keys:
        return json.dumps(to_data(value), ensure_ascii=False)
    written = f'{{"is":"{kind.__name__}"'
    for key, name, default in keys:
        held = getattr(value, name)
        if held != default:
            written += key + (str(held) if held.__class__ is int else to_json(held))
    return written + "}"


@cache
def _keys(kind: type) -> tuple[tuple[str, str, object], ...]:
    """The fields of a dataclass as JSON introduces them, by name, with their defaults; of others none."""
    fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    return tuple((f',"{field.name}":', field.name, field.default) for field in fields)


def document_from_data(data: object) -> document.Document:
    """The document that `to_data` described.

    Raises:
        NotADocument: where a field is missing, unknown, or of another type.
    """
    try:
        found = _decoder(document.Document)(data)
    except _Misfit as misfit:
        raise NotADocument(f"document{misfit.place} {misfit.reason}") from None
    assert isinstance(found, document.Document)
    return found


_Decode = Callable[[Any], object]
"""From data to the value that they describe. Raises _Misfit."""


@cache
def _decoder(hint: Any) -> _Decode:
    """How values of a type are read, found out once."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(get_args(hint))
    if origin is Literal:
        known = get_args(hint)
        return lambda data: _expect(data in known, data)
    if origin is tuple:
        return _items(_decoder(get_args(hint)[0]))
    if hint is bytes:
        return lambda data: base64.b64decode(_expect(isinstance(data, str), data))
    if hint is float:
        return lambda data: float(_expect(isinstance(data, int | float) and data.__class__ is not bool, data))
    if dataclasses.is_dataclass(hint):
        assert isinstance(hint, type)
        return _class(hint)
    return lambda data: data if data.__class__ is hint else _expect(False, data)


def _union(kinds: tuple[Any, ...]) -> _Decode:
    by_name = {kind.__name__: kind for kind in kinds}

    def decode(data: Any) -> object:
        if data is None and types.NoneType in kinds:
            return None
        name = data.get("is") if isinstance(data, dict) else None
        kind = by_name.get(name) if isinstance(name, str) else None
        return _decoder(kind)(data) if kind else _expect(False, data)

    return decode


def _items(decode_item: _Decode) -> _Decode:
    def decode(data: Any) -> object:
        found: list[object] = []
        for value in _expect(isinstance(data, list), data):
            try:
                found.append(decode_item(value))
            except _Misfit as misfit:
                raise misfit.within(f"[{len(found)}]") from None
        return tuple(found)

    return decode


def _class(kind: type) -> _Decode:
    fields: dict[str, tuple[Any, bool]] = {}

    def decode(data: Any) -> object:
        if not fields:  # found when first needed: a class may hold values of its own kind
            hints = get_type_hints(kind)
            for field in dataclasses.fields(kind):
                fields[field.name] = (_decoder(hints[field.name]), field.default is dataclasses.MISSING)
        _expect(isinstance(data, dict) and data.get("is") == kind.__name__, data)
        values = {}
        name = ""
        try:
            for name, value in data.items():
                if name != "is":
                    values[name] = fields[name][0](value)
        except _Misfit as misfit:
            raise misfit.within(f".{name}") from None
        except KeyError:
            unknown = data.keys() - fields.keys() - {"is"}
            raise _Misfit(f"has unknown fields: {', '.join(sorted(map(str, unknown)))}") from None
        if len(values) < len(fields):
            for name, (_, needed) in fields.items():
                if needed and name not in values:
                    raise _Misfit(f"lacks {name}")
        return kind(**values)

    return decode


def _expect(holds: bool, data: Any) -> Any:
    if not holds:
        raise _Misfit(f"is not what a document holds there: {str(data)[:60]!r}")
    return data
