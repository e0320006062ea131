"""The log: gapless, chained, append only."""

import hashlib
import json
from itertools import pairwise

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from goodoffices.errors import DamagedCase
from goodoffices.record import Record, verify
from tests.record.office import add, by_hand, meeting, moment, read
from tests.record.unsealing import salt_and_body, stored_entries, stored_keys


def _office(record: Record) -> None:
    document = add(record)
    read(record, document, [meeting(document)])
    record.accept(meeting(document).id, by="Ann", at=moment(1))
    record.enter(by_hand("Doha"), by="Zoë", at=moment(2))


def test_the_chain_is_what_the_design_says_by_another_reckoning(record: Record) -> None:
    _office(record)
    chain, keys = "0" * 64, stored_keys(record)
    for seq, row in enumerate(stored_entries(record), 1):
        assert row["seq"] == seq
        salt, body = salt_and_body(row, keys)
        assert row["digest"] == hashlib.sha256(salt + body).hexdigest()
        fields = [row[name] for name in ("seq", "at", "by", "action", "subject", "based_on", "v", "digest")]
        envelope = json.dumps(fields, separators=(",", ":"), ensure_ascii=False)
        chain = hashlib.sha256((chain + envelope).encode()).hexdigest()
        assert row["chain"] == chain
    assert verify(record).head == chain


def test_bodies_are_canonical_json_and_moments_utc_text_of_one_length(record: Record) -> None:
    _office(record)
    keys = stored_keys(record)
    for row in stored_entries(record):
        _, body = salt_and_body(row, keys)
        again = json.dumps(json.loads(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert body.decode() == again
    assert [row["at"] for row in stored_entries(record)] == [
        "2024-05-01T09:00:00.000000+00:00",
        "2024-05-01T09:00:00.000000+00:00",
        "2024-05-01T09:01:00.000000+00:00",
        "2024-05-01T09:02:00.000000+00:00",
    ]


def test_equal_bodies_have_different_digests(record: Record) -> None:
    for _ in range(3):
        record.undo(record.enter(by_hand("Doha", name="same"), by="Bea", at=moment()).subject, by="Bea", at=moment())
    entered = [row for row in stored_entries(record) if row["action"] == "claim.entered"]
    opened = [salt_and_body(row, stored_keys(record)) for row in entered]
    assert len({body for _, body in opened}) == 1
    assert len({salt for salt, _ in opened}) == len({row["body"] for row in entered}) == 3
    assert len({row["digest"] for row in entered}) == 3


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM entries WHERE seq = 2",
        "UPDATE entries SET by = 'Eve' WHERE seq = 2",
        "UPDATE entries SET body = (SELECT body FROM entries WHERE seq = 1) WHERE seq = 2",
        "UPDATE entries SET keys = 'case', body = NULL WHERE seq = 2",
        "UPDATE entries SET seq = 99, body = NULL WHERE seq = 2",
        "UPDATE entries SET based_on = 1, body = NULL WHERE seq = 2",
    ],
)
def test_the_database_refuses_to_change_or_delete_entries(record: Record, change: str) -> None:
    _office(record)
    before = stored_entries(record)
    with pytest.raises(DamagedCase, match="entries of the log are never") as refused, record.store.writing() as now:
        now.execute(text(change))
    assert isinstance(refused.value.__cause__, IntegrityError)
    assert stored_entries(record) == before


def test_a_body_can_go_and_the_chain_still_proves_itself_but_no_body_goes_unnamed(record: Record) -> None:
    _office(record)
    head = verify(record).head
    with record.store.writing() as connection:
        connection.execute(text("UPDATE entries SET body = NULL WHERE seq = 4"))
    record.rebuild()
    found = verify(record)
    assert (found.entries, found.erased, found.head) == (4, 1, head)
    assert [(f.entry, f.what) for f in found.faults] == [(4, "the body of the entry is gone, and no erasure names it")]
    assert record.at().entries()[3].body is None
    assert [r.claim.entered_by for r in record.at().claims()] == [""]


def test_what_rests_on_a_document_that_nobody_knows_any_longer_is_in_no_view(record: Record) -> None:
    _office(record)
    with record.store.writing() as connection:
        connection.execute(text("UPDATE entries SET body = NULL WHERE seq = 1"))
    record.rebuild()
    assert record.at().documents() == []
    assert [r.claim.entered_by for r in record.at().claims()] == ["Bea"]


def test_entries_come_one_after_the_other_without_a_gap(record: Record) -> None:
    _office(record)
    assert all(one.seq + 1 == other.seq for one, other in pairwise(record.at().entries()))
