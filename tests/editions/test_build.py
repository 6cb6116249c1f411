"""What a build leaves on disk, and when it leaves nothing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from briefgen.diagnostics import Severity
from briefgen.editions.build import build
from briefgen.editions.request import Request
from briefgen.editions.verify import verify
from briefgen.editions.workspace import workspace_of
from briefgen.world import RealWorld, WorldError
from tests.editions.harbour import Harbour


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_first_build_makes_an_edition_and_shows_it(harbour: Harbour) -> None:
    built = harbour.build("md", "json")
    assert built.outcome == "published"
    assert names(harbour.editions) == [".lock", "2025-01-12", "harbour.json", "harbour.md", "latest"]
    assert names(harbour.editions / "latest") == [
        "document.json",
        "harbour.json",
        "harbour.md",
        "inputs",
        "manifest.json",
    ]
    assert (harbour.editions / "latest").readlink() == Path("2025-01-12")
    assert (harbour.editions / "harbour.md").readlink() == Path("latest/harbour.md")
    assert "40 ships" in harbour.brief()
    assert "What changed" not in harbour.brief()


def test_the_manifest_knows_every_input_and_output_by_its_digest(harbour: Harbour) -> None:
    harbour.build()
    manifest = json.loads((harbour.editions / "latest" / "manifest.json").read_bytes())

    def digest(path: Path) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest()

    assert manifest["made_from"]["files"] == {
        name: digest(harbour.root / name)
        for name in ("outline.yaml", "sources.yaml", "sources/letter.txt", "sources/note.txt")
    } | {"outline.comments.yaml": ""}
    for name, known in {**manifest["outputs"], **manifest["archived"]}.items():
        assert digest(harbour.editions / "latest" / name) == known
    assert manifest["anchors"][0] == {
        "passage": "ships",
        "source": "note",
        "verdict": "verbatim",
        "exact": "The harbour holds 40 ships",
        "extent": {"start": 19, "end": 45},
        "raw": {"start": 20, "end": 46},
        "paragraph": 2,
    }
    assert manifest["figures"][0]["readings"][0]["shown"] == "40"


def test_equal_workspaces_give_equal_manifests_wherever_they_lie(tmp_path: Path) -> None:
    one, other = Harbour(tmp_path / "a" / "harbour"), Harbour(tmp_path / "b" / "harbour")
    one.build("md", "pdf")
    other.build("md", "pdf")
    for name in ("manifest.json", "document.json", "harbour.pdf"):
        assert (one.editions / "latest" / name).read_bytes() == (
            other.editions / "latest" / name
        ).read_bytes()


def test_nothing_is_made_where_nothing_changed(harbour: Harbour) -> None:
    harbour.build()
    before = {path: path.stat().st_mtime_ns for path in harbour.editions.rglob("*")}
    built = harbour.build()
    assert (built.outcome, built.edition) == ("unchanged", "2025-01-12")
    assert {path: path.stat().st_mtime_ns for path in harbour.editions.rglob("*")} == before


def test_a_call_from_another_folder_finds_nothing_changed(
    harbour: Harbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(harbour.root.parent)
    build(Request(outline=Path("harbour/outline.yaml"), formats=("md",)), RealWorld())
    monkeypatch.chdir(harbour.root)
    built = build(Request(outline=Path("outline.yaml"), formats=("md",)), RealWorld())
    assert built.outcome == "unchanged"


def test_force_makes_an_edition_anyway(harbour: Harbour) -> None:
    harbour.build()
    assert harbour.build(force=True).edition == "2025-01-12.2"


def test_a_comment_in_the_outline_alters_no_output_and_is_looked_at_once(harbour: Harbour) -> None:
    harbour.build("md", "docx")
    harbour.outline.write_text(harbour.outline.read_text("utf-8") + "# a thought\n", "utf-8")
    built = harbour.build("md", "docx")
    assert (built.outcome, built.edition) == ("same", "2025-01-12")
    assert built.reasons == ("outline.yaml has changed",)
    assert harbour.build("md", "docx").outcome == "unchanged"
    assert harbour.archive().editions() == ["2025-01-12"]


def test_words_that_no_passage_quotes_may_change_without_alarm(harbour: Harbour) -> None:
    harbour.build()
    harbour.change("sources/note.txt", "Nobody was hurt", "Someone was hurt")
    built = harbour.build()
    assert built.outcome == "published"
    assert built.remarks == (
        "sources/note.txt has changed; both passages quoted from it stand word for word",
    )
    assert not [one for one in built.found if one.severity == "error"]
    assert "Source altered." in harbour.brief()


def test_quoted_words_that_change_fail_the_build_and_the_last_edition_stands(harbour: Harbour) -> None:
    harbour.build()
    shown = harbour.brief()
    harbour.change("sources/note.txt", "40 ships", "44 ships")
    built = harbour.build()
    assert (built.outcome, built.edition) == ("failed", "2025-01-12")
    assert next(one.code for one in built.found if one.severity == "error") == "AN305"
    assert "The harbour holds 40 ships" in built.found[0].message
    told = next(one for one in built.found if one.code == "AN310")
    assert told.message == "“note” has changed since the last edition; its passages: 1 intact, 1 contradicted"
    assert told.hint == "look at ships (contradicted)"
    assert harbour.brief() == shown
    assert harbour.archive().editions() == ["2025-01-12"]


def test_a_figure_that_moves_is_told_in_the_next_edition(harbour: Harbour) -> None:
    harbour.build()
    harbour.change("outline.yaml", "2025-01-12", "2025-01-20")
    for name in ("outline.yaml", "sources/note.txt"):
        harbour.change(name, "40 ships", "44 ships")
    harbour.change("outline.yaml", "value: 40", "value: 44")
    built = harbour.build()
    assert built.edition == "2025-01-20"
    assert "## What changed since 12 January 2025" in harbour.brief()
    assert "Ships in harbour: 44, formerly 40 (Notes on a Harbour)." in harbour.brief()
    told = (harbour.editions / "latest" / "changes.md").read_text("utf-8")
    assert "**Figure moved.** Ships in harbour: 44, formerly 40" in told
    manifest = json.loads((harbour.editions / "latest" / "manifest.json").read_bytes())
    assert manifest["history"] == ["2025-01-12"]
    assert manifest["changes"]["since"] == "2025-01-12"
    assert manifest["changes"]["figures"][0]["after"] == "44"


def test_the_change_statement_stands_after_the_key_judgements_and_moves_no_note(harbour: Harbour) -> None:
    harbour.build()
    first = harbour.archive().document("2025-01-12")
    harbour.change("outline.yaml", "2025-01-12", "2025-01-20")
    harbour.build()
    second = harbour.archive().document("2025-01-20")
    assert first is not None and second is not None
    assert [section.role for section in second.sections][:3] == ["key-judgements", "changes", "body"]
    assert second.notes == first.notes


def test_a_brief_is_compared_with_the_last_one_of_an_earlier_day(harbour: Harbour) -> None:
    """Readers have that one; what was built in between on the same day they never saw."""
    harbour.build()
    harbour.change("outline.yaml", "2025-01-12", "2025-01-20")
    harbour.change("outline.yaml", "likelihood: likely", "likelihood: very likely")
    harbour.build()
    harbour.change("outline.yaml", "A letter counts", "One letter counts")
    built = harbour.build()
    assert built.edition == "2025-01-20.2"
    assert "What changed since 12 January 2025" in harbour.brief()
    assert "Likelihood changed." in harbour.brief()
    assert "One letter counts" in harbour.brief()


def test_formats_once_made_are_kept_up(harbour: Harbour) -> None:
    harbour.build("md", "json")
    harbour.change("outline.yaml", "A letter counts", "One letter counts")
    built = harbour.build("md")
    assert sorted(Path(name).name for name in built.files) == ["harbour.json", "harbour.md"]


def test_an_allowed_error_counts_again_when_it_is_no_longer_allowed(harbour: Harbour) -> None:
    harbour.change("outline.yaml", "counts six tugs", "counts 17 tugs")
    request = harbour.request()
    failed = harbour.build()
    assert failed.outcome == "failed"
    codes = tuple({one.code for one in failed.found if one.severity == "error"})
    allowing = Request(outline=request.outline, formats=("md",), workspace=request.workspace, allow=codes)
    assert build(allowing, RealWorld()).outcome == "published"
    assert build(allowing, RealWorld()).outcome == "unchanged"
    assert harbour.build().outcome == "failed"


def test_a_word_file_that_is_not_there_fails_the_build(harbour: Harbour) -> None:
    harbour.build("docx")
    harbour.change("outline.yaml", "register:", "word: house.docx\nregister:")
    built = harbour.build("docx")
    errors = [one.code for one in built.found if one.severity is Severity.ERROR]
    assert (built.outcome, errors) == ("failed", ["WS102"])


def test_what_a_renderer_cannot_do_is_told_though_its_file_would_be_the_same(harbour: Harbour) -> None:
    Document().save(str(harbour.root / "house.docx"))
    harbour.change("outline.yaml", "register:", "word: {reference: house.docx}\nregister:")
    harbour.build("docx")
    harbour.change("outline.yaml", "house.docx}", "house.docx, styles: {bodi: Normal}}")
    built = harbour.build("docx")
    errors = [one.code for one in built.found if one.severity is Severity.ERROR]
    assert (built.outcome, errors) == ("failed", ["WD202"])


def test_as_of_today_makes_a_new_edition_when_the_day_passes(
    harbour: Harbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    harbour.change("outline.yaml", "as-of: 2025-01-12", "as-of: today")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736640000")
    assert harbour.build().edition == "2025-01-12"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736726400")
    built = harbour.build()
    assert built.edition == "2025-01-13"
    assert "No judgement, figure, statement or source has changed since 12 January 2025." in harbour.brief()


def test_a_file_edited_in_the_brief_s_folder_is_kept(harbour: Harbour) -> None:
    """Editors that save by renaming put a file of their own in the place of the link."""
    harbour.build()
    shown = harbour.editions / "harbour.md"
    shown.unlink()
    shown.write_text("my own words", "utf-8")
    harbour.change("outline.yaml", "A letter counts", "One letter counts")
    built = harbour.build()
    assert (harbour.editions / "harbour.edited.md").read_text("utf-8") == "my own words"
    assert "One letter counts" in harbour.brief()
    assert any("harbour.edited.md" in remark for remark in built.remarks)


def test_an_edition_whose_file_was_lost_is_made_anew(harbour: Harbour) -> None:
    harbour.build()
    (harbour.editions / "2025-01-12" / "harbour.md").unlink()
    built = harbour.build()
    assert built.outcome == "published"
    assert "40 ships" in harbour.brief()


def test_links_that_were_lost_are_made_again(harbour: Harbour) -> None:
    harbour.build()
    (harbour.editions / "harbour.md").unlink()
    (harbour.editions / "latest").unlink()
    assert harbour.build().outcome == "unchanged"
    assert "40 ships" in harbour.brief()


def test_an_edition_that_a_kill_kept_from_being_named_latest_is_found(harbour: Harbour) -> None:
    harbour.build()
    harbour.change("outline.yaml", "A letter counts", "One letter counts")
    harbour.build()
    latest = harbour.editions / "latest"
    latest.unlink()
    latest.symlink_to("2025-01-12")
    assert harbour.archive().latest() == "2025-01-12.2"
    assert harbour.build().outcome == "unchanged"
    assert latest.readlink() == Path("2025-01-12.2")


def test_what_a_kill_left_is_swept_away(harbour: Harbour) -> None:
    harbour.build()
    stray = harbour.editions / ".unfinished-1234-2025-01-13"
    stray.mkdir()
    (stray / "harbour.md").write_text("half", "utf-8")
    harbour.build(force=True)
    assert not stray.exists()


def test_no_edition_s_name_is_used_twice(harbour: Harbour) -> None:
    for _ in range(3):
        harbour.build(force=True)
    archive = harbour.archive()
    assert archive.prune(1) == ["2025-01-12", "2025-01-12.2"]
    assert harbour.build(force=True).edition == "2025-01-12.4"


def test_two_outlines_of_one_name_do_not_share_a_folder(tmp_path: Path) -> None:
    one, other = Harbour(tmp_path / "a" / "harbour"), Harbour(tmp_path / "b" / "harbour")
    shared = tmp_path / "outputs"

    def request(of: Harbour) -> Request:
        return Request(outline=of.outline, formats=("md",), output=shared, workspace=tmp_path)

    build(request(one), RealWorld())
    with pytest.raises(WorldError, match="holds the brief of"):
        build(request(other), RealWorld())


def test_no_file_of_an_edition_can_be_written(harbour: Harbour) -> None:
    harbour.build()
    for path in (harbour.editions / "2025-01-12").rglob("*"):
        if path.is_file():
            assert path.stat().st_mode & 0o222 == 0


def test_a_manifest_that_somebody_meddled_with_leads_nowhere(harbour: Harbour) -> None:
    harbour.build()
    path = harbour.editions / "2025-01-12" / "manifest.json"
    data = json.loads(path.read_bytes())
    data["outputs"]["../../escaped.md"] = "0" * 64
    path.chmod(0o644)
    path.write_text(json.dumps(data), "utf-8")
    harbour.build()
    assert not (harbour.root / "escaped.md").is_symlink()
    assert not (harbour.root / "outputs" / "escaped.md").is_symlink()


def test_an_edition_is_the_same_however_many_processors_make_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With three, PDF and Word file are made in copies of the process, which read fonts for themselves."""
    monkeypatch.setattr("briefgen.world.forking.copyable", lambda: True)
    made = []
    for share in (1, 3):
        harbour = Harbour(tmp_path / str(share) / "harbour")
        request = Request(outline=harbour.outline, formats=("pdf", "docx", "html", "md"))
        assert build(request, RealWorld(share=share)).outcome == "published"
        edition = harbour.editions / "latest"
        made.append({path.name: path.read_bytes() for path in edition.iterdir() if path.is_file()})
    alone, together = made
    assert together == alone
    assert b"SourceSerif4-Regular.ttf" in together["manifest.json"]


