"""A brief from the two seed documents, with everything that the review page has a place for."""

from __future__ import annotations

from pathlib import Path

from briefgen.anchoring.resolving import resolve
from briefgen.diagnostics import Position, Severity, Span
from briefgen.model.chart import Event, RangeChart, Reading, Timeline
from briefgen.model.citation import ItemGrade, Source
from briefgen.model.document import (
    Block,
    Callout,
    Cell,
    Column,
    Confidence,
    Document,
    Figure,
    Heading,
    Label,
    Likelihood,
    List,
    ListItem,
    Marking,
    Note,
    Paragraph,
    Quotation,
    Section,
    Table,
    Text,
)
from briefgen.model.evidence import Anchor, Evidence, Passage, SourceText, TextQuoteSelector
from briefgen.model.review import Dispute, FigureFound, Finding, Review, Voice
from briefgen.sources.reading import capture, read
from briefgen.sources.register import decode_register
from tests.samples import noted, words

ROOT = Path(__file__).parents[3]
NOWHERE = Span(file="outline.yaml", start=Position(line=1, column=1), end=Position(line=1, column=2))


def templates(name: str) -> str:
    """The checkout's templates, as the command line hands them to the renderer."""
    return (ROOT / "templates" / name).read_text(encoding="utf-8")


PASSAGES = (
    Passage(
        id="troops-blog",
        source="blog",
        selector=TextQuoteSelector(exact="about 12,000 North Korean soldiers"),
    ),
    Passage(
        id="troops-explainer",
        source="explainer",
        selector=TextQuoteSelector(exact="North Korea initially sent 12,000 soldiers to Russia."),
        credibility=ItemGrade(grade=2, because="agrees with the blog"),
    ),
    Passage(
        id="strength",
        source="blog",
        selector=TextQuoteSelector(exact="around 1.2 million active-duty personnel"),
    ),
    Passage(
        id="branches",
        source="blog",
        selector=TextQuoteSelector(exact="Ground Forces, Navy, Air Force, and Strategic Rocket Forces"),
    ),
    Passage(
        id="losses",
        source="explainer",
        selector=TextQuoteSelector(exact="around 3,800 killed and wounded"),
        credibility=ItemGrade(grade=4, because="unattributed, and from a party to the war"),
        origin="zelenskyy-fridman",
        as_of="2025-01",
        remark="killed and wounded, not killed",
    ),
    Passage(
        id="more-troops",
        source="explainer",
        selector=TextQuoteSelector(exact="an additional 30,000–40,000 troops"),
        origin="zelenskyy-fridman",
    ),
    Passage(
        id="shells-explainer",
        source="explainer",
        selector=TextQuoteSelector(exact="artillery shells—9 million units so far"),
    ),
    Passage(
        id="shells-blog",
        source="blog",
        selector=TextQuoteSelector(exact="between 5 and 8 million artillery shells"),
    ),
    Passage(
        id="shea",
        source="explainer",
        selector=TextQuoteSelector(
            exact="The DPRK is significantly benefiting from receiving Russian military equipment, "
            "technology, and experience, rendering it more capable of waging war against its neighbors."
        ),
        kind="opinion",
    ),
    Passage(
        id="seoul",
        source="explainer",
        selector=TextQuoteSelector(exact="These weapons were originally designed to target Seoul."),
    ),
    Passage(id="lost", source="explainer", selector=TextQuoteSelector(exact="words that stand nowhere")),
)


