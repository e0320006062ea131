"""Adopted texts paragraph by paragraph: what each says, and what it sets to be done, with which force."""

import functools
import re
from collections.abc import Iterator
from typing import get_args

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.addressees import addressed, cut_before_deed
from goodoffices.reading.frames.provisions.adopted import Adopted, Paragraph
from goodoffices.reading.frames.provisions.deeds import deeds
from goodoffices.reading.frames.provisions.held_duties import held
from goodoffices.reading.frames.provisions.setting import Setting, setting
from goodoffices.reading.scene import Scene
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.force_words import bare_forms, forces
from goodoffices.reading.voices.verbs import acts, inflected, verbs
from goodoffices.vocabulary.attribution import UNNAMED, Attribution
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.content import Act
from goodoffices.vocabulary.kinds import Force, Statement
from goodoffices.vocabulary.text import Span

_ADVERBS = (
    r"(?:(?:[A-Za-z]+ly|also|further|again|once\s+again|once\s+more|in\s+this\s+(?:context|regard|connection),?|"
    r"therefore|hereby)\s+){0,3}"
)
_SUBJECT = (  # a further sentence of the paragraph: ". In this regard, Council also …"
    r"\.\s+(?:[A-Z][a-z]+ this (?:regard|context|connection|respect), )?(?:The\s+|the\s+)?"
    r"(?:Council|Assembly|Authority|Committee|Commission|Conference|Summit|It)\s+"
)
_STAGE = (  # "Upon completion of the withdrawal, requests …": the verb comes after when or why
    r"(?:upon|following|after|once|when|pending|until|for|with|in|to|on|as)\s+[^,;:.]{4,140},\s+"
)
_SKIP = frozenset(
    {"having", "acting", "considering", "bearing", "taking", "being", "seized", "including", "regarding", "following"}
)


def propose(scene: Scene, adopted: Adopted, decision: Claim, drafts: Drafts) -> None:
    """Proposes the statements and provisions of an adopted text, in order."""
    for paragraph in adopted.paragraphs:
        parts = list(_parts(scene.content, paragraph))
        for n, (span, opening) in enumerate(parts):
            _state(scene, adopted, span, opening, decision, drafts)
            items = paragraph.items if n == len(parts) - 1 else ()
            if paragraph.operative:
                _set(scene, adopted, span, opening, items, decision, drafts)


@functools.cache
def _openings() -> re.Pattern[str]:
    """Verbs in the third person that open an operative part."""
    thirds = {inflected(v.lemma)[1] for v in verbs().values()} | {
        "notes",
        "decides",
        "establishes",
        "terminates",
        "extends",
        "imposes",
    }
    phrases = sorted((p for row in forces().operative.values() for p in row), key=len, reverse=True)
    words = "|".join([*(r"\s+".join(map(re.escape, p.split())) for p in phrases), *map(re.escape, sorted(thirds))])
    return re.compile(
        rf"(?:^{_STAGE}|^|(?:,|;)?\s+and\s+|[,;]\s+|{_SUBJECT})(?P<part>{_ADVERBS}(?P<verb>{words})\b)", re.IGNORECASE
    )


def _parts(content: str, paragraph: Paragraph) -> Iterator[tuple[Span, str]]:
    """A paragraph cut where a second operative verb opens ("… and requests …"): spans, and their opening verb."""
    start, end = paragraph.span
    said = content[start:end]
    if not paragraph.operative:
        yield _without_note(content, paragraph.span), _first_word(said)
        return
    openings = _infinitives() if finite(said) != said else _openings()
    found = [m for m in openings.finditer(said) if not _inside(said, m.start("part")) and _operative_verb(said, m)]
    if not found or found[0].start() > 0:
        opening = _first_word(finite(said))
        yield clauses.trimmed(content, start, start + (found[0].start() if found else len(said))), opening
    for n, m in enumerate(found):
        last = found[n + 1].start() if n + 1 < len(found) else len(said)
        first = m.start("part") if m.start() else 0
        yield (
            _without_note(content, clauses.trimmed(content, start + first, start + last)),
            _first_word(finite(m["part"])) if openings is _infinitives() else " ".join(m["verb"].lower().split()),
        )


@functools.cache
def _infinitives() -> re.Pattern[str]:
    """A further thing done in a paragraph that opens with an infinitive: "; and to urge all states to …"."""
    said = "|".join(sorted(map(re.escape, bare_forms()), key=len, reverse=True))
    return re.compile(rf"[,;]?\s+and\s+(?P<part>to\s+(?:\w+ly\s+|also\s+)?(?P<verb>{said})\b)")


_INFINITIVE = re.compile(r"To\s+(?P<adverb>\w+ly\s+)?(?P<verb>[a-z]+)\b", re.IGNORECASE)


def finite(said: str) -> str:
    """The words of a paragraph under "RESOLVES:" as a body would say them: "Urges all to …" for "To urge all to …"."""
    found = _INFINITIVE.match(said)
    if found is None:
        return said
    if found["verb"].lower() not in bare_forms():
        return f"decides t{said[1:]}"
    return f"{found['adverb'] or ''}{inflected(found['verb'].lower())[1]}{said[found.end() :]}"


