"""From words of a statement back to where they were typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefgen.assembling.tracing import Trace
from briefgen.diagnostics import Span
from briefgen.outline.decoding import Located
from briefgen.outline.yaml_file import YamlFile


class WordPlaces:
    """Finds the place of words in a text; asked again for the same words, the next place that holds them.

    A name behind an @ or within quotation marks goes before the same letters in running prose.
    """

    def __init__(self, text: str, span_within: Callable[[int, int], Span], whole: Span) -> None:
        self._text = text
        self._span_within = span_within
        self._whole = whole
        self._after: dict[str, int] = {}

    def __call__(self, words: str) -> Span:
        """The place of the words, or that of the whole text where they cannot be found."""
        sought = re.escape(words)
        for pattern in (rf"(?<=[@\"']){sought}(?![\w-])", rf"(?<![\w-]){sought}(?![\w-])", sought):
            found = re.compile(pattern).search(self._text, self._after.get(words, 0)) if words else None
            if found:
                self._after[words] = found.end()
                return self._span_within(*found.span())
        return self._whole


def places_in(located: Located) -> WordPlaces:
    """Finds words of a text of the outline."""
    return WordPlaces(located.value, located.span_within, located.span)


def places_in_template(
    name: str, text: str, whole: Span, written: str, trace: Trace
) -> Callable[[str], Span]:
    """Finds words of what a template has written: where they were typed, else where the template names them.

    `name` is that of the template as the user would type it.
    """
    in_written = WordPlaces(written, lambda start, end: trace.span(start, end) or whole, whole)
    in_file = WordPlaces(text, YamlFile(name, text).span, whole)

    def place(words: str) -> Span:
        typed, named = in_written(words), in_file(words)
        return named if typed is whole else typed

    return place
