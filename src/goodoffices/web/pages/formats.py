"""Formats: who should be in the room, by which rule; side by side on the day of the glass."""

from collections.abc import Iterable

from litestar import Response

from goodoffices.desk.parties.formats import Compared
from goodoffices.formats.representation import PRESENCES
from goodoffices.web import navigation
from goodoffices.web.routes import Framed, shows


@shows("/formats", who="reader")
def formats(frame: Framed) -> Response[str]:
    """The formats that come with the product, compared on what this record holds."""
    found = frame.case.formats(snapshot=frame.snapshot, proposals=frame.glass.proposals)
    name = frame.snapshot.parties().name

    def named(parties: Iterable[str]) -> str:
        return ", ".join(map(name, parties))

    return frame.page(
        "formats.html",
        navigation.FORMATS,
        found=found,
        named=named,
        power={one.format.id: _alike(one) for one in found.formats},
        lists=list(dict.fromkeys(listed for one in found.formats for listed in one.representation)),
        presences=PRESENCES,
    )


def _alike(one: Compared) -> list[tuple[tuple[str, ...], float | None, float, bool]]:
    """Members of like power: ids, Shapley-Shubik with abstention and without, whether they can stop everything."""
    free = {m.member: float(m.shapley_shubik) for m in one.ternary.members} if one.ternary else {}
    groups: dict[tuple[float | None, float, bool], list[str]] = {}
    for member in one.power.members:
        key = (free.get(member.member), float(member.shapley_shubik), member.member in one.power.vetoes)
        groups.setdefault(key, []).append(member.member)
    return [(tuple(members), *key) for key, members in groups.items()]


HANDLERS = [formats]
