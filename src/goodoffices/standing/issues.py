"""Members on each issue: where each stands on the day, and how far they stand together there."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from goodoffices.standing.harmony import Harmony, Stand, harmony
from goodoffices.standing.positions import Stance, scales


class OnIssue(Struct, frozen=True, kw_only=True):
    """A body on one issue: how far its members stand together, where each stands (neutral order), who is silent in the
    record or disputed there. mandate: whether the issue is the body's own business, None where nobody said; scale: the
    options in order by which distances were taken, () where it has no order.
    """

    issue: str
    harmony: Harmony
    stances: tuple[Stance, ...]
    unknown: tuple[str, ...]
    mandate: bool | None = None
    scale: tuple[str, ...] = ()


def on_issues(
    held: Iterable[Stance],
    members: Sequence[str],
    *,
    given: Mapping[str, Sequence[str]] | None = None,
    mandate: Sequence[str] | None = None,
) -> tuple[OnIssue, ...]:
    """The issues on which a member stands, by name. held: everybody's stances on the day, whose scales hold for that
    day alone; given: issue -> its options in order, in place of those. Members whose sources differ, and those of whom
    a stance is only alleged, count as unknown.
    """
    everybody = tuple(held)
    ordered = {**scales(everybody), **(given or {})}
    by_issue: dict[str, list[Stance]] = {}
    for stance in everybody:
        if stance.party in members:
            by_issue.setdefault(stance.issue, []).append(stance)
    return tuple(
        _on_issue(issue, stood, members, tuple(ordered.get(issue, ())), mandate)
        for issue, stood in sorted(by_issue.items())
    )


def _on_issue(
    issue: str, held: Sequence[Stance], members: Sequence[str], scale: tuple[str, ...], mandate: Sequence[str] | None
) -> OnIssue:
    known = {s.party: Stand(stance=s.stance, salience=s.salience) for s in held if s.stance is not None}
    options = dict.fromkeys(option for s in held if not s.alleged_by for option in s.stances)
    return OnIssue(
        issue=issue,
        harmony=harmony(members, known, scale=scale, options=tuple(options)),
        stances=tuple(held),
        unknown=tuple(m for m in members if m not in known),
        mandate=None if mandate is None else issue in mandate,
        scale=scale,
    )
