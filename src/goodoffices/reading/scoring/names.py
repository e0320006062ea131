"""Whether a proposed name means an actor of the gold: by an exact alias, never by likeness."""

from collections.abc import Iterable

from goodoffices.reading.scoring.alike import tokens
from goodoffices.reading.scoring.gold import GoldDocument, Names
from goodoffices.reading.scoring.tables import names

_EMPTY = {"the", "himself", "mr", "ms", "mrs"}


def listed(value: Names) -> tuple[str, ...]:
    """One name or several, as several."""
    return () if not value else (value,) if isinstance(value, str) else tuple(value)


def plain(name: str) -> str:
    """A name as compared: small letters, no titles, one word for what has several."""
    bare = " ".join(token for token in tokens(name) if token not in _EMPTY)
    return names().get(bare, bare)


class Who:
    """The actors of a gold document, by their names, mentions and metonyms; a person also by the last name."""

    def __init__(self, document: GoldDocument) -> None:
        self._forms: dict[str, set[str]] = {}
        self._last: dict[str, str] = {}
        for actor in document.actors:
            words = (actor.name, actor.iso3, *actor.mentions, *(m.surface for m in actor.metonyms))
            self._forms[actor.id] = {plain(word) for word in words if word}
            if actor.type == "person" and actor.name:
                self._last[actor.id] = plain(actor.name).split()[-1]

    def same(self, proposed: object, actor: str) -> bool:
        """Whether the proposed name means this actor."""
        name = plain(str(proposed))
        forms = self._forms.get(actor, {plain(actor.replace("_", " "))})
        return bool(name) and (name in forms or name == self._last.get(actor))

    def one(self, proposed: object, actors: Names) -> bool:
        """Whether a single name is given and means one of the actors; gold without actors asks nothing."""
        wanted = listed(actors)
        return not wanted or (isinstance(proposed, str) and any(self.same(proposed, actor) for actor in wanted))

    def most(self, proposed: object, actors: Names) -> bool:
        """Whether a set of names and the actors have at least half in common (F1); gold without actors asks nothing."""
        wanted = listed(actors)
        given = _given(proposed)
        if not wanted:
            return True
        found = sum(any(self.same(name, actor) for name in given) for actor in wanted) / len(wanted)
        right = sum(any(self.same(name, actor) for actor in wanted) for name in given) / len(given) if given else 0.0
        return found + right > 0 and 2 * found * right / (found + right) >= 0.5


def _given(proposed: object) -> tuple[object, ...]:
    if proposed is None:
        return ()
    return tuple(proposed) if isinstance(proposed, Iterable) and not isinstance(proposed, str) else (proposed,)
