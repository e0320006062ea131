"""What every page has: the case, the glass it is looked at through, the words, and the layout around it."""

import datetime as dt
import functools
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import MediaType, Request, Response
from litestar.datastructures import State
from litestar.template.base import csrf_token
from markupsafe import Markup

from goodoffices.briefs.marks import mark
from goodoffices.briefs.page import closing, opening
from goodoffices.desk.case import Case
from goodoffices.errors import clipped
from goodoffices.pictures import PAGE, Picture, figure
from goodoffices.pictures.spoken import spoken
from goodoffices.record import Snapshot
from goodoffices.tracking.days import spelled
from goodoffices.web.bench import Workbench
from goodoffices.web.glass import AXES, Glass, address, glass_in
from goodoffices.web.navigation import GROUPS, Page
from goodoffices.web.words import Words, every, preferred, words

AnyRequest = Request[Any, Any, State]
Point = int | dt.datetime | None

LANGUAGE, SEEN = "language", "goodoffices_seen"
ROWS = 50  # of a table on one page


class Elsewhere(Exception):
    """The page stands at another address: the same with its as-of date, so that it can be cited."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(address)


class Frame:
    """One page in the making. `snapshot` is the case through the glass; `url` keeps the glass in every address."""

    def __init__(self, request: AnyRequest, bench: Workbench, glass: Glass, words: Words) -> None:
        self.request, self.bench, self.glass, self.words = request, bench, glass, words

    @property
    def case(self) -> Case:
        """The case on the bench."""
        return self.bench.case

    @functools.cached_property
    def snapshot(self) -> Snapshot:
        """The case through the whole glass."""
        g = self.glass
        return self.at(as_of=g.as_of, published_by=g.published_by, as_known=g.as_known)

    @functools.cached_property
    def timeless(self) -> Snapshot:
        """The case through the glass, but for all time: a document and a review show what it says of any day."""
        return self.at(published_by=self.glass.published_by, as_known=self.glass.as_known)

    def at(self, as_of: dt.date | None = None, published_by: dt.date | None = None, as_known: Point = None) -> Snapshot:
        """The case as those who use this workbench may see it: the only way of its pages to it."""
        return self.case.at(as_of, published_by, as_known, self.bench.viewer)

    def url(self, path: str, **more: object) -> str:
        """An address of the workbench seen through the same glass."""
        return address(path, self.glass, **more)

    def figures(self, *pictures: Picture | None) -> list[Markup]:
        """The pictures there are, with their tables; their marks and cells lead to their rows."""
        there = [spoken(picture, self.words) for picture in pictures if picture is not None]
        numbers = self.words("The numbers")
        return [
            Markup(figure(one, PAGE, f"f{n}-", self._where, opened=False, numbers=numbers))
            for n, one in enumerate(there)
        ]

    def _where(self, ref: str) -> str:
        if ref.startswith("#"):  # a place on the page itself
            return ref
        kind, named = ref[:2], ref[2:]
        if kind == "f-":
            return self.url("/linkages", focus=named)
        if kind == "t-":
            of, _, place = named.partition(":")
            return self.url("/timeline", kind=of, offset=place if place != "0" else "")
        if kind == "y-":  # the roll calls of a year, of whom and of what the page asks
            own = {name: given for name, given in asked(self.request).items() if name not in (*AXES, "offset")}
            return f"{self.url('/votes', **own | {'year': [named]})}#calls"
        if kind == "d-":
            return self.url("/document" if named else "/documents", id=named)
        return self.url("/matter" if kind == "m-" else "/claim", id=named) if named else ""

    def page(self, template: str, page: Page, *, status: int = 200, title: str = "", **values: Any) -> Response[str]:
        """The page of a template in the layout."""
        query = {name: given for name, given in asked(self.request).items() if name not in AXES}
        heading = title or self.words(page.title)
        content = _environment(self.words.language).get_template(template).render(
            frame=self, glass=self.glass, url=self.url, page=page, heading=heading, groups=GROUPS, languages=every(),
            direction=self.words.direction, language=self.words.language, case_name=self.bench.name, by=self.bench.by,
            path=self.request.url.path, query=query, csrf=self.csrf, **values,
        )  # fmt: skip
        return Response(content, media_type=MediaType.HTML, status_code=status)

    def csrf(self) -> Markup:
        """The field that a form sends back to show that it is ours."""
        token = csrf_token({"request": self.request})
        return Markup('<input type="hidden" name="_csrf_token" value="{}">').format(token)


def frame_of(request: AnyRequest) -> Frame:
    """The frame of a request; raises Elsewhere for a page whose address names no day."""
    if request.method == "GET" and "as_of" not in request.query_params and not request.url.path.startswith("/api/"):
        query = asked(request)
        raise Elsewhere(address(request.url.path, glass_in({}, today()), **query))
    return plain_frame(request)


def asked(request: AnyRequest) -> dict[str, list[str]]:
    """What an address asks, every value of each name."""
    return {name: request.query_params.getall(name) for name in request.query_params}


def plain_frame(request: AnyRequest, glass: Glass | None = None) -> Frame:
    """The frame of a request whose address may name no day, or whose glass is another."""
    language = request.cookies.get(LANGUAGE) or preferred(request.headers.get("accept-language", ""))
    bench: Workbench = request.app.state.workbench
    return Frame(request, bench, glass or glass_in(request.query_params, today()), words(language))


def today() -> dt.date:
    """This machine's day, in UTC as the log has it."""
    return dt.datetime.now(dt.UTC).date()


@functools.cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("goodoffices.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(
        spelled=spelled, mark=mark, clipped=clipped, moment=_moment, opening=opening, closing=closing
    )
    environment.globals.update(_=words(language), version=version())
    return environment


def _moment(at: dt.datetime) -> str:
    return f"{spelled(at)}, {at:%H:%M} UTC"


@functools.cache
def version() -> str:
    """A mark of the style sheet and the script, so that a browser keeps each until it changes."""
    import hashlib

    held = resources.files("goodoffices.web") / "static"
    found = b"".join((held / name).read_bytes() for name in ("workbench.css", "workbench.js"))
    return hashlib.sha256(found).hexdigest()[:12]
