"""`briefgen draft`: Word drafts that come back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import options
from briefgen.cli.archives import archive_meant
from briefgen.cli.reporting import (
    DONE,
    UNDECIDED,
    exit_code,
    report,
    summary,
    worth_showing,
)
from briefgen.world import RealWorld

if TYPE_CHECKING:
    from briefgen.drafts.merge import Choices
    from briefgen.drafts.result import PullResult
    from briefgen.editions.archive import Archive
    from briefgen.editions.pulling import DraftInHand

_LONGEST = 160


@click.group("draft")
def command() -> None:
    """Bring edited Word drafts back, or bring a draft in somebody's hands up to date."""


_edited = click.argument("edited", type=options.Place(exists=True, dir_okay=False))


def _deciding(function: Callable[..., None]) -> Callable[..., None]:
    ours = click.option(
        "--ours", multiple=True, metavar="BLOCK", help="Keep the draft's words of this block."
    )
    theirs = click.option(
        "--theirs", multiple=True, metavar="BLOCK", help="Keep the outline's words of this block."
    )
    return ours(theirs(function))


@command.command("pull")
@_edited
@_deciding
@options.which_brief
def pull(
    edited: Path,
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    outline: Path | None,
    output: Path | None,
    workspace: Path | None,
) -> None:
    """Merge the edits of EDITED into the outline.

    Three ways: what the draft was made from, what it says now, what the outline says today. Words that both
    sides changed are listed, and nothing is written until each is settled by --ours or --theirs.
    """
    from briefgen.editions.pulling import bring_back

    hand, archive = _in_hand(edited, outline, output, workspace)
    pulled = bring_back(hand, archive, _choices(ours, theirs), edited.name)
    space = hand.gathered.workspace
    _tell(pulled.result)
    report(pulled.result.diagnostics, hand.gathered.texts)
    if pulled.result.conflicts:
        count = len(pulled.result.conflicts)
        click.echo(
            f"{count} conflict{'s' * (count != 1)}: nothing written; settle each with --ours or --theirs"
        )
        sys.exit(UNDECIDED)
    if pulled.result.outline is None:
        sys.exit(exit_code(pulled.result.diagnostics))
    for path in pulled.written:
        click.echo(f"wrote {space.shown(path)}")
    if pulled.kept is None:
        unchanged = "" if pulled.written else ": nothing changed"
        click.echo(f"the outline holds all edits of this draft already{unchanged}")
        return
    click.echo(f"the former outline is kept as {space.shown(pulled.kept)}")
    if pulled.gathered is not None:
        report(worth_showing(pulled.found), pulled.gathered.texts)
        click.echo(f"rechecked: {summary(pulled.found)}")
    sys.exit(DONE)


@command.command("status")
@_edited
@_deciding
@options.which_brief
def status(
    edited: Path,
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    outline: Path | None,
    output: Path | None,
    workspace: Path | None,
) -> None:
    """Say what a pull of EDITED would do, and change nothing."""
    from briefgen.editions.pulling import preview

    hand, _ = _in_hand(edited, outline, output, workspace)
    result = preview(hand, _choices(ours, theirs))
    _tell(result)
    report(result.diagnostics, hand.gathered.texts)
    if result.outline is not None and not result.edits:
        click.echo("the outline holds all edits of this draft already")
    sys.exit(UNDECIDED if result.conflicts else DONE)


@command.command("merge")
@_edited
@click.option(
    "--to", "new", type=options.Place(dir_okay=False), required=True, help="The Word file to write."
)
@options.which_brief
def merge(edited: Path, new: Path, outline: Path | None, output: Path | None, workspace: Path | None) -> None:
    """Write EDITED again with what changed in the brief since as tracked changes, conflicts as comments.

    To accept all changes gives the merge, to reject them the draft's own text.
    """
    from briefgen.editions.pulling import deliver

    hand, _ = _in_hand(edited, outline, output, workspace)
    RealWorld().write({new: deliver(hand)})
    click.echo(f"wrote {new}")


def _in_hand(
    edited: Path, outline: Path | None, output: Path | None, workspace: Path | None
) -> tuple[DraftInHand, Archive]:
    from briefgen.editions.pulling import take_in_hand

    data = RealWorld().read(edited)
    archive, space = archive_meant(outline, output, workspace)
    hand, found, gathered = take_in_hand(data, space, archive)
    report(worth_showing(found), gathered.texts if gathered else {})
    if hand is None:
        sys.exit(exit_code(found))
    return hand, archive


def _choices(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Choices:
    return {**dict.fromkeys(ours, "ours"), **dict.fromkeys(theirs, "theirs")}


def _tell(result: PullResult) -> None:
    for edit in result.edits:
        place = f"{edit.span}: " if edit.span else ""
        click.echo(f"{place}{edit.kind} ({edit.block})")
        skipped = _alike(edit.before, edit.after)
        for sign, words in (("-", edit.before), ("+", edit.after)):
            if words:
                click.echo(f"    {sign} {_cut(words, skipped)}")
    for conflict in result.conflicts:
        place = f"{conflict.span}: " if conflict.span else ""
        click.echo(f"{place}{click.style('conflict', fg='red', bold=True)} ({conflict.block_id})")
        for name, words in (("was", conflict.base), ("draft", conflict.ours), ("outline", conflict.theirs)):
            click.echo(f"    {name:<8} {_cut(words)}")
    for each in result.unplaced:
        click.echo(f"{click.style('not placed', fg='yellow')}: {each.because}\n    {_cut(each.text)}")
    for comment in result.comments:
        resolved = ", resolved" if comment.resolved else ""
        click.echo(f"comment by {comment.author}{resolved}: {_cut(comment.text)}")
        for reply in comment.replies:
            click.echo(f"    answer by {reply.author}: {_cut(reply.text)}")
    for change in result.pending:
        click.echo(f"pending {change.kind} by {change.author}: {_cut(change.text)}")
    for remark in result.margin.settled:
        words = remark.comment or f"{remark.deleted} → {remark.inserted}".strip()
        click.echo(f"{click.style('settled', fg='green')}: {remark.author}: {_cut(words)}")


def _alike(before: str, after: str) -> int:
    """How many characters both begin with that need not be shown."""
    pairs = zip(" ".join(before.split()), " ".join(after.split()), strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return alike - _LONGEST // 3 if before and after and alike > _LONGEST // 2 else 0


def _cut(words: str, skipped: int = 0) -> str:
    flat = " ".join(words.split())
    if skipped:
        flat = f"… {flat[skipped:].partition(' ')[2]}"
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 2]} …"
