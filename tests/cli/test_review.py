"""Review by several people, matters and conflicts, as their users type them."""

import json
from pathlib import Path

import pytest

from goodoffices import Case
from tests.cli.conftest import Run
from tests.desk.offices import proposed
from tests.desk.test_sequences import proposed as waiting


@pytest.fixture
def claims(case: Path, tmp_path: Path) -> list[str]:
    with Case.open(case) as opened:
        return proposed(opened, tmp_path, 33)


def _lakes(run: Run, case: Path, tmp_path: Path) -> None:
    claims = []
    for name, day in (("clerk", 22), ("gazette", 23)):
        paper = tmp_path / f"{name}.txt"
        paper.write_text(f"The {name}: the Lakes Conference met in Vell on {day} June 2031.", encoding="utf-8")
        assert run("add", case, paper).code == 0
        claims.append(
            f"- {{id: {name}, document: {name}.txt, quote: met in Vell on {day} June 2031, valid: 2031-06-{day}, "
            "content: {kind: meeting, body: lakes, place: Vell}}\n"
        )
    file = tmp_path / "claims.yaml"
    file.write_text("version: 1\nclaims:\n" + "".join(claims), encoding="utf-8")
    assert run("enter", case, file).out == "entered 2 claims\n"


def test_two_coders_work_blind_and_are_told_how_far_they_agree(run: Run, case: Path, claims: list[str]) -> None:
    for name in claims[:4]:
        run("review", case, "--accept", name, "--by", "Ann")
    blind = json.loads(run("review", case, "--by", "Bea", "--blind", "--json").out)
    assert [item["claim"]["id"] for item in blind] == claims
    assert {(item["state"], item["by"]) for item in blind} == {("proposed", "")}
    assert len(json.loads(run("review", case, "--by", "Bea", "--json").out)) == len(claims) - 4
    run("review", case, "--accept", claims[0], "--accept", claims[1], "--reject", claims[2], "--by", "Bea")
    said = run("agreement", case)
    assert "3 claims judged by two or more coders" in said.out
    assert "Ann and Bea: Cohen's kappa 0.000 (n = 3)" in said.out  # Ann found but one thing: 2/3 agreed, 2/3 by chance
    assert json.loads(run("agreement", case, "--json").out)["pairs"][0]["units"] == 3
    assert "0 claims" in run("agreement", case, "--coder", "Ann").out


def test_a_dispute_is_listed_and_settled_with_a_reason(run: Run, case: Path, claims: list[str]) -> None:
    run("review", case, "--accept", claims[0], "--by", "Ann")
    run("review", case, "--reject", claims[0], "--by", "Bea")
    said = run("adjudicate", case)
    assert "Ann accepted · Bea rejected" in said.out
    assert "1 claims on which coders differ, 1 to be settled" in said.out
    assert run("adjudicate", case, claims[0], "--accept").code == 2
    assert run("adjudicate", case, claims[0], "--accept", "--reject", "--reason", "x").code == 2
    said = run("adjudicate", case, claims[0], "--reject", "--reason", "no such town", "--by", "Dea")
    assert said.out == f"settled: {claims[0]} is rejected\n"
    assert "Dea settled it: rejected, no such town" in run("adjudicate", case).out
    assert json.loads(run("adjudicate", case, "--json").out)[0]["open"] is False
    assert run("review", case, "--undo", claims[0], "--by", "Dea").code == 0
    assert "1 to be settled" in run("adjudicate", case).out


