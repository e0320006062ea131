"""A text as the frames see it: its sentences with their trees, the parties and dates named in each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from goodoffices.reading.parser import Tree
from goodoffices.reading.turns import turns
from goodoffices.vocabulary.attribution import Status
from goodoffices.vocabulary.party import Parties, Party
from goodoffices.vocabulary.quote import Quote, quote
from goodoffices.vocabulary.reading import ActorMention, DateMention
from goodoffices.vocabulary.text import Span, Text
from goodoffices.vocabulary.when import When

BODIES = frozenset({"organ", "body", "intergovernmental", "informal_group"})  # kinds that decide and set things
SIDES = frozenset({"state", "territory", "people", "armed_group", "movement"})  # kinds that stand against each other


@dataclass(frozen=True)
class Hedge:
    """A cue and the stored span of the words that it governs.

    trailing: it closes its sentence after a comma, or after a clause that opens with "whether" or "that". inner: it
    governs only claims that begin after it. aside: no passage of its own is made of it.
    """

    span: Span
    cue: Span
    status: Status
    trailing: bool = False
    inner: bool = False
    aside: bool = False


@dataclass(frozen=True)
class Speech:
    """Somebody's word inside a sentence: whose, the stored span of what is said, whether the author doubts it.

    verb: number of the word that says it, -1 for "according to". stance: the author's report of a stand, no saying.
    by: the stored span of the words for who says it, where no party is meant; None where the text has none.
    """

    speakers: tuple[str, ...]
    span: Span
    verb: int
    alleging: bool = False
    stance: bool = False
    by: Span | None = None


@dataclass
class Sentence:
    """A sentence of the main text. tree: None where nothing called for a parse. adopted: the frames of running text
    leave it alone: a title, a question in a transcript, a part of an adopted text that is read by its paragraphs.
    """

    number: int
    span: Span
    actors: tuple[ActorMention, ...]
    dates: tuple[DateMention, ...]
    tree: Tree | None = None
    adopted: bool = False
    hedges: list[Hedge] = field(default_factory=list)
    speeches: list[Speech] = field(default_factory=list)
    subjects: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    groups: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    lead: tuple[str, ...] = ()  # the subject of its main clause
    teller: Span | None = None  # the words for who says it, where that is no party
    headed: tuple[str, ...] | None = None  # whom its subject means, where that stands above the list it is an item of


class Scene:
    """A document on the table. voice: party id of who says "I" and "we" in it, in a transcript in the sentence that
    is being read, "" where that is unknown; label: the span of what the transcript then calls him; turns: those of a
    transcript; shalls: how often it says "shall"; duty_modals: those by which it sets duties between signatories, the
    parties named in its title; itemised: whether it is set out in items; d_day: the day from which it counts "D + 30",
    if it tells that; report: whether it calls itself one; issuer: whose statement the document is, as its title says.
    """

    def __init__(
        self,
        text: Text,
        document: str,
        dated: When | None,
        parties: Parties,
        sentences: Sequence[Span],
        actors: Iterable[ActorMention],
        dates: Iterable[DateMention],
    ) -> None:
        self.text, self.document, self.dated, self.parties = text, document, dated, parties
        self.content = text.content
        self.actors, self.dates = tuple(actors), tuple(dates)
        named, timed = _within(sentences, self.actors), _within(sentences, self.dates)
        self.sentences = [
            Sentence(n, span, tuple(a), tuple(d))
            for n, (span, a, d) in enumerate(zip(sentences, named, timed, strict=True))
        ]
        self.voice = ""
        self.label: Span | None = None
        self.turns = turns(text)
        self.duty_modals: frozenset[str] = frozenset()
        self.signatories: tuple[str, ...] = ()
        self.itemised = False
        self.d_day: When | None = None
        self.report = False
        self.issuer = ""
        self.shalls = sum(self.content[a:b].count(" shall ") for a, b in text.main)

    @property
    def agreement(self) -> bool:
        """Whether the document itself sets duties between signatories."""
        return bool(self.duty_modals)

    @property
    def speaker(self) -> str:
        """The party id of whose "we" and whose wishes the text holds: its voice, else its issuer; "" where unknown."""
        return self.voice or ("" if self.label else self.issuer)

    def quote(self, span: Span) -> Quote:
        """The words at `span` as a quote of this document."""
        return quote(self.document, self.content, *span)

    def words(self, span: Span) -> str:
        """The words at `span`, white space folded."""
        return " ".join(self.content[span[0] : span[1]].split())

    def party(self, party_id: str) -> Party | None:
        """The party, None for one that no table knows."""
        return self.parties.get(party_id)

    def kind(self, party_id: str) -> str:
        """The party's kind, "" for one that no table knows."""
        found = self.party(party_id)
        return found.kind if found else ""

    def behalf(self, party_id: str) -> str:
        """The topmost party for which this one speaks; itself where it has no parent."""
        seen = {party_id}
        while (found := self.party(party_id)) and found.parent and found.parent not in seen:
            party_id = found.parent
            seen.add(party_id)
        return party_id

    def ahead(self, when: When, told: When | None = None) -> bool:
        """Whether a time lies after the document was written, or after `told` where its date is unknown."""
        since = self.dated or told
        written = since.latest if since else None
        return when.earliest is not None and written is not None and when.earliest > written

    def actors_in(self, span: Span) -> tuple[ActorMention, ...]:
        """The mentions of parties inside `span`, in order."""
        return tuple(a for a in self.actors if span[0] <= a.quote.start and a.quote.end <= span[1])

    def parties_in(self, span: Span) -> tuple[str, ...]:
        """The parties named inside `span`, in order, each once."""
        return tuple(dict.fromkeys(a.party for a in self.actors_in(span)))

    def dates_in(self, span: Span) -> tuple[DateMention, ...]:
        """The expressions of time inside `span`, in order."""
        return tuple(d for d in self.dates if span[0] <= d.quote.start and d.quote.end <= span[1])


M = TypeVar("M", ActorMention, DateMention)


def _within(sentences: Sequence[Span], mentions: Iterable[M]) -> list[list[M]]:
    """For every sentence the mentions inside it; both ascend."""
    found: list[list[M]] = [[] for _ in sentences]
    at = 0
    for mention in sorted(mentions, key=lambda m: m.quote.start):
        while at < len(sentences) and sentences[at][1] < mention.quote.end:
            at += 1
        if at < len(sentences) and sentences[at][0] <= mention.quote.start:
            found[at].append(mention)
    return found
