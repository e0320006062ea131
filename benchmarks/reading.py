"""How fast documents are read, as a ratio to spaCy's whole pipeline over the same words in the same run.

    python benchmarks/reading.py [FOLDER] [MOST] [WORKERS]

FOLDER holds plain-text documents, every one different; without it the resolutions beside the repository are used, or
nothing is measured. Reading is measured in one process and shared among WORKERS (2), started and warm, with the largest
memory of any of them; what is read must be the same, byte for byte.
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from goodoffices.documents import extract
from goodoffices.reading.parser import MODEL
from goodoffices.reading.reader import read
from goodoffices.scale import Spread, spread
from goodoffices.vocabulary.hashing import canonical
from goodoffices.vocabulary.text import Text

T = TypeVar("T")
RESOLUTIONS = Path(__file__).parents[2] / "shared" / "corpora" / "unsc_resolutions"


def main(folder: Path = RESOLUTIONS, most: int = 200, workers: int = 2) -> None:
    paths = sorted(folder.glob("*.txt"))[-most:]
    if not paths:
        print(f"reading: nothing measured, no documents in {folder.name}")
        return
    contents = [(path.name, path.read_bytes()) for path in paths]
    texts, extracting = timed(lambda: [extract(content, name) for name, content in contents])
    words = sum(len(text.main_text().split()) for text in texts)
    warm = texts[:4]
    [read(text, document="warm", dated=None) for text in warm]
    readings, reading = timed(lambda: [read(t, document=str(n), dated=t.dated) for n, t in enumerate(texts)])
    with spread(workers) as map:
        list(map(_one, [(f"warm {n}", text) for n in range(workers * 4) for text in warm]))
        shared, sharing = timed(lambda: _shared(map, texts))
    assert shared == [canonical(r) for r in readings], "what is read depends on who reads it"
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    memory = max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024  # before spaCy takes its own
    parsing = spacy_seconds(texts)
    claims = sum(len(r.claims) for r in readings)
    print(f"documents {len(texts)}  words {words}  claims {claims}")
    print(f"extracting {words / extracting:>10,.0f} words/s")
    print(f"reading    {words / reading:>10,.0f} words/s   {parsing / reading:.2f} times spaCy's whole pipeline")
    print(f"shared     {words / sharing:>10,.0f} words/s   {parsing / sharing:.2f} times spaCy's, {workers} processes")
    print(f"memory     {memory:>10,.0f} MiB, the largest process")
    print(f"spaCy      {words / parsing:>10,.0f} words/s   en_core_web_sm, all pipes, one process")


def _one(task: tuple[str, Text]) -> bytes:
    name, text = task
    return canonical(read(text, document=name, dated=text.dated))


def _shared(map: Spread, texts: list[Text]) -> list[bytes]:
    return list(map(_one, [(str(n), text) for n, text in enumerate(texts)]))


def spacy_seconds(texts: list[Text]) -> float:
    """Seconds that spaCy's whole pipeline takes for the main text of `texts`."""
    import spacy

    pipeline = spacy.load(MODEL)
    return timed(lambda: [len(doc) for doc in pipeline.pipe(t.main_text() for t in texts)])[1]


def timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.perf_counter()
    done = work()
    return done, time.perf_counter() - started


if __name__ == "__main__":
    main(*(Path(a) if n == 0 else int(a) for n, a in enumerate(sys.argv[1:])))
