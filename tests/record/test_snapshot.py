"""The record as one viewer sees it, along three axes of time."""

import datetime as dt

import pytest
from msgspec.structs import replace

from goodoffices.errors import BadArgument, BadDate, NotFound
from goodoffices.record import EVERYTHING, LIVE, Record, Viewer
from goodoffices.vocabulary.party import Party
from goodoffices.vocabulary.quote import find_quote
from goodoffices.vocabulary.when import between, in_month, unresolved
from tests.record.office import WORDS, add, by_hand, day, meeting, moment, read, reading

MARCH_10 = dt.date(2024, 3, 10)


def test_as_known_goes_back_in_the_log_by_entry_and_by_moment(record: Record) -> None:
    document = add(record, at=moment(0))
    read(record, document, [meeting(document)], at=moment(10))
    record.accept(meeting(document).id, by="Ann", at=moment(20))
    states = {seq: [r.state for r in record.at(as_known=seq).claims()] for seq in range(4)}
    assert states == {0: [], 1: [], 2: ["proposed"], 3: ["accepted"]}
    by_moment = {minutes: record.at(as_known=moment(minutes)).seq for minutes in (-1, 0, 9, 10, 19, 20, 99)}
    assert by_moment == {-1: 0, 0: 1, 9: 1, 10: 2, 19: 2, 20: 3, 99: 3}


def test_an_entry_of_a_slow_clock_is_known_no_earlier_than_the_one_before_it(record: Record) -> None:
    for minutes in (0, 30, 10, 40):
        record.enter(by_hand("Vienna"), by="Bea", at=moment(minutes))
    assert [record.at(as_known=moment(m)).seq for m in (0, 10, 29, 30, 40)] == [1, 1, 1, 3, 4]


def test_as_known_names_an_entry_of_the_log_or_a_moment_with_a_zone(record: Record) -> None:
    for wrong in (-1, 1):
        with pytest.raises(BadArgument, match="the log has entries"):
            record.at(as_known=wrong)
    with pytest.raises(BadArgument, match="time zone"):
        record.at(as_known=dt.datetime(2024, 5, 1))  # noqa: DTZ001


def test_as_of_keeps_what_possibly_was_so_by_then(record: Record) -> None:
    valid = {
        "on the day": (day("2024-03-10"), True),
        "the day after": (day("2024-03-11"), False),
        "that month": (in_month(2024, 3), True),
        "next month": (in_month(2024, 4), False),
        "until later": (between(None, dt.date(2030, 1, 1)), True),
        "some time": (unresolved("FUTURE_REF", "soon"), True),
        "nothing said": (None, True),
        "late or early": (replace(day("2024-04-01"), alternatives=(day("2024-03-01"),)), True),
    }
    for name, (when, _) in valid.items():
        record.enter(by_hand("Vienna", name=name, valid=when), by="Bea", at=moment())
    assert {r.claim.id for r in record.at(as_of=MARCH_10).claims()} == {n for n, (_, kept) in valid.items() if kept}


def test_published_by_keeps_what_was_surely_public_and_counts_what_nobody_dated(record: Record) -> None:
    dates = {
        "Dated before.": (day("2024-03-10"), None, True),
        "Dated after.": (day("2024-03-11"), None, False),
        "Dated before, published after.": (day("2024-03-01"), day("2024-03-20"), False),
        "Dated after, published before.": (day("2024-03-20"), day("2024-03-01"), True),
        "Dated before, published nobody knows when.": (day("2024-03-01"), unresolved("PAST_REF", "recently"), None),
        "Some time in March.": (in_month(2024, 3), None, False),
        "Without any date.": (None, None, None),
        "Before or after.": (replace(day("2024-03-01"), alternatives=(day("2024-04-01"),)), None, False),
        "Before or who knows.": (replace(day("2024-03-01"), alternatives=(unresolved("", "x"),)), None, None),
    }
    for words, (dated, published, _) in dates.items():
        document = add(record, f"{words} {WORDS}", dated=dated, published=published)
        claim = meeting(document, words=f"{words} {WORDS}")
        read(record, document, [claim])
    record.enter(by_hand("Vienna"), by="Bea", at=moment())
    seen = record.at(published_by=MARCH_10)
    kept = [seen.text(r.claim.documents[0]).content.removesuffix(f" {WORDS}") for r in seen.claims()]
    assert kept == [words for words, (_, _, public) in dates.items() if public]
    assert [seen.text(d.id).content.removesuffix(f" {WORDS}") for d in seen.documents()] == kept
    assert (seen.count(), seen.undated(), len(seen.undated_documents())) == (2, 4, 3)
    assert (record.at().count(), record.at().undated()) == (10, 0)
    hidden = next(d for d in record.at().documents() if d not in seen.documents())
    with pytest.raises(NotFound):
        seen.text(hidden.id)


