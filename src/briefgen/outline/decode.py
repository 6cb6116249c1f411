"""An outline's bytes to its as-written values, all errors at once."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Items
from typing import cast

from briefgen.diagnostics import Diagnostic, Related, error, info
from briefgen.model.evidence import PassageKind, RangeSelector, Selector, TextQuoteSelector
from briefgen.outline import yaml_file
from briefgen.outline.comments import cut_short
from briefgen.outline.decoder import Decoder, Fields, Located
from briefgen.outline.format import brief
from briefgen.outline.grades import credibility
from briefgen.outline.mistaken import no_outline
from briefgen.outline.scales import scale
from briefgen.outline.statements import decode_statement
from briefgen.outline.written import (
    Outline,
    WrittenCheck,
    WrittenFigure,
    WrittenMarking,
    WrittenPassage,
    WrittenReading,
    WrittenSchedule,
    WrittenSection,
    WrittenWord,
)
from briefgen.outline.yaml_file import Mapping, Scalar, Sequence
from briefgen.text.language_tags import primary
from briefgen.text.wording import LANGUAGES


def decode(name: str, data: bytes) -> tuple[Outline | None, list[Diagnostic]]:
    """The outline in a file, or None where it lacks what every outline needs.

    `name` is the file as the user would type it. Parts that are wrong are noted and left out.
    """
    file, found = yaml_file.read(name, data)
    if file.root is None:
        if not found:
            hint = "an outline needs at least title, as-of, register and sections"
            found = [error("OL100", "the outline is empty", file.span(0, 0), hint=hint)]
        return None, found
    if mistaken := no_outline(file):
        return None, [*found, mistaken]
    decoder = Decoder(file)
    fields = decoder.fields(file.root, brief.BRIEF)
    title, as_of, register = fields.text("title"), fields.text("as-of"), fields.text("register")
    passages = _passages(fields)
    figures = _figures(fields)
    sections = tuple(_sections(fields))
    decoder.found.extend(_doubly_named(sections))
    written = fields.node_of("sections")
    if isinstance(written, Sequence) and not written.items:
        decoder.report("OL106", "an outline needs at least one section", written)
    language = fields.text("language")
    if language is not None and language.value and primary(language.value) not in LANGUAGES:
        hint = f"there are words in {', '.join(LANGUAGES)}"
        message = f"labels, notes and dates are set in English, not in “{language.value}”"
        decoder.found.append(info("OL151", message, language.span, hint=hint))
    likelihood_scale = scale(fields)
    marking, word = _marking(fields), _word(fields)
    checks, schedule = tuple(_checks(fields)), _schedule(fields)
    subtitle, theme = fields.text("subtitle"), fields.text("theme")
    authors, key_judgements = fields.texts("authors"), fields.texts("key-judgements")
    found = [*found, *cut_short(file), *decoder.found]
    if title is None or as_of is None or register is None:
        return None, found
    outline = Outline(
        file=file,
        title=title,
        as_of=as_of,
        register=register,
        language=_value(language) or "en-GB",
        scale=likelihood_scale,
        subtitle=subtitle,
        authors=authors,
        marking=marking,
        theme=theme,
        word=word,
        passages=passages,
        figures=figures,
        sections=sections,
        key_judgements=key_judgements,
        checks=checks,
        schedule=schedule,
    )
    return outline, found


def _value(text: Located | None, default: str = "") -> str:
    return text.value if text else default


def _passages(fields: Fields) -> dict[str, WrittenPassage]:
    decoder = fields.decoder
    passages = {}
    for name, node in fields.entries("passages"):
        given = decoder.fields(node, brief.PASSAGE)
        source, selected = given.text("source"), _selector(given)
        origin, perhaps = given.text("origin"), given.text("origin-perhaps")
        grade = credibility(given)
        kind, as_of, remark = given.text("kind"), given.text("as-of"), given.text("remark")
        if source is None or selected is None:
            continue
        selector, words = selected
        passages[name.value] = WrittenPassage(
            id=name,
            source=source,
            selector=selector,
            words=words,
            kind=cast(PassageKind, _value(kind, "fact")),
            credibility=grade,
            origin=_value(origin) or _value(perhaps),
            origin_perhaps=perhaps is not None and origin is None,
            as_of=_value(as_of),
            remark=_value(remark),
        )
    return passages


def _selector(fields: Fields) -> tuple[Selector, Located] | None:
    quote, start, end = fields.text("quote"), fields.text("from"), fields.text("to")
    prefix, suffix = fields.text("prefix"), fields.text("suffix")
    report = fields.decoder.report
    if quote is not None and (start is not None or end is not None):
        hint = "keep quote for short passages, from and to for long ones"
        report("OL109", "a passage has a quote, or from and to, not both", quote.scalar, hint)
        return None
    if quote is not None and quote.value.strip():
        selector = TextQuoteSelector(exact=quote.value, prefix=_value(prefix), suffix=_value(suffix))
        return selector, quote
    if start is not None and end is not None and start.value.strip() and end.value.strip():
        return RangeSelector(start=start.value, end=end.value), start
    if isinstance(fields.node, Mapping):
        hint = "give its exact words under quote, or its first and last words under from and to"
        report("OL106", "a passage needs words", fields.node, hint)
    return None


def _figures(fields: Fields) -> dict[str, WrittenFigure]:
    decoder = fields.decoder
    figures = {}
    for name, node in fields.entries("figures"):
        given = decoder.fields(node, brief.FIGURE)
        label, unit, formula = given.text("label"), given.text("unit"), given.text("formula")
        remark = given.text("remark")
        readings = tuple(
            reading
            for item in given.items("readings")
            if (reading := _reading(decoder.fields(item, brief.READING))) is not None
        )
        if isinstance(node, Mapping) and formula is None and given.node_of("readings") is None:
            hint = "say what passages tell of it, or how it is computed"
            decoder.report("OL106", "a figure needs readings or a formula", node, hint)
        if label is not None and unit is not None:
            figures[name.value] = WrittenFigure(
                id=name,
                label=label.value,
                unit=unit.value,
                readings=readings,
                formula=formula,
                remark=_value(remark),
            )
    return figures


def _reading(fields: Fields) -> WrittenReading | None:
    passage, shown = fields.text("passage"), fields.text("shown")
    value, low, high = fields.number("value"), fields.number("low"), fields.number("high")
    report = fields.decoder.report
    if value is not None and (low is not None or high is not None):
        report("OL109", "a reading has a value, or low and high, not both", value.located.scalar)
        return None
    low, high = (value, value) if value is not None else (low, high)
    if low is None or high is None:
        given = any(fields.node_of(key) is not None for key in ("value", "low", "high"))
        if isinstance(fields.node, Mapping) and not (
            given and value is None and (low is None) == (high is None)
        ):
            report("OL106", "a reading needs a value, or low and high", fields.node)
        return None
    if low.value > high.value:
        report("OL108", f"low ({low.value}) is above high ({high.value})", low.located.scalar)
        return None
    if passage is None:
        return None
    return WrittenReading(passage=passage, low=low, high=high, shown=shown)


def _sections(fields: Fields) -> list[WrittenSection]:
    decoder = fields.decoder
    sections: list[WrittenSection] = []
    for node in fields.items("sections"):
        given = decoder.fields(node, brief.SECTION)
        name, title, template = given.text("id"), given.text("title"), given.text("template")
        marking = given.text("marking")
        body = tuple(
            statement
            for item in given.items("body")
            if (statement := decode_statement(decoder, item)) is not None
        )
        landscape = given.yes_no("landscape", False)
        empty = given.node_of("body") is None and template is None
        if isinstance(node, Mapping) and empty and given.node_of("template") is None:
            decoder.report("OL106", "a section needs a body or a template", node)
        if name is None or title is None:
            continue
        earlier = next((section for section in sections if section.id.value == name.value), None)
        if earlier is not None:
            related = (Related(message="first given here", span=earlier.id.span),)
            message, hint = f"two sections have the id “{name.value}”", "give one of them another"
            decoder.found.append(error("OL102", message, name.span, hint=hint, related=related))
            continue
        sections.append(
            WrittenSection(
                id=name,
                title=title,
                body=body,
                template=template,
                landscape=landscape,
                marking=marking,
                span=decoder.file.span_of(node),
            )
        )
    return sections


def _doubly_named(sections: Items[WrittenSection]) -> Iterator[Diagnostic]:
    """The ids that a statement shares with a section or a statement before it: links lead to one of them."""
    first: dict[str, tuple[str, Located]] = {}
    for section in sections:
        named = [("section", section.id)]
        named += [("statement", statement.id) for statement in section.body if statement.id is not None]
        for kind, name in named:
            earlier, there = first.setdefault(name.value, (kind, name))
            if there is name:
                continue
            both = f"two {kind}s have" if kind == earlier else f"a {earlier} and a {kind} have"
            related = (Related(message="first given here", span=there.span),)
            message, hint = f"{both} the id “{name.value}”", "give one of them another"
            yield error("OL102", message, name.span, hint=hint, related=related)


def _marking(fields: Fields) -> WrittenMarking | None:
    node = fields.node_of("marking")
    if node is None:
        return None
    if isinstance(node, Scalar):
        return WrittenMarking(text=Located(fields.decoder.file, node))
    given = fields.decoder.fields(node, brief.MARKING)
    text, colour, background = given.text("text"), given.text("colour"), given.text("background")
    for value in (colour, background):
        if value is not None and not _is_colour(value.value):
            message = f"“{value.value}” is not a colour"
            fields.decoder.report("OL108", message, value.scalar, "write it as #rrggbb")
    if text is None:
        return None
    levels = tuple(level.value for level in given.texts("levels"))
    return WrittenMarking(text=text, colour=_value(colour), background=_value(background), levels=levels)


def _is_colour(value: str) -> bool:
    digits = value[1:]
    return value.startswith("#") and len(digits) == 6 and all(c in "0123456789abcdefABCDEF" for c in digits)


def _word(fields: Fields) -> WrittenWord | None:
    node = fields.node_of("word")
    if node is None:
        return None
    if isinstance(node, Scalar):
        return WrittenWord(reference=Located(fields.decoder.file, node), styles=())
    given = fields.decoder.fields(node, brief.WORD)
    reference = given.text("reference")
    styles = tuple(
        (role, style)
        for role, value in given.entries("styles")
        if (style := fields.decoder.text(value, "a style's name")) is not None
    )
    return WrittenWord(reference=reference, styles=styles) if reference else None


def _checks(fields: Fields) -> list[WrittenCheck]:
    checks = []
    for code, node in fields.entries("checks"):
        if isinstance(node, Scalar):
            hint = f"write {code.value}: {{severity: {node.value or 'off'}, because: “…”}}"
            fields.decoder.report("OL106", "a changed rule needs its reason", node, hint)
            continue
        given = fields.decoder.fields(node, brief.CHECK)
        severity, because = given.text("severity"), given.text("because")
        if severity is not None and because is not None:
            checks.append(WrittenCheck(code=code, severity=severity.value, because=because.value))
    return checks


def _schedule(fields: Fields) -> WrittenSchedule | None:
    node = fields.node_of("schedule")
    if node is None:
        return None
    given = fields.decoder.fields(node, brief.SCHEDULE)
    cron, timezone, unchanged = given.text("cron"), given.text("timezone"), given.text("if-unchanged")
    command = webhook = None
    failure = given.node_of("on-failure")
    if isinstance(failure, Mapping):
        told = fields.decoder.fields(failure, brief.ON_FAILURE)
        command, webhook = told.text("command"), told.text("webhook")
    elif isinstance(failure, Scalar) and failure.value != "keep-last":
        hint = "write keep-last, or a mapping with command or webhook"
        fields.decoder.report("OL108", f"“on-failure” cannot be “{failure.value}”", failure, hint)
    if cron is None:
        return None
    return WrittenSchedule(
        cron=cron,
        timezone=timezone,
        publish_unchanged=_value(unchanged) == "publish",
        command=command,
        webhook=webhook,
    )
