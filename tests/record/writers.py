"""What other processes do to a case, and what they say they have done: each tells of an entry once the call is back."""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

from msgspec.structs import replace

from goodoffices.errors import GoodOfficesError, StaleVersion
from goodoffices.record import Entry, Record
from tests.record.office import PLACES, WORDS, add, by_hand, meeting, moment, paper, reading

_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.record.writers"])


def start(
    work: Callable[[str, int, Connection], None], address: str, number: int
) -> tuple[ForkServerProcess, Connection]:
    """A process that works on the case at `address`, and the end of the pipe on which it tells what it has done."""
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=work, args=(address, number, theirs))
    process.start()
    theirs.close()
    return process, ours


def told(pipe: Connection) -> list[object]:
    """All that was said until the other end fell silent."""
    said = []
    try:
        while True:
            said.append(pipe.recv())
    except EOFError:
        return said


def enter_claims(address: str, number: int, tell: Connection) -> None:
    """Enters 25 claims by hand; tells of each its entry or the reason of the refusal."""
    with Record.open(address) as record:
        for count in range(25):
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


def add_and_read(address: str, number: int, tell: Connection) -> None:
    """Adds documents and readings until killed; tells of each entry."""

    def say(entry: Entry | None) -> None:
        tell.send((entry.seq, entry.action, entry.subject) if entry else None)

    with Record.open(address) as record:
        tell.send("open")
        for count in range(10_000):
            words = f"{number}.{count} {WORDS}" + "x" * 20_000
            content, text = paper(words)
            added = record.add_document(content, text, name="paper.txt", by="Ann", at=moment())
            say(added.entry)
            claims = [meeting(added.document, place, words=words) for place in PLACES]
            say(record.add_reading(added.document.id, reading(added.document, claims), by="Ann", at=moment()))
            say(record.accept(claims[0].id, by="Ann", at=moment()))


__all__ = ["add", "add_and_read", "amend_one_claim", "enter_claims", "start", "told"]
