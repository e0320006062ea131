"""Packages: what could they all accept, from the teaching scenario or from one that is pasted."""

from litestar import Response

from goodoffices.bargaining import teaching_scenario
from goodoffices.desk.bargains.packages import Answer
from goodoffices.desk.bargains.scenario_files import teaching_file
from goodoffices.desk.bargains.workup import Workup, work_up, written_scenario
from goodoffices.errors import GoodOfficesError
from goodoffices.pictures import PAGE, figure
from goodoffices.web import navigation
from goodoffices.web.forms import Form
from goodoffices.web.frame import Frame
from goodoffices.web.mistakes import code_of
from goodoffices.web.routes import Framed, shows, takes

COMPARED = 4  # packages side by side
_TAUGHT: list[Workup] = []  # the teaching scenario, worked up once: it never changes


@shows("/packages", who="reader")
def packages(frame: Framed) -> Response[str]:
    """The teaching scenario; `pin` names the packages that are compared."""
    if not _TAUGHT:
        _TAUGHT.append(work_up(teaching_scenario()))
    return _page(frame, _TAUGHT[0], teaching_file(), None, pins=frame.request.query_params.getall("pin", []))


@takes("/packages", who="reader")
def pasted(frame: Framed, data: Form) -> Response[str]:
    """A scenario as it was typed; it is kept nowhere. What is wrong with it is said beside it."""
    written = data.get("scenario", "")
    try:
        return _page(frame, work_up(written_scenario(written)), written, None)
    except GoodOfficesError as error:
        return _page(frame, None, written, error)


def _page(
    frame: Frame, found: Workup | None, written: str, error: GoodOfficesError | None, pins: list[str] | None = None
) -> Response[str]:
    answers = _answers(found)
    pinned = [name for name in pins or [] if name in answers][:COMPARED] or list(answers)[:COMPARED]
    return frame.page(
        "packages.html",
        navigation.PACKAGES,
        status=code_of(error) if error else 200,
        found=found,
        answers=answers,
        pinned=pinned,
        typed=pins is None,
        figures=[figure(one, PAGE, f"picture{n}-") for n, one in enumerate(found.pictures)] if found else [],
        written=written,
        error=error,
    )


def _answers(found: Workup | None) -> dict[str, Answer]:
    """The packages that can be compared, by what they are called."""
    if found is None:
        return {}
    best = {f"Best {one.name}": one for one in found.answer.best}
    return {one.name: one for one in found.answer.solutions} | best


HANDLERS = [packages, pasted]
