"""Small briefs in a world of their own, for tests that need a whole one."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.diagnostics import Diagnostic
from briefgen.editions.gathering import Gathered, gather
from briefgen.editions.making import Made, make
from briefgen.editions.workspace import workspace_of
from briefgen.world.frozen import FrozenWorld

BLOG = """At the start of December, about 12,000 North Korean soldiers were reported to have joined the war.

North Korea has sent between 5 and 8 million artillery shells to Russia.

Soldiers reportedly earn about $2,000 a month, over $200 million a year. I think it is a game-changer.

Comments
"""

NEWS = """North Korea has supplied 9 million artillery shells so far.

Losses are estimated at around 3,800 killed and wounded. The minister said that 30,000 more may follow.
"""

REGISTER = """
sources:
  blog:
    file: blog.txt
    type: post-weblog
    title: A More Dangerous Threat?
    descriptor: a personal web log
    reliability: {grade: D, because: unnamed author}
    exclude: [{from: Comments, because: comment form}]
  news:
    file: news.txt
    type: article-newspaper
    title: Learning to Fight
    descriptor: a news site
    reliability: {grade: C, because: names some sources}
"""

HEAD = """
title: A brief
as-of: 2025-01-20
marking: TLP:GREEN
scale: icd-203
register: sources.yaml
passages:
  troops: {source: blog, quote: "about 12,000 North Korean soldiers"}
  shells-blog: {source: blog, quote: "between 5 and 8 million artillery shells"}
  shells-news: {source: news, quote: "9 million artillery shells"}
  losses: {source: news, quote: "around 3,800 killed and wounded"}
"""


@dataclass(frozen=True)
class Checked:
    """A brief's outline as text, what was made of it, and what was found."""

    outline: str
    made: Made | None
    found: Sequence[Diagnostic]

    def codes(self) -> list[str]:
        return [one.code for one in self.found]

    def marked(self, code: str) -> list[str]:
        """The characters of the outline that findings of a code point at."""
        lines = self.outline.splitlines()
        marked = []
        for one in self.found:
            if one.code == code:
                assert one.span is not None
                start, end = one.span.start, one.span.end
                line = lines[start.line - 1]
                marked.append(line[start.column - 1 : end.column - 1 if end.line == start.line else None])
        return marked


def brief_of(
    body: str, *, head: str = HEAD, register: str = REGISTER, files: Mapping[str, str] | None = None
) -> Checked:
    """A brief of one section, whose statements `body` gives as YAML items; `head` is all before them."""
    statements = textwrap.indent(textwrap.dedent(body).strip(), "      ")
    outline = f"{head.strip()}\nsections:\n  - id: one\n    title: One\n    body:\n{statements}\n"
    return outline_of(outline, register=register, files=files)


def outline_of(outline: str, *, register: str = REGISTER, files: Mapping[str, str] | None = None) -> Checked:
    """A brief from a whole outline; `files` stand beside those of `REGISTER`."""
    given = {"outline.yaml": outline, "sources.yaml": register, "blog.txt": BLOG, "news.txt": NEWS}
    given |= files or {}
    world = FrozenWorld({Path("/brief") / name: text.encode() for name, text in given.items()})
    made, found = make(gather(workspace_of(Path("/brief/outline.yaml"), world)))
    return Checked(outline, made, found)


def made(section: str, **files: bytes) -> tuple[Gathered, Made, list[Diagnostic]]:
    """The small brief with one section, and further files beside its outline: `one__j2` is one.j2."""
    outline = f"{HEAD.strip()}\nsections:\n  - {section}\n"
    texts = {"outline.yaml": outline, "sources.yaml": REGISTER, "blog.txt": BLOG, "news.txt": NEWS}
    world = FrozenWorld(
        {Path("/brief") / name: text.encode() for name, text in texts.items()}
        | {Path("/brief") / name.replace("__", "."): data for name, data in files.items()}
    )
    gathered = gather(workspace_of(Path("/brief/outline.yaml"), world))
    document, found = make(gathered)
    assert document is not None
    return gathered, document, found
