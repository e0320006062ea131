"""Terms: truces, mandates, treaties that run from a day until a day; told in one sentence or chained over several."""

import datetime as dt
import functools
import re
from dataclasses import dataclass
from dataclasses import field as field_
from typing import Any, Literal

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.terms.lengths import counted_until, lasting, lengths, prolonged, running
from goodoffices.reading.frames.terms.truces import AGREED, BROKEN, EXTENDED, MADE, REACHED, WANTED
from goodoffices.reading.lexicon import table
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.kinds import Instrument, Term
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

What = Literal["truce", "mandate", "mechanism", "moratorium", "treaty", "programme"]
Ended = Literal["", "expired", "broken", "replaced", "unknown"]
_KINDS: tuple[What, ...] = ("truce", "mandate", "moratorium", "treaty")
_UNTIL = re.compile(
    r"\b(?:until|till|through|up to|(?:to )?expir(?:e|es|ed|ing|y)(?: at [\w:.]+)?(?: on| in| at)?|comes? to an end on|"
    r"(?:ends?|ended|lapsed?|lapses|terminates?|collapsed|broke down|ceased) (?:on|in)|r[au]ns? (?:out on|to))"
    r"\s+(?:the end of\s+)?$",
    re.IGNORECASE,
)
_RAN = re.compile(r"\b(?:expired|expires|extended|ended|until|renewed|lapsed|collapsed|prolonged|extension)\b")
_ANAPHOR = re.compile(r"\b(?:the|this|that|its|their)\s+(?:\w+[\s-]){0,2}?$", re.IGNORECASE)
_ADOPTING = re.compile(
    r"(?:\(?\w\) )?(?:Also |Further )?"
    r"(?:To renew|To extend|To prolong|Decides|Extends|Renews|Prolongs|Authorizes|decides|extends|renews)\b"
)
_SIDES = frozenset({"state", "territory", "people", "armed_group", "movement", "organ", "intergovernmental"})


@dataclass
class _Told:
    """A term as far as it has been told."""

    what: What
    spans: list[Span]
    attribution: Attribution
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    begins: When | None = None
    until: When | None = None
    instruments: list[Instrument] = field_(default_factory=list)
    ended: Ended = ""
    strong: bool = False
    made: bool = False  # told as concluded, be it without a day
    owners: tuple[str, ...] = ()  # whose mandate


@functools.cache
def lexicon() -> dict[str, Any]:
    """data/en/truce.yaml as it stands; the file explains its keys."""
    return table("truce", dict[str, Any])


@functools.cache
def _phrases(key: str) -> re.Pattern[str]:
    words = sorted(lexicon()[key], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@functools.cache
def often() -> re.Pattern[str]:
    """How often something was extended, where it is told without days."""
    return re.compile(rf"\b(?:{'|'.join(lexicon()['times'])})\b", re.IGNORECASE)


@functools.cache
def _nouns(what: str) -> re.Pattern[str]:
    words = sorted(lexicon()["nouns"][what], key=len, reverse=True)
    phrases = "|".join(r"\s+".join(map(re.escape, w.split())) for w in words)
    return re.compile(rf"\b(?:{phrases})s?\b", re.IGNORECASE)


@functools.cache
def any_noun() -> re.Pattern[str]:
    """Any noun of a term, in small letters: what a sentence needs to begin one."""
    return re.compile("|".join(_nouns(what).pattern.lower().replace(r"\S", r"\s") for what in _KINDS))


def propose(scene: Scene, drafts: Drafts) -> None:
    """Proposes the terms of a whole text: later sentences carry on what earlier ones began."""
    told: list[_Told] = []
    for sentence in scene.sentences:
        if not told and not any_noun().search(scene.content[slice(*sentence.span)].lower()):
            continue
        for what in _KINDS:
            found = _read(scene, sentence, what, known=any(t.what == what for t in told))
            if found is not None:
                _chain(scene, sentence, told, found)
    for term in told:
        running = term.strong and (term.begins or term.until or term.instruments or term.ended)
        if not running and not term.made:
            continue
        content = Term(
            what=term.what,
            parties=term.parties,
            mediators=term.mediators,
            begins=term.begins,
            until=term.until,
            instruments=tuple(term.instruments),
            ended=term.ended,
        )
        drafts.add(content, term.spans, rule=f"term.{term.what}", attribution=term.attribution, valid=term.begins)


@functools.cache
def _again(what: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, lexicon()["again"].get(what, ["(?!)"])))
    return re.compile(rf"(?<=\bthe )(?:{words})\b|(?<=\bthis )(?:{words})\b|(?<=\bthat )(?:{words})\b", re.IGNORECASE)


