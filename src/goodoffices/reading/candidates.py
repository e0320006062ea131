"""Which sentences are worth a parse: those with a word that some frame begins from."""

import functools
import re
from collections.abc import Iterable
from typing import Any

from goodoffices.reading.frames.events.event_words import event_verbs, happenings, told_as
from goodoffices.reading.frames.exchanges.exchange_words import exchange
from goodoffices.reading.frames.figures.shares import triggers as share_words
from goodoffices.reading.frames.meetings.meeting_words import lexicon as meeting_words
from goodoffices.reading.frames.provisions.ours import DUTIES
from goodoffices.reading.frames.provisions.programmes import cues as programme_cues
from goodoffices.reading.lexicon import table
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices.conditions import lexicon as condition_words
from goodoffices.reading.voices.force_words import forces
from goodoffices.reading.voices.verbs import acts, forms_of, noun_acts, verbs

_PRONOUN = re.compile(r"(?:^|[,;:—]\s+(?:and\s+|but\s+)?)(?:It|it|They|they|He|he|She|she)\b")
_SIGN = re.compile(r"[$€£]\s?\d|\d\s?%")
_NONE = re.compile(r"\bthere (?:is|are|can be|must be|will be) no\b")
_WORD = re.compile(r"[a-zé]+(?:-[a-z]+)*")


@functools.cache
def triggers() -> frozenset[str]:
    """Every word from which a frame may begin."""
    words: set[str] = set(verbs()) | set(noun_acts()) | set(acts().messages) | set(acts().adjectives)
    words |= set(event_verbs()) | set(share_words())
    words |= (
        meeting_words().meet
        | meeting_words().gather
        | meeting_words().nouns
        | meeting_words().sittings
        | meeting_words().meals
        | meeting_words().heard
        | exchange().differing.nouns
        | happenings().counted
        | set(happenings().nouns)
        | set(told_as())
    )
    words |= set(forms_of(tuple(acts().ours))) | DUTIES
    words |= set(forms_of(tuple(condition_words().verbs))) | set(forms_of(tuple(exchange().ceding)))
    words |= set(forms_of(exchange().rewarding)) | set(forms_of(happenings().expiry)) | forces().commitment_nouns
    truce: dict[str, Any] = table("truce", dict[str, Any])
    words |= {w.split()[-1] for group in truce["nouns"].values() for w in group}
    words |= {
        w
        for phrase in (*exchange().differing.phrases, *exchange().converging, *exchange().gesture)
        for w in phrase.split()
        if len(w) > 5
    }
    words |= {word for phrase in programme_cues() for word in phrase.split()[-1:]}
    words |= set(forms_of((*forces().called_for_verbs, *forces().undertaken_verbs, *forces().expected_verbs)))
    words |= {
        "against",
        "given",
        "granted",
        "favour",
        "favor",
        "let",
        "must",
        "need",
        "shall",
        "should",
        "will",
        "goal",
        "aim",
        "arrival",
        "visit",
        "linkage",
        "odds",
        "conditional",
        "package",
        "precondition",
        "unless",
    }
    words |= {word for phrase in condition_words().hanging for word in phrase.split() if len(word) > 4}
    return frozenset(words)


def worth_parsing(scene: Scene, sentence: Sentence) -> bool:
    """Whether any frame could begin in the sentence: a trigger, and somebody who could be meant; or a hedge."""
    if sentence.hedges:
        return True
    if _SIGN.search(scene.content, *sentence.span) or _seen_by(scene, sentence) or _quoted(scene, sentence):
        return True
    said = scene.content[sentence.span[0] : sentence.span[1]].lower()
    return not triggers().isdisjoint(_WORD.findall(said)) or _NONE.search(said) is not None


def _seen_by(scene: Scene, sentence: Sentence) -> bool:
    """Whether it opens with "For Utopia", by which its view is told."""
    start = sentence.span[0]
    return scene.content.startswith("For ", start) and any(a.quote.start - start < 9 for a in sentence.actors[:1])


def _quoted(scene: Scene, sentence: Sentence) -> bool:
    """Whether it opens a quotation, of which another sentence may tell whose word it is."""
    return scene.content[sentence.span[0]] in '"“«'


def candidates(scene: Scene, also: Iterable[int] = ()) -> list[Sentence]:
    """The sentences to parse: those worth it and those of `also`, and before one that opens with a pronoun the one it
    looks back to.
    """
    wanted = {n for n in also if not scene.sentences[n].adopted}
    wanted |= {s.number for s in scene.sentences if not s.adopted and worth_parsing(scene, s)}
    for number in sorted(wanted):
        before = scene.sentences[number - 1] if number else None
        if before is not None and not before.adopted and _PRONOUN.search(scene.content, *scene.sentences[number].span):
            wanted.add(before.number)
    return [scene.sentences[n] for n in sorted(wanted)]
