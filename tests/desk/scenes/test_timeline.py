"""The timeline of the sample case, drawn."""

import datetime as dt

from goodoffices import Case
from goodoffices.desk.affairs.timeline import DATED

DAY = dt.date(2010, 10, 15)


def test_each_lane_counts_what_the_list_counts_up_to_the_day(sample: Case) -> None:
    view = sample.at(as_of=DAY)
    picture = sample.timeline_drawn(view)
    assert picture is not None
    counted = {head: n for n, head in enumerate(picture.table.heads)}
    lines = sample.timeline(view)
    for kind, head in (("meeting", "Meetings"), ("decision", "Decisions"), ("event", "Events")):
        told = sum(int(row[counted[head]]) for row in picture.table.rows if row[counted[head]] != "–")
        assert told == sum(line.kind == kind for line in lines)
    assert max(int(row[0]) for row in picture.table.rows) == 2010
    assert f"{sum(line.kind in DATED for line in lines) + sum(_documents(sample))} dated things" in picture.finding


def _documents(case: Case) -> list[int]:
    dated = (d.dated for d in case.at(as_of=DAY).documents())
    return [1 for when in dated if when and (day := when.earliest or when.latest) and day <= DAY]


def test_where_nothing_bears_a_day_nothing_is_drawn(sample: Case) -> None:
    assert sample.timeline_drawn(sample.at(as_of=dt.date(1960, 1, 1))) is None
