"""Agreed language on 600 Council resolutions: is a reuse that is known found, and how fast?

What is known comes from another method: of two resolutions of which the later cites the earlier, a clause of the
later that has a run of RUN words, letter for letter, from the earlier, after the citation itself is cut out. Asked is
that clause; the earlier resolution should be among the first ten uses. The peer is search alone with the same words.
Needs ../shared/corpora/unsc_resolutions.
"""

import argparse
import csv
import datetime as dt
import random
import re
import statistics
import tempfile
import time
from pathlib import Path

from goodoffices import Case

CORPUS = Path(__file__).parents[1] / ".." / "shared" / "corpora" / "unsc_resolutions"
RUN = 12  # words: beyond the forms that every resolution shares
ASKED = 200
_CITATION = re.compile(r"resolutions?\s+\d+\s*\(\d{4}\)(?:\s+of\s+\d+\s+\w+\s+\d{4})?", re.IGNORECASE)


def main() -> None:
    """Prints recall and times."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--asked", type=int, default=ASKED)
    asked = options.parse_args().asked
    texts = {int(p.name.split("_")[2]): p for p in sorted(CORPUS.glob("S_RES_*.txt"))}
    reuses = list(known(texts))
    random.Random(0).shuffle(reuses)
    with tempfile.TemporaryDirectory() as folder, Case.new(Path(folder) / "case") as case:
        case.add(texts.values(), by="benchmark")
        began = time.perf_counter()
        case.search("resolution")
        print(f"{len(texts)} resolutions, indexed in {time.perf_counter() - began:.1f} s; {len(reuses)} known reuses")
        found: list[bool] = []
        by_search: list[bool] = []
        took: list[float] = []
        for paragraph, citing, cited in reuses[:asked]:
            began = time.perf_counter()
            answer = case.wording(paragraph, near=0.1, limit=11)
            took.append(time.perf_counter() - began)
            documents = [use.document for use in answer.uses if use.document != texts[citing].name]
            found.append(texts[cited].name in documents[:10])
            words = sorted(set(re.findall(r"\w+", paragraph.lower())), key=len, reverse=True)[:24]
            said = case.search(" OR ".join(f'"{w}"' for w in words), limit=11).said
            by_search.append(texts[cited].name in [s.document for s in said if s.document != texts[citing].name][:10])
    print(
        f"recall@10 of {len(found)}: wording {statistics.mean(found):.3f}, search alone {statistics.mean(by_search):.3f}"
    )
    took.sort()
    print(f"seconds: p50 {statistics.median(took):.3f}, p95 {took[int(0.95 * len(took))]:.3f}, worst {took[-1]:.3f}")
    print(f"{dt.datetime.now(dt.UTC):%Y-%m-%d}")


def known(texts: dict[int, Path]) -> list[tuple[str, int, int]]:
    """(clause, citing, cited) for every reuse of RUN words that the table of citations vouches for."""
    contents = {n: path.read_text(encoding="utf-8") for n, path in texts.items()}
    runs = {n: set(_runs(text)) for n, text in contents.items()}
    found = []
    with (CORPUS / "citations.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            citing, cited = int(row["citing_resolution"]), int(row["cited_resolution"])
            if citing not in contents or cited not in contents or cited >= citing:
                continue
            for clause in re.split(r"\n|;\s", contents[citing]):
                if len(clause) < 900 and runs[cited] & set(_runs(clause)):
                    found.append((clause, citing, cited))
                    break
    return found


def _runs(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", _CITATION.sub(" | ", text).lower())
    return [tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)]


if __name__ == "__main__":
    main()
