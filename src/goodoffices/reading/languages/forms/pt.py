"""Portuguese: endings of adjectives."""

from collections.abc import Iterator

from goodoffices.reading.actors.names import Sort


def forms(name: str, sort: Sort) -> Iterator[str]:
    """The name; adjectives, given in the masculine, in gender and number."""
    if sort != "adjective":
        yield name
    elif name.endswith("ês"):
        yield from (name, name[:-2] + "esa", name[:-2] + "eses", name[:-2] + "esas")
    elif name.endswith("eu"):
        yield from (name, name[:-2] + "eia", name + "s", name[:-2] + "eias")
    elif name.endswith("ão"):
        yield from (name, name[:-1], name[:-2] + "ães", name[:-2] + "ões", name[:-1] + "s")
    elif name.endswith("o"):
        yield from (name[:-1] + ending for ending in ("o", "a", "os", "as"))
    else:
        yield from (name, name + "s", name + "a", name + "es")
