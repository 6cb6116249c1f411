"""The words that every page of a brief wears besides its own: dates, page numbers, contents."""

from __future__ import annotations

import re

from briefgen.values import dataclass

_ISO = re.compile(r"(\d+)(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", re.ASCII)
_PAGE, _PAGES = "{page}", "{pages}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The words of one language; what stands in braces is filled in.

    `months` are the names as they stand after a day, `months_alone` those without one, where they differ, and
    `short_months` what they are shortened to, where that is not their first three letters.
    """

    contents: str
    page: str
    as_of: str
    months: tuple[str, ...]
    months_alone: tuple[str, ...] = ()
    short_months: tuple[str, ...] = ()
    first_day: str = "1"
    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    year: str = "{year}"

    def date(self, iso: str) -> str:
        """A date in ISO 8601, to the year, month or day, in words; anything else stays as it is."""
        found = _ISO.fullmatch(iso)
        if not found:
            return iso
        year, month, day = found.groups()
        if month is None:
            return self.year.format(year=year)
        if day is None:
            return self.month.format(year=year, month=(self.months_alone or self.months)[int(month) - 1])
        number = self.first_day if int(day) == 1 else str(int(day))
        return self.day.format(year=year, month=self.months[int(month) - 1], day=number)

    def short_month(self, month: int) -> str:
        """The name of a month, from 1 on, in little room."""
        if self.short_months:
            return self.short_months[month - 1]
        return (self.months_alone or self.months)[month - 1][:3]

    def information(self, as_of: str) -> str:
        """The date of information in words, empty where there is none."""
        return self.as_of.format(date=self.date(as_of)) if as_of else ""

    @property
    def around_page(self) -> tuple[str, str, str]:
        """The words before a page's number, between it and the number of pages, and after that."""
        before, _, rest = self.page.partition(_PAGE)
        between, _, after = rest.partition(_PAGES)
        return before, between, after
