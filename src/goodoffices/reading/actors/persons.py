"""Persons: a title or office with a name, a name with what persons do, a last name told again."""

import bisect
import re
from collections.abc import Iterable, Iterator

from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.names import Hit
from goodoffices.reading.actors.person_shapes import (
    INITIAL,
    LISTED,
    PARTICLES,
    QUALIFIED,
    alone,
    barred,
    described,
    entitled,
    headed,
    speaks,
    title_word,
    titles,
)
from goodoffices.reading.actors.roles import NAME, TWO_NAMES, Role, either, given_names, person_name, roles
from goodoffices.vocabulary.text import Span

_REACH = 90  # characters in which a name is sought
_LINK = re.compile(r" (?:of|for|to|on) (?:the )?")
_NAMED = re.compile(r" (?:[A-ZÀ-ÖØ-Þ]|al-|el-|Al-)")
_COURTESY = re.compile(r"(?:Mr|Ms|Mrs|Dr)\.? (?=[A-Z])")
_COMMA = re.compile(rf", ({TWO_NAMES.pattern})(?:[,;.)]| \(| and\b)")
_APPOSED = re.compile(  # "Ivo Tarn, the director of the port, told …"
    r", (?:the|an?|its|his|her|who) [^.;“”\"]{3,90}?, (?:said|told|says|tells|added|warned|noted)\b"
)
_WORD = 30  # characters of the word before a name
_AFTER_TITLE = re.compile(r"(?<![\w-])[A-Z][\w’'-]* $")  # "Affairs and Security Policy Josep Tarn"
_TOLD_BY = re.compile(r"(?:^|\b)(?:said|says|according to|told|added|warned) $")


