"""Deadlines counted from the right thing."""

import datetime as dt

from goodoffices.reading.dates import find
from goodoffices.reading.dates.deadlines import Anchor, anchored
from goodoffices.reading.sentences import split
from goodoffices.vocabulary.when import When, in_month, on_day
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
