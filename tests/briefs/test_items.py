"""Rows made from matters and their statuses."""

import datetime as dt

import pytest
from msgspec.structs import replace

from goodoffices.briefs import Notes, provision_item, term_item
from goodoffices.tracking import status, term_status
from goodoffices.vocabulary.kinds import Provision
from goodoffices.vocabulary.when import When, in_year, on_day

from .sample import ACCUSED, ARCHIVE, AS_OF, CREWS, DOCUMENTS, LINDHOLM, OPENED, REPORTS, TRUCE, claim, matter, name


def test_a_row_names_parties_in_neutral_order_its_date_and_its_reasons() -> None:
    notes = Notes(DOCUMENTS)
    found = status(CREWS, as_of=AS_OF, events=[OPENED, ACCUSED], name=name)
    row = provision_item(CREWS, found, notes, name=name)
    assert (row.state, row.mark) == ("alleged broken (by Belmark)", "alleged broken")
    assert (row.words, row.when) == ("Release the crews held since January", "by 30 September 2031")
    assert row.parties == ("Ardania",)
    assert row.notes == (1,)
    assert not row.proposed
    assert any("Only Observer Mission may say" in sentence for sentence in row.detail)


def test_a_proposal_is_marked_and_a_recurrence_says_how_often() -> None:
    found = status(ARCHIVE, as_of=AS_OF, events=[])
    assert provision_item(ARCHIVE, found, Notes(DOCUMENTS)).proposed
    recurring = status(REPORTS, as_of=AS_OF, events=[])
    assert provision_item(REPORTS, recurring, Notes(DOCUMENTS)).when == "every 2 months"


LATER = When(value="P1M", basis="within a month")


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (None, "set 14 March 2031, no last day"),
        (in_year(2031), "2031"),
        (When(value="FUTURE_REF", basis="at the appropriate time"), "“at the appropriate time”"),
        (replace(LINDHOLM, alternatives=(on_day(AS_OF),)), "14 March 2031 or 1 September 2031"),
        (replace(LINDHOLM, alternatives=(LATER,)), "14 March 2031 or undated"),
    ],
)
def test_a_row_gives_every_date_it_can_have(deadline: When | None, words: str) -> None:
    said = claim("x", Provision(act="report", deadline=deadline), "communique", "It expects technical talks")
    asked = matter("x", said)
    assert provision_item(asked, status(asked, as_of=AS_OF, events=[]), Notes(DOCUMENTS)).when == words


def test_a_row_without_a_last_day_says_since_when_it_stands() -> None:
    said = claim("x", Provision(act="report"), "communique", "It expects technical talks")
    days = (on_day(dt.date(2032, 3, 14)), on_day(dt.date(2031, 3, 14)), None)
    asked = matter("x", *(replace(said, id=f"x{n}", valid=day) for n, day in enumerate(days)))
    row = provision_item(asked, status(asked, as_of=AS_OF, events=[]), Notes(DOCUMENTS))
    assert row.when == "set 14 March 2031, no last day"


def test_a_term_does_not_tell_its_chain_twice() -> None:
    row = term_item(TRUCE, term_status(TRUCE, as_of=AS_OF), Notes(DOCUMENTS), name=name)
    assert row.parties == ("Ardania", "Belmark")
    assert row.when == "since 20 March 2031"
    assert " ".join(row.detail).count("several times") == 1
