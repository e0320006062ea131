"""Division, stability, forecast: the teaching examples, or what is pasted, which is kept nowhere.

What is pasted is worked out in a process of its own, which ends when it takes too long.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
from litestar import Response
from litestar.response import Redirect
from msgspec import Struct

from goodoffices.bargaining.forecast import CHOICES, Options
from goodoffices.desk.bargains.forecast import judged
from goodoffices.desk.bargains.foretold import Foretold
from goodoffices.desk.bargains.outcomes import WORDS, number_in_words, of_record, share_in_words
from goodoffices.desk.bargains.pasted import (
    DRAWS,
    Shown,
    conflict_in,
    division_in,
    promise_in,
    question_in,
    record_in,
)
from goodoffices.desk.bargains.scenario_files import teaching_file
from goodoffices.desk.bargains.teaching import FISHERY, HARBOUR, RECORD, WEIR, taught
from goodoffices.desk.bargains.workup import SECONDS
from goodoffices.errors import BadArgument, GoodOfficesError, NotFound
from goodoffices.pictures import PAGE, figure
from goodoffices.scale import within
from goodoffices.web import navigation
from goodoffices.web.forms import Form, went
from goodoffices.web.frame import Frame
from goodoffices.web.glass import day_in
from goodoffices.web.mistakes import code_of
from goodoffices.web.routes import Framed, Given, shows, takes

REMEDY = "Ask on the command line, which has no such limit: goodoffices divide, stability, forecast."


class Part(Struct, frozen=True):
    """One part of a page: what was written, its answer with pictures, or what is wrong with it; kept: the forecasts it
    is of, where these are the case's.
    """

    written: str
    found: Any = None
    figures: tuple[str, ...] = ()
    error: GoodOfficesError | None = None
    kept: tuple[Foretold, ...] = ()


@shows("/division", who="reader")
def division(frame: Framed) -> Response[str]:
    """The division that comes with the product."""
    return _division(frame, _taught(division_in, HARBOUR))


@takes("/division", who="reader")
def divided(frame: Framed, data: Form) -> Response[str]:
    """A table of points as it was typed."""
    return _division(frame, _pasted(data.get("typed", ""), division_in))


def _division(frame: Frame, part: Part) -> Response[str]:
    return _page(frame, "division.html", navigation.DIVISION, part, share=share_in_words, number=number_in_words)


@shows("/stability", who="reader")
def stability(frame: Framed, at: Given = "", single: Given = "", package: Given = "") -> Response[str]:
    """The conflict that comes with the product; with a package of the teaching scenario, whether it would be kept."""
    asked = {"at": at, "single": single, "package": package}
    written = teaching_file() if package else taught(WEIR)
    plain = not (at or single or package)
    return _stability(frame, _taught(conflict_in, WEIR) if plain else _asked(written, asked), asked)


@takes("/stability", who="reader")
def stood(frame: Framed, data: Form) -> Response[str]:
    """A conflict, or a scenario with a package, as it was typed."""
    return _stability(frame, _asked(data.get("typed", ""), data), data)


def _asked(written: str, asked: dict[str, str]) -> Part:
    package = asked.get("package", "").strip()
    if package:
        carried = _listed(asked.get("carries", ""))
        return _pasted(written, promise_in, package, carried, bool(asked.get("reversible")))
    return _pasted(written, conflict_in, _listed(asked.get("at", "")), bool(asked.get("single")))


def _stability(frame: Frame, part: Part, asked: dict[str, str]) -> Response[str]:
    promised = getattr(part.found, "held", None) is not None
    held = part.found.held if promised else part.found
    return _page(
        frame,
        "stability.html",
        navigation.STABILITY,
        part,
        held=held,
        kept=part.found if promised else None,
        asked=asked,
        concepts=WORDS,
        names=dict(held.parties) if held else {},
    )


@shows("/forecast", who="reader")
def forecast(frame: Framed) -> Response[str]:
    """The question that comes with the product, and what the case forecast."""
    return _forecast(frame, _taught(question_in, FISHERY), _kept(frame))


@takes("/forecast", who="reader")
def foreseen(frame: Framed, data: Form) -> Response[str]:
    """A question as it was typed, under the readings of the challenge model that were chosen."""
    readings = {name: data[name] for name in CHOICES if data.get(name)}
    options = Options(**readings)  # type: ignore[arg-type]  # those of CHOICES are words
    part = _pasted(data.get("typed", ""), question_in, DRAWS, options)
    return _forecast(frame, part, _kept(frame), readings)


@takes("/forecast/record", who="reader")
def scored(frame: Framed, data: Form) -> Response[str]:
    """A record of forecasts as it was typed."""
    return _forecast(frame, _taught(question_in, FISHERY), _pasted(data.get("record", ""), record_in))


@takes("/forecast/made", who="analyst")
def made(frame: Framed, data: Form) -> Response[str] | Redirect:
    """Keeps a forecast of the office."""

    def keep() -> None:
        due = day_in("due", data.get("due", ""))
        what, probability = data.get("what", ""), data.get("probability", "")
        frame.case.foretell(what, probability, due=due, basis=data.get("basis", ""), by=frame.bench.by)

    return _told(frame, data, keep)


@takes("/forecast/outcome", who="editor")
def settled(frame: Framed, data: Form) -> Response[str] | Redirect:
    """Keeps what came of a forecast, or takes back what was said of it or the forecast itself."""
    asked = data.get("forecast", "")

    def keep() -> None:
        if asked not in {one.id for one in _foretold(frame)}:
            raise NotFound("a forecast is one of the case", asked, "Choose one of the list.")
        if data.get("undo"):
            frame.case.withdraw(asked, by=frame.bench.by)
            return
        evidence = _listed(data.get("evidence", ""))
        for claim in evidence:
            frame.timeless.claim(claim)  # whoever may not see it may not name it either
        if data.get("came") not in ("yes", "no"):
            raise BadArgument("an outcome is yes or no", data.get("came"), "Say whether it came.")
        frame.case.settle(asked, data["came"] == "yes", data.get("reason", ""), evidence, by=frame.bench.by)

    return _told(frame, data, keep)


def _told(frame: Frame, data: Form, keep: Callable[[], None]) -> Response[str] | Redirect:
    try:
        keep()
    except GoodOfficesError as error:
        return _forecast(frame, _taught(question_in, FISHERY), _kept(frame), given=data, error=error)
    return went(frame.url("/forecast") + "#scores")


def _foretold(frame: Frame) -> tuple[Foretold, ...]:
    return frame.case.foretold(frame.snapshot, proposals=frame.glass.proposals)


def _kept(frame: Frame) -> Part:
    """The forecasts of the case; the record for teaching where it has none."""
    held = _foretold(frame)
    if not held:
        return _taught(record_in, RECORD)
    written = frame.case.forecasts(frame.snapshot, proposals=frame.glass.proposals)
    found = judged([one.forecast for one in held])
    return msgspec.structs.replace(_part(written, lambda: Shown(found, tuple(of_record(found)))), kept=held)


def _forecast(
    frame: Frame,
    part: Part,
    record: Part,
    readings: dict[str, str] | None = None,
    given: Form | None = None,
    error: GoodOfficesError | None = None,
) -> Response[str]:
    return _page(
        frame,
        "forecast.html",
        navigation.FORECAST,
        part,
        record=record,
        choices=CHOICES,
        readings=readings or {},
        given=given or {},
        error=error or part.error or record.error,
    )


def _page(frame: Frame, template: str, page: navigation.Page, part: Part, **values: Any) -> Response[str]:
    error = values.pop("error", part.error)
    status = code_of(error) if error else 200
    return frame.page(template, page, status=status, part=part, found=part.found, error=error, **values)


def _listed(written: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in written.split(",") if one.strip())


@cache
def _taught(work: Callable[..., Any], name: str) -> Part:
    """An example, worked out once: it never changes."""
    written = taught(name)
    return _part(written, lambda: work(written))


def _pasted(written: str, work: Callable[..., Any], *given: Any) -> Part:
    return _part(written, lambda: within(SECONDS, REMEDY, work, written, *given))


def _part(written: str, answer: Callable[[], Any]) -> Part:
    try:
        shown = answer()
    except GoodOfficesError as error:
        return Part(written, error=error)
    figures = tuple(
        figure(one, PAGE, f"picture-{type(shown.answer).__name__}{n}-", _here) for n, one in enumerate(shown.pictures)
    )
    return Part(written, shown.answer, figures)


def _here(place: str) -> str:
    """Where the numbers of these pictures lead: places of the page itself."""
    return place


HANDLERS = [division, divided, stability, stood, forecast, foreseen, scored, made, settled]