def _noun(scene: Scene, sentence: Sentence, what: What, *, known: bool) -> re.Match[str] | None:
    """The noun of the term in a sentence; once one is known, also another word for it."""
    found = _nouns(what).search(scene.content, *sentence.span)
    return found or (_again(what).search(scene.content, *sentence.span) if known else None)


def _read(scene: Scene, sentence: Sentence, what: What, *, known: bool) -> _Told | None:
    """What one sentence tells of a term, None where it only names one."""
    content, span = scene.content, sentence.span
    noun = _noun(scene, sentence, what, known=known)
    if noun is None:
        return None
    begun, ended, extended = (_phrases(k).search(content, *span) for k in ("begin", "end", "extend"))
    if sentence.adopted and not _ADOPTING.match(scene.words(span)):
        return None
    broken = what == "truce" and BROKEN.search(content, *span) is not None
    made = what == "truce" and MADE.search(content, *span) is not None
    if not (begun or ended or extended or broken or made) or _merely_wanted(
        scene, sentence, noun.span(), ended is not None or extended is not None
    ):
        return None
    quote = _clause_around(scene, sentence, noun.span())
    term = _Told(what, [quote], attributed(scene, sentence, quote))
    until = _until(scene, span) or (_extended_to(scene, span) if extended else None)
    term.until = until
    if extended and (what != "treaty" or ended):
        term.instruments = [_instrument(scene, span, until)]
    if broken:
        term.ended = "broken"
    elif (
        ended
        and _phrases("expired").search(content, *span)
        and not re.search(
            r"\b(?:will|would|to|shall|due to|set to)\s+(?:\w+\s+)?expire|expires?\b", content[span[0] : span[1]]
        )
    ):
        term.ended = "expired"
    if begun or extended:
        term.begins = _begins(scene, span, until) if begun and not _carried_on(content, span, extended) else None
    if begun and term.begins and not until and not extended:
        until = term.until = lasting(scene, span, noun, term.begins) or running(scene, span, term.begins)
    if extended and until and ended:
        term.until = prolonged(scene, span, until)
    term.parties, term.mediators = _sides(scene, sentence)
    term.owners = _owners(scene, noun.span())
    dated = any(d.when.bounded for d in scene.dates_in(span))
    past = extended is not None and (
        extended.group().lower().endswith("ed") or EXTENDED.search(content, *span) is not None
    )
    term.made = made
    term.strong = (what == "truce" and bool(term.until or term.begins or term.ended or past)) or (
        what != "truce" and bool(term.until or term.ended or (extended and (dated or (past and lengths(scene, span)))))
    )
    return term


def _owners(scene: Scene, noun: Span) -> tuple[str, ...]:
    """Whose term it is: "the mandate of the Mission", "the Group's mandate"; () where the noun stands alone."""
    after = _OF.match(scene.content, noun[1])
    near = [(after.end(), after.end() + 1)] if after else []
    before = _POSSESSIVE.search(scene.content, max(0, noun[0] - 4), noun[0])
    near += [(before.start() - 1, before.start())] if before else []
    covering = (a.party for at, to in near for a in scene.actors if a.quote.start <= at and to <= a.quote.end)
    return tuple(dict.fromkeys(covering))


