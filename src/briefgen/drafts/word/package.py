"""Opening a Word file that came from elsewhere: bounded, without entities, and clear about what is wrong."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_PART = 100_000_000
"""Bytes of one part, unpacked."""

LARGEST_PACKAGE = 400_000_000
"""Bytes of all parts together, unpacked."""

MOST_PARTS = 5_000
"""Files in one package; a draft with a hundred pictures has some hundred and fifty."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE_DOCUMENT = "/officeDocument"


class Unreadable(Exception):
    """A file that cannot be read as a draft: a code, what is wrong, and what to do."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by name, each within bounds."""

    parts: dict[str, bytes]
    main: str

    def xml(self, name: str) -> _Element | None:
        """The root of an XML part, or None where the package has no such part. Raises Unreadable."""
        data = self.parts.get(name)
        return None if data is None else parse(data, name)

    def related(self, kind: str) -> str:
        """The part that the main part names under the last word of a relation type, empty without one."""
        return next((target for found, target in self._relations() if found.endswith("/" + kind)), "")

    def links(self) -> dict[str, str]:
        """Addresses outside the package by the ids under which the main part names them."""
        return links_of(self, self.main)

    def _relations(self) -> Iterator[tuple[str, str]]:
        root = self.xml(relations_of(self.main))
        for relation in () if root is None else root.iter(_RELATIONS):
            if relation.get("TargetMode") != "External":
                yield str(relation.get("Type")), resolved(self.main, str(relation.get("Target")))


def links_of(package: Package, part: str) -> dict[str, str]:
    """Addresses outside the package by the ids under which a part names them."""
    root = package.xml(relations_of(part))
    return {
        str(relation.get("Id")): str(relation.get("Target"))
        for relation in (() if root is None else root.iter(_RELATIONS))
        if relation.get("TargetMode") == "External"
    }


def targets_of(package: Package, part: str) -> dict[str, str]:
    """The parts of the package by the ids under which a part names them."""
    root = package.xml(relations_of(part))
    return {
        str(relation.get("Id")): resolved(part, str(relation.get("Target")))
        for relation in (() if root is None else root.iter(_RELATIONS))
        if relation.get("TargetMode") != "External"
    }


def relations_of(part: str) -> str:
    """The name of the part that holds another's relations."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def resolved(part: str, target: str) -> str:
    """A relation's target as the name of a part."""
    if target.startswith("/"):
        return target[1:]
    steps = part.split("/")[:-1]
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def parse(data: bytes, name: str) -> _Element:
    """The root of an XML part. Raises Unreadable for broken XML and for any document type declaration."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as failure:
        message = f"the part {name} of the file is not XML: {failure}"
        raise Unreadable(
            "DR106", message, "open it in Word, save it again, and pull the new file"
        ) from failure
    if root.getroottree().docinfo.internalDTD is not None:
        message = f"the part {name} of the file declares entities, which no Word file does"
        raise Unreadable("DR105", message, "do not trust this file; ask where it comes from")
    return root


def opened(data: bytes) -> Package:
    """The parts of a Word file. Raises Unreadable."""
    _refuse_other_formats(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = dict(_parts(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as failure:
        message = f"the file is damaged or cut short: {failure}"
        raise Unreadable("DR103", message, "copy it again from where it was saved") from failure
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        message = "the file is an OpenDocument text, whatever its name ends in"
        raise Unreadable("DR107", message, "save it as Word (.docx) in the program that wrote it")
    return Package(parts=parts, main=_main_part(parts))


def _refuse_other_formats(data: bytes) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            hint = "remove the password in Word (File, Info, Protect Document), save, and pull again"
            raise Unreadable("DR102", "the file is encrypted with a password", hint)
        kind = "a Word 97–2003 document (.doc)" if _OLD_WORD in data else "in an old Office format"
        raise Unreadable("DR101", f"the file is {kind}, not a .docx", "save it as .docx in Word")
    if not data:
        raise Unreadable("DR101", "the file is empty", "copy it again from where it was saved")
    if not data.startswith(b"PK"):
        raise Unreadable("DR101", "the file is not a .docx", "give the Word file that came back")


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise Unreadable("DR104", f"the file holds {len(entries)} parts, far more than a draft has")
    total = 0
    for entry in entries:
        if entry.is_dir():
            continue
        if entry.flag_bits & 1:
            raise Unreadable("DR102", "the file is encrypted with a password", "save it without one")
        with archive.open(entry) as packed:
            content = packed.read(LARGEST_PART + 1)
        total += len(content)
        if len(content) > LARGEST_PART or total > LARGEST_PACKAGE:
            message = "the file unpacks to more than a draft can hold"
            raise Unreadable("DR104", message, "do not trust this file; ask where it comes from")
        yield entry.filename.lstrip("/"), content


def _main_part(parts: dict[str, bytes]) -> str:
    root = parse(parts["_rels/.rels"], "_rels/.rels") if "_rels/.rels" in parts else None
    for relation in () if root is None else root.iter(_RELATIONS):
        name = resolved("", str(relation.get("Target")))
        if str(relation.get("Type")).endswith(_OFFICE_DOCUMENT) and name in parts:
            if name.startswith("word/") or b"wordprocessingml" in parts[name][:4000]:
                return name
            raise Unreadable("DR101", "the file is an Office file, but not a text", "give the Word file")
    hint = "give the .docx that came back, not an archive of it"
    raise Unreadable("DR101", "the file is a zip archive, but not a .docx", hint)
