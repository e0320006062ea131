"""The shape of an adopted text: heading, body, preamble, operative paragraphs, the line of adoption."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from goodoffices.reading.scene import BODIES, Scene
from goodoffices.reading.voices.clauses import trimmed
from goodoffices.reading.voices.force_words import forces
from goodoffices.vocabulary.text import Span

_LINE = re.compile(r"^[ \t]*(?:The[ \t]+)?(?P<body>[A-Z][\w.’'\- \t]{2,70}?)[ \t]*[,:.]?[ \t]*$", re.MULTILINE)
_OPENING = re.compile(
    r"\s*(?:\d{1,2}\s*\.\s*|[A-Z]\s*\n\s*)?(?:Having|Taking|"
    r"(?:Strongly |Gravely |Deeply |Seriously |Also |Further |Fully )?[A-Z]?[a-z]+"
    r"(?:ing|ed|s|ful|scious|vinced|ware)\b|(?:[A-Z]{2,}LY |ALSO |FURTHER )?[A-Z]{3,}(?:ING|ED|S|FUL)\b)"
)
_CHAPEAU = re.compile(  # "The Trio, at its 12th meeting, adopted the following decision on …:", then "Council,"
    r"^[ \t]*(?:The[ \t]+)?(?=[A-Z])[^\n]{3,300}\b(?:adopted|issued|agreed|decided|adopts|decides)\b[^\n]{0,40}"
    r"\b(?:the[ \t]following|as[ \t]follows)\b[^\n]{0,160}:[ \t]*$"
    r"(?:\s*^[ \t]*(?:The[ \t]+)?(?i:(?:Peace and Security )?Council|Assembly|Authority|Committee|Commission|"
    r"Conference|Summit),[ \t]*$)?",
    re.MULTILINE,
)
_INDENT = 8  # characters before the name of the body in such a line
_FIRST = re.compile(r"\s*1[ \t]*\.[ \t]*(?:[A-Z][A-Za-z]+(?:ly|LY)[ \t]+)?(?:[A-Z][a-z]+s|[A-Z]{3,}S)\b")
_MARK = re.compile(
    r"(?P<number>\d{1,2})[ \t]?\.[ \t]*(?=[A-Z“\"])|"
    r"\(?(?P<item>[a-z]|[ivx]{1,4}|\d{1,2})\)[ \t]*|(?P<bullet>[•·–-])[ \t]+"
)
_DECIDES = re.compile(r"(?:(?:[A-Z][a-z]+ly|Also|Further|Once again) )?([A-Z]?[a-z]+s)\b")
_ABOVE = 300  # characters above the body in which a line of adoption is sought
_FEWEST = 2  # paragraphs that show a text to be the decision of a body
_ADOPTION = re.compile(r"^[ \t]*(?:Adopted|Approved|ADOPTED)\b", re.MULTILINE)
_FOOTNOTE = re.compile(r"^[ \t]*(?:\d{1,3}|[*†?°]{1,2})[ \t]+(?=[A-Z“\"\[(])", re.MULTILINE)
_HEADING = re.compile(
    r"(?:Resolution|RESOLUTION|resolution)[ \t]+(?P<a>\d{1,4})[ \t]*\((?P<ya>\d{4})\)|"
    r"^[ \t]*(?P<b>\d{1,4})[ \t]*\((?P<yb>\d{4})\)\.?|(?P<symbol>[SA]/RES/[\w/.]+(?:[ \t]*\(\d{4}\))?)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph without its number. operative: it sets or says something, not only why. items: its lettered parts."""

    span: Span
    operative: bool
    items: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Adopted:
    """An adopted text: body is a party id; whole is all that belongs to it; heading names it ("" and None if nothing
    does), adoption and notes are the spans of the line of adoption and of what follows it.
    """

    body: str
    whole: Span
    name: str
    heading: Span | None
    paragraphs: tuple[Paragraph, ...]
    adoption: Span | None
    notes: Span | None


