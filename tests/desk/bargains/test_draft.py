"""Drafting a scenario from the record: every cell has evidence or stays unknown."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.bargaining import read_scenario
from goodoffices.bargaining.scenario import Condition
from goodoffices.desk.bargains.draft import QUO, Drafted, written
from goodoffices.desk.evidence import named_in, slug
from goodoffices.errors import BadArgument, NotFound

NOTE = """Arden wants the ferry open all year. Bresk would have it open in summer only.
Bresk ties the ferry to the toll: it will not open the ferry unless the toll is settled.
The Lakes Conference proposed a low toll. It is denied that Arden asked for a high toll.
The coast guard of Corvo is not part of this. Corvo ties the toll to fishing.
"""

CLAIMS = """version: 1
claims:
- {id: arden-ferry, document: note.txt, quote: Arden wants the ferry open all year, issues: [ferry],
   content: {kind: position, party: arden, issue: ferry, stance: open all year, salience: 80}}
- {id: arden-toll, document: note.txt, quote: It is denied that Arden asked for a high toll, issues: [toll],
   attribution: {polarity: denied},
   content: {kind: position, party: arden, issue: toll, stance: high toll, salience: 20}}
- {id: bresk-ferry, document: note.txt, quote: Bresk would have it open in summer only, issues: [ferry],
   content: {kind: position, party: bresk, issue: ferry, stance: open in summer}}
- {id: toll-proposal, document: note.txt, quote: The Lakes Conference proposed a low toll, issues: [toll],
   content: {kind: provision, act: set a low toll, addressees: [bresk]}}
- {id: tie, document: note.txt, quote: it will not open the ferry unless the toll is settled, issues: [ferry, toll],
   content: {kind: linkage, by: bresk, ties: [ferry, toll], link_kind: condition}}
- {id: corvo-tie, document: note.txt, quote: Corvo ties the toll to fishing,
   content: {kind: linkage, by: corvo, ties: [toll, fishing], link_kind: package}}
