"""What makes a Word file unsound without making it invalid: faults that no schema validator sees."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WORD_PLACES = ("document", "footnotes", "header", "footer")


def faults_of(data: bytes) -> list[str]:
    """Every fault of a .docx file, in words; an empty list for a sound one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
        repeated = [name for name, count in Counter(archive.namelist()).items() if count > 1]
    roots = {
        name: etree.fromstring(content) for name, content in parts.items() if name.endswith((".xml", ".rels"))
    }
    stories = {
        name: root
        for name, root in roots.items()
        if name.startswith("word/") and name.split("/")[1].rstrip("0123456789.xml").startswith(WORD_PLACES)
    }
    return [
        *(f"{name} is in the package twice" for name in repeated),
        *_relations(parts, roots),
        *_bookmarks(stories),
        *_styles(stories, roots["word/styles.xml"]),
        *_fields(stories),
        *_notes(roots),
        *_lists(stories, roots),
        *_drawings(stories),
        *_tables(stories),
        *_sections(roots["word/document.xml"]),
    ]


def _relations(parts: dict[str, bytes], roots: dict[str, etree._Element]) -> Iterator[str]:
    reached = {"[Content_Types].xml"}
    types = roots["[Content_Types].xml"]
    overrides = {one.get("PartName", "") for one in types if one.tag.endswith("Override")}
    endings = {one.get("Extension", "") for one in types if one.tag.endswith("Default")}
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.partition("_rels/")
        holder = folder + file.removesuffix(".rels")
        reached.add(name)
        if holder and holder not in parts:
            yield f"{name} belongs to no part"
        used = _relations_used(roots[holder]) if holder in roots else set()
        held = [one.get("Id", "") for one in root]
        yield from (f"{name} gives {one} twice" for one, count in Counter(held).items() if count > 1)
        yield from (f"{holder} refers to {one}, which {name} does not give" for one in used - set(held))
        for one in root:
            if one.get("TargetMode") == "External":
                if one.get("Id") not in used:
                    yield f"{name}: nothing refers to the address {one.get('Target')}"
                continue
            target = one.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(folder + target)
            reached.add(path)
            if path not in parts:
                yield f"{name} leads to {path}, which is not there"
    for name, root in roots.items():
        folder, file = posixpath.split(name)
        if _relations_used(root) and f"{folder}/_rels/{file}.rels" not in parts:
            yield f"{name} has relations but no list of them"
    for name in parts.keys() - reached:
        yield f"nothing leads to {name}"
    for name in parts.keys() - {"[Content_Types].xml"}:
        if f"/{name}" not in overrides and name.rpartition(".")[2] not in endings:
            yield f"{name} has no content type"


def _relations_used(root: etree._Element) -> set[str]:
    return {str(value) for one in root.iter() for name, value in one.items() if str(name).startswith(R)}


def _bookmarks(stories: dict[str, etree._Element]) -> Iterator[str]:
    starts = [one for root in stories.values() for one in root.iter(f"{W}bookmarkStart")]
    ends = [one for root in stories.values() for one in root.iter(f"{W}bookmarkEnd")]
    names = Counter(one.get(f"{W}name", "").lower() for one in starts)
    opened, closed = (Counter(one.get(f"{W}id") for one in found) for found in (starts, ends))
    for name, count in names.items():
        if count > 1:
            yield f"bookmark {name} stands {count} times"
        if len(name) > 40 or not name.replace("_", "a").isalnum():
            yield f"bookmark {name!r} is no name that Word takes"
    for number in opened.keys() | closed.keys():
        if (opened[number], closed[number]) != (1, 1):
            yield f"bookmark {number} starts {opened[number]} times and ends {closed[number]} times"
    for root in stories.values():
        open_now: set[str | None] = set()
        for one in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            if one.tag == f"{W}bookmarkStart":
                open_now.add(one.get(f"{W}id"))
            elif one.get(f"{W}id") not in open_now:
                yield f"bookmark {one.get(f'{W}id')} ends before it starts"
        for link in root.iter(f"{W}hyperlink"):
            anchor = link.get(f"{W}anchor")
            if anchor is not None and anchor.lower() not in names:
                yield f"a link leads to bookmark {anchor}, which is not there"


def _styles(stories: dict[str, etree._Element], styles: etree._Element) -> Iterator[str]:
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    held = [(one.get(f"{W}type"), one.get(f"{W}styleId")) for one in styles.iter(f"{W}style")]
    yield from (f"style {one} is defined twice" for one, count in Counter(held).items() if count > 1)
    named = Counter(one.get(f"{W}val", "").lower() for one in styles.iterfind(f"{W}style/{W}name"))
    yield from (f"two styles are named {name!r}" for name, count in named.items() if count > 1)
    for tag, kind in kinds.items():
        for name, root in stories.items():
            for one in root.iter(f"{W}{tag}"):
                if (kind, one.get(f"{W}val")) not in held:
                    yield f"{name} uses the {kind} style {one.get(f'{W}val')}, which is not defined"
    known = {style for _, style in held}
    for tag in ("basedOn", "next", "link"):
        for one in styles.iter(f"{W}{tag}"):
            if one.get(f"{W}val") not in known:
                yield f"a style names {one.get(f'{W}val')} as its {tag}, which is not defined"


