"""The words that every page of a brief wears besides its own, by language: dates, page numbers, contents."""

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


ENGLISH = Furniture(
    contents="Contents",
    page="Page {page} of {pages}",
    as_of="As of {date}",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
)

_BY_LANGUAGE = {
    "en": ENGLISH,
    "de": Furniture(
        contents="Inhalt",
        page="Seite {page} von {pages}",
        as_of="Stand: {date}",
        months=(
            *("Januar", "Februar", "März", "April", "Mai", "Juni"),
            *("Juli", "August", "September", "Oktober", "November", "Dezember"),
        ),
        day="{day}. {month} {year}",
    ),
    "es": Furniture(
        contents="Índice",
        page="Página {page} de {pages}",
        as_of="Fecha de la información: {date}",
        months=(
            *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
            *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
        ),
        day="{day} de {month} de {year}",
        month="{month} de {year}",
    ),
    "fr": Furniture(
        contents="Sommaire",
        page="Page {page} sur {pages}",
        as_of="Date de l’information\u00a0: {date}",
        months=(
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ),
        short_months=(
            *("janv.", "févr.", "mars", "avril", "mai", "juin"),
            *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
        ),
        first_day="1er",
    ),
    "ko": Furniture(
        contents="차례",
        page="{page} / {pages}쪽",
        as_of="{date} 기준",
        months=tuple(f"{month}월" for month in range(1, 13)),
        day="{year}년 {month} {day}일",
        month="{year}년 {month}",
        year="{year}년",
    ),
    "ru": Furniture(
        contents="Содержание",
        page="Страница {page} из {pages}",
        as_of="Данные на {date}",
        months=(
            *("января", "февраля", "марта", "апреля", "мая", "июня"),
            *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
        ),
        months_alone=(
            *("январь", "февраль", "март", "апрель", "май", "июнь"),
            *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
        ),
        day="{day} {month} {year}\u00a0г.",
        month="{month} {year}\u00a0г.",
        year="{year}\u00a0г.",
    ),
}

LANGUAGES = tuple(_BY_LANGUAGE)
"""The languages that there are words for, by the first part of their tags."""


def furniture_of(language: str) -> Furniture:
    """The words for a document in a language, a BCP 47 tag; English where there are no others."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower(), ENGLISH)
