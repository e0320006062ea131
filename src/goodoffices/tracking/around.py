"""What lies around a provision or term in the record: found by every id it goes by, events also by what they act on."""

from collections.abc import Callable, Iterable, Sequence

from goodoffices.tracking.held import held, names_of
from goodoffices.tracking.states import Status
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.kinds import Event

StatusOf = Callable[[Matter], Status]


class Around:
    """events: what happened, and whatever else is dated (meetings, decisions); tracked: what has a status of its own
    (provisions, terms); both by matter and claim id. name: a party's name for its id.
    """

    def __init__(
        self, events: Iterable[Matter], tracked: Iterable[Matter], rulings: Sequence[Ruling] = (), name: NameOf = str
    ) -> None:
        self.events: dict[str, Matter] = {}
        self.tracked = {known: matter for matter in tracked for known in names_of(matter)}
        self.clear: dict[str, None] = {}  # of these it is known that no cycle is reached from them
        self.rulings, self.name = tuple(rulings), name
        self._acting: dict[str, dict[str, Matter]] = {}
        for event in events:
            if not event.claims:
                continue
            self.events.update(dict.fromkeys(names_of(event), event))
            for r in held(event):
                for effect in r.claim.content.effects if isinstance(r.claim.content, Event) else ():
                    self._acting.setdefault(effect.on, {})[event.id] = event

    def acting_on(self, names: Iterable[str]) -> tuple[Matter, ...]:
        """The events with an effect on any of `names`, each once."""
        return tuple(
            {id: event for known in sorted(names) for id, event in self._acting.get(known, {}).items()}.values()
        )
