"""`briefgen draft`: Word drafts that come back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import options
from briefgen.cli.archives import archive_meant
from briefgen.cli.draft_report import ending, tell, tell_conflicts
from briefgen.cli.reporting import (
    DONE,
    FINDINGS,
    UNDECIDED,
    WRONG_INPUT,
    exit_code,
    fail,
    report,
    summary,
    worth_showing,
)
from briefgen.world import RealWorld

if TYPE_CHECKING:
    from briefgen.drafts.merging.outcomes import Choices
    from briefgen.editions.archive import Archive
    from briefgen.editions.pulling import DraftInHand, Preview


@click.group("draft")
def command() -> None:
    """Bring edited Word drafts back, or bring a draft in somebody's hands up to date."""


_edited = click.argument("edited", type=options.Place(exists=True, dir_okay=False))

_from_edition = click.option(
    "--edition",
    metavar="EDITION",
    help="The edition that the draft was made from, where the file does not tell; else the latest.",
)


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
@_from_edition
@options.which_brief
def pull(
    edited: Path,
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    edition: str | None,
    outline: Path | None,
    output: Path | None,
    workspace: Path | None,
) -> None:
    """Merge the edits of EDITED into the outline.

    Three ways: what the draft was made from, what it says now, what the outline says today. Words that both
    sides changed are listed, and nothing is written until each is settled by --ours or --theirs.
    """
    from briefgen.editions.pulling import bring_back

    hand, archive = _in_hand(edited, edition, outline, output, workspace)
    pulled = bring_back(hand, archive, _choices(ours, theirs), edited.name)
    space = hand.gathered.workspace
    _tell(pulled.preview, hand)
    if pulled.result.outline is None:
        sys.exit(exit_code(pulled.result.diagnostics))
    for path in pulled.written:
        click.echo(f"wrote {space.shown(path)}")
    if pulled.kept is None:
        click.echo(ending(pulled.preview))
        return
    click.echo(f"the former outline is kept as {space.shown(pulled.kept)}")
    if pulled.gathered is not None:
        report(worth_showing(pulled.found), pulled.gathered.texts)
        click.echo(f"rechecked: {summary(pulled.found)}")
    sys.exit(FINDINGS if any(one.severity == "error" for one in pulled.found) else DONE)


@command.command("status")
@_edited
@_deciding
@_from_edition
@options.which_brief
def status(
    edited: Path,
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    edition: str | None,
    outline: Path | None,
    output: Path | None,
    workspace: Path | None,
) -> None:
    """Say what a pull of EDITED would do, and change nothing."""
    from briefgen.editions.pulling import preview

    hand, _ = _in_hand(edited, edition, outline, output, workspace)
    foreseen = preview(hand, _choices(ours, theirs))
    _tell(foreseen, hand)
    if foreseen.result.outline is not None and not foreseen.result.edits:
        click.echo(ending(foreseen))
    sys.exit(exit_code(foreseen.result.diagnostics))


@command.command("merge")
@_edited
@click.option(
    "--to", "new", type=options.Place(dir_okay=False), required=True, help="The Word file to write."
)
@_from_edition
@options.which_brief
def merge(
    edited: Path,
    new: Path,
    edition: str | None,
    outline: Path | None,
    output: Path | None,
    workspace: Path | None,
) -> None:
    """Write EDITED again with what changed in the brief since as tracked changes, conflicts as comments.

    To accept all changes gives the merge, to reject them the draft's own text.
    """
    from briefgen.editions.pulling import deliver

    hand, _ = _in_hand(edited, edition, outline, output, workspace)
    RealWorld().write({new: deliver(hand)})
    click.echo(f"wrote {new}")


def _in_hand(
    edited: Path,
    edition: str | None,
    outline: Path | None,
    output: Path | None,
    workspace: Path | None,
) -> tuple[DraftInHand, Archive]:
    from briefgen.editions.pulling import take_in_hand

    data = RealWorld().read(edited)
    archive, space = archive_meant(outline, output, workspace)
    hand, found, gathered = take_in_hand(data, space, archive, edition)
    report(worth_showing(found), gathered.texts if gathered else {})
    if hand is None:
        sys.exit(exit_code(found))
    return hand, archive


def _choices(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Choices:
    return {**dict.fromkeys(ours, "ours"), **dict.fromkeys(theirs, "theirs")}


def _tell(preview: Preview, hand: DraftInHand) -> None:
    """Print what becomes of the draft. Ends the program where a person must decide, or named what is none."""
    result = preview.result
    if preview.unknown:
        tell_conflicts(result)
        blocks = ", ".join(dict.fromkeys(each.block_id for each in result.conflicts)) or "none"
        named = ", ".join(f"“{name}”" for name in preview.unknown)
        fail(f"no conflict of this draft goes by the name {named}; there are: {blocks}", WRONG_INPUT)
    tell(preview)
    report(result.diagnostics, hand.gathered.texts)
    if result.conflicts:
        count = len(result.conflicts)
        click.echo(
            f"{count} conflict{'s' * (count != 1)}: nothing written; settle each with --ours or --theirs"
        )
        sys.exit(UNDECIDED)
