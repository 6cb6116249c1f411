"""A Word draft brought back: its base found, its edits merged into the outline, nothing half done."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path

from briefgen.diagnostics import Diagnostic
from briefgen.drafts.draft import EditedDraft
from briefgen.drafts.margin.file import margin_file
from briefgen.drafts.merging.outcomes import Choices
from briefgen.drafts.merging.versions import WordLook
from briefgen.drafts.pull import pull
from briefgen.drafts.redline import merge_draft
from briefgen.drafts.result import Conflict, PullResult
from briefgen.drafts.word.reading import read
from briefgen.editions.archive import Archive
from briefgen.editions.change_statement import with_section
from briefgen.editions.draft_bases import with_base
from briefgen.editions.gathering import Gathered, gather
from briefgen.editions.making import Made, make
from briefgen.editions.settled_conflicts import Readings, readings_of, settled_before, with_settled
from briefgen.editions.word_looks import word_look_of, word_look_of_edition
from briefgen.editions.workspace import Workspace
from briefgen.model.document import Document
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftInHand:
    """A draft as read, the document that it was made from, and the brief as it is today.

    `looks` are those of the one and of the other as a Word file; `settled` are the conflicts that were
    settled before.
    """

    draft: EditedDraft
    base: Document
    looks: tuple[WordLook, WordLook]
    made: Made
    gathered: Gathered
    settled: list[Readings]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a pull would do, and what became of conflicts.

    `settled` are blocks whose conflicts a choice settles, `settled_before` those whose conflicts were settled
    by an earlier pull; `unknown` are names in the choices under which there is no conflict.
    """

    result: PullResult
    settled: tuple[str, ...] = ()
    settled_before: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """What a pull did: what was foreseen, the files written, and what checking the new outline found."""

    preview: Preview
    written: tuple[Path, ...] = ()
    kept: Path | None = None
    found: tuple[Diagnostic, ...] = ()
    gathered: Gathered | None = None

    @property
    def result(self) -> PullResult:
        """What became of the draft's edits."""
        return self.preview.result


def take_in_hand(
    data: bytes, space: Workspace, archive: Archive, edition: str | None = None
) -> tuple[DraftInHand | None, list[Diagnostic], Gathered | None]:
    """A draft's bytes read, its base, and today's brief. `edition` is the base that a person named, if any.

    Raises:
        WorldError: where the disk fails.
    """
    draft, found = read(data)
    if draft is None:
        return None, found, None
    draft, base, told = with_base(draft, archive, edition)
    found = [*found, *told]
    if base is None:
        return None, found, None
    gathered = gather(space)
    made, problems = make(gathered)
    if made is None:
        return None, [*found, *problems], gathered
    look = word_look_of(gathered)
    hand = DraftInHand(
        draft=draft,
        base=base,
        looks=(word_look_of_edition(archive, draft.edition, space) or look, look),
        made=_in_frame(made, base),
        gathered=gathered,
        settled=settled_before(archive),
    )
    return hand, found, gathered


def _in_frame(made: Made, base: Document) -> Made:
    """Today's brief as an edition like the base: what tells an edition is nobody's edit."""
    changes = next((section for section in base.sections if section.role == "changes"), None)
    document = with_section(made.assembly.document, changes, base.edition)
    return replace(made, assembly=replace(made.assembly, document=document))


def preview(hand: DraftInHand, choices: Choices) -> Preview:
    """What a pull would do. A conflict settled before is settled, unless a choice says otherwise."""
    unsettled = _pulled(hand, {})
    conflicts = unsettled.conflicts
    names = {name for each in conflicts for name in _names(each)}
    unknown = tuple(name for name in choices if name not in names)
    open_now = {name for each in conflicts if readings_of(each) not in hand.settled for name in _names(each)}
    before = {each.block_id for each in conflicts if not (open_now | {*choices}) & {*_names(each)}}
    if unknown or not (choices or before):
        return Preview(result=unsettled, unknown=unknown)
    result = _pulled(hand, {**dict.fromkeys(sorted(before), "theirs"), **choices})
    left = {name for each in result.conflicts for name in _names(each)}
    return Preview(
        result=result,
        settled=tuple(name for name in choices if name not in left),
        settled_before=tuple(sorted(before - left)),
    )