def evidence(*more: tuple[Source, SourceText]) -> Evidence:
    """The two seeds as the register describes them, and any further source given."""
    register, _ = decode_register("sources.yaml", (ROOT / "seeds/sources.yaml").read_bytes())
    assert register is not None
    sources: dict[str, Source] = {}
    texts: dict[str, SourceText] = {}
    captures = {}
    for entry in register.entries.values():
        data = (ROOT / "seeds" / entry.source.file).read_bytes()
        text, _ = read(entry.source, data, entry.exclusions)
        assert text is not None
        sources[entry.source.id], texts[entry.source.id] = entry.source, text
        captures[entry.source.id] = capture(entry.source.id, entry.source.file, data)
    for source, text in more:
        sources[source.id], texts[source.id] = source, text
    anchors: dict[str, Anchor] = {}
    for passage in PASSAGES:
        anchor, _ = resolve(passage, texts[passage.source], NOWHERE)
        if anchor:
            anchors[passage.id] = anchor
    return Evidence(
        sources=sources,
        captures=captures,
        texts=texts,
        passages={passage.id: passage for passage in PASSAGES},
        anchors=anchors,
    )


def _note(number: int, text: str, *passages: str) -> Note:
    return Note(id=f"n{number}", number=number, inlines=words(text), passages=passages)


NOTES = (
    _note(
        1,
        "“The DPRK is significantly benefiting …,” North Korea’s Army, para. 7.",
        "shea",
    ),
    _note(2, "“around 1.2 million active-duty personnel,” A More Dangerous Threat?, para. 5.", "strength"),
    _note(3, "A More Dangerous Threat?, para. 5.", "branches"),
    _note(
        4,
        "“about 12,000 North Korean soldiers,” A More Dangerous Threat?, para. 2; "
        "“North Korea initially sent 12,000 soldiers to Russia.” North Korea’s Army, para. 10.",
        *("troops-blog", "troops-explainer"),
    ),
    _note(
        5,
        "“around 3,800 killed and wounded”; “an additional 30,000–40,000 troops,” North Korea’s Army.",
        *("losses", "more-troops"),
    ),
    _note(6, "“artillery shells—9 million units so far,” North Korea’s Army, para. 13.", "shells-explainer"),
    _note(7, "“originally designed to target Seoul,” North Korea’s Army, para. 9.", "seoul", "lost"),
)


def _heading(id: str, text: str, level: int = 1) -> Heading:
    return Heading(id=id, level=level, inlines=words(text))


def _paragraph(id: str, text: str, *notes: int) -> Paragraph:
    return Paragraph(id=id, inlines=noted(text, *notes))


SHELLS = RangeChart(
    title="Artillery shells supplied",
    unit="million shells",
    axis_low=0,
    axis_high=10,
    readings=(
        Reading(label="A More Dangerous Threat?", low=5, high=8, shown="5–8 million"),
        Reading(label="North Korea’s Army Is Already in Europe", low=9, high=9, shown="9 million"),
    ),
)
DATED = Timeline(
    title="What the sources date",
    events=(
        Event(start="2023-12", end="2023-12", label="Ballistic missiles supplied by the end of the year"),
        Event(start="2024-12", end="2024-12", label="About 12,000 soldiers reported in the war"),
    ),
)


