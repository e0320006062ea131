"""Pictures as SVG and on a page: what they hold, what they never hold."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.pictures import (
    NIGHT,
    PAGE,
    PAPER,
    Compared,
    Effect,
    Palette,
    Picture,
    Scale,
    Spot,
    Stood,
    comparison,
    draw,
    drawn,
    frontier,
    linkages,
    page,
    robustness,
)
from goodoffices.pictures.axis import Axis, padded
from goodoffices.pictures.lettering import signed, width, wrapped
from goodoffices.pictures.marks import Bar, Dot, Line, Words
from tests.briefs.test_palette import contrast

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '<script>alert("x")</script> & \x00\x1b ]]> "quoted" \u202e'


def pictures(name: str = "Upper Vell") -> list[Picture]:
    """One of each kind, with `name` wherever there are words."""
    spots = [Spot(name=name, points=(40.0, 60.0, 70.0)), Spot(name="Utilitarian", points=(40.0, 60.0, 71.0))]
    scales = [
        Scale(name=f"{name} {n}", reservation=30.0, points=tuple(float(x + n) for x in range(20, 90))) for n in range(3)
    ]
    packages = [Compared(name=f"{name} {n}", points=(35.0 + n, 20.0), options=(name, f"option {n}")) for n in range(3)]
    return [
        frontier(name, name, name, scales, spots),
        frontier(name, name, name, scales[:2], spots),
        comparison(name, name, name, [(name, 30.0), ("Lower Vell", 25.0)], [name, "the toll"], packages),
        linkages(
            name,
            name,
            name,
            [name, "Lower Vell"],
            [
                Effect(name=name, by=name, gains=(4.25, -3.0), closes="removes 3"),
                Effect(name="bluff", by=name, gains=None, closes="removes 0"),
            ],
        ),
        robustness(name, name, name, [Stood(name=name, accepted=0.625, undominated=0.5, regret=2.0, holds="for most")]),
    ]


@pytest.mark.parametrize("palette", [PAPER, NIGHT, PAGE], ids=["paper", "night", "page"])
@pytest.mark.parametrize("name", ["Upper Vell", HOSTILE, "", "a" * 400, "фронт الحدود"], ids=range(5))
def test_every_picture_is_well_formed_svg_read_left_to_right(palette: Palette, name: str) -> None:
    for picture in pictures(name):
        root = ET.fromstring(draw(picture, palette))
        assert root.tag == f"{SVG}svg"
        assert root.get("direction") == "ltr"
        assert not root.findall(f".//{SVG}script")
        assert root.find(f".//{SVG}title") is not None


def test_a_palette_is_the_only_source_of_colour() -> None:
    for picture in pictures():
        assert set(re.findall(r"#[0-9a-f]{6}", draw(picture, PAGE))) == set()
        assert "var(" not in draw(picture, PAPER)
        assert set(re.findall(r"#[0-9a-f]{6}", draw(picture, NIGHT))) <= set(NIGHT.__struct_fields__) | {
            getattr(NIGHT, role) for role in NIGHT.__struct_fields__
        }


@pytest.mark.parametrize("palette", [PAPER, NIGHT], ids=["light", "dark"])
def test_words_and_what_stands_for_something_are_seen_on_their_ground(palette: Palette) -> None:
    for role in ("ink", "quiet", "accent", "gain", "loss"):
        assert contrast(getattr(palette, role), palette.paper) >= 4.5, role
    assert contrast(palette.ink, palette.soft) >= 4.5  # numbers stand on the bars of a frontier


def test_title_finding_and_assumption_are_drawn_and_the_numbers_are_there_to_be_heard() -> None:
    picture = pictures()[2]
    svg = draw(picture, PAPER)
    described = ET.fromstring(svg).findtext(f".//{SVG}desc")
    assert described is not None
    for row in picture.table.rows:
        assert " | ".join(row) in described
    assert svg.count("Upper Vell") > 3


def test_shapes_and_signs_tell_apart_what_colours_do() -> None:
    compared = pictures()[2]
    assert len({mark.shape for mark in compared.marks if isinstance(mark, Dot)}) == 3
    gains = pictures()[3]
    said = {mark.text for mark in gains.marks if isinstance(mark, Words)}
    assert {"+4.2", "−3.0", "no agreement on one of the two sides"} <= said
    bars = [mark for mark in gains.marks if isinstance(mark, Bar)]
    assert [bar.role for bar in bars] == ["gain", "loss"]
    assert bars[0].width > bars[1].width


def test_marks_of_the_usual_sizes_stay_in_their_frame() -> None:
    for picture in pictures():
        for mark in picture.marks:
            if isinstance(mark, Dot):
                assert 0 <= mark.x <= picture.width
                assert 0 <= mark.y <= picture.height
            if isinstance(mark, Line):
                assert max(mark.x1, mark.x2) <= picture.width
            if isinstance(mark, Words) and mark.anchor == "start":
                assert mark.x + 0.8 * width(mark.text, mark.size) <= picture.width + 20
                assert mark.y <= picture.height


def test_two_to_four_packages_are_compared() -> None:
    one = Compared(name="A", points=(1.0,), options=("x",))
    for number in (1, 5):
        with pytest.raises(ValueError, match="two to 4"):
            comparison("t", "f", "n", [("p", 0.0)], ["i"], [one] * number)


def test_a_frontier_of_many_points_stays_a_small_file() -> None:
    points = tuple(float(n % 997) / 10 for n in range(75_000))
    scales = [Scale(name=str(n), reservation=0.0, points=points) for n in range(2)]
    assert len(draw(frontier("t", "f", "n", scales, []), PAPER)) < 200_000
    three = [*scales, Scale(name="third", reservation=0.0, points=points)]
    assert len(draw(frontier("t", "f", "n", three, []), PAPER)) < 60_000


def test_several_pictures_stand_below_each_other() -> None:
    heights = [float(ET.fromstring(draw(one, PAPER)).get("height", 0)) for one in pictures()]
    assert float(ET.fromstring(drawn(pictures(), PAPER)).get("height", 0)) == pytest.approx(sum(heights), abs=1)


def test_a_page_has_every_number_in_a_table_and_fetches_and_runs_nothing() -> None:
    text = page(pictures(HOSTILE), PAGE)
    assert "<script" not in text
    assert "default-src 'none'" in text
    assert not re.search(r"(?:src|href|url)\s*[=(]", text.replace("default-src '", ""))
    assert text.count("<table>") == len(pictures())
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids)) == len(pictures())


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6))
def test_ticks_are_round_few_and_on_the_axis(low: float, span: float) -> None:
    axis = Axis(low, low + span, 0, 100)
    ticks = axis.ticks()
    assert len(ticks) <= 7
    assert all(-0.001 <= axis.at(tick) <= 100.001 for tick in ticks)


def test_an_axis_without_any_width_has_a_middle() -> None:
    assert padded([5.0, 5.0], 0, 100).at(5.0) == pytest.approx(50)
    assert Axis(5, 5, 0, 100).at(5) == 50
    assert Axis(5, 5, 0, 100).ticks() == [5]


@given(st.text(max_size=300), st.integers(20, 400))
def test_wrapped_lines_fit_and_say_when_something_is_left_out(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert 1 <= len(lines) <= 3
    assert all(width(line) <= max(room, 4 * 0.58 * 13) + 0.01 for line in lines)
    if "".join(lines).replace(" ", "") != "".join(text.split()):
        assert any("…" in line for line in lines)


@pytest.mark.parametrize(("value", "shown"), [(0.0, "0"), (-0.04, "0"), (3.96, "+4.0"), (-3.9, "−3.9")])
def test_a_number_has_its_sign_and_nothing_is_a_plain_nought(value: float, shown: str) -> None:
    assert signed(value) == shown
