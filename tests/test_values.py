import copy
import dataclasses
import pickle
from dataclasses import field

import pytest

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point."""

    x: int
    y: int = 0
    tags: tuple[str, ...] = field(default_factory=tuple)
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A circle."""

    centre: Point
    radius: float

    @property
    def width(self) -> float:
        return 2 * self.radius


def test_a_value_is_a_dataclass() -> None:
    assert dataclasses.is_dataclass(Point)
    assert [each.name for each in dataclasses.fields(Point)] == ["x", "y", "tags", "note"]
    assert dataclasses.replace(Point(x=1), y=5) == Point(x=1, y=5)
    assert dataclasses.asdict(Circle(centre=Point(x=1), radius=2.0))["centre"]["x"] == 1


def test_values_are_equal_by_what_they_hold() -> None:
    assert Point(x=1, note="a") == Point(x=1, note="b")
    assert hash(Point(x=1, note="a")) == hash(Point(x=1))
    assert Point(x=1) != Point(x=2)
    unlike: object = (1, 0, ())
    assert Point(x=1) != unlike


def test_a_value_cannot_be_changed() -> None:
    point = Point(x=1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="a Point cannot be changed: 'x'"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.y
    with pytest.raises(AttributeError):
        point.z = 3  # type: ignore[attr-defined]


def test_a_value_is_made_by_keywords() -> None:
    with pytest.raises(TypeError):
        Point(1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="x"):
        Point()  # type: ignore[call-arg]


def test_a_value_shows_what_it_holds() -> None:
    assert repr(Circle(centre=Point(x=1), radius=2.0)) == (
        "Circle(centre=Point(x=1, y=0, tags=()), radius=2.0)"
    )


def test_values_are_matched_by_keyword() -> None:
    match Circle(centre=Point(x=1), radius=2.0):
        case Circle(radius=radius):
            assert radius == 2.0


def test_values_travel_between_processes() -> None:
    circle = Circle(centre=Point(x=1, tags=("a",)), radius=2.0)
    assert pickle.loads(pickle.dumps(circle)) == circle
    assert copy.deepcopy(circle) == circle
    assert circle.width == 4.0
