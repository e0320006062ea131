"""What other processes do to a case, and what they say they have done: each tells of an entry once the call is back."""

import contextlib
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from unittest import mock

from msgspec.structs import replace

from goodoffices.errors import GoodOfficesError, StaleVersion, Unreachable
from goodoffices.record import Entry, Record, move
from tests.record.office import PLACES, WORDS, by_hand, meeting, moment, paper, reading

EACH = 100  # claims that one person enters

_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.record.writers", "psycopg", "sqlalchemy.dialects.postgresql.psycopg"])


def start(
    work: Callable[[str, int, Connection], None], address: str, number: int
) -> tuple[ForkServerProcess, Connection]:
    """A process that works on the case at `address`, and the end of the pipe on which it tells what it has done."""
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_work, args=(work, address, number, theirs))
    # Else the process imports the program that runs the tests first, 0.15 s; a worker's has no file at all.
    with mock.patch.object(sys.modules["__main__"], "__file__", None, create=True):
        process.start()
    theirs.close()
    return process, ours


def _work(work: Callable[[str, int, Connection], None], address: str, number: int, tell: Connection) -> None:
    with contextlib.suppress(Unreachable):  # somebody killed the server
        work(address, number, tell)


def told(pipe: Connection) -> list[object]:
    """All that was said until the other end fell silent."""
    said = []
    try:
        while True:
            said.append(pipe.recv())
    except EOFError:
        return said


def enter_claims(address: str, number: int, tell: Connection) -> None:
    """Enters so many claims by hand; tells of each its entry or the reason of the refusal."""
    with Record.open(address) as record:
        for count in range(EACH):
            claim = by_hand("Vienna", name=f"{number}-{count}")
            try:
                tell.send(record.enter(claim, by=f"writer {number}", at=moment()).seq)
            except GoodOfficesError as error:
                tell.send(str(error))


def amend_one_claim(address: str, number: int, tell: Connection) -> None:
    """Amends the one claim 25 times, each time as last seen; tells of each its entry, or None when that was stale."""
    with Record.open(address) as record:
        for count in range(25):
            (seen,) = record.at().claims()
            note = f"{number}-{count}"
            try:
                amended = replace(seen.claim, note=note)
                entry = record.amend(amended, based_on=seen.seq, by=f"writer {number}", at=moment())
                tell.send((entry.seq, note))
            except StaleVersion:
                tell.send(None)


def judge_one_claim(address: str, number: int, tell: Connection) -> None:
    """Judges, amends, settles and takes back one claim in turn; tells of each the entry, or why it was refused."""
    name = f"writer {number}"
    with Record.open(address) as record:
        for count in range(15):
            seen = record.at().claim("the one")
            try:
                if count % 5 == 3:
                    amended = replace(seen.claim, note=f"{number}-{count}")
                    entry = record.amend(amended, based_on=seen.seq, by=name, at=moment())
                elif count % 5 == 4:
                    entry = record.adjudicate("the one", "accepted", "so", based_on=seen.seq, by=name, at=moment())
                elif count % 5 == 2:
                    entry = record.undo("the one", by=name, at=moment())
                else:
                    judge = record.accept if (number + count) % 2 else record.reject
                    entry = judge("the one", by=name, at=moment(), based_on=seen.seq)
                tell.send((entry.seq, entry.action, name))
            except GoodOfficesError as error:
                tell.send(f"{type(error).__name__}: {error}")


def add_papers(address: str, number: int, tell: Connection) -> None:
    """Adds documents until killed; tells of each entry."""
    with Record.open(address) as record:
        tell.send("open")
        for count in range(10_000):
            content, text = paper(f"{number}.{count} {WORDS}{'x' * 20_000}")
            added = record.add_document(content, text, name="paper.txt", by="Ann", at=moment())
            tell.send(_said(added.entry))


def read_papers(address: str, number: int, tell: Connection) -> None:
    """Reads the documents again and again, each time otherwise, until killed; tells of each entry."""
    with Record.open(address) as record:
        tell.send("open")
        documents = record.at().documents()
        for count in range(10_000):
            document = documents[count % len(documents)]
            claims = [replace(meeting(document, place), rule=f"{number}.{count}") for place in PLACES]
            entry = record.add_reading(document.id, reading(document, claims), by="Ann", at=moment())
            tell.send(_said(entry))


def review_claims(address: str, number: int, tell: Connection) -> None:
    """Accepts, rejects, amends and takes back until killed; tells of each entry."""
    with Record.open(address) as record:
        tell.send("open")
        claims = [held.claim for held in record.at().claims()]
        for count in range(10_000):
            claim = claims[count % len(claims)]
            tell.send(_said(record.accept(claim.id, by="Ann", at=moment())))
            amended = replace(claim, note=f"{number}.{count}")
            seen = record.at().claim(claim.id).seq
            tell.send(_said(record.amend(amended, based_on=seen, by="Bea", at=moment())))
            tell.send(_said(record.reject(claim.id, by="Cem", at=moment())))
            tell.send(_said(record.undo(claim.id, by="Ann", at=moment())))


def move_case(addresses: str, number: int, tell: Connection) -> None:
    """Moves a case from the first of two addresses, on lines of their own, to the second; tells that it is done."""
    source, target = addresses.splitlines()
    with Record.open(source) as record:
        tell.send("open")
        tell.send(move(record, target).head)


def see_the_log_grow(address: str, number: int, tell: Connection) -> None:
    """Looks at the log until it has `number` entries; tells each time which it saw."""
    with Record.open(address) as record:
        seen = 0
        while seen < number:
            seqs = [entry.seq for entry in record.at().entries()]
            if len(seqs) > seen:
                seen = len(seqs)
                tell.send(seqs)


def _said(entry: Entry | None) -> tuple[int, str, str] | None:
    return (entry.seq, entry.action, entry.subject) if entry else None


__all__ = [
    "EACH",
    "add_papers",
    "amend_one_claim",
    "enter_claims",
    "judge_one_claim",
    "move_case",
    "read_papers",
    "review_claims",
    "see_the_log_grow",
    "start",
    "told",
]
