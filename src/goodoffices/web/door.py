"""The door of a workbench: a token that is good once, and the sessions of those who used it."""

import secrets

from goodoffices.errors import GoodOfficesError

TOKEN_BYTES = 32


class Closed(GoodOfficesError):
    """Somebody who did not come through the door."""

    def __init__(self) -> None:
        super().__init__(
            "the workbench is opened with the address that `goodoffices serve` printed, which works once",
            None,
            "Use that address in this browser; if it was used already, stop the workbench and start it again.",
        )


class Door:
    """Lets in whoever brings the token, once; afterwards a cookie of this browser session is known.

    Cookies know no ports, so their names bear a mark of this run: two workbenches of one machine do not meet.
    """

    def __init__(self) -> None:
        run = secrets.token_hex(4)
        self.cookie, self.csrf_cookie = f"goodoffices_{run}", f"goodoffices_form_{run}"
        self.token = secrets.token_urlsafe(TOKEN_BYTES)
        self._unused = True
        self._sessions: set[str] = set()

    def enter(self, token: str) -> str:
        """A new session for the token; raises Closed for another one, and for the same one again."""
        if not self._unused or not secrets.compare_digest(token.encode(), self.token.encode()):
            raise Closed
        self._unused = False
        session = secrets.token_urlsafe(TOKEN_BYTES)
        self._sessions.add(session)
        return session

    def knows(self, session: str) -> bool:
        """Whether a session came through this door."""
        return session in self._sessions

    def leave(self, session: str) -> None:
        """Forgets a session."""
        self._sessions.discard(session)
