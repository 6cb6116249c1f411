"""What Word and other editors write around words: however a file is marked up, the words come back."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest
from lxml import etree

from briefgen.drafts.word.paragraphs import symbol
from tests.drafts.briefs import OUTLINE, pulled, sent
from tests.drafts.editor import SPACE, Editor, Element, W, run_of, text_of
from tests.drafts.test_pull import FIRST, LAST, changed

Edit = Callable[[Editor], Editor]

NAMES = (
    f'xmlns:w="{W[1:-1]}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def made(markup: str) -> Element:
    return etree.fromstring(f"<x {NAMES}>{markup}</x>")[0]


def around(editor: Editor, words: str, markup: str) -> Editor:
    """Put a paragraph into the innermost element of some markup."""
    paragraph, wrapper = editor.paragraph(words), made(markup)
    paragraph.addprevious(wrapper)
    list(wrapper.iter())[-1].append(paragraph)
    return editor


def with_run(editor: Editor, words: str, *markup: str) -> Editor:
    """Put markup at the end of a paragraph."""
    for each in markup:
        editor.paragraph(words).append(made(each))
    return editor


def cut_up(editor: Editor) -> Editor:
    """Runs of three letters, with revision ids and signs of the spelling checker, as Word leaves behind."""
    for run in list(editor.root.iter(f"{W}r")):
        texts = run.findall(f"{W}t")
        if len(texts) != 1 or any(child.tag not in (f"{W}rPr", f"{W}t") for child in run):
            continue
        words = texts[0].text or ""
        for at in range(0, len(words), 3):
            piece = copy.deepcopy(run)
            piece.set(f"{W}rsidR", "00AB12CD")
            text = piece.find(f"{W}t")
            assert text is not None
            text.text = words[at : at + 3]
            text.set(SPACE, "preserve")
            run.addprevious(piece)
            run.addprevious(made('<w:proofErr w:type="spellStart"/>'))
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)
    return editor


def moved_with_changes_tracked(editor: Editor, words: str, after: str) -> Editor:
    source = editor.paragraph(words)
    target = copy.deepcopy(source)
    for mark in list(target.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    editor.paragraph(after).addnext(target)
    for paragraph, kind in ((source, "moveFrom"), (target, "moveTo")):
        properties = paragraph.find(f"{W}pPr")
        assert properties is not None
        etree.SubElement(etree.SubElement(properties, f"{W}rPr"), f"{W}{kind}", {f"{W}author": "Ann"})
        properties.addnext(made(f'<w:{kind}RangeStart w:id="70" w:name="move1" w:author="Ann"/>'))
        paragraph.append(made(f'<w:{kind}RangeEnd w:id="70"/>'))
        for run in list(paragraph.iter(f"{W}r")):
            editor.wrap(run, kind)
    return editor


def end_tracked(editor: Editor, words: str, kind: str) -> Editor:
    """Have the end of a paragraph tracked as inserted or deleted."""
    properties = editor.paragraph(words).find(f"{W}pPr")
    assert properties is not None
    etree.SubElement(etree.SubElement(properties, f"{W}rPr"), f"{W}{kind}", {f"{W}author": "Ann"})
    return editor


def row_tracked(editor: Editor, words: str, kind: str) -> Editor:
    row = next(editor.paragraph(words).iterancestors(f"{W}tr"))
    properties = row.find(f"{W}trPr")
    assert properties is not None
    etree.SubElement(properties, f"{W}{kind}", {f"{W}author": "Ann"})
    for run in list(row.iter(f"{W}r")):
        editor.wrap(run, kind)
    return editor


def in_cell(editor: Editor, words: str, markup: str) -> Editor:
    editor.paragraph(words).addnext(made(markup))
    return editor


def with_endnote(editor: Editor, words: str, text: str) -> Editor:
    editor.parts["word/endnotes.xml"] = (
        f'<w:endnotes {NAMES}><w:endnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:endnote>'
        "</w:endnotes>"
    ).encode()
    rels = "word/_rels/document.xml.rels"
    relation = (
        b'<Relationship Id="e1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'endnotes" Target="endnotes.xml"/></Relationships>'
    )
    editor.parts[rels] = editor.parts[rels].replace(b"</Relationships>", relation)
    return with_run(editor, words, '<w:r><w:endnoteReference w:id="1"/></w:r>')


def field(instruction: str, result: str) -> tuple[str, ...]:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        f'<w:r><w:t xml:space="preserve">{result}</w:t></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )


def more(words: str) -> str:
    """The outline with words after the first paragraph's."""
    return changed(("large and old.", f"large and old.{words}"))


