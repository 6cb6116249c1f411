"""The margin brought up to date with a draft that came back: what is new in it, still open, or settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from hashlib import sha256
from typing import TypeAlias

from briefgen.drafts.draft import Comment, EditedDraft, TrackedChange
from briefgen.drafts.margin.remarks import Margin, Remark, Reply, moment_of
from briefgen.drafts.rewriting.markdown import markdown
from briefgen.text.tokens import Tokens, text_of

AUTHOR = "briefgen"
"""The author of the changes and comments that a regenerated brief brings."""

ONCE_ABOUT = "Once about: "
"""How the last line of a comment begins whose words are gone from the brief."""

_Said: TypeAlias = tuple[str, str, str]

_NEAR = 8
"""Words before a change that serve to find its place again."""


def brought_up_to_date(kept: Sequence[Remark], draft: EditedDraft, citations: Mapping[str, str]) -> Margin:
    """What was kept and what a draft holds as one margin.

    A remark that the draft was made with, and that it holds no more or holds as resolved, is settled; one
    that it was made without stays as it is. `citations` are what the marks of the draft stand for.
    """
    loose = _loose_replies(draft.comments, kept)
    comments = [comment for comment in draft.comments if _said(comment) not in loose]
    remaining = [*_comments(comments, kept), *_changes(draft.changes, citations)]
    found: list[Remark] = []
    settled: list[Remark] = []
    for remark in kept:
        held = _taken(remaining, remark)
        if remark.settled:
            found.append(remark)
        elif held is None:
            gone = name_of(remark) in draft.shown
            found.append(replace(remark, settled=gone))
            settled.extend([remark] if gone else [])
        else:
            found.append(_renewed(remark, held, loose))
            settled.extend([remark] if held.settled else [])
    found.extend(remark for remark in remaining if not remark.settled)
    return Margin(remarks=tuple(found), settled=tuple(settled))


def name_of(remark: Remark) -> str:
    """The name by which a file remembers that it shows a remark."""
    return sha256("\0".join(_key(remark)).encode()).hexdigest()[:12]


def told(remark: Remark) -> str:
    """A remark as the words of a comment; those of a change whose words have moved on tell what it was."""
    if not remark.is_change:
        return remark.comment
    what = {"paragraph": "a paragraph ", "row": "a row ", "note": "in a note "}.get(remark.scope, "")
    if remark.scope == "break":
        return f"Still open: {'split' if remark.inserted else 'joined'} here"
    parts = [
        f"{verb} {what}“{words.strip()}”"
        for verb, words in (("deleted", remark.deleted), ("inserted", remark.inserted))
        if words.strip()
    ]
    return f"Still open: {', '.join(parts)}"


def _key(remark: Remark) -> tuple[str, ...]:
    words = (remark.comment, remark.scope, remark.deleted, remark.inserted)
    return (remark.author, moment_of(remark.date), *(" ".join(each.split()) for each in words))


def _taken(remaining: list[Remark], remark: Remark) -> Remark | None:
    """The remark among those of a draft that is this one, taken out of them."""
    same = [other for other in remaining if _key(other) == _key(remark)]
    if not same and not remark.is_change and moment_of(remark.date):
        same = [
            other
            for other in remaining
            if not other.is_change and _key(other)[:2] == _key(remark)[:2] and other.about == remark.about
        ]
    if not same:
        return None
    remaining.remove(same[0])
    return same[0]


def _renewed(remark: Remark, held: Remark, loose: Set[_Said]) -> Remark:
    """A remark as a draft has it; its place as it was kept, where the draft knew none any more."""
    place = held if held.within else remark
    replies = (*(reply for reply in remark.replies if _said(reply) in loose), *held.replies)
    return replace(held, about=place.about, follows=place.follows, within=place.within, replies=replies)


def _said(words: Comment | Reply) -> _Said:
    return words.author, moment_of(words.date), " ".join(words.text.split())


def _loose_replies(comments: Iterable[Comment], kept: Iterable[Remark]) -> Set[_Said]:
    """Replies that were kept and stand as comments of their own: some editors know no threads."""
    replies = {_said(reply) for remark in kept for reply in remark.replies}
    return replies & {_said(comment) for comment in comments}


def _comments(comments: Iterable[Comment], kept: Sequence[Remark]) -> Iterator[Remark]:
    """Comments as remarks. Those that tell of a change that was kept are that change."""
    by_words = {(remark.author, told(remark)): remark for remark in kept if remark.is_change}
    for comment in comments:
        words, _, once = comment.text.rpartition(f"\n{ONCE_ABOUT}")
        text = words if once and words else comment.text
        change = by_words.get((comment.author, text))
        replies = tuple(reply for reply in comment.replies if reply.author != AUTHOR)
        if change is not None:
            yield replace(change, replies=replies, settled=comment.resolved)
        elif text and comment.author != AUTHOR:
            yield Remark(
                author=comment.author,
                date=comment.date,
                comment=text,
                about="" if text != comment.text else comment.anchor,
                within="" if text != comment.text else " ".join(comment.within.split()),
                replies=replies,
                settled=comment.resolved,
            )


def _changes(changes: Sequence[TrackedChange], citations: Mapping[str, str]) -> Iterator[Remark]:
    """Tracked changes as remarks: words that one person put in right after those taken out are one change."""
    waiting: TrackedChange | None = None
    for change in changes:
        if change.author == AUTHOR:
            continue
        if waiting is not None and _replaces(waiting, change):
            yield _change(waiting, change, citations)
            waiting = None
            continue
        if waiting is not None:
            yield _change(waiting, None, citations)
        waiting = change
    if waiting is not None:
        yield _change(waiting, None, citations)


def _replaces(first: TrackedChange, second: TrackedChange) -> bool:
    return (
        (first.kind, second.kind) == ("deleted", "inserted")
        and first.scope == second.scope == "words"
        and (first.author, first.date, first.within) == (second.author, second.date, second.within)
        and first.follows == second.follows
    )


def _change(first: TrackedChange, second: TrackedChange | None, citations: Mapping[str, str]) -> Remark:
    put_in = first if first.kind in ("inserted", "moved to") else second
    taken_out = first if put_in is not first else None
    return Remark(
        author=first.author,
        date=first.date,
        deleted=_typed(taken_out, citations) if taken_out else "",
        inserted=_typed(put_in, citations) if put_in else "",
        scope=first.scope,
        follows=first.follows.strip() if first.scope == "paragraph" else _end_of(first.follows),
        within=" ".join(first.within.split()),
        style=first.style if first.scope == "paragraph" else "",
    )


def _typed(change: TrackedChange, citations: Mapping[str, str]) -> str:
    """The words of a change as Markdown, the spaces around them kept."""
    if not change.tokens:
        return change.text
    words = text_of(change.tokens)
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    named: Tokens = tuple(
        replace(token, text=citations.get(token.text, token.text)) if token.kind == "mark" else token
        for token in change.tokens
    )
    return f"{before}{markdown(named)}{after if words.strip() else ''}"


def _end_of(text: str) -> str:
    return " ".join(text.split()[-_NEAR:])
