"""The matrix of positions: the parties that hold most of them, the issues on which most are held."""

import datetime as dt
from collections import Counter

from goodoffices.desk.affairs.status import counted
from goodoffices.pictures import Picture
from goodoffices.pictures.positions import Held, positions
from goodoffices.record import Snapshot
from goodoffices.standing import stances
from goodoffices.tracking.days import spelled, when_in_words
from goodoffices.vocabulary.issue import Issue

PARTIES, ISSUES = 5, 14  # more would not be read on a page


def of_positions(snapshot: Snapshot, as_of: dt.date, *, proposals: bool = False) -> Picture | None:
    """Where each party stood on each issue on the day; None where no position is recorded."""
    held = stances(snapshot.claims(kind="position", states=counted(proposals)), as_of)
    if not held:
        return None
    names = snapshot.parties()
    by_party, by_issue = Counter(s.party for s in held), Counter(s.issue for s in held)
    told = Counter(s.party for s in held if s.stance)
    last = {party: max(s.from_day for s in held if s.party == party) for party in by_party}
    chosen = sorted(by_party, key=lambda p: (-told[p], as_of - last[p], p))[:PARTIES]
    parties = sorted(chosen, key=lambda p: (names.name(p).casefold(), p))
    issues = sorted(sorted(by_issue, key=lambda i: (-by_issue[i], i))[:ISSUES], key=lambda i: (issue_named(i), i))
    places = {
        (s.issue, s.party): Held(
            stances=s.stances,
            since=when_in_words(s.since) if s.since else "",
            ref=f"k-{s.claims[0][0]}",
            alleged_by=", ".join(map(names.name, s.alleged_by)),
        )
        for s in held
    }
    cells = [[places.get((issue, party)) for party in parties] for issue in issues]
    agreed = sum(
        len(said) > 1 and len({one.stances for one in said}) == 1 and len(said[0].stances) == 1
        for said in ([one for one in row if one and not one.alleged_by] for row in cells)
    )
    shown, room = (
        sum(one is not None and not one.alleged_by for row in cells for one in row),
        len(parties) * len(issues),
    )
    left = len(by_party) * len(by_issue) > room
    finding = (
        f"On {spelled(as_of)} a position is found in {shown} of {room} places; on {agreed} of {len(issues)} issues all "
        "whose position is found hold the same."
    )
    note = "What was not found may still be held. " + (
        f"Shown are {len(parties)} of {len(by_party)} parties and {len(issues)} of {len(by_issue)} issues, those with "
        "most positions."
        if left
        else ""
    )
    labels = [issue_named(i) for i in issues]
    return positions("Who stands where", finding, note.strip(), labels, [names.name(p) for p in parties], cells)


def issue_named(issue: str) -> str:
    """An issue by its id, in words."""
    return Issue(id=issue).label()
