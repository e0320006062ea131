"""Expressions of time, their places and their days."""

import calendar
import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.reading.dates import find
from goodoffices.reading.sentences import split
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.when import When, from_edtf, on_day
from tests.reading import invented
from tests.reading.texts import seed_1, seed_2, text

DAY = dt.date


def mentions(content: str, dated: str | None = None) -> tuple[DateMention, ...]:
    document = text(content)
    return find(document, "d", split(document), from_edtf(dated) if dated else None)


def read(content: str, dated: str | None = None) -> list[tuple[str, str]]:
    return [(m.quote.exact, m.when.value) for m in mentions(content, dated)]


def only(content: str, dated: str | None = None) -> When:
    (mention,) = mentions(content, dated)
    return mention.when


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("19 March 2010", "2010-03-19"),
        ("March 19, 2010", "2010-03-19"),
        ("the 19th of March 2010", "2010-03-19"),
        ("Friday, 19 March 2010", "2010-03-19"),
        ("2010-03-19", "2010-03-19"),
        ("Sept. 3, 2010", "2010-09-03"),
        ("March 2010", "2010-03"),
        ("early March 2010", "2010-03"),
        ("the end of March 2010", "2010-03"),
        ("the summer of 2010", "2010-SU"),
        ("the 1990s", "199"),
        ("the nineteenth century", "18"),
        ("5-7 March 2010", "2010-03-05/2010-03-07"),
        ("March 5–7, 2010", "2010-03-05/2010-03-07"),
    ],
)
def test_full_dates_are_read_in_every_order(words: str, value: str) -> None:
    assert read(f"They met on {words} in the town.") == [(words, value)]


def test_a_numeric_date_that_can_be_read_two_ways_keeps_both_readings() -> None:
    when = only("They met on 3/4/2010.")
    assert [r.earliest for r in when.readings()] == [DAY(2010, 4, 3), DAY(2010, 3, 4)]
    assert not only("They met on 19/3/2010.").open_question


def test_without_the_documents_date_an_incomplete_one_gets_no_days() -> None:
    found = read("On Friday they met. In November it began. On October 7 it ended. It was founded in 2002.")
    assert found == [("Friday", "XXXX-WXX-5"), ("November", "XXXX-11"), ("October 7", "XXXX-10-07"), ("2002", "2002")]
    assert not any(m.when.bounded for m in mentions("On Friday they met. In November it began."))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("He said so on Friday.", "2023-12-29"),
        ("He said so on Monday.", "2023-12-25"),
        ("They will meet on Monday.", "2024-01-01"),
        ("In November he proposed it.", "2023-11"),
        ("They are to meet in February.", "2024-02"),
        ("On October 7 they attacked.", "2023-10-07"),
        ("It was signed last month.", "2023-11"),
        ("They meet next week.", "2024-W01"),
        ("He resigned yesterday.", "2023-12-28"),
        ("They plan to run it this coming summer.", "2024-SU"),
        ("It failed last winter.", "2022-WI"),
        ("He left two years ago.", "2021"),
        ("He arrived three days ago.", "2023-12-26"),
    ],
)
def test_with_the_documents_date_tense_gives_the_direction(sentence: str, value: str) -> None:
    assert [v for _, v in read(sentence, "2023-12-29")] == [value]


def test_the_tense_of_the_next_clause_does_not_count() -> None:
    found = read("The truce took effect on 1 February and will expire on 1 May.", "2034-03-08")
    assert [value for _, value in found] == ["2034-02-01", "2034-05-01"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("within four months", "P4M"),
        ("within 24 months", "P24M"),
        ("within ninety (90) days", "P90D"),
        ("within the next forty-eight hours", "PT48H"),
        ("not later than thirty days", "P30D"),
        ("within a period of not more than 60 days", "P60D"),
        ("within a fortnight", "P2W"),
        ("within 18 to 24 months", "P24M"),
        ("within ninety-nine days", "P99D"),
    ],
)
def test_a_deadline_in_lengths_comes_back_as_its_length_without_days(words: str, value: str) -> None:
    (mention,) = mentions(f"Talks restart {words} under its eyes.", "2010-03-25")
    assert (mention.quote.exact, mention.when.value, mention.when.bounded) == (words, value, False)
    assert mention.when.basis == words


