"""Linkages of the sample case around a focus."""

import datetime as dt

from goodoffices import Case

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
    assert {"direct talks", "a freeze of settlement activity"} <= set(
        " ".join(row[2] for row in talks.picture.table.rows).replace(", ", "|").replace(" proximity", "|").split("|")
    )


def test_without_a_focus_what_has_the_most_ties_is_looked_at(sample: Case) -> None:
    found = sample.ties_drawn(sample.at(as_of=DAY))
    assert found.focus == max(found.foci, key=lambda one: one.ties).key == "quartet"


def test_what_nothing_is_tied_to_through_these_dates_leaves_the_choice_of_others(sample: Case) -> None:
    found = sample.ties_drawn(sample.at(as_of=DAY), "release of hostages")
    assert found.picture is None
    assert found.foci
    assert sample.ties_drawn(sample.at(as_of=dt.date(2023, 12, 1)), "release of hostages").picture is not None
    assert sample.ties_drawn(sample.at(as_of=dt.date(1960, 1, 1))).foci == ()
