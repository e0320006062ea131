"""Nothing acknowledged is lost, nothing is half there, whenever the program is killed."""

import random
import time

from goodoffices.record import Record, verify
from tests.record.office import PLACES
from tests.record.writers import add_and_read, start, told

KILLS = 50


def test_after_a_kill_at_any_moment_every_acknowledged_entry_is_there_and_none_is_half_there(record: Record) -> None:
    chance = random.Random(20100319)
    acknowledged: list[tuple[int, str, str]] = []
    path = record.store.address
    record.close()
    for number in range(KILLS):
        process, pipe = start(add_and_read, path, number)
        assert pipe.recv() == "open"
        time.sleep(chance.uniform(0, 0.15))
        process.kill()
        said = told(pipe)
        process.join()
        assert process.exitcode == -9
        acknowledged += [entry for entry in said if isinstance(entry, tuple)]
        with Record.open(path) as reopened:
            _nothing_is_lost_or_half_there(reopened, acknowledged)
    assert len(acknowledged) > KILLS


def _nothing_is_lost_or_half_there(record: Record, acknowledged: list[tuple[int, str, str]]) -> None:
    now = record.at()
    entries = {e.seq: (e.seq, e.action, e.subject) for e in now.entries()}
    assert sorted(entries) == list(range(1, len(entries) + 1))
    assert all(entries.get(entry[0]) == entry for entry in acknowledged)
    actions = [action for _, action, _ in entries.values()]
    assert len(now.documents()) == actions.count("document.added")
    assert now.count() == len(PLACES) * actions.count("document.read")
    assert now.count(states=["accepted"]) == actions.count("claim.accepted")
    assert verify(record).faults == ()