def adopted_texts(scene: Scene) -> tuple[Adopted, ...]:
    """The adopted texts of a document, in order; () for a document that is none."""
    bodies = list(_bodies(scene)) or list(_excerpt(scene))
    found: list[Adopted] = []
    for n, (body, line, heading) in enumerate(bodies):
        floor = found[-1].whole[1] if found else 0
        limit = bodies[n + 1][1][0] if n + 1 < len(bodies) else _end_of_main(scene, line[1])
        made = _one(scene, body, line, floor, limit)
        made = replace(made, heading=made.heading or heading)
        if any(p.operative for p in made.paragraphs):
            found.append(made)
    return tuple(found)


def _bodies(scene: Scene) -> Iterator[tuple[str, Span, Span | None]]:
    """Lines that name a body and nothing else, a preamble or an operative paragraph after them; lines by which a body
    says that it adopted what follows, which are its heading.
    """
    for start, end in scene.text.main:
        yield from _announced(scene, start, end)
        for m in _LINE.finditer(scene.content, start, end):
            named = [a for a in scene.actors if m.start() <= a.quote.start and a.quote.end <= m.end()]
            long = [a for a in named if 2 * (a.quote.end - a.quote.start) > len(m.group("body"))]
            whole = scene.kind(long[0].party) in BODIES if long else False
            if whole and scene.kind(long[0].party) == "intergovernmental":
                whole = m.group().strip().lower().startswith("the ")
            alone = m.group().strip().isupper() or _stands_alone(scene.content, m.start())
            if whole and alone and _OPENING.match(scene.content, m.end(), end):
                yield long[0].party, (m.start(), m.end()), None


def _excerpt(scene: Scene) -> Iterator[tuple[str, Span, Span | None]]:
    """Where the paragraphs of a text begin that is told without the line of its body, who it is from stands before
    them: "Adopted by the Council", "The Board of the Trio …", the title.
    """
    for start, end in scene.text.main:
        opened = [first for first, last, _ in _blocks(scene.content, start, end) if _decides(scene.content[first:last])]
        if len(opened) < _FEWEST:
            continue
        before = [a for a in scene.actors if a.quote.end <= opened[0] and scene.kind(a.party) in BODIES]
        if before:
            at = scene.content.rfind("\n", start, opened[0]) + 1 or start
            yield before[-1].party, (at, at), None


def _announced(scene: Scene, start: int, end: int) -> Iterator[tuple[str, Span, Span | None]]:
    for m in _CHAPEAU.finditer(scene.content, start, end):
        named = next((a for a in scene.actors if m.start() <= a.quote.start <= m.start() + _INDENT), None)
        if named is not None and scene.kind(named.party) in BODIES and _FIRST.match(scene.content, m.end(), end):
            yield named.party, m.span(), trimmed(scene.content, *m.span())


def _stands_alone(content: str, at: int) -> bool:
    """Whether no sentence is under way before the line: a blank line, a heading, a date stand there."""
    before = content[max(0, at - 200) : at].rstrip(" \t")
    return not before.strip() or before.endswith("\n\n") or bool(re.search(r"(?:\n\s*|[\d)\].:])\n$", before))


def _end_of_main(scene: Scene, at: int) -> int:
    return next((end for start, end in scene.text.main if start <= at <= end), len(scene.content))


def _one(scene: Scene, body: str, line: Span, floor: int, limit: int) -> Adopted:
    content = scene.content
    adoption = _ADOPTION.search(content, line[1], limit)
    last = adoption.start() if adoption else limit
    closing = notes = None
    if adoption:
        note = _FOOTNOTE.search(content, adoption.end(), limit)
        closing = trimmed(content, adoption.start(), note.start() if note else min(limit, adoption.end() + 600))
        notes = (note.start(), limit) if note else None
    elif above := _ADOPTION.search(content, max(floor, line[0] - _ABOVE), line[0]):
        closing = trimmed(content, above.start(), line[0])
    headings = list(_HEADING.finditer(content, max(floor, line[0] - 1500), line[0]))
    heading = headings[0] if headings else None
    return Adopted(
        body=body,
        whole=(line[0], limit),
        name=_name(body, heading),
        heading=(heading.start(), line[0]) if heading else None,
        paragraphs=tuple(_paragraphs(content, line[1], last)),
        adoption=closing,
        notes=notes,
    )


