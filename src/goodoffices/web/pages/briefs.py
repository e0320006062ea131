"""Briefs: a dated, cited page of advice, composed from what the glass shows."""

from litestar import MediaType, Response

from goodoffices.briefs import html
from goodoffices.web import navigation
from goodoffices.web.routes import Framed, Given, shows


@shows("/briefs", who="reader")
def briefs(frame: Framed) -> Response[str]:
    """The form."""
    view = frame.snapshot
    return frame.page(
        "briefs.html", navigation.BRIEFS, documents=view.count_documents(), waiting=view.count(states={"proposed"})
    )


@shows("/brief", who="reader")
def brief(frame: Framed, heading: Given = "", save: Given = "") -> Response[str]:
    """The brief itself: a page of its own that needs nothing from here and brings its own policy of content."""
    made = frame.case.brief(frame.snapshot, title=heading, by=frame.bench.by, proposals=frame.glass.proposals)
    headers = {"content-security-policy": "frame-ancestors 'none'"}
    if save:
        headers["content-disposition"] = f'attachment; filename="brief-{frame.glass.as_of}.html"'
    return Response(html(made), media_type=MediaType.HTML, headers=headers)


HANDLERS = [briefs, brief]
