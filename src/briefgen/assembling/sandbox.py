"""The sandbox that templates run in: no way out of it, and a bound on what they count, repeat and print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

LARGEST = 1_000_000
"""Characters that a template may print or repeat, and numbers that it may count in all."""

HIGHEST = 64
"""The highest exponent."""


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, in which `range`, `*` and `**` cannot be made to run for hours or fill the memory.

    In values, a name means the entry before it means a method: `figures.items` is the figure.
    """

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._left = LARGEST
        self.globals = {"range": self._range, "dict": dict}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The entry of that name, else the attribute."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The product or power, where it is of a size that a brief can use. Raises SecurityError."""
        if operator == "**" and isinstance(right, int | float) and abs(right) > HIGHEST:
            raise SecurityError(f"a power above {HIGHEST} is more than a brief needs")
        if max(_repeated(left, right), _repeated(right, left)) > LARGEST:
            raise SecurityError(f"it repeats more than {LARGEST:,} characters")
        return super().call_binop(context, operator, left, right)

    def _range(self, *bounds: int) -> range:
        counted = range(*bounds)
        self._left -= len(counted)
        if self._left < 0:
            raise SecurityError(f"it counts more than {LARGEST:,} numbers")
        return counted


def _repeated(many: Any, count: Any) -> int:
    return len(many) * count if isinstance(many, str | list | tuple) and isinstance(count, int) else 0
