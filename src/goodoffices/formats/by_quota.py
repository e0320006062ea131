"""Swings of large bodies with one quota of weights, exactly.

With F(k, s) as in `by_weight` and C its sum over s up to t, the sum of G without member i telescopes: it is
C(k, t) - C(k - 1, t - w) + C(k - 2, t - 2w) - …, so that only a few places of C are looked at for each member. The
counts exceed 64 bits; they are taken modulo primes and put together by the Chinese remainder theorem.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from goodoffices.formats.profiles import Ints
from goodoffices.formats.rule import Rule

CELLS = 30_000_000  # sizes x weights below the quota: 240 MB of counts
STEPS = 30  # additions between two divisions: each at most doubles a number of 31 bits


def one_quota(rule: Rule) -> tuple[dict[str, int], int] | None:
    """The weights and the quota of a rule that is nothing else; None for another, or where they come to too much."""
    if len(rule.ways) != 1 or rule.ways[0].blocks or len(rule.ways[0].chambers) != 1:
        return None
    (chamber,) = rule.ways[0].chambers
    weights = {member: chamber.weights.get(member, 0) for member in rule.members}
    if chamber.share or (len(weights) + 1) * chamber.quota > CELLS:
        return None
    return weights, chamber.quota


def by_quota(weights: Mapping[str, int], quota: int) -> tuple[int, dict[str, tuple[int, ...]]]:
    """The number of winning coalitions, and for each member its swings by size of the coalition it joins."""
    moduli = list(_primes(2 ** len(weights)))
    losing: list[int] = []
    swings: dict[int, list[list[int]]] = {weight: [] for weight in weights.values()}
    for modulus in moduli:
        below = _below(list(weights.values()), quota, modulus)
        losing.append(int(below[:, -1].sum()) % modulus)
        for weight, found in swings.items():
            found.append(_swings(below, weight, modulus))
    joined = {w: tuple(_joined(size, moduli) for size in zip(*found, strict=True)) for w, found in swings.items()}
    return 2 ** len(weights) - _joined(losing, moduli), {member: joined[w] for member, w in weights.items()}


def _below(weights: Sequence[int], quota: int, modulus: int) -> Ints:
    """C(k, t) for t below the quota."""
    counts: Ints = np.zeros((len(weights) + 1, quota), dtype=np.int64)
    counts[0, 0] = 1
    for number, weight in enumerate(weights, start=1):
        if weight < quota:
            for size in range(number, 0, -1):
                counts[size, weight:] += counts[size - 1, : quota - weight]
        if number % STEPS == 0:
            counts %= modulus
    return np.cumsum(counts % modulus, axis=1) % modulus


def _swings(below: Ints, weight: int, modulus: int) -> list[int]:
    """G summed over the weights from quota - weight to quota - 1, for each size."""
    if not weight:
        return [0] * (len(below) - 1)
    sizes, quota = len(below) - 1, below.shape[1]
    total = np.zeros(sizes, dtype=np.int64)
    for sign, first in ((1, quota - 1), (-1, quota - 1 - weight)):
        for step, place in enumerate(range(first, -1, -weight)):
            if step >= sizes:
                break
            total[step:] += sign * (-1) ** step * below[: sizes - step, place]
    return [int(one) for one in total % modulus]


def _primes(limit: int) -> Iterator[int]:
    """Primes of 31 bits whose product exceeds `limit`."""
    reached, candidate = 1, 2**31 + 1
    while reached <= limit:
        candidate -= 2
        if all(candidate % divisor for divisor in range(3, int(candidate**0.5) + 1, 2)):
            reached *= candidate
            yield candidate


def _joined(remainders: Sequence[int], moduli: Sequence[int]) -> int:
    """The number below the product of the moduli that leaves these remainders."""
    value, product = 0, 1
    for remainder, modulus in zip(remainders, moduli, strict=True):
        value += product * ((remainder - value) * pow(product, -1, modulus) % modulus)
        product *= modulus
    return value
