"""Broken files and bombs: each is read, read with a note, or refused, in bounded time and memory."""

import os
from collections import Counter
from collections.abc import Iterable
from functools import partial

from goodoffices.documents import Limits, extractions
from goodoffices.errors import GoodOfficesError
from goodoffices.vocabulary.text import Text
from tests.documents.broken import File, bombs, mutants
from tests.documents.test_extraction import whole

MUTANTS = int(os.environ.get("MUTANTS", "1000"))
BOMB_MEGABYTES = int(os.environ.get("BOMB_MEGABYTES", "4"))
SEED = 20261125
LIMITS = Limits(max_bytes=200_000_000, max_seconds=20, max_memory=500_000_000, max_unpacked=100_000_000)


def outcomes(files: Iterable[File], capsys_line: str) -> Counter[str]:
    """What became of each file, after asserting what holds of every one; a line with the most that any took."""
    found: Counter[str] = Counter()
    slowest, largest = (0.0, ""), (0, "")
    listed = ((name, partial(bytes, content)) for name, content in files)
    names: list[str] = []

    def named() -> Iterable[tuple[str, partial[bytes]]]:
        for name, load in listed:
            names.append(name)
            yield name, load

    for number, (_, extraction) in enumerate(extractions(named(), limits=LIMITS)):
        name = names[number]
        slowest = max(slowest, (extraction.seconds, name))
        largest = max(largest, (extraction.memory, name))
        if isinstance(extraction.found, Text):
            whole(extraction.found, b"")
            found["read with a note" if extraction.found.notes else "read"] += 1
        else:
            assert isinstance(extraction.found, GoodOfficesError)
            assert extraction.found.rule
            assert extraction.found.remedy, name
            # A mistake of ours would be refused under this rule.
            assert extraction.found.rule != "every file is read or refused", f"{name}: {extraction.found}"
            found["refused"] += 1
        assert extraction.seconds <= LIMITS.max_seconds + 12, name
        assert extraction.memory <= 1.2 * LIMITS.max_memory, name
    print(
        f"{capsys_line}: {dict(found)}; slowest {slowest[0]:.1f} s ({slowest[1]}), largest {largest[0] / 1e6:.0f} MB"
        f" ({largest[1]})"
    )
    return found


def test_mutated_files_of_every_kind_are_read_or_refused() -> None:
    found = outcomes(mutants(MUTANTS, SEED), "mutants")
    assert found.total() == MUTANTS
    assert min(found["read"], found["read with a note"], found["refused"]) > MUTANTS / 20


def test_bombs_are_read_or_refused() -> None:
    found = outcomes(bombs(BOMB_MEGABYTES), "bombs")
    assert found.total() >= 30
    assert found["refused"] >= 5
