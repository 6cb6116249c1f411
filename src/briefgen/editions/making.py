"""From gathered inputs to a document and to files: assembled, checked, rendered."""

from __future__ import annotations

from hashlib import sha256

from briefgen.assembling.assemble import assemble
from briefgen.assembling.assembly import Assembly
from briefgen.checking.brief import Brief
from briefgen.checking.catalogue import SETTABLE
from briefgen.checking.check import Checked, check, with_severities
from briefgen.diagnostics import Diagnostic, Span, error
from briefgen.editions.dating import brief_name, date_of_information, moment
from briefgen.editions.gathering import Gathered
from briefgen.editions.looks import Look, look_of
from briefgen.outline.decoding import Located
from briefgen.values import dataclass
from briefgen.world import WorldError


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A brief assembled, and what was found so far, in the order of the work."""

    gathered: Gathered
    assembly: Assembly
    brief: Brief
    look: Look
    found: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made(Assembled):
    """A brief assembled and checked, and all that was found, as severe as the outline has it."""

    checked: Checked


class GatheredFiles:
    """The files that an outline names, read through its workspace and digested as they are."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._base = gathered.workspace.outline

    def read(self, name: Located) -> bytes | None:
        """The bytes of a file, or None with the reason noted."""
        return self._gathered.read(self._base, name)

    def template(self, name: Located) -> tuple[str, str] | None:
        """A template's path and text, or None with the reason noted."""
        data = self.read(name)
        if data is None:
            return None
        workspace = self._gathered.workspace
        shown = workspace.shown(workspace.world.real(self._base.parent / name.value))
        return self._decoded(shown, data, name.span)

    def include(self, name: str) -> tuple[str, str] | None:
        """An included template's path and text, or None where it is outside the workspace or absent."""
        workspace = self._gathered.workspace
        path = workspace.world.real(self._base.parent / name)
        if not path.is_relative_to(workspace.root):
            return None
        try:
            data = workspace.world.read(path)
        except WorldError:
            return None
        self._gathered.digests[workspace.relative(path)] = sha256(data).hexdigest()
        return self._decoded(workspace.shown(path), data, None)

    def _decoded(self, shown: str, data: bytes, span: Span | None) -> tuple[str, str] | None:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as failure:
            message = f"{shown} is not UTF-8: byte {data[failure.start]:#04x} at offset {failure.start}"
            self._gathered.found.append(error("TP105", message, span, hint="save the file as UTF-8"))
            return None
        self._gathered.texts[shown] = text
        return shown, text


def make(gathered: Gathered) -> tuple[Made | None, list[Diagnostic]]:
    """The brief of gathered inputs, and all findings; None where there is nothing to make one from."""
    assembled = put_together(gathered)
    if assembled is None:
        return None, list(gathered.found)
    made = checked(assembled)
    return made, list(made.found)


def put_together(gathered: Gathered) -> Assembled | None:
    """The brief of gathered inputs, not checked yet; None where there is nothing to make one from."""
    outline, register = gathered.outline, gathered.register
    if outline is None or register is None:
        return None
    as_of = date_of_information(outline.as_of.value, gathered.workspace.world)
    look = look_of(gathered)
    if outline.word is not None:
        gathered.read(gathered.workspace.outline, outline.word.reference)
    assembly, problems = assemble(
        outline,
        gathered.evidence,
        name=brief_name(gathered.workspace.outline),
        as_of=as_of,
        dated=moment(as_of, gathered.workspace.world),
        files=GatheredFiles(gathered),
    )
    brief = Brief(outline=outline, register=register, evidence=gathered.evidence, assembly=assembly)
    found = (*gathered.found, *problems)
    return Assembled(gathered=gathered, assembly=assembly, brief=brief, look=look, found=found)


def checked(assembled: Assembled) -> Made:
    """A brief with what the rules say of it."""
    looked = check(assembled.brief)
    found = with_severities([*assembled.found, *looked.found], assembled.brief.outline, SETTABLE)
    return Made(
        gathered=assembled.gathered,
        assembly=assembled.assembly,
        brief=assembled.brief,
        look=assembled.look,
        checked=looked,
        found=tuple(found),
    )
