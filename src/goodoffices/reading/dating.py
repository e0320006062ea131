"""Since when a claim holds, where its frame did not say: the date told beside it, else the document's."""

import re

from msgspec.structs import replace

from goodoffices.reading.scene import Scene
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.when import When, no_later_than

BASIS = "the document’s date"

# What an author tells as standing holds when the document was written; what is told as done was done by then.
_STANDING = frozenset({"linkage", "disagreement", "convergence", "position"})
_DONE = frozenset({"provision", "concession"})


_LEAD = re.compile(r"\W*(?:(?:early |late )?(?:on|in|during))?", re.IGNORECASE)


def dated(claims: tuple[Claim, ...], scene: Scene) -> tuple[Claim, ...]:
    """The claims, each with the time since when it holds, as far as the text or the document's date gives one."""
    return tuple(claim if claim.valid else replace(claim, valid=_since(claim, scene)) for claim in claims)


def _since(claim: Claim, scene: Scene) -> When | None:
    if claim.kind not in _STANDING | _DONE:
        return None
    beside = _beside(claim, scene)
    if beside or scene.dated is None:
        return beside
    held = scene.dated if claim.kind in _STANDING else no_later_than(scene.dated)
    return held.said(BASIS, anchor="document")


def _beside(claim: Claim, scene: Scene) -> When | None:
    """The date with which the sentence begins ("In June 2030, …"), if it was past when the document was written. One
    told further on may belong to another clause.
    """
    start = claim.quotes[0].start
    sentence = next((s for s in scene.sentences if s.span[0] <= start < s.span[1]), None)
    first = next(iter(sentence.dates), None) if sentence else None
    if sentence is None or first is None or not _past(first, scene):
        return None
    return first.when if _LEAD.fullmatch(scene.words((sentence.span[0], first.quote.start))) else None


def _past(mention: DateMention, scene: Scene) -> bool:
    """Whether it names days, and none that lie after the document; a deadline, which has no earliest day, does not."""
    when = mention.when
    if when.earliest is None or when.latest is None:
        return False
    written = scene.dated.latest if scene.dated else None
    return written is None or when.earliest <= written
