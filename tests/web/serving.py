"""A workbench as its users have it: a real server on a port of this machine, and a real browser that came in by the
door.
"""

import datetime as dt
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page

from goodoffices import Case
from goodoffices.desk.intake.readouts import Readout
from goodoffices.web import Workbench, application

DAY = dt.date(2010, 10, 15)

# Fictional, as all texts of the tests are.
FERRY = """The Lakes Conference on the ferry

3 May 2030

The Lakes Conference met in Vell on 3 May 2030. It called on Arden to open the ferry within two months. Arden and Bresk
agreed to a truce, which began on 4 May 2030 and is to expire on 4 August 2030. The envoy of Bresk said that the talks
would continue in Vell.
"""
READOUT = Readout(
    met="Arden and Bresk",
    day="2030-05-03",
    place="Vell",
    said=(
        "The envoy of Bresk said that the Quillon gate will open. "
        "Arden and Bresk agreed to a truce until 4 August 2030."
    ),
    compartment="envoy",
)


class Served:
    """A workbench that is being served. address: of its first page; key: the address that opens the door."""

    def __init__(self, bench: Workbench, port: int) -> None:
        self.bench, self.address = bench, f"http://127.0.0.1:{port}"
        self.key = f"{self.address}/enter?token={bench.door.token}"

    @property
    def case(self) -> Case:
        """Its case."""
        return self.bench.case


@contextmanager
def served(case: Case, *, by: str = "test") -> Iterator[Served]:
    """The workbench on a case, served for as long as the block lasts."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    bench = Workbench(case, by=by, hosts=(f"127.0.0.1:{port}",))
    settings = uvicorn.Config(application(bench), log_level="warning", access_log=False, timeout_graceful_shutdown=1)
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        yield Served(bench, port)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


class Visitor:
    """Somebody at a browser: what they asked for beyond this machine, and what the pages complained of."""

    def __init__(self, context: BrowserContext, served: Served) -> None:
        self.served, self.page = served, context.new_page()
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", self._asked)
        self.page.on("console", lambda message: self.complaints.append(f"{self.page.url}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("dialog", self._dialog)

    def _asked(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((self.served.address, "data:", "blob:", "about:")):
            self.foreign.append(url)

    def _dialog(self, dialog: object) -> None:
        self.complaints.append(f"dialog: {getattr(dialog, 'message', '')}")
        dialog.dismiss()  # type: ignore[attr-defined]

    def go(self, path: str) -> Page:
        """Opens a page of the workbench."""
        self.page.goto(f"{self.served.address}{path}")
        return self.page


class Visit:
    """Opens workbenches in the browser, and holds each of them to its promises when the test is over."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.left: list[Any] = []
        self.visitors: list[Visitor] = []

    def __call__(self, case: Case, **settings: object) -> Visitor:
        bench = served(case)
        self.left.append(bench)
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})  # type: ignore[arg-type]
        visitor = Visitor(context, bench.__enter__())
        visitor.page.goto(visitor.served.key)
        self.visitors.append(visitor)
        return visitor

    def leave(self) -> None:
        for visitor in self.visitors:
            visitor.page.context.close()
        for bench in self.left:
            bench.__exit__(None, None, None)
        for visitor in self.visitors:
            assert visitor.foreign == []
            assert visitor.complaints == []


def a_case(folder: Path) -> Case:
    """A case with the fictional note added and nothing else."""
    case = Case.new(folder)
    note = folder.parent / "ferry.txt"
    note.write_text(FERRY, encoding="utf-8")
    case.add([note], by="test")
    return case
