"""Quotation marks as a language sets them, around words and within."""

from __future__ import annotations

import re

from briefgen.values import dataclass

_STRAIGHT_OPENING = re.compile(r'(^|[\s(\[—–‘“«„])"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """A language's marks around quoted words, and around words quoted within these.

    `comma_within` says whether a comma or full stop that is not the words' own stands before the closing mark
    of a title all the same, as in American English.
    """

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    comma_within: bool = False

    def within(self, words: str) -> str:
        """Words to be quoted, with the marks that they hold themselves changed to the inner ones.

        Only marks that would be taken for the outer ones are changed, and straight ones.
        """
        curled = _STRAIGHT_OPENING.sub(rf"\1{self.inner_opening}", words).replace('"', self.inner_closing)
        opening, closing = self.inner_opening, self.inner_closing
        match self.opening[0]:
            case "«":
                outer, inner = "«»", opening + closing
            case "„" if "„" in words:
                outer, inner = "„“", opening + closing
            case "„":
                outer, inner = "“”", opening + closing
            case _:
                outer, inner = "“”„", f"{opening}{closing}‚"
        return curled.translate(str.maketrans(outer, inner))

    def around(self, words: str) -> str:
        """Words on one line in quotation marks."""
        return f"{self.opening}{self.within(words)}{self.closing}"

    def title(self, words: str, stop: str) -> str:
        """A title in quotation marks, and a comma or full stop where the language sets it."""
        within = self.within(words)
        return (
            f"{self.opening}{within}{stop}{self.closing}"
            if self.comma_within
            else f"{self.opening}{within}{self.closing}{stop}"
        )
