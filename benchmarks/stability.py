"""How the time of a stability analysis grows with the states; four decision makers.

python benchmarks/stability.py
"""

import itertools
import random
import resource
import time
from fractions import Fraction

from goodoffices.bargaining.scenario import Party
from goodoffices.bargaining.stability import Conflict, Option, Preference, evolution, field, stability


def conflict(options: int, seed: int = 1) -> Conflict:
    """Options dealt out to four decision makers, a third of them one-way; weights of random statements."""
    rng = random.Random(seed)
    parties = tuple(Party(f"p{k}") for k in range(4))
    dealt = tuple(Option(f"o{k}", f"p{k % 4}", rng.choice(["both", "both", "forward"])) for k in range(options))
    preferences = []
    for party in parties:
        weights = []
        for k in range(options):
            said = f"o{k}" if rng.random() < 0.6 else f"o{k} and not o{(k * 7 + 3) % options}"
            weights.append((said, Fraction(rng.randint(-9, 9))))
        preferences.append(Preference(party.id, weights=tuple(weights)))
    return Conflict(parties, dealt, tuple(preferences))


def main() -> None:
    print(
        "| states | moves | graph, s | concepts, s | ways, s | equilibria | peak MiB |\n|---|---|---|---|---|---|---|"
    )
    for options in (8, 10, 12, 14, 16):
        times = [time.perf_counter()]
        the = field(conflict(options))
        times.append(time.perf_counter())
        found = stability(the.graph)
        times.append(time.perf_counter())
        evolution(the.graph, 0)
        times.append(time.perf_counter())
        seconds = " | ".join(f"{b - a:.2f}" for a, b in itertools.pairwise(times))
        moves = sum(len(one.start) for one in the.graph.moves)
        counts = ", ".join(f"{concept} {int(found.equilibria(concept).sum()):,}" for concept in found.stable)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"| {the.graph.states:,} | {moves:,} | {seconds} | {counts} | {peak} |", flush=True)


if __name__ == "__main__":
    main()
