"""The look of a brief: the theme that its outline names, or the house's own, and where its fonts lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from briefgen.editions.gathering import Gathered
from briefgen.editions.resources import font_place, read_font
from briefgen.rendering.theme import Theme
from briefgen.values import dataclass
from briefgen.world import ReadableWorld, WorldError


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A theme, and the folder of its file; without one, fonts come from briefgen alone."""

    theme: Theme
    folder: Path | None = None
    root: Path | None = None

    def fonts(self, world: ReadableWorld) -> Callable[[str], bytes]:
        """A function from a font file's name to its bytes: the theme's own fonts before briefgen's.

        It raises WorldError where there is no such file within the workspace.
        """

        def read(name: str) -> bytes:
            own = self._own_font(name, world)
            if own is not None:
                return world.read(own)
            if Path(name).name != name:
                raise WorldError(f"cannot read the font {name}: it is not in the workspace")
            return read_font(world, name)

        return read

    def has_font(self, name: str, world: ReadableWorld) -> bool:
        """Whether there is a font file of that name, the theme's own or one of briefgen's."""
        return self._own_font(name, world) is not None or world.exists(font_place(world, name))

    def _own_font(self, name: str, world: ReadableWorld) -> Path | None:
        for place in (self.folder / name, self.folder / "fonts" / name) if self.folder else ():
            real = world.real(place)
            if self.root is not None and real.is_relative_to(self.root) and world.exists(real):
                return real
        return None


def look_of(gathered: Gathered) -> Look:
    """The look that the outline asks for; what is wrong with its theme is noted."""
    named = gathered.outline.theme if gathered.outline else None
    data = gathered.read(gathered.workspace.outline, named) if named else None
    if named is None or data is None:
        return Look(theme=Theme())
    from briefgen.rendering.theme_file import decode_theme

    space = gathered.workspace
    path = space.world.real(space.outline.parent / named.value)
    shown = space.shown(path)
    gathered.texts[shown] = data.decode("utf-8-sig", "replace")
    look = Look(theme=Theme(), folder=path.parent, root=space.root)
    theme, found = decode_theme(shown, data, lambda name: look.has_font(name, space.world))
    gathered.found += found
    return replace(look, theme=theme)


def word_template(gathered: Gathered) -> tuple[bytes | None, dict[str, str]]:
    """The Word file that lends its styles, if the outline names one, and the names of its styles by role."""
    outline = gathered.outline
    if outline is None or outline.word is None:
        return None, {}
    reference = gathered.read(gathered.workspace.outline, outline.word.reference)
    return reference, {role.value: style.value for role, style in outline.word.styles}
