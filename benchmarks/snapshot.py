"""How fast a snapshot counts: 100,000 claims and 300,000 log entries, at random moments of what the office knew.

The log is written in bulk, sealed and chained as always, and the views are made by `Record.rebuild`, which is the fold
that every call uses. Beside it stands the plain way: to go through the log from its start each time.
"""

import argparse
import datetime as dt
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec.structs import asdict, replace
from sqlalchemy import Connection, insert

from goodoffices.record import LIVE, Record, Viewer, actions, blobs, keys, log, schema
from goodoffices.record.log import Sealed
from goodoffices.vocabulary.claim import STANDING, Claim
from goodoffices.vocabulary.hashing import canonical, sha256
from goodoffices.vocabulary.kinds import Event, Meeting
from goodoffices.vocabulary.quote import quote
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document, Text
from goodoffices.vocabulary.when import on_day

PER_DOCUMENT = 50
T = TypeVar("T")
START = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


class Loader:
    """Writes entries without their views."""

    def __init__(self, record: Record, chance: random.Random) -> None:
        self.chance = chance
        self.rows: list[dict[str, object]] = []
        self.head = (0, log.START)
        self.record = record
        self._connection: Connection | None = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction; whatever is written within the block belongs to it."""
        if self._connection is not None:
            yield self._connection
            return
        with self.record.store.writing() as self._connection:
            yield self._connection
        self._connection = None

    def key(self, document: str) -> str:
        """Makes the key of a document."""
        with self.writing() as connection:
            return keys.of(connection).make(connection, document)

    def add(self, body: actions.Action, subject: str, names: str) -> None:
        """Seals one entry, a minute after the one before."""
        at, salt = START + dt.timedelta(minutes=self.head[0]), self.chance.randbytes(16)
        ring = self.record.store.ring
        sealed = log.seal(self.head, body, subject=subject, by="Ann", at=at, salt=salt, ring=ring, keys=names)
        self.head = (sealed.seq, sealed.chain)
        self.rows.append(asdict(sealed))

    def store(self, values: list[Text | Reading], contents: list[bytes], names: str = keys.CASE) -> None:
        """Writes what was sealed, with the blobs it names."""
        with self.writing() as connection:
            for content in contents:
                blobs.put(connection, content, names)
            for value in values:
                blobs.put_value(connection, value, names)
            connection.execute(insert(schema.entries), self.rows)
        self.rows.clear()


def document(number: int, chance: random.Random) -> tuple[bytes, Text, Document]:
    """A document of fifty sentences; every tenth is confidential, every twentieth has no date."""
    content = "\n".join(f"Meeting {number}.{line} was held in Vienna." for line in range(PER_DOCUMENT))
    raw = content.encode()
    text = Text(blob=sha256(raw), recipe="benchmark/1", content=content, main=((0, len(content)),))
    day = on_day(dt.date(1995, 1, 1) + dt.timedelta(days=chance.randrange(11_000)))
    added = Document(
        id=text.blob[:16],
        name=f"{number}.txt",
        blob=text.blob,
        text="",
        dated=None if number % 20 == 0 else day,
        compartments=("inner",) if number % 10 == 0 else (),
    )
    return raw, text, added


def proposals(added: Document, content: str, chance: random.Random) -> Iterator[Claim]:
    """A claim for each sentence."""
    start = 0
    for number, line in enumerate(content.split("\n")):
        day = on_day(dt.date(1995, 1, 1) + dt.timedelta(days=chance.randrange(11_000)))
        what = (
            Meeting(place="Vienna", participants=(f"p{chance.randrange(50)}",)) if number % 2 else Event(what="visit")
        )
        words = quote(added.id, content, start, start + len(line))
        yield Claim(id=f"{added.id}-{number}", content=what, quotes=(words,), valid=on_day(day.earliest or dt.date.min))
        start += len(line) + 1


def load(record: Record, claims: int, entries: int, chance: random.Random) -> None:
    """Documents with their readings first, then verdicts until there are `entries`."""
    loader = Loader(record, chance)
    known: list[tuple[Claim, str]] = []
    for number in range(claims // PER_DOCUMENT):
        raw, text, added = document(number, chance)
        added = replace(added, text=sha256(canonical(text)))
        made = tuple(proposals(added, text.content, chance))
        reading = Reading(text=added.text, reader="benchmark/1", settings=(), claims=made)
        key = loader.key(added.id)
        loader.add(actions.DocumentAdded(document=added), added.id, key)
        name = sha256(canonical(reading))
        loader.add(actions.DocumentRead(document=added.id, reading=name, reader="benchmark/1"), added.id, key)
        loader.store([text, reading], [raw], key)
        known += [(claim, key) for claim in made]
    verdicts = (actions.ClaimAccepted, actions.ClaimAccepted, actions.ClaimRejected, actions.ClaimAmended)
    while loader.head[0] < entries:
        claim, key = known[chance.randrange(len(known))]
        loader.add(chance.choice(verdicts)(claim=claim), claim.id, key)
        if len(loader.rows) == 10_000 or loader.head[0] == entries:
            loader.store([], [])


def plain_count(record: Record, seq: int) -> int:
    """How many claims stand at `seq`, by going through the log."""
    states: dict[str, str] = {}
    with record.store.reading() as connection:
        for sealed in log.sealed_entries(connection, until=seq):
            _carry(states, sealed)
    return sum(1 for state in states.values() if state in STANDING)


def _carry(states: dict[str, str], sealed: Sealed) -> None:
    kind, _, verb = sealed.action.partition(".")
    if kind == "claim":
        states[sealed.subject] = verb


def timed(call: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds, and what the call gave."""
    begun = time.perf_counter()
    found = call()
    return (time.perf_counter() - begun) * 1000, found


