"""Notes whose words a person edited in Word."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.drafts.inlines import handwritten, words_of_handwritten
from briefgen.drafts.merging.merge import Merge
from briefgen.drafts.result import NOTE, Edit
from briefgen.drafts.rewriting.prose import retyped_note
from briefgen.drafts.rewriting.writing import Writing
from briefgen.text.tokens import Tokens, text_of

_NOTE_IS_MADE = (
    "the words of a citation are made from the register and the passage: change these, or write the words "
    "beside the passage in the citation"
)

_NOTE_IS_ANOTHER = "the outline has other words in this note since, or has the note no more"


def retype_notes(merge: Merge, writing: Writing) -> Iterator[Edit]:
    """Change the notes in somebody's own words as the draft has them; those of a citation are listed."""
    for note in merge.ours.notes:
        if any(_same_words(today, note.ours) for today in merge.today.notes.get(note.citation, ())):
            continue
        shown, is_own = f"{NOTE}{text_of(note.ours)}", words_of_handwritten(note.citation) is not None
        known = writing.notes.note(note.citation, note.number) if is_own else None
        if known is not None:
            typed = writing.value_of(known.words)
            writing.retype(known.words, retyped_note(note.base, note.ours, typed))
            yield Edit(
                kind="changed",
                block=known.block,
                before=f"{NOTE}{text_of(note.base)}",
                after=shown,
                span=writing.places.file.span_of(known.words),
            )
        elif not is_own or writing.notes.note(handwritten(text_of(note.ours))) is None:
            writing.give_up(shown, _NOTE_IS_ANOTHER if is_own else _NOTE_IS_MADE)


def _same_words(left: Tokens, right: Tokens) -> bool:
    return text_of(left).split() == text_of(right).split()
