"""Votes and voting power: how long a million votes and large bodies take.

Votes: the published table of the General Assembly (../shared/corpora/un_ga_votes), read and compared pair by pair; the
peer is the same agreement counted by a plain loop over the votes of one pair, times the number of pairs. Power: the
Security Council, a union of 27 with populations to the last head, and 200 unlike members whose weights come to 1e5; the
peer is going through every coalition by the rule itself, measured on 16 members and doubled for each further one.
"""

import datetime as dt
import random
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path

from goodoffices.exchange.vote_tables import read_votes
from goodoffices.formats import Block, Chamber, Rule, Way, power, ternary, weighted
from goodoffices.standing import dyads

TABLES = Path(__file__).parents[1] / ".." / "shared" / "corpora" / "un_ga_votes"


def main() -> None:
    """Prints each time with its peer's."""
    print(f"{dt.datetime.now(dt.UTC):%Y-%m-%d}")
    if TABLES.exists():
        votes()
    plain = _plain(weighted({f"m{n}": n + 1 for n in range(16)}, 70))
    for name, rule in bodies().items():
        took = timed(lambda rule=rule: power(rule))  # type: ignore[misc]
        by_hand = plain * 2.0 ** (len(rule.members) - 16)
        print(f"power, {name}: {took:.3f} s; by every coalition about {by_hand:.3g} s")
    print(f"power with abstention, council of 15: {timed(lambda: ternary(bodies()['council of 15'])):.3f} s")


def votes() -> None:
    """The General Assembly's votes."""
    paths = [TABLES / f"un_{name}.csv.gz" for name in ("roll_calls", "votes", "roll_call_issues")]
    began = time.perf_counter()
    table = read_votes(*paths).calls
    read = time.perf_counter() - began
    compared = timed(lambda: dyads(table))
    columns = [[int(v) for v in table.ballots[:, place]] for place in (0, 1)]
    loop = timed(lambda: [(a, b) for a, b in zip(*columns, strict=True) if a >= 0 and b >= 0])
    pairs = len(table.parties) * (len(table.parties) - 1) // 2
    print(f"{int((table.ballots >= 0).sum()):,} votes read in {read:.2f} s")
    print(f"{pairs:,} pairs compared in {compared:.2f} s, by a plain loop about {loop * pairs:.0f} s")


def bodies() -> dict[str, Rule]:
    """Bodies of each kind."""
    draw = random.Random(0)
    fixed = [f"p{n}" for n in range(5)]
    council = (*fixed, *(f"e{n}" for n in range(10)))
    nine = Chamber(name="nine", weights=dict.fromkeys(council, 1), quota=9)
    veto = Block(name="veto", weights=dict.fromkeys(fixed, 1))
    heads = {f"s{n}": draw.randint(400_000, 80_000_000) for n in range(27)}
    each = dict.fromkeys(heads, 1)
    fifteen = Chamber(name="members", weights=each, quota=15)
    people = Chamber(name="people", weights=heads, quota=-(-65 * sum(heads.values()) // 100))
    unblocked = Chamber(name="no four against", weights=each, quota=24)
    large = {f"m{n}": draw.randint(1, 1000) for n in range(200)}
    return {
        "council of 15": Rule(members=council, ways=(Way(chambers=(nine,), blocks=(veto,)),)),
        "union of 27": Rule(members=tuple(heads), ways=(Way(chambers=(fifteen, people)), Way(chambers=(unblocked,)))),
        f"200 members weighing {sum(large.values()):,}": weighted(large, sum(large.values()) // 2 + 1),
    }


def _plain(rule: Rule) -> float:
    """Seconds for asking the rule of every coalition."""
    began = time.perf_counter()
    for bits in product((0, 1), repeat=len(rule.members)):
        yes = [member for member, joins in zip(rule.members, bits, strict=True) if joins]
        rule.adopted(yes, [member for member in rule.members if member not in yes])
    return time.perf_counter() - began


def timed(work: Callable[[], object]) -> float:
    """Seconds of the faster of two runs."""
    took = []
    for _ in range(2):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return min(took)


if __name__ == "__main__":
    main()
