"""What briefgen itself says in a brief: the phrases of one language. What stands in braces is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from briefgen.text.wording.figure_style import FigureStyle
from briefgen.text.wording.furniture import Furniture
from briefgen.text.wording.quotes import Quotes
from briefgen.values import dataclass

Forms = tuple[str, ...]
"""A phrase for each form of number that the language has, the singular first; `{count}` is the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWords:
    """Headings and labels of statements, and what stands under them."""

    key_judgements: str
    judgement: str
    assumption: str
    alternative: str
    gap: str
    to_be_written: str
    """The gap in a section of which a draft has the heading alone."""
    likelihood: str
    confidence: str
    levels: Mapping[str, str]
    """The levels of confidence, by their names in an outline."""
    up_to: str
    at_least: str
    """Ranges that begin at 0 or end at 100: `{high}`, `{low}`, each with its per cent sign."""

    def label(self, kind: str) -> str:
        """What a callout of that kind is headed."""
        labels = {
            "judgement": self.judgement,
            "assumption": self.assumption,
            "alternative": self.alternative,
            "gap": self.gap,
        }
        return labels[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateWords:
    """The table of who says what of a quantity."""

    quantity: str
    voices: str
    together: str
    computed: str
    """Before the working of a computed value."""
    single: str
    same: str
    overlap: str
    conflict: str
    from_figures: str
    one_origin: str
    several_values: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWords:
    """What stands for a chart where it cannot be seen, and in it where voices have one origin."""

    voices: str
    timeline: str
    bars: str
    lines: str
    """Kinds of charts, which begin in lower case."""
    in_unit: str
    """A `{kind}` of chart with the `{unit}` of its values."""
    one_origin: str
    share_origin: str
    """Whose readings have one origin: `{voices}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWords:
    """Notes and entries of sources."""

    paragraph: str
    row: str
    """In place of the paragraph, where a source is a table."""
    column: str
    """With `{head}` and, as `{row}`, what `row` gives."""
    page: str
    """With `{page}` and, as `{paragraph}`, what `paragraph` gives."""
    colon: str
    """What stands between a place and the words quoted from it."""
    and_: str
    last_of_three: str
    """What stands before the last of three names or more."""
    and_others: str
    author: str
    date: str
    address: str
    not_captured: str
    """With `{missing}`, which begins in lower case."""
    mark: str
    back: str
    """What the mark of the note `{number}` is read aloud as, and the way back to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """What stands after the argument: the scale, the source summary, the list of sources."""

    scale: str
    scale_use: str
    summary: str
    rests: str
    """With `{passages}` and `{sources}`, each as counted."""
    passages: Forms
    sources: Forms
    one_voice: str
    perhaps_one_voice: str
    source: str
    what: str
    reliability: str
    item: str
    credibility: str
    not_graded: str
    not_described: str
    reliabilities: Mapping[str, str]
    credibilities: Mapping[int, str]
    """The words for the grades (NATO, Allied Joint Publication 2.1)."""
    list: str
    captured: str
    capture_unknown: str
    says: str
    """What the words of a source, quoted as `{words}`, are wrong about: `{remark}`."""
    file: str
    """With `{file}`, `{size}` in bytes and `{digest}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """The change statement. `{since}` is one of the three phrases that begin so."""

    title: str
    nothing: str
    since_day: str
    since_edition: str
    since_first: str
    further: Forms
    new_judgement: str
    judgement_dropped: str
    judgement_reworded: str
    likelihood_changed: str
    confidence_changed: str
    new_figure: str
    figure_dropped: str
    figure_moved: str
    new_in: str
    removed_from: str
    reworded_in: str
    new_source: str
    source_withdrawn: str
    source_altered: str
    passage_moved: str
    passage_gone: str
    before: str
    """Behind today's words: what they were, as `{before}`."""
    now_before: str
    no_likelihood: str
    no_confidence: str
    confident: str
    """A level of confidence with its noun: `{level}`."""
    computed: str
    standing: tuple[str, str, str]
    """That one passage of a source, both, or all `{count}` stand."""
    paragraph: str
    row: str
    page: str
    """With `{place}`, which is what `paragraph` gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All phrases of one language, the first part of a BCP 47 tag.

    `form` says by a number which of several forms goes with it.
    """

    language: str
    furniture: Furniture
    figures: FigureStyle
    quotes: Quotes
    statements: StatementWords
    estimates: EstimateWords
    charts: ChartWords
    notes: NoteWords
    sources: SourceWords
    changes: ChangeWords
    form: Callable[[int], int]

    def date(self, iso: str) -> str:
        """An ISO 8601 date in words."""
        return self.furniture.date(iso)

    def range(self, low: int, high: int) -> str:
        """A range of likelihood in per cent: “55–80%”, “up to 5%”."""
        if low == 0:
            return self.statements.up_to.format(high=self.figures.with_per_cent(f"{high}"))
        if high == 100:
            return self.statements.at_least.format(low=self.figures.with_per_cent(f"{low}"))
        return self.figures.with_per_cent(f"{low}–{high}")

    def counted(self, count: int, forms: Forms) -> str:
        """A phrase in the form that goes with the number in it."""
        return forms[min(self.form(count), len(forms) - 1)].format(count=count)

    def listed(self, names: Iterable[str]) -> str:
        """Names with commas between, and “and” before the last, without a comma there."""
        *first, last = names
        return f"{', '.join(first)}{self.notes.and_}{last}" if first else last


def one_or_more(count: int) -> int:
    """The form of number of a language with singular and plural."""
    return 0 if count == 1 else 1


def always_the_same(count: int) -> int:
    """The form of number of a language without any."""
    return 0
