"""Organisations that no table knows: names that end in Front, Council …, names told after what they are, acronyms."""

import functools
import re

from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.names import WING
from goodoffices.reading.actors.roles import either, roles
from goodoffices.vocabulary.party import PartyKind
from goodoffices.vocabulary.text import Span

_REACH = 80  # characters of a name before its head
_WORD = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][\w'-]*\w"
)
_LEFT = re.compile(
    r"(?:(?<![\w'-])(?:[A-Z][\w'-]*\w|al-[A-Z]\w+)[ -])+$|"
    r"(?:(?<![\w'-])[A-Z][\w'-]*\w,? (?:and )?)+\([A-Z]{2,}\) $"  # "Ports and Harbours (PH) Commission"
)
_PAIRED = re.compile(
    r"(?:(?<=\b[Tt]he )|(?<=[a-z]{3} ))(?:[A-Z][\w'-]*\w )+and (?:[A-Z][\w'-]*\w )+$"
)  # "the Ports and Harbours Mechanism", "the ruling Ports and Harbours Party"
_OF_TASKS = frozenset(
    {"Mechanism", "Commission", "Committee", "Board", "Council", "Mission", "Agency", "Panel", "Party"}
)
_RIGHT = re.compile(rf" (?:of|for) (?:the )?{_WORD}(?: (?:of (?:the )?|and |for (?:the )?)?{_WORD})*")
_SITED = re.compile(rf" in (?:the )?{_WORD}(?: (?:and (?:the )?)?{_WORD})*(?= \()")  # "… in Zara and Lund (MZL)"
_PLURALS = {"United", "Forces", "States", "Nations", "Peoples", "Rights", "Affairs"}
_ACRONYM = re.compile(r" ?\((?:the )?[\"“']?([A-Z][A-Za-z/-]*[A-Z](?: [A-Z]{2,6})?)[\"”']?\)")


@functools.cache
def _headed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(word for words in roles().heads.values() for word in words)})\b")


@functools.cache
def _appositive() -> re.Pattern[str]:
    name = r"(?:al-)?[A-Z][\w-]+"
    return re.compile(rf"\b(?:{either(roles().appositives)}) ({name}(?: {name})*)")


def _kind(head: str) -> PartyKind:
    return next(kind for kind, heads in roles().heads.items() if head in heads)


def organisations(cast: Cast, sentence: Span, told: dict[str, str]) -> None:
    """Names that end in Front, Movement, Council …; told: the last party by the head of its name, for "the Council"
    alone, kept from sentence to sentence.
    """
    content = cast.content
    for found in _headed().finditer(content, *sentence):
        known = cast.ending.get(found.end())
        if known is not None and known.sort == "name" and known.party:
            told[found.group()] = known.party
        if cast.named(*found.span()) or cast.covered(*found.span()) or _headed().match(content, found.end() + 1):
            continue  # of "the Delta Alliance Army" the army is named
        start, end = _extent(cast, found, sentence)
        named = cast.ending.get(found.start() - 1)
        if named is not None and named.start == start and _same(cast, named.party, found.group()):
            cast.mention(start, found.end(), named.party)
        elif (start, end) != found.span():
            owner = cast.starting.get(start)
            kind = _kind(found.group())
            parent = owner.party if owner and owner.sort == "adjective" and kind != "civil_society" else ""
            name = content[start:end]
            party = _told_of(cast, name) or cast.mint(kind, name, parent=parent, prefix="org")
            told[found.group()] = party
            cast.mention(start, end, party)
        elif _ARTICLE.search(content, max(0, start - 20), start):
            if found.group() not in told and _recurs(content, found.group()):
                told[found.group()] = cast.mint("body", f"the {found.group()}", prefix="org", key=found.group())
            if found.group() in told:
                cast.mention(start, end, told[found.group()])


def _names(cast: Cast, start: int, end: int) -> bool:
    """Whether any word from `start` to `end` begins a name that is known: "Utopia and the Council" are two."""
    return any(start <= at < end for at in cast.starting)


_PLAIN = frozenset({"Party", "Movement", "Group", "Organization", "Organisation", "Militia", "Alliance"})
_NAMED_SO = frozenset({"movement", "armed_group", "civil_society"})


def _same(cast: Cast, party_id: str, head: str) -> bool:
    """ "The Zaro Party" is Zaro where that is known as a movement."""
    party = cast.party(party_id) if party_id else None
    return head in _PLAIN and party is not None and party.kind in _NAMED_SO


_SUFFIX = re.compile(r"(?<=\w) (?:of|for) ")