OLD = "large and old"
CHOICE = (
    "<w:r><mc:AlternateContent><mc:Choice><w:t> Chosen.</w:t></mc:Choice><mc:Fallback><w:t> Not.</w:t>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r>"
    "</w:rubyBase></w:ruby></w:r>"
)
SIMPLE_FIELD = '<w:fldSimple w:instr=" DATE "><w:r><w:t> 1 May</w:t></w:r></w:fldSimple>'
INNER = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Inner.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"

CASES: dict[str, tuple[Edit, str]] = {
    "runs cut up": (cut_up, OUTLINE),
    "runs cut up, and words changed": (lambda e: cut_up(e.retype(OLD, "vast")), changed((OLD, "vast"))),
    "a paragraph in a control": (
        lambda e: around(e, "Some 12,000", "<w:sdt><w:sdtContent/></w:sdt>"),
        OUTLINE,
    ),
    "a paragraph in custom XML": (
        lambda e: around(e, "Some 12,000", '<w:customXml w:element="x"/>'),
        OUTLINE,
    ),
    "a paragraph moved with changes tracked": (
        lambda e: moved_with_changes_tracked(e, "The last word", OLD),
        changed((LAST, ""), (FIRST, FIRST + LAST)),
    ),
    "a paragraph split with changes tracked": (
        lambda e: end_tracked(e.split("Nobody has said"), "by ship", "ins"),
        changed(("        Nobody has", "      - Nobody has")),
    ),
    "a row put in with changes tracked": (
        lambda e: row_tracked(e.duplicate_row("Shells", "Ships", "none"), "Ships", "ins"),
        changed(("5 to 8 million]\n", "5 to 8 million]\n            - [Ships, none]\n")),
    ),
    "a row taken out with changes tracked": (
        lambda e: row_tracked(e, "Shells", "del"),
        changed(("            - [Shells, 5 to 8 million]\n", "")),
    ),
    "a second paragraph in a cell": (
        lambda e: in_cell(e, "5 to 8", "<w:p><w:r><w:t>More.</w:t></w:r></w:p>"),
        changed(("5 to 8 million]", '"5 to 8 million\\\\\\nMore."]')),
    ),
    "a table in a cell": (
        lambda e: in_cell(e, "5 to 8", INNER),
        changed(("5 to 8 million]", '"5 to 8 million\\\\\\nInner."]')),
    ),
    "a symbol": (
        lambda e: with_run(e, OLD, '<w:r><w:t> </w:t><w:sym w:font="Symbol" w:char="F0B1"/></w:r>'),
        more(" ±"),
    ),
    "hyphens of every kind": (
        lambda e: with_run(e, OLD, "<w:r><w:t>-co</w:t><w:softHyphen/><w:t>op</w:t></w:r>"),
        more("-coop"),
    ),
    "an equation": (
        lambda e: with_run(e, OLD, "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"),
        more("x"),
    ),
    "ruby": (lambda e: with_run(e, OLD, RUBY), more("漢")),
    "one of several renderings": (lambda e: with_run(e, OLD, CHOICE), more(" Chosen.")),
    "a simple field": (
        lambda e: with_run(
            e, OLD, '<w:fldSimple w:instr=" DATE "><w:r><w:t> 1 May</w:t></w:r></w:fldSimple>'
        ),
        more(" 1 May"),
    ),
    "a field with a result": (lambda e: with_run(e, OLD, *field("DATE", " 1 May")), more(" 1 May")),
    "an end note": (
        lambda e: with_endnote(e, OLD, "By hand."),
        changed((FIRST, FIRST + "      - note: By hand.\n")),
    ),
    "a text made the heading of a section": (
        lambda e: e.restyle("The last word", "Heading1"),
        changed(
            (
                LAST,
                '  - id: the-last-word-it-is-early\n    title: "The last word: it is early."\n    body:\n'
                "      - gap: This section is still to be written.\n",
            )
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_words_come_back(name: str) -> None:
    edit, expected = CASES[name]
    result = pulled(edit(sent()))
    assert result.outline == expected
    assert not result.unplaced and not result.conflicts


CITED_TWICE = OUTLINE.replace("It is large and old.", "It is large. It is old. [@strength] So it is.")


def without_fields(editor: Editor) -> Editor:
    """Fields made plain text, as by an editor that knows none."""
    for run in list(editor.root.iter(f"{W}r")):
        if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None:
            parent = run.getparent()
            assert parent is not None
            parent.remove(run)
    return editor


def without_the_first_mark(editor: Editor) -> Editor:
    """The first mark of a note that is cited twice, and its bookmark, deleted: the second leads nowhere."""
    mark = next(editor.paragraph("It is large.").iter(f"{W}footnoteReference")).getparent()
    assert mark is not None
    for each in (mark.getprevious(), mark.getnext(), mark):
        parent = each.getparent() if each is not None else None
        assert each is not None and parent is not None
        parent.remove(each)
    return editor


def test_a_citation_made_again_survives_its_field() -> None:
    result = pulled(without_fields(sent(CITED_TWICE)), base=CITED_TWICE)
    assert result.outline == CITED_TWICE
    assert not result.edits


def test_a_citation_made_again_survives_the_first() -> None:
    result = pulled(without_the_first_mark(sent(CITED_TWICE)), base=CITED_TWICE)
    assert result.outline == CITED_TWICE.replace("under arms. [@strength]", "under arms.")


@pytest.mark.parametrize(
    ("edit", "text", "because"),
    [
        (lambda e: e.restyle("The last word", "Quote"), "The last word: it is early.", "style “Quote”"),
        (lambda e: e.restyle("Rockets", "Heading2"), "Rockets come second.", "cannot be a heading"),
    ],
    ids=["a text made a quotation", "an item made a heading"],
)
def test_a_look_that_an_outline_cannot_give_is_listed(edit: Edit, text: str, because: str) -> None:
    result = pulled(edit(sent()))
    assert result.outline == OUTLINE
    assert not result.edits
    assert [each.text for each in result.unplaced] == [text]
    assert because in result.unplaced[0].because


def test_hidden_words_are_words_and_listed_as_hidden() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> Hidden.</w:t></w:r>"
    result = pulled(with_run(sent(), OLD, hidden))
    assert result.outline == more(" Hidden.")
    assert [(each.text, each.because[:14]) for each in result.unplaced] == [("Hidden.", "it was hidden ")]


def test_cells_that_were_merged_are_listed_with_all_their_words() -> None:
    editor = sent()
    cells = list(next(editor.paragraph("Shells").iterancestors(f"{W}tr")).iter(f"{W}tc"))
    for paragraph in list(cells[1].iter(f"{W}p")):
        cells[0].append(paragraph)
    parent = cells[1].getparent()
    assert parent is not None
    parent.remove(cells[1])
    result = pulled(editor)
    assert result.outline == OUTLINE
    assert [each.text for each in result.unplaced] == [
        "Thing | Number\nTroops | 12,000[@troops]\nShells\n5 to 8 million"
    ]


def test_a_draft_without_any_section_of_the_brief_is_refused() -> None:
    editor = sent()
    for element in list(editor.root[0]):
        if element.tag != f"{W}sectPr" and text_of(element) != "An Army Abroad":
            editor.root[0].remove(element)
    editor.root[0].insert(1, made("<w:p/>"))
    editor.root[0][1].append(run_of("Something else."))
    result = pulled(editor)
    assert result.outline is None
    assert [found.code for found in result.diagnostics] == ["DR115"]


@pytest.mark.parametrize(
    ("code", "character"), [("F061", "α"), ("F0B3", "≥"), ("2014", "—"), ("F0FF", "\ufffd"), ("no", "")]
)
def test_symbols_are_characters(code: str, character: str) -> None:
    assert symbol(code) == character
