"""Claims: the rows behind every number, one claim with its history, one matter with where it stands."""

from typing import get_args

from litestar import Response

from goodoffices.desk.affairs.rows import rows
from goodoffices.vocabulary.claim import ReviewState
from goodoffices.vocabulary.kinds import KINDS
from goodoffices.web import navigation
from goodoffices.web.forms import number
from goodoffices.web.frame import ROWS
from goodoffices.web.routes import Framed, Given, shows

STATES: tuple[ReviewState, ...] = get_args(ReviewState)


@shows("/claims", who="reader")
def claims(frame: Framed, kind: Given = "", document: Given = "", offset: Given = "") -> Response[str]:
    """Claims of a kind, in a state, of a document; in the order in which they came."""
    state = frame.request.query_params.get("state", "")
    states = frozenset(s for s in STATES if s == state) or None
    kinds = kind if kind in KINDS else None
    first, view = number(offset), frame.snapshot
    found = view.claims(kinds, states, document or None, limit=ROWS, offset=first)
    return frame.page(
        "claims.html",
        navigation.CLAIMS,
        rows=rows(view, found),
        total=view.count(kinds, states, document or None),
        kinds={name: KINDS[name].plural for name in KINDS},
        states=STATES,
        kind=kind,
        state=state,
        document=document,
        offset=first,
    )


@shows("/claim", who="reader")
def claim(frame: Framed, id: Given = "") -> Response[str]:
    """One claim: its exact words, what it says, whose word it is, who judged it, and its matter."""
    view = frame.timeless
    reviewed = view.claim(id)
    (row,) = rows(view, [reviewed])
    held = () if row.state == "rejected" else rows(view, view.matter(row.matter).claims)
    return frame.page(
        "claim.html",
        navigation.CLAIMS,
        title=row.label,
        row=row,
        claim=reviewed.claim,
        history=frame.case.history(view, id),
        others=[c for c in held if c.claim != id],
    )


@shows("/matter", who="reader")
def matter(frame: Framed, id: Given = "") -> Response[str]:
    """One matter: where it stands and why, what each source says of it."""
    found = frame.case.dossier(id, frame.snapshot)
    return frame.page("matter.html", navigation.CLAIMS, title=found.about, found=found)


HANDLERS = [claims, claim, matter]