def brief() -> Document:
    """A short brief whose statements bear every flag that the page filters by."""
    judgement = Callout(
        id="kj-south",
        kind="judgement",
        label="Judgement",
        inlines=noted("North Korea would use this experience against South Korea.", 1, 7),
        details=(
            Text(text="Likely "),
            Label(text="(55–80 %)"),
            Text(text=". Low confidence: two sources, one of them partisan."),
        ),
        likelihood=Likelihood(term="likely", low=55, high=80),
        confidence=Confidence(level="low", because="two sources, one of them partisan"),
    )
    army: tuple[Block, ...] = (
        _paragraph("kpa-1", "The Korean People’s Army has around 1.2 million people under arms.", 2),
        _paragraph("kpa-2", "It has four branches:", 3),
        List(
            id="branches",
            ordered=False,
            items=tuple(
                ListItem(id=f"branch-{name}", blocks=(_paragraph(f"branch-{name}-p", text, *notes),))
                for name, text, notes in (
                    ("ground", "the Ground Forces, the largest,", (3,)),
                    ("navy", "the Navy and the Air Force, with older equipment,", ()),
                    ("rocket", "and the Strategic Rocket Forces.", (3,)),
                )
            ),
        ),
        _heading("kpa-money", "Spending", 2),
        _paragraph("kpa-3", "It spends much of what the country earns."),
    )
    war: tuple[Block, ...] = (
        _paragraph("war-1", "North Korea sent some 12,000 soldiers to Russia.", 4),
        _paragraph("war-2", "Some 3,800 of 12,500 were killed or wounded; 30,000 to 40,000 may follow.", 5),
        Quotation(
            id="war-shea",
            paragraphs=(noted("“The DPRK is significantly benefiting …”", 1),),
            attribution=words("Dorothy Camille Shea"),
        ),
        Table(
            id="estimates",
            caption=words("Artillery shells: who says what"),
            columns=(Column(), Column(align="right")),
            header=(Cell(inlines=words("Source")), Cell(inlines=words("Shells"))),
            rows=(
                (Cell(inlines=words("A More Dangerous Threat?")), Cell(inlines=words("5–8 million"))),
                (Cell(inlines=words("North Korea’s Army")), Cell(inlines=noted("9 million", 6))),
            ),
            row_headers=True,
        ),
        Figure(
            id="shells",
            content=SHELLS,
            alt="Shells: 5–8 million by one source, 9 million by the other.",
            caption=words("Artillery shells supplied"),
        ),
        Figure(id="dated", content=DATED, alt="Two dated events.", caption=words("What the sources date")),
        Callout(
            id="gap-1", kind="gap", label="Gap", inlines=words("No source gives a date for the shell totals.")
        ),
    )
    return Document(
        name="dprk-russia",
        title="Kim’s Army in Europe",
        subtitle="What Pyongyang sends, gains and learns",
        language="en-GB",
        as_of="2025-01-20",
        dated="2025-01-20T00:00:00Z",
        authors=("A. N. Analyst",),
        marking=Marking(text="TLP:GREEN", colour="#33ff00", background="#000000"),
        sections=(
            Section(
                id="key",
                role="key-judgements",
                heading=_heading("key-h", "Key judgements"),
                blocks=(judgement,),
            ),
            Section(id="kpa", heading=_heading("kpa-h", "The Korean People’s Army"), blocks=army),
            Section(id="war", heading=_heading("war-h", "In the war"), blocks=war),
            Section(
                id="sources",
                role="sources",
                heading=_heading("sources-h", "Sources"),
                blocks=(Paragraph(id="s-1", role="entry", inlines=words("A More Dangerous Threat?")),),
            ),
        ),
        notes=NOTES,
    )


def review() -> Review:
    """What the checks would say of the brief."""
    return Review(
        findings=(
            Finding(
                block="war-2",
                severity=Severity.WARNING,
                code="CK210",
                message="12,500 does not stand in the passages cited",
                hint="cite the passage that says it, or mark it as computed",
            ),
            Finding(
                block="", severity=Severity.INFO, code="CK001", message="one passage is named but never cited"
            ),
        ),
        figures=(
            FigureFound(
                block="kpa-1", shown="1.2 million", status="found in the passage", passages=("strength",)
            ),
            FigureFound(
                block="war-1",
                shown="12,000",
                status="found in the passage",
                passages=("troops-blog", "troops-explainer"),
            ),
            FigureFound(
                block="war-2",
                shown="3,800",
                status="rounded",
                passages=("losses",),
                remark="“around 3,800”, said more firmly",
            ),
            FigureFound(block="war-2", shown="12,500", status="not found"),
        ),
        disputes=(
            Dispute(
                matter="Artillery shells supplied",
                voices=(
                    Voice(passage="shells-blog", shown="5–8 million"),
                    Voice(passage="shells-explainer", shown="9 million"),
                ),
                block="estimates",
                remark="The readings do not overlap.",
            ),
        ),
    )
