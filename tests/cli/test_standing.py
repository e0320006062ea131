"""Who stands where, asked at the command line and through the front door."""

import datetime as dt
import json
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.errors import BadArgument
from goodoffices.standing.seats import members_on
from tests.cli.conftest import Run
from tests.conftest import Places

CLAIMS = """version: 1
claims:
- {id: p1, valid: 2030-01-01, content: {kind: position, party: ard, issue: ferry, stance: open}, note: Arden speaks}
- {id: p2, valid: 2030-01-01, content: {kind: position, party: bre, issue: ferry, stance: shut}, note: Bresk speaks}
- {id: p3, valid: 2030-03-01, content: {kind: position, party: bre, issue: ferry, stance: open}, note: Bresk moves}
- {id: d1, content: {kind: disagreement, parties: [ard, bre], over: fish, trend: stalled}, note: They differ over fish}
- {id: l1, content: {kind: linkage, by: bre, ties: [the ferry, fish], link_kind: trade}, note: Bresk ties the two}
- {id: c1, content: {kind: concession, giver: ard, receiver: bre, what: the north pier}, note: The pier goes to Bresk}
- {id: c2, content: {kind: concession, giver: ard, what: the pier, revised: withdrawn, revises: c1}, note: And back}
"""


@pytest.fixture
def spoken(case: Path, tmp_path: Path, run: Run) -> Path:
    written = tmp_path / "claims.yaml"
    written.write_text(CLAIMS, encoding="utf-8")
    assert run("enter", case, written, "--by", "an editor").code == 0
    return case


def test_everything_that_is_known_of_who_stands_where_is_printed_in_its_words(spoken: Path, run: Run) -> None:
    said = run("standing", spoken, "--as-of", "2030-02-01")
    for word in ("ferry", "shut", "stalled", "the ferry + fish", "Bresk ties the two", "the north pier", "withdrawn"):
        assert word in said.out


def test_one_party_is_looked_at_alone(spoken: Path, run: Run) -> None:
    found = json.loads(run("standing", spoken, "--as-of", "2030-04-01", "--party", "bre", "--json").out)
    assert [(p["party"], p["stances"]) for p in found["positions"]] == [("bre", ["open"])]
    assert [m["stances"] for m in found["moves"]] == [["shut"], ["open"]]


def test_harmony_moves_with_the_day(spoken: Path, run: Run) -> None:
    members = ("--member", "ard", "--member", "bre")
    before = json.loads(run("harmony", spoken, *members, "--as-of", "2030-02-01", "--json").out)
    after = json.loads(run("harmony", spoken, *members, "--as-of", "2030-04-01", "--json").out)
    assert (before["overall"]["value"], after["overall"]["value"]) == (0, 1)
    said = run("harmony", spoken, *members, "--member", "cor", "--mandate", "fish", "--as-of", "2030-04-01")
    assert "0.00 to 1.00" in said.out  # the third of three may stand with the two, or make as much discord as can be
    assert "other files" in said.out


def test_without_positions_harmony_is_undefined_and_says_so(case: Path, run: Run) -> None:
    assert "harmony is undefined" in run("harmony", case, "--body", "quartet").out


def test_a_body_nobody_knows_and_a_scale_of_one_are_refused(case: Path, run: Run) -> None:
    said = run("harmony", case, "--body", "lakes")
    assert (said.code, "Name the members" in said.err) == (2, True)
    assert "two options or more" in run("harmony", case, "--body", "quartet", "--scale", "ferry=open").err


def test_outreach_is_no_membership() -> None:
    assert members_on("quartet", dt.date(2016, 1, 1)) == ("eu", "rus", "un", "usa")
    assert members_on("quartet", dt.date(2001, 1, 1)) == ()
    with pytest.raises(BadArgument, match="known"):
        members_on("nobody", dt.date(2016, 1, 1))


def test_the_front_door_answers_the_same(spoken: Path) -> None:
    with Case.open(spoken) as opened:
        then = opened.at(as_of=dt.date(2030, 4, 1))
        found = opened.harmony("", then, members=("ard", "bre"), scales={"ferry": ("open", "half", "shut")})
        assert found.overall is not None
        assert found.overall.value == 1
        assert [b.one for b in opened.standing().balances] == ["ard"]


def test_votes_are_compared_without_a_case(tmp_path: Path, run: Run) -> None:
    (tmp_path / "calls.csv").write_text("rcid,date\n1,2000-01-01\n2,2001-01-01\n", encoding="utf-8")
    cast = ("1,France,FR,yes", "1,Chile,CL,no", "2,France,FR,yes", "2,Chile,CL,yes", "3,Chile,CL,no")
    (tmp_path / "cast.csv").write_text("\n".join(("rcid,country,country_code,vote", *cast)), encoding="utf-8")
    (tmp_path / "issues.csv").write_text("rcid,short_name,issue\n2,la,Lakes\n", encoding="utf-8")
    tables = (tmp_path / "calls.csv", tmp_path / "cast.csv", "--issues", tmp_path / "issues.csv")
    said = run("votes", *tables, "--party", "fra", "--party", "chl")
    assert said.code == 2  # a row is refused; the rest is counted all the same
    assert "refused  cast.csv, line 6" in said.err
    assert "0.500" in said.out
    assert "Lakes" in said.out
    assert run("votes", *tables, "--party", "fra").code == 2
    refused = run("votes", *tables, "--party", "fra", "--party", "chl", "--issue", "xx")
    assert "la (Lakes)" in refused.err


def test_the_votes_of_a_case_are_counted_in_either_store(new_address: Places, tmp_path: Path, run: Run) -> None:
    written, case = tmp_path / "claims.yaml", new_address()
    written.write_text(
        "version: 1\nclaims:\n- {id: d, valid: 2030-01-01, content: {kind: decision, body: unsc, reference: S/RES/99, "
        "adopted_by: vote, vote: {in_favour: 14, abstaining: 1, abstainers: [usa]}}}\n",
        encoding="utf-8",
    )
    assert run("new", case).code == 0
    assert run("enter", case, written, "--by", "an editor").code == 0
    said = run("votes", case, "--body", "unsc", "--party", "fra", "--party", "usa")
    assert (said.code, "1 roll calls" in said.out, "France, United States" in said.out) == (0, True, True)
