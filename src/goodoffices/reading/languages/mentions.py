"""Parties and times named in a text of a language that has a folder."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.reading.actors.names import Hit, institutions
from goodoffices.reading.languages import names
from goodoffices.reading.languages.cueing import counted, cued
from goodoffices.reading.languages.letters import placed, reach
from goodoffices.reading.languages.offices import offices
from goodoffices.reading.languages.patterns import shapes
from goodoffices.reading.languages.times import READINGS, Setting
from goodoffices.vocabulary.party import Parties, Party
from goodoffices.vocabulary.quote import quote
from goodoffices.vocabulary.reading import ActorMention, DateMention
from goodoffices.vocabulary.text import Span, Text
from goodoffices.vocabulary.when import When


class Mentions(Struct, frozen=True, kw_only=True):
    """actors and dates in order; parties: offices minted here, whom nobody knew."""

    actors: tuple[ActorMention, ...]
    dates: tuple[DateMention, ...]
    parties: tuple[Party, ...]


def find(
    code: str, text: Text, document: str, sentences: Sequence[Span], parties: Parties, dated: When | None
) -> Mentions:
    """The parties and times named in `sentences` of a text in language `code`, one of `tongue.codes()`.

    A small word written together with a name ("وفرنسا", "בצרפת") is no part of the mention. Deadlines that are a length
    are counted from what the text names beside them, else from the document's date `dated`.
    """
    actors: list[ActorMention] = []
    dates: list[DateMention] = []
    minted: dict[str, Party] = {}
    setting = Setting(code, dated.latest if dated else None)
    for start, end in sentences:
        content, origin = placed(text.content[start:end])

        def stored(first: int, last: int, start: int = start, origin: Sequence[int] = origin) -> Span:
            return start + origin[first], reach(text.content, start + origin[last - 1] + 1)

        times = tuple(_times(content, setting, dated))
        for (first, last), (left, right), when in times:
            a, b = stored(left, right)
            said = text.content[slice(*stored(first, last))]
            dates.append(DateMention(quote(document, text.content, a, b), replace(when, basis=" ".join(said.split()))))
        taken = [span for _, span, _ in times]
        told = [h for h in _told(code, content, parties) if not any(a < h.end and h.start < b for a, b in taken)]
        outer = offices(code, content, told, parties)
        for office in outer:
            minted.setdefault(office.party.id, office.party)
        spans = {(h.start, h.end): h.party for h in told} | {office.span: office.party.id for office in outer}
        for (first, last), party in sorted(spans.items(), key=lambda item: (item[0][0], -item[0][1])):
            actors.append(ActorMention(quote(document, text.content, *stored(first, last)), party))
    minted |= {party.id: party for party in institutions()}
    named = dict.fromkeys(mention.party for mention in actors)
    unknown = tuple(minted[party] for party in named if party not in parties and party in minted)
    return Mentions(actors=tuple(actors), dates=tuple(dates), parties=unknown)


def _told(code: str, content: str, parties: Parties) -> Iterator[Hit]:
    """The names that are parties here: no places, no languages, capitals only where they speak."""
    for hit in names.hits(code, content, parties):
        if not hit.party or names.is_tongue(code, content, hit):
            continue
        if hit.sort != "capital" or names.speaks(code, content, hit):
            yield hit


def _times(content: str, setting: Setting, dated: When | None) -> Iterator[tuple[Span, Span, When]]:
    """The span of the basis, of the words, and the time; in order and disjoint."""
    found: list[tuple[int, int, When, str]] = []
    for rule, pattern in shapes(setting.code):
        for match in pattern.finditer(content):
            start, end = match.span("x")
            if any(a < end and start < b for a, b, _, _ in found):
                continue
            groups = {name.rstrip("_"): words for name, words in match.groupdict().items() if words is not None}
            when = READINGS[rule](groups, setting)
            if when is not None:
                found.append((start, end, when, rule))
    found.sort(key=lambda item: item[:2])
    done = 0
    for n, (start, end, when, rule) in enumerate(found):
        made = cued(setting.code, content, start, when, rule=rule)
        told, last = made.told, end
        when = made.when
        if rule == "within":
            later = (found[n + 1][0], found[n + 1][2]) if n + 1 < len(found) else None
            when, last = counted(setting.code, content, end, when, dated, later)
        begins = max(made.start, done)
        yield (max(told, done), max(last, end)), (begins, end), when
        done = end
