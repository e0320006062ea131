"""What a computation may use, how it tells its progress, and how it stops."""

from collections.abc import Callable

import msgspec

from goodoffices.errors import BadArgument, Cancelled


class Progress(msgspec.Struct, frozen=True):
    """One merge done: `step` of `steps`, its candidates and how many points are kept."""

    step: int
    steps: int
    candidates: int
    kept: int


class TooLarge(BadArgument):
    """The answer does not fit; `epsilon` (points) is a tolerance with which it does, where one was found."""

    epsilon: float | None = None


class Limits(msgspec.Struct, frozen=True):
    """Bounds of one computation. `memory` in bytes; `cancelled` is asked between pieces of work."""

    memory: int = 2 * 1024**3
    seconds: float = 3600.0
    """A plan whose estimate is above this is refused before it starts; nothing reads a clock."""
    progress: Callable[[Progress], None] | None = None
    cancelled: Callable[[], bool] | None = None

    def __reduce__(self) -> tuple[type["Limits"], tuple[int, float]]:
        """Sent to another process, the bounds go and the callbacks stay."""
        return Limits, (self.memory, self.seconds)

    def check(self) -> None:
        """Raises Cancelled when the caller asked to stop."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled("the computation was cancelled", None, "Start it again to get an answer.")

    def fits(self, used: int) -> None:
        """Raises TooLarge when `used` bytes are above the bound."""
        if used > self.memory:
            raise TooLarge(
                f"the frontier fits into {self.memory / 2**20:.0f} MiB",
                f"{used / 2**20:.0f} MiB",
                "Ask for an epsilon-frontier, more memory, or the solutions alone.",
            )

    def candidates(self, parties: int) -> int:
        """How many candidate points one filter may hold: a third of the memory, with the filter's own
        copies."""
        return max(10_000, self.memory // (3 * 32 * parties))


FREELY = Limits()
"""Two gibibytes, one hour, no callbacks."""
