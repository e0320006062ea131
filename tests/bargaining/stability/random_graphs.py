"""Random conflicts: two to four decision makers, two to nine states, moves that need not be transitive, ties."""

import random

from goodoffices.bargaining.stability.graph import Graph, graph


def random_graph(seed: int) -> Graph:
    rng = random.Random(seed)
    parties, states = rng.randint(2, 4), rng.randint(2, 9)
    density = rng.choice([0.08, 0.2, 0.4])
    reach = [
        [(a, b) for a in range(states) for b in range(states) if a != b and rng.random() < density]
        for _ in range(parties)
    ]
    levels = rng.choice([2, states, states])
    ranks = [[rng.randrange(levels) for _ in range(states)] for _ in range(parties)]
    return graph([f"p{p}" for p in range(parties)], [f"s{s}" for s in range(states)], reach, ranks)