_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_POSSESSIVE = re.compile(r"['’]s?\s+$")


def _merely_wanted(scene: Scene, sentence: Sentence, noun: Span, dated: bool) -> bool:
    """A truce that is called for, proposed or conditional runs for no time yet."""
    before = re.sub(r"\bMay\b", "", scene.content[sentence.span[0] : noun[0]]).lower()
    said = scene.content[sentence.span[0] : sentence.span[1]].lower()
    ran = dated and _RAN.search(said)
    made = AGREED.search(before) or BROKEN.search(said) or REACHED.search(said)
    return WANTED.search(before) is not None and not made and not ran


def _carried_on(content: str, span: Span, extended: re.Match[str] | None) -> bool:
    return extended is not None and not re.search(
        r"took effect|came into|entered into|began|started", content[span[0] : span[1]]
    )


def _clause_around(scene: Scene, sentence: Sentence, noun: Span) -> Span:
    tree = sentence.tree
    if tree is None:
        return clauses.capped(scene.content, sentence.span)
    i = tree.at(noun[0])
    if i is None:
        return clauses.capped(scene.content, sentence.span)
    verb = next((a for a in (i, *tree.ancestors(i)) if tree.verbal(a) and tree.dep[a] not in ("amod", "acl")), None)
    if verb is None:
        return clauses.capped(scene.content, sentence.span)
    first, last = clauses.clause(tree, verb)
    joined = [
        clauses.clause(tree, k)[1]
        for k in tree.conjuncts(verb)
        if k != verb and tree.child(k, "nsubj", "nsubjpass") is None
    ]
    return clauses.capped(scene.content, (first, max([last, *joined])))


def _until(scene: Scene, span: Span) -> When | None:
    """The last day: as told, or by a length of time with the day from which it is counted."""
    return _told_until(scene, span) or counted_until(scene, span)


def _told_until(scene: Scene, span: Span) -> When | None:
    """The day until which it runs; of several ("due to lapse on 1 May, was renewed until 1 June") the last."""
    found: list[When] = []
    for mention in scene.dates_in(span):
        before = scene.content[max(span[0], mention.quote.start - 40) : mention.quote.start] + _leading(
            mention.quote.exact
        )
        if _gives_day(mention.when) and _UNTIL.search(before + ("" if before.endswith(" ") else " ")):
            found.append(mention.when)
    if len(found) > 1 and all(w.latest for w in found):
        return max(found, key=lambda w: w.latest or dt.date.min)
    return found[0] if found else None


def _extended_to(scene: Scene, span: Span) -> When | None:
    """ "Extended to 3 May", "an extension, to 3 May, of …"."""
    for mention in scene.dates_in(span):
        if _gives_day(mention.when) and scene.content[span[0] : mention.quote.start].endswith(" to "):
            return mention.when
    return None


def _gives_day(when: When) -> bool:
    """Whether the words give a day, be it one whose year nobody knows ("XXXX-12-01")."""
    return when.bounded or when.value.startswith("XXXX")


def _leading(words: str) -> str:
    found = re.match(r"(?:until|through|till)\s", words, re.IGNORECASE)
    return found.group() if found else ""


def _begins(scene: Scene, span: Span, until: When | None) -> When | None:
    for mention in scene.dates_in(span):
        if _gives_day(mention.when) and mention.when != until and mention.when.value[:1] not in ("P", "F"):
            return mention.when
    return None


def _instrument(scene: Scene, span: Span, until: When | None) -> Instrument:
    said = scene.words(span)
    counted = often().search(said)
    times = counted.group() if counted else ""
    if re.fullmatch(r"once", times, re.IGNORECASE):
        times = ""
    on = next((d.when for d in scene.dates_in(span) if d.when != until and d.when.precision == "day"), None)
    return Instrument(on=None if times else on, until=None if times else until, times=times.lower())


