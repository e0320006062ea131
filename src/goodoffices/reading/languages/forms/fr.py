"""French: endings of adjectives."""

from collections.abc import Iterator

from goodoffices.reading.actors.names import Sort


def forms(name: str, sort: Sort) -> Iterator[str]:
    """The name; adjectives, given in the masculine, in gender and number, in small letters and as names of people."""
    if sort not in ("adjective", "people"):
        yield name
        return
    feminine = name if name.endswith("e") else name + ("ne" if name.endswith(("ien", "éen")) else "e")
    for form in (name, name if name.endswith("s") else name + "s", feminine, feminine + "s"):
        yield form
        yield form[0].upper() + form[1:]
