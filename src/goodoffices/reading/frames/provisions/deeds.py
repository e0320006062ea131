"""The deeds in one paragraph of an adopted text: "requests it to send a mission, report within a month and to …"."""

import functools
import re

from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.force_words import forces
from goodoffices.vocabulary.text import Span

_ADVERBS = r"(?:(?:\w+ly|also|further|in\s+particular|where\s+appropriate)\s+){0,2}"
_FEW = 3  # words: what is shorter is no deed of its own


@functools.cache
def _joined() -> re.Pattern[str]:
    deeds = "|".join(sorted(map(re.escape, forces().deeds), key=len, reverse=True))
    return re.compile(
        rf"[,;]?\s+and\s+(?P<to>{_ADVERBS}to\s+{_ADVERBS}(?:{deeds})\b)|"
        rf"[,;]\s+(?:and\s+)?(?P<bare>{_ADVERBS}(?:{deeds})\b(?!\s+(?:of|by|and|,)\b))|"
        rf"\s+and\s+(?P<and>(?:{deeds})\s+(?:the|all|any|its|their|a|an|that|from|with|in|no)\b)"
    )


@functools.cache
def _any_deed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:to\s+(?:\w+ly\s+)?[a-z]+|(?:must|shall|should)|{'|'.join(sorted(forces().deeds))})\b")


_FIRST = re.compile(r"\bto\s+(?:not\s+)?(?:\w+ly\s+)?[a-z]+\b|\bthat\b")
_ASIDE = re.compile(r"\b(?:in order to|so as to|with a view to|by|which|who)\b[^;]*$")


def deeds(content: str, span: Span) -> list[Span]:
    """The words of a paragraph at `span`, cut before each further thing that is to be done."""
    first = _FIRST.search(content, *span)
    if first is None:
        return [span]
    parts, at = [], span[0]
    for found in _joined().finditer(content, first.end(), span[1]):
        begun = next(found.start(name) for name in ("to", "bare", "and") if found[name])
        part = clauses.trimmed(content, at, found.start())
        apart = found["to"] or (
            _ASIDE.search(content[at : found.start()]) is None
            and _any_deed().search(content, first.start(), found.start()) is not None
        )
        if not apart or len(content[part[0] : part[1]].split()) < _FEW:
            continue
        parts.append(part)
        at = begun
    return [*parts, clauses.trimmed(content, at, span[1])]
