"""The meeting pack: you meet X at ten."""

from litestar import Response

from goodoffices.desk.advice.on_paper import TOLD
from goodoffices.web import navigation
from goodoffices.web.routes import Framed, Given, shows
from goodoffices.web.saving import on_paper


@shows("/meeting", who="reader")
def meeting(frame: Framed, party: Given = "") -> Response[str]:
    """Whom to meet; and for one party what it said last, owes, is owed, holds, ties, and what to ask."""
    proposals = frame.glass.proposals
    found = frame.case.meeting(party, frame.snapshot, proposals=proposals) if party else None
    return frame.page(
        "meeting.html",
        navigation.MEETING,
        title=frame.words("Meeting pack") + (f": {found.name}" if found else ""),
        found=found,
        party=party,
        told=TOLD,
        party_name=frame.snapshot.parties().name,
        present=frame.case.parties_at_hand(frame.snapshot, proposals=proposals),
    )


@shows("/pack", who="reader")
def pack(frame: Framed, party: Given = "", form: Given = "html") -> Response[bytes]:
    """The pack on paper: a file to be saved."""
    made = frame.case.pack(party, frame.snapshot, by=frame.bench.by, proposals=frame.glass.proposals)
    return on_paper(made, form, f"pack-{party}")


HANDLERS = [meeting, pack]
