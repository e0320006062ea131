"""Commitments of the sample case on a time axis."""

import datetime as dt

from goodoffices import Case
from goodoffices.pictures.marks import Linked

DAY = dt.date(2010, 10, 15)


def test_what_has_a_last_day_near_the_day_is_drawn_and_leads_to_its_matter(sample: Case) -> None:
    view = sample.at(as_of=DAY)
    picture = sample.commitments_drawn(view)
    assert picture is not None
    leads = [mark.to for mark in picture.marks if isinstance(mark, Linked)]
    assert leads == [refs[0] for refs in picture.table.refs]
    dated = {f"m-{line.matter}": line for line in sample.status(view).provisions if line.last}
    assert set(leads) == {ref for ref, line in dated.items() if line.last and abs(line.last.year - 2010) <= 10}
    passed = sum(line.status.state in ("overdue", "target date passed") for line in dated.values())
    assert f"{len(dated)} of {len(sample.status(view).provisions)} commitments" in picture.finding
    assert f"it passed for {passed} " in picture.finding


def test_the_picture_of_a_day_knows_nothing_of_what_came_or_was_published_after_it(sample: Case) -> None:
    early = sample.commitments_drawn(sample.at(as_of=dt.date(2003, 1, 15)))
    assert early is not None
    assert all(row[3] <= "2003-01-15" for row in early.table.rows)
    late = sample.commitments_drawn(sample.at(as_of=DAY, published_by=dt.date(2003, 1, 15)))
    assert late is not None
    assert {row[0] for row in late.table.rows} <= {row[0] for row in early.table.rows}


def test_where_nothing_has_a_last_day_nothing_is_drawn(sample: Case) -> None:
    assert sample.commitments_drawn(sample.at(as_of=dt.date(1960, 1, 1))) is None
