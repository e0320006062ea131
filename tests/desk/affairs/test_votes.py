"""Votes of the Security Council in the sample case, counted by hand from what its decisions tell."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.desk.affairs.votes import votes
from goodoffices.desk.case import Case
from goodoffices.desk.intake.sample import make_sample
from goodoffices.desk.scenes.voting import of_votes
from goodoffices.errors import BadArgument, NotFound


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    path: Path = tmp_path_factory.mktemp("sample") / "quartet"
    make_sample(path, at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)).close()
    with Case.open(path) as opened:
        yield opened


def test_russia_and_the_united_states_in_the_council(case: Case) -> None:
    """Alike on 242, 338, 465, 1397, 1515, 1850 and 2712, half apart on 478, 2334, 2728, 2735 and 2803; of 425 and 446
    the record does not name who abstained.
    """
    found = case.votes("Security Council", ["rus", "usa"], case.at(as_of=dt.date(2026, 1, 1)))
    (pair,) = found.pairs
    assert (pair.agreement.calls, pair.absent) == (12, 0)
    assert pair.agreement.identical == pytest.approx(7 / 12)
    assert pair.agreement.lijphart == pytest.approx(9.5 / 12)
    assert [r.item for r in found.refused] == ["S/RES/425", "S/RES/446"]
    assert found.years[2024].agreement.calls == 2


def test_china_s_part_in_338_is_on_record_for_nobody_since_sources_differ(case: Case) -> None:
    found = case.votes("unsc", ["chn", "usa"], case.at(), until=dt.date(1973, 12, 31))
    assert (found.pairs[0].agreement.calls, found.pairs[0].absent) == (1, 1)


def test_silence_tells_nothing_of_a_member_that_did_not_sit_all_along(case: Case) -> None:
    with pytest.raises(BadArgument, match="sat in the body all along"):
        case.votes("unsc", ["usa", "deu"], case.at())


def test_harmony_of_the_council_is_that_of_its_permanent_members_votes(case: Case) -> None:
    """By hand, of the 10 pairs at most 6 are a yes and a no apart. One abstaining leaves 4 pairs half of that apart:
    A = 1 - 2/6; two leave 6: 1 - 3/6; three the same.
    """
    found = case.harmony("unsc", case.at(as_of=dt.date(2025, 11, 25)))
    values = {vote.reference: vote.cast.harmony.value for vote in found.votes}
    assert values["S/RES/2803"] == pytest.approx(1 / 2)  # China and Russia abstained
    assert values["S/RES/2712"] == pytest.approx(1 / 2)  # Russia, the United Kingdom and the United States
    assert values["S/RES/2735"] == pytest.approx(2 / 3)  # Russia
    assert values["S/RES/1515"] == 1.0
    assert [vote.reference for vote in found.votes][:2] == ["S/RES/2803", "S/RES/2735"]
    assert found.voting is not None
    assert found.voting.value == pytest.approx(sum(v for v in values.values() if v is not None) / len(values))
    before = case.harmony("unsc", case.at(as_of=dt.date(2016, 12, 31)))
    assert before.votes[0].reference == "S/RES/2334"


# Four roll calls of a fictional assembly: Arden and Bresk are alike on the first, half apart on the second, a yes to
# a no on the third, and did not both vote on the fourth.
CALLS = "rcid,date,short\n1,2000-05-01,Water\n2,2000-06-01,Fish\n3,2001-05-01,Salt\n4,2002-05-01,Peat\n"
CAST = (
    "rcid,country,country_code,vote\n1,Arden,,yes\n1,Bresk,,yes\n2,Arden,,abstain\n2,Bresk,,no\n3,Arden,,yes\n"
    "3,Bresk,,no\n4,Arden,,yes\n4,Cald,,no\n1,Cald,,maybe\n"
)
ISSUES = "rcid,short_name,issue\n1,la,The lakes\n3,la,The lakes\n"


@pytest.fixture
def assembly(tmp_path: Path) -> Iterator[Case]:
    files = []
    for name, text in (("calls.csv", CALLS), ("cast.csv", CAST), ("on.csv", ISSUES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        files.append(tmp_path / name)
    with Case.new(tmp_path / "lakes") as opened:
        assert not opened.add(files, by="Ada", published="2003-01-01").refused
        yield opened


def test_tables_that_were_added_tell_the_votes_of_the_assembly(assembly: Case) -> None:
    found = assembly.votes("General Assembly", ["Arden", "bresk"])
    (pair,) = found.pairs
    assert (pair.agreement.calls, pair.absent) == (3, 1)
    assert pair.agreement.lijphart == pytest.approx((1 + 1 / 2 + 0) / 3)
    assert found.issues["la"].agreement.lijphart == pytest.approx(1 / 2)
    assert [r.item for r in found.refused] == ["cast.csv, line 10"]


def test_votes_of_the_assembly_end_with_the_days_of_the_view(assembly: Case) -> None:
    then = assembly.votes("unga", ["arden", "bresk"], assembly.at(as_of=dt.date(2000, 12, 31)))
    assert then.calls == 2
    assert then.pairs[0].agreement.lijphart == pytest.approx(3 / 4)
    with pytest.raises(NotFound, match="two tables of the case"):
        assembly.votes("unga", ["arden", "bresk"], assembly.at(published_by=dt.date(2002, 12, 31)))


def test_the_table_added_last_is_followed(assembly: Case, tmp_path: Path) -> None:
    (tmp_path / "corrected.csv").write_text(CAST.replace("3,Bresk,,no", "3,Bresk,,yes"), encoding="utf-8")
    assembly.add([tmp_path / "corrected.csv"], by="Ada")
    assert assembly.votes("unga", ["arden", "bresk"]).pairs[0].agreement.lijphart == pytest.approx(5 / 6)


def test_who_has_no_vote_and_a_body_without_roll_calls_are_refused(assembly: Case) -> None:
    with pytest.raises(BadArgument, match="a party has a vote in the table"):
        assembly.votes("unga", ["arden", "dorsania"])
    with pytest.raises(BadArgument, match="unga, unsc"):
        assembly.votes("quartet", ["arden", "bresk"])


def test_the_picture_keeps_what_is_not_on_record_as_an_interval(assembly: Case) -> None:
    drawn = assembly.votes_drawn("unga", ("arden", "bresk"))
    assert drawn is not None
    rows = {row[1]: row[2:] for row in drawn.table.rows}
    assert rows["2000-06-01"] == ("0.75", "0.75 to 0.75", "2 of 2")
    assert rows["2001-05-01"] == ("0.00", "0.00 to 0.00", "1 of 1")
    assert rows["2002-05-01"] == ("not known", "0.00 to 1.00", "0 of 1")
    assert drawn.finding.endswith(
        "In 2001, the last year in which two of them voted, Arden and Bresk stood at 0.00 of 1."
    )
    assert assembly.votes_drawn("unga", ("bresk", "cald")) is None


def test_a_picture_with_little_room_draws_the_pairs_least_alike(case: Case) -> None:
    rolls = case.rolls("unsc", case.at(as_of=dt.date(2025, 11, 25)))
    drawn = of_votes(rolls, ["chn", "fra", "gbr", "rus", "usa"], most=2)
    assert drawn is not None
    pairs = {row[0] for row in drawn.table.rows}
    apart = sorted((d for d in votes(rolls.table, parties=rolls.table.calls.parties).pairs),
                   key=lambda d: d.agreement.lijphart or 0.0)[:2]  # fmt: skip
    names = rolls.table.names
    assert pairs == {f"{names[d.one]} and {names[d.other]}" for d in apart}
    assert "China and United States" in pairs


def test_a_brief_tells_how_those_voted_whose_votes_are_known(assembly: Case) -> None:
    section = next(s for s in assembly.brief(by="Ada").sections if s.id == "votes")
    told = {item.words: item for item in section.items}
    arden = told["Arden and Bresk, UN General Assembly, 3 roll calls"]
    assert arden.state == "0.50 of 1"
    assert arden.detail[0].startswith("Last apart: Salt (1 May 2001): Arden yes, Bresk no.")
    assert arden.detail[0].endswith("in 1 more a vote is not on record.")
    assert len(section.pictures) == 1
    assert "votes" not in {s.id for s in assembly.brief(assembly.at(as_of=dt.date(1999, 1, 1)), by="Ada").sections}
