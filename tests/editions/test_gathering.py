"""Gathering: every input read and digested, and all that is wrong with them told at once."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from briefgen.editions.gathering import Gathered, gather
from briefgen.editions.workspace import workspace_of
from briefgen.model.evidence import Verdict
from briefgen.world.frozen import FrozenWorld
from tests.briefs import BLOG, HEAD, NEWS, REGISTER

OUTLINE = f"{HEAD.strip()}\nsections:\n  - {{id: one, title: One, body: ['It is so. [@troops]']}}\n"


def gathered(**changed: str | bytes | None) -> Gathered:
    """The small brief gathered, some of its files changed or, where None, taken away."""
    texts: dict[str, str | bytes | None] = {
        "outline": OUTLINE,
        "sources": REGISTER,
        "blog": BLOG,
        "news": NEWS,
        **changed,
    }
    endings = {"outline": ".yaml", "sources": ".yaml"}
    files = {}
    for name, text in texts.items():
        if text is not None:
            path = Path("/brief") / f"{name}{endings.get(name, '.txt')}"
            files[path] = text.encode() if isinstance(text, str) else text
    return gather(workspace_of(Path("/brief/outline.yaml"), FrozenWorld(files)))


def codes(found: Gathered) -> list[str]:
    return [one.code for one in found.found if one.severity == "error"]


def test_everything_is_read_and_digested() -> None:
    found = gathered()
    assert not codes(found)
    assert found.digests == {
        "outline.yaml": sha256(OUTLINE.encode()).hexdigest(),
        "sources.yaml": sha256(REGISTER.encode()).hexdigest(),
        "blog.txt": sha256(BLOG.encode()).hexdigest(),
        "news.txt": sha256(NEWS.encode()).hexdigest(),
    }


def test_passages_become_anchors() -> None:
    evidence = gathered().evidence
    assert set(evidence.anchors) == {"troops", "shells-blog", "shells-news", "losses"}
    anchor = evidence.anchors["losses"]
    assert (anchor.exact, anchor.paragraph) == ("around 3,800 killed and wounded", 2)
    assert anchor.verdict is Verdict.VERBATIM
    assert NEWS[anchor.raw.start : anchor.raw.end] == anchor.exact


def test_captures_tell_the_files_digest_and_size() -> None:
    capture = gathered().evidence.captures["blog"]
    assert (capture.file, capture.size) == ("blog.txt", len(BLOG.encode()))
    assert capture.sha256 == sha256(BLOG.encode()).hexdigest()


def test_a_source_that_no_passage_names_is_not_read() -> None:
    register = REGISTER + "  spare: {file: spare.txt, type: book, title: Spare}\n"
    found = gathered(sources=register)
    assert not codes(found)
    assert "spare" in found.evidence.sources
    assert "spare" not in found.evidence.texts


def test_a_source_that_is_missing_leaves_the_others() -> None:
    found = gathered(blog=None)
    assert codes(found) == ["WS102"]
    assert set(found.evidence.anchors) == {"shells-news", "losses"}


def test_a_missing_register_is_one_error_not_one_for_each_passage() -> None:
    assert codes(gathered(sources=None)) == ["WS102"]


def test_a_broken_register_is_one_error_too() -> None:
    assert codes(gathered(sources="sources: [")) == ["OL101"]


def test_a_missing_outline() -> None:
    found = gathered(outline=None)
    assert codes(found) == ["WS103"]
    assert found.outline is None


def test_findings_in_a_source_name_it_as_the_user_would() -> None:
    found = gathered(blog=b"caf\xe9")
    (one,) = (one for one in found.found if one.severity == "error")
    assert one.span is not None
    assert one.span.file == "brief/blog.txt"
    assert "brief/blog.txt" in one.message


def test_a_language_is_kept_only_where_it_is_not_the_briefs_own() -> None:
    register = REGISTER.replace("type: post-weblog", "type: post-weblog\n    language: en-US")
    register = register.replace("type: article-newspaper", "type: article-newspaper\n    language: ko")
    sources = gathered(sources=register).evidence.sources
    assert (sources["blog"].language, sources["news"].language) == ("", "ko")


def test_texts_serve_excerpts() -> None:
    found = gathered(outline="\ufeff" + OUTLINE)
    assert found.texts["brief/outline.yaml"] == OUTLINE
    assert found.texts["brief/sources.yaml"] == REGISTER
