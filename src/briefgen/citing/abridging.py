"""Long quotations made shorter without making them say something else.

Words taken out of the middle of a sentence may turn it round: a "not" may go, a figure, or the end of one
clause may meet the beginning of another. So only whole sentences are left out, and none with a figure or a
negation.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.text.cells import on_one_line
from briefgen.text.sentences import sentences
from briefgen.text.tokens import is_guarded, tokenise

ELLIPSIS = "[…]"
"""What stands for sentences that were left out (Chicago Manual of Style, 18th edition, 12.69)."""


def abridged(words: str, longest: int) -> str:
    """Words on one line; where they have more than `longest` characters, without sentences from their middle.

    First and last sentence always stay, and so does every other that could be missed; the result may
    therefore be longer than `longest`.
    """
    flat = on_one_line(words)
    return flat if len(flat) <= longest else " ".join(_kept(flat))


def _kept(flat: str) -> Iterator[str]:
    told = [flat[start:end] for start, end in sentences(flat)]
    left_out = False
    for number, sentence in enumerate(told):
        within = 0 < number < len(told) - 1
        if within and not any(is_guarded(token) for token in tokenise(sentence)):
            if not left_out:
                yield ELLIPSIS
            left_out = True
        else:
            yield sentence
            left_out = False
