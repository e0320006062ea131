"""What waits for what, by whichever door a claim comes to count: no cycle comes in, and nothing else is lost for it."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodoffices.desk.case import Case
from goodoffices.desk.intake.enter import Entered, enter
from goodoffices.desk.review.verdicts import Amendment
from goodoffices.desk.sequences import keep_order
from goodoffices.documents import extract
from goodoffices.errors import BadDate, CycleFound
from goodoffices.record import Record
from goodoffices.tracking import in_order
from goodoffices.vocabulary.claim import STANDING, Claim
from goodoffices.vocabulary.kinds import Provision, Term
from goodoffices.vocabulary.quote import find_quote
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.when import on_day

AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def written(waiting: dict[str, list[str]], same: str = "") -> str:
    claims = "\n".join(
        f"- {{id: {name}, note: by hand, content: {{kind: provision, act: {name}, depends_on: [{', '.join(others)}]}}}}"
        for name, others in waiting.items()
    )
    return f"version: 1\nclaims:\n{claims}\n{same}"


def entered(record: Record, source: str) -> Entered:
    return enter(record, source, by="Ann", at=AT)


def test_the_claim_that_closes_a_cycle_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    with Record.create(tmp_path / "case", guard=keep_order) as record:
        found = entered(record, written({"disarm": ["withdraw"], "withdraw": ["vote"], "vote": ["disarm"], "pay": []}))
        assert [c.id for c in found.claims] == ["disarm", "withdraw", "pay"]
        ((item, error),) = found.refused
        assert (item, type(error)) == ("vote", CycleFound)
        assert "“vote” (vote) waits for “disarm” (disarm) waits for “withdraw” (withdraw) waits for “vote”" in str(
            error
        )
        again = entered(record, written({"vote": [], "free": ["vote"], "end": ["free", "disarm"]}))
        assert ([c.id for c in again.claims], again.refused) == (["vote", "free", "end"], ())


def test_what_was_entered_before_is_looked_at_too_and_so_is_waiting_for_itself(tmp_path: Path) -> None:
    with Record.create(tmp_path / "case", guard=keep_order) as record:
        assert not entered(record, written({"a": ["b"]})).refused
        assert [r.item for r in entered(record, written({"b": ["a"], "c": ["c"]})).refused] == ["b", "c"]


def test_an_id_that_nothing_goes_by_is_told_and_one_that_comes_in_the_same_file_is_not(tmp_path: Path) -> None:
    with Record.create(tmp_path / "case", guard=keep_order) as record:
        effects = "[{on: vote, does: fulfils}, {on: vot, does: occurs}]"
        opening = f"- {{id: opening, content: {{kind: event, what: x, effects: {effects}}}}}"
        found = entered(record, written({"pay": ["opening", "openin"], "vote": []}) + opening)
        assert (len(found.claims), found.refused) == (3, ())
        assert found.unheld == (("pay", "openin"), ("opening", "vot"))


def test_claims_that_would_wait_for_themselves_as_one_matter_stay_two(tmp_path: Path) -> None:
    with Record.create(tmp_path / "case", guard=keep_order) as record:
        found = entered(record, written({"a": ["b"], "b": ["c"], "c": []}, "same_matter:\n- [a, c]\n"))
        assert len(found.claims) == 3
        assert isinstance(found.refused[0].error, CycleFound)
        assert len(record.at().matters("provision")) == 3


@settings(max_examples=40)
@given(edges=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_whatever_is_entered_no_cycle_is_in_the_record_and_only_what_closes_one_is_out(
    tmp_path_factory: object, edges: list[tuple[int, int]]
) -> None:
    waiting = {f"p{n}": [f"p{b}" for a, b in edges if a == n] for n in range(6)}
    with Record.create(tmp_path_factory.mktemp("record") / "case", guard=keep_order) as record:  # type: ignore[attr-defined]
        found = entered(record, written(waiting))
        matters = record.at().matters("provision")
        in_order(matters)
        assert len(found.claims) + len(found.refused) == 6
        held = {c.id: waiting[c.id] for c in found.claims}
        for refused in found.refused:  # each of them closes a cycle with what is there: a plain reachability says so
            reached, stack = set(), list(waiting[refused.item])
            while stack:
                here = stack.pop()
                if here not in reached:
                    reached.add(here)
                    stack += held.get(here, [])
            assert refused.item in reached


def proposed(case: Case, waiting: dict[str, list[str]], terms: dict[str, Term] | None = None) -> None:
    """A document of which provisions were proposed, by what each says, and terms in the place of some."""
    content = " ".join(waiting).encode()
    document = case.record.add_document(content, extract(content, "a.txt"), name="a.txt", by="Ann", at=AT).document
    text = case.at().text(document.id).content
    claims = tuple(
        Claim(
            id=name,
            content=(terms or {}).get(name) or Provision(act=name, depends_on=tuple(others)),
            quotes=(find_quote(document.id, text, name),),
            rule="made.up",
        )
        for name, others in waiting.items()
    )
    case.record.add_reading(
        document.id, Reading(text=document.text, reader="made up", settings=(), claims=claims), by="Ann", at=AT
    )


def test_no_door_lets_a_cycle_in_and_what_is_refused_stays_as_it_was(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        proposed(case, {"alpha": ["beta"], "beta": ["alpha"], "gamma": ["delta"], "delta": []})
        assert not case.review(accept=["alpha"], by="Ann").refused
        (refused,) = case.review(accept=["beta", "gamma", "delta"], by="Ann").refused
        assert (refused.item, type(refused.error)) == ("beta", CycleFound)
        states = {r.claim.id: r.state for r in case.at().claims()}
        assert states == {"alpha": "accepted", "beta": "proposed", "gamma": "accepted", "delta": "accepted"}

        seq = case.at().claim("delta").seq
        with pytest.raises(CycleFound, match="gamma"):
            case.amend_fields("delta", {"depends_on": "gamma"}, based_on=seq, by="Ann")
        listed = case.at().claim("delta")
        whole = replace(listed.claim, content=replace(listed.claim.content, after=("gamma",)))
        with pytest.raises(CycleFound, match="gamma"):
            case.amend(msgspec.json.encode(Amendment(whole, listed.seq)), by="Ann")
        assert case.at().claim("delta").seq == seq
        with pytest.raises(CycleFound, match="gamma"):
            case.same(["gamma", "delta"], by="Ann")

        case.review(reject=["alpha"], by="Ann")  # now beta may be accepted, and alpha not be brought back
        assert not case.review(accept=["beta"], by="Ann").refused
        (refused,) = case.review(undo=["alpha"], by="Ann").refused
        assert type(refused.error) is CycleFound
        assert case.at().claim("alpha").state == "rejected"

        case.review(accept=["alpha"], by="Bea")  # contested: it does not count yet
        with pytest.raises(CycleFound):
            case.adjudicate("alpha", "accepted", "It says so.", by="Cal")
        case.adjudicate("alpha", "rejected", "It does not say so.", by="Cal")
        in_order(case.at().matters("provision", STANDING))


def test_of_what_is_accepted_by_rule_only_what_closes_a_cycle_is_left(tmp_path: Path) -> None:
    known: dict[str, list[str]] = {f"known{n:02}": [] for n in range(30)}
    with Case.new(tmp_path / "case") as case:
        proposed(case, {**known, "alpha": ["beta"], "beta": ["alpha"], "gamma": []})
        case.review(accept=list(known), by="Ann")
        found = case.accept_rule("made.up", by="Ann")
        assert (found.done, [r.item for r in found.refused]) == (("alpha", "gamma"), ["beta"])


def test_of_what_is_accepted_by_rule_only_what_ends_before_it_begins_is_left(tmp_path: Path) -> None:
    known: dict[str, list[str]] = {f"known{n:02}": [] for n in range(30)}
    never = Term(what="truce", begins=on_day(dt.date(2030, 6, 1)), until=on_day(dt.date(2030, 5, 1)))
    with Case.new(tmp_path / "case") as case:
        proposed(case, {**known, "alpha": [], "beta": [], "gamma": []}, {"beta": never})
        case.review(accept=list(known), by="Ann")
        found = case.accept_rule("made.up", by="Ann")
        assert (found.done, [type(r.error) for r in found.refused]) == (("alpha", "gamma"), [BadDate])
        assert case.at().claim("beta").state == "proposed"


def test_a_later_source_shows_that_an_earlier_stretch_of_a_term_is_a_hole(tmp_path: Path) -> None:
    kind = "kind: term, what: mechanism, name: fund"
    longer = "{on: truce, does: extends, until: 2031-03-30}"
    source = f"""version: 1
claims:
- {{id: first, valid: 2031-01-01, content: {{{kind}, begins: 2031-01-01, until: 2031-05-31}}}}
- {{id: anew, valid: 2031-09-01, content: {{{kind}, instruments: [{{on: 2031-09-01, until: 2031-12-31}}]}}}}
- {{id: truce, valid: 2031-01-01, content: {{kind: term, name: truce, begins: 2031-01-01, until: 2031-03-08}}}}
- {{id: longer, valid: 2031-03-20, content: {{kind: event, what: x, effects: [{longer}]}}}}
same_matter: [[first, anew]]
"""
    with Case.new(tmp_path / "case") as case:
        assert not entered(case.record, source).refused

        def states(day: str) -> list[str]:
            lines = case.status(case.at(as_of=dt.date.fromisoformat(day))).terms
            return [line.state for line in sorted(lines, key=lambda line: line.matter)]

        assert states("2031-03-01") == ["in force", "in force"]
        assert states("2031-03-10") == ["in force", "unknown"]
        assert states("2031-03-20") == ["in force", "in force"]
        assert states("2031-08-01") == ["unknown", "expired"]
        assert states("2031-09-01") == ["in force", "expired"]
        assert states("2032-01-01") == ["expired", "expired"]
