"""Linkages of the sample case around a focus."""

import datetime as dt

from goodoffices import Case
from goodoffices.desk.affairs.rows import rows

DAY = dt.date(2010, 10, 15)


def test_around_a_party_stand_its_own_ties_and_around_a_thing_those_that_tie_it(sample: Case) -> None:
    view = sample.at(as_of=DAY)
    quartet = sample.ties_drawn(view, "quartet")
    own = [t for t in sample.standing(view).ties if t.by == "quartet"]
    assert quartet.picture is not None
    assert len(quartet.picture.table.rows) == len(own)
    assert f"{len(own)} linkages by 1 party" in quartet.picture.finding
    talks = sample.ties_drawn(view, "Proximity Talks")
    assert talks.picture is not None
    assert {(row[0], row[2]) for row in talks.picture.table.rows} == {
        ("direct talks", "proximity talks"),
        ("proximity talks", "a freeze of settlement activity"),
    }


def test_without_a_focus_what_has_the_most_ties_is_looked_at(sample: Case) -> None:
    found = sample.ties_drawn(sample.at(as_of=DAY))
    assert found.focus == max(found.foci, key=lambda one: one.ties).key == "quartet"


def test_what_nothing_is_tied_to_through_these_dates_leaves_the_choice_of_others(sample: Case) -> None:
    found = sample.ties_drawn(sample.at(as_of=DAY), "release of hostages")
    assert found.picture is None
    assert found.foci
    assert sample.ties_drawn(sample.at(as_of=dt.date(2023, 12, 1)), "release of hostages").picture is not None
    assert sample.ties_drawn(sample.at(as_of=dt.date(1960, 1, 1))).foci == ()


def test_what_comes_first_stands_first_in_picture_table_and_text(sample: Case) -> None:
    view = sample.at(as_of=dt.date(2012, 1, 1))
    told = {claim: tie.told for tie in sample.standing(view).ties for claim in tie.claims}
    assert told["road-map-phases"] == "first performance in one phase of the road map, then the next phase"
    assert told["moscow-sequence"] == "first proximity talks, then direct talks"
    assert told["arab-league-linkage"] == (
        "an emergency meeting of the Security Council, only if failure of the indirect talks"
    )
    (row,) = rows(view, [view.claim("road-map-phases")])
    assert row.value("ties") == told["road-map-phases"]
    drawn = sample.ties_drawn(view, "direct talks").picture
    assert drawn is not None
    assert [row[:3] for row in drawn.table.rows] == [("direct talks", "sequence", "proximity talks")]
    assert "none come only if others do, 1 comes only after others" in drawn.finding
