"""What people of the office do to the record, one call at a time."""

import datetime as dt

import pytest
from msgspec.structs import replace

from goodoffices.errors import BadArgument, BadQuote, NotFound, StaleVersion
from goodoffices.record import Record, verify
from goodoffices.vocabulary.kinds import Figure
from goodoffices.vocabulary.quote import Quote
from tests.record.office import WORDS, add, by_hand, day, meeting, moment, paper, read, reading


def test_a_document_comes_back_as_it_was_added(record: Record) -> None:
    document = add(record, dated=day("2024-03-01"), compartments=("inner", "inner"))
    now = record.at()
    assert now.documents() == [document]
    assert now.original(document.id) == WORDS.encode()
    assert now.text(document.id).content == WORDS
    assert document.compartments == ("inner",)
    assert document.dated == day("2024-03-01")


def test_the_same_bytes_again_give_the_document_the_case_has_and_write_nothing(record: Record) -> None:
    first = add(record)
    content, text = paper()
    again = record.add_document(content, text, name="copy.txt", by="Bea", at=moment())
    assert (again.document, again.new, again.entry) == (first, False, None)
    assert record.at().seq == 1


def test_a_text_of_other_bytes_is_refused(record: Record) -> None:
    with pytest.raises(BadArgument, match="made from the bytes"):
        record.add_document(b"other bytes", paper()[1], name="x", by="Ann", at=moment())


def test_somebody_dates_a_document_and_takes_it_back(record: Record) -> None:
    document = add(record, dated=day("2024-03-01"))
    record.date_document(document.id, by="Bea", at=moment(), published=day("2024-04-01"))
    record.date_document(document.id, by="Bea", at=moment(), dated=day("2024-02-29"))
    dated = record.at().document(document.id)
    assert (dated.dated, dated.published) == (day("2024-02-29"), day("2024-04-01"))
    record.undo(document.id, by="Bea", at=moment())
    dated = record.at().document(document.id)
    assert (dated.dated, dated.published) == (day("2024-03-01"), day("2024-04-01"))
    record.undo(document.id, by="Bea", at=moment())
    assert record.at().document(document.id) == document
    with pytest.raises(NotFound, match="judgement to take back"):
        record.undo(document.id, by="Bea", at=moment())


def test_dating_without_a_date_or_a_document_is_refused(record: Record) -> None:
    with pytest.raises(BadArgument, match="takes a date"):
        record.date_document("x", by="Ann", at=moment())
    with pytest.raises(NotFound, match="document"):
        record.date_document("x", by="Ann", at=moment(), dated=day("2024-03-01"))


def test_a_new_reading_replaces_what_nobody_decided_and_leaves_the_rest(record: Record) -> None:
    document = add(record)
    vienna, geneva, doha, oslo = (meeting(document, place) for place in ("Vienna", "Geneva", "Doha", "Oslo"))
    read(record, document, [vienna, geneva, doha])
    record.accept(vienna.id, by="Ann", at=moment())
    record.reject(geneva.id, by="Ann", at=moment())
    otherwise = [replace(claim, rule="newer") for claim in (vienna, geneva, oslo)]
    latest = read(record, document, otherwise)
    held = {r.claim.id: (r.state, r.claim.rule, r.seq) for r in record.at().claims()}
    assert held == {
        vienna.id: ("accepted", "", 3),
        geneva.id: ("rejected", "", 4),
        oslo.id: ("proposed", "newer", latest),
    }


def test_a_verdict_taken_back_gives_way_to_the_latest_reading(record: Record) -> None:
    document = add(record)
    vienna = meeting(document)
    read(record, document, [vienna])
    record.accept(vienna.id, by="Ann", at=moment())
    latest = read(record, document, [replace(vienna, rule="newer")])
    record.undo(vienna.id, by="Ann", at=moment())
    held = record.at().claim(vienna.id)
    assert (held.state, held.claim.rule, held.seq) == ("proposed", "newer", latest)


def test_a_verdict_taken_back_leaves_nothing_where_the_latest_reading_proposes_it_no_longer(record: Record) -> None:
    document = add(record)
    read(record, document, [meeting(document)])
    record.accept(meeting(document).id, by="Ann", at=moment())
    read(record, document, [])
    record.undo(meeting(document).id, by="Ann", at=moment())
    assert record.at().claims() == []


def test_a_reading_of_another_text_or_with_wrong_words_is_refused_whole(record: Record) -> None:
    document, other = add(record), add(record, WORDS + " The end.")
    with pytest.raises(BadArgument, match="of its document's text"):
        record.add_reading(document.id, reading(other), by="Ann", at=moment())
    with pytest.raises(BadArgument, match="an id of its own"):
        read(record, document, [meeting(document), meeting(document)])
    with pytest.raises(BadQuote, match="read in"):
        read(record, document, [meeting(document), meeting(other, "Doha", words=WORDS)])
    misquoted = replace(meeting(document), quotes=(Quote(document.id, 0, 6, "Envoy!"),))
    with pytest.raises(BadQuote, match="where the quote says"):
        read(record, document, [meeting(document, "Oslo"), misquoted])
    assert record.at().seq == 2
    assert record.at().claims() == []


def test_every_verdict_is_logged_with_the_whole_claim(record: Record) -> None:
    document = add(record)
    read(record, document, [meeting(document)])
    entry = record.accept(meeting(document).id, by="Ann", at=moment(3))
    assert (entry.by, entry.at, entry.based_on) == ("Ann", moment(3), 2)
    assert entry.body is not None
    assert entry.body.claim == meeting(document)  # type: ignore[attr-defined]


