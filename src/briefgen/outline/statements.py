"""One item of a section's body: a Markdown text, or a mapping of one kind."""

from __future__ import annotations

from briefgen.outline.decoder import Decoder, Fields, Located
from briefgen.outline.format import brief
from briefgen.outline.format.statements import STATEMENTS
from briefgen.outline.written import (
    EstimatesStatement,
    FigureStatement,
    ListStatement,
    Prose,
    QuoteStatement,
    Statement,
    TableStatement,
    TimelineStatement,
    WrittenEvent,
)
from briefgen.outline.yaml_file import Mapping, Node, Scalar, Sequence
from briefgen.text.did_you_mean import did_you_mean, nearest


def decode_statement(decoder: Decoder, node: Node) -> Statement | None:
    """The statement that a node writes, or None, with the reason noted."""
    if isinstance(node, Scalar):
        if not node.value.strip():
            decoder.report("OL106", "an empty statement", node, "write a text, or remove the item")
            return None
        return Prose(kind="text", text=Located(decoder.file, node))
    if not isinstance(node, Mapping):
        decoder.report("OL105", "a statement is a text or a mapping of one kind, not a list", node)
        return None
    kind = _kind_of(decoder, node)
    if kind is None:
        return None
    fields = decoder.fields(node, STATEMENTS[kind])
    match kind:
        case "quote":
            return _quote(fields)
        case "estimates":
            return _estimates(fields)
        case "table":
            return _table(fields)
        case "figure":
            return _figure(fields)
        case "list":
            return _list(fields)
        case "timeline":
            return _timeline(fields)
        case _:
            return _prose(kind, fields)


def _kind_of(decoder: Decoder, node: Mapping) -> str | None:
    keys = [entry.key for entry in node.entries]
    kinds = [key for key in keys if key.value in STATEMENTS]
    if len(kinds) > 1:
        names = " and ".join(f"“{key.value}”" for key in kinds)
        decoder.report("OL109", f"a statement is of one kind, not {names}", kinds[1])
        return None
    if kinds:
        return kinds[0].value
    shown = ", ".join(STATEMENTS)
    if not keys:
        decoder.report("OL106", "an empty statement", node, f"its kind is one of: {shown}")
        return None
    telling = {key.name for shape in STATEMENTS.values() for key in shape.keys}
    strange = [key for key in keys if key.value not in telling]
    if not strange:
        decoder.report("OL106", "a statement needs its kind", keys[0], f"it is one of: {shown}")
        return None
    first = next((key for key in strange if nearest(key.value, STATEMENTS)), strange[0])
    if " " in first.value:
        hint = "put quotation marks around a text that holds a colon followed by a space"
    else:
        hint = did_you_mean(first.value, STATEMENTS, f"its kind is one of: {shown}")
    decoder.report("OL103", f"no kind of statement is called “{first.value}”", first, hint)
    return None


def _prose(kind: str, fields: Fields) -> Prose | None:
    text, marking = fields.text(kind), fields.text("marking")
    name = fields.text("id") if kind != "note" else None
    if kind not in ("judgement", "alternative"):
        return Prose(kind=kind, text=text, id=name, marking=marking) if text else None
    likelihood, confidence = fields.text("likelihood"), fields.text("confidence")
    because, basis = fields.text("because"), fields.texts("basis")
    if text is None:
        return None
    return Prose(
        kind=kind,
        text=text,
        id=name,
        marking=marking,
        likelihood=likelihood,
        confidence=confidence,
        because=because,
        basis=basis,
    )


def _quote(fields: Fields) -> QuoteStatement | None:
    passage, attribution = fields.text("quote"), fields.text("attribution")
    name, marking = fields.text("id"), fields.text("marking")
    if passage is None:
        return None
    return QuoteStatement(passage=passage, attribution=attribution, id=name, marking=marking)


def _estimates(fields: Fields) -> EstimatesStatement:
    return EstimatesStatement(
        figures=fields.texts("estimates"),
        caption=fields.text("caption"),
        chart=fields.yes_no("chart", True),
        span=fields.decoder.file.span_of(fields.node),
        id=fields.text("id"),
        marking=fields.text("marking"),
    )


def _table(fields: Fields) -> TableStatement | None:
    node = fields.node_of("table")
    if node is None:
        return None
    decoder = fields.decoder
    given = decoder.fields(node, brief.TABLE)
    header = given.texts("header")
    row_nodes = given.items("rows")
    rows = tuple(decoder.texts(decoder.items(row, "a row"), "a cell") for row in row_nodes)
    align = given.texts("align")
    for alignment in align:
        if alignment.value not in ("left", "right", "center"):
            message = f"a column is set left, right or center, not “{alignment.value}”"
            decoder.report("OL108", message, alignment.scalar)
    width = len(header) or max(map(len, rows), default=0)
    for row_node in row_nodes:
        if isinstance(row_node, Sequence) and len(row_node.items) != width:
            count = f"{len(row_node.items)} cell{'' if len(row_node.items) == 1 else 's'}"
            message = f"this row has {count} where the table has {width} columns"
            decoder.report("OL110", message, row_node, 'write an empty cell as ""')
    return TableStatement(
        header=header,
        rows=rows,
        align=align,
        caption=fields.text("caption"),
        span=decoder.file.span_of(fields.node),
        id=fields.text("id"),
        marking=fields.text("marking"),
    )


def _figure(fields: Fields) -> FigureStatement | None:
    node = fields.node_of("figure")
    if node is None:
        return None
    given = fields.decoder.fields(node, brief.DRAWING)
    image, alt, kind = given.text("image"), given.text("alt"), given.text("kind")
    chart = given.node_of("chart")
    if isinstance(node, Mapping) and (image is None) == (chart is None):
        message = "a figure is a chart of figures, or an image"
        fields.decoder.report("OL109", message, node, "give chart, or image and alt")
        return None
    nodes = (chart,) if isinstance(chart, Scalar) else given.items("chart")
    return FigureStatement(
        figures=fields.decoder.texts(nodes, "a figure's name"),
        kind=kind.value if kind else "range",
        image=image,
        caption=given.text("caption"),
        alt=alt.value if alt else "",
        span=fields.decoder.file.span_of(fields.node),
        id=fields.text("id"),
        marking=fields.text("marking"),
    )


def _list(fields: Fields) -> ListStatement:
    return ListStatement(
        items=fields.texts("list"),
        ordered=fields.yes_no("ordered", False),
        span=fields.decoder.file.span_of(fields.node),
        id=fields.text("id"),
        marking=fields.text("marking"),
    )


def _timeline(fields: Fields) -> TimelineStatement:
    events = []
    for item in fields.items("timeline"):
        given = fields.decoder.fields(item, brief.EVENT)
        date, until, text = given.text("date"), given.text("until"), given.text("text")
        if date is not None and until is not None and _ends_before(until.value, date.value):
            message = f"until ({until.value}) is before date ({date.value})"
            fields.decoder.report(
                "OL108", message, until.scalar, "give the end of the event, or leave it out"
            )
            until = None
        if date is not None and text is not None:
            events.append(WrittenEvent(date=date, until=until, text=text))
    return TimelineStatement(
        events=tuple(events),
        caption=fields.text("caption"),
        span=fields.decoder.file.span_of(fields.node),
        id=fields.text("id"),
        marking=fields.text("marking"),
    )


def _ends_before(until: str, date: str) -> bool:
    """Whether the last day of a date is before the first day of another; either may be a month or year."""
    return until + "YYYY-12-31"[len(until) :] < date + "YYYY-01-01"[len(date) :]
