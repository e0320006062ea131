"""Review: what the reader proposes, judged one by one."""

from typing import Any

from litestar import Response
from litestar.response import Redirect

from goodoffices.desk.affairs.rows import rows, source
from goodoffices.web import navigation
from goodoffices.web.forms import Form, field, went
from goodoffices.web.routes import Framed, Given, shows, takes

AT_ONCE = 40  # proposals on a page; about 90 kB


@shows("/review", who="analyst")
def review(frame: Framed, document: Given = "", kind: Given = "", after: Given = "") -> Response[str]:
    """The proposals of one document, in the order of its words; the next with any, if none is named."""
    view = frame.timeless
    kinds = kind or None
    chosen = document if document and view.count(kinds, {"proposed"}, document) else ""
    chosen = chosen or view.next_waiting(kinds, after or document) or ""
    found = view.claims(kinds, {"proposed"}, chosen) if chosen else []
    found.sort(key=lambda r: (r.claim.quotes[0].start if r.claim.quotes else 0, r.claim.id))
    return frame.page(
        "review.html",
        navigation.REVIEW,
        proposals=rows(view, found[:AT_ONCE]),
        here=len(found),
        waiting=view.count(states={"proposed"}),
        kinds=view.counts({"proposed"}),
        kind=kind,
        source=source(view.document(chosen)) if chosen else None,
        unread=view.count_unread(),
        documents=view.count_documents(),
    )


@takes("/review", who="analyst")
def judge(frame: Framed, data: Form) -> Response[Any] | Redirect:
    """Enters one verdict: accept, reject or undo. To the script it answers in JSON, to a form with the next page."""
    claim, verdict = field(data, "claim"), field(data, "verdict")
    frame.at().claim(claim)  # nobody judges what they may not see
    chosen = {verdict: (claim,)} if verdict in ("accept", "reject", "undo") else {}
    done = frame.case.review(**chosen, by=frame.bench.by)
    for _, error in done.refused:
        raise error
    if "application/json" in frame.request.headers.get("accept", ""):
        view = frame.at()
        told = {"claim": claim, "state": view.claim(claim).state, "waiting": view.count(states={"proposed"})}
        return Response({**told, "seq": view.seq})
    back = data.get("back", "")
    if back.startswith("/") and not back.startswith("//"):
        return went(back)
    kept = {name: data.get(name, "") for name in ("document", "kind")}
    return went(frame.url("/review", **kept))


HANDLERS = [review, judge]
