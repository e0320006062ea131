"""The least and the most that weighted members can differ, exactly: what harmony is measured against.

Discord D is the sum over pairs of w_p w_q d(x_p, x_q), w in whole numbers. On a scaled issue d = |x_p - x_q|, with the
options at 0, 1, …, k - 1; on an unscaled one d is 1 for different options and 0 for the same.
"""

from collections.abc import Iterator, Mapping, Sequence

from goodoffices.errors import BadArgument

# Distinct loads of the groups that are kept at once. 27 members with weights up to 100 on three options need 600,000.
STATES = 1_000_000


def scaled_discord(places: Sequence[tuple[int, int]]) -> int:
    """D of members given as (place on the scale, weight)."""
    total = below = weighted = 0
    for place, weight in sorted(places):  # the sum over pairs of w w' (x' - x), by prefix sums
        total += weight * (place * below - weighted)
        below += weight
        weighted += weight * place
    return total


def unscaled_discord(loads: Sequence[int]) -> int:
    """D of members whose weights on each option are summed in `loads`."""
    return (sum(loads) ** 2 - sum(load * load for load in loads)) // 2


def scaled_bounds(known: Sequence[tuple[int, int]], missing: Sequence[int], options: int) -> tuple[int, int]:
    """The least and the most D over every way to place the members of weight `missing` beside the known ones.

    D is convex in each place, so the most is reached with the missing at the two ends; the least with all of them at
    the weighted median of the known.
    """
    middle = _median(known)
    least = scaled_discord([*known, *((middle, weight) for weight in missing)])
    whole = sum(missing)
    most = max(scaled_discord([*known, (0, low), (options - 1, whole - low)]) for low in _bits(_reachable(missing)))
    return least, most


def unscaled_bounds(loads: Sequence[int], missing: Sequence[int], options: int) -> tuple[int, int]:
    """The least and the most D over every way to give members of weight `missing` one of `options` options, beside the
    `loads` of the known. BadArgument where the ways are too many to go through exactly.
    """
    padded = sorted([*loads, *[0] * (options - len(loads))])
    together = [*padded[:-1], padded[-1] + sum(missing)]
    least = unscaled_discord(together)
    if options == 2:  # the loads of one option decide: whole numbers up to their sum, as bits
        whole = sum(missing)
        most = max(unscaled_discord([padded[0] + one, padded[1] + whole - one]) for one in _bits(_reachable(missing)))
        return least, most
    states = {tuple(padded)}
    for weight in sorted(missing, reverse=True):
        states = {
            tuple(sorted((*state[:n], state[n] + weight, *state[n + 1 :])))
            for state in states
            for n in range(options)
            if n == 0 or state[n] != state[n - 1]  # equal loads are one choice
        }
        if len(states) > STATES:
            remedy = "Leave saliences out, so that members weigh the same."
            raise BadArgument("the most discord is found by going through the groupings", len(missing), remedy)
    return least, max(map(unscaled_discord, states))


def _median(known: Sequence[tuple[int, int]]) -> int:
    half = sum(weight for _, weight in known) / 2
    below = 0.0
    for place, weight in sorted(known):
        below += weight
        if below >= half:
            return place
    return 0


def _reachable(weights: Sequence[int]) -> int:
    """The sums of subsets of `weights`, as the set bits of one number."""
    sums = 1
    for weight in weights:
        sums |= sums << weight
    return sums


def _bits(number: int) -> Iterator[int]:
    for place, bit in enumerate(reversed(bin(number)[2:])):
        if bit == "1":
            yield place


def loads_of(choices: Mapping[str, int], options: Sequence[str], chosen: Mapping[str, str]) -> list[int]:
    """The summed weight (member -> weight) behind each option, in the order of `options`."""
    loads = dict.fromkeys(options, 0)
    for member, weight in choices.items():
        loads[chosen[member]] += weight
    return list(loads.values())
