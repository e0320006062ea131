"""Positions, harmony and concessions of a fictional case, drawn."""

import datetime as dt
from collections.abc import Iterator

import pytest

from goodoffices import Case
from goodoffices.pictures import Picture
from goodoffices.pictures.marks import Bar, Dot, Line, Linked

from .lakes import HOSTILE, lakes

DAY = dt.date(2030, 6, 1)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with lakes(tmp_path_factory.mktemp("scenes") / "lakes") as made:
        yield made


def drawn(picture: Picture | None) -> Picture:
    assert picture is not None
    return picture


def shapes(picture: Picture) -> dict[str, list[str]]:
    """By what a cell or point leads to, the shapes in it."""
    linked = [mark for mark in picture.marks if isinstance(mark, Linked)]
    return {one.to: [dot.shape for dot in one.marks if isinstance(dot, Dot)] for one in linked}


def test_one_stance_is_one_shape_a_neutral_one_is_a_stance_and_what_is_not_found_is_neither(case: Case) -> None:
    matrix = drawn(case.positions_drawn(case.at(as_of=DAY)))
    assert shapes(matrix) == {
        "k-p0": ["circle"],
        "k-p2": ["circle"],
        "k-p3": ["circle"],
        "k-p4": ["square"],
        "k-p5": [],
        "k-a-corvo": [],
    }
    ferry, toll = matrix.table.rows
    assert ferry[3] == "alleged by arden: close it, since 1 June 2029"
    assert ferry[2].startswith("open all year")  # its own word stands against what another says of it
    assert toll[2] == "neutral, since 1 June 2027"
    assert toll[3] == f"low toll / {HOSTILE} (sources differ), since 1 January 2028"
    assert len([m for m in matrix.marks if isinstance(m, Line) and m.dashed]) == 1  # the legend
    assert "5 of 6 places" in matrix.finding
    assert "1 of 2 issues" in matrix.finding


def test_the_matrix_of_an_earlier_day_shows_where_they_stood_then(case: Case) -> None:
    matrix = drawn(case.positions_drawn(case.at(as_of=dt.date(2026, 12, 31))))
    assert matrix.table.rows == (("ferry", "open all year, since 1 March 2026", "open in summer, since 1 April 2026"),)
    assert case.positions_drawn(case.at(as_of=dt.date(2020, 1, 1))) is None


def test_harmony_is_that_of_the_same_pair_on_the_same_day(case: Case) -> None:
    picture = drawn(case.harmony_drawn(case.at(as_of=DAY)))
    for day, value in (("2028-12-31", "0.00"), ("2030-06-01", "0.50")):
        (row,) = [r for r in picture.table.rows if r[:2] == ("arden and bresk", day)]
        assert row[2] == value
        alone = case.harmony("", case.at(as_of=dt.date.fromisoformat(day)), members=["arden", "bresk"]).overall
        assert alone is not None
        assert alone.value is not None
        assert f"{alone.value:.2f}" == value
        assert row[4] == f"{alone.known} of {alone.members}"


def test_what_is_not_known_is_a_gap_with_its_interval_and_no_line_crosses_it(case: Case) -> None:
    picture = drawn(case.harmony_drawn(case.at(as_of=DAY)))
    lines = [m for m in picture.marks if isinstance(m, Line) and m.role == "accent"]
    assert len(lines) == 4  # between five points of the one pair that is known throughout
    corvo = [m for m in picture.marks if isinstance(m, Linked) and "arden and corvo" in m.says]
    assert len(corvo) == 5
    for point in corvo:
        assert not [m for m in point.marks if isinstance(m, Dot)]
        interval = next(m for m in point.marks if isinstance(m, Bar) and m.role == "soft")
        assert interval.height == pytest.approx(60)  # the whole of the scale
    assert "In 10 of 15 places it is not known" in picture.finding


def test_every_concession_stands_with_its_giver_what_became_of_it_and_whose_word_it_is(case: Case) -> None:
    picture = drawn(case.balance_drawn(case.at(as_of=DAY)))
    assert [row[:5] for row in picture.table.rows] == [
        ("two boats", "arden", "bresk", "quiet", "given, nothing more is said"),
        ("the north pier", "bresk", "arden", "–", "taken back"),
        ("fishing in spring", "bresk", "arden", "–", "kept"),
    ]
    assert picture.finding.startswith("3 concessions between 1 pair: 1 said to be kept, 1 taken back")
    sides = {
        mark.to: min(m.x for m in mark.marks if hasattr(m, "x")) for mark in picture.marks if isinstance(mark, Linked)
    }
    assert sides["k-c1"] < picture.width / 2 < sides["k-c2"] == sides["k-c4"]


def test_the_balance_of_an_earlier_day_does_not_know_what_was_taken_back_later(case: Case) -> None:
    then = drawn(case.balance_drawn(case.at(as_of=dt.date(2028, 5, 2))))
    assert {row[4] for row in then.table.rows} == {"given, nothing more is said"}


def test_a_brief_bears_the_pictures_of_its_sections(case: Case) -> None:
    sections = {s.id: [p.title for p in s.pictures] for s in case.brief(case.at(as_of=DAY), by="T. Clerk").sections}
    assert sections["moved"] == ["Who stands where", "How far they stand together, over time"]
    assert sections["balance"] == ["What was given for what"]
    assert sections["due"] == []
