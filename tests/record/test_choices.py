"""Which package was chosen and why, in either store."""

import datetime as dt

import pytest
from msgspec.structs import replace

from goodoffices.errors import BadArgument
from goodoffices.record import Record, Viewer, verify
from goodoffices.record.actions import PackageChosen, Pinned

AT = dt.datetime(2030, 5, 3, 10, tzinfo=dt.UTC)
ONE, OTHER = (
    Pinned(name=name, package={"Fare": option}, points={"Arden": points})
    for name, option, points in (("Nash", "low", 60.0), ("Best 2", "high", 40.0))
)
CHOICE = PackageChosen(
    scenario="Ferry",
    assumption="Fictional.",
    written="scenario: 1",
    among=(ONE, OTHER),
    chosen="Nash",
    reason="Cheaper.",
)


def test_a_choice_is_kept_whole_read_by_everybody_and_taken_back(record: Record) -> None:
    entry = record.choose(CHOICE, by="a", at=AT)
    (read,) = record.at(viewer=Viewer("guest")).entries(PackageChosen.name)
    assert (read.seq, read.by, read.at, read.body) == (entry.seq, "a", AT, CHOICE)
    record.undo(PackageChosen.name, by="b", at=AT)
    first, second = record.at().entries(PackageChosen.name)
    assert (first.undone_by, second.action) == (second.seq, "entry.undone")
    record.rebuild()
    assert record.at().entries() == [first, second]
    assert verify(record).entries == 2


@pytest.mark.parametrize("changed", [{"reason": " "}, {"chosen": "Best 1"}, {"reason": "\0"}])
def test_a_choice_without_a_reason_or_of_what_was_not_compared_is_refused(
    record: Record, changed: dict[str, str]
) -> None:
    with pytest.raises(BadArgument):
        record.choose(replace(CHOICE, **changed), by="a", at=AT)
    assert record.at().entries() == []
