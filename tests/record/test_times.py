"""Nobody stands by what ends before it begins: it is refused as it is entered, amended or accepted, in either store."""

import pytest
from msgspec.structs import replace

from goodoffices.errors import BadDate
from goodoffices.record import Record
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.content import Content
from goodoffices.vocabulary.kinds import Instrument, Programme, Provision, Recurrence, Term
from goodoffices.vocabulary.when import from_edtf as edtf
from tests.record.office import add, meeting, moment, read

IMPOSSIBLE: dict[str, Content] = {
    "until 2030-03": Term(begins=edtf("2030-05-01"), until=edtf("2030-03")),
    "valid 2030-05-01, until 2030-03-01": Term(until=edtf("2030-03-01")),
    "until 2030-04-30 06:00": Term(begins=edtf("2030-04-30T07:00"), until=edtf("2030-04-30T06:00")),
    "until of instrument 2 2030-06-01": Term(
        instruments=(Instrument(), Instrument(since=edtf("2030-07-01"), until=edtf("2030-06-01")))
    ),
    "until of instrument 1 2030-04-01": Term(
        begins=edtf("2030-05"), instruments=(Instrument(until=edtf("2030-04-01")),)
    ),
    "until of recurrence 2029": Provision(
        recurrence=Recurrence(every="P6M", since=edtf("2030-05-01"), until=edtf("2029"))
    ),
    "until 2029": Programme(begins=edtf("2030"), until=edtf("2029")),
}
POSSIBLE: dict[str, Content] = {
    "one day": Term(begins=edtf("2030-05-01"), until=edtf("2030-05-01")),
    "perhaps in order": Term(begins=edtf("2030-05"), until=edtf("2030-05-02")),
    "no beginning": Term(begins=edtf("../2030-05-01"), until=edtf("2030-03")),
    "no end": Programme(begins=edtf("2030")),
}


def _claim(content: Content) -> Claim:
    return Claim(id="truce", content=content, valid=edtf("2030-05-01"), entered_by="Bea")  # type: ignore[arg-type]


@pytest.mark.parametrize("found", IMPOSSIBLE)
def test_an_impossible_time_is_not_entered(record: Record, found: str) -> None:
    with pytest.raises(BadDate, match=f"ends no earlier than it begins.*claim truce: .*{found}.*Swap the two"):
        record.enter(_claim(IMPOSSIBLE[found]), by="Bea", at=moment())
    assert record.at().seq == 0


@pytest.mark.parametrize("content", POSSIBLE)
def test_a_time_that_can_be_is_entered(record: Record, content: str) -> None:
    assert record.enter(_claim(POSSIBLE[content]), by="Bea", at=moment()).subject == "truce"


def test_an_amendment_to_an_impossible_time_is_refused(record: Record) -> None:
    good = _claim(POSSIBLE["one day"])
    seq = record.enter(good, by="Bea", at=moment()).seq
    with pytest.raises(BadDate, match="until 2030-03"):
        record.amend(replace(good, content=IMPOSSIBLE["until 2030-03"]), based_on=seq, by="Bea", at=moment(1))
    assert [r.claim for r in record.at().claims()] == [good]


def test_a_misreading_spoils_no_reading_but_is_not_accepted_before_it_is_amended(record: Record) -> None:
    document = add(record)
    bad = replace(meeting(document), content=IMPOSSIBLE["until 2030-03"])
    fine = meeting(document, "Oslo")
    seq = read(record, document, [bad, fine])
    with pytest.raises(BadDate, match="until 2030-03"):
        record.accept(bad.id, by="Ann", at=moment(1))
    record.reject(bad.id, by="Bea", at=moment(2))
    record.accept(fine.id, by="Ann", at=moment(3))
    with pytest.raises(BadDate):
        record.amend(bad, based_on=seq + 1, by="Ann", at=moment(4))