def _told_of(cast: Cast, name: str) -> str:
    """The party already told by that name with or without what it is for: "the Zarani Agency for Ports", "the Zarani
    Agency"; "" where there is none or several.
    """
    short = _SUFFIX.split(name)[0]
    if " " not in short:
        return ""
    told = {
        party_id
        for party_id, party in cast.minted.items()
        if party_id.startswith("org:")
        and (party.name == short or (short == name and _SUFFIX.split(party.name)[0] == name))
    }
    longer = {party_id for party_id in told if _SUFFIX.search(cast.name(party_id))}
    return next(iter(told)) if len(told) == 1 and (short == name or not longer) else ""


_UNNAMED = frozenset(
    {"Board", "Mission", "Commission", "Committee", "Panel", "Tribunal", "Mechanism", "Council", "Agency"}
)


_ARTICLE = re.compile(r"\b[Tt]he (?:ad hoc |joint |follow-up )?$")


def _recurs(content: str, head: str) -> bool:
    """Whether a text that never names it in full keeps speaking of "the Mission": it is a party all the same."""
    return (
        head in _UNNAMED
        and len(re.findall(rf"\b[Tt]he (?:ad hoc |joint |follow-up )?{head}\b(?! (?:of|for|on) )", content)) > 1
    )


def _extent(cast: Cast, found: re.Match[str], sentence: Span) -> Span:
    """From the first capitalised word before the head to the last after it."""
    left = _LEFT.search(cast.content, max(sentence[0], found.start() - _REACH), found.start())
    start = left.start() if left else found.start()
    paired = _PAIRED.search(cast.content, max(sentence[0], start - _REACH), found.start())
    if paired and found.group() in _OF_TASKS and not _names(cast, paired.start(), found.start()):
        start = paired.start()
    for word in cast.content[start : found.start()].split(" ")[:-1]:
        if word not in roles().no_start and not (start == sentence[0] and word.endswith("s") and word not in _PLURALS):
            break
        start += len(word) + 1
    content, last = cast.content, found.end()
    right = (
        WING.match(content, last)
        or _RIGHT.match(content, last, sentence[1])
        or _SITED.match(content, last, sentence[1])
    )
    return start, right.end() if right else found.end()


def apposed(cast: Cast, sentence: Span) -> None:
    """ "The Ruvenian rebel group Zaro": a name after what it is."""
    content = cast.content
    for found in _appositive().finditer(content, *sentence):
        start, end = found.span(1)
        if start in cast.starting or cast.covered(start, end) or content[start:end].split()[0] in roles().no_start:
            continue
        what = found.group(0)[: start - found.start()].strip().lower()
        kind: PartyKind = "movement" if re.search(r"movement|party|organi", what) else "armed_group"
        cast.mention(start, end, cast.mint(kind, content[start:end], prefix="org"))


@functools.cache
def _teamed() -> re.Pattern[str]:
    own = r"(?!Act|Lead|Command|Base|Force|Service|Boat|Member)(?:[A-Z][a-z][\w'-]*|\d{1,2}|[A-Z])"
    return re.compile(rf"\b(?:{either(roles().teams)}) {own}\b")


_DOING = re.compile(r" (?:also |then |again |later )?(?:\w+ed|was|were|has|had|heard|saw|found|met|went|told|took)\b")


def teams(cast: Cast, sentence: Span) -> None:
    """ "Team North", "MVT Lund", "Patrol 3": those whom a mission sends out, where the text lets them do something."""
    content = cast.content
    for found in _teamed().finditer(content, *sentence):
        start, end = found.span()
        last = found.group().split()[-1]
        if cast.covered(start, end) or start in cast.starting or last in roles().no_start:
            continue
        if _DOING.match(content, end) or content[max(0, start - 3) : start] == "by ":
            cast.mention(start, end, cast.mint("body", found.group(), prefix="org"))


_CAPITALS = re.compile(r"(?<![\w.&/-])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[-‑/][A-Z]{2,4})?(?![\w&/]|-\d|\.\w)")
_REBELS = re.compile(r" (rebels|guerrillas|insurgents|separatists|militants|militiamen|fighters|mujahideen)\b")
_TIMES_TOLD = 2


_NO_ACRONYM = re.compile(r"[IVXLCDM]+|[A-Z]{3,}(?:S|ED|ING)(?<=[A-Z]{5})")  # a number; "CALLS", as resolutions print it


def unexplained(cast: Cast, sentences: tuple[Span, ...]) -> None:
    """Acronyms that a text never spells out ("RTGoNU") and uses again, or lets speak: parties all the same."""
    places: dict[str, list[Span]] = {}
    for sentence in sentences:
        said = cast.content[slice(*sentence)]
        if said.upper() == said:
            continue  # a heading in capitals
        for found in _CAPITALS.finditer(cast.content, *sentence):
            word = found.group()
            capitals = sum(c.isupper() for c in word)
            if capitals < 3 or word in roles().no_party or _NO_ACRONYM.fullmatch(word):
                continue
            known = cast.named(*found.span()) or cast.covered(*found.span())
            if 2 * capitals >= len(word.replace("-", "")) and not known:
                places.setdefault(word, []).append(found.span())
    initials = {_initials(party.name): party_id for party_id, party in cast.minted.items() if " " in party.name}
    for word, spans in places.items():
        if word in initials:  # "the EU Monitoring Mission … EUMM"
            for span in spans:
                cast.mention(*span, initials[word])
        elif len(spans) >= _TIMES_TOLD or any(_acting(cast.content, end) for _, end in spans):
            party = cast.mint("body", word, prefix="org")
            for span in spans:
                cast.mention(*span, party)


