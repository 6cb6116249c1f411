"""Prose from Jinja2 templates, which come from colleagues and are trusted with nothing.

Templates run in a sandbox and see plain values. What they print is escaped as Markdown unless it comes from
the template's own text or from `cite()`, so that no word of a source is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from briefgen.assembling.tracing import Trace
from briefgen.diagnostics import Diagnostic, Position, Span, error
from briefgen.text.did_you_mean import did_you_mean

if TYPE_CHECKING:
    from jinja2.ext import Extension

    from briefgen.assembling.sandbox import BoundedEnvironment

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

    texts = {name: source}

    def loaded(path: str) -> tuple[str, str] | None:
        found = load(path)
        if found is not None:
            texts[found[0]] = found[1]
        return found

    try:
        return _written(_environment(loaded), name, source, values), []
    except jinja2.TemplateSyntaxError as failure:
        place = _line_of(failure.filename or name, failure.lineno, texts)
        return None, [error("TP101", f"the template cannot be read: {failure.message}", place)]
    except jinja2.TemplateNotFound as failure:
        message = f"there is no template “{failure.name}” in the workspace"
        hint = "what a template includes is named by its path from the outline on"
        return None, [error("TP102", message, _place(failure, texts, span), hint=hint)]
    except jinja2.UndefinedError as failure:
        place = _place(failure, texts, span)
        return None, [_unknown(failure, values, place, texts.get(place.file, ""))]
    except Exception as failure:
        return None, [error("TP104", f"the template failed: {failure}", _place(failure, texts, span))]


def trace(name: str, source: str, values: Mapping[str, Any], load: Loader, written: str) -> Trace:
    """The way back from what a template has written to where it was typed, as far as it can be told.

    The template is run once more, with signs around its text. Where these make a difference, as they do to a
    template that counts its own letters, nothing is told.
    """
    from briefgen.assembling.signs import Signs

    try:
        environment = _environment(load, Signs)
        signs = environment.extensions[Signs.identifier]
        signed = _written(environment, name, source, values)
        return (signs.trace(signed, written) if isinstance(signs, Signs) else None) or Trace()
    except Exception:  # whatever the signs break, the brief itself has been written
        return Trace()


def _environment(load: Loader, *extensions: type[Extension]) -> BoundedEnvironment:
    import jinja2

    from briefgen.assembling.sandbox import BoundedEnvironment

    def included(path: str) -> tuple[str, str, None] | None:
        found = load(path)
        return None if found is None else (found[1], found[0], None)

    return BoundedEnvironment(
        loader=jinja2.FunctionLoader(included),
        undefined=jinja2.StrictUndefined,
        finalize=escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=extensions,
    )


def _written(environment: BoundedEnvironment, name: str, source: str, values: Mapping[str, Any]) -> str:
    import jinja2

    from briefgen.assembling.sandbox import LARGEST

    code = environment.compile(source, filename=name)
    template = jinja2.Template.from_code(environment, code, environment.make_globals(None))
    return _bounded(template.generate(**values, cite=cite), LARGEST)


def _bounded(pieces: Iterable[str], largest: int) -> str:
    printed, size = [], 0
    for piece in pieces:
        printed.append(piece)
        size += len(piece)
        if size > largest:
            raise ValueError(f"it prints more than {largest:,} characters")
    return "".join(printed)


_QUOTED = re.compile(r"'([^']*)'")


def _unknown(failure: Exception, values: Mapping[str, Any], place: Span, text: str) -> Diagnostic:
    message = str(failure)
    asked = _QUOTED.findall(message)
    if not asked or not message.endswith((f"has no attribute '{asked[-1]}'", "is undefined")):
        return error("TP103", f"the template asks for something unknown: {message}", place)
    line = text.split("\n")[place.start.line - 1] if text else ""
    owner = re.search(rf"(\w+)(?:\.|\[[\"'])(?={re.escape(asked[-1])}\b)", line)
    if owner and isinstance(values.get(owner[1]), Mapping):
        hint = did_you_mean(asked[-1], _ids(values[owner[1]])) or f"the brief has no {owner[1]}"
    else:
        within = [name for value in values.values() if isinstance(value, Mapping) for name in _ids(value)]
        otherwise = f"a template sees: {', '.join(sorted(values))} and cite()"
        hint = did_you_mean(asked[-1], dict.fromkeys([*values, *within]), otherwise)
    return error("TP103", f"the template asks for “{asked[-1]}”, which is not there", place, hint=hint)


def _ids(value: Mapping[str, Any]) -> list[str]:
    """The names by which a template reaches what a mapping holds."""
    return [*value, *(name.replace("-", "_") for name in value if "-" in name)]


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
