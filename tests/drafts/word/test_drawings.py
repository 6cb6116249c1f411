"""What is done in Word to charts, pictures and text boxes is listed, for an outline cannot say it."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest
from lxml import etree

from briefgen.drafts.word.drawings import drawing_changes
from briefgen.drafts.word.reading import read
from briefgen.model.document import Figure, Image
from briefgen.rendering.docx import render
from briefgen.rendering.theme import Theme
from tests.drafts.briefs import OUTLINE, pulled, sent
from tests.drafts.editor import Editor, W, run_of
from tests.rendering.docx.documents import PIXEL, long_document

CHARTED = OUTLINE.replace(
    "key-judgements:",
    "figures:\n  troops: {label: Troops, unit: soldiers, readings: [{passage: troops, value: 12000}]}\n\n"
    "key-judgements:",
).replace("      - quote: drones", "      - figure: {chart: troops, caption: A chart}\n      - quote: drones")


def listed(editor: Editor) -> list[str]:
    result = pulled(editor, base=CHARTED)
    assert result.outline == CHARTED
    assert not result.edits
    return [each.text for each in result.unplaced]


def test_a_chart_left_alone_is_not_listed() -> None:
    assert listed(sent(CHARTED)) == []


def test_a_chart_that_was_deleted_is_listed_by_what_it_shows() -> None:
    editor = sent(CHARTED)
    chart = editor.drawing()
    parent = chart.getparent()
    assert parent is not None
    parent.remove(chart)
    (words,) = listed(editor)
    assert words.startswith("(deleted) Troops (who says what")


def test_a_chart_that_was_struck_with_changes_tracked_is_listed_too() -> None:
    editor = sent(CHARTED)
    editor.wrap(editor.drawing().findall(f"{W}r")[0], "del")
    (words,) = listed(editor)
    assert words.startswith("(deleted) Troops")


def test_words_retyped_in_a_chart_are_listed_with_what_they_were() -> None:
    editor = sent(CHARTED)
    label = next(each for each in editor.drawing().iter(f"{W}t") if each.text == "12,000")
    label.text = "14,000"
    assert listed(editor) == ["14,000\n(deleted) 12,000"]


def test_a_chart_copied_and_a_text_box_are_listed() -> None:
    editor = sent(CHARTED)
    editor.paragraph("large and old").addnext(copy.deepcopy(editor.drawing()))
    paragraph = editor.paragraph("Some 12,000")
    box = etree.SubElement(
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}pict"), f"{W}txbxContent"
    )
    etree.SubElement(box, f"{W}p").append(run_of("Boxed words."))
    boxed, copied = sorted(listed(editor))
    assert copied.startswith("Troops (who says what")
    assert boxed == "Boxed words."


@pytest.mark.parametrize("kind", ["replaced", "described anew"])
def test_a_picture_that_was_replaced_or_described_anew_is_listed(kind: str) -> None:
    brief = long_document(paragraphs=0)
    figure = Figure(id="map", content=Image(media_type="image/png", data=PIXEL), alt="A map of Kursk.")
    brief = replace(brief, sections=(replace(brief.sections[0], blocks=(figure,)),))
    data = render(brief, Theme()).data
    editor = Editor(data)
    if kind == "replaced":
        editor.parts["word/media/image1.png"] += b"other"
    else:
        next(editor.root.iter("{*}docPr")).set("descr", "Described anew.")
    base, edited = read(data)[0], read(editor.saved())[0]
    assert base is not None and edited is not None
    found = [each.text for each in drawing_changes(base.accepted.drawings, edited.accepted.drawings)]
    assert found == ["(another picture) A map of Kursk." if kind == "replaced" else "Described anew."]
