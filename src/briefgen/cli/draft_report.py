"""What became of a draft's edits, as a person at a terminal reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from briefgen.drafts.excerpts import excerpt, excerpts

if TYPE_CHECKING:
    from briefgen.drafts.result import Conflict, Edit, PullResult
    from briefgen.editions.pulling import Preview


def tell(preview: Preview) -> None:
    """Print what a pull does, or would do."""
    result = preview.result
    for edit in result.edits:
        place = f"{edit.span}: " if edit.span else ""
        block = f" ({edit.block})" if edit.block else ""
        click.echo(f"{place}{edit.kind}{block}")
        for line in _edit(edit):
            click.echo(f"    {line}")
    tell_conflicts(result)
    for each in result.unplaced:
        click.echo(f"{click.style('not placed', fg='yellow')}: {each.because}\n    {excerpt(each.text)}")
    for block in preview.settled_before:
        click.echo(
            f"{click.style('settled before', fg='green')}: the outline keeps its words ({block}); "
            f"to take the draft's: --ours {block}"
        )
    _tell_margin(result)


def tell_conflicts(result: PullResult) -> None:
    """Print the conflicts alone."""
    for conflict in result.conflicts:
        place = f"{conflict.span}: " if conflict.span else ""
        click.echo(f"{place}{click.style('conflict', fg='red', bold=True)} ({conflict.block_id})")
        for name, words in _readings(conflict):
            click.echo(f"    {name:<8} {words}")


def ending(preview: Preview) -> str:
    """The last word on a draft that leaves the outline as it was."""
    why = []
    count = len(preview.result.unplaced)
    if count:
        has = "edit has" if count == 1 else "edits have"
        why.append(f"{count} {has} no place in it")
    if preview.settled:
        why.append(f"conflicts were settled by choice ({', '.join(preview.settled)})")
    if preview.settled_before:
        why.append(f"conflicts were settled before ({', '.join(preview.settled_before)})")
    if why:
        return f"the outline stays as it is: {', and '.join(why)}"
    return "the outline holds all edits of this draft already"


def _edit(edit: Edit) -> Iterator[str]:
    whole = " ".join(edit.before.split()) == " ".join(edit.after.split())
    if edit.kind in ("split", "joined"):
        parts = edit.after if edit.kind == "split" else edit.before
        yield from (f"{number} {excerpt(part)}" for number, part in enumerate(parts.split("\n"), 1))
    if edit.kind == "moved":
        yield f"  {excerpt(edit.after)}"
    elif not (whole and edit.kind in ("split", "joined")):
        before, after = excerpts(edit.before, edit.after)
        yield from (f"{sign} {words}" for sign, words in (("-", before), ("+", after)) if words)
    if edit.followed is not None:
        yield f"  from {_after(edit.followed)}"
    if edit.follows is not None:
        yield f"  {'to ' if edit.followed is not None else ''}{_after(edit.follows)}"


def _after(words: str) -> str:
    return f"after “{excerpt(words)}”" if words else "the beginning"


def _readings(conflict: Conflict) -> Iterator[tuple[str, str]]:
    was, draft = excerpts(conflict.base, conflict.ours)
    also_was, outline = excerpts(conflict.base, conflict.theirs)
    yield "was", was if conflict.ours else also_was
    yield "draft", draft
    if conflict.elsewhere:
        yield "and", f"{excerpts(conflict.base, conflict.elsewhere)[1]}   ({conflict.other})"
    yield "outline", outline


def _tell_margin(result: PullResult) -> None:
    for comment in result.comments:
        resolved = ", resolved" if comment.resolved else ""
        click.echo(f"comment by {comment.author}{resolved}: {excerpt(comment.text)}")
        for reply in comment.replies:
            click.echo(f"    answer by {reply.author}: {excerpt(reply.text)}")
    for change in result.pending:
        click.echo(f"pending {change.kind} by {change.author}: {excerpt(change.text)}")
    for remark in result.margin.settled:
        words = remark.comment or f"{remark.deleted} → {remark.inserted}".strip()
        click.echo(f"{click.style('settled', fg='green')}: {remark.author}: {excerpt(words)}")
