"""Finding a style for each role among those of a user's file, and adding those it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.rendering.docx.languages import language_attributes
from briefgen.rendering.docx.markup import NAMESPACES, w
from briefgen.rendering.docx.roles import STYLE_NAMES, StyleIds, by_role, from_roles
from briefgen.rendering.docx.styles import OWN, style_definitions
from briefgen.rendering.theme import Theme

_KINDS = {OWN.table: "table"} | dict.fromkeys(
    (OWN.note_mark, OWN.marking, OWN.emphasis, OWN.strong, OWN.strong_emphasis, OWN.label, OWN.link),
    "character",
)
_INSTEAD = {"body": ("Normal",), "quotation": ("Block Text",), "strong_emphasis": ("Strong",)}
"""Styles that serve a role well where the file lacks the one that Word has for it."""


def adopt_styles(styles: Any, theme: Theme, roles: Mapping[str, str]) -> tuple[StyleIds, list[Diagnostic]]:
    """The style of each role in a styles part, the `w:styles` element, after adding those it lacks.

    A role takes the style that `roles` names, else the one that Word has for it. What is missing is added in
    the theme's look but the file's fonts: an error where `roles` asked for it by name.
    """
    held = _held(styles)
    found: dict[str, str] = {}
    missing: list[str] = []
    findings = list(_unknown_roles(roles))
    for role, own in by_role(OWN):
        kind = _KINDS.get(own, "paragraph")
        names = (roles.get(role, STYLE_NAMES[own]), STYLE_NAMES[own], *_INSTEAD.get(role, ()))
        style = next((held[kind, name.lower()] for name in names if (kind, name.lower()) in held), None)
        if style is None:
            missing.append(own)
        if role in roles and (kind, roles[role].lower()) not in held:
            findings.append(_missing(role, roles[role], kind, held))
        found[role] = style or own
    _add(styles, missing, found, held, theme)
    return from_roles(found), findings


def set_language(styles: Any, language: str) -> None:
    """Let all words be in a language unless they say otherwise."""
    from docx.oxml import parse_xml

    defaults = styles.find(w("docDefaults"))
    if defaults is None:
        defaults = parse_xml(f"<w:docDefaults {NAMESPACES}/>")
        styles.insert(0, defaults)
    letters = defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
    if letters is None:
        for bare in defaults.findall(w("rPrDefault")):
            defaults.remove(bare)
        defaults.insert(0, parse_xml(f"<w:rPrDefault {NAMESPACES}><w:rPr/></w:rPrDefault>"))
        letters = defaults[0][0]
    for former in letters.findall(w("lang")):
        letters.remove(former)
    letters.append(parse_xml(f"<w:lang {NAMESPACES} {language_attributes(language)}/>"))


def _held(styles: Any) -> dict[tuple[str, str], str]:
    """The ids of styles by kind and by name, whose case Word does not tell apart."""
    named: dict[tuple[str, str], str] = {}
    for style in styles.iterfind(w("style")):
        name = style.find(w("name"))
        if name is not None and style.get(w("styleId")):
            kind = style.get(w("type"), "paragraph")
            named.setdefault((kind, name.get(w("val"), "").lower()), style.get(w("styleId")))
    return named


def _add(
    styles: Any, missing: list[str], found: dict[str, str], held: Mapping[tuple[str, str], str], theme: Theme
) -> None:
    from docx.oxml import parse_xml

    taken, names = set(held.values()), {name for _, name in held}
    given = {own: f"{own}Brief" if own in taken else own for own in missing}
    for role, own in by_role(OWN):
        if found[role] == own and own in given:
            found[role] = given[own]
    final = {own: found[role] for role, own in by_role(OWN)}
    rests_on = {kind: _default(styles, kind) for kind in ("paragraph", "character", "table")}
    for own, definition in style_definitions(theme):
        if own not in given:
            continue
        style: Any = parse_xml(definition.replace("<w:style ", f"<w:style {NAMESPACES} ", 1))
        style.set(w("styleId"), given[own])
        if STYLE_NAMES[own].lower() in names:
            style.find(w("name")).set(w("val"), f"{STYLE_NAMES[own]} (brief)")
        _settle(style, rests_on[str(style.get(w("type")))], final)
        styles.append(style)


def _settle(style: Any, rests_on: str, final: Mapping[str, str]) -> None:
    """Let a style of the theme rest on the file's own default, in the file's fonts, and in no list."""
    based, following = style.find(w("basedOn")), style.find(w("next"))
    if rests_on:
        based.set(w("val"), rests_on)
    else:
        style.remove(based)
    if following is not None:
        following.set(w("val"), final[following.get(w("val"))])
    for foreign in [*style.iter(w("rFonts")), *style.iter(w("numPr"))]:
        foreign.getparent().remove(foreign)


def _default(styles: Any, kind: str) -> str:
    for style in styles.iterfind(w("style")):
        if style.get(w("type")) == kind and style.get(w("default")) in ("1", "true", "on"):
            return str(style.get(w("styleId"), ""))
    return ""


def _unknown_roles(roles: Mapping[str, str]) -> Iterator[Diagnostic]:
    known = [role for role, _ in by_role(OWN)]
    for role in roles:
        if role not in known:
            near = get_close_matches(role, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"roles are {', '.join(known)}"
            yield _error("WD202", f"there is no role {role!r} for a Word style", hint)


def _missing(role: str, name: str, kind: str, held: Mapping[tuple[str, str], str]) -> Diagnostic:
    other = next((found for found, named in held if named == name.lower() and found != kind), None)
    if other:
        message = f"the role {role!r} needs a {kind} style, and {name!r} is a {other} style"
        return _error("WD203", message, "")
    near = get_close_matches(name.lower(), [named for found, named in held if found == kind], 1)
    hint = f"the nearest that it has is {near[0]!r}" if near else ""
    return _error("WD203", f"the reference file has no {kind} style {name!r} for the role {role!r}", hint)


def _error(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(severity=Severity.ERROR, code=code, message=message, hint=hint)