def report(name: str, taken: list[float]) -> None:
    """One line: median and worst."""
    print(f"{name:58} median {statistics.median(taken):8.1f} ms   worst {max(taken):8.1f} ms   of {len(taken)}")


def main() -> None:
    """Loads a case, counts, prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=100_000)
    options.add_argument("--entries", type=int, default=300_000)
    options.add_argument("--points", type=int, default=50)
    chosen = options.parse_args()
    chance = random.Random(20100319)
    with tempfile.TemporaryDirectory() as directory, Record.create(Path(directory) / "case") as record:
        taken, _ = timed(partial(load, record, chosen.claims, chosen.entries, chance))
        print(f"{chosen.entries} entries sealed and written: {taken / 1000:.1f} s")
        taken, _ = timed(record.rebuild)
        print(f"views of {chosen.claims} claims made from them: {taken / 1000:.1f} s")
        size = (Path(directory) / "case" / "case.db").stat().st_size
        print(f"case.db: {size / 2**20:.0f} MB")
        measure(record, [chance.randrange(1, chosen.entries + 1) for _ in range(chosen.points)], chance)


def measure(record: Record, points: list[int], chance: random.Random) -> None:
    """Counts at each point in several ways, and by the plain way at five of them."""
    day = dt.date(2010, 3, 19)
    outsider = Viewer("outsider")
    ways: dict[str, Callable[[int], int]] = {
        "count of all": lambda seq: record.at(as_known=seq).count(),
        "count of what stands": lambda seq: record.at(as_known=seq).count(states=STANDING),
        "count of meetings that are live": lambda seq: record.at(as_known=seq).count("meeting", LIVE),
        "count as of a day, published by it, for an outsider": lambda seq: record.at(
            as_of=day, published_by=day, as_known=seq, viewer=outsider
        ).count(states=LIVE),
    }
    report("the very first count", [timed(partial(ways["count of all"], points[0]))[0]])
    for name, way in ways.items():
        report(name, [timed(partial(way, seq))[0] for seq in points])
    report("all claims listed, opened", [timed(lambda: record.at().claims())[0] for _ in range(3)])
    report("count of what stands, now", [timed(lambda: record.at().count(states=STANDING))[0] for _ in points])
    plain = []
    for seq in chance.sample(points, min(5, len(points))):
        taken, found = timed(partial(plain_count, record, seq))
        plain.append(taken)
        if found != record.at(as_known=seq).count(states=STANDING):
            raise SystemExit(f"at entry {seq} the views and the log disagree")
    report("the same by going through the log", plain)


if __name__ == "__main__":
    main()