def _sides(scene: Scene, sentence: Sentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Between whom, and who mediated."""
    tree = sentence.tree
    if tree is None:
        return (), ()
    mediators: list[str] = []
    parties: list[str] = []
    for i in range(len(tree)):
        if tree.low[i] in ("mediated", "brokered", "facilitated", "sponsored", "negotiated") and tree.verbal(i):
            by = tree.child(i, "agent")
            noun = (
                tree.child(by, "pobj")
                if by is not None
                else clauses.subject(tree, i)
                if not clauses.is_passive(tree, i)
                else None
            )
            mediators.extend(who(scene, sentence, noun) if noun is not None else ())
        if tree.low[i] in ("mediation", "auspices", "mediators"):
            for k in (
                tree.child(i, "poss", "amod", "compound"),
                *(tree.child(p, "pobj") for p in tree.children(i, "prep") if tree.low[p] in ("of", "by")),
            ):
                mediators.extend(who(scene, sentence, k) if k is not None else ())
        if tree.low[i] in _AGREEING and (by := tree.child(i, "agent")) is not None:
            noun = tree.child(by, "pobj")
            parties.extend(who(scene, sentence, noun) if noun is not None else ())
        if tree.low[i] == "between" and (noun := tree.child(i, "pobj")) is not None:
            parties.extend(who(scene, sentence, noun))
    if not parties:
        for i in range(len(tree)):
            if tree.dep[i] == "nsubj" and tree.verbal(tree.head[i]) and tree.low[tree.head[i]] in _AGREEING:
                parties.extend(_bound(scene, who(scene, sentence, i), tree.low[tree.head[i]]))
    mediators = list(dict.fromkeys(mediators))
    parties = [scene.behalf(p) if scene.kind(p) in _SPEAKING else p for p in parties]
    sides = _SIDES if len(set(parties)) < 2 else {*_SIDES, "body"}
    kept = tuple(p for p in dict.fromkeys(parties) if p not in mediators and scene.kind(p) in sides)
    return kept, tuple(mediators)


_SPEAKING = frozenset({"person", "office", "ministry"})
_AGREEING = frozenset(
    {"agreed", "signed", "concluded", "reached", "accepted", "declared", "announced", "struck", "sealed"}
)


def _bound(scene: Scene, named: tuple[str, ...], verb: str) -> tuple[str, ...]:
    """Whom the truce binds: who agrees to one; who only announces one may be its mediator, unless two do or rebels."""
    if verb == "announced" and len(named) < 2 and not any(scene.kind(p) in ("armed_group", "movement") for p in named):
        return ()
    return named


def _chain(scene: Scene, sentence: Sentence, told: list[_Told], found: _Told) -> None:
    """Adds to the term told last if this speaks of the same one, else begins another."""
    last = next((t for t in reversed(told) if t.what == found.what), None)
    same = (
        last is not None
        and (not found.parties or not last.parties or set(found.parties) == set(last.parties))
        and not (found.owners and last.owners and found.owners != last.owners)
        and not (found.begins and last.begins and not found.begins.compatible(last.begins))
        and _refers(scene, sentence, found)
    )
    if last is None or not same:
        told.append(found)
        return
    last.spans.extend(s for s in found.spans if s not in last.spans)
    last.parties = last.parties or found.parties
    last.mediators = last.mediators or found.mediators
    last.begins = last.begins or found.begins
    last.until = found.until or last.until
    last.instruments.extend(found.instruments)
    last.ended = found.ended or last.ended
    last.strong = last.strong or found.strong
    last.made = last.made or found.made
    last.owners = last.owners or found.owners


def _refers(scene: Scene, sentence: Sentence, found: _Told) -> bool:
    """Whether the noun stands with the, this, its: it speaks of one already told."""
    noun = _noun(scene, sentence, found.what, known=True)
    assert noun is not None
    return (
        bool(_ANAPHOR.search(scene.content[max(sentence.span[0], noun.start() - 30) : noun.start()]))
        or found.ended != ""
        or not found.begins
    )