def test_a_well_known_rule_is_accepted_in_bulk_and_taken_back(run: Run, case: Path, claims: list[str]) -> None:
    said = run("review", case, "--accept-rule", "meeting.told", "--by", "Ann")
    assert said.code == 2
    assert "a rule was judged at least 30 times" in said.err
    run("review", case, *(word for name in claims[:30] for word in ("--accept", name)), "--by", "Ann")
    assert "30 of 30   0.89 to 1.00   3" in run("review", case, "--rules").out
    assert json.loads(run("review", case, "--rules", "--json").out)[0]["right"] == 30
    said = run("review", case, "--accept-rule", "meeting.told", "--by", "Ann")
    assert said.out == "3 proposals of meeting.told accepted, each in the log\n"
    said = run("review", case, "--undo-rule", "meeting.told", "--by", "Ann")
    assert said.out == "3 proposals of meeting.told taken back\n"
    queue = json.loads(run("review", case, "--order", "uncertain", "--by", "Ann", "--json").out)
    assert [item["claim"]["id"] for item in queue] == claims[30:]


def test_matters_are_proposed_confirmed_shown_and_taken_back(run: Run, case: Path, tmp_path: Path) -> None:
    _lakes(run, case, tmp_path)
    said = run("matters", case)
    assert "probably one matter; they would differ in date" in said.out
    for words in ("“met in Vell on 22 June 2031”", "“met in Vell on 23 June 2031”", "--same clerk --same gazette"):
        assert words in said.out
    assert json.loads(run("matters", case, "--kind", "event", "--json").out) == []
    assert run("matters", case, "--same", "clerk").code == 2
    assert run("matters", case, "--same", "clerk", "--same", "gazette").out == "one matter: clerk\n"
    said = run("matter", case, "gazette")
    assert "Meeting clerk, 2 claims" in said.out
    assert "They contradict each other in date" in said.out
    assert run("matter", case, "nothing").code == 2
    assert run("matters", case, "--undo", "clerk").out == "taken back: clerk\n"
    run("matters", case, "--different", "clerk", "--different", "gazette")
    assert "0 proposals" in run("matters", case).out


def test_a_conflict_is_listed_ruled_on_and_opened_again(run: Run, case: Path, tmp_path: Path) -> None:
    _lakes(run, case, tmp_path)
    run("matters", case, "--same", "clerk", "--same", "gazette")
    assert "1 conflict in this record, which may be incomplete; 1 open" in run("conflicts", case).out
    assert run("rule", case, "clerk:date", "--follows", "clerk").code == 2
    said = run("rule", case, "clerk:date", "--follows", "clerk", "--reason", "the clerk was there", "--by", "Ann")
    assert said.out == "ruled on clerk:date: clerk is followed\n"
    assert "Ann follows clerk: the clerk was there" in run("conflicts", case).out
    assert "0 conflicts in this record, which may be incomplete; 0 open" in run("conflicts", case, "--open").out
    assert json.loads(run("conflicts", case, "--json").out)[0]["open"] is False
    assert run("rule", case, "clerk:date", "--undo").code == 0
    assert "1 conflict in this record, which may be incomplete; 1 open" in run("conflicts", case, "--open").out


def test_whatever_verb_refuses_an_item_tells_it_does_the_rest_and_ends_with_an_error_code(
    run: Run, case: Path, tmp_path: Path
) -> None:
    known: dict[str, list[str]] = {f"known{n:02}": [] for n in range(30)}
    with Case.open(case) as opened:
        waiting(opened, {**known, "alpha": ["beta"], "beta": ["alpha"], "gamma": []})
        opened.review(accept=list(known), by="Ann")
    said = run("review", case, "--accept-rule", "made.up", "--by", "Ann")
    assert (said.code, said.out.split()[0]) == (2, "2")
    assert "refused  beta" in said.err
    told = run("review", case, "--accept-rule", "made.up", "--by", "Ann", "--json")  # beta alone still waits
    found = json.loads(told.out)
    assert (told.code, found["done"], [r["item"] for r in found["refused"]]) == (2, [], ["beta"])
    assert run("review", case, "--undo-rule", "made.up", "--by", "Ann").code == 0
    assert run("anchors", case, "--undo", "alpha").code == 2
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    watched = run("watch", case, tmp_path / "folder", "--every", "0.05", "--rounds", "3")
    assert ("torn.pdf: a PDF can be opened" in watched.err, watched.code) == (True, 2)
