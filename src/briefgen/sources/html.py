"""Web pages: what a reader sees of the main text, every character with its place in the file.

The page's own markup says what is main text (`main`, or a lone `article`) and what is not (`nav`, `aside`,
`footer`, forms, hidden parts). What is left of adverts and links is for the register's `exclude:`.
"""

from __future__ import annotations

import codecs
import html
import re
from html.parser import HTMLParser

from briefgen.diagnostics import Diagnostic
from briefgen.sources import plain
from briefgen.text.normalise import Edit, Traced, rewrite, untouched


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


UNSEEN = _names(
    "head title script style noscript template svg math iframe object audio video canvas map select option "
    "button textarea form nav footer aside dialog menu"
)
"""Elements whose content is no part of the text."""

UNSEEN_ROLES = frozenset(["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"])

BLOCKS = _names(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 "
    "h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead tr ul"
)
"""Elements that begin and end a paragraph."""

_VOID = _names("area base br col embed hr img input link meta source track wbr")
_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([-\w]+)""", re.IGNORECASE)


def decode(data: bytes, file: str) -> tuple[str, list[Diagnostic]]:
    """The text of a page in the encoding that it declares, or else in UTF-8."""
    declared = _DECLARED.search(data, 0, 2048)
    if declared and not data.startswith(codecs.BOM_UTF8):
        try:
            return data.decode(codecs.lookup(declared[1].decode("ascii")).name), []
        except (LookupError, UnicodeDecodeError):
            pass
    return plain.decode(data, file)


def visible(raw: str) -> Traced:
    """The words that a reader of the page sees, a line break where a paragraph ends, a tab between cells."""
    lone_article = len(re.findall(r"<article\b", raw, re.IGNORECASE)) == 1
    main = "main" if re.search(r"<main\b", raw, re.IGNORECASE) else "article" if lone_article else ""
    page = _Page(raw, main)
    page.feed(raw)
    page.close()
    return rewrite(untouched(raw), page.finished())


class _Page(HTMLParser):
    """Collects edits that leave of a page only what is seen."""

    def __init__(self, raw: str, main: str) -> None:
        super().__init__(convert_charrefs=False)
        self._raw = raw
        self._main = main
        self._open: list[tuple[str, bool]] = []
        self._unseen = 0
        self._in_main = 0 if main else 1
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", raw))]
        self._edits: list[Edit] = []
        self._done = 0
        self._gap = ""

    def finished(self) -> list[Edit]:
        """All edits, in order."""
        return (
            [*self._edits, (self._done, len(self._raw), "")] if self._done < len(self._raw) else self._edits
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag in BLOCKS:
            self._gap = "\n"
        elif tag == "br":
            self._gap = "\n" if self._gap else " "
        elif tag in ("td", "th"):
            self._gap = "\n" if self._gap == "\n" else "\t"
        if tag in _VOID:
            return
        unseen = tag in UNSEEN or _is_hidden(dict(attrs))
        self._open.append((tag, unseen))
        self._unseen += unseen
        self._in_main += tag == self._main

    def handle_endtag(self, tag: str) -> None:
        """End an element, and any within it that were never ended."""
        if tag in BLOCKS:
            self._gap = "\n"
        if any(tag == opened for opened, _ in self._open):
            while self._open:
                opened, unseen = self._open.pop()
                self._unseen -= unseen
                self._in_main -= opened == self._main
                if opened == tag:
                    break

    def handle_data(self, data: str) -> None:
        """Take text between tags; a line break in it is a mere space, unless the text is preformatted."""
        start = self._offset()
        if not data.strip():
            self._gap = self._gap or " "
            return
        self._take(start, start + len(data), None)

    def handle_entityref(self, name: str) -> None:
        """Take a character written by its name."""
        self._take_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """Take a character written by its number."""
        self._take_reference(f"&#{name}")

    def _take_reference(self, written: str) -> None:
        start = self._offset()
        end = start + len(written)
        end += self._raw.startswith(";", end)
        self._take(start, end, html.unescape(self._raw[start:end]))

    def _take(self, start: int, end: int, instead: str | None) -> None:
        if self._unseen or not self._in_main:
            return
        self._edits.append((self._done, start, self._gap))
        self._gap = ""
        if instead is not None:
            self._edits.append((start, end, instead))
        elif not any(tag == "pre" for tag, _ in self._open):
            self._edits += [(at, at + 1, " ") for at in range(start, end) if self._raw[at] in "\n\r\f"]
        self._done = end

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (attributes.get("role") or "") in UNSEEN_ROLES
        or "display:none" in style
        or "visibility:hidden" in style
    )
