"""What is said of a figure, once it is known what it stands on. Diagnostics get their place later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.checking.figures.movements import Movement
from briefgen.checking.figures.standing import Doubt, Match, Standing
from briefgen.checking.figures.values import CitedPassage, ComputedFigure, FigureFinding, FigurePlace
from briefgen.diagnostics import Diagnostic, Severity, error, info, warning
from briefgen.model.review import FigureStatus
from briefgen.text.designations import Designation
from briefgen.text.quantities import Quantity
from briefgen.text.quantities.quantity import Step
from briefgen.text.quantities.rounding import is_long
from briefgen.values import dataclass

_REMEDY = "correct it, cite the passage that holds it, or compute it under figures: with a formula"


_STEPS: dict[Step, str] = {"start": "begins with", "end": "ends at", "size": "amounts to"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A figure of a passage, and how it bears out the statement's."""

    passage: CitedPassage
    figure: Quantity
    match: Match

    @property
    def place(self) -> FigurePlace:
        """Where it stands."""
        start, end = self.figure.start, self.figure.end
        return FigurePlace(passage=self.passage.id, start=start, end=end, shown=self.passage.exact[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A finding and what is to be said of it."""

    finding: FigureFinding
    said: tuple[Diagnostic, ...] = ()


def _verdict(
    figure: Quantity,
    status: FigureStatus,
    *said: Diagnostic,
    place: FigurePlace | None = None,
    remark: str = "",
) -> Verdict:
    finding = FigureFinding(
        start=figure.start, end=figure.end, shown=figure.shown, status=status, place=place, remark=remark
    )
    return Verdict(finding=finding, said=said)


def borne_out(figure: Quantity, best: Candidate) -> Verdict:
    """A figure that a passage holds, with the doubts that remain."""
    there, where, match = best.figure.shown, f"in the passage {best.passage.id}", best.match
    doubts = [said for doubt in match.doubts for said in _doubt(doubt, figure, best)]
    dated = figure.kind in ("date", "day", "year")
    if match.standing is Standing.SAME and Doubt.CONVERTED not in match.doubts:
        return _verdict(figure, "found in the passage", *doubts, place=best.place)
    if match.standing is Standing.WITHIN and dated:
        remark = f"“{there}”, said less precisely"
        return _verdict(figure, "found in the passage", *doubts, place=best.place, remark=remark)
    if match.standing is Standing.WITHIN:
        remark, message = f"“{there}” fits “{figure.shown}”", f"“{there}” {where} fits “{figure.shown}”"
    elif match.standing is Standing.ROUNDED:
        remark = f"“{there}”, rounded to “{figure.shown}”"
        message = f"“{there}” {where}, rounded to “{figure.shown}”"
    else:
        remark = f"“{there}”, said in another unit"
        message = f"“{there}” {where}, said in another unit as “{figure.shown}”"
    if Doubt.ROUNDED_SILENTLY not in match.doubts:
        doubts.insert(0, info("FG206", message, None))
    return _verdict(figure, "rounded", *doubts, place=best.place, remark=remark)


def _doubt(doubt: Doubt, figure: Quantity, best: Candidate) -> Iterator[Diagnostic]:
    shown, there, where = figure.shown, best.figure.shown, f"in the passage {best.passage.id}"
    match doubt:
        case Doubt.CONVERTED:
            return
        case Doubt.UNIT_ELIDED:
            message = f"“{there}” {where} is read as “{shown}”, with the unit of the figure before it"
            yield info("FG206", message, None)
        case Doubt.UNIT_OF_COLUMN:
            message = f"“{there}” {where} is read as “{shown}”, with the unit at the head of its column"
            yield info("FG206", message, None)
        case Doubt.ROUNDED_SILENTLY:
            message = f"“{there}” {where} is rounded to “{shown}”, and the statement does not say so"
            about = "" if figure.estimated else f"“about {shown}”, or "
            yield warning("FG207", message, None, hint=f"write {about}“{there}”")
        case Doubt.FIRMER:
            message = f"“{shown}” says more than “{there}” {where}"
            yield warning("FG205", message, None, hint=f"keep to the passage: “{there}”")
        case Doubt.OTHER_WAY:
            message = f"“{shown}” is a {figure.trend} here, but a {best.figure.trend} {where}"
            yield warning("FG213", message, None, hint="say what the passage says: rose or fell")
        case Doubt.OTHER_STEP:
            step, other = _STEPS[figure.step], _STEPS[best.figure.step]
            message = f"“{shown}” is what a change {step} here, but what it {other} {where}"
            yield warning("FG213", message, None, hint="say what was, what became of it, or by how much")
        case Doubt.OTHER_SUBJECT:
            message = f"“{shown}” is told {best.match.because} {where}"
            yield warning("FG216", message, None, hint="say of what the passage tells it")
        case Doubt.YEAR_ADDED:
            message = f"“{shown}” is “{there}” {where}, which gives no year"
            yield warning("FG209", message, None, hint="cite a passage that gives the year")
        case Doubt.NOUN_DIFFERS | Doubt.NOUN_UNSURE:
            message = f"“{shown}” counts “{figure.unit}” here, but “{best.figure.unit}” {where}"
            hint = "count what the passage counts"
            found = warning if doubt is Doubt.NOUN_DIFFERS else info
            yield found("FG204", message, None, hint=hint)


def computed(figure: Quantity, by: ComputedFigure, match: Match) -> Verdict:
    """A figure that a formula gives."""
    said = []
    if Doubt.ROUNDED_SILENTLY in match.doubts and not is_long(by.low):
        message = f"“{figure.shown}” rounds {by.name}, which is {by.working}, and does not say so"
        said.append(warning("FG207", message, None, hint=f"write “about {figure.shown}”"))
    return _verdict(figure, "computed", *said, remark=f"{by.name}: {by.working}")


def dated_by_source(figure: Quantity, passage: CitedPassage, day: str) -> Verdict:
    """A date that belongs to a passage, though it does not stand in its words."""
    return _verdict(figure, "found in the passage", remark=f"the date of {passage.id}, {day}")


def made_of_two(figure: Quantity, ends: Sequence[Candidate]) -> Verdict:
    """A range whose ends are two figures of the passages."""
    remark = " and ".join(f"“{end.figure.shown}” in {end.passage.id}" for end in ends)
    message = f"the range “{figure.shown}” is made of {remark}"
    return _verdict(
        figure, "found in the passage", info("FG210", message, None), place=ends[0].place, remark=remark
    )


def multiplied(figure: Quantity, movement: Movement) -> Verdict:
    """A "doubled" or "halved" that the figures of a change bear out."""
    was, became = movement
    return _verdict(figure, "computed", remark=f"from “{was.shown}” to “{became.shown}”")


def turned_round(verdict: Verdict, there: Movement, passage: CitedPassage) -> Verdict:
    """A verdict on the end of a change that the passage tells from its end to its start."""
    was, became = there
    message = f"in the passage {passage.id} it goes from “{was.shown}” to “{became.shown}”, not the other way"
    said = warning("FG213", message, None, hint="say what was and what became of it, as the passage does")
    return replace(verdict, said=(*verdict.said, said))


def small_count(figure: Quantity, counted: Candidate | None, looked_into: Sequence[CitedPassage]) -> Verdict:
    """A small count or an ordinal that no passage holds; `counted` counts the same noun otherwise."""
    if counted:
        there = f"“{counted.figure.shown}” in the passage {counted.passage.id}"
        counts = "stands for" if figure.kind == "ordinal" else "counts what is"
        message = f"“{figure.shown}” {counts} {there}"
        return _verdict(figure, "differs", warning("FG208", message, None), place=counted.place)
    message = f"“{figure.shown}” is in none of the passages cited here{_names(looked_into)}"
    return _verdict(figure, "not found", info("FG208", message, None))


def differs(figure: Quantity, best: Candidate, looked_into: Sequence[CitedPassage]) -> Verdict:
    """A figure that no passage holds, with the nearest one that does stand there."""
    because = best.match.because
    where = f"in the passage {best.passage.id}"
    if best.match.standing is Standing.UNIT_DIFFERS:
        message = (
            f"“{_in_full(figure)}” has the number of “{_in_full(best.figure)}” {where}, but not its unit"
        )
        return _verdict(figure, "differs", error("FG203", message, None, hint=_REMEDY), place=best.place)
    message = (
        f"“{figure.shown}” is in none of the passages cited here{_names(looked_into)}; the nearest figure is"
    )
    message += f" “{best.figure.shown}” {where}" + (f": {because}" if because else "")
    found = error("FG201", message, None, hint=_REMEDY)
    return _verdict(figure, "differs", found, place=best.place, remark=because)


def not_found(figure: Quantity, looked_into: Sequence[CitedPassage]) -> Verdict:
    """A figure beside which no passage has one of its kind."""
    message = f"“{figure.shown}” stands in a statement that cites no passage"
    if looked_into:
        message = (
            f"“{figure.shown}” is in none of the passages cited here{_names(looked_into)},"
            " nor is any figure of its kind"
        )
    return _verdict(figure, "not found", error("FG202", message, None, hint=_REMEDY))


def is_missing(verdict: Verdict) -> bool:
    """Whether no passage that was looked into holds the figure."""
    return verdict.finding.status in ("differs", "not found")


def cited_elsewhere(
    figure: Quantity,
    there: Verdict,
    severity: Severity,
    looked_into: Sequence[CitedPassage],
    passages: Sequence[CitedPassage],
) -> Verdict:
    """A figure that stands `there`, in passages cited for other words than its own."""
    others = [passage.id for passage in passages if passage not in looked_into]
    names = [there.finding.place.passage] if there.finding.place else others
    where = f"the passage {names[0]}, which is" if len(names) == 1 else f"{' or '.join(names)}, which are"
    here = f"is not in what is cited here{_names(looked_into)}" if looked_into else "has no note here"
    message = f"“{figure.shown}” {here}, but it is in {where} cited for other words"
    hint = f"cite it where the figure stands, [@{names[0]}], or correct the figure"
    said = Diagnostic(severity=severity, code="FG215", message=message, span=None, hint=hint)
    return replace(there, said=(said, *there.said))


def named(name: Designation, passage: CitedPassage, there: Designation) -> Verdict:
    """A designation that a passage has."""
    return Verdict(finding=_naming(name, "found in the passage", passage, there))


def misnamed(
    name: Designation, passage: CitedPassage, there: Designation, *, looked_into: Sequence[CitedPassage]
) -> Verdict:
    """A designation of which passages have only relatives."""
    message = (
        f"“{name.shown}” is named in none of the passages cited here{_names(looked_into)};"
        f" the nearest name is “{there.shown}” in the passage {passage.id}"
    )
    said = error("FG212", message, None, hint="correct it, or cite the passage that names it")
    return Verdict(finding=_naming(name, "differs", passage, there), said=(said,))


def _naming(
    name: Designation, status: FigureStatus, passage: CitedPassage, there: Designation
) -> FigureFinding:
    place = FigurePlace(passage=passage.id, start=there.start, end=there.end, shown=there.shown)
    return FigureFinding(start=name.start, end=name.end, shown=name.shown, status=status, place=place)


def _in_full(figure: Quantity) -> str:
    shown = figure.shown
    if figure.kind == "number" and figure.unit:
        shown += f" {figure.unit}"
    if figure.each:
        shown += f" per {figure.each}"
    rate = figure.per or figure.repeated
    return f"{shown} a {rate}" if rate else shown


def _names(passages: Sequence[CitedPassage]) -> str:
    return f" ({', '.join(passage.id for passage in passages)})" if passages else ""
