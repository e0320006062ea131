"""Nothing acknowledged is lost, nothing is half there, whenever the program or the server is killed.

KILLS sets how often each verb is killed on each store: 25 here, 1,000 by `make stress`. On PostgreSQL every fifth kill
is of the server with all its processes.
"""

import os
import random
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from goodoffices.errors import NotFound
from goodoffices.record import Record, move, verify
from tests.conftest import Places
from tests.record.office import PLACES, WORDS, add, meeting, read
from tests.record.writers import add_papers, move_case, read_papers, review_claims, start, told
from tests.servers import Server

KILLS = int(os.environ.get("KILLS", "25"))
SERVER_TOO = 5  # one kill in so many
CALLS = 3  # that a writer may finish before it is killed in the next one
CALL = 0.015  # seconds, about as long as one takes

Work = Callable[[str, int, Connection], None]


def _killed(
    work: Work, address: str, number: int, server: Server | None, *, calls: int = 0, after: float
) -> list[object]:
    """Lets a process finish some calls and begin another, kills it or the server, and gives what it told by then."""
    process, pipe = start(work, address, number)
    assert pipe.recv() == "open"
    said = [pipe.recv() for _ in range(calls)]
    time.sleep(after)
    if server is None:
        process.kill()
    else:
        server.kill()
    said += told(pipe)
    process.join()
    assert server is not None or process.exitcode in (-9, 0)
    return said


def _doomed(request: pytest.FixtureRequest, address: str, number: int) -> Server | None:
    if not address.startswith("postgresql:") or number % SERVER_TOO:
        return None
    server: Server = request.getfixturevalue("server")
    return server


@pytest.mark.parametrize("work", [add_papers, read_papers, review_claims])
def test_after_a_kill_at_any_moment_every_acknowledged_entry_is_there_and_none_is_half_there(
    work: Work, new_address: Places, request: pytest.FixtureRequest
) -> None:
    chance, address = random.Random(20100319), new_address()
    acknowledged: list[tuple[int, str, str]] = []
    with Record.create(address) as record:
        for number in range(4):
            words = f"{WORDS} {number}"
            document = add(record, words)
            read(record, document, [meeting(document, place, words=words) for place in PLACES])
    for number in range(1, KILLS + 1):
        doomed, calls, after = _doomed(request, address, number), chance.randint(0, CALLS), chance.uniform(0, CALL)
        said = _killed(work, address, number, doomed, calls=calls, after=after)
        acknowledged += [entry for entry in said if isinstance(entry, tuple)]
        with Record.open(address) as reopened:
            _nothing_is_lost_or_half_there(reopened, acknowledged, thorough=number % 10 == 0 or number == KILLS)
    assert len(acknowledged) > KILLS


def _nothing_is_lost_or_half_there(record: Record, acknowledged: list[tuple[int, str, str]], *, thorough: bool) -> None:
    now = record.at()
    entries = {e.seq: (e.seq, e.action, e.subject) for e in now.entries()}
    assert sorted(entries) == list(range(1, len(entries) + 1))
    assert all(entries.get(entry[0]) == entry for entry in acknowledged)
    actions = Counter(action for _, action, _ in entries.values())
    assert len(now.documents()) == actions["document.added"]
    assert now.count() == 4 * len(PLACES)
    assert len([e for e in now.entries() if e.undone_by]) == actions["entry.undone"]
    if thorough:
        assert verify(record).faults == ()


@pytest.mark.parametrize("elsewhere", ["to sqlite", "to postgres"])
def test_after_a_kill_in_a_move_the_case_is_whole_where_it_was_or_where_it_goes(
    elsewhere: str, new_address: Places, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    chance, address, moved, longest = random.Random(20100319), new_address(), 0, 0.0
    with Record.create(address) as record:
        for number in range(8):
            read(record, add(record, f"{WORDS} {number}{'x' * 20_000}"), [])
        head = verify(record).head
    for number in range(1, KILLS // 2 + 2):
        server: Server = request.getfixturevalue("server")
        target = server.address() if elsewhere == "to postgres" else str(tmp_path / f"target-{number}")
        if number == 1:  # this one is let be, to see how long it takes
            begun = time.perf_counter()
            with Record.open(address) as record:
                said: list[object] = [move(record, target).head]
            longest = time.perf_counter() - begun
        else:
            doomed = _doomed(request, target, number) or _doomed(request, address, number)
            after = chance.uniform(0, 1.2 * longest)
            said = _killed(move_case, f"{address}\n{target}", number, doomed, after=after)
        there = _head(target)
        assert there in (None, head)
        assert _head(address) == head
        if said:
            assert said == [there]
        if there is not None:  # it goes on from where it is now
            address, moved = target, moved + 1
    assert moved


def _head(address: str) -> str | None:
    try:
        with Record.open(address) as record:
            found = verify(record)
    except NotFound:
        return None
    assert found.faults == ()
    return found.head
