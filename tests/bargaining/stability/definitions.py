"""The book's definitions, word for word and without any thought of speed, to hold the engine against.

Fang, Hipel and Kilgour (1993): the reachable list of a coalition is the smallest set that takes each member's own moves
in, and from a state already in it every member's moves except of the one who alone can have made the last one.
"""

from collections.abc import Callable

from goodoffices.bargaining.stability.graph import Graph


def own(graph: Graph, i: int, s: int, improving: bool = False) -> set[int]:
    """R_i(s), or R_i^+(s)."""
    moves = graph.moves[i]
    found = {int(b) for a, b in zip(moves.start, moves.end, strict=True) if a == s}
    return {b for b in found if graph.ranks[i][b] > graph.ranks[i][s]} if improving else found


def reachable(graph: Graph, members: list[int], s: int, improving: bool = False, single: bool = False) -> set[int]:
    """R_H(s), or R_H^+(s), with the last movers of each state."""
    last: dict[int, set[int]] = {}
    for j in members:
        for b in own(graph, j, s, improving):
            last.setdefault(b, set()).add(j)
    grown = not single
    while grown:
        grown = False
        for x in list(last):
            for j in members:
                if last[x] != {j}:
                    for b in own(graph, j, x, improving):
                        if j not in last.setdefault(b, set()):
                            last[b].add(j)
                            grown = True
    return set(last)


def is_stable(graph: Graph, i: int, s: int, concept: str, single: bool = False) -> bool:
    """Stability of s for i."""
    u: Callable[[int], int] = lambda x: int(graph.ranks[i][x])  # noqa: E731
    others = [j for j in range(len(graph.parties)) if j != i]
    for s1 in own(graph, i, s, improving=True):
        if concept == "nash":
            return False
        answers = reachable(graph, others, s1, concept == "seq", single)
        if concept == "smr":
            held = any(u(s2) <= u(s) and all(u(s3) <= u(s) for s3 in own(graph, i, s2)) for s2 in answers)
        else:
            held = any(u(s2) <= u(s) for s2 in answers)
        if not held:
            return False
    return True


def coalition_is_stable(graph: Graph, members: list[int], s: int, concept: str) -> bool:
    """Stability of s for the coalition of members."""

    def better(x: int) -> bool:
        return all(graph.ranks[i][x] > graph.ranks[i][s] for i in members)

    others = [j for j in range(len(graph.parties)) if j not in members]
    for s1 in reachable(graph, members, s):
        if not better(s1):
            continue
        if concept == "nash":
            return False
        answers = reachable(graph, others, s1, concept == "seq")
        if concept == "smr":
            held = any(not better(s2) and not any(better(s3) for s3 in reachable(graph, members, s2)) for s2 in answers)
        else:
            held = any(not better(s2) for s2 in answers)
        if not held:
            return False
    return True