def test_by_and_before_make_deadlines_of_dates() -> None:
    assert only("They shall leave by 10 June 1982.").latest == DAY(1982, 6, 10)
    assert only("They shall leave by 10 June 1982.").earliest is None
    assert only("They shall leave before 10 June 1982.").latest == DAY(1982, 6, 9)
    assert only("They shall sign before the end of 2008.").latest == DAY(2008, 12, 31)
    assert only("They shall sign by the end of the year.", "2010-03-25").latest == DAY(2010, 12, 31)
    assert only("They shall sign by mid-2010.").latest == DAY(2010, 8, 31)
    assert only("They shall leave by 10 June 1982.").basis == "by 10 June 1982"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("at the appropriate time", "FUTURE_REF"),
        ("at some point in the future", "FUTURE_REF"),
        ("shortly thereafter", "FUTURE_REF"),
        ("shorly thereafter", "FUTURE_REF"),
        ("a few months ago", "PAST_REF"),
        ("recently", "PAST_REF"),
        ("so far", "PRESENT_REF"),
    ],
)
def test_vague_words_say_that_no_date_can_be_given(words: str, value: str) -> None:
    (mention,) = mentions(f"It was held {words}.", "2010-03-25")
    assert (mention.quote.exact, mention.when.value, mention.when.bounded) == (words, value, False)


def test_one_wrong_letter_in_a_month_is_read_and_quoted_as_printed() -> None:
    assert read("They met in Febuary 2010.") == [("Febuary 2010", "2010-02")]


def test_the_year_of_a_cited_resolution_and_counts_are_no_dates() -> None:
    assert read("Recalling its resolutions 242 (1967) and S/RES/338 (1973), over 1,600 units and 2000 soldiers.") == []


def test_a_clock_time_joins_its_day() -> None:
    when = only("The truce began at 07:00 local time on 24 November 2023.")
    assert (when.earliest, when.clock) == (DAY(2023, 11, 24), dt.time(7))
    assert when.value == "2023-11-24T07:00"


def test_a_date_without_a_year_takes_it_from_its_fellow() -> None:
    assert read("Between 3 March and 5 May 2011 nothing moved.") == [
        ("3 March", "2011-03-03"),
        ("5 May 2011", "2011-05-05"),
    ]


def test_may_and_march_are_months_only_where_they_are() -> None:
    assert read("They may march. May he succeed.", "2010-03-25") == []


def test_may_and_march_are_months_before_other_words_too() -> None:
    assert read("It fell in March when the rains came, and in May after a siege.", "2035-06-01") == [
        ("March", "2035-03"),
        ("May", "2035-05"),
    ]


def test_lengths_and_recurrences_keep_their_length() -> None:
    found = read(
        "The mandate runs for a further period of six months and is reviewed every six months for twenty-four hours."
    )
    assert [value for _, value in found] == ["P6M", "P6M", "PT24H"]


FORMS = (
    "{d} {m} {y}",
    "{m} {d}, {y}",
    "{d} of {m} {y}",
    "{y}-{mm:02d}-{d:02d}",
    "{w}, {d} {m} {y}",
    "the {d}{th} of {m}, {y}",
)
FRAMES = (
    "The parties met on {}.",
    "On {} the Council adopted it.",
    "It was signed in Oslo ({}), they said.",
    "Since {} it holds.",
)


@settings(max_examples=1000, deadline=None)
@given(st.dates(DAY(1900, 1, 1), DAY(2099, 12, 31)), st.sampled_from(FORMS), st.sampled_from(FRAMES))
def test_a_date_written_into_a_sentence_comes_back(day: dt.date, form: str, frame: str) -> None:
    th = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day // 10 != 1 else 0, "th")
    name = calendar.month_name[day.month]
    words = form.format(d=day.day, m=name, mm=day.month, y=day.year, w=calendar.day_name[day.weekday()], th=th)
    (mention,) = mentions(frame.format(words))
    assert mention.quote.exact == words
    assert (mention.when.earliest, mention.when.latest) == (day, day)


