"""Settings: the language of the pages, who acts, and what the case is made of."""

from litestar import Response
from litestar.response import Redirect

from goodoffices import __version__
from goodoffices.errors import BadArgument
from goodoffices.record import Verification
from goodoffices.web import navigation
from goodoffices.web.forms import Form, cookie, field, went
from goodoffices.web.frame import LANGUAGE, Frame
from goodoffices.web.routes import Framed, shows, takes
from goodoffices.web.words import LANGUAGES

KNOWN = ("language", "name", "verify")
"""The settings there are; each is told in docs/workbench.md."""


@shows("/settings", who="reader")
def settings(frame: Framed) -> Response[str]:
    """What can be set, and what is so."""
    return _settings(frame, None)


@takes("/settings", who="head")
def change(frame: Framed, data: Form) -> Response[str] | Redirect:
    """Sets one thing."""
    setting = field(data, "setting")
    if setting == "verify":
        if not frame.bench.viewer.everything:
            remedy = "Run `goodoffices verify`, or start the workbench without --cleared."
            raise BadArgument("a record is proved by who may see all of it", frame.bench.viewer.name, remedy)
        return _settings(frame, frame.case.verify())
    answer = went(frame.url("/settings"))
    if setting == "language":
        chosen = field(data, "language")
        if chosen not in LANGUAGES:
            raise BadArgument("the pages speak one of their languages", chosen, f"Known: {', '.join(LANGUAGES)}.")
        answer.set_cookie(cookie(LANGUAGE, chosen))
    elif setting == "name":
        name = field(data, "name").strip()
        if not name.isprintable() or len(name) > 80:
            raise BadArgument("a name has at most 80 printable characters", name, "Give a shorter one.")
        frame.bench.by = name
    else:
        raise BadArgument("a setting is one of the workbench's", setting, f"Known: {', '.join(KNOWN)}.")
    return answer


def _settings(frame: Frame, proved: Verification | None) -> Response[str]:
    view = frame.at()
    return frame.page(
        "settings.html",
        navigation.SETTINGS,
        proved=proved,
        made=__version__,
        seq=view.seq,
        documents=view.count_documents(),
        claims=view.count(),
    )


HANDLERS = [settings, change]
