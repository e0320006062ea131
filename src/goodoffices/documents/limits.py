"""How much of a file is read before it is refused."""

from msgspec import Struct

from goodoffices.errors import BadArgument

MEGABYTE = 1_000_000


class Limits(Struct, frozen=True, kw_only=True):
    """Bounds on one file. Raises BadArgument when they cannot hold anything.

    max_bytes: size of the file, in bytes. max_pages: of a PDF. max_unpacked: bytes of all parts of a DOCX once they
    are unpacked. max_seconds (of computing), max_memory (bytes): what the process that reads the file may take; no
    document that was met took a tenth of either. max_judged: paragraphs of an HTML page up to which trafilatura and
    readability are asked for their opinion. Trafilatura's time grows with the square of that number (0.2 s for 1,000,
    4 s for 5,000, 39 s for 20,000 on one core), so above it the own cleaner decides alone.
    """

    max_bytes: int = 50 * MEGABYTE
    max_judged: int = 2_500
    max_pages: int = 5_000
    max_unpacked: int = 500 * MEGABYTE
    max_seconds: float = 120.0
    max_memory: int = 2_000 * MEGABYTE

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            if getattr(self, name) <= 0:
                raise BadArgument(f"{name} is more than 0", getattr(self, name), "Leave it out to use the default.")
