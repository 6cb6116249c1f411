"""A person's word that a differing quote means the source's own: the outline is rewritten, nothing else."""

from __future__ import annotations

from briefgen.anchoring.proposing import propose
from briefgen.drafts.rewriting.scalars import retyped
from briefgen.drafts.rewriting.splices import stands_in_brackets
from briefgen.editions.gathering import gather
from briefgen.editions.workspace import Workspace
from briefgen.outline.yaml_file import Mapping, Scalar, YamlFile, value_under
from briefgen.text.did_you_mean import did_you_mean
from briefgen.world import World


class CannotAccept(ValueError):
    """There is nothing to accept; the message says why."""


def accept_words(name: str, workspace: Workspace, world: World) -> list[tuple[str, str]]:
    """Put the source's words nearest to a passage's in their place in the outline.

    Comments, order and layout of the file stay. Gives the words before and after: those of `quote`, or of
    `from`, `to` or both.

    Raises:
        CannotAccept: where the passage is unknown, stands as quoted, or is like nothing in its source.
        WorldError: where the outline cannot be written; it is then as it was.
    """
    gathered = gather(workspace)
    outline, evidence = gathered.outline, gathered.evidence
    if outline is None:
        raise CannotAccept("the outline cannot be read; “briefgen check” says why")
    if name not in outline.passages:
        raise CannotAccept(f"no passage is called “{name}”; {did_you_mean(name, outline.passages)}")
    if name in evidence.anchors:
        raise CannotAccept(f"the passage “{name}” stands in its source as quoted: nothing to accept")
    written = outline.passages[name]
    text = evidence.texts.get(written.source.value)
    proposed = propose(evidence.passages[name], text) if text is not None else {}
    if not proposed:
        raise CannotAccept(f"nothing in “{written.source}” is like the passage “{name}”; quote it anew")
    file = outline.file
    typed = _typed(file, name)
    accepted = [(typed[key], " ".join(anchor.exact.split())) for key, anchor in proposed.items()]
    changed = file.text
    for scalar, words in sorted(accepted, key=lambda one: one[0].start, reverse=True):
        inside = stands_in_brackets(file.text, file.root, scalar)
        anew = retyped(scalar, file.text, words, within_brackets=inside)
        changed = changed[: scalar.start] + anew + changed[scalar.end :]
    world.write({workspace.outline: changed.encode()})
    return [(scalar.value, words) for scalar, words in accepted]


def _typed(file: YamlFile, name: str) -> dict[str, Scalar]:
    """The strings of a passage by their keys, as they stand in the outline."""
    node = value_under(value_under(file.root, "passages"), name)
    entries = node.entries if isinstance(node, Mapping) else ()
    return {entry.key.value: entry.value for entry in entries if isinstance(entry.value, Scalar)}
