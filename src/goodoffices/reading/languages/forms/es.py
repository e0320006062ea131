"""Spanish: endings of adjectives."""

from collections.abc import Iterator

from goodoffices.reading.actors.names import Sort


def forms(name: str, sort: Sort) -> Iterator[str]:
    """The name; adjectives, given in the masculine, in gender and number."""
    if sort != "adjective":
        yield name
    elif name.endswith("o"):
        yield from (name[:-1] + ending for ending in ("o", "a", "os", "as"))
    elif name[-1] in "aeéií":
        yield from (name, name + "s", name + "es")
    else:
        bare = name[:-2] + name[-2:].translate(str.maketrans("áéíóú", "aeiou"))
        yield from (name, bare + "a", bare + "es", bare + "as")
