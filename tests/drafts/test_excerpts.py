"""Long texts on a terminal: what changed is always seen."""

from briefgen.drafts.excerpts import LONGEST, excerpt, excerpts

LONG = " ".join(f"word{number}" for number in range(200))


def test_a_short_text_is_shown_whole_and_on_one_line() -> None:
    assert excerpts("The navy\nis small.", "The navy is tiny.") == ("The navy is small.", "The navy is tiny.")


def test_a_long_text_is_cut_at_its_end_between_words() -> None:
    shown = excerpt(LONG)
    assert len(shown) <= LONGEST and shown.endswith(" word23 …")


def test_every_change_of_a_long_text_is_shown_with_words_around_it() -> None:
    changed = LONG.replace("word20 ", "early ").replace("word190 ", "late ")
    before, after = excerpts(LONG, changed)
    assert before == (
        "… word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 "
        "… word185 word186 word187 word188 word189 word190 word191 word192 word193 word194 word195 …"
    )
    assert "word19 early word21" in after and "word189 late word191" in after


def test_of_a_text_that_is_all_new_both_ends_are_shown() -> None:
    before, after = excerpts(LONG, LONG.replace("word", "term"))
    assert before.startswith("word0 ") and before.endswith(" word199") and " … " in before
    assert after.startswith("term0 ") and after.endswith(" term199")