class Persons:
    """Finds the persons of a text and remembers who has been named, for the mentions that follow."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.by_last: dict[str, list[tuple[int, str]]] = {}
        self.by_first: dict[str, list[tuple[int, str]]] = {}  # families that put their own name first
        self.by_role: list[tuple[int, str, str, str]] = []  # place, role, parent, id
        self._bare: list[tuple[int, int, int, str, str]] = []

    def titled(self, role: Role) -> bool:
        """A name after `role`: "Foreign Minister Sergey Lavrov". Mentions the person with the party before the role
        (a last name alone waits for `bare`); whether there was one.
        """
        content = self.cast.content
        start, parent = qualified(self.cast, role)
        at, place = self._after(role)
        name = NAME.match(content, at, at + _REACH) if at else None
        end = person_name(content, at, name.end()) if name else at
        hit = self.cast.starting.get(at) if at else None
        if hit is not None and self._known(hit):
            bisect.insort(self.by_role, (at, content[role.start : role.end].lower(), parent, hit.party))
            self.cast.mention(start, hit.end, hit.party)
            return True
        if name is None or end <= at or (hit is not None and hit.end >= end) or headed().match(content, end):
            return False
        if content[at:end].split()[0].lower() in titles() or (place and " " not in content[at:end]):
            return False
        begins = role_start(self.cast, role) if parent else start
        words = content[begins : role.end].strip()
        told = (start, at, end, parent or place, "" if words.lower() in roles().courtesies else words)
        if " " in content[at:end]:
            self._person(*told)
        else:
            self._bare.append(told)
        return True

    def bare(self) -> None:
        """The last names told with a title alone, now that all full names are known: "President Obama"."""
        for told in self._bare:
            self._person(*told)

    def _known(self, hit: Hit) -> bool:
        """Whether a name is that of a person whom the case knows."""
        party = self.cast.party(hit.party)
        return party is not None and party.kind == "person"

    def _after(self, role: Role) -> tuple[int, str]:
        """Where the name after a role would begin, and the party told between them ("of Russia"); 0 for nowhere."""
        content = self.cast.content
        if _NAMED.match(content, role.end):
            return role.end + 1, ""
        comma = _COMMA.match(content, role.end)
        told = self.cast.starting.get(role.end + 2)
        if comma and (
            comma.group(1).split()[0] in given_names()
            or (told and self._known(told))
            or (
                told is None
                and (content[role.start].isupper() or self._owned(role) or speaks().match(content, comma.end()))
                and not headed().search(f" {comma.group(1)}")
                and not barred().match(content, comma.start(1))
            )
        ):
            return comma.start(1), ""
        link = _LINK.match(content, role.end)
        hit = self.cast.starting.get(link.end()) if link else None
        named = TWO_NAMES.match(content, hit.end + 2) if hit and content.startswith(", ", hit.end) else None
        if link and hit and named and named.group().split()[0] in given_names():  # "the envoy for Utopia, Otto Ash"
            sent = role.singular.split()[-1] in roles().sent and not link.group().startswith(" of")
            return hit.end + 2, "" if sent else hit.party
        if link and hit and content[hit.end : hit.end + 1] == " ":
            sent = role.singular.split()[-1] in roles().sent and not link.group().startswith(" of")
            courtesy = _COURTESY.match(content, hit.end + 1)
            at = courtesy.end() if courtesy else hit.end + 1
            return at, "" if sent else hit.party  # the envoy for Utopia is not Utopia's
        return 0, ""

    def _owned(self, role: Role) -> bool:
        """ "Its spokesman", "Utopia's foreign minister", "the envoy of the Trio": one person is meant."""
        start, parent = qualified(self.cast, role)
        return (
            bool(parent)
            or re.search(r"\b(?:[Ii]ts|[Tt]heir) $", self.cast.content[max(0, start - 7) : start]) is not None
        )

    def apposed(self, start: int, words: str, parent: str) -> str:
        """ "Sergey Lavrov, the Russian foreign minister": the person named before the words of an office, or ""."""
        window = self.cast.content[max(0, start - _REACH) : start]
        comma = re.search(r", (?:the |its |a |an |who is )?$", window)
        if comma is None:
            return ""
        names = [m for m in TWO_NAMES.finditer(window) if m.end() == comma.start()]
        if not names:
            return ""
        first = max(0, start - _REACH) + names[-1].start()
        known = self.cast.starting.get(first)
        if known is not None and self._known(known):
            bisect.insort(self.by_role, (first, words.lower(), parent, known.party))
            return known.party
        last = person_name(self.cast.content, first, first + len(names[-1].group()))
        if last - first < len(names[-1].group()) or first in self.cast.starting:
            return ""
        return self._person(first, first, last, parent, words)

    def untitled(self, sentences: Iterable[Span]) -> None:
        """Names of two words and more that a known given name or a verb of speech shows to be a person's."""
        content = self.cast.content
        for start, end in sentences:
            heading = _title_case(content[start:end])
            if not heading:
                self._described(start, end)
                self._surnames(start, end)
            for first, last in self._candidates(start, end):
                words = content[first:last].split()
                if heading and not _is_apart(content, start, first, last):
                    continue
                titled = first == start or _AFTER_TITLE.search(content, max(start, first - _WORD), first)
                if titled and len(words) > 2 and words[0] not in given_names() and words[1] in given_names():
                    first += content[first:last].index(words[1], len(words[0]))  # Later Barack Obama
                    words = words[1:]
                if len(words) < 2 or self.cast.covered(first, last) or self._named(first, last):
                    continue
                following = re.match(r"(?: \([A-Z][^()\n]{2,30}\))? ([a-z]+)", content[last : last + 50])
                before = content[max(start, first - 15) : first]
                said = bool(following and following.group(1) in roles().speech) or bool(_TOLD_BY.search(before))
                said = said or (_APPOSED.match(content, last, end) or entitled().match(content, last, end)) is not None
                given = words[0] in given_names() or (len(words) > 2 and words[1] in given_names())
                if given or (said and len(words) <= 3) or self._initialled(first, words):
                    self._person(first, first, last, "", "")

    def _initialled(self, first: int, words: list[str]) -> bool:
        """ "A. Tarn": a name by its initials; at the head of a line a letter only counts a paragraph."""
        above = self.cast.content[max(0, first - 1) : first]
        return above not in ("", "\n") and all(INITIAL.fullmatch(word) for word in words[:-1])

    def listed(self, role: Role) -> bool:
        """ "Ambassadors Tarn, Bresk and Ost": the names after an office in the plural; whether there are any."""
        found = LISTED.match(self.cast.content, role.end)
        names = list(NAME.finditer(self.cast.content, found.start(1), found.end())) if found else []
        if any(self.cast.named(*m.span()) or barred().match(m.group()) for m in names):
            return False
        if names and names[0].group().split()[0].lower().rstrip("s") in titles():
            return False  # "the negotiators Ambassadors Tarn and Ost"
        for name in names:
            told = (name.start(), name.start(), name.end(), "", "")
            if " " in name.group():
                self._person(*told)
            else:
                self._bare.append(told)
        return bool(names)

    def _described(self, start: int, end: int) -> None:
        """ "Juri Ash, head of the Mission, said", "the spokesman for the Mission, Juri Ash, told": a name set off by
        commas, with what one is before or after it and a verb of saying.
        """
        content = self.cast.content
        for found in described().finditer(content, start, end):
            first = found.start("name")
            last = person_name(content, first, found.end("name"))
            if last < found.end("name") or content[first:last].split()[0].lower() in titles():
                continue
            if self.cast.covered(first, last) or self._named(first, last):
                continue
            if title_word().search(found["what"] or content[max(start, first - _REACH) : first]):
                self._person(first, first, last, "", "")

    def _surnames(self, start: int, end: int) -> None:
        """A name of one word that says, demands, refuses, without a title: "but Adler demanded …"."""
        for found in alone().finditer(self.cast.content, start, end):
            first, last = found.span(1)
            name = found.group(1)
            if barred().match(self.cast.content, first):
                continue
            if first == start and not self._elsewhere(name):
                continue  # any word may open a sentence with a capital
            if self.cast.covered(first, last) or self.cast.named(first, last) or name in roles().no_party:
                continue
            if not self._joined(name) and not self._entered(name):
                self._bare.append((first, first, last, "", ""))

    def _joined(self, name: str) -> bool:
        """ "Arden and Bresk agreed": of two names nothing is known of, both or none are found."""
        together = re.compile(rf"\b([A-ZÀ-Þ][\w'’-]*) (?:and|or) {re.escape(name)}(?![\w-])")
        return any(
            not (self.cast.covered(*m.span(1)) or self.cast.named(*m.span(1)))
            for m in together.finditer(self.cast.content)
        )

    def _entered(self, name: str) -> bool:
        """Whether one is in it, near it or one of its people: no person then, whatever it agrees to."""
        return bool(re.search(rf"\b(?:{either(roles().within)}) {re.escape(name)}(?![\w-])", self.cast.content))

    def _elsewhere(self, name: str) -> bool:
        """Whether the word stands with its capital inside a sentence too, and nowhere in small letters."""
        inside = rf"[a-z,] {re.escape(name)}(?![\w-])"
        small = rf"(?<![\w-]){re.escape(name.lower())}(?![\w-])"
        return bool(re.search(inside, self.cast.content)) and not re.search(small, self.cast.content)

    def _candidates(self, start: int, end: int) -> Iterator[Span]:
        """Runs of capitalised words as far as they may be a person's name; known names are stepped over."""
        content = self.cast.content
        while (found := TWO_NAMES.search(content, start, end)) is not None:
            hit = self.cast.starting.get(found.start())
            last = person_name(content, found.start(), found.end())
            start = hit.end if hit else max(last, found.start() + 1)
            while start < end and (content[start].isalnum() or content[start] in "'-"):
                start += 1
            if hit is None:
                yield found.start(), last

    def _named(self, start: int, end: int) -> bool:
        """Whether a known name lies in the span, but for a last word that is also a state's (Michael Jordan)."""
        if not self.cast.named(start, end):
            return False
        hit = self.cast.ending.get(end)
        return hit is None or hit.start == start or self.cast.content[start : hit.start].strip() not in given_names()

    def again(self, sentences: Iterable[Span]) -> None:
        """Last names of persons named in full, told again alone; "the spokeswoman" for the last one who is one."""
        content = self.cast.content
        names = [name for name in self.by_last if len(name) > 2]
        if names:
            alone = re.compile(
                rf"(?<![\w'-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])"
            )
            for start, end in sentences:
                for found in alone.finditer(content, start, end):
                    if not self.cast.covered(*found.span()) and found.start() not in self.cast.starting:
                        self.cast.mention(*found.span(), self._latest(self.by_last[found.group()], found.start()))

        self._families(sentences)

    def _families(self, sentences: Iterable[Span]) -> None:
        """ "Mao Ning … Mao said": told again by the name that comes first, beside what persons do."""
        names = {n for n in self.by_first if len(n) > 1 and n not in self.by_last and not barred().match(n)}
        if not names:
            return
        said = either(roles().telling)
        told = re.compile(
            rf"(?<![\w'-])(?<![A-Z]\w )(?:{either(sorted(names))})(?= (?:also |had |has |then )?(?:{said}|made|met)\b)|"
            rf"(?:(?<=said )|(?<=says )|(?<=added )|(?<=told ))(?:{either(sorted(names))})(?![\w-]| [A-Z])"
        )
        for start, end in sentences:
            for found in told.finditer(self.cast.content, start, end):
                if not self.cast.covered(*found.span()) and found.start() not in self.cast.starting:
                    self.cast.mention(*found.span(), self._latest(self.by_first[found.group()], found.start()))

    def holder(self, at: int, singular: str, parent: str = "") -> str:
        """The id of the last person named before `at` in that role (and of that party); "" when there is none."""
        for place, role, of, person in reversed(self.by_role):
            before = role.removesuffix(f" {singular}")
            same = role == singular or (before != role and (not parent or before in QUALIFIED))
            if place < at and same and (not parent or of == parent):
                return person
        return ""

    @staticmethod
    def _latest(told: list[tuple[int, str]], at: int) -> str:
        """The last told at or before `at`, else the first."""
        return told[max(0, bisect.bisect_right(told, at, key=lambda entry: entry[0]) - 1)][1]

    def _told(self, name: str) -> list[tuple[int, str]]:
        """Who has been told of by that name, if it is a last name, with its particle ("De Tarn") or without."""
        first, _, rest = name.rpartition(" ")
        if first and first.lower() not in PARTICLES:
            return []
        return self.by_last.get(rest) or ([] if first else self.by_first.get(rest, []))

    def _person(self, start: int, at: int, end: int, parent: str, role: str) -> str:
        name = re.sub(r"\s+", " ", self.cast.content[at:end])
        if name.isupper() and " " in name:  # in a heading set in capitals
            name = name.title()
        told = self._told(name)
        person = self._latest(told, at) if told else self.cast.mint("person", name, parent=parent, role=role)
        if told:
            self.cast.mint("person", self.cast.name(person), parent=parent, role=role)
        if " " in name:
            bisect.insort(self.by_first.setdefault(name.split()[0], []), (at, person))
        last = name.split()[-1]
        if re.search(r"-[a-z]", last):  # Moon Jae-in is called Moon again
            last = name.split()[0]
        second = re.search(r"-([A-Z]\w+)$", last)
        for form in {last, re.sub(r"^[Aa]l-", "", last), *([second.group(1)] if second else [])}:
            bisect.insort(self.by_last.setdefault(form, []), (at, person))
        if role:
            bisect.insort(self.by_role, (at, role.lower(), parent, person))
        self.cast.mention(start, end, person)
        return person


