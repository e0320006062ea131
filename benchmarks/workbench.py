"""How long pages take: the workbench on 10,000 documents and 100,000 claims under an open loop of 10 requests a second,
beside Datasette serving rows of the same file in the same run.

An open loop sends its requests when they are due, whether or not earlier ones were answered: a page that is slow once
makes those behind it wait, and that is counted. The generator runs beside the server on the same machine.
"""

import argparse
import asyncio
import datetime as dt
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx
import psutil
from snapshot import Loader, timed

from goodoffices.record import Record, actions
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.content import Content
from goodoffices.vocabulary.hashing import canonical, sha256
from goodoffices.vocabulary.kinds import (
    Concession,
    Disagreement,
    Event,
    Linkage,
    Meeting,
    Position,
    Provision,
    Statement,
    Term,
)
from goodoffices.vocabulary.quote import quote
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document, Text
from goodoffices.vocabulary.when import on_day

RATE = 10  # requests a second
TOGETHER = 200  # documents written in one transaction
ALONE = 5  # requests of each page one after another
IN_TURN = 40  # requests of pages of rows one after another, to compare
LIMIT = 120  # seconds that an answer is waited for; what is not there by then counts as that
PATIENCE = 180  # seconds until Datasette, fetched if need be, answers
WEIGHT = 150  # kB of a page at most, without fonts
TODAY = dt.date(2024, 6, 1)
PARTIES = [f"party:{n}" for n in range(40)]
PAGES = (
    "/today",
    "/documents",
    "/documents?offset=5000",
    "/document?id={document}",
    "/review",
    "/timeline",
    "/timeline?offset=2000",
    "/commitments",
    "/commitments?state=open",
    "/terms",
    "/ledger",
    "/positions",
    "/votes",
    "/linkages",
    "/conflicts",
    "/claims",
    "/claims?kind=statement&offset=5000",
    "/claim?id={claim}",
    "/matter?id={matter}",
    "/meeting",
    "/meeting?party=isr",
    "/briefs",
    "/brief",
    "/pack?party=isr",
    "/log",
    "/settings",
    "/search?q=ferry+talks",
    "/wording?draft=the+parties+to+the+ferry+talks+said",
    "/formats",
    "/packages",
    "/readouts",
    "/forecast",
    "/division",
    "/stability",
    "/claims?offset=90000",
    "/timeline?order=oldest&offset=40000",
    "/commitments?party=isr",
    "/api/v1/claims",
    "/api/v1/documents",
)


def content(number: int, chance: random.Random) -> Content:
    """One of ten claims of a document: a mix of kinds as readings give it."""
    some, other = chance.sample(["isr", *PARTIES], 2)
    day = on_day(dt.date(1995, 1, 1) + dt.timedelta(days=chance.randrange(11_000)))
    made: tuple[Content, ...] = (
        Statement(speaker=some, act="propose", addressee=other),
        Statement(speaker=other, act="welcome"),
        Statement(speaker=some, act="request", addressee=other),
        Meeting(place="Vell", participants=(some, other)),
        Event(what="visit", actor=some),
        Provision(addressees=(some,), act=f"open crossing {number}", force="agreed", deadline=day, beneficiary=other),
        Provision(addressees=(other,), act=f"publish report {number}", force="called_for"),
        Term(parties=(some, other), begins=day, until=on_day((day.latest or TODAY) + dt.timedelta(days=180))),
        chance.choice((Position(party=some, issue="borders", stance="firm"), Disagreement(parties=(some, other)))),
        chance.choice((Linkage(by=some, ties=("borders", "water")), Concession(giver=some, receiver=other))),
    )
    return made[number % 10]


def load(record: Record, documents: int, chance: random.Random) -> None:
    """Documents of ten sentences, each a claim; six of ten accepted, one rejected, three still proposed."""
    loader = Loader(record, chance)
    for first in range(0, documents, TOGETHER):
        with loader.writing():
            _load(loader, range(first, min(first + TOGETHER, documents)), chance)


