"""The pictures of a brief, each in the section whose rows it shows."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from goodoffices.briefs import Section
from goodoffices.pictures import Picture

Drawn = Mapping[str, Sequence[Picture | None]]
"""By id of a section, its pictures; None for one that has nothing to show."""


def pictured(sections: Sequence[Section], drawn: Drawn) -> tuple[Section, ...]:
    """The same sections with the pictures there are."""
    there = {name: tuple(one for one in pictures if one is not None) for name, pictures in drawn.items()}
    return tuple(replace(one, pictures=there[one.id]) if there.get(one.id) else one for one in sections)