def _fields(stories: dict[str, etree._Element]) -> Iterator[str]:
    bookmarks = {one.get(f"{W}name") for root in stories.values() for one in root.iter(f"{W}bookmarkStart")}
    for name, root in stories.items():
        open_fields: list[str] = []
        for one in root.iter(f"{W}fldChar", f"{W}instrText"):
            if one.tag == f"{W}instrText":
                words = (one.text or "").split()
                if words[0] in ("PAGEREF", "NOTEREF", "REF") and words[1] not in bookmarks:
                    yield f"{name}: a field refers to {words[1]}, which is no bookmark"
                continue
            match one.get(f"{W}fldCharType"):
                case "begin":
                    open_fields.append("begin")
                case "separate" if open_fields and open_fields[-1] == "begin":
                    open_fields[-1] = "separate"
                case "end" if open_fields:
                    open_fields.pop()
                case other:
                    yield f"{name}: a field has a {other} out of place"
        if open_fields:
            yield f"{name}: {len(open_fields)} fields do not end"


def _notes(roots: dict[str, etree._Element]) -> Iterator[str]:
    if "word/footnotes.xml" not in roots:
        return
    notes = list(roots["word/footnotes.xml"].iter(f"{W}footnote"))
    ids = [one.get(f"{W}id") for one in notes if one.get(f"{W}type") in (None, "normal")]
    marks = [one.get(f"{W}id") for one in roots["word/document.xml"].iter(f"{W}footnoteReference")]
    if ids != marks:
        yield f"the notes are {ids}, the marks {marks}"
    special = {one.get(f"{W}type") for one in notes} - {None, "normal"}
    if not {"separator", "continuationSeparator"} <= special:
        yield "the notes lack a separator"
    for note in notes:
        if note.get(f"{W}type") in (None, "normal") and note.find(f".//{W}footnoteRef") is None:
            yield f"note {note.get(f'{W}id')} does not show its number"
    if roots["word/settings.xml"].find(f"{W}footnotePr") is None:
        yield "the settings do not name the separators of notes"


def _lists(stories: dict[str, etree._Element], roots: dict[str, etree._Element]) -> Iterator[str]:
    numbering = roots.get("word/numbering.xml")
    lists = {} if numbering is None else {one.get(f"{W}numId"): one for one in numbering.iter(f"{W}num")}
    for name, root in (*stories.items(), ("word/styles.xml", roots["word/styles.xml"])):
        for one in root.iter(f"{W}numId"):
            if one.get(f"{W}val") not in (*lists, "0"):
                yield f"{name} uses list {one.get(f'{W}val')}, which is not defined"
    if numbering is None:
        return
    definitions = [one.get(f"{W}abstractNumId") for one in numbering.findall(f"{W}abstractNum")]
    yield from (f"list definition {one} stands twice" for one, n in Counter(definitions).items() if n > 1)
    for number, one in lists.items():
        definition = one.find(f"{W}abstractNumId")
        if definition is None or definition.get(f"{W}val") not in definitions:
            yield f"list {number} has no definition"


def _drawings(stories: dict[str, etree._Element]) -> Iterator[str]:
    numbers = Counter(one.get("id") for root in stories.values() for one in root.iter(f"{PLACED}docPr"))
    yield from (f"drawing {number} stands {count} times" for number, count in numbers.items() if count > 1)
    for root in stories.values():
        for one in root.iter(f"{PLACED}docPr"):
            if not one.get("descr"):
                yield f"drawing {one.get('id')} has no alternative words"


def _tables(stories: dict[str, etree._Element]) -> Iterator[str]:
    for name, root in stories.items():
        for cell in root.iter(f"{W}tc"):
            if not len(cell) or cell[-1].tag != f"{W}p":
                yield f"{name}: a cell does not end in a paragraph"
        for table in root.iter(f"{W}tbl"):
            if table.find(f"{W}tr") is None:
                yield f"{name}: a table has no row"
            following = table.getnext()
            if following is not None and following.tag == f"{W}tbl":
                yield f"{name}: two tables touch, and become one"
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            if any(len(row.findall(f"{W}tc")) != columns for row in table.iter(f"{W}tr")):
                yield f"{name}: a row is not as wide as its table"


def _sections(document: etree._Element) -> Iterator[str]:
    body = document.find(f"{W}body")
    assert body is not None
    if not len(body) or body[-1].tag != f"{W}sectPr":
        yield "the body does not end in a section"
    if len(body) < 2 or body[-2].tag != f"{W}p":
        yield "the last of the body is not a paragraph"
