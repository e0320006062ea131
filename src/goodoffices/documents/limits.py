"""How much of a file is read before it is refused."""

from msgspec import Struct

from goodoffices.errors import BadArgument

MEGABYTE = 1_000_000


class Limits(Struct, frozen=True, kw_only=True):
    """Bounds on one file. Raises BadArgument when they cannot hold anything.

    max_bytes: size of the file, in bytes. max_judged: paragraphs of an HTML page up to which trafilatura and
    readability are asked for their opinion. Trafilatura's time grows with the square of that number (0.2 s for 1,000,
    4 s for 5,000, 39 s for 20,000 on one core), so above it the own cleaner decides alone.
    """

    max_bytes: int = 50 * MEGABYTE
    max_judged: int = 2_500

    def __post_init__(self) -> None:
        for name in ("max_bytes", "max_judged"):
            if getattr(self, name) < 1:
                raise BadArgument(f"{name} is at least 1", getattr(self, name), "Leave it out to use the default.")
