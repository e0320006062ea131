"""Today: what wants attention."""

from litestar import Response
from litestar.response import Redirect

from goodoffices.web import navigation
from goodoffices.web.forms import Form, cookie, number, went
from goodoffices.web.frame import SEEN
from goodoffices.web.routes import Framed, shows, takes

SHOWN = 12  # rows of a section; the rest stand behind its number
LOOKED_BACK = 8  # entries of the log


@shows("/today", who="reader")
def today(frame: Framed) -> Response[str]:
    """What is new, due, passed, unsettled, contradicted, and waiting."""
    seen = number(frame.request.cookies.get(SEEN, ""))
    found = frame.case.today(frame.snapshot, seen=seen, proposals=frame.glass.proposals)
    still_open = [c for c in frame.case.contradictions(frame.snapshot) if c.is_open]
    return frame.page(
        "today.html",
        navigation.TODAY,
        found=found,
        shown=SHOWN,
        open_conflicts=still_open,
        seen=seen,
        last=frame.case.history(frame.snapshot, last=LOOKED_BACK),
        documents=frame.timeless.count_documents(),
    )


@takes("/today", who="reader")
def looked_at(frame: Framed, data: Form) -> Redirect:
    """Moves the marker of what was looked at."""
    answer = went(frame.url("/today"))
    answer.set_cookie(cookie(SEEN, str(number(data.get("seq", "")))))
    return answer


HANDLERS = [today, looked_at]
