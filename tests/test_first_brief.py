"""The first brief: PDF and Word hold the same notes, and each note's words stand in a seed."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from briefgen.cli import main
from briefgen.editions.gathering import gather
from briefgen.editions.rendering import render_all
from briefgen.editions.workspace import workspace_of
from briefgen.model.document import Note, blocks_of, marks_of, plain
from briefgen.model.evidence import RangeSelector
from briefgen.rendering import json, markdown
from briefgen.world import RealWorld
from briefgen.world.frozen import FrozenWorld
from tests.conftest import Expect
from tests.first_brief import OUTLINE, ROOT, SEEDS, THEME, first_brief, first_document

GOLDEN = Path(__file__).parent / "golden"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def files() -> dict[str, bytes]:
    outputs = render_all(first_brief(), first_document(), ["pdf", "docx"], RealWorld())
    assert not outputs.found
    return dict(outputs.files)


def squeezed(words: str) -> str:
    """Words without white space, soft hyphens and hyphens, which lines may add or take."""
    return re.sub(r"[\s\u00ad\u200b\ufeff\ufffe\u0002-]+", "", words)


def note_texts() -> list[str]:
    return [plain(note.inlines) for note in first_document().notes]


def test_markdown_is_as_accepted(expect: Expect) -> None:
    expect(GOLDEN / "dprk-russia.md", markdown.render(first_document()).data.decode())


def test_json_is_as_accepted(expect: Expect) -> None:
    expect(GOLDEN / "dprk-russia.json", json.render(first_document()).data.decode())


def test_the_four_sections_are_there() -> None:
    titles = [
        plain(section.heading.inlines) for section in first_document().sections if section.role == "body"
    ]
    assert titles == ["KPA overview", "Deployment", "Russian benefits: who gains what", "Regional risk"]


def test_nothing_is_wrong_with_it() -> None:
    wrong = [found for found in first_brief().found if found.severity in ("error", "warning")]
    assert not wrong


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    document = first_document()
    numbers = {note.id: note.number for note in document.notes}
    marked = list(dict.fromkeys(mark.note for block in blocks_of(document) for mark in marks_of(block)))
    assert [numbers[name] for name in marked] == list(range(1, len(document.notes) + 1))


def test_ids_are_unique() -> None:
    document = first_document()
    ids = [block.id for block in blocks_of(document)] + [note.id for note in document.notes]
    assert len(set(ids)) == len(ids)


def word_notes() -> list[str]:
    """The texts of footnotes.xml in the order of their references in the document."""
    with zipfile.ZipFile(io.BytesIO(files()["dprk-russia.docx"])) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        story = etree.fromstring(package.read("word/document.xml"))
    texts = {
        note.get(f"{WORD}id", ""): "".join(text.text or "" for text in note.iter(f"{WORD}t"))
        for note in notes.iter(f"{WORD}footnote")
        if note.get(f"{WORD}type") is None
    }
    order = [reference.get(f"{WORD}id", "") for reference in story.iter(f"{WORD}footnoteReference")]
    assert sorted(order) == sorted(texts), "every footnote is referred to once"
    return [texts[name] for name in order]


def test_word_holds_the_notes_in_their_order() -> None:
    assert [squeezed(text) for text in word_notes()] == [squeezed(text) for text in note_texts()]


@cache
def pdf_pages() -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(files()["dprk-russia.pdf"])
    return [page.get_textpage().get_text_bounded() for page in document]


def test_pdf_holds_the_notes_in_their_order() -> None:
    """Each note stands behind its number, one after the other, at the foot of some page."""
    text, at = squeezed(" ".join(pdf_pages())), 0
    for note in first_document().notes:
        wanted = f"{note.number}{squeezed(plain(note.inlines))}"
        found = text.find(wanted, at)
        assert found >= 0, f"note {note.number} is not in the PDF behind the note before it: {wanted}"
        at = found + len(wanted)


def test_pdf_holds_no_other_notes() -> None:
    """As many paragraph locators as the notes have: none more stands in the PDF than in the document."""
    locators = re.compile(r"para\.\d+:")
    shown = locators.findall(squeezed(" ".join(pdf_pages())))
    assert shown == [found for text in note_texts() for found in locators.findall(squeezed(text))]


def test_the_marking_stands_twice_on_every_pdf_page() -> None:
    assert len(pdf_pages()) > 1
    assert [page.count("TLP:GREEN") for page in pdf_pages()] == [2] * len(pdf_pages())


def test_the_marking_stands_in_every_word_header_and_footer() -> None:
    with zipfile.ZipFile(io.BytesIO(files()["dprk-russia.docx"])) as package:
        parts = [name for name in package.namelist() if re.fullmatch(r"word/(header|footer)\d*\.xml", name)]
        texts = {name: "".join(map(str, etree.fromstring(package.read(name)).itertext())) for name in parts}
    assert {name[5:11] for name in parts} == {"header", "footer"}
    assert all("TLP:GREEN" in text for text in texts.values()), texts


def quoted_in(note: Note) -> list[tuple[int, str]]:
    """The paragraph and the words of each quotation of a note, as a reader finds them."""
    text, found, paragraph = plain(note.inlines), [], 0
    for piece in re.finditer(r"para\.\s(\d+): |“([^“”]*)”(?!,? (?:author|para))", text):
        if piece[1]:
            paragraph = int(piece[1])
        elif paragraph:
            found.append((paragraph, piece[2]))
    return found


def seed_paragraphs(source: str) -> list[str]:
    """A seed's paragraphs, counted by the seed alone: lines that are not blank."""
    entry = first_brief().brief.register.entries[source]
    text = (SEEDS / entry.file.value).read_text(encoding="utf-8")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def as_typed(words: str) -> str:
    """Words with quotation marks of one kind: within a note they are set single."""
    return re.sub(r"[‘’“”\"']", "'", " ".join(words.split()))


