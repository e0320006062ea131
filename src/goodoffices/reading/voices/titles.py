"""Persons told again by their title: "the Zarani leader" for the leader whom the text has named."""

import bisect

from goodoffices.reading.scene import Scene

_TITLES = frozenset(
    {"leader", "president", "premier", "chancellor", "king", "minister", "spokesman", "spokeswoman", "spokesperson"}
    | {"envoy", "ambassador", "chairman", "chairperson", "commander", "chief", "negotiator", "mediator"}
)


def in_person(scene: Scene, title: str, owned: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The person named before `at` with the title, of the party that owns it; the party itself where none was."""
    if title not in _TITLES or len(owned) != 1:
        return owned
    for mention in reversed(scene.actors[: bisect.bisect_left(scene.actors, at, key=lambda a: a.quote.start)]):
        person = scene.party(mention.party)
        if person is None or person.kind != "person" or not person.role.lower().endswith(title):
            continue
        if person.parent in ("", *owned):
            return (person.id,)
    return owned