def _load(loader: Loader, numbers: Iterable[int], chance: random.Random) -> None:
    for number in numbers:
        lines = [
            f"In case {number}.{line} the parties to the ferry talks said what they would do." for line in range(10)
        ]
        written = "\n".join(lines)
        raw = written.encode()
        day = dt.date(1995, 1, 1) + dt.timedelta(days=chance.randrange(11_000))
        text = Text(blob=sha256(raw), recipe="benchmark/1", content=written, main=((0, len(written)),))
        added = Document(
            id=text.blob[:16], name=f"{number}.txt", blob=text.blob, text=sha256(canonical(text)),
            title=f"Ferry talks, paper {number}", publisher="Lakes Conference", dated=on_day(day),
        )  # fmt: skip
        claims, start = [], 0
        for line, sentence in enumerate(lines):
            words = quote(added.id, written, start, start + len(sentence))
            valid = on_day(day - dt.timedelta(days=chance.randrange(40)))
            claims.append(Claim(id=f"{added.id}-{line}", content=content(line, chance), quotes=(words,), valid=valid))  # type: ignore[arg-type]
            start += len(sentence) + 1
        reading = Reading(text=added.text, reader="benchmark/1", settings=(), claims=tuple(claims))
        key = loader.key(added.id)
        loader.add(actions.DocumentAdded(document=added), added.id, key)
        name = sha256(canonical(reading))
        loader.add(actions.DocumentRead(document=added.id, reading=name, reader="benchmark/1"), added.id, key)
        for claim in claims:
            dice = chance.random()
            if dice < 0.7:
                verdict = actions.ClaimAccepted if dice < 0.6 else actions.ClaimRejected
                loader.add(verdict(claim=claim), claim.id, key)
        loader.store([text, reading], [raw], key)


@contextmanager
def served(case: str) -> Iterator[tuple[str, psutil.Process]]:
    """The workbench in a process of its own, as people start it: the address that opens its door, and the process."""
    words = [sys.executable, "-m", "goodoffices", "serve", case, "--port", "0", "--by", "benchmark"]
    with _running(words, subprocess.PIPE) as started:
        assert started.stdout is not None
        told = started.stdout.readline()
        if ": " not in told:
            raise SystemExit(f"the workbench did not start: {told or started.wait()}")
        yield told.split(": ", 1)[1].strip(), psutil.Process(started.pid)


@contextmanager
def datasette(case: Path, uv: str) -> Iterator[str]:
    """Datasette on the same file, in a process of its own, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    words = [uv, "run", "--no-project", "--with", "datasette", "datasette", "-i", str(case / "case.db"), "--port", port]
    address = f"http://127.0.0.1:{port}"
    with _running(words, subprocess.DEVNULL) as started:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                httpx.get(address, timeout=5).raise_for_status()
                break
            except httpx.TransportError as error:
                if started.poll() is not None or time.monotonic() > until:
                    raise SystemExit(f"Datasette does not answer at {address}: {error}") from error
                time.sleep(0.2)
        yield address


@contextmanager
def _running(words: list[str], told: int) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(words, stdout=told, stderr=told if told == subprocess.DEVNULL else None, text=True)
    try:
        yield started
    finally:
        started.terminate()
        started.wait()


async def open_loop(client: httpx.AsyncClient, paths: Sequence[str], seconds: int) -> dict[str, list[float]]:
    """Milliseconds of each answer from when its request was due, by path; LIMIT for one that did not come."""
    taken: defaultdict[str, list[float]] = defaultdict(list)

    async def one(path: str, due: float) -> None:
        try:
            (await client.get(path)).raise_for_status()
        except httpx.TimeoutException:
            taken[path].append(LIMIT * 1000)
        else:
            taken[path].append((time.perf_counter() - due) * 1000)

    begun, waiting = time.perf_counter(), []
    for number in range(seconds * RATE):
        due = begun + number / RATE
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        waiting.append(asyncio.create_task(one(paths[number % len(paths)], due)))
    await asyncio.gather(*waiting)
    return taken


async def in_turn(client: httpx.AsyncClient, paths: Sequence[str]) -> float:
    """Milliseconds of an answer at the median, when the next is asked for only then."""
    taken = []
    for path in paths * IN_TURN:
        begun = time.perf_counter()
        (await client.get(path)).raise_for_status()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


class Rows(NamedTuple):
    """Pages of 50 rows: milliseconds one after another at the median and in the loop at p95; how many never came."""

    in_turn: float
    loop: float
    unanswered: int


async def rows_of(client: httpx.AsyncClient, paths: Sequence[str], seconds: int) -> Rows:
    """The pages of rows one after another, then in the loop."""
    alone = await in_turn(client, paths)
    loop = [value for values in (await open_loop(client, paths, seconds)).values() for value in values]
    return Rows(alone, p95(loop), sum(value >= LIMIT * 1000 for value in loop))


def p95(values: Sequence[float]) -> float:
    """The 95th percentile, nearest rank."""
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


def client_of(base: str) -> httpx.AsyncClient:
    """A client that waits as long as it takes and keeps its cookies; it lets go of an idle connection before a server
    does, which hangs up after 5 seconds.
    """
    limits = httpx.Limits(keepalive_expiry=2)
    return httpx.AsyncClient(base_url=base, timeout=LIMIT, follow_redirects=True, limits=limits)


async def walk(door: str, process: psutil.Process, paths: Sequence[str], rows: Sequence[str], seconds: int) -> Rows:
    """Every page once, cold, then the loop over all of them, then the pages of rows alone, whose times are returned;
    prints a line for each page: first, then alone, then in the loop, with the server's processor time.
    """
    async with client_of(door.split("/enter", 1)[0]) as client:
        (await client.get(door)).raise_for_status()
        cold, spent, weight = {}, {}, {}
        for path in paths:
            begun = time.perf_counter()
            answer = await client.get(path)
            answer.raise_for_status()
            cold[path], weight[path] = (time.perf_counter() - begun) * 1000, len(answer.content)
        for path in paths:
            before = _cpu(process)
            for _ in range(ALONE):
                (await client.get(path)).raise_for_status()
            spent[path] = (_cpu(process) - before) * 1000 / ALONE
        before, begun = _cpu(process), time.perf_counter()
        taken = await open_loop(client, paths, seconds)
        busy = (_cpu(process) - before) / (time.perf_counter() - begun)
        alone = await rows_of(client, rows, seconds // 4)
    print(f"{'page':40}{'first ms':>10}{'CPU ms':>9}{'p50 ms':>9}{'p95 ms':>9}{'kB':>7}")
    for path in paths:
        shown = path.replace(f"as_of={TODAY}", "").rstrip("?&")[:39]
        median, high = statistics.median(taken[path]), p95(taken[path])
        print(f"{shown:40}{cold[path]:10.0f}{spent[path]:9.1f}{median:9.1f}{high:9.1f}{weight[path] / 1000:7.1f}")
    every = [value for values in taken.values() for value in values]
    worst = max(p95(values) for values in taken.values())
    print(f"{len(every)} answers: p50 {statistics.median(every):.1f} ms, p95 {p95(every):.1f}; worst page {worst:.1f}")
    print(f"the server kept a core busy {busy:.0%} of the time; load of the machine {os.getloadavg()[1]:.1f}")
    heavy = [path for path in paths if weight[path] > WEIGHT * 1000 and not path.startswith("/api/")]
    print(f"pages over {WEIGHT} kB: {', '.join(heavy) or 'none'}")
    return alone


def _cpu(process: psutil.Process) -> float:
    used = process.cpu_times()
    return float(used.user + used.system)


async def peer(address: str, paths: Sequence[str], seconds: int) -> Rows:
    """The same on Datasette's pages of rows, each asked for once before."""
    async with client_of(address) as client:
        for path in paths:
            (await client.get(path)).raise_for_status()
        return await rows_of(client, paths, seconds)


