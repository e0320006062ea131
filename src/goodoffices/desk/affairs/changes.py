"""What changed between two looks at the record: the daily digest, on any axis of time."""

import datetime as dt

from msgspec import Struct

from goodoffices.desk.affairs.answers import answered
from goodoffices.desk.affairs.status import bound_by, leading, named, standings, subject
from goodoffices.desk.evidence import words
from goodoffices.exchange.changes_atom import Item
from goodoffices.record import Snapshot
from goodoffices.tracking import Status, what_changed
from goodoffices.vocabulary.claim import Matter


class Changed(Struct, frozen=True, kw_only=True):
    """A provision, term or answer to a text whose state is another: what it is, whom it binds or who answered (neutral
    order), its state before and after ("" where that look does not have it), since when, why, in its exact words, with
    the claims the reasons rest on.
    """

    matter: str
    what: str
    who: str
    before: str
    after: str
    since: dt.date | None
    why: tuple[str, ...]
    words: str
    claims: tuple[str, ...]


def changes(
    before: Snapshot, after: Snapshot, before_day: dt.date, after_day: dt.date, *, proposals: bool = False
) -> tuple[Changed, ...]:
    """What is another in `after`, looked at on `after_day`, than in `before` on `before_day`; in the order of the days
    since when it is so. The snapshots may differ in the day, in what was public, or in what the office knew.
    """
    matters: dict[str, Matter] = {}
    found: list[dict[str, Status]] = []
    for snapshot, day in ((before, before_day), (after, after_day)):
        owed, running = standings(snapshot, day, proposals=proposals)
        matters |= {matter.id: matter for matter, _ in (*owed, *running)}
        statuses = {matter.id: status for matter, status in (*owed, *running)}
        for answer in answered(snapshot, day, proposals=proposals):
            key = f"{answer.about.casefold()}, {answer.party}"  # the same whichever claim on it a look has first
            statuses[key] = answer.status
            matters[key] = snapshot.matter(answer.matter)
        found.append(statuses)
    parties = after.parties()
    lines = []
    for change in what_changed(*found):
        matter, shown = matters[change.matter], change.after or change.before
        reasons = shown.reasons if shown else ()
        lines.append(
            Changed(
                matter=matter.id,
                what=subject(matter, parties),
                who=named(bound_by(matter), parties),
                before=change.before.words(parties.name) if change.before else "",
                after=change.after.words(parties.name) if change.after else "",
                since=shown.since if shown else None,
                why=tuple(reason.words for reason in reasons),
                words=words(leading(matter).claim),
                claims=tuple(dict.fromkeys(claim for reason in reasons for claim in reason.claims)),
            )
        )
    return tuple(lines)


def items(changed: tuple[Changed, ...]) -> tuple[Item, ...]:
    """The changes as entries of a feed."""
    return tuple(
        Item(
            key=f"{one.matter}:{one.before}:{one.after}:{one.since}",
            title=f"{one.what}: {one.after or 'no longer in the record'}",
            text="\n".join(
                (
                    f"Before: {one.before or 'not in the record'}.",
                    *one.why,
                    *((f"“{one.words}”",) if one.words else ()),  # entered without a document
                )
            ),
            day=one.since,
        )
        for one in changed
    )
