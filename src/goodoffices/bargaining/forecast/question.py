"""A question on one scale, and who stands where on it, how able, and how much it matters to each."""

import math
from collections.abc import Mapping

import msgspec

from goodoffices.bargaining.amounts import POINT, Amount, Between, amount
from goodoffices.bargaining.writing import listing, mapping, named, only, tree, truth
from goodoffices.errors import BadScenario

KEYS = frozenset(("forecast", "title", "author", "dated", "fictional", "note", "question", "unit", "actors"))


MOST = 300
"""Actors of a question: the challenge model looks at every three of them."""


class Stand(msgspec.Struct, frozen=True):
    """One actor's numbers. `position` on the question's scale; `capability` above zero in any unit common to all;
    `salience` 0 to 1."""

    name: str
    capability: float
    position: float
    salience: float

    @property
    def weight(self) -> float:
        """Capability times salience: what the actor brings to bear."""
        return self.capability * self.salience


class Actor(msgspec.Struct, frozen=True):
    """One actor as written, in millionths: numbers, or ranges with perhaps a likely value."""

    id: str
    capability: Amount
    position: Amount
    salience: Amount
    name: str = ""

    def cells(self) -> tuple[tuple[str, Amount], ...]:
        """The three cells with their dotted names."""
        return tuple((f"{self.id}.{what}", getattr(self, what)) for what in ("capability", "position", "salience"))


class Question(msgspec.Struct, frozen=True):
    """What is asked, in which unit, of whom."""

    asks: str
    actors: tuple[Actor, ...]
    unit: str = ""
    title: str = ""
    author: str = ""
    dated: str = ""
    fictional: bool = False
    note: str = ""

    @property
    def open(self) -> tuple[str, ...]:
        """The cells that are ranges."""
        return tuple(name for actor in self.actors for name, value in actor.cells() if isinstance(value, Between))

    def stands(self, filled: Mapping[str, float] | None = None) -> tuple[Stand, ...]:
        """Everybody's numbers; a range by `filled`, else by its likely value or its middle."""
        found = []
        for actor in self.actors:
            numbers = [(filled or {}).get(name, _middle(value)) for name, value in actor.cells()]
            found.append(Stand(actor.id, *numbers))
        return tuple(found)


def read_question(text: str) -> Question:
    """The question written in `text` (YAML). Raises BadScenario naming the cell."""
    root = tree(text, "a forecast")
    if str(root.get("forecast")) != "1":
        raise BadScenario("the file starts with 'forecast: 1'", root.get("forecast"), "Add or convert it.")
    only(root, KEYS, "the file")
    actors = tuple(_actor(mapping(one, "actors")) for one in listing(root.get("actors", []), "actors"))
    names = [one.id for one in actors]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise BadScenario("actors: each name stands once", twice, "Rename or remove one of them.")
    if len(actors) > MOST:
        raise BadScenario(f"a question has at most {MOST} actors", len(actors), "Take some together.")
    if not actors:
        raise BadScenario("a question has an actor", None, "List `actors`.")
    if all(_ends(one.salience)[1] == 0 for one in actors):
        raise BadScenario("the question matters to some actor", 0, "Give a salience above zero.")
    return Question(
        str(root.get("question", "")),
        actors,
        str(root.get("unit", "")),
        str(root.get("title", "")),
        str(root.get("author", "")),
        str(root.get("dated", "")),
        truth(root.get("fictional", "false"), "fictional"),
        str(root.get("note", "")),
    )


def _actor(m: Mapping[str, object]) -> Actor:
    name = named(m, "id", "actors")
    only(m, {"id", "name", "capability", "position", "salience"}, f"actors.{name}")
    cells = {what: amount(m.get(what), POINT, f"{name}.{what}") for what in ("capability", "position", "salience")}
    for what, value in cells.items():
        if value is None:
            raise BadScenario(f"{name}.{what} is a number or a range", m.get(what), "Write {from: 0.2, to: 0.6}.")
    if _ends(cells["capability"])[0] <= 0:
        rule = f"{name}.capability is above zero, a millionth at least"
        raise BadScenario(rule, m["capability"], "Leave out who can do nothing.")
    if _ends(cells["salience"])[0] < 0 or _ends(cells["salience"])[1] > POINT:
        raise BadScenario(f"{name}.salience lies between 0 and 1", m["salience"], "Divide per cents by 100.")
    return Actor(name, cells["capability"], cells["position"], cells["salience"], str(m.get("name", "")))


def _ends(value: Amount) -> tuple[int, int]:
    assert value is not None
    return (value, value) if isinstance(value, int) else (value.low, value.high)


def _middle(value: Amount) -> float:
    if isinstance(value, Between):
        return (value.likely if value.likely is not None else (value.low + value.high) / 2) / POINT
    return math.nan if value is None else value / POINT
