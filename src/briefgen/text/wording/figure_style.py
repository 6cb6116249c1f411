"""How a language writes figures: what parts their digits, its magnitudes, and where their signs stand."""

from __future__ import annotations

from briefgen.values import dataclass

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureStyle:
    """The marks of one language between digits and beside them.

    `magnitudes` are the powers of ten that have a word, the largest first, each with the space before it.
    `currency_first` says whether the sign of a currency stands before its figure, and `per_cent_apart`
    whether a space at which no line ends parts a figure from its per cent sign. `to` stands between the ends
    of a range of which one is negative, where a dash would be taken for a minus.
    """

    group: str
    decimal: str
    to: str
    magnitudes: tuple[tuple[int, str], ...]
    currency_first: bool = False
    per_cent_apart: bool = False

    def with_per_cent(self, figure: str, sign: str = "%") -> str:
        """A figure with its sign, be it per cent or per mille: 55–80% in English, 55–80 % in French."""
        return f"{figure}{NO_BREAK if self.per_cent_apart else ''}{sign}"
