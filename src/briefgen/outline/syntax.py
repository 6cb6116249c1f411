"""What keeps a text from being YAML, in words that tell an analyst what to type instead."""

from __future__ import annotations

import yaml

from briefgen.values import dataclass

_COLON = "mapping values are not allowed in this context"
_SEQUENCE, _MAPPING = "did not find expected ',' or ']'", "did not find expected ',' or '}'"
_ENDLESS = ("found unexpected end of stream", "found unexpected document indicator")
_STRAY = ("did not find expected key", "did not find expected '-' indicator")
_FIRST = "found character that cannot start any token"
_NO_COLON = "could not find expected ':'"
_ESCAPES = ("found unknown escape character", "found invalid Unicode character escape code")
_BLOCK = "did not find expected comment or line break"
_INLINE_LIST = "block sequence entries are not allowed in this context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """What is wrong at offset `at`, what to do, and where it shows at the latest, if that is elsewhere."""

    message: str
    at: int
    hint: str = ""
    until: int | None = None


def breach(text: str, failure: yaml.MarkedYAMLError) -> Breach:
    """A parser's complaint explained, as far as its cause can be told."""
    problem, context = failure.problem or "", failure.context or ""
    at = _index(failure.problem_mark, text)
    opened = _index(failure.context_mark, text)
    line_start = text.rfind("\n", 0, at) + 1
    indentation = text[line_start:at]
    if ("\t" in indentation and not indentation.strip()) or text[at : at + 1] == "\t":
        return Breach(message="a tab stands where YAML wants spaces", at=at, hint="indent with spaces")
    if problem in _ENDLESS:
        return Breach(message="this quotation mark is never closed", at=opened, until=_within(at, text))
    if problem in (_SEQUENCE, _MAPPING):
        bracket = problem[-2]
        message = f"a comma or “{bracket}” is missing in what begins here"
        return Breach(message=message, at=opened, until=_within(at, text))
    if problem == _COLON:
        hint = "put quotation marks around a text that holds a colon followed by a space"
        return Breach(message="a second colon on this line", at=at, hint=hint)
    if problem in _STRAY and not indentation.strip():
        message = "this line is indented like nothing above it"
        return Breach(message=message, at=at, hint="begin it under the first letter of what it belongs to")
    if problem in _STRAY and (stretched := _stretched(text, at)) is not None:
        message = "this quotation mark is closed only on another line"
        return Breach(message=message, at=stretched, hint="close it where its text ends", until=at - 1)
    if problem in _STRAY:
        message = "this stands after the end of a value"
        return Breach(message=message, at=at, hint="quote the whole text, or none of it")
    if problem == _FIRST or "alias" in context or "anchor" in context:
        start = at if problem == _FIRST else opened
        message = f"a text may not begin with “{text[start]}”" if start < len(text) else problem
        return Breach(message=message, at=start, hint="put quotation marks around it")
    if problem == _NO_COLON:
        hint = "write it as “key: value”; further lines of a text are indented more than its key"
        return Breach(message="this line has no colon", at=opened, hint=hint)
    if problem in _ESCAPES:
        hint = "write \\\\ for a backslash, or put the text in single quotation marks"
        message = "between double quotation marks a backslash stands for something else"
        return Breach(message=message, at=at, hint=hint)
    if problem == _BLOCK:
        return Breach(message="a text after | or > begins on the next line", at=at)
    if problem == _INLINE_LIST:
        hint = "break the line before the “-”"
        return Breach(message="a list begins on a line of its own", at=at, hint=hint)
    return Breach(message=f"{context}: {problem}" if context else problem, at=at)


def _stretched(text: str, at: int) -> int | None:
    """Where the text between quotation marks begins that ends at `at`, if that is on an earlier line."""
    last: yaml.Token | None = None
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if token.start_mark.index >= at:
                break
            last = token if isinstance(token, yaml.ScalarToken) else last
    except yaml.MarkedYAMLError:
        pass
    if not isinstance(last, yaml.ScalarToken) or last.plain or text[last.end_mark.index : at].strip():
        return None
    return last.start_mark.index if last.start_mark.line < last.end_mark.line else None


def _index(mark: yaml.error.Mark | yaml._yaml.Mark | None, text: str) -> int:
    """A mark's offset, held within the text."""
    return min(mark.index, max(0, len(text.rstrip()) - 1)) if mark is not None else 0


def _within(at: int, text: str) -> int | None:
    return at if at < len(text.rstrip()) - 1 else None