def main() -> None:
    """Loads a case, serves it, walks it, prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=10_000)
    options.add_argument("--seconds", type=int, default=120)
    options.add_argument("--case", help="An earlier run's case, to be used again or made here; or one on a server.")
    options.add_argument("--uv", default=shutil.which("uv") or str(Path(sys.executable).with_name("uv")))
    options.add_argument("--without-datasette", action="store_true")
    chosen = options.parse_args()
    chance = random.Random(20100319)
    with tempfile.TemporaryDirectory() as directory:
        case = chosen.case or str(Path(directory) / "case")
        on_server = case.startswith("postgresql:")
        if not on_server and not (Path(case) / "case.db").exists():
            with Record.create(case) as record:
                taken, _ = timed(lambda: load(record, chosen.documents, chance))
                print(f"entries written: {taken / 1000:.1f} s")
                taken, _ = timed(record.rebuild)
                print(f"views made from them: {taken / 1000:.1f} s")
        with Record.open(case) as record:
            view = record.at()
            claim = view.claims("provision", {"accepted"}, limit=1)[0]
            print(f"{view.count_documents()} documents, {view.count()} claims, {view.seq} entries")
        names = {"document": claim.claim.documents[0], "claim": claim.claim.id, "matter": claim.matter}
        paths = [p.format(**names) for p in PAGES]
        paths = [f"{p}{'&' if '?' in p else '?'}as_of={TODAY}" for p in paths]
        rows = [f"/documents?as_of={TODAY}", f"/claims?as_of={TODAY}"]
        with served(case) as (door, process):
            ours = asyncio.run(walk(door, process, paths, rows, chosen.seconds))
        if not chosen.without_datasette and not on_server:
            tables = ["/case/document_rows?_size=50", "/case/claim_rows?_size=50"]
            with datasette(Path(case), chosen.uv) as address:
                theirs = asyncio.run(peer(address, tables, chosen.seconds // 4))
            print(
                f"50 rows, in turn: workbench {ours.in_turn:.1f} ms, Datasette {theirs.in_turn:.1f} ms at the median",
                end="",
            )
            print(f": ratio {ours.in_turn / theirs.in_turn:.2f}")
            print(f"50 rows, {RATE} a second: workbench p95 {ours.loop:.1f} ms, Datasette {theirs.loop:.1f} ms", end="")
            print(f", {theirs.unanswered} of its requests unanswered after {LIMIT} s")


if __name__ == "__main__":
    main()
