"""Long texts cut to what is to be seen of them."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.text.diff3 import changes_between
from briefgen.text.tokens import Tokens, text_of, tokenise

LONGEST = 160
"""Characters of a text that is shown whole."""

_CONTEXT = 10
_MOST = 40
"""Tokens shown before and after a change, and at either end of one that is long itself."""


def excerpt(text: str) -> str:
    """A text on one line, cut at its end."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 2].rpartition(' ')[0] or flat[:LONGEST]} …"


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Two versions of a text, each on one line, cut so that the words in which they differ are shown."""
    flat = tuple(" ".join(text.split()) for text in (before, after))
    if max(map(len, flat)) <= LONGEST or not all(flat) or flat[0] == flat[1]:
        return excerpt(before), excerpt(after)
    old, new = map(tokenise, flat)
    changes = changes_between(old, new)
    return (
        _around(old, ((change.start, change.end) for change in changes)),
        _around(new, ((change.new_start, change.new_end) for change in changes)),
    )


def _around(tokens: Tokens, changed: Iterable[tuple[int, int]]) -> str:
    shown: set[int] = set()
    for start, end in changed:
        inside = range(start, end)
        shown.update(inside if len(inside) <= 2 * _MOST else (*inside[:_MOST], *inside[-_MOST:]))
        shown.update(range(start - _CONTEXT, start), range(end, end + _CONTEXT))
    stretches: list[list[int]] = []
    for at in sorted(at for at in shown if 0 <= at < len(tokens)):
        if stretches and stretches[-1][-1] == at - 1:
            stretches[-1].append(at)
        else:
            stretches.append([at])
    parts = [text_of(tokens[at] for at in stretch).strip() for stretch in stretches]
    ends = ["…" * (stretches[0][0] > 0), "…" * (stretches[-1][-1] < len(tokens) - 1)] if stretches else []
    return " ".join(part for part in (*ends[:1], " … ".join(parts), *ends[1:]) if part)
