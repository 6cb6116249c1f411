"""Prose from Jinja2 templates, which come from colleagues and are trusted with nothing.

Templates run in a sandbox and see plain values. What they print is escaped as Markdown unless it comes from
the template's own text or from `cite()`, so that no word of a source is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from briefgen.diagnostics import Diagnostic, Position, Span, error

Loader = Callable[[str], str | None]
"""A template's text by its path relative to the outline, or None where there is none to be had."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>&#|~!]|^\s*[-+=](?=\s|[-=])|(?<=\d)[.)](?=\s)", re.MULTILINE)


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


def escaped(value: object) -> Markdown:
    """A value's words as Markdown that means these words."""
    if isinstance(value, Markdown):
        return value
    return Markdown(_SPECIAL.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", str(value)))


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
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        finalize=escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        template = environment.from_string(source)
        return template.render(**values, cite=cite), []
    except jinja2.TemplateSyntaxError as failure:
        at = Position(line=failure.lineno, column=1)
        place = Span(file=name, start=at, end=Position(line=failure.lineno, column=200))
        return None, [error("TP101", f"the template cannot be read: {failure.message}", place)]
    except jinja2.TemplateNotFound as failure:
        return None, [error("TP102", f"the template includes “{failure.name}”, which is not there", span)]
    except jinja2.UndefinedError as failure:
        hint = f"a template sees: {', '.join(sorted(values))} and cite()"
        message = f"the template asks for something unknown: {failure.message}"
        return None, [error("TP103", message, _place(name, failure, span), hint=hint)]
    except Exception as failure:
        message = f"the template failed: {failure}"
        return None, [error("TP104", message, _place(name, failure, span))]


def _place(name: str, failure: BaseException, span: Span) -> Span:
    trace = failure.__traceback__
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    if not line:
        return span
    return Span(file=name, start=Position(line=line, column=1), end=Position(line=line, column=200))
