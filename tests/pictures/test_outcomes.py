"""Pictures of divisions, ways, outlooks, forecasts and formats: what stands where, counted in their marks."""

from itertools import pairwise

import pytest

from goodoffices import pictures
from goodoffices.pictures.marks import Bar, Dot, Line, Picture, Words


def bars(picture: Picture, role: str = "accent") -> list[Bar]:
    return [mark for mark in picture.marks if isinstance(mark, Bar) and mark.role == role]


def inside(picture: Picture) -> bool:
    """Whether no mark leaves the frame."""
    for mark in picture.marks:
        if isinstance(mark, Line):
            spots = [(mark.x1, mark.y1), (mark.x2, mark.y2)]
        elif isinstance(mark, Bar):
            spots = [(mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height)]
        elif isinstance(mark, Words | Dot):
            spots = [(mark.x, mark.y)]
        else:
            raise AssertionError(mark)
        if any(not (-1 <= x <= picture.width + 1 and -1 <= y <= picture.height + 1) for x, y in spots):
            return False
    return True


def test_a_share_is_drawn_as_long_as_it_is_and_the_table_keeps_the_fraction() -> None:
    parts = [pictures.Part(name="quay", shares=(1.0, 0.0), written=("all", "–"))]
    parts.append(pictures.Part(name="pilots", shares=(0.25, 0.75), written=("1/4 (25.0%)", "3/4 (75.0%)")))
    sums = pictures.Part(name="Points", shares=(0.6, 0.6), written=("60", "60"))
    found = pictures.division("t", "f", "n", ["Lorn", "Pell"], parts, sums)
    whole, quarter, three, *_ = (bar.width for bar in bars(found))
    assert quarter / whole == pytest.approx(0.25)
    assert three / whole == pytest.approx(0.75)
    assert found.table.rows[1] == ("pilots", "1/4 (25.0%)", "3/4 (75.0%)")
    assert inside(found)


def place(name: str, after: int | None, holds: str = "") -> pictures.Place:
    return pictures.Place(name=name, says="–", holds=holds, after=after, moves="")


def test_states_stand_further_right_the_more_moves_lead_there_and_unreached_ones_last() -> None:
    places = [place("now", 0), place("next", 1), place("far", 2, "Nash"), place("never", None)]
    moves = [pictures.Move(start=0, end=1, who="Arden", improves=True)]
    moves.append(pictures.Move(start=1, end=2, who="Bresk", improves=False))
    found = pictures.ways("t", "f", "n", places, moves)
    at = [mark for mark in found.marks if isinstance(mark, Dot) and mark.y > 20]
    assert [mark.shape for mark in at] == ["square", "circle", "diamond", "circle"]
    assert all(a.x < b.x for a, b in pairwise(at))
    assert [mark.dashed for mark in found.marks if isinstance(mark, Line) and mark.width == 1.3][-6::3] == [False, True]
    assert found.table.rows[3][3] == "no way leads there"
    assert inside(found)


def test_an_outlook_puts_models_and_actors_on_one_scale() -> None:
    actor = pictures.Stander(name="Arden", low=40, high=40, usual=40, weight="capability 3")
    model = pictures.Answer(model="compromise", usual=40, quantiles=(38, 39, 40, 41, 42))
    found = pictures.outlook("t", "f", "n", "tonnes", [actor], [model])
    stands = next(mark for mark in found.marks if isinstance(mark, Dot) and mark.shape == "circle")
    ends = [mark for mark in found.marks if isinstance(mark, Dot) and mark.shape == "diamond"][-1]
    assert stands.x == ends.x
    assert found.table.rows == (("compromise", "40", "38", "39", "40", "41", "42"),)
    assert inside(found)


def test_a_perfectly_calibrated_class_lies_on_the_dashed_line() -> None:
    found = pictures.calibration("t", "f", "n", [pictures.Class(said=0.7, came=0.7, count=10)])
    line = next(mark for mark in found.marks if isinstance(mark, Line) and mark.dashed)
    dot = next(mark for mark in found.marks if isinstance(mark, Dot))
    along = (dot.x - line.x1) / (line.x2 - line.x1)
    assert along == pytest.approx((dot.y - line.y1) / (line.y2 - line.y1))
    assert along == pytest.approx(0.7)
    assert inside(found)


def test_a_brier_score_is_drawn_from_zero() -> None:
    found = pictures.scores("t", "f", "n", [pictures.Score(name="desk", brier=0.1, usual=0.25, scored=3),
                                            pictures.Score(name="other", brier=0.2, usual=0.25, scored=3)])  # fmt: skip
    _, one, other = bars(found)
    assert other.width == pytest.approx(2 * one.width)
    assert found.table.rows[0] == ("desk", "3", "0.100", "0.250")
    assert inside(found)


def test_a_room_has_one_mark_for_each_of_those_concerned() -> None:
    room = pictures.Room(name="Quartet", counts=({"sits": 4, "represented": 0, "consulted": 3, "absent": 2},))
    found = pictures.presence("t", "f", "n", ["third parties"], [room])
    shapes = [mark.shape for mark in found.marks if isinstance(mark, Dot) and mark.y > 40]
    assert shapes == ["circle"] * 4 + ["triangle"] * 3 + ["square"] * 2
    assert found.table.rows == (("Quartet", "4 sits, 3 consulted, 2 absent"),)
    assert inside(found)


def test_power_without_abstention_is_a_bar_and_with_it_a_diamond() -> None:
    of = [
        pictures.Powers(format="Council", who="permanent", binary=0.2, ternary=0.1),
        pictures.Powers(format="Council", who="elected", binary=0.1, ternary=None),
    ]
    found = pictures.power("t", "f", "n", of)
    _, first, second = bars(found, "soft")
    assert first.width == pytest.approx(2 * second.width)
    diamonds = [mark for mark in found.marks if isinstance(mark, Dot) and mark.y > 28]
    assert len(diamonds) == 1
    assert diamonds[0].x == pytest.approx(second.x + second.width)
    assert [mark.text for mark in found.marks if isinstance(mark, Words) and mark.bold] == ["Council"]
    assert inside(found)
