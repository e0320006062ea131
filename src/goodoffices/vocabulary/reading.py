"""What a reader found in a text: proposals for people to review, and mentions that they rest on."""

from msgspec import Struct

from goodoffices.vocabulary.attribution import Status
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.party import Party
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.when import When


class ActorMention(Struct, frozen=True):
    """A party named in the text: quote of its surface, and the party's id."""

    quote: Quote
    party: str


class DateMention(Struct, frozen=True):
    """An expression of time: quote of its words, and the days they allow."""

    quote: Quote
    when: When


class HedgeMention(Struct, frozen=True):
    """Words that say how firmly something is given: quote of the passage they govern, the cue, the status they mean."""

    quote: Quote
    cue: str
    status: Status


class Reading(Struct, frozen=True, kw_only=True):
    """A function of (text, reader, settings): the same three always give the same reading, byte for byte.

    text: SHA-256 of the Text. reader: its version ("english/6"). settings: what else it was told, as sorted pairs (the
    document's id and date, names the case knows). parties: those found that no table knows, with minted ids.
    """

    text: str
    reader: str
    settings: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]
    actors: tuple[ActorMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    hedges: tuple[HedgeMention, ...] = ()
    parties: tuple[Party, ...] = ()
    notes: tuple[str, ...] = ()
