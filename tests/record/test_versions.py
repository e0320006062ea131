"""Newer versions of documents: what they replace, and where people say that quoted words stand in them."""

import pytest
from msgspec.structs import replace

from goodoffices.errors import BadArgument, BadQuote, NotFound
from goodoffices.record import Record, Viewer, verify
from goodoffices.vocabulary.quote import find_quote
from goodoffices.vocabulary.text import Document
from tests.record.office import WORDS, add, meeting, moment, paper, read

NEWER = WORDS.replace("Vienna", "Vienna and Graz")


def _version(record: Record, replaces: str, words: str = NEWER) -> Document:
    content, text = paper(words)
    added = record.add_document(content, text, name="paper-2.txt", by="Ann", at=moment(5), replaces=replaces)
    return added.document


def test_a_newer_version_says_what_it_replaces_and_the_older_one_stays(record: Record) -> None:
    older = add(record, compartments=("inner",))
    newer = _version(record, older.id)
    assert (newer.replaces, newer.compartments) == (older.id, ("inner",))
    assert [d.id for d in record.at().documents()] == [older.id, newer.id]
    assert [d.id for d in record.at(as_known=1).documents()] == [older.id]
    assert record.at().text(older.id).content == WORDS
    again = record.add_document(*paper(NEWER), name="x", by="Ann", at=moment(6), replaces=older.id)
    assert (again.new, again.document) == (False, newer)


def test_a_document_has_one_newer_version_which_is_a_new_document(record: Record) -> None:
    older, other = add(record), add(record, "Another paper altogether.")
    _version(record, older.id)
    for replaces, words, error in (
        (older.id, f"{NEWER} And so on.", BadArgument),
        (other.id, NEWER, BadArgument),
        (older.id, WORDS, BadArgument),
        ("nothing", f"{NEWER} And so on.", NotFound),
    ):
        with pytest.raises(error):
            _version(record, replaces, words)
    assert record.at().seq == 3


def test_reading_a_newer_version_takes_the_place_of_what_nobody_decided_in_the_older_ones(record: Record) -> None:
    older = add(record)
    vienna, oslo, doha = (meeting(older, place) for place in ("Vienna", "Oslo", "Doha"))
    read(record, older, [vienna, oslo, doha])
    record.accept(vienna.id, by="Ann", at=moment(1))
    middle = _version(record, older.id)
    newest = _version(record, middle.id, f"{NEWER} The end.")
    assert record.at().count(states={"proposed"}) == 2
    found = meeting(newest, "Oslo", words=f"{NEWER} The end.")
    read(record, newest, [found], at=moment(6))
    assert {r.claim.id: r.state for r in record.at().claims()} == {vienna.id: "accepted", found.id: "proposed"}
    assert record.at(as_known=5).count(states={"proposed"}) == 2
    assert verify(record).whole


def test_a_person_says_where_words_stand_now_and_takes_it_back(record: Record) -> None:
    older = add(record)
    claim = meeting(older)
    read(record, older, [claim])
    record.accept(claim.id, by="Ann", at=moment(1))
    newer = _version(record, older.id)
    place = find_quote(newer.id, NEWER, "Envoys met in Vienna and Graz")
    entry = record.move_anchor(claim.id, claim.quotes[0], place, by="Bea", at=moment(6))
    assert (entry.action, entry.subject) == ("anchor.moved", f"anchor:{claim.id}")
    assert record.at().moved_anchors() == [(claim.id, claim.quotes[0], place, "Bea")]
    assert record.at().claim(claim.id).claim == claim
    assert record.at(as_known=entry.seq - 1).moved_anchors() == []
    record.rebuild()
    assert record.at().moved_anchors() == [(claim.id, claim.quotes[0], place, "Bea")]
    assert verify(record).whole
    record.undo(entry.subject, by="Bea", at=moment(7))
    assert record.at().moved_anchors() == []
    assert record.at().claim(claim.id).state == "accepted"
    assert verify(record).whole


def test_an_anchor_is_moved_only_from_a_quote_to_words_of_a_newer_version(record: Record) -> None:
    older, other = add(record), add(record, f"{WORDS} Of another day.")
    claim = meeting(older)
    read(record, older, [claim])
    newer = _version(record, older.id)
    place = find_quote(newer.id, NEWER, "Envoys met in Vienna and Graz")
    quote = claim.quotes[0]
    for name, was, now, error in (
        ("nothing", quote, place, NotFound),
        (claim.id, replace(quote, start=1), place, BadArgument),
        (claim.id, quote, find_quote(other.id, f"{WORDS} Of another day.", "Envoys met in Oslo"), BadArgument),
        (claim.id, quote, quote, BadArgument),
        (claim.id, quote, replace(place, start=3), BadQuote),
    ):
        with pytest.raises(error):
            record.move_anchor(name, was, now, by="Ann", at=moment(6))
    assert record.at().moved_anchors() == []


def test_who_may_not_see_the_newer_version_does_not_see_where_words_stand_in_it(record: Record) -> None:
    older = add(record)
    claim = meeting(older)
    read(record, older, [claim])
    content, text = paper(NEWER)
    newer = record.add_document(
        content, text, name="x", by="Ann", at=moment(5), replaces=older.id, compartments=("inner",)
    ).document
    place = find_quote(newer.id, NEWER, "Envoys met in Vienna and Graz")
    record.move_anchor(claim.id, claim.quotes[0], place, by="Bea", at=moment(6))
    outsider = record.at(viewer=Viewer("outsider"))
    assert (outsider.moved_anchors(), [d.id for d in outsider.documents()]) == ([], [older.id])
    assert len(record.at(viewer=Viewer("insider", frozenset({"inner"}))).moved_anchors()) == 1


@pytest.mark.parametrize("erased", [0, 1])
def test_an_anchor_goes_with_either_of_its_documents(record: Record, erased: int) -> None:
    older = add(record)
    claim = meeting(older)
    read(record, older, [claim])
    record.accept(claim.id, by="Ann", at=moment(1))
    newer = _version(record, older.id)
    place = find_quote(newer.id, NEWER, "Envoys met in Vienna and Graz")
    record.move_anchor(claim.id, claim.quotes[0], place, by="Bea", at=moment(6))
    record.erase((older, newer)[erased].id, "asked for", by="Ann", at=moment(7))
    assert record.at().moved_anchors() == []
    assert record.at().count() == erased
    assert [d.id for d in record.at().documents()] == [(newer, older)[erased].id]
    assert verify(record).whole
