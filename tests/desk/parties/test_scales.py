"""Issue scales in the record: harmony takes distances where positions say how the options lie."""

import datetime as dt
from pathlib import Path

import pytest

from goodoffices.desk.case import Case


def written(*scales: str) -> str:
    stances = (("arden", "share"), ("belm", "lease"), ("carn", "keep"))
    return "version: 1\nclaims:\n" + "\n".join(
        f"- {{id: {party}, note: by hand, valid: 2021-01-01, content: {{kind: position, party: {party}, issue: water, "
        f"stance: {stance}{f', scale: [{scale}]' if scale else ''}}}}}"
        for (party, stance), scale in zip(stances, scales, strict=True)
    )


@pytest.mark.parametrize(
    ("scales", "value", "used"),
    [  # on places 0, 1 and 2 of 0 to 4 the steps are 1 + 1 + 2; the most 4 + 4; without order all differ
        (("share, lease, keep, sell, flood", "", ""), 1 - 4 / 8, ("share", "lease", "keep", "sell", "flood")),
        (("", "", ""), 0, ()),
        (("share, lease, keep", "lease, share, keep", ""), 0, ()),
    ],
)
def test_harmony_takes_the_scale_that_positions_give(
    tmp_path: Path, scales: tuple[str, ...], value: float, used: tuple[str, ...]
) -> None:
    (tmp_path / "claims.yaml").write_text(written(*scales), encoding="utf-8")
    with Case.new(tmp_path / "case") as case:
        assert case.enter(tmp_path / "claims.yaml", by="test").refused == ()
        found = case.harmony("", case.at(), members=["arden", "belm", "carn"])
        (line,) = found.issues
        assert line.harmony.value == pytest.approx(value)
        assert line.scale == used
        assert case.harmony(
            "", case.at(), members=["arden", "belm", "carn"], scales={"water": ["keep", "share", "lease"]}
        )


def test_the_page_and_the_brief_draw_harmony_by_the_scale_that_the_command_takes(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text(written("share, lease, keep, sell, flood", "", ""), encoding="utf-8")
    with Case.new(tmp_path / "case") as case:
        case.enter(tmp_path / "claims.yaml", by="test")
        view = case.at(as_of=dt.date(2022, 6, 1))
        page = case.harmony_drawn(view)
        brief = next(s for s in case.brief(view, by="test").sections if s.id == "moved").pictures[-1]
        for picture in (page, brief):
            assert picture is not None
            last = {pair: value for pair, day, value, *_ in picture.table.rows if day == "2022-06-01"}
            # one and two steps of the four there are
            assert last == {"arden and belm": "0.75", "arden and carn": "0.50", "belm and carn": "0.75"}
        told = case.harmony("", view, members=["arden", "carn"]).overall
        assert told is not None
        assert told.value == pytest.approx(0.5)
        given = case.harmony_drawn(view, scales={"water": ["keep", "share", "lease"]})
        assert given is not None
        assert ("arden and carn", "2022-06-01", "0.50") in [row[:3] for row in given.table.rows]
        assert ("arden and belm", "2022-06-01", "0.50") in [row[:3] for row in given.table.rows]


def test_the_picture_measures_each_year_by_the_scale_of_its_day(tmp_path: Path) -> None:
    """The water stays where it was; what lies between the two ends came up later."""

    def said(year: int, scale: str) -> str:
        return "\n".join(
            f"- {{id: {party}{year}, note: by hand, valid: {year}-01-01, content: {{kind: position, party: {party}, "
            f"issue: water, stance: {stance}, scale: [{scale}]}}}}"
            for party, stance in (("arden", "share"), ("belm", "keep"))
        )

    orders = {2021: "share, keep, flood", 2022: "share, lease, keep", 2023: "flood, sell, keep, share"}
    entered = "\n".join(said(year, scale) for year, scale in orders.items())
    (tmp_path / "claims.yaml").write_text(f"version: 1\nclaims:\n{entered}\n", encoding="utf-8")
    with Case.new(tmp_path / "case") as case:
        assert case.enter(tmp_path / "claims.yaml", by="test").refused == ()
        picture = case.harmony_drawn(case.at(as_of=dt.date(2024, 6, 1)))
    assert picture is not None
    # one step of two, two of two, one of three; and the last order still holds on the day
    assert [row[1:3] for row in picture.table.rows] == [
        ("2021-12-31", "0.50"),
        ("2022-12-31", "0.00"),
        ("2023-12-31", "0.67"),
        ("2024-06-01", "0.67"),
    ]