@pytest.mark.parametrize("number", range(1, len(first_document().notes) + 1))
def test_each_note_quotes_words_of_the_seed_at_the_paragraph_it_names(number: int) -> None:
    note = first_document().notes[number - 1]
    evidence = first_brief().gathered.evidence
    quotations = quoted_in(note)
    assert len(quotations) == len(note.passages)
    for (paragraph, words), passage in zip(quotations, note.passages, strict=True):
        seed = seed_paragraphs(evidence.passages[passage].source)
        standing = as_typed(" ".join(seed[paragraph - 1 :]))
        beginning, *rest = as_typed(words).split(" […] ")
        assert beginning in as_typed(seed[paragraph - 1]), "the passage begins in the paragraph named"
        assert all(part in standing for part in rest)


def changed(words: str) -> str:
    """Words with one letter changed, near the middle."""
    middle = next(at for at in range(len(words) // 2, len(words)) if words[at].isalpha())
    other = "x" if words[middle] != "x" else "y"
    return words[:middle] + other + words[middle + 1 :]


def world_with(outline: str) -> FrozenWorld:
    """The workspace of the first brief in memory, its outline replaced."""
    held = [THEME, *OUTLINE.parent.rglob("*"), *SEEDS.rglob("*")]
    files = {path: path.read_bytes() for path in held if path.is_file()}
    return FrozenWorld(files=files | {OUTLINE: outline.encode()})


def outline_with(passage: str) -> str:
    """The outline with one letter changed in a passage's words."""
    written = first_brief().brief.outline.passages[passage]
    selector, scalar, text = written.selector, written.words.scalar, written.words.file.text
    words = selector.start if isinstance(selector, RangeSelector) else selector.exact
    assert words in text[scalar.start : scalar.end], "the first brief quotes each passage on one line"
    quoted = text[scalar.start : scalar.end].replace(words, changed(words))
    return text[: scalar.start] + quoted + text[scalar.end :]


@pytest.mark.parametrize("passage", sorted(first_brief().gathered.evidence.passages))
def test_one_letter_of_a_quote_changed_fails_at_its_line(passage: str) -> None:
    gathered = gather(workspace_of(OUTLINE, world_with(outline_with(passage)), ROOT))
    wrong = [found for found in gathered.found if found.severity == "error"]
    assert [found.code[:3] for found in wrong] == ["AN3"]
    assert wrong[0].span is not None
    assert wrong[0].span.start == first_brief().brief.outline.passages[passage].words.span.start
    assert passage not in gathered.evidence.anchors


def test_one_letter_changed_fails_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "brief"
    for path, data in world_with(outline_with("shells-blog")).files.items():
        place = root / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    monkeypatch.chdir(root)
    result = CliRunner().invoke(main, ["build"])
    line = first_brief().brief.outline.passages["shells-blog"].words.span.start.line
    assert result.exit_code == 1
    assert f"outline.yaml:{line}:" in result.stderr
    assert not (root / "outputs").exists() or not list((root / "outputs").rglob("*.pdf"))
