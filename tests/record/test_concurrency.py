"""Several people writing at once, each from a process of their own."""

from itertools import pairwise

import pytest

from goodoffices.errors import NotWritten
from goodoffices.record import Record, verify
from tests.record.office import by_hand, moment
from tests.record.writers import EACH, amend_one_claim, enter_claims, judge_one_claim, see_the_log_grow, start, told

WRITERS = 8


def test_eight_writers_get_everything_in_without_a_gap_and_a_reader_sees_it_come_in_order(record: Record) -> None:
    whole = WRITERS * EACH
    reader, seen_by = start(see_the_log_grow, record.store.address, whole)
    writers = [start(enter_claims, record.store.address, number) for number in range(WRITERS)]
    seen = told(seen_by)
    said = [told(pipe) for _, pipe in writers]
    for process, _ in [*writers, (reader, None)]:
        process.join()
    seqs = sorted(seq for each in said for seq in each if isinstance(seq, int))
    refused = [reason for each in said for reason in each if isinstance(reason, str)]
    assert len(seqs) + len(refused) == whole
    assert refused == []
    assert seqs == list(range(1, whole + 1))
    assert [e.seq for e in record.at().entries()] == seqs
    assert {r.claim.id for r in record.at().claims()} == {f"{n}-{c}" for n in range(WRITERS) for c in range(EACH)}
    assert all(sorted(each) == each for each in said)  # type: ignore[type-var]
    assert all(look == list(range(1, len(look) + 1)) for look in seen)  # type: ignore[arg-type]
    assert all(len(one) < len(other) for one, other in pairwise(seen))  # type: ignore[arg-type]
    assert len(seen) > WRITERS
    assert verify(record).whole


def test_four_writers_of_one_claim_never_overwrite_each_other(record: Record) -> None:
    record.enter(by_hand("Vienna", name="the one"), by="Bea", at=moment())
    writers = [start(amend_one_claim, record.store.address, number) for number in range(4)]
    said = [told(pipe) for _, pipe in writers]
    for process, _ in writers:
        process.join()
    done = {seq: note for each in said for seq, note in (d for d in each if isinstance(d, tuple))}
    assert sum(len(each) for each in said) == 100
    entries = record.at().entries()
    assert [e.seq for e in entries] == list(range(1, len(done) + 2))
    assert {e.seq: e.body.claim.note for e in entries[1:]} == done  # type: ignore[union-attr]
    assert [e.based_on for e in entries[1:]] == [e.seq for e in entries[:-1]]
    assert verify(record).whole


def test_eight_coders_of_one_claim_are_each_in_the_log_or_refused_with_the_reason(record: Record) -> None:
    record.enter(by_hand("Vienna", name="the one"), by="Bea", at=moment())
    coders = [start(judge_one_claim, record.store.address, number) for number in range(WRITERS)]
    said = [told(pipe) for _, pipe in coders]
    for process, _ in coders:
        process.join()
    assert [len(each) for each in said] == [15] * WRITERS
    done = {d for each in said for d in each if isinstance(d, tuple)}
    refused = [reason for each in said for reason in each if isinstance(reason, str)]
    entries = record.at().entries()[1:]
    assert {(e.seq, e.action, e.by) for e in entries} == done
    assert [e.seq for e in entries] == list(range(2, len(done) + 2))
    assert all(
        r.startswith(("StaleVersion: ", "NotFound: there is a judgement", "BadArgument: what is adj")) for r in refused
    )
    assert {e.action for e in entries} >= {"claim.accepted", "claim.rejected", "claim.amended", "entry.undone"}
    assert verify(record).whole


def test_a_writer_who_waited_in_vain_is_refused_with_the_reason_and_readers_are_not(record: Record) -> None:
    with Record.open(record.store.address, patience=0.01) as other, record.store.writing():
        with pytest.raises(NotWritten, match="one writes to a case at a time"):
            other.enter(by_hand("Vienna"), by="Bea", at=moment())
        assert other.at().count() == 0
    assert record.at().seq == 0