def _without_note(content: str, span: Span) -> Span:
    """The span without the mark of a footnote at its end."""
    found = re.search(
        r"[,.;:]?[ \t]*(?<![A-Za-z] )(?:(?<=[a-z,.;:\d][ \t])\d{1,3}|[*†°?]+)$", content[span[0] : span[1]]
    )
    if found is None or re.search(
        r"(?:\bof|and|resolutions?|\d{4}|[A-Z][a-z]+)\s*,?\s*\d{1,3}$", content[span[0] : span[1]]
    ):
        return span
    return clauses.trimmed(content, span[0], span[0] + found.start())


def _operative_verb(said: str, m: re.Match[str]) -> bool:
    """Not a noun ("demands"), nor a verb of another subject ("… the Force which requests and supports …")."""
    if m.start() == 0 or m.group().startswith("."):
        return True
    before = said[max(0, m.start() - 60) : m.start()]
    if not re.match(r",?;?\s+and\b", m.group(), re.IGNORECASE) and not re.match(r"[;,]\s*", m.group()):
        return False
    word = m["verb"].lower().split()[0]
    stated = word in forces().stated or m["verb"].isupper()
    apart = stated or m.group().lstrip().startswith(";")
    if not apart and re.search(r"\b(?:which|who|that)\b[^,;]*$", before):
        return False
    after = said[m.end("verb") : m.end("verb") + 12]
    joined = m.group().lstrip(" ,;\n").lower().startswith("and")
    if word in forces().nouns_too:
        governs = re.match(r"\s+(?:upon|on|for|that|the|all|its|to|also|both|with)\b|\s+[A-Z]", after)
        return governs is not None and (joined or word in forces().listed)
    return joined or m.group().startswith(";") or stated


def _inside(said: str, at: int) -> bool:
    return said[:at].count("“") > said[:at].count("”")


def _first_word(said: str) -> str:
    found = re.match(rf"{_ADVERBS}([A-Za-z-]+)", said)
    return found.group(1).lower() if found else ""


def _state(scene: Scene, adopted: Adopted, span: Span, opening: str, decision: Claim, drafts: Drafts) -> None:
    act = _act(finite(scene.words(span)), opening)
    if act is None or " " not in scene.words(span):  # "RESOLVES:", above what it resolves
        return
    span = clauses.capped(scene.content, span)
    drafts.add(
        Statement(speaker=adopted.body, on_behalf_of=_behalf(scene, adopted.body), act=act),
        [span],
        rule="statement.adopted",
        attribution=Attribution(holder=adopted.body or UNNAMED, source="declared"),
        valid=decision.valid,
    )


def _behalf(scene: Scene, body: str) -> str:
    top = scene.behalf(body)
    return top if top != body else ""


def _act(said: str, opening: str) -> Act | None:
    """The coarse act of a paragraph, from its opening words; None for a preamble that only cites ("Having heard")."""
    low = re.sub(r"\s+", " ", said.lower())
    head = opening.split()[0] if opening else ""
    if head in _SKIP and not (head == "taking" and "taking note" in low[:40]):
        return None
    for adjective, act in acts().adjectives.items():
        if re.match(rf"{_ADVERBS}{adjective}\b", low):
            return act
    verb = verbs().get(head)
    if verb is None:
        return None
    after = low.split(head, 1)[1].split()[:5]
    for particle, act in verb.particles.items():
        if particle in [w.strip(",;") for w in after]:
            return act
    if head in ("decides", "deciding"):
        return "announce"
    return verb.act


def _set(
    scene: Scene, adopted: Adopted, span: Span, opening: str, items: tuple[Span, ...], decision: Claim, drafts: Drafts
) -> None:
    force = _force(scene, adopted, span, opening)
    said = scene.words(span).lower()
    if force is None and items and re.search(r"\b(?:should|must|necessity|principles|following|requires?)\b", said):
        force = "called_for"
    if re.search(r"remain (?:actively )?seized", said):
        return
    if force is None:
        for duty, what in held(scene, span, decision):
            setting(scene, drafts, duty, what, "provision.held")
        return
    context = Setting(decision=decision, force=force, addressees=_addressees(scene, span, force))
    if items:
        for item in items:
            setting(scene, drafts, item, context, "provision.item")
        return
    for deed in deeds(scene.content, span):
        setting(scene, drafts, deed, context, "provision.operative")


def _force(scene: Scene, adopted: Adopted, span: Span, opening: str) -> Force | None:
    said = re.sub(rf"^{_ADVERBS}", "", finite(scene.words(span)), flags=re.IGNORECASE).lower()
    said = re.sub(
        r"^(\w+) (?:once more|once again|further|also|again|therefore|urgently|solemnly|strongly) ", r"\1 ", said
    )
    for force in get_args(Force):
        for phrase in forces().operative.get(force, ()):
            if said.startswith(phrase + " ") or opening == phrase:
                if force == "binding" and adopted.body not in forces().binding_bodies:
                    return "called_for"
                return force  # type: ignore[no-any-return]
    return None


def _addressees(scene: Scene, span: Span, force: Force) -> tuple[str, ...]:
    """The parties between the verb and what they are to do."""
    opening = scene.words(span).split(" ", 1)[0].lower()
    binds = force == "binding" and opening not in ("demands", "orders", "requires", "insists")
    cut = None if binds else cut_before_deed(scene, span)
    found = addressed(scene, (span[0], cut)) if cut is not None else ()
    if not found:
        m = re.search(r"\bthat\s+(?:the\s+)?(?=[A-Z])", scene.content[span[0] : span[1]])
        found = addressed(scene, (span[0] + m.end(), min(span[1], span[0] + m.end() + 60))) if m else ()
    return found