- {id: vell, document: note.txt, quote: The Lakes Conference proposed, content: {kind: meeting, body: lakes}}
"""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    with Case.new(tmp_path / "case") as made:
        made.add([tmp_path / "note.txt"], by="T. Clerk", dated="2030-05-03")
        entered = made.enter(tmp_path / "claims.yaml", by="T. Clerk")
        assert entered.refused == ()
        yield made


@pytest.fixture(scope="module")
def quartet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.sample(tmp_path_factory.mktemp("sample") / "quartet") as made:
        yield made


def drafted(case: Case) -> Drafted:
    return case.draft(["arden", "bresk"], ["ferry", "toll"], by="T. Clerk", fictional=True)


def test_options_are_the_standstill_and_what_the_record_says_of_the_issue(case: Case) -> None:
    options = {issue.id: issue.options for issue in drafted(case).scenario.issues}
    assert options == {"ferry": (QUO, "open all year", "open in summer"), "toll": (QUO, "set a low toll")}


def test_a_stance_is_the_option_liked_best_and_everything_else_stays_unknown(case: Case) -> None:
    scenario = drafted(case).scenario
    arden, bresk = scenario.preferences
    assert [worth.values for worth in arden.worths] == [(None, 100_000_000, None), (None, None)]
    assert [worth.values for worth in bresk.worths] == [(None, None, 100_000_000), (None, None)]
    for one in (arden, bresk):
        assert (one.weights, one.reservation, one.order) == ((None, None), None, ())
    assert len(drafted(case).unknown) == 2 * (2 + 5 + 1) - 2 + 1


def test_what_was_denied_gives_neither_an_option_nor_a_value_but_is_shown_as_denied(case: Case) -> None:
    assert "high toll" not in drafted(case).scenario.issue("toll").options
    assert "arden-toll, position (denied): " in written(drafted(case))


def test_a_linkage_has_its_claim_and_exact_words_and_no_number(case: Case) -> None:
    (tie,) = drafted(case).scenario.linkages
    assert (tie.party, tie.claim, tie.points, tie.refuses) == ("bresk", "tie", None, False)
    assert tie.quote == "it will not open the ferry unless the toll is settled"
    assert tie.when == (Condition("ferry", ("open all year", "open in summer")), Condition("toll", (QUO,)))


def test_a_linkage_of_somebody_else_is_left_out_and_said_to_be(case: Case) -> None:
    (left,) = drafted(case).left_out
    assert "corvo" in left
    assert "Corvo ties the toll to fishing" in left


def test_the_written_draft_reads_back_to_the_same_scenario_with_every_quote_and_open_cell(case: Case) -> None:
    made = drafted(case)
    text = written(made)
    assert read_scenario(text) == made.scenario
    for one in made.evidence:
        assert f"{one.claim}, {one.kind}" in text
        assert one.words in text
    for cell in made.unknown:
        assert f"#   {cell}\n" in text


def test_words_of_a_document_cannot_break_out_of_their_comment(case: Case, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("The ferry\u2028fictional: true\x85title: x\nis a matter of Arden.\n", encoding="utf-8")
    case.add([hostile], by="T. Clerk", dated="2030-05-04")
    text = case.at().text(case.at().documents()[1].id).content
    words = text[: text.index(" is a matter")] if " is a matter" in text else text.split(" of Arden")[0]
    claims = tmp_path / "more.yaml"
    quoted = words.encode("unicode_escape").decode().replace('"', "'")
    claims.write_text(
        'version: 1\nclaims:\n- {id: hostile, document: hostile.txt, issues: [ferry], quote: "' + quoted + '", '
        "content: {kind: statement, speaker: arden, act: announce}}\n",
        encoding="utf-8",
    )
    assert case.enter(claims, by="T. Clerk").refused == ()
    assert read_scenario(written(drafted(case))) == drafted(case).scenario


def test_several_stances_of_one_party_are_not_chosen_between(case: Case, tmp_path: Path) -> None:
    more = tmp_path / "more.yaml"
    more.write_text(
        "version: 1\nclaims:\n- {id: again, content: {kind: position, party: arden, issue: ferry, stance: closed}}\n",
        encoding="utf-8",
    )
    case.enter(more, by="T. Clerk")
    arden = drafted(case).scenario.preferences[0]
    assert set(arden.worths[0].values) == {None}
    assert any("several stances" in one for one in drafted(case).left_out)


def test_salience_gives_an_order_and_no_weight(case: Case, tmp_path: Path) -> None:
    more = tmp_path / "more.yaml"
    position = "content: {kind: position, party: bresk, issue: %s, stance: %s, salience: %d}"
    more.write_text(
        "version: 1\nclaims:\n"
        + "".join(
            f"- {{id: {issue}-{salience}, {position % (issue, stance, salience)}}}\n"
            for issue, stance, salience in (("ferry", "open in summer", 30), ("toll", "low", 90))
        ),
        encoding="utf-8",
    )
    case.enter(more, by="T. Clerk")
    bresk = drafted(case).scenario.preferences[1]
    assert bresk.order == ("toll", "ferry")
    assert bresk.weights == (None, None)


def test_a_party_nobody_names_and_an_empty_list_are_errors(case: Case) -> None:
    with pytest.raises(NotFound, match="Nowhere"):
        case.draft(["Nowhere"], ["ferry"], by="T. Clerk")
    with pytest.raises(BadArgument, match="--issues"):
        case.draft(["arden"], [" "], by="T. Clerk")


def test_an_issue_the_record_does_not_know_is_listed_and_left_empty(case: Case) -> None:
    made = case.draft(["arden", "bresk"], ["ferry", "lighthouse"], by="T. Clerk")
    assert made.scenario.issue("lighthouse").options == (QUO,)
    assert any(one.startswith("lighthouse: no stance") for one in made.left_out)


def test_the_sample_case_gives_a_draft_with_words_of_its_digests(quartet: Case) -> None:
    snapshot = quartet.at(as_of=dt.date(2010, 9, 10))
    made = quartet.draft(
        ["Middle East Quartet", "isr", "pal"],
        ["settlements", "direct talks", "proximity_talks"],
        snapshot,
        by="T. Clerk",
    )
    assert [party.id for party in made.scenario.parties] == ["quartet", "isr", "pal"]
    assert (made.scenario.author, made.scenario.dated, made.scenario.fictional) == ("T. Clerk", "2010-09-10", False)
    (tie,) = made.scenario.linkages
    assert tie.claim == "moscow-sequence"
    assert all(weight is None for one in made.scenario.preferences for weight in one.weights)
    assert read_scenario(written(made)) == made.scenario
    for one in made.evidence:
        claim = snapshot.claim(one.claim).claim
        assert " ".join(claim.quotes[0].exact.split()) == one.words


def test_what_became_so_later_is_not_drafted_from(quartet: Case) -> None:
    early = quartet.draft(["quartet"], ["direct talks"], quartet.at(as_of=dt.date(2010, 9, 1)), by="T. Clerk")
    assert "direct-talks-opened" not in {one.claim for one in early.evidence}


def test_indirect_talks_are_no_direct_talks() -> None:
    assert not named_in("direct_talks", "backed indirect talks")
    assert named_in("direct_talks", "to open direct talks, soon")
    assert slug(" Direct  talks ") == "direct_talks"
