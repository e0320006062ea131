"""The way in and out, and what every page is drawn with."""

from importlib import resources

from litestar import MediaType, Response, get
from litestar.params import FromPath
from litestar.response import Redirect

from goodoffices.errors import NotFound
from goodoffices.web.forms import A_YEAR, Form, cookie, went
from goodoffices.web.frame import AnyRequest, version
from goodoffices.web.letters import NAMES, letters
from goodoffices.web.navigation import TODAY
from goodoffices.web.routes import Given, takes

STATIC = {"workbench.css": "text/css", "workbench.js": "text/javascript", "mark.svg": "image/svg+xml"}
KEPT = f"public, max-age={A_YEAR}, immutable"
FOR_A_DAY = "public, max-age=86400"  # letters change with their wheel, which the style sheet's mark does not know


@get("/", who="reader", sync_to_thread=False)
def first() -> Redirect:
    """The first page."""
    return Redirect(TODAY.path, status_code=302)


@get("/enter", who="anyone", sync_to_thread=False)
def enter(request: AnyRequest, token: Given = "") -> Redirect:
    """Through the door with the token, once."""
    door = request.app.state.workbench.door
    session = cookie(door.cookie, door.enter(token), session=True)
    return Redirect(TODAY.path, status_code=303, cookies=[session])


@takes("/leave", who="reader")
def leave(request: AnyRequest, data: Form) -> Redirect:
    """Out of the door."""
    door = request.app.state.workbench.door
    door.leave(request.cookies.get(door.cookie, ""))
    return went("/")


@get("/static/{name:str}", who="anyone", sync_to_thread=False)
def static(name: FromPath[str], v: Given = "") -> Response[bytes]:
    """The style sheet, the script and the mark, kept by the browser for as long as they are these; and the letters."""
    if name in NAMES:
        return Response(letters(name), media_type="font/ttf", headers={"cache-control": FOR_A_DAY})
    if name not in STATIC:
        raise NotFound("a static file is one of the workbench's", name, "Load the page again.")
    content = (resources.files("goodoffices.web") / "static" / name).read_bytes()
    kept = {"cache-control": KEPT} if v == version() else {}
    return Response(content, media_type=STATIC[name] + "; charset=utf-8", headers=kept)


@get("/robots.txt", who="anyone", sync_to_thread=False, media_type=MediaType.TEXT)
def robots() -> str:
    """Nothing here is for search engines."""
    return "User-agent: *\nDisallow: /\n"


HANDLERS = [first, enter, leave, static, robots]
