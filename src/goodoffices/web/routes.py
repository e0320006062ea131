"""Routes of pages and forms: what they answer is worked out in a thread, and who may see them is said first."""

import asyncio
import functools
from collections.abc import Callable
from typing import Any

from litestar import get, post
from litestar.di import NamedDependency
from litestar.handlers.http_handlers import HTTPRouteHandler
from litestar.params import FromQuery

from goodoffices.web.access import Who
from goodoffices.web.frame import Frame

Given = FromQuery[str]
"""What an address gives by name."""

Framed = NamedDependency[Frame]
"""The frame of the page being made."""

Handler = Callable[..., Any]
Route = Callable[[Handler], HTTPRouteHandler]


def shows(path: str, *, who: Who) -> Route:
    """A page at `path` for `who`."""
    return lambda handler: get(path, who=who)(in_thread(handler))


def takes(path: str, *, who: Who) -> Route:
    """A form sent to `path` by `who`; it answers with a page, or with the way to one."""
    return lambda handler: post(path, who=who, status_code=200)(in_thread(handler))


def in_thread(handler: Handler) -> Handler:
    """The handler off the event loop. Litestar's own `sync_to_thread` wraps twice where two methods share a path."""

    @functools.wraps(handler)
    async def answered(**given: Any) -> Any:
        return await asyncio.to_thread(handler, **given)

    return answered
