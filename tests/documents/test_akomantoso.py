"""Akoma Ntoso: blocks, numbers, notes, metadata; nothing followed."""

import pytest

from goodoffices.documents import extract
from goodoffices.errors import BadDocument
from tests.documents.printed import AKOMA_NTOSO


def test_blocks_are_read_with_their_numbers_and_notes_after_them() -> None:
    assert extract(AKOMA_NTOSO.encode(), "a.xml").main_text().split("\n\n") == [
        "Resolution 12 on the Port of Bresia",
        "The Council,",
        "Recalling its resolution 11,",
        "1. Calls upon the parties to withdraw within four months;",
        "As agreed before.",
        "Article 2 Ceasefire",
        "(a) The truce shall hold.",
    ]


def test_metadata_say_title_author_and_date_with_its_basis() -> None:
    text = extract(AKOMA_NTOSO.encode(), "a.xml")
    assert (text.title, text.author, text.language) == ("Port of Bresia", "Council of Arland", "en")
    assert text.dated
    assert (text.dated.edtf, text.dated.basis) == ("1999-05-03", "FRBRdate adoption: 1999-05-03")


def test_a_marked_date_of_the_text_goes_before_that_of_the_work() -> None:
    marked = AKOMA_NTOSO.replace(
        "on the <docTitle>", 'of <docDate date="1999-05-04">4 May 1999</docDate> on <docTitle>'
    )
    text = extract(marked.encode(), "a.xml")
    assert text.dated
    assert text.dated.basis == "docDate: 4 May 1999"


def test_the_cover_page_stays_outside_the_document() -> None:
    text = extract(AKOMA_NTOSO.encode(), "a.xml")
    assert text.content.startswith("For information only\n\n")
    assert "For information" not in text.main_text()


def test_entities_are_not_followed_and_said_to_be_there() -> None:
    declared = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    broken = AKOMA_NTOSO.replace("<akoma", f"{declared}<akoma", 1).replace("Recalling", "&b;&f; Recalling")
    text = extract(broken.encode(), "a.xml")
    assert "Recalling its resolution 11," in text.content
    assert "haha" not in text.content
    assert "2 references to entities that are not followed" in text.notes


def test_a_file_cut_off_is_read_up_to_there_with_a_note() -> None:
    text = extract(AKOMA_NTOSO[: AKOMA_NTOSO.index("Ceasefire")].encode(), "a.xml")
    assert text.content.endswith("Article 2")
    assert "damaged XML: text may be missing" in text.notes


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(BadDocument, match="words"):
        extract(b'<?xml version="1.0"?><akomaNtoso xmlns="a"><act><meta/></act></akomaNtoso>', "a.xml")
