"""Why a proposal was made: the sentence it rests on, the words that set a rule going, who and when is named there, what
times were counted from; on request the parse, made anew.

The parser is deterministic, so that the parse shown is the one the proposal was made with, as long as text, reader and
model are the same.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from goodoffices.reading import candidates, parser, sentences
from goodoffices.reading.frames.events.event_words import event_verbs
from goodoffices.reading.voices.verbs import noun_acts, verbs
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.reading import ActorMention, DateMention, HedgeMention, Reading
from goodoffices.vocabulary.text import Span, Text
from goodoffices.vocabulary.when import When


class Trigger(Struct, frozen=True):
    """A word of a lexicon inside the quote: its place in the text, and what it means there ("act request")."""

    words: str
    start: int
    end: int
    meaning: str


class Word(Struct, frozen=True):
    """A word of the parse, numbered within its sentence: tag (Penn), relation to its head (for the root itself)."""

    number: int
    words: str
    tag: str
    relation: str
    head: int


class Counted(Struct, frozen=True):
    """A time of the claim and the attribute that holds it: its basis are the words, its anchor what they count from."""

    attribute: str
    when: When


class Explanation(Struct, frozen=True, kw_only=True):
    """What a proposal rests on. sentences: spans of those that its first quote touches. parses: one for each of them,
    empty unless asked for.
    """

    sentences: tuple[Span, ...]
    triggers: tuple[Trigger, ...]
    actors: tuple[ActorMention, ...]
    dates: tuple[DateMention, ...]
    hedges: tuple[HedgeMention, ...]
    times: tuple[Counted, ...]
    parses: tuple[tuple[Word, ...], ...] = ()


def explain(claim: Claim, text: Text, reading: Reading, *, parse: bool = False) -> Explanation:
    """The explanation of a claim of `reading` on `text`; a claim without quotes rests on nothing here."""
    quote = claim.quotes[0] if claim.quotes else None
    touched = tuple(s for s in sentences.split(text) if quote and s[0] < quote.end and quote.start < s[1])
    trees = parser.parse(text.content, touched) if quote else []
    return Explanation(
        sentences=touched,
        triggers=tuple(t for tree in trees for t in _triggers(tree, quote)) if quote else (),
        actors=tuple(a for a in reading.actors if _inside(a.quote, touched)),
        dates=tuple(d for d in reading.dates if _inside(d.quote, touched)),
        hedges=tuple(h for h in reading.hedges if quote and h.quote.start < quote.end and quote.start < h.quote.end),
        times=tuple(_times(claim)),
        parses=tuple(tuple(_words(tree)) for tree in trees) if parse else (),
    )


def _triggers(tree: parser.Tree, quote: Quote) -> Iterator[Trigger]:
    for i in tree.words_in(quote.start, quote.end):
        meaning = _meaning(tree.low[i], verbal=tree.verbal(i))
        if meaning:
            yield Trigger(tree.text[i], tree.starts[i], tree.ends[i], meaning)


def _meaning(word: str, *, verbal: bool) -> str:
    """What the lexicons say of a word, "" for one that sets nothing going."""
    if verbal and word in verbs():
        verb = verbs()[word]
        also = sorted(set(verb.particles.values()) - {verb.act})
        return f"{verb.manner}, act {verb.act or 'by its particle'}" + (f" (or {', '.join(also)})" if also else "")
    if verbal and word in event_verbs():
        return f"event {event_verbs()[word].first}"
    if word in noun_acts():
        return f"noun of act {noun_acts()[word]}"
    return "a frame may begin here" if word in candidates.triggers() and (verbal or word.isalpha()) else ""


def _words(tree: parser.Tree) -> Iterator[Word]:
    for i in range(len(tree)):
        yield Word(i, tree.text[i], tree.tag[i], tree.dep[i], tree.head[i])


def _times(claim: Claim) -> Iterator[Counted]:
    if claim.valid is not None:
        yield Counted("valid", claim.valid)
    for name in claim.content.__struct_fields__:
        value: Any = getattr(claim.content, name)
        if isinstance(value, When):
            yield Counted(name, value)


def _inside(quote: Quote, spans: tuple[Span, ...]) -> bool:
    return any(start <= quote.start and quote.end <= end for start, end in spans)
