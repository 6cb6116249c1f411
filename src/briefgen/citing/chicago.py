"""Notes by the Chicago Manual of Style, 18th edition, chapters 13 and 14: first in full, then short.

Two departures, both for the sake of exact words: punctuation that is not the source's stands outside the
quotation marks of quoted words, and each note says by paragraph where the words stand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from briefgen.citing.abridging import abridged
from briefgen.model.citation import Name, Source
from briefgen.model.document import Emphasis, Inline, Inlines, Link, Text
from briefgen.model.evidence import Anchor
from briefgen.text.wording import Wording
from briefgen.values import dataclass

STANDING_ALONE = ("book", "report", "thesis", "dataset", "software", "standard", "motion_picture")
"""CSL types whose title is set in italics, as a work of its own; all others stand in quotation marks."""

LONGEST_LIST = 6
"""Names that a list of sources gives in full."""

LONGEST_TITLE = 8
"""Words that a short title may have."""

LONGEST_QUOTE = 320
"""Characters. Of a longer passage whole sentences may be left out."""

LONGEST_AGAIN = 120
"""The same where the words stand in a note before, or in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One part of a note: where the words stand, and what the author adds before and after.

    `shown_above` is set where the words themselves stand in the text, as a block quotation.
    """

    source: Source
    anchor: Anchor
    prefix: str = ""
    suffix: str = ""
    shown_above: bool = False


def note_of(
    references: Sequence[Reference],
    wording: Wording,
    cited_before: Collection[str],
    quoted_before: Collection[str] = (),
) -> Inlines:
    """The words of a note.

    Sources whose ids are in `cited_before` are named in short, and long passages whose ids are in
    `quoted_before` are abridged sooner.
    """
    inlines: list[Inline] = []
    named = set(cited_before)
    previous: Reference | None = None
    for reference in references:
        again = reference.anchor.passage in quoted_before
        if previous is not None and reference.source.id == previous.source.id and not reference.prefix:
            here = locator(reference.anchor, wording)
            same_place = not previous.suffix and here == locator(previous.anchor, wording)
            inlines.append(Text(text=wording.notes.and_ if same_place else f"; {here}{wording.notes.colon}"))
        else:
            inlines.append(Text(text=f"; {reference.prefix} ".rstrip() + " " if previous else ""))
            if previous is None and reference.prefix:
                inlines.append(Text(text=f"{reference.prefix[0].upper()}{reference.prefix[1:]} "))
            cited = _short if reference.source.id in named else _full
            inlines.extend(cited(reference.source, wording))
            inlines.append(Text(text=f" {locator(reference.anchor, wording)}{wording.notes.colon}"))
        inlines.extend(_quoted(reference, again, wording))
        named.add(reference.source.id)
        previous = reference
    return join_texts(_with_full_stop(inlines))


def _quoted(reference: Reference, again: bool, wording: Wording) -> list[Inline]:
    exact = reference.anchor.exact
    words = abridged(exact, LONGEST_AGAIN if reference.shown_above or again else LONGEST_QUOTE)
    inlines: list[Inline] = [Text(text=wording.quotes.around(words), language=reference.source.language)]
    if reference.suffix:
        inlines.append(Text(text=f", {reference.suffix}"))
    return inlines


def _full(source: Source, wording: Wording) -> list[Inline]:
    inlines: list[Inline] = []
    if source.authors:
        inlines.append(Text(text=f"{names_in_order(source.authors, wording)}, "))
    inlines.extend(_title(source, source.title, wording))
    if source.container_title:
        inlines += [Text(text=" "), Emphasis(inlines=(Text(text=source.container_title),)), Text(text=",")]
    told = (source.publisher, wording.date(source.issued), not_captured(source, wording))
    for fact in filter(None, told):
        inlines.append(Text(text=f" {fact},"))
    if source.url:
        inlines += [Text(text=" "), link(source.url), Text(text=",")]
    return inlines


def _short(source: Source, wording: Wording) -> list[Inline]:
    inlines: list[Inline] = []
    if source.authors:
        inlines.append(Text(text=f"{surnames(source.authors, wording)}, "))
    inlines.extend(_title(source, short_title(source), wording))
    return inlines


def _title(source: Source, title: str, wording: Wording) -> list[Inline]:
    if source.type in STANDING_ALONE:
        return [
            Emphasis(inlines=(Text(text=title, language=source.language),)),
            Text(text=","),
        ]
    return [Text(text=wording.quotes.title(title, ","), language=source.language)]


def bibliography_entry(source: Source, wording: Wording) -> Inlines:
    """A source as the list at the end names it."""
    inlines: list[Inline] = []
    if source.authors:
        names = names_inverted(source.authors, wording)
        inlines.append(Text(text=f"{names} " if names.endswith(".") else f"{names}. "))
    if source.type in STANDING_ALONE:
        inlines += [Emphasis(inlines=(Text(text=source.title, language=source.language),)), Text(text=".")]
    else:
        ended = source.title.endswith(("?", "!", ".")) and wording.quotes.comma_within
        title = wording.quotes.title(source.title, "" if ended else ".")
        inlines.append(Text(text=title, language=source.language))
    if source.container_title:
        inlines += [Text(text=" "), Emphasis(inlines=(Text(text=source.container_title),)), Text(text=".")]
    facts = [fact for fact in (source.publisher, wording.date(source.issued)) if fact]
    if facts:
        inlines.append(Text(text=f" {', '.join(facts)}."))
    if source.url:
        inlines += [Text(text=" "), link(source.url), Text(text=".")]
    missing = not_captured(source, wording)
    if missing:
        inlines.append(Text(text=f" {missing[:1].upper()}{missing[1:]}."))
    return join_texts(inlines)


def not_captured(source: Source, wording: Wording) -> str:
    """What a reader would look for and the capture does not tell: “author, date and address not captured”."""
    words = wording.notes
    known = {words.author: source.authors, words.date: source.issued, words.address: source.url}
    missing = [name for name, value in known.items() if not value]
    return words.not_captured.format(missing=wording.listed(missing)) if missing else ""


def locator(anchor: Anchor, wording: Wording) -> str:
    """Where the words stand: the paragraph, with the page before it where the format has pages.

    In a table it is the row, with the column where the words stand in one cell.
    """
    notes = wording.notes
    if anchor.row:
        row = notes.row.format(row=anchor.row)
        return (
            notes.column.format(row=row, head=wording.quotes.around(anchor.column)) if anchor.column else row
        )
    paragraph = notes.paragraph.format(paragraph=anchor.paragraph)
    return notes.page.format(page=anchor.page, paragraph=paragraph) if anchor.page else paragraph


def link(url: str) -> Inline:
    """An address that leads there where its scheme is safe, else plain words."""
    if url.lower().startswith(("https://", "http://")):
        return Link(target=url, inlines=(Text(text=url),))
    return Text(text=url)


_LEADS_ON = (
    " a an the of on in at to by for from with across after before into over under and or nor but as its "
    "– — & der die das den dem von und im zum zur zu bis auf für mit nach bei aus de du des la le les et par "
    "pour sur dans en con por para в во на о об и с со из к по для от "
)
"""Words that no short title ends with, for they lead on to the next; a space stands around each."""


def short_title(source: Source) -> str:
    """The register's short title, or the title itself up to four words, else its main words.

    These are four and, so that a phrase is not cut, those that follow up to the next small word.
    """
    if source.short_title:
        return source.short_title
    main = re.split(r"[:?!]\s|\s[—–]\s", source.title)[0]
    words = main.split()
    if len(words) <= 4:
        return main
    if words[0].lower() in ("a", "an", "the"):
        words = words[1:]
    kept = words[:4]
    if not _leads_on(kept[-1]):
        kept.extend(takewhile(lambda word: not _leads_on(word), words[4:LONGEST_TITLE]))
    while len(kept) > 1 and _leads_on(kept[-1]):
        kept.pop()
    return " ".join(kept).rstrip(",;:–—")


def _leads_on(word: str) -> bool:
    return f" {word.lower()} " in _LEADS_ON


def names_in_order(names: Sequence[Name], wording: Wording) -> str:
    """Names as a note has them; of four or more only the first."""
    return _listed([f"{name.given} {name.family}".strip() or name.literal for name in names], wording)


def surnames(names: Sequence[Name], wording: Wording) -> str:
    """Names as a short note has them."""
    return _listed([name.family or name.literal for name in names], wording)


def names_inverted(names: Sequence[Name], wording: Wording) -> str:
    """Names as a list of sources has them, the first by its surname; of seven or more only three."""
    first = names[0]
    inverted = f"{first.family}, {first.given}" if first.family and first.given else ""
    others = [f"{name.given} {name.family}".strip() or name.literal for name in names[1:]]
    shown = [inverted or first.family or first.literal, *others]
    if len(shown) > LONGEST_LIST:
        return f"{', '.join(shown[:3])},{wording.notes.and_others}"
    return _with_last(shown, wording.notes.last_of_three)


def _listed(names: list[str], wording: Wording) -> str:
    if len(names) > 3:
        return f"{names[0]}{wording.notes.and_others}"
    return _with_last(names, wording.notes.last_of_three if len(names) == 3 else wording.notes.and_)


def _with_last(names: list[str], before_last: str) -> str:
    *others, last = names
    return f"{', '.join(others)}{before_last}{last}" if others else last


_PAIRS = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"))


def without_outer_quotes(words: str) -> str:
    """Words without the quotation marks around them, where one pair holds them all.

    In “No,” he said, “never.” the first mark does not close with the last one, so all of them stay.
    """
    for opening, closing in _PAIRS:
        inner = words[len(opening) : -len(closing)]
        held = len(words) > 2 and words.startswith(opening) and words.endswith(closing)
        if held and opening not in inner and closing not in inner:
            return inner
    return words


def _with_full_stop(inlines: list[Inline]) -> list[Inline]:
    last = inlines[-1]
    ended = isinstance(last, Text) and re.search(r"[.?!…][\u00a0’”“‘»]*\Z", last.text)
    return inlines if ended else [*inlines, Text(text=".")]


def join_texts(inlines: Sequence[Inline]) -> Inlines:
    """The same words with neighbouring texts of one language made one, and empty ones gone."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Text):
            if not inline.text:
                continue
            if isinstance(last, Text) and last.language == inline.language:
                joined[-1] = Text(text=last.text + inline.text, language=inline.language)
                continue
        joined.append(inline)
    return tuple(joined)
