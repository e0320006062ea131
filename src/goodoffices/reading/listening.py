"""Which sentences are somebody's own words throughout: of a speech, of a body's statement, inside a quotation."""

import re
from collections.abc import Mapping

from goodoffices.reading.frames.statements.speech_words import telling
from goodoffices.reading.scene import BODIES, Scene
from goodoffices.reading.voices.floor import Speaker
from goodoffices.reading.voices.quotations import continued

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def held(scene: Scene, floor: Mapping[int, Speaker], own: str) -> frozenset[int]:
    """The numbers of the sentences that are worth a parse as somebody's words: there, nothing need say that he speaks.

    floor: who speaks in a transcript, by sentence; own: whose speech the text is.
    """
    speaks = bool(own) or scene.kind(scene.issuer) in BODIES
    spoken = {n for n, who in floor.items() if who != Speaker("")} if floor else set()
    if speaks and not scene.report:
        spoken |= {s.number for s in scene.sentences if s.number not in floor}
    quoted = continued(scene)
    return frozenset(quoted | {n for n in spoken - quoted if _tells(scene, n)})


def _tells(scene: Scene, number: int) -> bool:
    start, end = scene.sentences[number].span
    return not telling().isdisjoint(_WORD.findall(scene.content[start:end].lower()))
