"""What to ask and settle next: each step follows by rule from a status or a conflict and names its claims."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from goodoffices.desk.affairs.status import Standing, leading, subject
from goodoffices.desk.evidence import words
from goodoffices.standing import Stance
from goodoffices.standing.positions import Move
from goodoffices.tracking import Status
from goodoffices.tracking.days import spelled
from goodoffices.tracking.states import listed
from goodoffices.vocabulary.claim import Claim, Matter
from goodoffices.vocabulary.conflict import Conflict
from goodoffices.vocabulary.kinds import Provision, Term
from goodoffices.vocabulary.party import Parties

SOON = dt.timedelta(days=60)
LATELY = dt.timedelta(days=365)


class Step(NamedTuple):
    """One thing to do, in a sentence, with the claims it rests on."""

    words: str
    claims: tuple[Claim, ...]


def next_steps(
    owed: Sequence[Standing],
    running: Sequence[Standing],
    conflicts: Sequence[Conflict],
    as_of: dt.date,
    parties: Parties,
) -> Iterator[Step]:
    """Steps in the order of the statuses given: what is due, what passed, what is unclear, what ends soon, what is at
    odds. Nothing is asked about what was kept, or has ended.
    """
    for matter, found in owed:
        if asked := _asked(matter, found, parties):
            yield Step(asked, (leading(matter).claim,))
    for matter, found in running:
        if ending := _ending(matter, found, as_of, parties):
            yield Step(ending, (leading(matter).claim,))
    for conflict in conflicts:
        if conflict.is_open:
            about = words(conflict.claims[0].claim)
            said = "whether it was so" if conflict.attribute == "polarity" else f"the {conflict.attribute}"
            yield Step(f"Rule on {said} of “{about}”: sources differ.", tuple(r.claim for r in conflict.claims))


def asked_of_positions(
    held: Sequence[Stance], moved: Sequence[Move], as_of: dt.date, parties: Parties
) -> Iterator[tuple[str, str]]:
    """What positions leave to ask, each sentence with the id of a claim behind it: why a party moved lately, where it
    stands when its sources differ, whether it stands where only another puts it.
    """
    for move in moved:
        if as_of - move.after.from_day <= LATELY:
            what = f"{move.after.issue.replace('_', ' ')} from {move.before.words()} to {move.after.words()}"
            yield f"Ask {parties.name(move.after.party)} what moved it on {what}.", move.after.claims[0][0]
    for stance in held:
        name, issue = parties.name(stance.party), stance.issue.replace("_", " ")
        said = " / ".join(f"“{one}”" for one in stance.stances)
        if stance.alleged_by:
            by = listed(list(map(parties.name, stance.alleged_by)))
            yield f"Ask {name} where it stands on {issue}: only {by} puts it at {said}.", stance.claims[0][0]
        elif len(stance.stances) > 1:
            yield f"Ask {name} where it stands on {issue}: sources differ, {said}.", stance.claims[0][0]


def _asked(matter: Matter, found: Status, parties: Parties) -> str:
    content = leading(matter).claim.content
    assert isinstance(content, Provision)
    what = subject(matter, parties)
    whom = listed(sorted(map(parties.name, content.addressees), key=str.casefold)) or "whoever is addressed"
    last = content.deadline.latest if content.deadline else None

    def day(words: str) -> str:
        """The deadline in a sentence; what recurs has none of its own, and its status names the day."""
        return f"{words} {spelled(last)}." if last else found.reasons[0].words

    sentences = {
        "overdue": f"Ask {whom} what became of: {what}. {day('It was owed by')}",
        "target date passed": f"Ask {whom} what became of: {what}. {day('The date set was')}",
        "due": f"Ask {whom} how far this is: {what}. {day('It is due by')}",
        "open question": f"Settle from when “{content.deadline.basis if content.deadline else ''}” counts: {what}.",
        "disputed": f"Settle what is disputed: {what}.",
        "alleged broken": f"Ask the judge named, or rule with a reason: {what} is alleged to be broken.",
        "suspended": f"Ask {whom} on what terms this would resume: {what}.",
    }
    return sentences.get(found.state, "")


def _ending(matter: Matter, found: Status, as_of: dt.date, parties: Parties) -> str:
    content = leading(matter).claim.content
    assert isinstance(content, Term)
    ends = content.until.latest if content.until else None
    if found.state == "in force" and ends and ends - as_of <= SOON:
        return f"Decide on what follows {subject(matter, parties)}, which ends on {spelled(ends)}."
    if found.state == "unknown":
        return f"Find the instrument that covers {spelled(as_of)} for {subject(matter, parties)}."
    return ""
