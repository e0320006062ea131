"""What holds for every weight, value and bonus a scenario leaves open, and what for none: exact, without
drawing.

Over all weights in their ranges, unknown weights sharing what the known ones leave of a sum of one in any
way that respects the party's order of issues, all values in their ranges (unknown: 0 to 100) that respect
the order of options. Extreme weights of an order are equal splits over its first k issues (Kirkwood and
Sarin 1985, "Ranking with partial information", Operations Research 33:38-48).
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from goodoffices.bargaining.amounts import SHARE, bounds
from goodoffices.bargaining.scenario import Linkage, Preference, Scenario, Worth
from goodoffices.bargaining.soundness import TOP
from goodoffices.bargaining.uncertainty import BONUS

Chosen = Mapping[str, str]
"""A package as issue -> option."""


class Holds(StrEnum):
    """For which of the possible preferences something holds."""

    ALWAYS = "for all"
    SOMETIMES = "for some"
    NEVER = "for none"


class Reach(msgspec.Struct, frozen=True):
    """The least and the greatest something can be, in micro-points."""

    low: int
    high: int

    def above(self, threshold_low: int, threshold_high: int) -> Holds:
        """Whether it reaches a threshold that itself lies between two bounds."""
        if self.low >= threshold_high:
            return Holds.ALWAYS
        return Holds.NEVER if self.high < threshold_low else Holds.SOMETIMES


def acceptance(scenario: Scenario, package: Chosen) -> dict[str, Holds]:
    """Party -> for which preferences it accepts `package`. An unknown reservation lies between 0 and
    anything."""
    found = {}
    for preference in scenario.preferences:
        if any(_holds(one, package) for one in scenario.linkages if one.refuses and one.party == preference.party):
            found[preference.party] = Holds.NEVER
            continue
        low, high = bounds(preference.reservation, 0, 2**62)
        found[preference.party] = reach(scenario, preference.party, package).above(low, high)
    return found


def reach(scenario: Scenario, party: str, package: Chosen, against: Chosen | None = None) -> Reach:
    """Bounds of the party's utility of `package`, or of its advantage over `against`, in micro-points.

    Exact up to a micro-point per issue; each bound is taken by some preference the scenario allows.
    """
    preference = next(one for one in scenario.preferences if one.party == party)
    low = high = 0
    for one in scenario.linkages:
        if one.party == party and not one.refuses:
            sign = int(_holds(one, package)) - (int(_holds(one, against)) if against is not None else 0)
            ends = [sign * bound for bound in bounds(one.points, -BONUS, BONUS)]
            low, high = low + min(ends), high + max(ends)
    spans = {
        worth.issue: _span(worth, scenario.issue(worth.issue).options, package, against) for worth in preference.worths
    }
    fixed_low, fixed_high = _known_weights(scenario, preference, spans)
    return Reach(low + fixed_low // SHARE, high + -(-fixed_high // SHARE))


def better(scenario: Scenario, party: str, package: Chosen, against: Chosen) -> Holds:
    """For which preferences `package` is at least as good for the party as `against`."""
    found = reach(scenario, party, package, against)
    if found.low >= 0:
        return Holds.ALWAYS
    return Holds.NEVER if found.high < 0 else Holds.SOMETIMES


def beaten(scenario: Scenario, package: Chosen, by: Chosen) -> bool:
    """Whether `by` is at least as good as `package` for every party whatever the open cells are, and never
    equal for all of them; and nobody refuses it outright."""
    if any(_holds(one, by) for one in scenario.linkages if one.refuses):
        return False
    reaches = [reach(scenario, party.id, by, package) for party in scenario.parties]
    return all(one.low >= 0 for one in reaches) and any(one.low > 0 for one in reaches)


def _holds(linkage: Linkage, package: Chosen) -> bool:
    return all(package[condition.issue] in condition.options for condition in linkage.when)


def _span(worth: Worth, options: tuple[str, ...], package: Chosen, against: Chosen | None) -> tuple[int, int]:
    """Least and greatest value of the option chosen, less that of the other package's option."""
    low = {o: bounds(v, 0, TOP)[0] for o, v in zip(options, worth.values, strict=True)}
    high = {o: bounds(v, 0, TOP)[1] for o, v in zip(options, worth.values, strict=True)}
    for better_, worse in zip(worth.order, worth.order[1:], strict=False):
        high[worse] = min(high[worse], high[better_])
    for worse, better_ in zip(worth.order[::-1], worth.order[-2::-1], strict=False):
        low[better_] = max(low[better_], low[worse])
    mine = package[worth.issue]
    if against is None:
        return low[mine], high[mine]
    other = against[worth.issue]
    if mine == other:
        return 0, 0
    least, most = low[mine] - high[other], high[mine] - low[other]
    if mine in worth.order and other in worth.order:
        if worth.order.index(mine) < worth.order.index(other):
            least = max(0, least)
        else:
            most = min(0, most)
    return least, most


def _known_weights(scenario: Scenario, preference: Preference, spans: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """Least and greatest sum of weight times span, in micro-points times billionths.

    Known weights and ranges apart; what they leave of one is the unknown weights' to share. Where ranges and
    unknown weights meet, the unknown ones' share is taken at its extremes independently: bounds may then be
    wider than needed.
    """
    low = high = 0
    held_low = held_high = 0
    unknown = []
    for issue, weight in zip(scenario.issues, preference.weights, strict=True):
        least, most = spans[issue.id]
        if weight is None:
            unknown.append(issue.id)
            continue
        light, heavy = bounds(weight, 0, SHARE)
        held_low, held_high = held_low + light, held_high + heavy
        low += min(light * least, heavy * least)
        high += max(light * most, heavy * most)
    if unknown:
        shares = [max(0, SHARE - held_high), max(0, SHARE - held_low)]
        worst = min(_split([spans[i][0] for i in ranked]) for ranked in _chains(preference, unknown))
        best = max(-_split([-spans[i][1] for i in ranked]) for ranked in _chains(preference, unknown))
        low += min(share * worst for share in shares)
        high += max(share * best for share in shares)
    return low, high


def _chains(preference: Preference, unknown: list[str]) -> list[list[str]]:
    """The ranked unknown issues as one chain, every other one alone."""
    ranked = [name for name in preference.order if name in unknown]
    alone = [[name] for name in unknown if name not in ranked]
    return [ranked, *alone] if ranked else alone


def _split(spans: list[int]) -> int:
    """The least an order-respecting split of one can give: an equal split over the first k issues, rounded
    down."""
    total, least = 0, []
    for k, span in enumerate(spans, 1):
        total += span
        least.append(total // k)
    return min(least)