def test_amending_an_outdated_version_is_refused(record: Record) -> None:
    document = add(record)
    claim = meeting(document)
    seen = read(record, document, [claim])
    record.amend(replace(claim, note="by Ann"), based_on=seen, by="Ann", at=moment())
    with pytest.raises(StaleVersion, match="version 2, the latest is 3"):
        record.amend(replace(claim, note="by Bea"), based_on=seen, by="Bea", at=moment())
    assert record.at().claim(claim.id).claim.note == "by Ann"
    assert record.at().claim(claim.id).state == "amended"


def test_verdicts_on_the_same_words_are_never_stale_and_on_changed_words_always(record: Record) -> None:
    document = add(record)
    claim = meeting(document)
    seen = read(record, document, [claim])
    record.accept(claim.id, by="Ann", at=moment(), based_on=seen)
    latest = record.reject(claim.id, by="Bea", at=moment(), based_on=seen).seq
    record.amend(replace(claim, note="other"), based_on=latest, by="Ann", at=moment())
    with pytest.raises(StaleVersion):
        record.accept(claim.id, by="Bea", at=moment(), based_on=seen)


def test_an_amendment_must_quote_words_that_stand_there(record: Record) -> None:
    document = add(record)
    claim = meeting(document)
    seen = read(record, document, [claim])
    for wrong in (Quote("nowhere", 0, 6, "Envoys"), Quote(document.id, 1, 7, "Envoys")):
        with pytest.raises((BadQuote, NotFound)):
            record.amend(replace(claim, quotes=(wrong,)), based_on=seen, by="Ann", at=moment())
    attributed = replace(claim, attribution=replace(claim.attribution, condition=Quote(document.id, 0, 3, "if!")))
    with pytest.raises(BadQuote):
        record.amend(attributed, based_on=seen, by="Ann", at=moment())


def test_a_claim_entered_by_hand_gets_an_id_and_says_who_entered_it(record: Record) -> None:
    entry = record.enter(by_hand("Vienna"), by="Bea", at=moment())
    held = record.at().claim(entry.subject)
    assert (held.state, held.claim.entered_by, held.published) == ("accepted", "Bea", None)
    assert len(entry.subject) == 32
    with pytest.raises(BadArgument, match="id of its own"):
        record.enter(held.claim, by="Bea", at=moment())
    with pytest.raises(BadQuote, match="names who entered it"):
        record.enter(replace(by_hand("Doha"), entered_by=""), by="Bea", at=moment())
    record.undo(entry.subject, by="Bea", at=moment())
    assert record.at().claims() == []


def test_undoing_goes_back_step_by_step(record: Record) -> None:
    document = add(record)
    claim = meeting(document)
    read(record, document, [claim])
    record.accept(claim.id, by="Ann", at=moment())
    record.amend(replace(claim, note="nearer"), based_on=3, by="Bea", at=moment())
    record.reject(claim.id, by="Cem", at=moment())
    states = []
    for by in ("Cem", "Dea", "Ann"):
        record.undo(claim.id, by=by, at=moment())
        held = record.at().claim(claim.id)
        states.append((held.state, held.seq, held.by, held.claim.note))
    assert states == [("amended", 4, "Bea", "nearer"), ("accepted", 3, "Ann", ""), ("proposed", 2, "Ann", "")]
    log = {e.seq: e.undone_by for e in record.at().entries()}
    assert log == {1: None, 2: None, 3: 8, 4: 7, 5: 6, 6: None, 7: None, 8: None}
    assert {e.seq: e.undone_by for e in record.at(as_known=6).entries()}[4] is None


def test_what_cannot_be_read_again_is_not_written(record: Record) -> None:
    not_a_number = replace(by_hand("x"), content=Figure(counted="people", value=float("nan")))
    lone_surrogate = replace(by_hand("x"), note="\ud800")
    no_struct = replace(by_hand("x"), issues=7)
    for claim in (not_a_number, lone_surrogate, no_struct):
        with pytest.raises(BadArgument, match="read"):
            record.enter(claim, by="Bea", at=moment())
    assert record.at().seq == 0


def test_nobody_acts_without_a_name_or_a_time_zone(record: Record) -> None:
    for by in ("", "  ", "a\nb"):
        with pytest.raises(BadArgument, match="names who"):
            record.enter(by_hand("Vienna"), by=by, at=moment())
    with pytest.raises(BadArgument, match="time zone"):
        record.enter(by_hand("Vienna"), by="Bea", at=dt.datetime(2024, 5, 1))  # noqa: DTZ001
    assert record.at().entries() == []


def test_unknown_claims_are_told_as_such(record: Record) -> None:
    for act in (record.accept, record.reject):
        with pytest.raises(NotFound, match="claim"):
            act("nothing", by="Ann", at=moment())
    with pytest.raises(NotFound):
        record.amend(by_hand("Vienna", name="nothing"), based_on=1, by="Ann", at=moment())


def test_a_proposal_of_two_documents_with_one_text_stays_with_the_first(record: Record) -> None:
    one, two = add(record), add(record, WORDS + "\n")
    read(record, one, [meeting(one, name="same")])
    read(record, two, [meeting(two, name="same")])
    assert record.at().claim("same").claim.documents == (one.id,)
    assert verify(record).whole


def test_rebuilding_changes_nothing(record: Record) -> None:
    document = add(record, dated=day("2024-03-01"))
    read(record, document, [meeting(document), meeting(document, "Oslo")])
    record.same_matter([meeting(document).id, meeting(document, "Oslo").id], by="Ann", at=moment())
    before = (record.at().claims(), record.at(as_known=2).claims(), record.at().entries())
    record.rebuild()
    assert (record.at().claims(), record.at(as_known=2).claims(), record.at().entries()) == before
    assert verify(record).whole
