"""The log: who did what."""

from litestar import Response

from goodoffices.web import navigation
from goodoffices.web.forms import number
from goodoffices.web.frame import ROWS
from goodoffices.web.routes import Framed, Given, shows


@shows("/log", who="reader")
def log(frame: Framed, subject: Given = "", before: Given = "") -> Response[str]:
    """The entries, the last first; on one subject, if it is named."""
    last = number(before) - 1 if number(before) else None
    view = frame.at(as_known=min(last, frame.snapshot.seq)) if last else frame.snapshot
    entries = frame.case.history(view, subject or None, last=ROWS)
    return frame.page("log.html", navigation.LOG, entries=entries, subject=subject, seq=frame.snapshot.seq)


HANDLERS = [log]
