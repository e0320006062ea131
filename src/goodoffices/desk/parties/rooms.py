"""From formats compared to pictures of them: who is in the room, and what the rule gives each member."""

from goodoffices import pictures as drawn
from goodoffices.desk.parties.formats import Compared, Comparison
from goodoffices.pictures import Picture
from goodoffices.vocabulary.party import Parties

ALIKE = 6
"""Members alike that are named one by one; more of them are counted."""


def of_formats(found: Comparison, parties: Parties) -> list[Picture]:
    """Representation, and power with and without abstention; cells lead to the place of the format on the page."""
    note = f"Seats, rules and stakeholders as the file of formats has them ({found.author}, {found.dated})."
    return [_presence(found, note), _power(found, parties, note)]


def alike(one: Compared) -> list[tuple[tuple[str, ...], float | None, float, bool]]:
    """Members of like power: ids, Shapley-Shubik with abstention and without, whether they can stop everything."""
    free = {m.member: float(m.shapley_shubik) for m in one.ternary.members} if one.ternary else {}
    groups: dict[tuple[float | None, float, bool], list[str]] = {}
    for member in one.power.members:
        key = (free.get(member.member), float(member.shapley_shubik), member.member in one.power.vetoes)
        groups.setdefault(key, []).append(member.member)
    return [(tuple(members), *key) for key, members in groups.items()]


def _presence(found: Comparison, note: str) -> Picture:
    lists = list(dict.fromkeys(listed for one in found.formats for listed in one.representation))
    rooms = []
    for one in found.formats:
        counts = []
        for listed in lists:
            held: list[str] = [s.presence for s in one.representation[listed].stakeholders]
            counts.append({presence: held.count(presence) for presence in dict.fromkeys(held)})
        rooms.append(drawn.Room(name=one.format.name, counts=tuple(counts), to=f"#present-{one.format.id}"))
    absent = [one.format.name for one in found.formats if "parties" in lists and not _sitting(one)]
    finding = (
        f"No party to the conflict sits in {len(absent)} of {len(found.formats)} formats; one mark is one stakeholder."
        if "parties" in lists
        else "One mark is one stakeholder."
    )
    return drawn.presence("Who is in the room", finding, note, lists, rooms, to="#present")


def _sitting(one: Compared) -> int:
    return sum(s.presence == "sits" for s in one.representation["parties"].stakeholders)


def _power(found: Comparison, parties: Parties, note: str) -> Picture:
    of = [
        drawn.Powers(
            format=one.format.name,
            who=", ".join(map(parties.name, members)) if len(members) <= ALIKE else f"{len(members)} members alike",
            binary=plain,
            ternary=free,
            to=f"#{one.format.id}",
        )
        for one in found.formats
        for members, free, plain, _ in alike(one)
    ]
    finding = "Where members may abstain without stopping a text, those with a veto weigh less and the others more."
    told = any(one.ternary is not None and abs(one.ternary - one.binary) > 1e-9 for one in of)
    return drawn.power(
        "Power of each member (Shapley-Shubik)", finding if told else "With and without abstention.", note, of
    )
