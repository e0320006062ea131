"""What a brief tells in full: the calendar months around its day; the rest is counted and pointed to."""

import datetime as dt
from collections.abc import Iterator

import pytest

from goodoffices.briefs import Brief, Section
from goodoffices.desk.advice.advise import advise
from goodoffices.desk.advice.window import MOST, WINDOW, around, pressing
from goodoffices.desk.affairs.status import state_of_affairs
from goodoffices.desk.intake.sample import make_sample
from goodoffices.record import Record

DAY = dt.date(2012, 3, 20)
AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with make_sample(tmp_path_factory.mktemp("window") / "quartet", at=AT) as made:
        yield made


def brief(record: Record, months: int = WINDOW, most: int = MOST) -> Brief:
    return advise(record.at(as_of=DAY), DAY, case="quartet", title="", by="Ada", at=AT, months=months, most=most)


def sections(found: Brief) -> dict[str, Section]:
    return {section.id: section for section in found.sections}


def test_the_window_is_whole_calendar_months() -> None:
    assert (around(DAY).first, around(DAY).last) == (dt.date(2010, 3, 1), dt.date(2014, 3, 31))
    assert (around(dt.date(2024, 2, 29), 12).first, around(dt.date(2024, 2, 29), 12).last) == (
        dt.date(2023, 2, 1),
        dt.date(2025, 2, 28),
    )


def test_what_lies_outside_is_counted_by_its_state_and_pointed_to(record: Record) -> None:
    further = sections(brief(record))["further"]
    assert "from 1 March 2010 to 31 March 2014" in further.lead
    assert "goodoffices status" in further.lead
    assert any("provisions: " in item.words and "target date passed" in item.words for item in further.items)


def test_nothing_is_lost_between_what_is_told_and_what_is_counted(record: Record) -> None:
    affairs = state_of_affairs(record.at(as_of=DAY), DAY)
    found = sections(brief(record))
    told = len(found["due"].items) + len(found["open"].items)
    counted = next(int(item.words.split()[0]) for item in found["further"].items if "provision" in item.words)
    assert told + counted == len(affairs.provisions)


def test_a_section_tells_no_more_rows_than_it_may_the_nearest_and_counts_the_others(record: Record) -> None:
    full, short = sections(brief(record)), sections(brief(record, most=3))
    told = {name: [item.id or item.words for item in s.items] for name, s in short.items() if name != "further"}
    assert max(map(len, told.values())) == 3
    for name, ids in told.items():
        every = [item.id or item.words for item in full[name].items]
        assert [i for i in every if i in ids] == ids
        assert len(ids) == min(3, len(every))
    affairs = state_of_affairs(record.at(as_of=DAY), DAY)
    counted = next(int(item.words.split()[0]) for item in short["further"].items if " provision" in item.words)
    assert len(short["due"].items) + len(short["open"].items) + counted == len(affairs.provisions)
    assert "more than 3 rows" in short["further"].lead
    days = {r.claim.id: r.claim.valid for r in record.at(as_of=DAY).claims("linkage")}
    assert days  # the ties told are those whose day lies nearest, or as near

    def distance(row: str) -> int:
        valid = days[row.removeprefix("k-")]
        assert valid is not None
        return min(abs((d - DAY).days) for d in (valid.earliest, valid.latest) if d)

    ties = [item.id for item in full["ties"].items]
    assert sorted(map(distance, told["ties"])) == sorted(map(distance, ties))[:3]


def test_what_runs_is_told_however_long_ago_it_began(record: Record) -> None:
    rows = sections(brief(record))["terms"].items
    assert any("Treaty of peace" in row.words and row.state == "in force" for row in rows)


def test_a_window_that_holds_everything_counts_nothing(record: Record) -> None:
    found = sections(brief(record, months=12 * 100))
    assert "further" not in found
    assert any("338" in item.words for item in found["contradictions"].items)


def test_a_brief_on_the_whole_chronology_stays_short_enough_to_read(record: Record) -> None:
    assert sum(len(section.items) for section in brief(record).sections) < 60


def test_what_presses_is_chosen_and_everything_else_counted(record: Record) -> None:
    affairs = state_of_affairs(record.at(as_of=DAY), DAY)
    chosen, left = pressing(affairs)
    assert len(chosen.provisions) + len(chosen.terms) + left.total() == len(affairs.provisions) + len(affairs.terms)
    assert {x.matter for x in chosen.provisions} >= {"moscow-settlement", "fortnightly-meetings", "agreement-2012"}
    assert "s-res-338-cease-fire" not in {x.matter for x in chosen.provisions}


def test_a_step_on_what_recurs_names_its_next_day(record: Record) -> None:
    day = dt.date(2026, 5, 1)
    found = advise(record.at(as_of=day), day, case="quartet", title="", by="Ada", at=AT)
    steps = [item.words for item in sections(found)["steps"].items]
    assert any("17 May 2026" in words for words in steps)
    assert not any("meet every two weeks" in words for words in steps)
