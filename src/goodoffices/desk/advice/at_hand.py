"""What the office has at hand: agreed language on what is in play, its own choices, and what became known late; three
sections of a brief.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby

from goodoffices.briefs import Item, Notes, Section
from goodoffices.desk.advice.phrases import listed
from goodoffices.desk.advice.window import Window
from goodoffices.desk.affairs.ledger import Entry
from goodoffices.desk.bargains.choices import choices
from goodoffices.desk.evidence import words
from goodoffices.record import Snapshot
from goodoffices.tracking.days import spelled
from goodoffices.vocabulary.claim import Claim, Reviewed
from goodoffices.vocabulary.kinds import DUTIES, Provision
from goodoffices.vocabulary.party import Parties

EACH = 3
"""Agreed words told on an issue, the latest."""
LATE = dt.timedelta(days=7)
"""What became known a week or more after it was so is told as late."""


def is_agreed(reviewed: Reviewed) -> bool:
    """Whether a claim is language that was undertaken, agreed or imposed, and holds without an if."""
    claim = reviewed.claim
    affirmed = claim.attribution.polarity == "affirmed" and claim.attribution.condition is None
    return isinstance(claim.content, Provision) and claim.content.force in DUTIES and affirmed


def agreed(
    provisions: Iterable[Reviewed], issues: Collection[str], notes: Notes, parties: Parties, empty: str, most: int
) -> Section:
    """The agreed words on `issues` (ids), issue by issue, of each the latest. provisions: the latest first."""
    held: dict[str, list[Reviewed]] = {issue: [] for issue in sorted(issues)}
    for reviewed in provisions:
        for issue in (i for i in reviewed.claim.issues if i in held and is_agreed(reviewed)):
            held[issue].append(reviewed)
    items, told = [], set[str]()
    for issue, found in held.items():
        new = [r for r in found if r.claim.id not in told][:EACH]
        told |= {r.claim.id for r in new}
        items += [_language(issue, r, notes, parties) for r in new]
    lead = "Words once agreed or imposed on what is in play, to be taken up or departed from knowingly."
    return Section(
        id="agreed",
        title="Agreed language at hand",
        lead=lead if items else "",
        items=tuple(items[:most]),
        empty=empty,
    )


def _language(issue: str, reviewed: Reviewed, notes: Notes, parties: Parties) -> Item:
    claim = reviewed.claim
    content = claim.content
    assert isinstance(content, Provision)
    return Item(
        words=f"{issue.replace('_', ' ').capitalize()}: “{words(claim)}”",
        state=content.force,
        when=str(claim.valid) if claim.valid else "",
        parties=tuple(sorted({parties.name(p) for p in content.addressees}, key=str.casefold)),
        notes=notes.cite([claim]),
        proposed=not reviewed.stands,
        id=f"k-{claim.id}",
    )


def chosen(snapshot: Snapshot, as_of: dt.date) -> Section | None:
    """Choices made by the day; they are the office's own, and nothing that was public."""
    made = [] if snapshot.published_by else [c for c in choices(snapshot) if c.at.date() <= as_of]
    items = tuple(
        Item(
            words=f"{c.choice.chosen}: {c.choice.scenario}",
            when=spelled(c.at.date()),
            detail=(
                f"{c.by}: {c.choice.reason}",
                f"Compared with {listed([one.name for one in c.choice.among if one.name != c.choice.chosen])}.",
                c.choice.assumption,
            ),
            id=f"choice-{c.seq}",
        )
        for c in made
    )
    return Section(id="chosen", title="What was chosen, and why", items=items) if items else None


def learnt(
    lines: Sequence[Entry], within: Window, claim: Callable[[str], Claim], notes: Notes, most: int
) -> Section | None:
    """What stood otherwise for a week or more than anybody could know: from the lines of a ledger, the last first.

    within: the days on which it became known; claim: finds one by its id. None where there is nothing of the kind.
    """
    found = []
    for _, several in groupby(lines, key=lambda line: line.matter):
        before: Entry | None = None
        for line in several:
            new = before is not None and before.standing != line.standing
            if new and before and line.since and line.first - line.since >= LATE and within.holds(line.first):
                found.append((line, before))
            before = line
    latest = sorted(found, key=lambda pair: pair[0].first, reverse=True)[:most]
    items = tuple(_late(line, before, claim, notes) for line, before in latest)
    lead = "By what was public then these stood otherwise than they did: what was said in between may rest on it."
    return Section(id="learnt", title="What became known late", lead=lead, items=items) if items else None


def _late(line: Entry, before: Entry, claim: Callable[[str], Claim], notes: Notes) -> Item:
    assert line.since
    return Item(
        words=line.what[:1].upper() + line.what[1:],
        state=line.state,
        mark=line.standing,
        when=f"since {spelled(line.since)}, known from {spelled(line.first)}",
        parties=tuple(filter(None, (line.who,))),
        notes=notes.cite(map(claim, line.claims)),
        detail=(f"Until then it stood by what was public: {before.state}.",),
    )