WORDS = st.sampled_from(
    [
        "within",
        "two",
        "months",
        "by",
        "March",
        "5",
        "2010",
        "the",
        "end",
        "of",
        "last",
        "Friday",
        "May",
        "(1973)",
        "07:00",
        "ago",
        "summer",
        "and",
        "-",
        "to",
        "next",
        "year",
        "in",
        "1990s",
        "shorly",
        "a",
        "few",
        ".",
        "’s",
        "3/4/2010",
        "BC",
        "\n",
    ]
)


@given(st.lists(WORDS, max_size=30), st.none() | st.dates(DAY(1950, 1, 1), DAY(2050, 1, 1)))
def test_mentions_hold_in_their_text_are_ordered_disjoint_and_deterministic(
    words: list[str], day: dt.date | None
) -> None:
    document = text(" ".join(words))
    dated = on_day(day) if day else None
    found = find(document, "d", split(document), dated)
    assert all(m.quote.holds_in(document.content) for m in found)
    assert all(a.quote.end <= b.quote.start for a, b in itertools.pairwise(found))
    assert found == find(document, "d", split(document), dated)


def test_seed_2_leaves_friday_open_until_somebody_gives_the_documents_date() -> None:
    document = seed_2()
    undated = find(document, "d", split(document), None)
    dated = find(document, "d", split(document), on_day(DAY(2023, 12, 29)))
    assert [m.when.value for m in undated if m.quote.exact == "Friday"] == ["XXXX-WXX-5"]
    assert [m.when.value for m in dated if m.quote.exact == "Friday"] == ["2023-12-29"]


def test_nothing_is_dated_outside_the_main_text_of_seed_1() -> None:
    document = seed_1()
    found = find(document, "d", split(document), on_day(DAY(2010, 3, 25)))
    assert len(found) == 11
    assert all(document.in_main(m.quote.start, m.quote.end) for m in found)


def test_by_after_a_day_tells_who_and_not_by_when() -> None:
    found = invented.read("The Harbour Trio deplored the raid begun on 14 May by crews of Borduria.").dates
    assert [d.when.value for d in found] == ["2035-05-14"]


def test_what_is_planned_for_the_day_of_the_document_is_that_day() -> None:
    found = invented.read("A further talk was scheduled for 16 May at noon.").dates
    assert found[0].when.earliest == dt.date(2035, 5, 16)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The Trio welcomed the truce, effective 30 April, which it had urged.", "1998-04-30"),
        ("They signed it on 30 August.", "1997-08-30"),
        ("They make ready for a vote in July.", "1998-07"),
        ("Fighting broke out in July.", "1997-07"),
        ("A further talk was scheduled for 20 April.", "1998-04-20"),
        ("The talks will take up what was agreed by all the sides on 25 January.", "1998-01-25"),
        ("On 2 September, the islanders will vote.", "1998-09-02"),
        ("The camps close in the 1st week of October, 1998.", "1998-10-01/1998-10-07"),
        ("They met on January 16‐17, 1998.", "1998-01-16/1998-01-17"),
    ],
)
def test_a_day_without_a_year_within_weeks_of_the_document_is_of_those_weeks(sentence: str, value: str) -> None:
    assert [v for _, v in read(sentence, "1998-04-22")] == [value]


def test_a_story_of_years_ago_keeps_its_year_until_another_is_told() -> None:
    story = "The pact was signed on 17 August 2005. Arms came in. All saw it. It was to begin on 15 September. "
    assert [v for _, v in read(story, "2008-03-08")] == ["2005-08-17", "2005-09-15"]
    later = story + "It was renewed in 2008. On 3 February they met."
    assert read(later, "2008-03-08")[-1] == ("3 February", "2008-02-03")
