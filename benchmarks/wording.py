"""Agreed language on 600 Council resolutions: is a reuse that is known found, and how fast?

What is known comes from another method: of two resolutions of which the later names the earlier by its number, a clause
of the later that has a run of RUN words, letter for letter, from the earlier, after the citation itself is cut out.
Asked is that clause; the earlier resolution should be among the first ten uses, which series of resolutions share: of
those that keep as much none is before another. Where more than ten resolutions share the run, ten others may keep more
of the clause than the one it names: those that at most ten share are counted apart, and whether it is among the uses
at all. The peer is search alone with the same words, which has an order.
Needs ../shared/corpora; the other papers there stand beside the resolutions.
"""

import argparse
import datetime as dt
import random
import re
import statistics
import tempfile
import time
from pathlib import Path

from goodoffices import Case

CORPORA = Path(__file__).parents[1] / ".." / "shared" / "corpora"
CORPUS = CORPORA / "unsc_resolutions"
BESIDE = ("peacerep_implementation/**/*.html", "unga79_speeches/**/*.pdf", "wikiwars/**/*.txt")
RUN = 12  # words: beyond the forms that every resolution shares
ASKED = 200
SHOWN = 60
_NAMED = re.compile(r"\b(\d{1,3})\s+\(19\d\d\)")
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
        case.add([path for pattern in BESIDE for path in sorted(CORPORA.glob(pattern))], by="benchmark")
        began = time.perf_counter()
        case.search("resolution")
        took_up, count = time.perf_counter() - began, case.at().count_documents()
        print(f"{count} documents, {len(texts)} of them resolutions, indexed in {took_up:.1f} s")
        print(f"{len(reuses)} known reuses")
        found: list[bool] = []
        at_all: list[bool] = []
        by_search: list[bool] = []
        took: list[float] = []
        for paragraph, citing, cited, _ in reuses[:asked]:
            began = time.perf_counter()
            answer = case.wording(paragraph, near=0.1, limit=SHOWN)
            took.append(time.perf_counter() - began)
            kept = {u.document: u.kept for u in reversed(answer.uses) if u.document != texts[citing].name}
            mine = kept.get(texts[cited].name)
            found.append(mine is not None and sum(k > mine for k in kept.values()) < 10)
            at_all.append(mine is not None)
            words = sorted(set(re.findall(r"\w+", paragraph.lower())), key=len, reverse=True)[:24]
            said = case.search(" OR ".join(f'"{w}"' for w in words), limit=SHOWN).said
            others = list(dict.fromkeys(one.document for one in said if one.document != texts[citing].name))
            by_search.append(texts[cited].name in others[:10])
    shares = statistics.mean(found), statistics.mean(by_search)
    print(f"recall@10 of {len(found)}: wording {shares[0]:.3f}, search alone {shares[1]:.3f}")
    few = [n for n, reuse in enumerate(reuses[:asked]) if reuse[3] <= 10]
    apart = statistics.mean(found[n] for n in few), statistics.mean(by_search[n] for n in few)
    print(f"among the {SHOWN} uses at all: {statistics.mean(at_all):.3f}")
    print(f"recall@10 of {len(few)} whose run at most ten share: wording {apart[0]:.3f}, search alone {apart[1]:.3f}")
    took.sort()
    print(f"seconds: p50 {statistics.median(took):.3f}, p95 {took[int(0.95 * len(took))]:.3f}, worst {took[-1]:.3f}")
    print(f"{dt.datetime.now(dt.UTC):%Y-%m-%d}")


def known(texts: dict[int, Path]) -> list[tuple[str, int, int, int]]:
    """(clause, citing, cited, how many resolutions share the run): the first clause of a resolution that reuses RUN
    words of each earlier one it names.
    """
    contents = {n: path.read_text(encoding="utf-8") for n, path in texts.items()}
    runs = {n: set(_runs(text)) for n, text in contents.items()}
    found = []
    for citing, text in contents.items():
        clauses = [clause for clause in re.split(r"\n\s*\n|;\s", text) if len(clause) < 900]
        named = {int(number) for number in _NAMED.findall(text)}
        for cited in sorted(n for n in named if n < citing and n in runs):
            reused = next((clause for clause in clauses if runs[cited] & set(_runs(clause))), None)
            if reused:
                run = runs[cited] & set(_runs(reused))
                found.append((reused, citing, cited, sum(not run.isdisjoint(other) for other in runs.values())))
    return found


def _runs(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", _CITATION.sub(" | ", text).lower())
    return [tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)]


if __name__ == "__main__":
    main()
