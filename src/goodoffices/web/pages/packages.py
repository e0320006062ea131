"""Packages: what could they all accept, from the teaching scenario or from one that is pasted."""

from litestar import Response
from litestar.response import Redirect

from goodoffices.bargaining import teaching_scenario
from goodoffices.desk.bargains.comparison import MOST, named, swings
from goodoffices.desk.bargains.scenario_files import teaching_file
from goodoffices.desk.bargains.workup import Workup, work_up, written_scenario
from goodoffices.errors import GoodOfficesError
from goodoffices.pictures import PAGE, figure
from goodoffices.record.actions import PackageChosen
from goodoffices.web import navigation
from goodoffices.web.forms import Form, went
from goodoffices.web.frame import Frame
from goodoffices.web.mistakes import code_of
from goodoffices.web.routes import Framed, shows, takes

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


@takes("/choice", who="editor")
def choose(frame: Framed, data: Form) -> Response[str] | Redirect:
    """Keeps a choice with its reason, or takes the last one back; what is amiss comes back with the form as it was."""
    written, pins = data.get("scenario", "") or teaching_file(), data.get("among", "").split("\n")
    try:
        if data.get("undo"):
            frame.case.undo(PackageChosen.name, by=frame.bench.by)
        else:
            frame.case.choose(
                written, [p.strip() for p in pins], data.get("chosen", ""), data.get("reason", ""), by=frame.bench.by
            )
    except GoodOfficesError as error:
        found = work_up(written_scenario(written))
        return _page(frame, found, written, error, pins=[p.strip() for p in pins], given=data)
    return went(frame.url("/packages") + "#choices")


def _page(
    frame: Frame,
    found: Workup | None,
    written: str,
    error: GoodOfficesError | None,
    pins: list[str] | None = None,
    given: Form | None = None,
) -> Response[str]:
    answers = named(found.answer) if found else {}
    pinned = [name for name in pins or [] if name in answers][:MOST] or list(answers)[:MOST]
    scenario = written_scenario(written) if found else None
    first = answers[pinned[0]].package if pinned else {}
    return frame.page(
        "packages.html",
        navigation.PACKAGES,
        status=code_of(error) if error else 200,
        found=found,
        answers=answers,
        pinned=pinned,
        swings={name: swings(scenario, first, answers[name].package) for name in pinned[1:]} if scenario else {},
        typed=pins is None,
        figures=[figure(one, PAGE, f"picture{n}-") for n, one in enumerate(found.pictures)] if found else [],
        written=written,
        teaching=written == teaching_file(),
        choices=frame.case.choices(frame.timeless),
        given=given or {},
        error=error,
    )


HANDLERS = [packages, pasted, choose]
