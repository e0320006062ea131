"""The date a document bears, and the many dates that are not its own."""

import datetime as dt

import pytest

from goodoffices.documents import extract
from goodoffices.documents.dateline import dateline, header_date, signing_date
from goodoffices.documents.dates import dates_in, read_stamp

DAY = dt.date(1967, 11, 22)


@pytest.mark.parametrize(
    "line",
    [
        "22 November 1967",
        "of 22 November 1967",
        "22nd of November, 1967",
        "November 22, 1967",
        "Nov. 22, 1967",
        "22 novembre 1967",
        "22 de noviembre de 1967",
        "22 ноября 1967 года",
        "22 نوفمبر 1967",
        "22 تشرين الثاني 1967",
        "٢٢ نوفمبر ١٩٦٧",
        "22 בנובמבר 1967",
        "1967-11-22",
        "22.11.1967",
        "22/11/1967",
        "11/22/1967",
    ],
)
def test_a_day_is_read_in_the_languages_of_the_office(line: str) -> None:
    found = [when for _, _, when in dates_in(line)]
    assert [when.earliest for when in found] == [DAY]
    assert not found[0].open_question


def test_a_numeric_day_that_can_be_read_two_ways_keeps_both() -> None:
    (_, _, when) = next(dates_in("03/04/2010"))
    assert {reading.earliest for reading in when.readings()} == {dt.date(2010, 4, 3), dt.date(2010, 3, 4)}
    (_, _, french) = next(dates_in("03/04/2010", language="fr"))
    assert french.earliest == dt.date(2010, 4, 3)
    assert not french.open_question


@pytest.mark.parametrize(
    "line", ["31 November 1967", "32/01/2010", "1/2", "in May", "No. 242", "12 March", "2010", "1.2.3"]
)
def test_what_is_no_date_gives_none(line: str) -> None:
    assert list(dates_in(line)) == []


def test_two_digit_years_are_read_only_of_web_pages() -> None:
    assert list(dates_in("19/05/25")) == []
    assert [when.earliest for _, _, when in dates_in("19/05/25", web=True)] == [dt.date(2025, 5, 19)]
    assert [when.earliest for _, _, when in dates_in("19/05/98", web=True)] == [dt.date(1998, 5, 19)]


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2010-03-25T23:30:00-05:00", dt.date(2010, 3, 25)),
        ("2010-03-25", dt.date(2010, 3, 25)),
        ("20100325", dt.date(2010, 3, 25)),
        ("Thu, 25 Mar 2010 08:00:00 GMT", dt.date(2010, 3, 25)),
        ("March 25, 2010", dt.date(2010, 3, 25)),
    ],
)
def test_machine_written_dates_give_their_day_as_written(stamp: str, day: dt.date) -> None:
    when = read_stamp(stamp)
    assert when is not None
    assert when.earliest == when.latest == day


@pytest.mark.parametrize("stamp", ["", "yesterday", "2010-13-45", "1269500000", "2010-02-31"])
def test_machine_written_nonsense_gives_none(stamp: str) -> None:
    assert read_stamp(stamp) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "GENEVA, 3 May 1999 – The envoys met again.",
        "GENEVA, May 3, 1999 (Agency) - The envoys met again.",
        "May 3, 1999 (GENEVA) – The envoys met again.",
        "Geneva (3 May 1999) — The envoys met again.",
        "New York, 3 May 1999: The envoys met again.",
    ],
)
def test_a_dateline_gives_the_date(paragraph: str) -> None:
    when = dateline(paragraph)
    assert when is not None
    assert when.earliest == dt.date(1999, 5, 3)
    assert when.basis.startswith("dateline")


@pytest.mark.parametrize(
    "paragraph",
    [
        "On May 3, 1999 – the day of the vote – the envoys met again.",
        "The truce of 3 May 1999 was broken twice.",
        "After the vote. In Geneva, 3 May 1999 – the envoys met.",
    ],
)
def test_the_date_of_an_event_is_no_dateline(paragraph: str) -> None:
    assert dateline(paragraph) is None


@pytest.mark.parametrize(
    "line",
    [
        "Recalling the letter dated 22 December 1976",
        "Valid until 31 December 2012",
        "The ceasefire that both sides had signed in the capital on 3 May 1999 was broken after two days of quiet",
    ],
)
def test_lines_that_tell_of_other_dates_do_not_date_the_document(line: str) -> None:
    assert header_date([line], where="line near the title") is None


def test_publication_goes_before_change_and_days_before_months() -> None:
    lines = ["Updated 5 June 2014", "May 2014", "Published 3 June 2014"]
    when = header_date(lines, where="header")
    assert when is not None
    assert when.earliest == dt.date(2014, 6, 3)
    assert when.basis == "header: Published 3 June 2014"


