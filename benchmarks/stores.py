"""How many calls a second each store takes, beside what its bare driver takes for one small row and a commit.

A call writes an entry with its body, salt and chain, and the rows of its views; on both stores it is on the disk when
it is acknowledged, and so is the driver's row. Each figure is the median of batches.
"""

import contextlib
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
from sqlalchemy import make_url

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.record.office import PLACES, add, by_hand, meeting, moment, read
from tests.servers import started

from goodoffices.record import Record, back_up, move, restore, verify

BATCHES, CALLS = 7, 40
WRITERS, EACH = 8, 100


def rate(call: Callable[[int], object]) -> float:
    """Calls a second: the median of the batches."""
    rates = []
    for batch in range(BATCHES):
        begun = time.perf_counter()
        for number in range(CALLS):
            call(batch * CALLS + number)
        rates.append(CALLS / (time.perf_counter() - begun))
    return statistics.median(rates)


@contextlib.contextmanager
def bare(address: str) -> Iterator[Callable[[int], object]]:
    """One row of 500 bytes and a commit, by the driver alone."""
    body = b"x" * 500
    if address.startswith("postgresql:"):
        host = str(make_url(address).query["host"])
        with psycopg.connect(host=host, user="postgres", dbname="postgres") as server:
            server.execute("CREATE TABLE IF NOT EXISTS bare (seq bigint PRIMARY KEY, body bytea)")
            server.execute("TRUNCATE bare")
            server.commit()

            def insert(number: int) -> None:
                server.execute("INSERT INTO bare VALUES (%s, %s)", (number, body))
                server.commit()

            yield insert
    else:
        Path(address).mkdir()
        with contextlib.closing(sqlite3.connect(Path(address) / "bare.db", isolation_level=None)) as file:
            file.execute("PRAGMA journal_mode=WAL").close()
            file.execute("PRAGMA synchronous=FULL").close()
            file.execute("CREATE TABLE bare (seq INTEGER PRIMARY KEY, body BLOB)")
            yield lambda number: file.execute("INSERT INTO bare VALUES (?, ?)", (number, body))


def one_by_one(record: Record, peer: float) -> None:
    """One person's calls, each as a ratio to the driver's."""
    document = add(record)
    claims = [meeting(document, place, name=f"{place}-{n}") for n in range(10) for place in PLACES]
    read(record, document, claims)
    calls: dict[str, Callable[[int], object]] = {
        "enter a claim": lambda n: record.enter(by_hand("Vienna", name=f"c{n}"), by="Ann", at=moment()),
        "accept a claim": lambda n: record.accept(claims[n % 40].id, by="Ann", at=moment()),
        "add a document of 20 kB": lambda n: add(record, f"{n} {'word ' * 4000}"),
        "look (count what stands)": lambda n: record.at().count(states=["accepted"]),
    }
    for name, call in calls.items():
        found = rate(call)
        print(f"  {name:34} {found:8.0f} a second   {found / peer:5.2f} of the bare driver")


def together(address: str) -> None:
    """Eight writers at once, each with a connection of their own."""

    def write(writer: int) -> None:
        with Record.open(address) as record:
            for number in range(EACH):
                record.enter(by_hand("Vienna", name=f"w{writer}-{number}"), by="Ann", at=moment())

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken = time.perf_counter() - begun
    a_second = WRITERS * EACH / taken
    print(f"  {WRITERS} writers x {EACH} entries together {taken:13.1f} s = {a_second:.0f} a second, none refused")


def copies(record: Record, elsewhere: str, directory: Path) -> None:
    """Verifying, backing up, restoring and moving what was written by now."""
    begun = time.perf_counter()
    found = verify(record)
    print(f"  verify {found.entries} entries, {found.blobs} blobs {time.perf_counter() - begun:16.2f} s")
    begun = time.perf_counter()
    back_up(record, directory / "backup")
    print(f"  back up {time.perf_counter() - begun:37.2f} s, {(directory / 'backup').stat().st_size / 2**20:.1f} MB")
    begun = time.perf_counter()
    restore(directory / "backup", directory / "restored")
    print(f"  restore in a directory {time.perf_counter() - begun:22.2f} s")
    begun = time.perf_counter()
    move(record, elsewhere)
    print(f"  move to the other store {time.perf_counter() - begun:21.2f} s")


def main() -> None:
    """Both stores, one after the other."""
    server = started()
    try:
        for name in ("SQLite", "PostgreSQL"):
            with tempfile.TemporaryDirectory() as made:
                directory = Path(made)
                places = [str(directory / "case"), server.address()]
                here, elsewhere = places if name == "SQLite" else places[::-1]
                with bare(str(directory / "bare") if name == "SQLite" else here) as insert:
                    peer = rate(insert)
                print(f"{name}: the bare driver writes and commits {peer:.0f} small rows a second")
                with Record.create(here) as record:
                    one_by_one(record, peer)
                    together(here)
                    copies(record, elsewhere, directory)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
