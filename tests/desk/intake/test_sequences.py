"""What waits for what when claims are entered: no cycle comes into the record, and nothing else is lost for it."""

import datetime as dt
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.desk.intake.enter import Entered, enter
from goodoffices.errors import CycleFound
from goodoffices.record import Record
from goodoffices.tracking import in_order

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
    with Record.create(tmp_path / "case") as record:
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
    with Record.create(tmp_path / "case") as record:
        assert not entered(record, written({"a": ["b"]})).refused
        assert [r.item for r in entered(record, written({"b": ["a"], "c": ["c"]})).refused] == ["b", "c"]


def test_claims_that_would_wait_for_themselves_as_one_matter_stay_two(tmp_path: Path) -> None:
    with Record.create(tmp_path / "case") as record:
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
    with Record.create(tmp_path_factory.mktemp("record") / "case") as record:  # type: ignore[attr-defined]
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
