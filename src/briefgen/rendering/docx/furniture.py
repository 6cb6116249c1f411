"""The words that a brief wears besides its own: the line of facts, the contents' heading, page numbers."""

from __future__ import annotations

from briefgen.model.document import Document

CONTENTS = "Contents"
PAGE, OF = "Page ", " of "

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def facts_line(document: Document) -> str:
    """What a reader must know before the first word: the date of information, and who wrote."""
    facts = (date_of_information(document), ", ".join(document.authors))
    return "  ·  ".join(fact for fact in facts if fact)


def date_of_information(document: Document) -> str:
    """The date of information in words, empty where there is none."""
    return f"As of {day_in_words(document.as_of)}" if document.as_of else ""


def day_in_words(date: str) -> str:
    """An ISO 8601 date to the year, month or day as a reader expects it; anything else as it is."""
    parts = date.split("-")
    if not 1 < len(parts) <= 3 or not all(part.isdigit() for part in parts):
        return date
    if not 1 <= int(parts[1]) <= 12:
        return date
    day = [str(int(parts[2]))] if len(parts) == 3 else []
    return " ".join([*day, _MONTHS[int(parts[1]) - 1], parts[0]])
