"""Votes of the Security Council in the sample case, counted by hand from what its decisions tell."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.desk.case import Case
from goodoffices.desk.intake.sample import make_sample
from goodoffices.errors import BadArgument


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