def _names(conflict: Conflict) -> tuple[str, ...]:
    return (conflict.block_id, conflict.other) if conflict.other else (conflict.block_id,)


def _pulled(hand: DraftInHand, choices: Choices) -> PullResult:
    outline = hand.gathered.outline
    assert outline is not None
    return pull(
        hand.draft,
        hand.base,
        hand.made.assembly,
        outline.file.text,
        choices,
        hand.gathered.margin,
        hand.looks,
        scale=outline.scale,
    )


def bring_back(hand: DraftInHand, archive: Archive, choices: Choices, name: str) -> Pulled:
    """Merge a draft into the outline and write it, unless conflicts wait for a decision.

    The former outline is kept in the archive; what has no place goes into a file beside the outline, named
    after the draft; comments and tracked changes go into that of the outline's margin. What a second pull
    would dispute has been settled by this one, and is kept as such.

    Raises:
        WorldError: where the disk fails; the outline is then as it was.
    """
    foreseen = preview(hand, choices)
    result = foreseen.result
    space = hand.gathered.workspace
    former = _outline_text(hand)
    if result.outline is None or foreseen.unknown:
        return Pulled(preview=foreseen)
    files: dict[Path, bytes] = {}
    kept = None
    if result.outline != former:
        kept = archive.folder / "pulled" / f"outline-{sha256(former.encode()).hexdigest()[:12]}.yaml"
        files[kept] = former.encode()
        files[space.outline] = result.outline.encode()
    if result.unplaced:
        files |= _beside(space, Path(name).stem, _unplaced(result, name).encode())
    if result.margin.remarks != hand.gathered.margin:
        files[hand.gathered.margin_path] = margin_file(result.margin.remarks).encode()
    if files:
        archive.world.write(files)
    gathered, found, after = None, list[Diagnostic](), hand
    if kept is not None:
        gathered = gather(space)
        made, found = make(gathered)
        if made is not None:
            after = replace(hand, gathered=gathered, made=_in_frame(made, hand.base))
    if foreseen.settled and (kept is None or after is not hand):
        archive.world.write(with_settled(archive, hand.settled, _pulled(after, {}).conflicts))
    written = tuple(path for path in files if path != kept)
    return Pulled(preview=foreseen, written=written, kept=kept, found=tuple(found), gathered=gathered)


def deliver(hand: DraftInHand) -> bytes:
    """The draft with all that changed in the brief since as tracked changes, conflicts as comments.

    Of a conflict that was settled before, the outline's words are such a change.
    """
    before = [each for each in _pulled(hand, {}).conflicts if readings_of(each) in hand.settled]
    choices: Choices = {name: "theirs" for each in before for name in _names(each)}
    return merge_draft(hand.draft, hand.base, hand.made.assembly.document, hand.looks, choices)


def _outline_text(hand: DraftInHand) -> str:
    outline = hand.gathered.outline
    assert outline is not None
    return outline.file.text


def _beside(space: Workspace, stem: str, words: bytes) -> dict[Path, bytes]:
    """The file to keep words without a place in, one that holds no others; none where it is there already."""
    for number in count(1):
        name = f"{stem}.unplaced.md" if number == 1 else f"{stem}.unplaced-{number}.md"
        path = space.outline.with_name(name)
        if not space.world.exists(path):
            return {path: words}
        if space.world.read(path) == words:
            break
    return {}


def _unplaced(result: PullResult, name: str) -> str:
    parts = [f"# Not placed: from {name}\n\nThese words of the draft have no place in the outline."]
    parts += [f"## {each.because}\n\n{each.text}" for each in result.unplaced]
    return "\n\n".join(parts) + "\n"
