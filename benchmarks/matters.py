"""How good and how fast the proposals of same matters are: the sample's claims against a judgement by hand, and time.

The judgement was made from the claims' words, before the code was run; each claim is taken as a matter of its own.
"""

import argparse
import datetime as dt
import random
import tempfile
import time
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from goodoffices import Case
from goodoffices.vocabulary.claim import Claim, Matter, Reviewed
from goodoffices.vocabulary.kinds import Event, Meeting
from goodoffices.vocabulary.match import alike_matters
from goodoffices.vocabulary.when import on_day

JUDGED = """
s-res-338 s-res-338-ecf s-res-338-encyclopaedia
s-res-1850 s-res-1850-unanimous s-res-1850-counted
madrid-invitation madrid-invitation-pax madrid-invitation-journal
insight-first-special-session stand-alone-2002-05 stand-alone-2002-12
dead-sea-meeting dead-sea-meeting-title
new-york-2004-meeting new-york-2004-meeting-ecf
paris-meeting paris-meeting-reprint
november-2008-meeting november-2008-elsewhere
moscow-meeting insight-meeting moscow-meeting-ecf
road-map-compliance road-map-compliance-2003 road-map-compliance-2007
moscow-freeze insight-freeze
insight-direct-talks moscow-no-four-months
moscow-settlement insight-state
moratorium-due moratorium-ended
blair-mandate blair-mandate-end
truce-2023 truce-2023-news truce-2023-chain
tim tim-2006-09 tim-2006-12 tim-2007-03 tim-2007-09
blair-eight-years blair-five-years
stalled-diplomacy stalled-diplomacy-lavrov
"""
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
Pairs = set[frozenset[str]]


def judged() -> Pairs:
    """The pairs of claims that speak of one matter."""
    groups = [line.split() for line in JUDGED.strip().splitlines()]
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def alone(claims: Iterable[Claim]) -> list[Matter]:
    """Each claim as a matter of its own."""
    held = (Reviewed(claim=c, matter=c.id, state="accepted", by="a", at=NOW, seq=n) for n, c in enumerate(claims, 1))
    return [Matter(id=r.claim.id, kind=r.claim.kind, claims=(r,)) for r in held]


def report(name: str, found: Pairs, gold: Pairs) -> None:
    """One line: how many, precision, recall."""
    right = len(found & gold)
    print(f"{name:36} {len(found):4} proposed  precision {right / len(found):.2f}  recall {right / len(gold):.2f}")


def many(count: int) -> list[Claim]:
    """Meetings of fifty bodies and visits over thirty years."""
    chance = random.Random(20100319)
    claims = []
    for number in range(count):
        day = on_day(dt.date(1995, 1, 1) + dt.timedelta(days=chance.randrange(11_000)))
        content = (
            Meeting(body=f"b{chance.randrange(50)}", place="Vienna")
            if number % 2
            else Event(what="visit", actor=f"p{chance.randrange(50)}")
        )
        claims.append(Claim(id=str(number), content=content, valid=day, entered_by="a"))
    return claims


def main() -> None:
    """Prints how good, then how fast."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=10_000)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as directory, Case.sample(Path(directory) / "case") as case:
        claims = [r.claim for r in case.at().claims()]
    gold = judged()
    found = {frozenset((a.id, b.id)) for a, b in alike_matters(alone(claims))}
    report("proposals on the sample", found, gold)
    for pair in sorted(map(sorted, found ^ gold)):
        print("  ", "missed" if frozenset(pair) in gold else "wrong ", *pair)
    matters = alone(many(chosen.claims))
    begun = time.perf_counter()
    pairs = sum(1 for _ in alike_matters(matters))
    print(f"{chosen.claims} claims: {pairs} pairs in {time.perf_counter() - begun:.2f} s")


if __name__ == "__main__":
    main()