def test_dating_a_document_dates_its_claims_and_not_those_of_yesterday(record: Record) -> None:
    document = add(record)
    read(record, document, [meeting(document)])
    record.date_document(document.id, by="Bea", at=moment(), published=day("2024-03-01"))
    assert record.at(published_by=MARCH_10).count() == 1
    assert record.at(published_by=MARCH_10, as_known=2).count() == 0
    held = record.at(published_by=MARCH_10).claims()[0]
    assert (held.published, held.seq) == (day("2024-03-01"), 2)


def test_a_claim_on_two_documents_is_public_with_the_later_one(record: Record) -> None:
    early, late = add(record, dated=day("2024-03-01")), add(record, WORDS + " More.", dated=day("2024-03-20"))
    both = replace(meeting(early), quotes=(*meeting(early).quotes, *meeting(late).quotes))
    read(record, early, [meeting(early)])
    record.amend(both, based_on=3, by="Ann", at=moment())
    assert record.at(published_by=MARCH_10).count() == 0
    assert record.at(published_by=dt.date(2024, 3, 20)).claims()[0].published == day("2024-03-20")
    assert [r.claim.id for r in record.at().claims(document=late.id)] == [both.id]
    assert [r.claim.id for r in record.at().claims(document=early.id)] == [both.id]
    record.date_document(late.id, by="Ann", at=moment(), dated=day("2024-03-05"))
    assert record.at(published_by=MARCH_10).count() == 1


def test_a_viewer_sees_what_rests_on_papers_they_are_cleared_for(record: Record) -> None:
    papers = {names: add(record, f"{names} {WORDS}", compartments=names) for names in ((), ("a",), ("b",), ("a", "b"))}
    for names, document in papers.items():
        read(record, document, [meeting(document, words=f"{names} {WORDS}")])
    note = record.enter(by_hand("Oslo"), by="Bea", at=moment(), compartments=("b",)).subject
    for cleared, papers_seen, notes in (((), 1, 0), (("a",), 2, 0), (("b",), 2, 1), (("a", "b", "c"), 4, 1)):
        seen = record.at(viewer=Viewer("somebody", frozenset(cleared)))
        assert seen.count() == len(seen.claims()) == papers_seen + notes
        assert len(seen.documents()) == papers_seen
        assert len(seen.entries()) == 2 * papers_seen + notes
        assert (note in {r.claim.id for r in seen.claims()}) == bool(notes)
    assert record.at(viewer=EVERYTHING).count() == 5
    outsider = record.at(viewer=Viewer("outsider"))
    hidden = papers["a", "b"]
    for look in (outsider.document, outsider.text, outsider.original, outsider.reading):
        with pytest.raises(NotFound):
            look(hidden.id)
    with pytest.raises(NotFound):
        outsider.claim(meeting(hidden).id)
    with pytest.raises(NotFound):
        outsider.matter(meeting(hidden).id)


def test_what_came_from_a_confidential_paper_stays_so_when_amended_to_quote_an_open_one(record: Record) -> None:
    secret, known = add(record, compartments=("inner",)), add(record, WORDS + " Open.")
    read(record, secret, [meeting(secret)])
    record.amend(replace(meeting(secret), quotes=meeting(known).quotes), based_on=3, by="Ann", at=moment())
    assert record.at(viewer=Viewer("outsider")).count() == 0
    assert record.at(viewer=Viewer("insider", frozenset({"inner"}))).count() == 1


