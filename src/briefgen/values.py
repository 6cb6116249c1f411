"""The standard `dataclass`, made more quickly.

For frozen, slotted, keyword-only classes, which is what values are here, the standard decorator writes and
compiles six methods each: a millisecond a class, which for the two hundred classes of a build takes longer
than making a short brief. This one has the standard decorator make slots and fields only, compiles the one
method that must be fast, `__init__`, and shares the rest. What comes out is a dataclass in every respect, and
type checkers are shown the standard one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    _QUICK = {"frozen": True, "slots": True, "kw_only": True}

    def dataclass(cls: type | None = None, **options: bool) -> Any:
        """The standard decorator; a quick one for values."""
        return _value if cls is None and options == _QUICK else dataclasses.dataclass(cls, **options)


_set = object.__setattr__


def _value(cls: type) -> type:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)
    own = fields(made)
    made.__init__ = _init(made, own)
    made.__setattr__ = made.__delattr__ = _refuse
    made.__getstate__, made.__setstate__ = _getstate, _setstate
    if "__repr__" not in cls.__dict__:
        made.__repr__ = _repr
    if "__eq__" not in cls.__dict__:
        compared = [each.name for each in own if each.compare]
        held = attrgetter(*compared) if compared else _nothing
        made.__eq__, made.__hash__ = _eq(made, held), _hash(held)
    return made  # type: ignore[no-any-return]


def _init(cls: type, own: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Sets each field from its keyword, past the guard that refuses changes."""
    names: dict[str, Any] = {"_object": object, "MISSING": MISSING}
    taken, lines = [], []
    for each in own:
        default, given = f"_default_{each.name}", each.name
        if each.default is not MISSING:
            names[default] = each.default
            taken.append(f"{each.name}={default}")
        elif each.default_factory is not MISSING:
            names[default] = each.default_factory
            taken.append(f"{each.name}=MISSING")
            given = f"{default}() if {each.name} is MISSING else {each.name}"
        else:
            taken.append(each.name)
        lines.append(f"  _object.__setattr__(self, {each.name!r}, {given})")
    if hasattr(cls, "__post_init__"):
        lines.append("  self.__post_init__()")
    star = "*, " if taken else ""
    exec(f"def __init__(self, {star}{', '.join(taken)}):\n" + "\n".join(lines or ["  pass"]), names)
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"a {type(self).__name__} cannot be changed: {name!r}")


def _repr(self: Any) -> str:
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({shown})"


def _eq(cls: type, held: Callable[[Any], object]) -> Callable[[object, object], bool]:
    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return held(self) == held(other) if other.__class__ is cls else NotImplemented

    return __eq__


def _hash(held: Callable[[Any], object]) -> Callable[[object], int]:
    def __hash__(self: object) -> int:  # noqa: N807
        return hash(held(self))

    return __hash__


def _nothing(_: object) -> tuple[()]:
    return ()


def _getstate(self: Any) -> list[object]:
    return [getattr(self, each.name) for each in fields(self)]


def _setstate(self: Any, state: list[object]) -> None:
    for each, held in zip(fields(self), state, strict=True):
        _set(self, each.name, held)
