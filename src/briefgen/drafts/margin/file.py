"""The file beside an outline in which the remarks of readers are kept until they are settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from briefgen.diagnostics import Diagnostic, error
from briefgen.drafts.margin.remarks import Remark, Reply, Scope
from briefgen.drafts.rewriting.scalars import typed_anew
from briefgen.outline import yaml_file
from briefgen.outline.decoding import Decoder, Fields
from briefgen.outline.shape import Shape, key

_HEAD = """\
# What readers of Word drafts wrote in the margin, and the changes that they tracked and nobody has accepted
# or rejected. Every build shows them in the Word file again, and only there. To settle one, delete it here or
# write “settled: yes” below it; or delete, resolve, accept or reject it in Word, and pull that draft.
"""

_REPLY = Shape(
    name="reply",
    article="a reply",
    means="An answer to a comment.",
    keys=(
        key("author", "text", "Who wrote it.", required=True),
        key("date", "text", "When."),
        key("text", "text", "The words.", required=True),
    ),
)
_REMARK = Shape(
    name="remark",
    article="a remark",
    means="A comment or a tracked change.",
    keys=(
        key("author", "text", "Who made it.", required=True),
        key("date", "text", "When."),
        key("comment", "text", "The words of a comment."),
        key("about", "text", "The words that a comment is about."),
        key("deleted", "text", "What a tracked change took out."),
        key("inserted", "text", "What a tracked change put in."),
        key("of", "text", "What was changed, where it is more than words.", choices=get_args(Scope)),
        key("follows", "text", "The words just before a change."),
        key("within", "text", "The paragraph that it stands in."),
        key("style", "text", "The Word style of a whole paragraph."),
        key("replies", "list", "Answers to a comment.", of="reply"),
        key("settled", "yes-no", "Whether it is settled, and shown no more."),
    ),
)
_MARGIN = Shape(
    name="margin",
    article="a file of comments",
    means="What readers wrote in the margins of Word drafts.",
    keys=(key("remarks", "list", "Comments and tracked changes.", of="remark"),),
)


def read_margin(name: str, data: bytes) -> tuple[tuple[Remark, ...], list[Diagnostic]]:
    """The remarks in a file, and what is wrong with it; such as are wrong are left out."""
    file, found = yaml_file.read(name, data)
    if file.root is None:
        return (), found
    decoder = Decoder(file)
    remarks = []
    for node in decoder.fields(file.root, _MARGIN).items("remarks"):
        fields = decoder.fields(node, _REMARK)
        remark = _remark(fields)
        if remark is not None:
            remarks.append(remark)
        elif fields.text("author") is not None:
            message = "a remark has the words of a comment, or what a change took out or put in"
            decoder.found.append(error("DR130", message, file.span_of(node), hint="or delete it"))
    return tuple(remarks), [*found, *decoder.found]


def _remark(fields: Fields) -> Remark | None:
    author = fields.text("author")
    of = fields.text("of")
    scopes: tuple[Scope, ...] = get_args(Scope)
    scope = next((each for each in scopes if of is not None and of.value == each), scopes[0])
    if author is None or not any(_text(fields, name) for name in ("comment", "deleted", "inserted")):
        return None
    return Remark(
        author=author.value,
        date=_text(fields, "date"),
        comment=_text(fields, "comment"),
        about=_text(fields, "about"),
        deleted=_text(fields, "deleted"),
        inserted=_text(fields, "inserted"),
        scope=scope,
        follows=_text(fields, "follows"),
        within=_text(fields, "within"),
        style=_text(fields, "style"),
        replies=tuple(_replies(fields)),
        settled=fields.yes_no("settled", False),
    )


def _replies(fields: Fields) -> Iterator[Reply]:
    for node in fields.items("replies"):
        reply = fields.decoder.fields(node, _REPLY)
        author, text = reply.text("author"), reply.text("text")
        if author is not None and text is not None:
            yield Reply(author=author.value, date=_text(reply, "date"), text=text.value)


def _text(fields: Fields, name: str) -> str:
    found = fields.text(name)
    return found.value if found is not None else ""


def margin_file(remarks: Iterable[Remark]) -> str:
    """The file that `read_margin` reads as these remarks."""
    return _HEAD + "remarks:\n" + "".join(map(_written, remarks))


def _written(remark: Remark) -> str:
    values = {
        "author": remark.author,
        "date": remark.date,
        "comment": remark.comment,
        "about": remark.about,
        "of": remark.scope if remark.scope != "words" else "",
        "deleted": remark.deleted,
        "inserted": remark.inserted,
        "follows": remark.follows,
        "within": remark.within,
        "style": remark.style,
    }
    lines = _entries(values, "    ")
    if remark.replies:
        lines.append("replies:")
        for reply in remark.replies:
            answer = _entries({"author": reply.author, "date": reply.date, "text": reply.text}, " " * 8)
            lines += [f"  - {answer[0]}", *(f"    {line}" for line in answer[1:])]
    if remark.settled:
        lines.append("settled: yes")
    return f"  - {lines[0]}\n" + "".join(f"    {line}\n" for line in lines[1:])


def _entries(values: dict[str, str], indent: str) -> list[str]:
    column = len(indent)
    return [
        f"{name}: {typed_anew(value, indent + '  ', start=column + len(name) + 2)}"
        for name, value in values.items()
        if value
    ]