def _name(body: str, heading: re.Match[str] | None) -> str:
    """The symbol under which the text is cited: S/RES/338."""
    if heading is None:
        return ""
    if heading["symbol"]:
        return re.sub(r"\s*\(\d{4}\)", "", heading["symbol"])
    number = heading["a"] or heading["b"]
    if body == "unsc":
        return f"S/RES/{int(number)}"
    return f"resolution {number} ({heading['ya'] or heading['yb']})"


def _paragraphs(content: str, start: int, end: int) -> Iterator[Paragraph]:
    current: Span | None = None
    operative = False
    items: list[Span] = []
    for first, last, kind in _blocks(content, start, end):
        if kind == "item" and current is not None and not _decides(content[first:last]):
            items.append(trimmed(content, first, last))
            continue
        if current is not None:
            yield Paragraph(trimmed(content, *current), operative, tuple(items))
        current, items = (first, last), []
        operative = kind == "number" or _third_person(content, first)
    if current is not None:
        yield Paragraph(trimmed(content, *current), operative, tuple(items))


def _third_person(content: str, at: int) -> bool:
    found = re.match(
        r"(?:[A-Z][A-Za-z]+(?:ly|LY) |(?i:also|further) )?([A-Z]?[a-z-]+|[A-Z-]{3,})", content[at : at + 60]
    )
    word = found.group(1).lower() if found is not None else ""
    return word.endswith("s") and not word.endswith(("ss", "ous"))


def _blocks(content: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Paragraphs and numbered or lettered parts, as spans without their mark and the kind of the mark."""
    bounds: list[tuple[int, int, str]] = []
    fresh = True
    quoted = False
    for line in re.finditer(r"[^\n]*\n?", content[start:end]):
        words = line.group().strip()
        first = start + line.start() + (len(line.group()) - len(line.group().lstrip()))
        if not words:
            fresh = True
            continue
        mark = _MARK.match(content, first, end)
        listed = mark and (mark["number"] or mark["item"] or fresh or _decides(content[mark.end() : end]))
        if mark and listed and not quoted:
            kind = "number" if mark["number"] else "item"
            bounds.append((first, mark.end(), kind))
        elif (fresh or _opens_operative(words)) and not quoted:
            bounds.append((first, first, "plain"))
        fresh = False
        quoted = _inside_quotes(content, bounds[-1][0] if bounds else start, start + line.end())
    for n, (_, first, kind) in enumerate(bounds):
        last = bounds[n + 1][0] if n + 1 < len(bounds) else end
        if content[first:last].strip():
            yield first, last, kind


def _opens_operative(line: str) -> bool:
    """Whether a line begins with a verb that decides or asks, as operative paragraphs do ("Decides", "Calls upon")."""
    first = line.split()[0].rstrip(":,")
    return (first.capitalize() if first.isupper() else first) in _operative_verbs()


def _decides(words: str) -> bool:
    """Whether a paragraph begins with such a verb in the third person, perhaps after an adverb."""
    found = _DECIDES.match(words)
    if found is None:
        return False
    return found[1].lower() in forces().stated or found[1].capitalize() in _operative_verbs()


@functools.cache
def _operative_verbs() -> frozenset[str]:
    phrases = (p for row in forces().operative.values() for p in row)
    return frozenset(phrase.split()[0].capitalize() for phrase in phrases)


def _inside_quotes(content: str, start: int, end: int) -> bool:
    """Whether a quotation is open at `end`: a paragraph that quotes another text stays one paragraph."""
    said = content[start:end]
    if end - start > 6000:
        return False
    opened = said.count("“") + said.count('"')
    closed = said.count("”")
    quotes_a_text = "which reads" in said or "as follows" in said or "annex" in said.lower()
    return opened > closed and quotes_a_text
