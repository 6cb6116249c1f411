"""What a Word file says of its own origin, to whoever reads it back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.rendering.docx import identity
from tests.samples import every_block


def test_a_base_gives_back_the_document_it_was_made_of() -> None:
    assert identity.read_base(identity.base_part(every_block())) == every_block()


def test_equal_documents_have_equal_bases() -> None:
    assert identity.base_part(every_block()) == identity.base_part(every_block())


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"not xml",
        b"<base/>",
        b'<base xmlns="urn:briefgen:base:1"/>',
        b'<base xmlns="urn:briefgen:base:1">????</base>',
        b'<base xmlns="urn:briefgen:base:1">AAAA</base>',
        '<base xmlns="urn:briefgen:base:1">조선</base>'.encode(),
        b'<!DOCTYPE b [<!ENTITY e "eJw=">]><base xmlns="urn:briefgen:base:1">&e;</base>',
        identity.base_part(every_block()).replace(b"</base>", b"")[:400] + b"</base>",
    ],
)
def test_what_is_no_base_is_refused(part: bytes) -> None:
    with pytest.raises(identity.NotABase):
        identity.read_base(part)


def test_readable_ids_stay_readable() -> None:
    assert identity.bookmark_name("kj-south") == "bg_kj_south"
    assert identity.note_bookmark("n12") == "bgn_n12"


@settings(max_examples=300)
@given(first=st.text(max_size=60), second=st.text(max_size=60))
def test_every_id_has_a_bookmark_of_its_own_that_word_takes(first: str, second: str) -> None:
    names = [identity.bookmark_name(first), identity.bookmark_name(second)]
    assert all(len(name) <= 40 and name.isascii() and name.replace("_", "a").isalnum() for name in names)
    assert (names[0].lower() == names[1].lower()) == (first == second)


@pytest.mark.parametrize("pair", [("a-b", "a_b"), ("A", "a"), ("a" * 50, "a" * 51), ("a b", "a-b")])
def test_ids_that_look_alike_have_different_bookmarks(pair: tuple[str, str]) -> None:
    assert identity.bookmark_name(pair[0]) != identity.bookmark_name(pair[1])