def _inner(cast: Cast, party: str, end: int) -> bool:
    """Whether another name ends there too: the acronym after "the envoy for the Delta Front" is the front's."""
    hit = cast.ending.get(end)
    return hit is not None and hit.party != party and hit.sort == "name"


def _initials(name: str) -> str:
    """The capitals of a name: "EU Monitoring Mission" gives EUMM."""
    return "".join(word if word.isupper() else word[0] for word in name.split() if word[0].isupper())


def _acting(content: str, end: int) -> bool:
    """Whether a verb of persons or governments follows."""
    verb = re.match(r" (?:also |now |has |had |have |would |will )*([a-z]+)", content[end : end + 40])
    return verb is not None and (verb.group(1) in roles().person_verbs or verb.group(1) in _WATCHING)


_WATCHING = frozenset({"reported", "recorded", "registered", "observed", "confirmed", "verified", "conducted"})


def rebels(cast: Cast, sentence: Span) -> None:
    """ "Ruvenian rebels", "Zarani guerrillas": an armed group by where it stands."""
    content = cast.content
    for found in _REBELS.finditer(content, *sentence):
        before = re.search(
            r"(?:[A-Z][\w'-]*[ -])*[A-Z][\w'-]+$", content[max(sentence[0], found.start() - 40) : found.start()]
        )
        if before is None:
            continue
        start = found.start() - len(before.group())
        words = content[start : found.start()].split()
        while words and (words[0] in roles().no_start or words[0] in _COUNTS):
            start += len(words[0]) + 1
            words = words[1:]
        if not words or cast.covered(start, found.end(1)):
            continue
        hit = cast.starting.get(start)
        if hit is None and words[-1][-2:] not in ("an", "ic", "sh", "se", "ni", "ti", "hi", "ri", "di", "ur", "it"):
            continue
        named = cast.party(hit.party) if hit is not None and hit.party else None
        if named is not None and named.kind in ("armed_group", "movement"):
            continue  # its own fighters
        party = cast.mint("armed_group", content[start : found.end(1)], prefix="org")
        cast.mention(start, found.end(1), party)


_COUNTS = frozenset(
    {"Two", "Three", "Four", "Five", "Some", "Many", "Several", "Hundreds", "Thousands", "Armed", "All"}
)


def _spelt_out(cast: Cast, party_id: str, known_id: str) -> bool:
    """Whether a name that no table has is that of the known party whose acronym follows it: "the Utopian Liberation
    Army (ULA)", in whatever language the letters are, if both are of one kind.
    """
    party, known = cast.minted.get(party_id), cast.party(known_id) if known_id else None
    if party is None or known is None or not party_id.startswith("org:"):
        return False
    initials = "".join(word[0] for word in party.name.split() if word[0].isupper())
    return (
        {party.kind, known.kind} <= _NAMED_SO or known_id.upper() == initials or initials in known.names.get("en", ())
    )


def acronyms(cast: Cast, sentences: tuple[Span, ...]) -> None:
    """ "The Zarani Liberation Front (ZLF)": ZLF from there on."""
    short: dict[str, str] = {}
    spans = [*cast.outer.items(), *(((h.start, h.end), h.party) for h in cast.hits if h.sort == "name" and h.party)]
    for (_, end), party in spans:
        found = _ACRONYM.match(cast.content, end)
        known = cast.starting.get(found.start(1)) if found else None
        if found and known is not None and known.end == found.end(1) and _spelt_out(cast, party, known.party):
            for span in [span for span, other in cast.outer.items() if other == party]:
                cast.outer[span] = known.party
            continue
        if found and found.group(1)[0].lower() not in {word[0].lower() for word in cast.name(party).split()}:
            continue  # "the Mission in Zara (MZ)" is not Zara
        if found and found.start(1) not in cast.starting and not _inner(cast, party, end):
            short.setdefault(found.group(1), party)
    if short:
        pattern = re.compile(
            rf"(?<![\w/-])(?:{'|'.join(map(re.escape, sorted(short, key=len, reverse=True)))})(?![\w/-])"
        )
        for sentence in sentences:
            for found in pattern.finditer(cast.content, *sentence):
                if not cast.covered(*found.span()) and found.start() not in cast.starting:
                    cast.mention(*found.span(), short[found.group()])
