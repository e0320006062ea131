"""What a meeting pack asks of positions, and what bodies the party sits in owe, in the sample and a fictional case."""

import datetime as dt
from pathlib import Path

from goodoffices import Case

CLAIMS = """version: 1
claims:
- {id: a, valid: 2029-01-10, content: {kind: position, party: arden, issue: ferry_hours, stance: all year}}
- {id: b, valid: 2030-03-01, content: {kind: position, party: arden, issue: ferry_hours, stance: in summer}}
- {id: c, valid: 2030-01-01, content: {kind: position, party: arden, issue: toll, stance: high}}
- {id: d, valid: 2030-01-01, content: {kind: position, party: arden, issue: toll, stance: low}}
- id: e
  valid: 2030-02-01
  attribution: {holder: bresk, source: alleged}
  content: {kind: position, party: arden, issue: north_pier, stance: close it}
"""


def asked(case: Case, day: str) -> list[tuple[str, str]]:
    return list(case.meeting("arden", case.at(as_of=dt.date.fromisoformat(day))).to_ask)


def test_a_late_move_a_dispute_and_an_allegation_are_asked_about(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    with Case.new(tmp_path / "ferry") as case:
        case.enter(tmp_path / "claims.yaml", by="T. Clerk")
        assert asked(case, "2030-06-01") == [
            ("Ask arden what moved it on ferry hours from all year to in summer.", "b"),
            ("Ask arden where it stands on north pier: only bresk puts it at “close it”.", "e"),
            ("Ask arden where it stands on toll: sources differ, “high” / “low”.", "c"),
        ]
        assert [claim for _, claim in asked(case, "2031-03-01")] == ["b", "e", "c"]  # a year to the day
        assert [claim for _, claim in asked(case, "2031-03-02")] == ["e", "c"]
        assert asked(case, "2029-02-01") == []


def test_a_member_s_pack_has_what_its_body_owes_that_does_not_bind_itself(tmp_path: Path) -> None:
    with Case.sample(tmp_path / "sample") as case:
        view = case.at(as_of=dt.date(2012, 3, 20))
        russia, jordan = case.meeting("rus", view), case.meeting("jor", view)
        assert "meet in Washington" in {line.what for line in russia.owes_with}
        assert all("quartet" in line.bound or "unsc" in line.bound for line in russia.owes_with)
        assert not {line.matter for line in russia.owes_with} & {line.matter for line in russia.owes}
        assert jordan.owes_with == ()
        made = {section.id: section for section in case.pack("rus", view, by="Ada").sections}
        assert len(made["with"].items) == len(russia.owes_with)


def test_what_a_party_s_speakers_said_is_what_it_said(tmp_path: Path) -> None:
    with Case.sample(tmp_path / "sample") as case:
        russia = case.meeting("rus", case.at(as_of=dt.date(2023, 12, 30)))
        assert russia.said[0].words.startswith("asked that the results of special conferences")  # for its ministry
        assert not any("Guterres" in row.words for row in case.meeting("quartet", case.at()).said)


def test_a_pack_tells_the_first_twenty_duties_and_counts_the_rest(tmp_path: Path) -> None:
    duties = "".join(
        f"- {{id: d{n}, valid: 2030-05-01, note: Said at the table., content: {{kind: provision, act: open gate {n}, "
        f"addressees: [arden], force: agreed, deadline: 2030-07-{n:02}}}}}\n"
        for n in range(1, 26)
    )
    (tmp_path / "duties.yaml").write_text(f"version: 1\nclaims:\n{duties}", encoding="utf-8")
    with Case.new(tmp_path / "case") as case:
        assert case.enter(tmp_path / "duties.yaml", by="Ada").refused == ()
        paper = case.pack("arden", case.at(as_of=dt.date(2030, 6, 28)), by="Ada")
    owes = next(s for s in paper.sections if s.id == "owes")
    assert [item.words for item in owes.items] == [f"Open gate {n}" for n in range(1, 21)]
    assert owes.lead == "The first 20 of 25; `goodoffices status` has all."
    assert next(s for s in paper.sections if s.id == "with").lead == ""
