"""Arabic: the article melted into the preposition li-, endings of adjectives."""

from collections.abc import Iterator

from goodoffices.reading.actors.names import Sort

_ENDINGS = ("", "ة", "ون", "ين", "ان", "تين", "تان", "يين", "يون")


def forms(name: str, sort: Sort) -> Iterator[str]:
    """The name, and after li- where it has the article ("للأردن"); adjectives in their endings."""
    names = [name + ending for ending in _ENDINGS] if sort == "adjective" else [name]
    yield from names
    if sort == "adjective":
        yield from ("لل" + form for form in names)
    elif name.startswith("ال"):
        yield "لل" + name[2:].removeprefix("ل")
