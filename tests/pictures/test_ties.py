"""The graph of what is tied to what: one place for each name, whatever order the ties come in."""

import xml.etree.ElementTree as ET
from itertools import pairwise, permutations

from goodoffices.pictures import PAGE, Picture, draw
from goodoffices.pictures.marks import Dot, Line, Linked, Words
from goodoffices.pictures.ties import Knot, ties

HOSTILE = '<script>alert("x")</script> & \x00 ]]> \u202e'


def knot(number: int, kind: str, *things: str, by: str = "upper") -> Knot:
    waits = {"condition": things[:1], "sequence": things[1:]}.get(kind, ())
    return Knot(
        by=(by, by.title()), kind=kind, told=" ".join(things),
        things=tuple((thing.casefold(), thing) for thing in things), waits=tuple(map(str.casefold, waits)),
        in_turn=kind == "sequence", exits=(), word="Upper", ref=f"k-{number}",
    )  # fmt: skip


KNOTS = (
    knot(1, "condition", "the dam", "the ferry"),
    knot(2, "package", "the ferry", "the toll", "the bridge"),
    knot(3, "trade", "the toll", "fish", by="lower"),
)


def drawn(*knots: Knot, focus: str = "the ferry") -> Picture:
    return ties("title", "finding", "note", knots, focus)


def test_the_order_in_which_ties_come_changes_nothing() -> None:
    assert len({draw(drawn(*order), PAGE) for order in permutations(KNOTS)}) == 1


def test_each_party_and_each_thing_has_one_place_and_no_two_share_it() -> None:
    nodes = [m for m in drawn(*KNOTS).marks if isinstance(m, Linked) and m.to.startswith("f-")]
    assert sorted(node.to for node in nodes) == [
        "f-fish", "f-lower", "f-the bridge", "f-the dam", "f-the ferry", "f-the toll", "f-upper",
    ]  # fmt: skip
    places = [(words.x, words.y) for node in nodes for words in node.marks if isinstance(words, Words)]
    for n, (x, y) in enumerate(places):
        assert all(other_x != x or abs(other_y - y) >= 12 for other_x, other_y in places[n + 1 :])


def test_a_tie_has_a_thread_to_each_thing_and_what_waits_is_told_by_shape_and_dashes() -> None:
    picture = drawn(KNOTS[0])
    dots = [m for m in picture.marks if isinstance(m, Dot) and m.y > 20]
    threads = [m for m in picture.marks if isinstance(m, Line)][1:]
    assert [dot.shape for dot in dots] == ["triangle", "circle"]
    assert [thread.dashed for thread in threads] == [True, False]
    assert [thread.y2 for thread in threads] == [dot.y for dot in dots]
    assert picture.table.rows[0][:3] == ("the dam", "condition", "the ferry")


def test_a_sequence_shows_its_turns_and_each_but_the_first_waits() -> None:
    picture = drawn(knot(4, "sequence", "the freeze", "the talks", "the treaty"))
    dots = {m.y: m.shape for m in picture.marks if isinstance(m, Dot) and m.y > 20}
    threads = [m for m in picture.marks if isinstance(m, Line)][1:]
    turns = [m for m in picture.marks if isinstance(m, Words) and m.text.isdigit()]
    told = [(turn.text, dots[thread.y2]) for turn, thread in zip(turns, threads, strict=True)]
    assert told == [("1", "circle"), ("2", "triangle"), ("3", "triangle")]
    for turn, line in zip(turns, threads, strict=True):  # each is written just above its own thread
        there = line.y1 + (line.y2 - line.y1) * (turn.x - line.x1) / (line.x2 - line.x1)
        assert abs(there - 5 - turn.y) < 1e-6
    assert picture.table.rows[0][:3] == ("the talks, then the treaty", "sequence", "the freeze")


def test_a_thing_in_two_sequences_has_one_mark_and_its_turns_are_apart() -> None:
    picture = drawn(knot(4, "sequence", "the freeze", "the talks"), knot(5, "sequence", "the talks", "the treaty"))
    dots = [(m.y, m.shape) for m in picture.marks if isinstance(m, Dot) and m.y > 20]
    assert len({y for y, _ in dots}) == len(dots) == 3
    assert sorted(shape for _, shape in dots) == ["circle", "triangle", "triangle"]
    turns = sorted((m.y, m.text) for m in picture.marks if isinstance(m, Words) and m.text.isdigit())
    assert len(turns) == 4
    assert all(lower - upper >= 8 for (upper, _), (lower, _) in pairwise(turns))


def test_what_is_looked_at_is_set_off_from_the_rest() -> None:
    bold = {
        w.text for m in drawn(*KNOTS).marks if isinstance(m, Linked) for w in m.marks if isinstance(w, Words) and w.bold
    }
    assert bold == {"the ferry"}


def test_hostile_words_stay_text() -> None:
    svg = draw(drawn(knot(1, HOSTILE, HOSTILE, "x", by=HOSTILE)), PAGE, "f", lambda ref: f'/"><script>{ref}')
    assert not [e for e in ET.fromstring(svg).iter() if "script" in e.tag]
