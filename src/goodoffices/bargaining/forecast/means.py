"""The two plain models: everybody gives way in proportion, or the middle decides."""

from collections.abc import Sequence

from goodoffices.bargaining.forecast.question import Stand


def compromise(stands: Sequence[Stand]) -> float:
    """The mean position, weighted by capability times salience.

    Van den Bos (1991), Dutch EC Policy Making; the base model of Thomson, Stokman, Achen and Koenig (2006), The
    European Union Decides, Cambridge University Press.
    """
    return sum(one.weight * one.position for one in stands) / sum(one.weight for one in stands)


def median(stands: Sequence[Stand]) -> tuple[float, float]:
    """The weighted median position as (lowest, highest): two numbers only where exactly half the weight lies on either
    side.

    Black (1958), The Theory of Committees and Elections: what beats every other position when each actor lends its
    weight to the nearer one.
    """
    weights: dict[float, float] = {}
    for one in stands:
        weights[one.position] = weights.get(one.position, 0.0) + one.weight
    half, below = sum(weights.values()) / 2, 0.0
    order = sorted(position for position, weight in weights.items() if weight > 0)
    for k, position in enumerate(order):
        below += weights[position]
        if abs(below - half) <= 1e-12 * half and k + 1 < len(order):
            return position, order[k + 1]
        if below > half:
            return position, position
    return order[-1], order[-1]
