"""Safe arithmetic over figures: `troops * pay-month * 12`.

A formula holds numbers, ids of figures, `+ - * /` and brackets; nothing else can be said in it. Ids may hold
hyphens, so a minus needs spaces around it. Values are exact fractions; a range stays a range (interval
arithmetic), and a figure that stands twice in a formula is taken at each place for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, TypeAlias, assert_never, cast

from briefgen.model.figures import Computed
from briefgen.text.quantities.shown import show_number, show_range
from briefgen.values import dataclass

LONGEST = 500
"""The longest formula that is read, in characters."""
DEEPEST = 40
"""The most brackets within brackets."""
MOST_DIGITS = 30
"""The most digits of a number, and of a result before its point: Python will not print thousands of them."""
MOST_EXACT = 200
"""The most digits above and below the line of a value: each square doubles them, and nobody needs so many."""
_LONG: int = 10**MOST_EXACT


class FormulaError(ValueError):
    """A formula that cannot be read or computed: what is wrong, and from where to where in its text."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message, self.start, self.end = message, start, end


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number of the formula's own, as written; 30% is 3/10."""

    value: Fraction
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A figure by its id, at its place in the formula."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Negative:
    """Minus one thing."""

    of: Expression


Operator = Literal["+", "-", "*", "/"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Binary:
    """Two things joined; `at` is the operator's offset."""

    operator: Operator
    left: Expression
    right: Expression
    at: int


Expression: TypeAlias = Amount | Named | Negative | Binary


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """A figure as a formula takes it: a range, equal ends for a point, and its unit."""

    low: Fraction
    high: Fraction
    unit: str = ""


_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d[\d,_]*(?:\.\d+)?\s?%?|\.\d+)|(?P<name>[^\W\d]\w*(?:-\w+)*)|(?P<sign>[-+*/()×÷−]))"
)
_PLAIN: Mapping[str, str] = {"×": "*", "÷": "/", "−": "-"}
_PRINTED: Mapping[str, str] = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_STRENGTH: Mapping[str, int] = {"+": 1, "-": 1, "*": 2, "/": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def parse(formula: str) -> Expression:
    """The formula's structure.

    Raises:
        FormulaError: where the text is no formula, is too long or too deep.
    """
    if len(formula) > LONGEST:
        raise FormulaError(f"a formula has at most {LONGEST:,} characters", LONGEST, len(formula))
    return _Parser(formula).whole()


class _Parser:
    """Reads tokens from left to right; `depth` counts the brackets and signs that are open."""

    def __init__(self, formula: str) -> None:
        self._tokens = list(_tokens(formula))
        self._at = 0
        self._length = len(formula)

    def whole(self) -> Expression:
        if not self._tokens:
            raise FormulaError("the formula is empty", 0, self._length)
        found = self._joined(1, 0)
        rest = self._peek()
        if rest is not None:
            raise FormulaError(f"expected an operator, not “{rest.text}”", rest.start, rest.end)
        return found

    def _joined(self, strength: int, depth: int) -> Expression:
        if strength > max(_STRENGTH.values()):
            return self._single(depth)
        left = self._joined(strength + 1, depth)
        while (token := self._peek()) is not None and _STRENGTH.get(token.text) == strength:
            self._at += 1
            right = self._joined(strength + 1, depth)
            left = Binary(operator=cast(Operator, token.text), left=left, right=right, at=token.start)
        return left

    def _single(self, depth: int) -> Expression:
        token = self._peek()
        if token is None:
            message = "the formula ends where a figure or a number should stand"
            raise FormulaError(message, self._length, self._length)
        if depth > DEEPEST:
            raise FormulaError(f"more than {DEEPEST} brackets within brackets", token.start, token.end)
        self._at += 1
        if token.kind == "number":
            if sum(map(str.isdigit, token.text)) > MOST_DIGITS:
                raise FormulaError(f"a number of more than {MOST_DIGITS} digits", token.start, token.end)
            return Amount(value=_value(token.text), shown=token.text)
        if token.kind == "name":
            return Named(name=token.text, start=token.start, end=token.end)
        if token.text == "-":
            return Negative(of=self._single(depth + 1))
        if token.text == "(":
            inner = self._joined(1, depth + 1)
            closing = self._peek()
            if closing is None or closing.text != ")":
                raise FormulaError("this bracket is never closed", token.start, token.end)
            self._at += 1
            return inner
        raise FormulaError(f"expected a figure or a number, not “{token.text}”", token.start, token.end)

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None


def _tokens(formula: str) -> Iterator[_Token]:
    at = 0
    while at < len(formula.rstrip()):
        found = _TOKEN.match(formula, at)
        if found is None:
            start = at + len(formula[at:]) - len(formula[at:].lstrip())
            raise FormulaError(f"“{formula[start]}” has no place in a formula", start, start + 1)
        kind = found.lastgroup or ""
        text = _PLAIN.get(found[kind], found[kind])
        yield _Token(kind=kind, text=text, start=found.start(kind), end=found.end(kind))
        at = found.end()


def _value(shown: str) -> Fraction:
    plain = shown.replace(",", "").replace("_", "")
    return Fraction(plain.rstrip("% ")) / 100 if plain.endswith("%") else Fraction(plain)


def named_in(expression: Expression) -> Iterator[Named]:
    """The figures that an expression names, from left to right."""
    match expression:
        case Named():
            yield expression
        case Negative():
            yield from named_in(expression.of)
        case Binary():
            yield from named_in(expression.left)
            yield from named_in(expression.right)
        case Amount():
            return
        case _:
            assert_never(expression)


def evaluate(expression: Expression, operands: Mapping[str, Operand]) -> tuple[Fraction, Fraction]:
    """The lowest and the highest value that the expression can take.

    Raises:
        FormulaError: for an unknown name, for a divisor that is zero or spans it, and for values of too many
            digits.
    """
    match expression:
        case Amount():
            return expression.value, expression.value
        case Named():
            operand = operands.get(expression.name)
            if operand is None:
                raise _unknown(expression, operands)
            return operand.low, operand.high
        case Negative():
            low, high = evaluate(expression.of, operands)
            return -high, -low
        case Binary():
            left, right = evaluate(expression.left, operands), evaluate(expression.right, operands)
            low, high = _combine(expression, left, right)
            if not (_is_short(low) and _is_short(high)):
                message = f"this gives a fraction of more than {MOST_EXACT} digits"
                raise FormulaError(message, expression.at, expression.at + 1)
            return low, high
        case _:
            assert_never(expression)


def _is_short(value: Fraction) -> bool:
    return max(abs(value.numerator), value.denominator) < _LONG


def _unknown(named: Named, operands: Mapping[str, Operand]) -> FormulaError:
    first, _, last = named.name.partition("-")
    message = f"no figure is called “{named.name}”"
    if first in operands and last in operands:
        message += f"; to subtract, write “{first} - {last}” with spaces"
    return FormulaError(message, named.start, named.end)


_Range: TypeAlias = tuple[Fraction, Fraction]


def _combine(joined: Binary, left: _Range, right: _Range) -> _Range:
    if joined.operator == "+":
        return left[0] + right[0], left[1] + right[1]
    if joined.operator == "-":
        return left[0] - right[1], left[1] - right[0]
    if joined.operator == "/":
        if right[0] <= 0 <= right[1]:
            raise FormulaError("the divisor is zero or may be", joined.at, joined.at + 1)
        right = 1 / right[1], 1 / right[0]
    products = [one * other for one in left for other in right]
    return min(products), max(products)


def working(expression: Expression, operands: Mapping[str, Operand], language: str) -> str:
    """The computation with values for names, as a reader follows it: “12,000 × $2,000 × 12”."""
    match expression:
        case Amount():
            return _printed_amount(expression, language)
        case Named():
            operand = operands[expression.name]
            shown = show_range(operand.low, operand.high, operand.unit.partition(" ")[0], language)
            return shown if operand.low == operand.high else f"({shown})"
        case Negative():
            return f"−{_within(expression.of, 3, operands, language)}"
        case Binary():
            strength = _STRENGTH[expression.operator]
            left = _within(expression.left, strength, operands, language)
            right = _within(expression.right, strength + 1, operands, language)
            return f"{left} {_PRINTED[expression.operator]} {right}"
        case _:
            assert_never(expression)


def _printed_amount(amount: Amount, language: str) -> str:
    if amount.shown.endswith("%"):
        return show_number(amount.value * 100, "%", language)
    return show_number(amount.value, language=language)


def _within(expression: Expression, strength: int, operands: Mapping[str, Operand], language: str) -> str:
    """A part of a computation, in brackets where it binds more loosely than what stands around it."""
    shown = working(expression, operands, language)
    loose = isinstance(expression, Binary) and _STRENGTH[expression.operator] < strength
    return f"({shown})" if loose else shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A figure's formula as written, and the unit of its result."""

    text: str
    unit: str = ""


def compute(
    formulas: Mapping[str, Formula], known: Mapping[str, Operand], language: str
) -> tuple[dict[str, Computed], dict[str, FormulaError]]:
    """Every formula's result by the id of its figure, and what is wrong with the others.

    Formulas may name one another in any order; `known` are the figures that sources give. A figure that has
    both a formula and readings is taken by its readings where others name it. `language` is the BCP 47 tag by
    which numbers are shown.
    """
    return _Computation(formulas, known, language).all()


class _Computation:
    def __init__(self, formulas: Mapping[str, Formula], known: Mapping[str, Operand], language: str) -> None:
        self._formulas = formulas
        self._language = language
        self._operands = dict(known)
        self._computed: dict[str, Computed] = {}
        self._wrong: dict[str, FormulaError] = {}

    def all(self) -> tuple[dict[str, Computed], dict[str, FormulaError]]:
        for name in self._formulas:
            self._settle(name, ())
        return {name: self._computed[name] for name in self._formulas if name in self._computed}, self._wrong

    def _settle(self, name: str, path: tuple[str, ...]) -> None:
        """Compute one figure, and before it those that it names; `path` leads to it."""
        if name in self._computed or name in self._wrong:
            return
        formula = self._formulas[name]
        try:
            expression = parse(formula.text)
            for named in named_in(expression):
                self._settle_named(named, (*path, name))
            low, high = evaluate(expression, self._operands)
            if max(-low, high) >= 10**MOST_DIGITS:
                message = f"the result has more than {MOST_DIGITS} digits"
                raise FormulaError(message, 0, len(formula.text))
        except FormulaError as wrong:
            self._wrong[name] = wrong
            return
        shown = show_range(low, high, formula.unit, self._language)
        steps = working(expression, self._operands, self._language)
        self._computed[name] = Computed(low=low, high=high, shown=shown, working=steps)
        self._operands.setdefault(name, Operand(low=low, high=high, unit=formula.unit))

    def _settle_named(self, named: Named, path: tuple[str, ...]) -> None:
        if named.name in self._operands or named.name not in self._formulas:
            return
        if named.name in path:
            circle = " → ".join((*path[path.index(named.name) :], named.name))
            raise FormulaError(f"the formula goes round in a circle: {circle}", named.start, named.end)
        self._settle(named.name, path)
        if named.name in self._wrong:
            message = f"“{named.name}” cannot be computed: {self._wrong[named.name].message}"
            raise FormulaError(message, named.start, named.end)
