"""What if a party reneges, in one sentence."""

from collections.abc import Mapping, Sequence


def if_one_reneges(names: Mapping[str, str], gains: Mapping[str, float], stable: Mapping[str, Sequence[str]]) -> str:
    """Who would gain by reneging alone, whom the answer of the others holds back, and on whose word the package rests.

    names: party -> what people read; gains: party -> points by reneging alone; stable: concept -> the parties for whom
    keeping the package is stable.
    """
    tempted = [party for party in gains if party not in stable["nash"]]
    if not tempted:
        return "If a party reneges, it gains nothing by it, so the package holds even if nobody thinks of an answer."

    def named(who: Sequence[str]) -> str:
        return _joined([f"{names[one]} ({gains[one]:+.1f} points)" for one in who])

    free = [one for one in tempted if one not in stable["gmr"]]
    warned = [one for one in tempted if one in stable["seq"]]
    at_cost = [one for one in tempted if one not in free and one not in warned]
    parts = []
    if free:
        parts.append(f"{named(free)} would gain at once, and no answer of the others could undo that")
    if warned:
        parts.append(f"{named(warned)} would gain at once, but the others, bettering themselves, could undo that")
    if at_cost:
        parts.append(f"{named(at_cost)} would gain at once, but the others could undo that at a cost to themselves")
    rests = f"on the word of {_joined([names[one] for one in free])}" if free else "on each thinking of the answer"
    return f"If a party reneges: {'; '.join(parts)}; so the package rests {rests}."


def _joined(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
