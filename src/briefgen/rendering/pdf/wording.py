"""The few words that the renderer itself sets, by language."""

from __future__ import annotations

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words of one language; `date` is a pattern over day, month and year."""

    as_of: str
    page: str
    of: str
    contents: str
    months: tuple[str, ...]


ENGLISH = Wording(
    as_of="As of",
    page="Page",
    of="of",
    contents="Contents",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
)


def words_for(language: str) -> Wording:
    """The words for a document in `language`, English where no others are known."""
    return ENGLISH


def date_in_words(date: str, wording: Wording) -> str:
    """An ISO 8601 date, to the year, month or day, as a reader expects it; other text stays as it is."""
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
        return date
    if len(parts) == 1:
        return date
    month = int(parts[1])
    if not 1 <= month <= 12:
        return date
    words = f"{wording.months[month - 1]} {parts[0]}"
    return f"{int(parts[2])} {words}" if len(parts) == 3 else words
