"""One workbench: the case it shows, who works at it, its door and what reads in the background."""

from goodoffices.desk.background import Background
from goodoffices.desk.case import Case
from goodoffices.record import EVERYTHING, Viewer
from goodoffices.web.door import Door

UPLOAD = 64 * 2**20  # bytes of one request; a larger file is added with `goodoffices add`


class Workbench:
    """A case on a bench. by: who acts, for the log; port: where it is served, 0 for any (tests); hosts: names it
    answers to, so that a page elsewhere cannot reach it under a name of its own; viewer: what those who use it may see.
    """

    def __init__(self, case: Case, *, by: str, hosts: tuple[str, ...] = ("*",), viewer: Viewer = EVERYTHING) -> None:
        self.case, self.by, self.hosts, self.viewer = case, by, hosts, viewer
        self.door = Door()
        self.background = Background(case.record, by=by, viewer=viewer)

    @property
    def name(self) -> str:
        """What people call the case."""
        return self.case.record.store.name
