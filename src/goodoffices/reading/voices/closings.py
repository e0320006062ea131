"""Who closes a sentence: "…, the Delta Observatory said", however the parser took it."""

import re

from goodoffices.reading.scene import Scene, Sentence, Speech

_CLOSING = re.compile(
    r",[”\"’']?\s+((?:[\w’'-]+\s+){0,9}?[\w’'-]+(?:\s+\([A-Z]{2,}\))?)(?:,\s+(?:who|the|an?|its|his|her)\s[^,]{3,90},)?\s+"
    r"(?:who\s[^,]{3,60}\s)?(?:(?:has|have|had)\s+)?(said|says|say|reported|reports|announced|added|told\s+[\w\s]{3,30}|"
    r"claimed|confirmed|estimated|believe|believed)(?:\s+(?:today|yesterday|tonight|later|earlier|late|early|(?:on\s+)?"
    r"\w+day|in\s+(?:an?|its|their|his|her|the|remarks|comments)\s[\w\s]{3,60}|from\s+\w+|on\s+condition\s[\w\s]{3,30}))*"
    r"(?:,\s+(?:as|after|while|adding|citing)\s[^,]{3,120})?[.”\"’']*\s*$"
)
_WITHIN = re.compile(r"\b(?:in|from|at|near|of|to|with|by|for|on)\s")  # "sources in Utopia", "an aide to the minister"
_OWNING = re.compile(r"['’]s? (?:embassy|mission|government|army|ministry|presidency|office)\b")  # Utopia's embassy
_NOBODY = frozenset({"he", "she", "they", "it", "we", "i", "and", "but", "who", "which"})


def closing(scene: Scene, sentence: Sentence) -> None:
    """Records whose word the sentence is by its last words, where nothing else tells it."""
    found = _CLOSING.search(scene.content, *sentence.span)
    if found is None or any(s.speakers for s in sentence.speeches):
        return
    start, end = found.span(1)
    if found.group(1).split()[0].lower() in _NOBODY:
        return
    inside = [a for a in sentence.actors if start <= a.quote.start and a.quote.end <= end]
    named = [
        a.party
        for a in inside
        if (a.quote.end >= end - 1 and not _WITHIN.search(scene.content, start, a.quote.start))
        or _OWNING.match(scene.content, a.quote.end, end)
    ]
    sentence.speeches.insert(0, Speech(tuple(named[:1]), (sentence.span[0], found.end(2)), -1))
