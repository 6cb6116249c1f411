"""An edited Word file is read for what it says, whatever its editor made of its insides."""

import io
import zipfile
from collections.abc import Callable

import pytest

from briefgen.drafts.word.reading import read
from briefgen.rendering.docx import render
from briefgen.rendering.theme import Theme
from briefgen.text.tokens import text_of
from tests.drafts.briefs import sent
from tests.drafts.editor import Editor, W
from tests.samples import every_block


@pytest.fixture(scope="module")
def file() -> bytes:
    return render(every_block(), Theme()).data


def lines_of(data: bytes) -> list[str]:
    draft, found = read(data)
    assert draft is not None, found
    return [text_of(line.tokens) for line in draft.accepted.lines]


def code_of(data: bytes) -> str:
    draft, found = read(data)
    assert draft is None
    (only,) = found
    assert only.hint or only.code == "DR104"
    return only.code


def test_a_draft_tells_its_document_its_edition_and_its_base(file: bytes) -> None:
    draft, found = read(file)
    assert draft is not None and not found
    assert (draft.document, draft.edition, draft.base) == ("every-block", "2025-01-20", every_block())


def test_lines_have_their_kinds_levels_and_bookmarks(file: bytes) -> None:
    draft, _ = read(file)
    assert draft is not None
    told = {text_of(line.tokens): line for line in draft.accepted.lines}
    assert (told["Branches"].kind, told["Branches"].level) == ("heading", 2)
    assert (told["older equipment"].kind, told["older equipment"].level) == ("item", 1)
    assert told["older equipment"].ordered and not told["Ground Forces."].ordered
    assert "bg_army_branches" in told["Branches"].names


def test_a_table_is_read_by_rows_and_cells(file: bytes) -> None:
    draft, _ = read(file)
    assert draft is not None
    (table,) = [line for line in draft.accepted.lines if line.kind == "table"]
    assert [[text_of(cell) for cell in row] for row in table.rows] == [
        ["Quantity", "Value", "Remark"],
        ["Shells", "5–8 million", ""],
        ["Shells", "9 million", "“so far”"],
    ]


def test_bold_italics_and_links_are_attributes_of_words(file: bytes) -> None:
    draft, _ = read(file)
    assert draft is not None
    line = next(line for line in draft.accepted.lines if "bg_army_1" in line.names)
    set_in = {token.text: dict(token.attributes) for token in line.tokens}
    assert set_in["1.2 million"] == {"strong": ""}
    assert set_in["report"] == {"emphasis": "", "link": "https://example.org/report?a=1&b=2"}
    assert set_in["table"] == {"link": "#bg_estimates"}


def test_bold_that_a_heading_has_by_its_style_is_no_sign(file: bytes) -> None:
    def repeat(xml: str) -> str:
        head, name, rest = xml.partition('w:name="bg_army_branches"')
        return head + name + rest.replace("<w:r><w:t", "<w:r><w:rPr><w:b/></w:rPr><w:t", 1)

    repeated = rewritten(file, "word/document.xml", repeat)
    assert repeated != file
    before, _ = read(file)
    after, _ = read(repeated)
    assert before is not None and after is not None
    assert after.accepted.lines == before.accepted.lines


def test_a_note_marked_twice_is_one_note(file: bytes) -> None:
    draft, _ = read(file)
    assert draft is not None
    table = next(line for line in draft.accepted.lines if line.kind == "table")
    assert [token.text for token in table.rows[2][1] if token.kind == "mark"] == ["bgn_n5"]
    assert text_of(draft.accepted.notes["bgn_n5"].tokens).startswith("Shea, “Remarks,”")


def test_words_cut_into_runs_anywhere_are_read_as_words(file: bytes) -> None:
    editor = Editor(file).retype("Ground Fo", "Ground Fo").retype("nd F", "nd F")
    assert "Ground Forces." in lines_of(editor.saved())