def test_an_entry_that_undoes_or_compares_is_as_confidential_as_what_it_is_about(record: Record) -> None:
    secret = add(record, compartments=("inner",))
    read(record, secret, [meeting(secret), meeting(secret, "Oslo")])
    record.accept(meeting(secret).id, by="Ann", at=moment())
    record.undo(meeting(secret).id, by="Ann", at=moment())
    entry = record.same_matter([meeting(secret).id, meeting(secret, "Oslo").id], by="Ann", at=moment())
    record.undo(entry.subject, by="Ann", at=moment())
    record.date_document(secret.id, by="Ann", at=moment(), dated=day("2024-03-01"))
    assert record.at(viewer=Viewer("outsider")).entries() == []


def test_claims_come_in_the_order_in_which_they_came_to_the_record(record: Record) -> None:
    document = add(record)
    places = ("Vienna", "Oslo", "Doha")
    read(record, document, [meeting(document, place) for place in places])
    record.accept(meeting(document, "Oslo").id, by="Ann", at=moment())
    assert [r.claim.id for r in record.at().claims()] == [meeting(document, place).id for place in places]
    assert [r.claim.id for r in record.at().claims(states=LIVE - {"accepted"})] == [
        meeting(document, place).id for place in ("Vienna", "Doha")
    ]


def test_counting_and_listing_agree_on_kinds_and_states(record: Record) -> None:
    document = add(record)
    read(record, document, [meeting(document), meeting(document, "Oslo")])
    record.reject(meeting(document).id, by="Ann", at=moment())
    now = record.at()
    assert (now.count(), now.count("meeting"), now.count("event"), now.count(states=LIVE)) == (2, 2, 0, 1)
    assert len(now.claims("meeting", ["rejected"])) == 1


def test_parties_of_readings_join_those_everybody_knows(record: Record) -> None:
    open_paper, secret = add(record), add(record, WORDS + " Secret.", compartments=("inner",))
    for document, name in ((open_paper, "Front of the North"), (secret, "Hidden Channel")):
        made = Party(id=name.casefold(), name=name, kind="movement")
        found = replace(reading(document), parties=(made,))
        record.add_reading(document.id, found, by="Ann", at=moment())
        assert record.at().reading(document.id) == found
    outsider = record.at(viewer=Viewer("outsider")).parties()
    assert "front of the north" in outsider
    assert "hidden channel" not in outsider
    assert "hidden channel" in record.at().parties()
    assert record.at().parties().name("quartet") == outsider.name("quartet")


def test_the_log_page_shows_one_subject_and_the_latest_entries(record: Record) -> None:
    document = add(record)
    read(record, document, [meeting(document)])
    record.accept(meeting(document).id, by="Ann", at=moment())
    assert [e.action for e in record.at().entries(document.id)] == ["document.added", "document.read"]
    assert [e.seq for e in record.at().entries(limit=2)] == [2, 3]


def test_a_document_nobody_read_has_no_reading(record: Record) -> None:
    document = add(record)
    assert record.at().reading(document.id) is None


def test_a_quote_of_a_condition_counts_as_resting_on_its_document(record: Record) -> None:
    secret, known = add(record, compartments=("inner",)), add(record, WORDS + " Open.")
    claim = meeting(known)
    condition = find_quote(secret.id, WORDS, "Envoys met in Oslo")
    conditional = replace(claim, id="new", attribution=replace(claim.attribution, condition=condition))
    record.enter(conditional, by="Ann", at=moment())
    assert record.at(viewer=Viewer("outsider")).count() == 0


def test_an_hour_is_no_day_to_look_at(record: Record) -> None:
    for name in ("as_of", "published_by"):
        with pytest.raises(BadDate, match=f"{name} is a day"):
            record.at(**{name: moment()})  # type: ignore[arg-type]