def role_start(cast: Cast, role: Role) -> int:
    """Where a role begins with what qualifies it: "former", "deputy", "then-"."""
    start = role.start
    known = roles().qualities
    while True:
        word = re.search(r"([A-Za-z]+)[ -]$", cast.content[max(0, start - 20) : start])
        if word is None or word.group(1).lower() not in known:
            return start
        start -= len(word.group())


def qualified(cast: Cast, role: Role) -> tuple[int, str]:
    """Where a role begins with the party before it, and that party's id: "Russian Foreign Ministry spokeswoman"."""
    start = role_start(cast, role)
    outer = cast.last.get(start - 1)
    if outer is not None and cast.outer[outer].startswith(("ministry:", "org:")):
        return outer[0], cast.outer[outer]
    within = cast.ending.get(role.end)
    if within is not None and within.start < role.start:  # the UN Secretary-General is one name
        party = cast.party(within.party)
        return within.start, party.parent if party else ""
    hit = cast.hit_before(start)
    owned = hit is not None and "'" in cast.content[hit.end : start]
    if hit is None or hit.sort in ("place", "people") or (hit.sort == "capital" and not owned):
        return start, ""
    if role.singular in roles().courtesies and hit.sort == "name" and not owned:
        return start, ""  # "the envoy for Utopia Mr. Ash"
    return hit.start, hit.party


def _is_apart(content: str, start: int, first: int, last: int) -> bool:
    """Whether a heading sets a name apart: "Statement by Ann Ash, Special Envoy", "Ann Ash, Special Envoy"."""
    begins = first == start or content[max(start, first - 3) : first] == "by "
    return begins and content[last : last + 1] in (",", "\n", "")


def _title_case(sentence: str) -> bool:
    if sentence.rstrip().endswith("."):
        return False
    words = [word for word in sentence.split() if word[0].isalpha() and len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)