def test_a_font_that_is_not_there_fails_the_build_from_a_copy_too(
    harbour: Harbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.world.forking.copyable", lambda: True)
    harbour.change("outline.yaml", "register: sources.yaml", "register: sources.yaml\ntheme: theme.yaml")
    (harbour.root / "theme.yaml").write_text("body: {name: None, regular: NoSuch.ttf}\n")
    with pytest.raises(WorldError, match=r"NoSuch\.ttf"):
        build(Request(outline=harbour.outline, formats=("pdf",)), RealWorld(share=2))
    assert not harbour.editions.exists() or names(harbour.editions) == [".lock"]


def test_an_error_that_the_checks_find_gives_up_what_was_begun(
    harbour: Harbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.world.forking.copyable", lambda: True)
    harbour.change(
        "outline.yaml", "The harbour holds 40 ships. [@ships]", "The harbour holds 50 ships. [@ships]"
    )
    built = build(Request(outline=harbour.outline, formats=("pdf", "docx")), RealWorld(share=3))
    assert built.outcome == "failed"
    assert "FG201" in {one.code for one in built.found}
    assert names(harbour.editions) == [".lock"]


def test_a_long_passage_whose_middle_changes_fails_the_build_until_somebody_has_seen_it(
    harbour: Harbour,
) -> None:
    harbour.change(
        "outline.yaml", 'quote: "Fog closed it for two days in March"', 'from: "Fog", to: "was hurt"'
    )
    harbour.build()
    harbour.change("sources/note.txt", "for two days in March", "for nine days in March")
    failed = harbour.build()
    assert failed.outcome == "failed"
    (told,) = [one for one in failed.found if one.code == "AN312"]
    assert "“nine” stands for “two” (a figure)" in told.message
    world = RealWorld()
    space = workspace_of(harbour.outline, world, harbour.root)
    assert verify(harbour.archive(), "2025-01-12", space, world).broken == (
        "sources/note.txt says something else within the passage fog: “nine” stands for “two” (a figure)",
    )
    seen = replace(harbour.request(), allow=tuple({one.code for one in failed.found}))
    assert build(seen, world).outcome == "published"
    assert "AN312" not in {one.code for one in harbour.build().found}
