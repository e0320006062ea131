"""Formats: who should be in the room, by which rule; side by side on the day of the glass."""

from collections.abc import Iterable

from litestar import Response

from goodoffices.desk.parties.rooms import alike, of_formats
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
        power={one.format.id: alike(one) for one in found.formats},
        lists=list(dict.fromkeys(listed for one in found.formats for listed in one.representation)),
        presences=PRESENCES,
        figures=frame.figures(*of_formats(found, frame.snapshot.parties())),
    )


HANDLERS = [formats]
