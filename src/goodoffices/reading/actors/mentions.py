"""Who is named in a text: one entity a party, every mention of it in order."""

import bisect
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.metonyms import is_place, is_tongue
from goodoffices.reading.actors.names import Hit, hits, inner
from goodoffices.reading.actors.offices import groups, ministries, offices
from goodoffices.reading.actors.oppositions import oppositions
from goodoffices.reading.actors.organisations import acronyms, apposed, organisations, rebels, teams, unexplained
from goodoffices.reading.actors.peoples import peoples
from goodoffices.reading.actors.persons import Persons
from goodoffices.reading.actors.roles import Role, found, roles
from goodoffices.reading.folding import collapsed, folded
from goodoffices.vocabulary.party import Parties, Party
from goodoffices.vocabulary.quote import quote
from goodoffices.vocabulary.reading import ActorMention
from goodoffices.vocabulary.text import Span, Text


class Actors(Struct, frozen=True, kw_only=True):
    """mentions: in order; two are disjoint, or one lies inside the other (the state inside its office). parties: those
    minted here, whom `parties` did not know. places: spans of names used as places.
    """

    mentions: tuple[ActorMention, ...]
    parties: tuple[Party, ...]
    places: tuple[Span, ...]


def find(text: Text, document: str, sentences: Sequence[Span], parties: Parties) -> Actors:
    """The parties named in `sentences`. A text that names no person is not made to name one: an office without a name
    is a party of its own ("office:foreign-minister-of-russia").
    """
    content, places_of = collapsed(folded(text.content))
    if places_of is not None:
        return _replaced(
            find(_single(text, content, places_of), document, _moved(sentences, places_of), parties),
            text,
            document,
            places_of,
        )
    spans = tuple(sentences)
    named = [hit for start, end in text.main for hit in hits(content, start, end, parties)]
    told = tuple(hit for hit in named if not is_tongue(content, hit))
    told, peopled = peoples(content, told)
    cast = Cast(content, parties, told)
    cast.minted.update(peopled)
    persons = Persons(cast)
    _people_and_offices(cast, persons, spans)
    places = {(h.start, h.end) for h in told if is_place(cast, h)}
    mentions = [*cast.outer.items(), *_names(cast, told, places, parties)]
    inside = [(span, party) for span, party in mentions if _within(span, spans)]
    ordered = sorted({*inside}, key=lambda m: (m[0][0], -m[0][1], m[1] in parties))
    return Actors(
        mentions=tuple(ActorMention(quote(document, text.content, *span), party) for span, party in ordered),
        parties=_minted(cast, [party for _, party in ordered], parties),
        places=tuple(sorted(places)),
    )


def _moved(spans: Sequence[Span], origin: Sequence[int]) -> tuple[Span, ...]:
    """Spans of the stored text in the one whose white space is collapsed."""
    return tuple((bisect.bisect_left(origin, a), bisect.bisect_left(origin, b)) for a, b in spans)


def _single(text: Text, content: str, origin: Sequence[int]) -> Text:
    """The text with single spaces, in which names are sought: of a PDF "United  Nations" is a name as well."""
    return replace(text, content=content, main=_moved(text.main, origin))


def _replaced(found: Actors, text: Text, document: str, origin: Sequence[int]) -> Actors:
    """What was found there, at its places in the stored text."""
    places = tuple((origin[a], origin[b - 1] + 1) for a, b in found.places)
    mentions = tuple(
        ActorMention(quote(document, text.content, origin[m.quote.start], origin[m.quote.end - 1] + 1), m.party)
        for m in found.mentions
    )
    return Actors(mentions=mentions, parties=found.parties, places=places)


def _within(span: Span, sentences: Sequence[Span]) -> bool:
    at = bisect.bisect_right(sentences, span[0], key=lambda sentence: sentence[0]) - 1
    return at >= 0 and span[1] <= sentences[at][1]


def _people_and_offices(cast: Cast, persons: Persons, sentences: tuple[Span, ...]) -> None:
    last: dict[str, str] = {}
    opposed: dict[str, str] = {}
    sent = any(f"{word} " in cast.content for word in roles().teams)
    for sentence in sentences:
        ministries(cast, sentence)
        organisations(cast, sentence, last)
        apposed(cast, sentence)
        oppositions(cast, sentence, opposed)
        rebels(cast, sentence)
        if sent:
            teams(cast, sentence)
    seen = tuple(role for start, end in sentences for role in found(cast.content, start, end))
    for role in seen:
        _role(cast, persons, role)
    persons.untitled(sentences)
    persons.bare()
    persons.again(sentences)
    for role in seen:
        _told_again(cast, persons, role)
    acronyms(cast, sentences)
    unexplained(cast, sentences)


def _role(cast: Cast, persons: Persons, role: Role) -> None:
    known = next((h for at in (role.end, role.start) for h in (cast.ending.get(at), cast.starting.get(at)) if h), None)
    party = cast.party(known.party) if known and known.start <= role.start < known.end else None
    if party is not None and party.kind != "office":
        return  # the General of the General Assembly
    if role.sort in ("group", "authority"):
        groups(cast, role)
    elif role.sort == "offices" and persons.listed(role):
        pass
    elif role.sort == "offices" or (not persons.titled(role) and role.sort == "office"):
        offices(cast, persons, role)


def _told_again(cast: Cast, persons: Persons, role: Role) -> None:
    """ "The spokeswoman" for the last person in that role."""
    article = re.search(r"\b[Tt]he $", cast.content[max(0, role.start - 4) : role.start])
    if article and role.sort in ("office", "title") and not cast.covered(role.start, role.end):
        person = persons.holder(role.start, role.singular)
        if person:
            cast.mention(role.start, role.end, person)


def _names(cast: Cast, told: tuple[Hit, ...], places: set[Span], parties: Parties) -> Iterator[tuple[Span, str]]:
    """The names that are parties: not places, nor parts of a person's name."""
    for hit in told:
        span = (hit.start, hit.end)
        if span in places or not hit.party or cast.cut(*span):
            continue
        if hit.start in cast.first and cast.outer[cast.first[hit.start]] == hit.party:
            continue  # Zaro in "the Zaro Party", which is Zaro
        if hit.party == "unsg" and hit.start in cast.first and cast.first[hit.start][1] > hit.end:
            continue  # "the Secretary-General of the League" is not the United Nations'
        around = cast.last.get(hit.end)
        if around is not None and (cast.outer[around].startswith("person:") or cast.outer[around] == hit.party):
            continue  # Michael Jordan; a person whom the case knows, told with the role
        yield span, hit.party
        party = cast.party(hit.party)
        if party is not None and party.kind == "office":
            yield from (((h.start, h.end), h.party) for h in inner(cast.content, hit, parties))


def _minted(cast: Cast, mentioned: Sequence[str], parties: Parties) -> tuple[Party, ...]:
    """Parties of the mentions that `parties` does not know, with those they belong to, in order of mention."""
    wanted: dict[str, Party] = {}
    for party_id in mentioned:
        party = cast.party(party_id)
        if party is not None and party_id not in parties:
            wanted.setdefault(party_id, party)
    return tuple(wanted.values())
