from briefgen.text.align import Alignment, Match, Segment, align

ARMY = "the army has around one million people under arms in four branches"
NAVY = "the navy is small and old and mostly stays near its own coast"
AIR = "the air force flies aircraft that are older than their pilots"


def segments(*texts: str, kind: str = "", hints: str = "") -> list[Segment]:
    names = hints.split() or [""] * len(texts)
    return [
        Segment(words=tuple(text.split()), kind=kind, hint="" if hint == "-" else hint)
        for text, hint in zip(texts, names, strict=True)
    ]


def told(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    return [(match.old, match.new, match.moved) for match in alignment.matches]


def test_unchanged_segments_match_in_order() -> None:
    old = segments(ARMY, NAVY, AIR)
    assert told(align(old, old)) == [((0,), (0,), False), ((1,), (1,), False), ((2,), (2,), False)]


def test_a_reworded_segment_is_found_without_a_hint() -> None:
    found = align(segments(ARMY, NAVY), segments(ARMY.replace("around", "about"), NAVY))
    assert found.matches[0] == Match(old=(0,), new=(0,))


def test_similarity_beats_a_hint_that_stayed_behind_after_cut_and_paste() -> None:
    old = segments(ARMY, NAVY, AIR, hints="a n f")
    new = segments(NAVY, ARMY, AIR, hints="a n f")
    assert [(match.old, match.new) for match in align(old, new).matches] == [
        ((1,), (0,)),
        ((0,), (1,)),
        ((2,), (2,)),
    ]


def test_a_segment_rewritten_in_its_place_keeps_its_name() -> None:
    old = segments(ARMY, NAVY, AIR, hints="a n f")
    new = segments(ARMY, "ships play no role here at all", AIR, hints="a n f")
    assert Match(old=(1,), new=(1,)) in align(old, new).matches


def test_a_moved_segment_is_marked_as_moved() -> None:
    found = align(segments(ARMY, NAVY, AIR), segments(AIR, ARMY, NAVY))
    assert told(found) == [((2,), (0,), True), ((0,), (1,), False), ((1,), (2,), False)]


def test_deleted_and_inserted_segments_are_named() -> None:
    found = align(segments(ARMY, NAVY), segments(ARMY, AIR, "something else altogether was written here"))
    assert (found.deleted, found.inserted) == ((1,), (1, 2))


def test_a_segment_written_anew_between_the_same_neighbours_counts_as_changed() -> None:
    found = align(segments(ARMY, NAVY, AIR), segments(ARMY, "ships play no role here at all", AIR))
    assert Match(old=(1,), new=(1,)) in found.matches


def test_a_split_segment_is_one_match_with_two_pieces() -> None:
    found = align(
        segments(ARMY + " . " + NAVY, AIR, hints="a f"), segments(ARMY + " .", NAVY, AIR, hints="a - f")
    )
    assert told(found) == [((0,), (0, 1), False), ((1,), (2,), False)]


def test_two_joined_segments_are_one_match() -> None:
    found = align(segments(ARMY, NAVY, AIR, hints="a n f"), segments(f"{ARMY} {NAVY}", AIR, hints="a f"))
    assert told(found) == [((0, 1), (0,), False), ((2,), (1,), False)]


def test_a_new_segment_between_is_not_taken_for_a_piece() -> None:
    found = align(segments(ARMY, NAVY), segments(ARMY, AIR, NAVY))
    assert found.inserted == (1,)
    assert all(len(match.new) == 1 for match in found.matches)


def test_equal_cells_keep_their_order() -> None:
    old = segments("shells", "shells", "shells")
    assert told(align(old, old)) == [((0,), (0,), False), ((1,), (1,), False), ((2,), (2,), False)]


def test_a_thousand_segments_with_a_hundred_rewritten_are_aligned_quickly() -> None:
    old = [Segment(words=tuple(f"w{i} x{i} y{i % 7} the of and {i}".split())) for i in range(1000)]
    new = [
        Segment(words=(*segment.words[:4], "changed")) if i % 10 == 0 else segment
        for i, segment in enumerate(old)
    ]
    found = align(old, new)
    assert len(found.matches) + len(found.inserted) == 1000
    assert not any(match.moved for match in found.matches)


def test_every_segment_is_accounted_for_once() -> None:
    old = segments(ARMY + " " + NAVY, AIR, "one", "two")
    new = segments(AIR, ARMY, NAVY, "two", "three")
    found = align(old, new)
    assert sorted([*found.deleted, *(i for match in found.matches for i in match.old)]) == list(range(4))
    assert sorted([*found.inserted, *(j for match in found.matches for j in match.new)]) == list(range(5))
