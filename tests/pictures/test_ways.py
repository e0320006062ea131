"""Ways from the status quo: who moves stands clear of the names of the states."""

from goodoffices.pictures.lettering import width
from goodoffices.pictures.marks import Words
from goodoffices.pictures.ways import Move, Place, ways


def _box(one: Words) -> tuple[float, float, float, float]:
    wide = width(one.text, one.size)
    left = one.x - wide / 2 if one.anchor == "middle" else one.x
    return left, one.y - one.size, left + wide, one.y


def _cover(one: Words, other: Words) -> bool:
    (a, b, c, d), (e, f, g, h) = _box(one), _box(other)
    return min(c, g) > max(a, e) and min(d, h) > max(b, f)


def test_who_moves_covers_no_name_of_a_state_where_ways_part_and_meet() -> None:
    def place(name: str, after: int, holds: str = "") -> Place:
        return Place(name=name, says="", holds=holds, after=after, moves="")

    every = "Nash, GMR, SMR, SEQ"
    places = [
        place("kept by all", 0), place("harrow out", 1), place("dorsania and harrow out", 2),
        place("harrow and orrin out", 2), place("dorsania and harrow and velmark out", 3, every),
        place("harrow and orrin and velmark out", 3, every), place("dorsania and harrow and orrin out", 3),
        place("dorsania and harrow and orrin and velmark out", 4, every),
    ]  # fmt: skip
    steps = ((0, 1), (1, 2), (1, 3), (2, 4), (3, 5), (3, 6), (6, 7))
    moves = [Move(start=a, end=b, who="Republic of Velmark", improves=True) for a, b in steps]
    shown = [one for one in ways("Ways", "", "", places, moves).marks if isinstance(one, Words) and not one.term]
    names = [one for one in shown if one.bold]
    movers = [one for one in shown if one.anchor == "middle"]
    assert len(movers) == len(steps)
    assert not [(one.text, name.text) for one in movers for name in names if _cover(one, name)]
    assert not any(_cover(one, other) for one in movers for other in movers if one is not other)
