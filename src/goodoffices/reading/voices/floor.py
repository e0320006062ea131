"""Who says "I" in each turn of a transcript."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from goodoffices.reading.actors.person_shapes import PARTICLES
from goodoffices.reading.scene import Scene
from goodoffices.reading.turns import Turn
from goodoffices.reading.voices.heads import heads
from goodoffices.vocabulary.text import Span

_PERSONAL = ("person", "office", "ministry")


def asking(scene: Scene) -> frozenset[int]:
    """The numbers of the sentences in which questions are put: nobody's claims."""
    asked = [turn for turn in scene.turns if turn.asks]
    return frozenset(n for turn in asked for n in _numbers(scene, turn))


class Speaker(NamedTuple):
    """Who has the floor: party id, "" for nobody known; the stored span of the label that then tells who it is."""

    party: str
    label: Span | None = None


def speaking(scene: Scene, own: str) -> Mapping[int, Speaker]:
    """The speaker by the number of the sentence. own: who speaks where a label names nobody ("Answer:")."""
    found: dict[int, Speaker] = {}
    last = Speaker(own)
    for turn in scene.turns:
        who = Speaker("") if turn.asks else last if turn.answers else _labelled(scene, turn, own)
        last = who if who != Speaker("") else last
        found |= dict.fromkeys(_numbers(scene, turn), who)
    return found


def _labelled(scene: Scene, turn: Turn, own: str) -> Speaker:
    if named := _named(scene, turn):
        return Speaker(named)
    return Speaker("", turn.label) if _other(scene, turn) or not own else Speaker(own)


def _numbers(scene: Scene, turn: Turn) -> list[int]:
    first, last = turn.span
    return [s.number for s in scene.sentences if first <= s.span[0] < last]


def _label(scene: Scene, turn: Turn) -> str:
    return scene.words(turn.label)


def _named(scene: Scene, turn: Turn) -> str:
    """The party that the label names: in full, by last name, by initials ("SdeM")."""
    inside = [p for p in scene.parties_in(turn.label) if scene.kind(p) in _PERSONAL]
    if inside:
        return next((p for p in inside if scene.kind(p) == "person"), inside[0])
    bare = re.sub(r"\s*\(.*", "", _label(scene, turn))
    last = bare.split()[-1].casefold()
    people = dict.fromkeys(a.party for a in scene.actors if scene.kind(a.party) == "person")
    for party_id in people:
        party = scene.party(party_id)
        names = party.name.split() if party else []
        if names and (names[-1].casefold() == last or bare == _initials(names)):
            return party_id
    return next(iter(scene.parties_in(turn.label)), "")


def _initials(names: list[str]) -> str:
    return "".join(n if n.casefold() in PARTICLES else n[0] for n in names)


def _other(scene: Scene, turn: Turn) -> bool:
    """Whether the label is a name, of somebody whom the text does not introduce, or somebody who keeps his own, and no
    office ("Special Envoy").
    """
    label = _label(scene, turn)
    kept = label.split()[-1].casefold() in heads().unnamed
    return kept or re.match(r"(?:Mr|Ms|Mrs|Dr|MR|MS|MRS|DR)\b", label) is not None