def test_bookmarks_of_copies_are_known_by_their_own_name(file: bytes) -> None:
    editor = Editor(file)
    for start in editor.root.iter(f"{W}bookmarkStart"):
        if start.get(f"{W}name") == "bg_army_branches":
            start.set(f"{W}name", "bg_army_branches_Copy_1")
    draft, _ = read(editor.saved())
    assert draft is not None
    assert any("bg_army_branches" in line.names for line in draft.accepted.lines)


def test_tracked_changes_are_read_in_both_views_and_listed() -> None:
    draft, _ = read(sent().retype_tracked("large and old", "vast").saved())
    assert draft is not None
    assert "vast" in text_of(draft.accepted.lines[8].tokens)
    assert "large and old" in text_of(draft.original.lines[8].tokens)
    assert [(change.kind, change.author, change.text) for change in draft.changes] == [
        ("deleted", "Ann", "large and old"),
        ("inserted", "Ann", "vast"),
    ]


def test_comments_are_read_with_the_words_they_are_about() -> None:
    draft, _ = read(sent().comment("large and old", "Is it?").saved())
    assert draft is not None
    assert [(each.author, each.text, each.anchor) for each in draft.comments] == [
        ("Ann", "Is it?", "large and old")
    ]


def test_content_controls_are_read_through(file: bytes) -> None:
    def wrap(xml: str) -> str:
        start = xml.index("<w:p>", xml.index("bg_army_branches") - 200)
        end = xml.index("</w:p>", start) + len("</w:p>")
        return f"{xml[:start]}<w:sdt><w:sdtContent>{xml[start:end]}</w:sdtContent></w:sdt>{xml[end:]}"

    assert "Branches" in lines_of(rewritten(file, "word/document.xml", wrap))


def rewritten(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == part else content)
    return out.getvalue()


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "DR101"),
        (b"Dear Ann, here is the draft.", "DR101"),
        (b"%PDF-1.7", "DR101"),
        (OLE + "WordDocument".encode("utf-16-le"), "DR101"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "DR102"),
        (archive(readme=b"an archive"), "DR101"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), "DR107"),
    ],
)
def test_what_is_no_word_file_is_refused_with_the_reason(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_a_file_cut_short_is_refused(file: bytes) -> None:
    assert code_of(file[: len(file) // 2]) == "DR103"


def test_a_file_whose_bytes_were_damaged_is_refused(file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(file)) as inside:
        place = inside.getinfo("word/document.xml").header_offset + 200
    assert code_of(file[:place] + b"\0" * 400 + file[place + 400 :]) == "DR103"


def test_a_part_that_unpacks_without_end_is_refused() -> None:
    assert code_of(archive(**{"word/document.xml": b" " * 100_000_001})) == "DR104"


def test_entities_are_refused(file: bytes) -> None:
    def declare(xml: str) -> str:
        head, _, rest = xml.partition("?>")
        return f'{head}?><!DOCTYPE x [<!ENTITY lol SYSTEM "file:///etc/passwd">]>{rest}'

    assert code_of(rewritten(file, "word/document.xml", declare)) == "DR105"


def test_broken_xml_is_refused(file: bytes) -> None:
    assert code_of(rewritten(file, "word/document.xml", lambda xml: xml[:-40])) == "DR106"


def test_a_file_without_bookmarks_is_read_with_a_warning(file: bytes) -> None:
    draft, found = read(rewritten(file, "word/document.xml", lambda xml: xml.replace("bg_", "x_")))
    assert draft is not None
    assert [each.code for each in found] == ["DR110"]


def test_a_damaged_memory_is_told_and_the_text_is_read(file: bytes) -> None:
    damaged = rewritten(file, "customXml/item1.xml", lambda xml: xml.replace("</base>", "!</base>"))
    draft, found = read(damaged)
    assert draft is not None and draft.base is None
    assert [each.code for each in found] == ["DR111"]
