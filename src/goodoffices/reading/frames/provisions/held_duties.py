"""Duties inside what an adopted text only says: "stresses that all must withdraw", "the need for the sides to talk"."""

import re
from collections.abc import Iterator

from goodoffices.reading.frames.provisions.addressees import addressed
from goodoffices.reading.frames.provisions.setting import Setting
from goodoffices.reading.scene import Scene
from goodoffices.reading.voices import clauses
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Force
from goodoffices.vocabulary.text import Span

_HELD = re.compile(
    r"(?<!event )(?<!case )(?<!provided )(?<!condition )\bthat,?\s+(?P<clause>(?P<who>[^;:]{2,160}?)\s+"
    r"(?:must|shall|should|(?:will|would)\s+(?:not\s+)?be\s+(?:permitted|allowed))\b(?!\s+have\b)[^;]*)"
)
_NEED = re.compile(
    r"\bneed\s+(?:for\s+)?(?P<clause>(?P<who>(?:the\s+|all\s+|both\s+|every\s+|each\s+)[^;,]{2,90}?)\s+to\s+(?:\w+ly\s+)?[a-z]+\b[^;]*)"
)
_PLEDGE = re.compile(
    r"\b(?P<clause>(?:the|its|their|this|his)\s+(?:\w+\s+)?(?:pledge|commitment|undertaking|promise|readiness)"
    r"s?\s+(?P<who>(?:(?:by|of)\s+[^;]{2,120}?)?)\s*(?:\w+ly\s+)?to\s+(?:\w+ly\s+)?(?!the\b|all\b|its\b|their\b|this\b)[a-z]+\b[^;]*)"
)
_ENDS = re.compile(r",\s+(?:and\s+)?(?:\w+ly\s+|also\s+|further\s+)?(?:recalling|noting|as well as|in accordance)\b")

_FORCES: tuple[tuple[re.Pattern[str], Force], ...] = (
    (_HELD, "called_for"),
    (_NEED, "called_for"),
    (_PLEDGE, "undertaken"),
)


def held(scene: Scene, span: Span, decision: Claim) -> Iterator[tuple[Span, Setting]]:
    """What a paragraph at `span` that sets nothing itself holds to be due, or tells to have been undertaken."""
    for pattern, force in _FORCES:
        found = pattern.search(scene.content, *span)
        if found is None:
            continue
        cut = _ENDS.search(scene.content, *found.span("clause"))
        clause = clauses.trimmed(scene.content, found.start("clause"), cut.start() if cut else found.end("clause"))
        bearers = addressed(scene, found.span("who"))
        yield clause, Setting(decision=decision, force=force, addressees=bearers)
        return
