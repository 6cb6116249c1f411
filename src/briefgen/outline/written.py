"""The outline's values as written: names not yet looked up, words not yet found, prose not yet read."""

from __future__ import annotations

from typing import TypeAlias

from briefgen.diagnostics import Span
from briefgen.model.citation import ItemGrade
from briefgen.model.evidence import PassageKind, Selector
from briefgen.model.scales import Scale
from briefgen.outline.decoder import Located, LocatedNumber
from briefgen.outline.yaml_file import YamlFile
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenMarking:
    """A handling mark: a TLP label, or words and colours of the house's own."""

    text: Located
    colour: str = ""
    background: str = ""
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPassage:
    """A passage whose words are still to be found. `words` is where an error about them points."""

    id: Located
    source: Located
    selector: Selector
    words: Located
    kind: PassageKind
    credibility: ItemGrade | None
    origin: str
    origin_perhaps: bool
    as_of: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReading:
    """What one passage says of a figure. A plain value has equal ends."""

    passage: Located
    low: LocatedNumber
    high: LocatedNumber
    shown: Located | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFigure:
    """A quantity with readings, a formula, or both."""

    id: Located
    label: str
    unit: str
    readings: tuple[WrittenReading, ...]
    formula: Located | None
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A statement in Markdown. `kind` is text, judgement, assumption, alternative, gap or note."""

    kind: str
    text: Located
    id: Located | None = None
    marking: Located | None = None
    likelihood: Located | None = None
    confidence: Located | None = None
    because: Located | None = None
    basis: tuple[Located, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteStatement:
    """A block quotation of a passage."""

    passage: Located
    attribution: Located | None
    id: Located | None
    marking: Located | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimatesStatement:
    """A table of figures: who says what."""

    figures: tuple[Located, ...]
    caption: Located | None
    chart: bool
    span: Span
    id: Located | None
    marking: Located | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStatement:
    """A table of the author's own."""

    header: tuple[Located, ...]
    rows: tuple[tuple[Located, ...], ...]
    align: tuple[Located, ...]
    caption: Located | None
    span: Span
    id: Located | None
    marking: Located | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureStatement:
    """A chart of figures, or a picture."""

    figures: tuple[Located, ...]
    kind: str
    image: Located | None
    caption: Located | None
    alt: str
    span: Span
    id: Located | None
    marking: Located | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStatement:
    """Statements behind bullets or numbers."""

    items: tuple[Located, ...]
    ordered: bool
    span: Span
    id: Located | None
    marking: Located | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEvent:
    """A dated event."""

    date: Located
    until: Located | None
    text: Located


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStatement:
    """Dated events in order."""

    events: tuple[WrittenEvent, ...]
    caption: Located | None
    span: Span
    id: Located | None
    marking: Located | None


Statement: TypeAlias = (
    Prose
    | QuoteStatement
    | EstimatesStatement
    | TableStatement
    | FigureStatement
    | ListStatement
    | TimelineStatement
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSection:
    """A section: statements, a template, or first the one and then the other."""

    id: Located
    title: Located
    body: tuple[Statement, ...]
    template: Located | None
    landscape: bool
    marking: Located | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCheck:
    """Another severity for a rule, and why."""

    code: Located
    severity: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSchedule:
    """When the brief is made anew."""

    cron: Located
    timezone: Located | None
    publish_unchanged: bool
    command: Located | None
    webhook: Located | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenWord:
    """A Word file that lends its styles."""

    reference: Located
    styles: tuple[tuple[Located, Located], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole outline as written."""

    file: YamlFile
    title: Located
    as_of: Located
    register: Located
    language: str
    scale: Scale | None
    subtitle: Located | None
    authors: tuple[Located, ...]
    marking: WrittenMarking | None
    theme: Located | None
    word: WrittenWord | None
    passages: dict[str, WrittenPassage]
    figures: dict[str, WrittenFigure]
    sections: tuple[WrittenSection, ...]
    key_judgements: tuple[Located, ...]
    checks: tuple[WrittenCheck, ...]
    schedule: WrittenSchedule | None
