"""Italian: endings of adjectives."""

from collections.abc import Iterator

from goodoffices.reading.actors.names import Sort


def forms(name: str, sort: Sort) -> Iterator[str]:
    """The name; adjectives, given in the masculine, in gender and number."""
    if sort != "adjective":
        yield name
    elif name.endswith("o"):
        yield from (name[:-1] + ending for ending in ("o", "a", "i", "e", "he", "hi"))
    elif name.endswith("e"):
        yield from (name, name[:-1] + "i")
    else:
        yield name
