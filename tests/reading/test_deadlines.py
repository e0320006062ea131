"""Deadlines counted from the right thing."""

import datetime as dt

import pytest

from goodoffices.reading.dates import find
from goodoffices.reading.dates.deadlines import Anchor, anchored
from goodoffices.reading.sentences import split
from goodoffices.vocabulary.kinds import Provision
from goodoffices.vocabulary.when import When, in_month, on_day
from tests.reading.invented import claims, read
from tests.reading.texts import seed_1, text

DAY = dt.date
DATED = on_day(DAY(2010, 3, 25))


def due(content: str, told: dict[str, When], dated: When | None = DATED) -> When:
    """The last time expression of `content`, anchored to the events told with the given words."""
    document = text(content)
    sentences = split(document)
    places = {words: content.index(words) for words in told}
    anchors: list[Anchor] = [((at, at + len(w)), told[w], w) for w, at in places.items()]
    return anchored(find(document, "d", sentences, dated), anchors, dated, sentences)[-1].when


def test_an_event_told_before_goes_before_the_documents_date() -> None:
    when = due("The body met. It wants talks within four months.", {"The body met": on_day(DAY(2010, 3, 19))})
    assert (when.latest, when.earliest, when.anchor) == (DAY(2010, 7, 19), None, "The body met")
    assert when.basis == "within four months"


def test_without_an_event_the_documents_date_counts_and_without_both_nothing_does() -> None:
    assert due("It wants talks within four months.", {}).latest == DAY(2010, 7, 25)
    assert due("It wants talks within four months.", {}).anchor == "document"
    unanchored = due("It wants talks within four months.", {}, dated=None)
    assert (unanchored.value, unanchored.bounded) == ("P4M", False)


def test_two_events_in_one_sentence_are_two_readings() -> None:
    told = {"the meeting": on_day(DAY(2010, 3, 19)), "the decision": on_day(DAY(2010, 3, 21))}
    when = due("After the meeting came the decision. Talks restart within ten days.", told)
    assert {r.latest for r in when.readings()} == {DAY(2010, 3, 29), DAY(2010, 3, 31)}
    assert when.open_question
    assert {r.anchor for r in when.readings()} == set(told)


def test_the_event_told_last_counts_when_they_stand_in_different_sentences() -> None:
    told = {"the summit": on_day(DAY(2010, 1, 1)), "the meeting": on_day(DAY(2010, 3, 19))}
    when = due("They held the summit. They held the meeting. Talks restart within ten days.", told)
    assert (when.latest, when.open_question) == (DAY(2010, 3, 29), False)


def test_an_event_of_a_month_counts_from_its_last_day() -> None:
    when = due("The body met. It wants talks within ten days.", {"The body met": in_month(2010, 2)})
    assert when.latest == DAY(2010, 3, 10)


def test_words_that_name_the_start_go_before_every_event() -> None:
    told = {"The body met": on_day(DAY(2010, 3, 19))}
    assert (
        due("The body met. A report is due within 30 days of the adoption of this resolution.", told).anchor
        == "document"
    )
    assert due("The body met. Forces leave within 30 days of the harvest.", told).bounded is False
    assert due("The body met. Forces leave within 30 days of that meeting.", told).latest == DAY(2010, 4, 18)


def test_a_date_told_with_the_deadline_is_what_it_counts_from() -> None:
    document = text("Forces leave within two weeks of 5 March 2010.")
    found = anchored(find(document, "d", split(document), DATED), [], DATED)
    assert (found[0].when.latest, found[0].when.anchor) == (DAY(2010, 3, 19), "date")


COUNTED_TWICE = (
    "The pact, signed on 3 May, is to enter into force ten days after signature. "
    "Guns go within a week of its entry into force."
)


@pytest.mark.parametrize(
    ("words", "latest"),
    [
        (
            "The truce took effect on 3 May 2035. Sixty days after its entry into force the boats must go.",
            DAY(2035, 7, 2),
        ),
        (
            "Within 14 days of the ceasefire, which began on 3 May 2035, both sides will hand over maps.",
            DAY(2035, 5, 17),
        ),
        ("The accord, signed on 3 May 2035, gives them 60 days after signature to vote.", DAY(2035, 7, 2)),
        ("Officers will meet within five days of the deal's signing. Monday's signing was brief.", DAY(2035, 5, 19)),
        (COUNTED_TWICE, DAY(2035, 5, 20)),
        ("Under the accord signed on 3 May 2035, Freedonia must leave within 30 days.", DAY(2035, 6, 2)),
        ("Under the accord, which was signed yesterday, Freedonia will leave within 30 days.", DAY(2035, 6, 14)),
        ("The pact, signed in Klow on 3 May 2035, requires both to leave within 30 days.", DAY(2035, 6, 2)),
        ("They signed a pact on 3 May 2035. Freedonia will leave within 30 days, the pact said.", DAY(2035, 6, 2)),
        ("They signed a pact on 3 May 2035. It is sunny. Freedonia will vote within 30 days.", DAY(2035, 6, 15)),
        ("The Lake Council ordered the boats on 3 May to leave within a week.", DAY(2035, 5, 10)),
        ("The council shall sit within seven days as of the seating of the assembly.", None),
        ("Forces leave within 30 days of the signing of another accord.", None),
        ("The army took the port within a week.", None),
        ("Within two days, the rebels had left.", None),
    ],
)
def test_a_length_is_counted_from_the_day_that_is_told_of_what_it_names(words: str, latest: dt.date | None) -> None:
    lengths = [d.when for d in read(words).dates if d.when.value.startswith("P")]
    assert lengths[-1].latest == latest


def test_an_agreement_counts_from_its_own_signature_and_the_day_that_it_names() -> None:
    words = (
        "Agreement on the Dam between Freedonia and Sylvania\n\nD-Day is 1 July 2035.\n"
        "1. This Agreement shall enter into force upon signature.\n"
        "2. The Parties shall withdraw within 30 days of the entry into force of this Agreement.\n"
        "3. The Parties shall meet ten days after signature.\n4. The guns shall be collected by D-Day + 30.\n"
    )
    found = [c.content for c in read(words).claims if isinstance(c.content, Provision)]
    assert [p.deadline.latest if p.deadline else None for p in found[1:]] == [
        DAY(2035, 6, 15),
        DAY(2035, 5, 26),
        DAY(2035, 7, 31),
    ]


def test_a_length_that_is_no_deadline_stays_as_it_is() -> None:
    assert due("The truce held for six months.", {}).bounded is False
    assert due("They review it every six months.", {}).bounded is False


def test_both_deadlines_of_seed_1_count_from_the_meeting() -> None:
    document = seed_1()
    sentences = split(document)
    meeting: Anchor = (sentences[0], on_day(DAY(2010, 3, 19)), "meeting")
    found = anchored(find(document, "d", sentences, DATED), [meeting], DATED, sentences)
    assert {m.quote.exact: m.when.latest for m in found if m.when.anchor == "meeting"} == {
        "within four months": DAY(2010, 7, 19),
        "within 24 months": DAY(2012, 3, 19),
    }


def test_a_day_counted_out_in_brackets_is_the_deadline() -> None:
    words = "Sylvania shall withdraw its crews within 30 days (13 June 2035) of the signing of the agreement."
    due = [c.content.deadline for c in claims(words, "provision") if isinstance(c.content, Provision)]
    assert [d and (d.earliest, d.latest) for d in due] == [(None, dt.date(2035, 6, 13))]
