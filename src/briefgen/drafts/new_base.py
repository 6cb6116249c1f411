"""A draft that was brought up to date, made to remember today's brief as what it is to be compared with."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.drafts.merging.merge import Merge
from briefgen.drafts.word.elements import value_of
from briefgen.drafts.word.file import WordFile
from briefgen.drafts.word.reading import base_parts
from briefgen.rendering.docx.identity import EDITION_PROPERTY, SHOWN, base_part
from briefgen.rendering.docx.markup import w
from briefgen.text.diff3 import changes_between, kept


def remember_today(file: WordFile, merge: Merge) -> None:
    """Let the file carry today's document as its base, and today's names of blocks and notes."""
    package, today = file.package, merge.today.document
    for name in base_parts(package):
        shown = file.tree(name).get(SHOWN)
        file.put(name, base_part(today))
        if shown:
            file.tree(name).set(SHOWN, shown)
    if "docProps/custom.xml" in package.parts:
        for held in file.tree("docProps/custom.xml"):
            if held.get("name") == EDITION_PROPERTY and len(held):
                held[0].text = today.edition
    _rename(file, _new_names(merge))


def _new_names(merge: Merge) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for outcome in merge.outcomes:
        base = [merge.base.units[i] for i in outcome.strand.base]
        now = [merge.today.units[k] for k in outcome.strand.theirs]
        if len(base) == len(now) == 1 and base[0] is not None and now[0] is not None:
            names.setdefault(base[0].name, now[0].name)
            names.update(_note_names(merge, outcome.strand.base[0], outcome.strand.theirs[0]))
    return names


def _note_names(merge: Merge, i: int, k: int) -> Mapping[str, str]:
    """Today's names of the notes of a line by those that they went out with, where both cite the same."""
    was, now = merge.base.lines[i].tokens, merge.today.lines[k].tokens
    old, new = merge.base.view.lines[i].tokens, merge.today.view.lines[k].tokens
    pairs = kept(changes_between(was, now), len(was))
    return {old[at].text: new[place].text for at, place in pairs if was[at].kind == "mark"}


def _rename(file: WordFile, names: Mapping[str, str]) -> None:
    taken = {value_of(start, "name") for start in file.body.iter(w("bookmarkStart"))}
    for start in file.body.iter(w("bookmarkStart")):
        name = value_of(start, "name")
        new = names.get(name, name)
        if new != name and new not in taken:
            start.set(w("name"), new)
