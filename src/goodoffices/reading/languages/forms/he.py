"""Hebrew: endings of adjectives; the article before the second word of a name."""

from collections.abc import Iterator

from goodoffices.reading.actors.names import Sort

_ENDINGS = ("", "ת", "ים", "ם", "ות")


def forms(name: str, sort: Sort) -> Iterator[str]:
    """The name; adjectives in their endings."""
    if sort == "adjective":
        yield from (name + ending for ending in _ENDINGS)
    else:
        yield name
