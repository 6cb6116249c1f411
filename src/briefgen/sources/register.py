"""The source register: what is known of each source, and which parts of its capture may not be cited."""

from __future__ import annotations

import unicodedata

from briefgen.diagnostics import Diagnostic, error
from briefgen.model.citation import Correction, Name, Source
from briefgen.outline import yaml_file
from briefgen.outline.comments import cut_short
from briefgen.outline.decoder import Decoder, Fields, Located
from briefgen.outline.format.register import CORRECTION, EXCLUSION, REGISTER, SOURCE
from briefgen.outline.grades import reliability
from briefgen.outline.mistaken import no_register
from briefgen.outline.yaml_file import YamlFile
from briefgen.sources.exclusion import Exclusion
from briefgen.values import dataclass

CSL_TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case",
    "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet",
    "paper-conference", "patent", "performance", "periodical", "personal_communication", "post",
    "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech",
    "standard", "thesis", "treaty", "webpage",
)  # fmt: skip
"""The types of the Citation Style Language, 1.0.2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """A source, where its file is named, and its excluded regions."""

    id: Located
    source: Source
    file: Located
    exclusions: tuple[Exclusion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All sources of one register file."""

    file: YamlFile
    entries: dict[str, RegisterEntry]


def decode_register(name: str, data: bytes) -> tuple[Register | None, list[Diagnostic]]:
    """The register in a file, or None where there is none. Sources that are wrong are noted and left out."""
    file, found = yaml_file.read(name, data)
    if file.root is None:
        if not found:
            hint = "a register is a mapping with the key sources"
            found = [error("OL100", "the source register is empty", file.span(0, 0), hint=hint)]
        return None, found
    if mistaken := no_register(file):
        return None, [*found, mistaken]
    decoder = Decoder(file)
    fields = decoder.fields(file.root, REGISTER)
    entries = {}
    for id, node in fields.entries("sources"):
        entry = _entry(id, decoder.fields(node, SOURCE))
        if entry is not None:
            entries[id.value] = entry
    return Register(file=file, entries=entries), [*found, *cut_short(file), *decoder.found]


def _entry(id: Located, fields: Fields) -> RegisterEntry | None:
    def text(key: str) -> str:
        found = fields.text(key)
        return found.value if found else ""

    file, type_, title = fields.text("file"), fields.text("type"), fields.text("title")
    if type_ is not None and type_.value not in CSL_TYPES:
        hint = "webpage, post-weblog, article-newspaper, report, book, interview and others of CSL 1.0.2"
        fields.decoder.report("OL108", f"“{type_.value}” is not a type of CSL", type_.scalar, hint)
    grade = reliability(fields)
    exclusions = tuple(
        exclusion
        for item in fields.items("exclude")
        if (exclusion := _exclusion(fields.decoder.fields(item, EXCLUSION))) is not None
    )
    source = Source(
        id=id.value,
        type=type_.value if type_ else "document",
        title=title.value if title else "",
        file=file.value if file else "",
        authors=tuple(_name(author.value) for author in fields.texts("authors")),
        issued=text("issued"),
        accessed=text("accessed"),
        publisher=text("publisher"),
        container_title=text("container-title"),
        url=text("url"),
        language=text("language"),
        short_title=text("short-title"),
        descriptor=text("descriptor"),
        remark=text("remark"),
        reliability=grade,
        corrections=tuple(_corrections(fields)),
    )
    if file is None or title is None:
        return None
    return RegisterEntry(id=id, source=source, file=file, exclusions=exclusions)


def _exclusion(fields: Fields) -> Exclusion | None:
    start, end, because = fields.text("from"), fields.text("to"), fields.text("because")
    if start is None or because is None:
        return None
    return Exclusion(start=start.value, end=end.value if end else "", because=because.value, span=start.span)


def _corrections(fields: Fields) -> list[Correction]:
    corrections = []
    for item in fields.items("corrects"):
        given = fields.decoder.fields(item, CORRECTION)
        says, remark = given.text("says"), given.text("remark")
        if says is not None and remark is not None:
            corrections.append(Correction(says=says.value, remark=remark.value))
    return corrections


def _name(typed: str) -> Name:
    """A person where a comma parts two names; braces hold the comma of a body's name, as in BibTeX.

    A name in Chinese, Japanese or Korean writing keeps its own order and is never cut to a surname.
    """
    typed = typed.strip()
    if typed.startswith("{") and typed.endswith("}"):
        return Name(literal=typed[1:-1].strip())
    family, _, given = (part.strip() for part in typed.partition(","))
    if not given:
        return Name(literal=typed)
    if unicodedata.east_asian_width(family[:1] or " ") == "W":
        return Name(literal=family + given)
    return Name(family=family, given=given)
