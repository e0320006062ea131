"""How often each rule of the reader is right, by this case's own verdicts, and what may be accepted on that strength.

The bounds are Wilson's score interval (Wilson 1927; Newcombe, Statistics in Medicine 17 (1998) 857-872, method 3).
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from math import sqrt

from msgspec import Struct

from goodoffices.desk.review.batches import Verdicts, judged_each
from goodoffices.errors import BadArgument, BadDate, CycleFound
from goodoffices.record import Record, Snapshot
from goodoffices.record.actions import Known
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.verdict import Verdict

Z = 1.959964  # 95 of 100
FEWEST = 30  # verdicts, one by one, before a rule's proposals may be accepted together
FLOOR = 0.85  # that the lower bound of its precision must reach: 30 right of 30 give 0.886, 29 of 30 give 0.833


class Precision(Struct, frozen=True, kw_only=True):
    """A rule of the reader. right: of the `judged` proposals that people looked at one by one, how many they accepted
    as they stood; lower, upper: bounds of the share (95 of 100); waiting: proposals that nobody judged.
    """

    rule: str
    right: int
    judged: int
    lower: float
    upper: float
    waiting: int


def precisions(snapshot: Snapshot) -> list[Precision]:
    """The rules of the reader that proposed something, best known first."""
    waiting = Counter(r.claim.rule for r in snapshot.claims(states={"proposed"}) if not r.contested and r.claim.rule)
    right, judged = counted(snapshot.verdicts())
    found = []
    for rule in {*waiting, *judged}:
        lower, upper = wilson(right[rule], judged[rule])
        found.append(
            Precision(
                rule=rule, right=right[rule], judged=judged[rule], lower=lower, upper=upper, waiting=waiting[rule]
            )
        )
    return sorted(found, key=lambda p: (-p.lower, -p.judged, p.rule))


def counted(verdicts: Iterable[Verdict]) -> tuple[Counter[str], Counter[str]]:
    """By rule how many proposals were right, and how many people judged one by one.

    Right is what was accepted as it stood; what was put right was not. Where coders differ it counts once settled.
    """
    findings: dict[tuple[str, str], dict[str, Verdict]] = {}
    written: set[tuple[str, str]] = set()  # by people: no rule proposed these words
    for verdict in verdicts:
        if verdict.finding == "entered":
            written.add(verdict.unit)
        elif verdict.rule and not verdict.in_bulk:
            findings.setdefault(verdict.unit, {})["" if verdict.settles else verdict.coder] = verdict
    right, judged = Counter[str](), Counter[str]()
    for unit, by_coder in findings.items():
        said = {v.finding for v in ([by_coder[""]] if "" in by_coder else by_coder.values())}
        if unit in written or said == {"accepted", "rejected"}:
            continue
        rule = next(iter(by_coder.values())).rule
        judged[rule] += 1
        right[rule] += said == {"accepted"}
    return right, judged


def wilson(right: int, of: int) -> tuple[float, float]:
    """The bounds of a share, 95 of 100; 0 and 1 where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share, square = right / of, Z * Z
    middle = share + square / (2 * of)
    half = Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, (middle - half) / (1 + square / of)), min(1.0, (middle + half) / (1 + square / of))


def accept_rule(
    record: Record, rule: str, *, fewest: int = FEWEST, floor: float = FLOOR, by: str, at: dt.datetime
) -> Verdicts:
    """Accepts all that a rule proposed and nobody judged, on the strength of what was judged. One that the record
    refuses, as it would come to wait for itself or ends before it begins, stays a proposal; the rest goes on.

    fewest, floor: may be raised, not lowered. Raises BadArgument where fewer were judged or the lower bound is below
    the floor, or where nothing waits.
    """
    if fewest < FEWEST or not FLOOR <= floor <= 1:
        raise BadArgument(
            f"a rule is judged {FEWEST} times or more, to a floor of {FLOOR} or more",
            f"{fewest} times, {floor}",
            "Raise these, or accept one by one.",
        )
    snapshot = record.at()
    known = next((p for p in precisions(snapshot) if p.rule == rule), None)
    if known is None or not known.waiting:
        raise BadArgument("a rule has proposals that wait", rule, "List the rules with `review --rules`.")
    counted = f"{rule}: {known.right} right of {known.judged}, lower bound {known.lower:.3f}"
    if known.judged < fewest:
        raise BadArgument(f"a rule was judged at least {fewest} times", counted, "Judge more of it one by one.")
    if known.lower < floor:
        raise BadArgument(f"the lower bound of a rule reaches {floor}", counted, "Judge its proposals one by one.")
    claims = [r.claim.id for r in snapshot.claims(states={"proposed"}) if r.claim.rule == rule and not r.contested]
    body = Known(rule=rule, right=known.right, judged=known.judged, lower=known.lower, floor=floor)
    try:
        record.accept_known(claims, body, by=by, at=at)
    except (CycleFound, BadDate):
        return judged_each(claims, lambda claim: record.accept_known([claim], body, by=by, at=at))
    return Verdicts(tuple(claims), ())


def accepted_by_rule(snapshot: Snapshot, rule: str, coder: str) -> list[str]:
    """The claims that a coder accepted together by a rule and has not judged otherwise since."""
    last: dict[str, Verdict] = {}
    for verdict in snapshot.verdicts(coder=coder):
        if not verdict.settles:
            last[verdict.claim] = verdict
    return [claim for claim, verdict in last.items() if verdict.in_bulk and verdict.rule == rule]


def least_certain(claims: Iterable[Reviewed], verdicts: Iterable[Verdict]) -> list[Reviewed]:
    """The claims ordered so that those whose verdict is least foreseeable come first, equal ones as they were.

    The chance that a proposal is right is that of its rule by these verdicts, counted on from what the reader says of
    the rule (`confidence`, worth two verdicts); the verdict is least foreseeable where it is one half.
    """
    right, judged = counted(verdicts)

    def spread(held: Reviewed) -> float:
        before = 0.5 if held.claim.confidence is None else held.claim.confidence
        chance = (right[held.claim.rule] + 2 * before) / (judged[held.claim.rule] + 2)
        return chance * (1 - chance)

    return sorted(claims, key=lambda held: -spread(held))
