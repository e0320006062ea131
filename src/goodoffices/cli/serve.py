"""`goodoffices serve CASE`"""

import socket
import webbrowser
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options
from goodoffices.errors import BadArgument

if TYPE_CHECKING:
    from goodoffices.desk.case import Case
    from goodoffices.record import Viewer

PORT = 8321
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command("serve", short_help="The workbench: the case in a browser.")
@options.case
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address of this machine to listen on.")
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser of this machine.")
@click.option("--cleared", metavar="NAMES", help="Compartments its users may see, by commas; '' for none. [all]")
@options.by
def command(case: str, port: int, host: str, open_browser: bool, cleared: str | None, by: str) -> None:
    """Serve the workbench on a case and print its address, which works once; stop it with Ctrl-C."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        serve(opened, by=by, host=host, port=port, open_browser=open_browser, cleared=cleared)


def serve(
    case: "Case",
    *,
    by: str,
    host: str = "127.0.0.1",
    port: int = PORT,
    open_browser: bool = False,
    cleared: str | None = None,
) -> None:
    """Serves until it is stopped. cleared: compartments, by commas; None for all there are."""
    import uvicorn

    from goodoffices.web import Workbench, application

    listening = _listening(host, port)
    taken = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    hosts = tuple(f"{name}:{taken}" for name in ("127.0.0.1", "localhost", "[::1]")) if host in LOOPBACK else ("*",)
    bench = Workbench(case, by=by, hosts=hosts, viewer=viewer_of(cleared, by))
    address = f"http://{shown}:{taken}/enter?token={bench.door.token}"
    click.echo(f"The workbench on {bench.name}: {address}\nThe address works once. Ctrl-C stops the workbench.")
    if host not in LOOPBACK:
        click.echo(
            "Others can reach it, and what it sends is not encrypted: put a server with TLS before it.", err=True
        )
    if open_browser:
        webbrowser.open(address)
    settings = uvicorn.Config(
        application(bench), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=2
    )
    with listening:
        uvicorn.Server(settings).run(sockets=[listening])


def viewer_of(cleared: str | None, name: str) -> "Viewer":
    """Who looks, cleared for compartments named with commas between them; None: for all there are."""
    from goodoffices.record import EVERYTHING, Viewer

    if cleared is None:
        return EVERYTHING
    return Viewer(name, frozenset(part.strip() for part in cleared.split(",") if part.strip()))


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens, so that the address printed is one that answers."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, kind, protocol)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen()
    except OSError as error:
        raise BadArgument(
            "the workbench listens on a free port of this machine",
            f"{host}:{port}: {error.strerror}",
            "Choose another with --port, or 0 for any.",
        ) from error
    return made
