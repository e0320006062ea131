"""The application: all routes, with a door, a guard, and headers that let nothing in from elsewhere."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar, Router
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.config.compression import CompressionConfig
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import MutableScopeHeaders, State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.types import Message, Scope

from goodoffices import __version__
from goodoffices.errors import GoodOfficesError
from goodoffices.web import api, mistakes, verbs
from goodoffices.web.access import may_enter, require_declarations
from goodoffices.web.bench import UPLOAD, Workbench
from goodoffices.web.frame import Elsewhere, frame_of
from goodoffices.web.pages import HANDLERS

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",  # a shared machine keeps no paper of the office
}


# The schema is served to whoever reads; Litestar's own pages about it, which fetch from elsewhere, are not.
_SCHEMA = OpenAPIConfig(
    title="Good Offices",
    version=__version__,
    openapi_router=Router("/api/v1/schema", route_handlers=[], opt={"who": "reader"}, include_in_schema=False),
    render_plugins=[JsonRenderPlugin()],
    use_handler_docstrings=True,
)


def application(bench: Workbench) -> Litestar:
    """The workbench as an ASGI application. BadArgument when a route does not say who may see it."""

    @asynccontextmanager
    async def reading(_: Litestar) -> AsyncIterator[None]:
        bench.background.start()
        yield
        bench.background.stop()

    made = Litestar(
        route_handlers=[*HANDLERS, *api.HANDLERS, *verbs.HANDLERS],
        state=State({"workbench": bench}),
        dependencies={"frame": Provide(frame_of, sync_to_thread=False)},
        guards=[may_enter],
        exception_handlers={
            GoodOfficesError: mistakes.on_error,
            Elsewhere: mistakes.on_elsewhere,
            HTTPException: mistakes.on_refused,
            Exception: mistakes.on_fault,
        },
        csrf_config=CSRFConfig(
            secret=secrets.token_hex(32), cookie_name=bench.door.csrf_cookie, cookie_httponly=True
        ),
        allowed_hosts=AllowedHostsConfig(allowed_hosts=list(bench.hosts)),
        compression_config=CompressionConfig(backend="gzip", minimum_size=1024, gzip_compress_level=5),
        request_max_body_size=UPLOAD,
        before_send=[_headers],
        lifespan=[reading],
 openapi_config=_SCHEMA,
        include_in_schema=False,
        logging_config=None,
    )  # fmt: skip
    return require_declarations(made)


async def _headers(message: Message, scope: Scope) -> None:
    if message["type"] == "http.response.start":
        headers = MutableScopeHeaders.from_message(message)
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
