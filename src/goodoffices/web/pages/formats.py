"""Formats: who should be in the room, by which rule, and what each could adopt; side by side on the day of the glass.

What is pasted is read and measured in a process of its own, which ends when it takes too long, and is kept nowhere.
"""

from collections.abc import Iterable
from functools import cache

from litestar import Response
from msgspec import Struct

from goodoffices.bargaining import Scenario
from goodoffices.desk.bargains.scenario_files import teaching_file
from goodoffices.desk.bargains.workup import SECONDS
from goodoffices.desk.parties.format_files import FormatFile, sample_formats, teaching_formats
from goodoffices.desk.parties.formats import Comparison
from goodoffices.desk.parties.measures import Measured, formats_in
from goodoffices.desk.parties.rooms import alike, of_formats
from goodoffices.errors import GoodOfficesError, NotFound
from goodoffices.formats.representation import PRESENCES
from goodoffices.scale import within
from goodoffices.vocabulary.party import Party
from goodoffices.web import navigation
from goodoffices.web.forms import Form, number
from goodoffices.web.frame import Frame
from goodoffices.web.mistakes import code_of
from goodoffices.web.routes import Framed, Given, shows, takes

REMEDY = "Ask on the command line, which has no such limit: goodoffices formats --file --scenario."

Work = tuple[FormatFile, Scenario | None, tuple[Measured, ...]]


class Written(Struct, frozen=True):
    """What stands in the two fields of the page."""

    formats: str
    scenario: str = ""


@shows("/formats", who="reader")
def formats(frame: Framed, teaching: Given = "", chosen: Given = "") -> Response[str]:
    """The formats that come with the product, compared on what this record holds. teaching: those of the teaching
    scenario, and what each could adopt in it; chosen: the entry of the log whose scenario they are tried on.
    """
    if teaching:
        return _compared(frame, Written(teaching_formats(), teaching_file()), _taught())
    if chosen:
        held = {one.seq: one.choice.written for one in frame.case.choices(frame.timeless)}
        if number(chosen) not in held:
            raise NotFound("a choice is an entry of the log", chosen, "Open Packages, where the choices are listed.")
        return _typed(frame, Written(sample_formats(), held[number(chosen)]))
    found = frame.case.formats(snapshot=frame.snapshot, proposals=frame.glass.proposals)
    return _page(frame, Written(sample_formats()), found)


@takes("/formats", who="reader")
def typed(frame: Framed, data: Form) -> Response[str]:
    """Formats, and if one is given a scenario, as they were typed."""
    return _typed(frame, Written(data.get("typed", ""), data.get("scenario", "")))


@cache
def _taught() -> Work:
    return formats_in(teaching_formats(), teaching_file())


def _typed(frame: Frame, written: Written) -> Response[str]:
    try:
        return _compared(frame, written, within(SECONDS, REMEDY, formats_in, written.formats, written.scenario))
    except GoodOfficesError as error:
        return _page(frame, written, None, error)


def _compared(frame: Frame, written: Written, work: Work) -> Response[str]:
    file, scenario, measures = work
    found = frame.case.formats(
        file, frame.snapshot, scenario=scenario, measures=measures, proposals=frame.glass.proposals
    )
    return _page(frame, written, found)


def _page(
    frame: Frame, written: Written, found: Comparison | None, error: GoodOfficesError | None = None
) -> Response[str]:
    compared = found.formats if found else ()
    tried = next((one.adoptable for one in compared if one.adoptable), None)
    called = [Party(id=id, name=name, kind="body") for id, name in (tried.parties if tried else ())]
    parties = frame.snapshot.parties().with_more(called)

    def named(ids: Iterable[str]) -> str:
        return ", ".join(map(parties.name, ids))

    return frame.page(
        "formats.html",
        navigation.FORMATS,
        status=code_of(error) if error else 200,
        found=found,
        error=error,
        written=written,
        tried=tried,
        choices=frame.case.choices(frame.timeless),
        named=named,
        power={one.format.id: alike(one) for one in compared},
        lists=list(dict.fromkeys(listed for one in compared for listed in one.representation)),
        presences=PRESENCES,
        figures=frame.figures(*of_formats(found, parties)) if found else (),
    )


HANDLERS = [formats, typed]