def test_an_agreement_without_another_date_bears_that_of_its_signing() -> None:
    clause = "Done at Orlec on the 17th day of April 1996, in two copies, each in both languages."
    when = signing_date(["The Parties shall exchange prisoners before 1 May 1996.", clause])
    assert when is not None
    assert when.earliest == dt.date(1996, 4, 17)
    assert when.basis.startswith("signing clause")


def test_a_paper_that_others_signed_dates_nothing() -> None:
    told = "It deplored breaches of the Truce signed by Arland and the League (in exile) on 23 January 1994."
    assert signing_date([told]) is None


HEADS = {
    "line near the title": "Resolution 9 (2001)\nof 4 June 2001\n\nThe Council,\n\nRecalling its act of 2 May 2000,\n",
    "title: 9": "9 (2001). Resolution of 4 June 2001\n\nThe Council,\n\n1. Decides to meet on 1 July 2001.\n",
    "near the title: 4": "UNITED NATIONS\nThe Council\nDistr.: General\n4 June 2001\n\nNote\n\nI came on 2 May 2001.\n",
    "title: Joint": "Joint statement of the two delegations, 4 June 2001\n\nWe met today, as we did on 2 May 2001.\n",
    "title: Date": "Letter to the Council\n\nDate: 4 June 2001\n\nI write on the events of 2 May 2001.\n",
    "title: 4 June": "4 June 2001\n\nThe Envoy: Thank you all. We met on 2 May 2001.\n",
    "title: June 4": "June 4, 2001 | Brief\n\nArland offers a truce\n\nIt did so on 2 May 2001, the League said.\n",
    "title: Mission": "Mission to the Ports of the Northern and the Southern Lakes of Arland Daily Report 188/2001 "
    "issued on 4 June 2001\n\nOn 2 May 2001 the Mission saw nothing.\n",
    "dateline: ORLEC": "Statement of the Representative of the League to the press after the meeting of the Trio and "
    "of its four groups on the ports, the roads and the dams of Arland on 3 June 2001\n\nORLEC, 4 June 2001 – The "
    "Representative spoke of 2 May 2001 at some length to those who had come to hear him.\n",
    "line near the title: June": "Joint statement by the foreign ministers of Arland, of Orlec, of the Northern Lakes "
    "and of Southern Lakes and by the Secretary of the League on the ports, the roads and the dams of the valley\n\n"
    "June 4, 2001\n\nWe, the ministers, met today.\n",
    "title: Transcript": "Transcript of remarks by the Envoy of the League after the meeting of the two leaders in the "
    "house of the Mission in the old harbour of Orlec in the protected area, Orlec, 4 June 2001\nThe leaders met.\n",
    "dateline: June": "Lake leaders order talks\n\nJune 4, 2001 (ORLEC) – A meeting of leaders from the lakes of the "
    "region has ordered that talks be taken up again between Arland and the League within three days, after all.\n",
    "last line: 4": "Announcement by Arland and the League\n\nArland and the League state that they will found new "
    "relations with each other after the war of 2 May 2001 and all that was said and done in it by either.\n\n"
    "4 June 2001\nOrlec\n",
    "opening: The Trio": "Press communiqué of the third round of talks of the Trio\n\nThe Trio on the ports held its "
    "third round in Orlec, the seat of the League of the Lakes, from 2 to 4 June 2001, with the groups that signed the "
    "Pact of 2 May 2001.\n",
    "opening: 2001": "2001-06-04 On its fifth anniversary the Pact of Orlec is in doubt, and since 2 May 2001 its "
    "guarantors have met twice without a word on what they said to each other about the ports.\n",
}


@pytest.mark.parametrize("where", HEADS)
def test_plain_documents_are_dated_by_their_heads(where: str) -> None:
    dated = extract(HEADS[where].encode(), "a.txt").dated
    assert dated is not None
    assert dated.earliest == dt.date(2001, 6, 4)
    assert where in dated.basis


@pytest.mark.parametrize(
    "text",
    [
        "Envoy calls for patience\n\nThe envoy said on Friday that the truce of 2 May 2001 had to be kept by all.\n",
        "The attack of 7 June 2003 and what followed\n\nNobody expected what came after it, least of all the army.\n",
        "Plan of action\n\nRecalling the Pact signed on 2 May 2001 in Orlec, the sides adopted what follows for now.\n",
        "The council met on 2 May 2001 and again in June. It did not meet since then, for want of a room.\n",
    ],
)
def test_a_document_that_only_tells_of_dates_bears_none(text: str) -> None:
    assert extract(text.encode(), "a.txt").dated is None
