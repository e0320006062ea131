"""Who may see what: every route says so, and one that does not is never served."""

from collections.abc import Iterable
from typing import Literal, get_args

from litestar import Litestar
from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler
from litestar.routes import HTTPRoute

from goodoffices.errors import BadArgument
from goodoffices.web.door import Closed

Who = Literal["anyone", "reader", "analyst", "editor", "head"]
"""anyone: also without having come through the door; reader: reads; analyst: adds, reads and reviews; editor: rules and
dates; head: settings and people. Each may what the one before may.
"""

RANKS: tuple[Who, ...] = get_args(Who)
LOCAL: Who = "head"  # whoever came through the door of a workbench on their own machine owns the case


def declared(handler: BaseRouteHandler) -> Who | None:
    """Who may call a handler, as it declares with `who=`; None when it declares nobody."""
    found: Who | None = handler.opt.get("who")
    return found if found in RANKS else None


def undeclared(application: Litestar) -> Iterable[str]:
    """The routes that do not say who may see them."""
    for route in application.routes:
        handlers = route.route_handlers if isinstance(route, HTTPRoute) else [route.route_handler]
        for handler in handlers:
            # Litestar's own answer to OPTIONS is served to nobody: the guard finds no declaration there either.
            if declared(handler) is None and getattr(handler, "http_methods", None) != {"OPTIONS"}:
                yield route.path


def require_declarations(application: Litestar) -> Litestar:
    """The application, once each of its routes has said who may see it; BadArgument names those that did not."""
    missing = sorted(set(undeclared(application)))
    if missing:
        raise BadArgument(
            "a route says who may see it", ", ".join(missing), "Give its handler who=…; see web/access.py."
        )
    return application


def may_enter(connection: ASGIConnection, handler: BaseRouteHandler) -> None:  # type: ignore[type-arg]
    """The guard of every route: through the door, and of the rank the route asks for. Raises Closed."""
    needed = declared(handler)
    if needed == "anyone":
        return
    door = connection.app.state.workbench.door
    if needed is None or not door.knows(connection.cookies.get(door.cookie, "")):
        raise Closed
    if RANKS.index(LOCAL) < RANKS.index(needed):  # pragma: no cover - until people have roles
        raise Closed
