"""Prose from Jinja2 templates, which come from colleagues and are trusted with nothing.

Templates run in a sandbox and see plain values. What they print is escaped as Markdown unless it comes from
the template's own text or from `cite()`, so that no word of a source is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from briefgen.diagnostics import Diagnostic, Position, Span, error
from briefgen.outline.decoding import did_you_mean

Loader = Callable[[str], tuple[str, str] | None]
"""A template's path as the user would type it and its text, by its path relative to the outline, or None."""

_WHITE = re.compile(r"[ \t\n\r\f\v]+")
_SPECIAL = re.compile(r"[\\`*_\[\]<>&#|~!]|^ ?[-+=]|^ ?\d+[.)]")


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


def escaped(value: object) -> Markdown:
    """A value's words, on one line, as Markdown that means these words."""
    if isinstance(value, Markdown):
        return value
    line = _WHITE.sub(" ", str(value))
    return Markdown(_SPECIAL.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", line))


def cite(*passages: str) -> Markdown:
    """A citation of passages by name."""
    return Markdown(f"[{'; '.join(f'@{passage}' for passage in passages)}]")


def run(
    name: str, source: str, values: Mapping[str, Any], load: Loader, span: Span
) -> tuple[str | None, list[Diagnostic]]:
    """The Markdown that a template writes, or why it writes none.

    `name` is the template's path as the user would type it, `span` the place that names it.
    """
    import jinja2

    from briefgen.assembling.sandbox import LARGEST, BoundedEnvironment

    texts = {name: source}

    def included(path: str) -> tuple[str, str, None] | None:
        found = load(path)
        if found is None:
            return None
        shown, text = found
        texts[shown] = text
        return text, shown, None

    environment = BoundedEnvironment(
        loader=jinja2.FunctionLoader(included),
        undefined=jinja2.StrictUndefined,
        finalize=escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        code = environment.compile(source, filename=name)
        template = jinja2.Template.from_code(environment, code, environment.make_globals(None))
        return _bounded(template.generate(**values, cite=cite), LARGEST), []
    except jinja2.TemplateSyntaxError as failure:
        place = _line_of(failure.filename or name, failure.lineno, texts)
        return None, [error("TP101", f"the template cannot be read: {failure.message}", place)]
    except jinja2.TemplateNotFound as failure:
        message = f"there is no template “{failure.name}” in the workspace"
        hint = "what a template includes is named by its path from the outline on"
        return None, [error("TP102", message, _place(failure, texts, span), hint=hint)]
    except jinja2.UndefinedError as failure:
        return None, [_unknown(failure, values, _place(failure, texts, span))]
    except Exception as failure:
        return None, [error("TP104", f"the template failed: {failure}", _place(failure, texts, span))]


def _bounded(pieces: Iterable[str], largest: int) -> str:
    printed, size = [], 0
    for piece in pieces:
        printed.append(piece)
        size += len(piece)
        if size > largest:
            raise ValueError(f"it prints more than {largest:,} characters")
    return "".join(printed)


_QUOTED = re.compile(r"'([^']*)'")


def _unknown(failure: Exception, values: Mapping[str, Any], place: Span) -> Diagnostic:
    message = str(failure)
    asked = _QUOTED.findall(message)
    if not asked or not message.endswith((f"has no attribute '{asked[-1]}'", "is undefined")):
        return error("TP103", f"the template asks for something unknown: {message}", place)
    ids = [name for value in values.values() if isinstance(value, Mapping) for name in value]
    within = dict.fromkeys([*ids, *(name.replace("-", "_") for name in ids)])
    otherwise = f"a template sees: {', '.join(sorted(values))} and cite()"
    hint = did_you_mean(asked[-1], [*values, *within], otherwise)
    return error("TP103", f"the template asks for “{asked[-1]}”, which is not there", place, hint=hint)


def _place(failure: BaseException, texts: Mapping[str, str], span: Span) -> Span:
    """The innermost line of a template that a failure went through, or else `span`."""
    trace, place = failure.__traceback__, span
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file in texts:
            place = _line_of(file, trace.tb_lineno, texts)
        trace = trace.tb_next
    return place


def _line_of(file: str, line: int, texts: Mapping[str, str]) -> Span:
    lines = texts.get(file, "").split("\n")
    words = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    start = Position(line=line, column=len(words) - len(words.lstrip()) + 1)
    return Span(file=file, start=start, end=Position(line=line, column=len(words) + 1))
