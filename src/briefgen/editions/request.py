"""What is asked of a build, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from briefgen.values import dataclass

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic

Format = Literal["pdf", "docx", "html", "md", "json"]

FORMATS: tuple[Format, ...] = get_args(Format)
"""What a brief can be rendered to."""

USUAL_FORMATS: tuple[Format, ...] = ("pdf", "docx")
"""What it is rendered to where nobody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to build, and how.

    `force` makes an edition even where nothing changed. `date_alone` says whether the day's passing alone is
    reason enough, for an outline as of today. `replacing` names an edition that nobody has seen yet and that
    the new one takes the place of.
    """

    outline: Path
    formats: tuple[Format, ...] = USUAL_FORMATS
    output: Path | None = None
    workspace: Path | None = None
    allow: tuple[str, ...] = ()
    force: bool = False
    date_alone: bool = True
    replacing: str = ""


Outcome = Literal["published", "unchanged", "same", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a request.

    An edition was published; or nothing had changed; or what had changed gives the same edition; or it
    failed, and the former edition stands. `edition` is the one that stands now, empty where there is none;
    `files` are as the user would type them; `remarks` say in sentences what a person should know; `inputs`
    are the digests of what it was made from; `texts` serve excerpts of findings.
    """

    outcome: Outcome
    edition: str
    files: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    inputs: Mapping[Path, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
