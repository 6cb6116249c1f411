"""Another file than was asked for, told in one error instead of one for each of its keys."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic, error
from briefgen.outline.format.brief import BRIEF
from briefgen.outline.format.register import REGISTER
from briefgen.outline.yaml_file import Mapping, YamlFile
from briefgen.text.did_you_mean import nearest
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfFile:
    """A YAML file of briefgen's: what it is called, its keys, and what to give in its place."""

    article: str
    keys: frozenset[str]
    instead: str = ""


OUTLINE = KindOfFile(
    article="an outline",
    keys=frozenset(key.name for key in BRIEF.keys),
)
SOURCES = KindOfFile(
    article="a source register",
    keys=frozenset(key.name for key in REGISTER.keys),
    instead="give the outline that names it under `register`, as in “briefgen build outline.yaml”",
)
THEME = KindOfFile(
    article="a theme",
    keys=frozenset(
        (
            "page",
            "body",
            "heading",
            "fallback",
            "east-asian",
            "embed-in-word",
            "styles",
            "colours",
            "contents-from",
        )
    ),
    instead="give an outline that names it under `theme`, as in “briefgen build outline.yaml”",
)
COMMENTS = KindOfFile(
    article="a file of readers’ comments",
    keys=frozenset(("remarks",)),
    instead="give the outline that it stands beside, as in “briefgen build outline.yaml”",
)
_KINDS = (OUTLINE, SOURCES, THEME, COMMENTS)


def no_outline(file: YamlFile) -> Diagnostic | None:
    """OL111 where a file is no outline but another of briefgen's, or none at all."""
    names = _names(file)
    found = _another(file, OUTLINE)
    if found or not names or any(name in OUTLINE.keys or nearest(name, OUTLINE.keys) for name in names):
        return found
    needed = ", ".join(key.name for key in BRIEF.keys if key.required)
    return _told(
        file,
        f"this is no outline: it has none of the keys {needed}",
        "give the outline; “briefgen init DIR” makes one to start from",
    )


def no_register(file: YamlFile) -> Diagnostic | None:
    """OL111 where a file that is named as the source register is another of briefgen's."""
    return _another(
        file,
        SOURCES,
        "`register` names the file that lists the sources under its key sources, as a rule sources.yaml",
    )


def _another(file: YamlFile, wanted: KindOfFile, hint: str = "") -> Diagnostic | None:
    names = _names(file)
    for kind in _KINDS if not names & wanted.keys else ():
        if names & kind.keys:
            return _told(file, f"this is {kind.article}, not {wanted.article}", hint or kind.instead)
    return None


def _told(file: YamlFile, message: str, hint: str) -> Diagnostic:
    assert isinstance(file.root, Mapping)
    return error("OL111", message, file.span_of(file.root.entries[0].key), hint=hint)


def _names(file: YamlFile) -> frozenset[str]:
    entries = file.root.entries if isinstance(file.root, Mapping) else ()
    return frozenset(entry.key.value for entry in entries)
