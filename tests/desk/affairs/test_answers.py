"""A withdrawn answer to a text shows wherever it is told who stands where: standing, page, pack, brief, changes."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.briefs import Brief
from goodoffices.cli import main
from tests.web.conftest import entered

CLAIMS = """version: 1
claims:
- {id: yes, valid: 2030-05-20, note: Arden accepts, content: {kind: acceptance, party: ard, text: Vell plan,
    version: 12 May, answer: accepted_with_reservations, reservations: [no port]}}
- {id: no, valid: 2030-05-20, note: Bresk refuses, content: {kind: acceptance, party: bre, text: Vell plan,
    version: 12 May, answer: rejected}}
- {id: walkout, valid: 2030-06-10, note: Arden walks out, content: {kind: event, what: walkout, actor: ard,
    effects: [{on: "yes", does: withdraws}]}}
"""
BEFORE, AFTER = dt.date(2030, 6, 1), dt.date(2030, 7, 1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    written = tmp_path / "claims.yaml"
    written.write_text(CLAIMS, encoding="utf-8")
    with Case.new(tmp_path / "case") as made:
        assert not made.enter(written, by="Ann").refused
        yield made


def _rows(brief: Brief) -> list[tuple[str, str]]:
    items = next(section.items for section in brief.sections if section.id == "answers")
    return [(" ".join(item.parties), item.state) for item in items]


def test_it_stands_until_it_is_withdrawn_and_the_change_is_told(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = case.at(as_of=BEFORE), case.at(as_of=AFTER)
    assert [a.words() for a in case.standing(before).answers] == ["accepted with reservations", "rejected"]
    assert [a.words() for a in case.standing(after, parties=["ard"]).answers] == ["withdrawn"]
    (change,) = case.changes(before, after)
    assert (change.what, change.before, change.after) == (
        "answer to Vell plan, 12 May",
        "accepted with reservations",
        "withdrawn",
    )
    assert (change.since, set(change.claims)) == (dt.date(2030, 6, 10), {"yes", "walkout"})
    main(["standing", str(tmp_path / "case"), "--as-of", str(BEFORE)])
    main(["standing", str(tmp_path / "case"), "--as-of", str(AFTER)])
    first, second = capsys.readouterr().out.split("Who stands where on")[1:]
    assert "accepted with reservations; no port" in " ".join(first.split())
    assert "withdrawn" not in first
    assert all(said in second for said in ("withdrawn", "Arden walks out", "rejected"))


def test_it_is_in_the_brief_and_in_the_pack_of_its_party_alone(case: Case) -> None:
    assert _rows(case.brief(case.at(as_of=AFTER), by="Ann")) == [("ard", "withdrawn"), ("bre", "rejected")]
    assert _rows(case.pack("ard", case.at(as_of=BEFORE), by="Ann")) == [("", "accepted with reservations")]
    assert _rows(case.pack("bre", case.at(as_of=AFTER), by="Ann")) == [("", "rejected")]


def test_a_pack_tells_the_first_twenty_answers_and_counts_the_rest(tmp_path: Path) -> None:
    given = "".join(
        f"- {{valid: 2030-05-01, note: Said., content: {{kind: acceptance, party: ard, text: plan {n:02}}}}}\n"
        for n in range(1, 24)
    )
    (tmp_path / "claims.yaml").write_text(f"version: 1\nclaims:\n{given}", encoding="utf-8")
    with Case.new(tmp_path / "many") as case:
        assert case.enter(tmp_path / "claims.yaml", by="Ada").refused == ()
        paper = case.pack("ard", case.at(as_of=BEFORE), by="Ada")
    section = next(s for s in paper.sections if s.id == "answers")
    assert [item.words for item in section.items] == [f"plan {n:02}" for n in range(1, 21)]
    assert section.lead == "The first 20 of 23; `goodoffices standing` has all."


def test_the_page_of_positions_tells_where_each_stands_on_its_day(case: Case) -> None:
    with entered(case) as client:
        table = client.get("/positions?as_of=2030-07-01").text.split('id="acceptance"')[1].split("</table>")[0]
        assert table.count("<bdi>withdrawn</bdi>") == 1
        assert "<bdi>withdrawn</bdi>" not in client.get("/positions?as_of=2030-06-01").text
        assert "Vell plan, 12 May: withdrawn" in client.get("/meeting?party=ard&as_of=2030-07-01").text
