"""What a person did in Word, and what the outline says afterwards: that, and not a character more."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefgen.drafts.merging.matching import Strand
from briefgen.drafts.merging.outcomes import Outcome
from briefgen.drafts.merging.versions import version_of
from briefgen.drafts.rewriting.nothing_lost import words_without_a_place
from briefgen.outline.yaml_file import read as read_yaml
from briefgen.text.tokens import tokenise
from tests.drafts.briefs import FIRST, LAST, OUTLINE, TROOPS, assembled, changed, pulled, sent
from tests.drafts.editor import Editor, text_of

Edit = Callable[[Editor], Editor]


CASES: dict[str, tuple[Edit, str]] = {
    "nothing": (lambda e: e, OUTLINE),
    "words retyped": (
        lambda e: e.retype("large and old", "vast and old"),
        changed(("large and old", "vast and old")),
    ),
    "words retyped with changes tracked": (
        lambda e: e.retype_tracked("large and old", "vast and old"),
        changed(("large and old", "vast and old")),
    ),
    "words put into a text that is folded over lines": (
        lambda e: e.retype("by rail and", "by train and"),
        changed(("by rail\n", "by train\n")),
    ),
    "a paragraph deleted": (lambda e: e.delete("Some 12,000"), changed((TROOPS, ""))),
    "a paragraph written": (
        lambda e: e.insert_after("large and old", "A thought: so it is."),
        changed((FIRST, FIRST + '      - "A thought: so it is."\n')),
    ),
    "a statement behind a dash and a key that becomes longer than its line": (
        lambda e: e.retype("number of ships", f"number of ships, {'of planes, ' * 8}and of all else"),
        changed(
            (
                "      - gap: No source gives the number of ships.\n",
                "      - gap: >-\n"
                f"          No source gives the number of ships, {'of planes, ' * 5}of planes,\n"
                f"          {'of planes, ' * 2}and of all else.\n",
            )
        ),
    ),
    "a paragraph moved to another section": (
        lambda e: e.move("The last word", "large and old"),
        changed((LAST, ""), (FIRST, FIRST + LAST)),
    ),
    "an item of a list joined to the one before": (
        lambda e: e.join("Rockets come second"),
        changed(
            (
                "          - Drones come first. [@drones]\n          - Rockets come second.\n",
                "          - Drones come first. [@drones] Rockets come second.\n",
            )
        ),
    ),
    "all items of a list joined": (
        lambda e: e.join("Guns come last").join("Rockets come second"),
        changed(
            (
                "          - Drones come first. [@drones]\n          - Rockets come second.\n"
                "          - Guns come last.\n",
                "          - Drones come first. [@drones] Rockets come second. Guns come last.\n",
            )
        ),
    ),
    "an item joined to the heading above, which the next item does not follow": (
        lambda e: e.join("Ground forces are"),
        changed(
            (
                "        ## Branches\n\n        - Ground forces are the largest.\n        - The navy",
                "        ## Branches Ground forces are the largest.\n\n        - The navy",
            )
        ),
    ),
    "a paragraph split": (
        lambda e: e.split("Nobody has said"),
        changed(("        Nobody has", "      - Nobody has")),
    ),
    "two paragraphs joined, the citation kept as typed": (
        lambda e: e.join("Some 12,000"),
        changed(
            (
                FIRST + TROOPS,
                "      - >-\n"
                "        The army has around 1.2 million people under arms. [@strength] It is large and old. "
                "Some 12,000 troops\n"
                "        went east in December, by rail and by ship. [see @troops, on the railways] "
                "Nobody has said *when* they\n"
                "        return.\n",
            )
        ),
    ),
    "words set in bold": (
        lambda e: e.embolden("large and old"),
        changed(("large and old", "**large and old**")),
    ),
    "a section's title": (
        lambda e: e.retype("Lessons", "Lessons learned"),
        changed(("title: Lessons", "title: Lessons learned")),
    ),
    "the brief's title": (
        lambda e: e.retype("An Army Abroad", "An Army Far Abroad"),
        changed(("An Army Abroad", "An Army Far Abroad")),
    ),
    "a heading within a text": (
        lambda e: e.retype("Branches", "Arms"),
        changed(("## Branches", "## Arms")),
    ),
    "a paragraph made a heading": (
        lambda e: e.restyle("What follows", "Heading2"),
        changed(("        What follows", "        ## What follows")),
    ),
    "an item of a list": (
        lambda e: e.retype("navy is small", "navy is tiny"),
        changed(("navy is small", "navy is tiny")),
    ),
    "a new item": (
        lambda e: e.insert_after("navy is small", "The air force is old."),
        changed(
            (
                "navy is small. [@strength]\n",
                "navy is small. [@strength]\n        - The air force is old.\n",
            )
        ),
    ),
    "an item deleted": (
        lambda e: e.delete("Ground forces"),
        changed(("        - Ground forces are the largest.\n", "")),
    ),
    "a list of statements": (
        lambda e: (
            e.retype("come second", "come next").insert_after("Guns come", "Words too.").delete("Drones come")
        ),
        changed(
            ("          - Drones come first. [@drones]\n", ""),
            ("come second", "come next"),
            ("          - Guns come last.\n", "          - Guns come last.\n          - Words too.\n"),
        ),
    ),
    "a cell": (
        lambda e: e.retype("5 to 8 million", "5 to 9 million"),
        changed(("[Shells, 5 to 8 million]", "[Shells, 5 to 9 million]")),
    ),
    "a cell that needs quotation marks": (
        lambda e: e.retype("5 to 8 million", "few, or none"),
        changed(("[Shells, 5 to 8 million]", '[Shells, "few, or none"]')),
    ),
    "a new row": (
        lambda e: e.duplicate_row("5 to 8 million", "Ships", "none"),
        changed(("5 to 8 million]\n", "5 to 8 million]\n            - [Ships, none]\n")),
    ),
    "a row deleted": (
        lambda e: e.delete("5 to 8 million"),
        changed(("            - [Shells, 5 to 8 million]\n", "")),
    ),
    "a new column": (
        lambda e: e.add_column("Shells", "Source", "a blog", ""),
        changed(
            ("[Thing, Number]", "[Thing, Number, Source]"),
            ('[Troops, "12,000 [@troops]"]', '[Troops, "12,000 [@troops]", a blog]'),
            ("[Shells, 5 to 8 million]", '[Shells, 5 to 8 million, ""]'),
        ),
    ),
    "a new column, a cell changed, and a new row": (
        lambda e: (
            e.retype("5 to 8 million", "5 to 9 million")
            .duplicate_row("Shells", "Ships", "none")
            .add_column("Shells", "Source", "a blog", "a paper", "nobody")
        ),
        changed(
            ("[Thing, Number]", "[Thing, Number, Source]"),
            ('[Troops, "12,000 [@troops]"]', '[Troops, "12,000 [@troops]", a blog]'),
            (
                "[Shells, 5 to 8 million]\n",
                "[Shells, 5 to 9 million, a paper]\n            - [Ships, none, nobody]\n",
            ),
        ),
    ),
    "a column deleted": (
        lambda e: e.delete_column("Shells", 0),
        changed(
            ("[Thing, Number]", "[Number]"),
            ('[Troops, "12,000 [@troops]"]', '["12,000 [@troops]"]'),
            ("[Shells, 5 to 8 million]", "[5 to 8 million]"),
        ),
    ),
    "a caption deleted": (
        lambda e: e.delete("What was sent"),
        changed(("        caption: What was sent\n", "")),
    ),
    "an attribution deleted": (
        lambda e: e.delete("An official in Seoul"),
        changed(("        attribution: An official in Seoul\n", "")),
    ),
    "the subtitle deleted": (
        lambda e: e.delete("What it learns"),
        changed(("subtitle: What it learns\n", "")),
    ),
    "a caption": (
        lambda e: e.retype("What was sent", "What went east"),
        changed(("What was sent", "What went east")),
    ),
    "an attribution": (
        lambda e: e.retype("An official in Seoul", "An unnamed official"),
        changed(("An official in Seoul", "An unnamed official")),
    ),
    "a judgement, changed where it stands among the key judgements or below": (
        lambda e: e.retype("drones at home", "drones in the South"),
        changed(("drones at home", "drones in the South")),
    ),
    "a likelihood": (
        lambda e: e.retype("likely", "very likely", within="Likelihood: likely"),
        changed(("likelihood: likely", "likelihood: very likely")),
    ),
    "a reason": (
        lambda e: e.retype("One official, one remark", "A single official"),
        changed(("One official, one remark.", "A single official.")),
    ),
    "a note typed by hand": (
        lambda e: e.add_note("large and old.", "Said in a talk."),
        changed((FIRST, FIRST + "      - note: Said in a talk.\n")),
    ),
    "a note that quotes a passage": (
        lambda e: e.add_note("large and old.", "Compare: between 5 and 8 million shells were sent"),
        changed(("large and old.", "large and old. [@shells]")),
    ),
    "a note that names a passage": (
        lambda e: e.add_note("large and old.", "see @shells, on rails"),
        changed(("large and old.", "large and old. [see @shells, on rails]")),
    ),
    "a note deleted": (lambda e: e.remove_note("large and old"), changed((" [@strength] It is", " It is"))),
    "a new section": (
        lambda e: e.insert_after("large and old", "Other: things", style="Heading1"),
        changed(
            (FIRST, FIRST + '  - id: other-things\n    title: "Other: things"\n    body:\n'),
        ),
    ),
    "a paragraph between the parts of one text": (
        lambda e: e.insert_after("Two things are known", "They are these."),
        changed(
            ("        Two things are known.\n", "        Two things are known.\n\n        They are these.\n")
        ),
    ),
    "a paragraph copied with its bookmark": (
        lambda e: e.copy_after("The last word", "large and old"),
        changed((FIRST, FIRST + LAST)),
    ),
    "a judgement's words copied": (
        lambda e: e.copy_after("The army would use", "large and old"),
        changed((FIRST, FIRST + "      - The army would use drones at home. [@drones]\n")),
    ),
    "words that briefgen makes, copied into a section": (
        lambda e: e.copy_after("This brief rests", "large and old"),
        changed((FIRST, FIRST + "      - This brief rests on 4 passages of 1 source.\n")),
    ),
    "words that look like markup": (
        lambda e: e.retype("large and old", "*large* and [old](x)"),
        changed(("large and old", r"\*large\* and \[old](x)")),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_edit_comes_back_in_its_place(name: str) -> None:
    edit, expected = CASES[name]
    result = pulled(edit(sent()))
    assert result.outline == expected
    assert not result.conflicts
    assert not result.unplaced


@pytest.mark.parametrize("name", [name for name in CASES if name != "nothing"])
def test_pulling_the_same_file_again_changes_nothing(name: str) -> None:
    edit, expected = CASES[name]
    again = pulled(edit(sent()), today=expected)
    assert again.outline == expected
    assert not again.conflicts
    assert not again.edits


SPACED = changed(
    (
        LAST,
        "      - >-\n        A drone weighs 5 kg, costs 97 € and is\n"
        "        20 % cheaper, or 30\u00a0% with 2\u00a0t of shells.\n"
        "      - table:\n          header: [Thing, Share]\n          rows:\n            - [Drones, 20 %]\n",
    )
)


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (lambda e: e, "", ""),
        (lambda e: e.retype("cheaper", "dearer"), "cheaper", "dearer"),
        (lambda e: e.retype("97", "98"), "97 €", "98 €"),
        (lambda e: e.retype("20 % ch", "25\u00a0% ch"), "20 % cheaper", "25 % cheaper"),
        (lambda e: e.retype("97 €", "97 € or 99\u00a0$"), "97 €", "97 € or 99 $"),
        (lambda e: e.retype_tracked("97 €", "99 €"), "97 €", "99 €"),
        (
            lambda e: e.duplicate_row("Drones", "Guns", "25\u00a0%"),
            "20 %]\n",
            "20 %]\n            - [Guns, 25 %]\n",
        ),
    ],
    ids=["nothing", "words beside", "a number", "a figure", "a new pair", "a pair, tracked", "a row"],
)
def test_the_no_break_spaces_that_word_needs_are_no_edits(edit: Edit, old: str, new: str) -> None:
    editor = edit(sent(SPACED))
    result = pulled(editor, base=SPACED)
    assert result.outline == SPACED.replace(old, new, 1)
    assert bool(result.edits) is bool(old)
    assert not result.unplaced and not result.conflicts
    again = pulled(editor, base=SPACED, today=result.outline)
    assert again.outline == result.outline and not again.edits


def test_edits_are_listed_with_what_they_were() -> None:
    result = pulled(sent().retype("large and old", "vast and old").delete("Some 12,000"))
    assert [(edit.kind, edit.after[-16:]) for edit in result.edits] == [
        ("changed", "is vast and old."),
        ("deleted", ""),
    ]
    assert str(result.edits[0].span) == "briefs/army/outline.yaml:22:9"


def test_comments_and_pending_changes_are_handed_on() -> None:
    result = pulled(sent().comment("large and old", "Is it?").retype_tracked("small", "tiny"))
    assert [comment.text for comment in result.comments] == ["Is it?"]
    assert [change.text for change in result.pending] == ["small", "tiny"]


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (lambda e: e.retype("not captured", "captured", within="A Dangerous Army"), "A Dangerous Army"),
        (lambda e: e.retype_note("A Dangerous Army", "A Harmless Army"), "A Harmless Army"),
        (lambda e: e.retype("learn to fight", "learn to run", within="They learn to fight"), "learn to run"),
        (lambda e: e.underline("large and old"), "large and old"),
        (lambda e: e.retype("(55–80%)", "(60–90%)"), "60–90%"),
        (lambda e: e.move("An official in Seoul", "large and old"), "An official in Seoul"),
        (lambda e: e.copy_after("The last word", "This brief rests"), "The last word: it is early."),
        (lambda e: e.retype("not described", "a blog, well known"), "a blog, well known"),
        (lambda e: e.add_column("almost no", "New", "100 %"), "95–99% | 100 %"),
        (
            lambda e: e.insert_after("This brief rests", "More.").add_note("More.", "By hand."),
            "More.^[By hand.]",
        ),
        (
            lambda e: e.retype("Confidence: low", "Confidence: fair", within="Likelihood: likely"),
            "Confidence: fair",
        ),
        (lambda e: e.restyle("Lessons", "Heading2"), "Lessons"),
        (lambda e: e.add_note("Lessons", "By hand."), "note: By hand."),
        (lambda e: e.add_note("An Army Abroad", "By hand."), "note: By hand."),
    ],
    ids=[
        "source list",
        "note of a citation",
        "quoted words",
        "underlining",
        "range",
        "attribution moved",
        "copied into what briefgen makes",
        "cell of what briefgen makes",
        "column of what briefgen makes",
        "new with a note among what briefgen makes",
        "no level of confidence",
        "heading of a section put on a lower level",
        "note to a heading",
        "note to the title",
    ],
)
def test_what_has_no_place_in_the_outline_is_listed_and_the_outline_left_alone(edit: Edit, text: str) -> None:
    result = pulled(edit(sent()))
    assert result.outline == OUTLINE
    assert any(text in each.text for each in result.unplaced)
    assert all(each.because for each in result.unplaced)
    assert not result.edits


CITED = changed(("It is large and old.", "It is large and old. [@troops]"))


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("No source gives the number", "No source gives the number [see @shells, on rails] of ships."),
        ("The army would use drones", "The army would use drones [see @shells, on rails] at home"),
        ("Rockets come second", "Rockets come second [see @shells, on rails]."),
        ("What was sent", "What was sent [see @shells, on rails]"),
        ("An official in Seoul", "An official in Seoul [see @shells, on rails]"),
        ("5 to 8 million", "5 to 8 million [see @shells, on rails]"),
    ],
)
def test_the_words_around_a_citation_typed_by_hand_come_back_wherever_it_is_typed(
    words: str, typed: str
) -> None:
    result = pulled(sent(CITED).add_note(words, "see @shells, on rails"), base=CITED)
    assert result.outline is not None and typed in result.outline
    assert not result.unplaced


def test_the_words_around_a_citation_come_back_with_a_new_item() -> None:
    editor = sent(CITED).insert_after("Rockets come second", "Mines, too.", "ListBullet")
    result = pulled(editor.add_note("Mines, too", "see @shells, on rails"), base=CITED)
    assert result.outline is not None and "- Mines, too [see @shells, on rails].\n" in result.outline


MARKED = changed(
    ("scale: icd-203\n", "scale: icd-203\nmarking: TLP:AMBER\n"),
    ("    title: Lessons\n", "    title: Lessons\n    marking: TLP:GREEN\n"),
)


@pytest.mark.parametrize(
    ("edit", "text", "title"),
    [
        (lambda e: e.retype("TLP:GREEN", "TLP:RED"), "(TLP:RED) Lessons", "Lessons"),
        (lambda e: e.retype("(TLP:GREEN) ", ""), "Lessons", "Lessons"),
        (
            lambda e: e.retype("TLP:GREEN", "TLP:RED").retype("Lessons", "A lesson"),
            "(TLP:RED)",
            "A lesson",
        ),
        (
            lambda e: e.retype("(TLP:GREEN) ", "").retype("Lessons", "A lesson"),
            "(deleted) (TLP:GREEN)",
            "A lesson",
        ),
    ],
    ids=["retyped", "deleted", "retyped with its heading", "deleted, the heading retyped"],
)
def test_the_mark_of_a_portion_is_none_of_its_words(edit: Edit, text: str, title: str) -> None:
    result = pulled(edit(sent(MARKED)), base=MARKED)
    assert result.outline == MARKED.replace("title: Lessons", f"title: {title}")
    assert [each.text for each in result.unplaced] == [text]
    assert "marking" in result.unplaced[0].because


def test_what_only_looks_as_if_it_cited_something_has_its_place_as_words() -> None:
    result = pulled(sent().insert_after("large and old", "A thought [see @troops] so far."))
    assert result.outline == changed((FIRST, FIRST + "      - A thought \\[see @troops] so far.\n"))
    assert not result.unplaced


def test_a_table_of_briefgen_s_own_that_was_changed_is_listed_once() -> None:
    estimated = OUTLINE.replace(
        "key-judgements:",
        "figures:\n  troops: {label: Troops, unit: troops, readings: [{passage: troops, value: 12000}]}\n\n"
        "key-judgements:",
    ).replace(LAST, LAST + "      - estimates: [troops]\n        caption: Who says what of it\n")
    result = pulled(sent(estimated).retype("12,000 –", "13,000 –"), base=estimated)
    assert result.outline == estimated
    assert len(result.unplaced) == 1


def test_a_section_that_was_moved_is_moved_whole() -> None:
    editor = sent()
    elements = list(editor.root[0])
    shown = [text_of(each) for each in elements]
    first, last = shown.index("Lessons"), shown.index("The last word: it is early.")
    for element in elements[first : last + 1]:
        elements[shown.index("The army")].addprevious(element)
    result = pulled(editor)
    assert result.outline is not None and not result.unplaced
    assert result.outline.index("id: lessons") < result.outline.index("id: army")
    assert sorted(filter(str.strip, result.outline.splitlines())) == sorted(
        filter(str.strip, OUTLINE.splitlines())
    )


@pytest.mark.parametrize("paragraphs", [1, 3])
def test_a_key_judgement_deleted_on_top_is_a_matter_of_the_key_judgements(paragraphs: int) -> None:
    editor = sent()
    words = next(each for each in editor.root[0] if "drones at home" in text_of(each))
    label, details = words.getprevious(), words.getnext()
    for element in (words, label, details)[:paragraphs]:
        assert element is not None
        editor.root[0].remove(element)
    result = pulled(editor)
    assert result.outline == OUTLINE
    (listed,) = result.unplaced
    assert listed.text == "(deleted) The army would use drones at home.[@drones]"
    assert "key-judgements:" in listed.because


def test_key_judgements_put_in_another_order_are_listed_and_no_edit() -> None:
    outline = OUTLINE.replace("[kj-drones]\n\n", "[kj-drones, kj-ships]\n\n").replace(
        "      - table:\n",
        "      - {id: kj-ships, judgement: No ship would sail, likelihood: unlikely, basis: [drones]}\n"
        "      - table:\n",
    )
    editor = sent(outline)
    elements = list(editor.root[0])
    first, second = (
        next(at for at, each in enumerate(elements) if words in text_of(each))
        for words in ("drones at home", "No ship")
    )
    for element in elements[second - 1 : second + 2]:
        elements[first - 1].addprevious(element)
    result = pulled(editor, base=outline)
    assert result.outline == outline and not result.edits
    (listed,) = result.unplaced
    assert listed.text == "(moved) No ship would sail.[@drones]"
    assert "key-judgements:" in listed.because


@pytest.mark.parametrize("heading", ["The army", "Terms of likelihood"])
def test_a_section_beside_what_briefgen_makes_keeps_its_heading_and_all_that_is_in_it(heading: str) -> None:
    editor = sent()
    element = next(each for each in editor.root[0] if text_of(each) == heading)
    editor.root[0].remove(element)
    result = pulled(editor)
    assert result.outline == OUTLINE
    assert [each.text for each in result.unplaced] == [f"(deleted) {heading}"]


def test_words_for_which_no_place_is_found_are_listed_whatever_the_reason() -> None:
    outline = assembled().document
    version = version_of(outline)
    line = replace(version.lines[-1], tokens=tokenise("Words that fell between all chairs."))
    outcome = Outcome(strand=Strand(ours=(0,)), lines=(line,))
    root = read_yaml("outline.yaml", OUTLINE.encode())[0].root
    assert root is not None
    (found,) = words_without_a_place([outcome], version, root, root, (), {})
    assert found.text == "Words that fell between all chairs."
    assert not list(words_without_a_place([outcome], version, root, root, [found], {}))


def test_a_section_whose_heading_was_deleted_joins_the_one_before() -> None:
    result = pulled(sent().delete("Lessons"))
    assert result.outline == changed(
        ("\n  # Who learns what.\n  - id: lessons\n    title: Lessons\n    body:\n", "")
    )


def test_what_was_moved_to_where_no_statement_can_stand_stays_and_is_listed() -> None:
    result = pulled(sent().move("The last word", "What it learns"))
    assert result.outline == OUTLINE
    assert [each.text for each in result.unplaced] == ["The last word: it is early."]


def test_text_of_a_template_becomes_the_outline_s_own_with_a_warning() -> None:
    outline = OUTLINE.replace(
        "key-judgements: [kj-drones]\n",
        "figures:\n  troops: {label: Troops, unit: soldiers, readings: [{passage: troops, value: 12000}]}\n\n"
        "key-judgements: [kj-drones]\n",
    ).replace("    title: Lessons\n", "    title: Lessons\n    template: lessons.md.j2\n")
    template = "Some {{ figures.troops.shown }} men went. {{ cite('troops') }}\n\nThey learn.\n"
    extra = {"lessons.md.j2": template}
    untouched = pulled(sent(outline, extra), base=outline, extra=extra)
    assert untouched.outline == outline
    result = pulled(sent(outline, extra).retype("They learn.", "They learn fast."), base=outline, extra=extra)
    assert result.outline == outline.replace(
        "    template: lessons.md.j2\n    body:\n",
        "    body:\n      - Some 12,000 men went. [@troops]\n      - They learn fast.\n",
    )
    assert [found.code for found in result.diagnostics] == ["DR120"]


TWO = OUTLINE.replace("drones at home", "drones at home. It would build its own")


def test_a_judgement_split_after_a_sentence_stays_with_the_first_and_says_so() -> None:
    result = pulled(sent(TWO).split("It would build"), base=TWO)
    assert result.outline == OUTLINE.replace(
        "      - table:\n", "      - It would build its own. [@drones]\n      - table:\n"
    )
    assert [(each.kind, each.block) for each in result.edits] == [("split", "kj-drones")]
    assert [found.code for found in result.diagnostics] == ["DR121"]
    assert "“It would build its own.[@drones]” is a text of its own now" in result.diagnostics[0].message


def test_a_judgement_broken_within_a_sentence_is_one_still() -> None:
    result = pulled(sent(TWO).split("build its own"), base=TWO)
    assert result.outline == TWO
    assert not result.edits and not result.diagnostics


def test_a_file_without_its_bookmarks_is_matched_by_its_words() -> None:
    editor = sent().retype("large and old", "vast and old").insert_after("navy is small", "New.")
    for start in list(editor.root.iter("{*}bookmarkStart")):
        parent = start.getparent()
        assert parent is not None
        parent.remove(start)
    result = pulled(editor)
    assert result.outline == changed(
        ("large and old", "vast and old"),
        ("navy is small. [@strength]\n", "navy is small. [@strength]\n        - New.\n"),
    )


def test_a_draft_of_another_brief_is_refused() -> None:
    editor = sent()
    editor.parts["docProps/custom.xml"] = editor.parts["docProps/custom.xml"].replace(b">army<", b">navy<")
    result = pulled(editor)
    assert result.outline is None
    assert [found.code for found in result.diagnostics] == ["DR108"]
