"""Who has the floor in a transcript: its turns, each opened by a label ("Question:", "Mr. Ash:")."""

import re
from collections import Counter
from dataclasses import dataclass

from goodoffices.vocabulary.text import Span, Text

_LABEL = re.compile(
    r"^[ \t]*(?P<label>(?:Q|A|(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|de|of|the|for|van|von|bin|al-\w+)){0,6})"
    r"(?: ?\([^()\n]{2,50}\))?):(?=[ \t]+[\"“‘\[(]?[A-Z0-9])",
    re.MULTILINE,
)
_TRANSCRIPT = re.compile(
    r"\b(?:transcript|stakeout|press (?:conference|availability|encounter|briefing|call|gaggle)|interview|verbatim|"
    r"background (?:briefing|call)|questions? and answers?|Q ?& ?A)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:Q|QUESTION|Question|Journalist|JOURNALIST|Reporter|REPORTER|Interviewer|INTERVIEWER|Moderator|MODERATOR|Press|"
    r"PRESS|Media|Correspondent)\b"
)
_ANSWERS = re.compile(r"(?:A|ANSWER|Answer|Response|RESPONSE)$")
_HEADING = 600  # characters in which a text says that it is a transcript


@dataclass(frozen=True)
class Turn:
    """label: the span of the words before the colon. span: what is said, up to the next label. asks: by somebody who
    puts questions. answers: the label says no more than that this is an answer.
    """

    label: Span
    span: Span
    asks: bool
    answers: bool


def turns(text: Text) -> tuple[Turn, ...]:
    """The turns of a transcript, in order; () for any other text."""
    found = [m for start, end in text.main for m in _LABEL.finditer(text.content, start, end)]
    if not found:
        return ()
    labels = Counter(m["label"] for m in found)
    start = text.main[0][0]
    declared = _TRANSCRIPT.search(text.title) or _TRANSCRIPT.search(text.content, start, start + _HEADING)
    questioned = any(_ASKS.match(label) for label in labels)
    if not (declared or (questioned and len(labels) > 1) or sum(n > 1 for n in labels.values()) > 1):
        return ()
    ends = [*(m.start("label") for m in found[1:]), text.main[-1][1]]
    return tuple(
        Turn(m.span("label"), (m.end(), end), bool(_ASKS.match(m["label"])), bool(_ANSWERS.match(m["label"])))
        for m, end in zip(found, ends, strict=True)
    )
