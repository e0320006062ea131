"""How fast unique prose is read, beside spaCy's whole small pipeline over the same words in the same run.

    python benchmarks/reading.py [FOLDER] [WORKERS]

FOLDER holds plain-text documents; without it the articles on wars beside the repository are used, cut to the length of
news items, or nothing is measured. An item that holds a sentence met before is left out, and what warms a process up is
not timed again. Both readers run alone and in WORKERS (2) processes, the same ones, a text at a time, each text once.
Given are words by the clock, and by the processor's time, which other work on the machine troubles less. What is read
must be the same, byte for byte, whoever reads it.
"""

import functools
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from goodoffices.documents import extract
from goodoffices.reading import sentences
from goodoffices.reading.parser import MODEL
from goodoffices.reading.reader import read
from goodoffices.scale import Spread, spread
from goodoffices.vocabulary.hashing import canonical
from goodoffices.vocabulary.text import Text
from goodoffices.vocabulary.when import When, on_day

ARTICLES = Path(__file__).parents[2] / "shared" / "corpora" / "wikiwars" / "in"
BAR = 40_000  # words a second in two processes
MEMORY = 1_500  # MB of all processes together
FLOOR = 2.5  # times spaCy's whole pipeline, one process each; less is a loss of what was reached
LENGTH = 500  # words of an item
WARMING = 12  # items
_ARTICLE = re.compile(r"<DATETIME>\s*(\d{4}-\d\d-\d\d).*?<TEXT>(.*)</TEXT>", re.DOTALL)


class Item(NamedTuple):
    name: str
    text: Text
    dated: When | None


class Speed(NamedTuple):
    """Words a second by the clock, and in a second of one processor's time."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:>9,.0f} words/s  {self.cpu:>9,.0f} words a second of a processor"


def main(folder: Path = ARTICLES, workers: int = 2) -> None:
    items = list(_unique(_items(folder)))
    warming, timed = items[:WARMING], items[WARMING:]
    if not timed:
        print(f"reading: nothing measured, no documents in {folder.name}")
        return
    words = sum(len(item.text.main_text().split()) for item in timed)
    print(f"{len(timed)} items, {words:,} words, no sentence twice; load before: {os.getloadavg()[0]:.1f}")
    here, alone = _run(Spread(), _ours, warming, timed, words)
    with spread(workers) as map:
        there, shared = _run(map, _ours, warming * workers, timed, words)
        memory = sum(_peaks()) / 1e6
        peers_shared = _run(map, _peer, warming * workers, timed, words)[1]
    assert there == here, "what is read depends on who reads it"
    peers_alone = _run(Spread(), _peer, warming, timed, words)[1]
    print(f"reading, one process     {alone}")
    print(f"spaCy,   one process     {peers_alone}  (all pipes)")
    print(f"reading, {workers} processes     {shared}")
    print(f"spaCy,   {workers} processes     {peers_shared}")
    ratio = alone.cpu / peers_alone.cpu
    print(
        f"times spaCy's: {ratio:.1f} of a processor's time, {shared.wall / peers_shared.wall:.1f} by the clock shared"
    )
    print(f"memory of all processes, each at its highest: {memory:,.0f} MB")
    print(f"load after: {os.getloadavg()[0]:.1f}")
    print(f"bar {BAR:,} words/s shared: {_met(shared.wall >= BAR)}; by processor's time: {_met(shared.cpu * 2 >= BAR)}")
    print(f"bar {MEMORY:,} MB: {_met(memory < MEMORY)};  floor {FLOOR} times spaCy's: {_met(ratio >= FLOOR)}")


def _met(holds: bool) -> str:
    return "met" if holds else "NOT MET"


def _items(folder: Path) -> Iterator[Item]:
    """The documents of the folder, articles cut at paragraphs."""
    for path in sorted(folder.glob("*.sgm")):
        article = _ARTICLE.search(path.read_text(encoding="utf-8"))
        if article is not None:
            dated = on_day(date.fromisoformat(article.group(1)))
            for n, said in enumerate(_cut(article.group(2).split("\n\n"))):
                name = f"{path.stem}-{n}.txt"
                yield Item(name, extract(said.encode(), name), dated)
    for path in sorted(folder.glob("*.txt")):
        text = extract(path.read_bytes(), path.name)
        yield Item(path.name, text, text.dated)


def _cut(paragraphs: list[str]) -> Iterator[str]:
    held: list[str] = []
    for paragraph in (p for p in paragraphs if p.strip()):
        held.append(paragraph)
        if sum(len(p.split()) for p in held) >= LENGTH:
            yield "\n\n".join(held)
            held = []
    if held:
        yield "\n\n".join(held)


def _unique(items: Iterator[Item]) -> Iterator[Item]:
    """The items without those that hold a sentence of five words or more met before."""
    met: set[str] = set()
    for item in items:
        said = [" ".join(item.text.content[a:b].split()) for a, b in sentences.split(item.text)]
        long = [sentence for sentence in said if sentence.count(" ") >= 4]
        if long and met.isdisjoint(long) and len(set(long)) == len(long):
            met.update(long)
            yield item


Work = Callable[[Item], tuple[bytes, float]]


def _run(map: Spread, work: Work, warming: list[Item], timed: list[Item], words: int) -> tuple[list[bytes], Speed]:
    list(map(work, warming))
    started = time.perf_counter()
    done = list(map(work, timed))
    wall = time.perf_counter() - started
    return [read for read, _ in done], Speed(words / wall, words / sum(cpu for _, cpu in done))


def _ours(item: Item) -> tuple[bytes, float]:
    started = time.process_time()
    found = canonical(read(item.text, document=item.name, dated=item.dated))
    return found, time.process_time() - started


def _peer(item: Item) -> tuple[bytes, float]:
    started = time.process_time()
    doc = _pipeline()(item.text.main_text())
    return str(len(doc.ents)).encode(), time.process_time() - started


@functools.cache
def _pipeline() -> Any:
    """The small English pipeline as it is shipped: tagger, parser, lemmas, entities."""
    import spacy

    return spacy.load(MODEL)


def _peaks() -> Iterator[int]:
    """The most memory that this process and each of its children ever held, in bytes; what they share counts twice."""
    own = Path("/proc/self")
    children = [pid for task in (own / "task").iterdir() for pid in (task / "children").read_text().split()]
    for process in (own, *(Path("/proc") / pid for pid in children)):
        held = re.search(r"VmHWM:\s+(\d+) kB", (process / "status").read_text())
        yield int(held.group(1)) * 1024 if held else 0


if __name__ == "__main__":
    main(*(Path(a) if n == 0 else int(a) for n, a in enumerate(sys.argv[1:])))
