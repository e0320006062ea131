"""The reader: from a text to proposals. A pure function of the text, the document's id and date, and known names."""

import re

from msgspec.structs import replace

from goodoffices.reading import actors, dates, dating, languages, parser, sentences
from goodoffices.reading.anchors import anchor
from goodoffices.reading.candidates import candidates
from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.events import barred, effects, events, happened
from goodoffices.reading.frames.exchanges import acceptances, bargains, concessions, disagreements, linkages
from goodoffices.reading.frames.figures import figures, shares, transfers
from goodoffices.reading.frames.meetings import (
    encounters,
    meetings,
    mentioned,
    numbered,
    occasions,
    planned,
    sittings,
    talks,
    visits,
)
from goodoffices.reading.frames.provisions import decisions, intents, operative, programmes, provisions
from goodoffices.reading.frames.provisions.adopted import Adopted, adopted_texts
from goodoffices.reading.frames.provisions.setting_texts import duty_modals, is_itemised
from goodoffices.reading.frames.statements import expectations, spoken, statements, told
from goodoffices.reading.frames.terms import terms
from goodoffices.reading.listening import held
from goodoffices.reading.once import once_each
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import firmness, hedges, quotations
from goodoffices.reading.voices.chapeaux import headed, heads_of
from goodoffices.reading.voices.floor import Speaker, asking, speaking
from goodoffices.reading.voices.issuers import is_report, issuer
from goodoffices.reading.voices.speeches import note_speeches
from goodoffices.reading.voices.subjects import note_subjects
from goodoffices.reading.voices.voice import voice
from goodoffices.vocabulary.hashing import named
from goodoffices.vocabulary.party import Parties, known_parties
from goodoffices.vocabulary.reading import HedgeMention, Reading
from goodoffices.vocabulary.text import Span, Text
from goodoffices.vocabulary.when import When

READER = "english/6"
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "in", "that", "for", "is", "was", "with", "on", "by", "as", "its", "which"}
)
_JOINT = re.compile(
    r"\bjoint\b.*\b(?:communiqu|statement|declaration|press|message)|^statement (?:by|from|of) ", re.IGNORECASE
)
_FRAMES = (
    meetings,
    encounters,
    talks,
    occasions,
    sittings,
    visits,
    decisions,
    statements,
    told,
    intents,
    provisions,
    linkages,
    concessions,
    bargains,
    disagreements,
    events,
    figures,
    shares,
    programmes,
    transfers,
    acceptances,
    planned,
    numbered,
    mentioned,
)


def read(text: Text, *, document: str, dated: When | None, parties: Parties | None = None) -> Reading:
    """The proposals for `text`, all from its main spans; `document` is the id that quotes name.

    dated: the document's date, to which "on Friday" is relative; None leaves such words unresolved. parties: names
    that the case knows; without any, those that the product knows. A text in one of `languages.codes()` gives actors
    and dates only, one in another language or an unknown one nothing, and a note says so. The same arguments give
    the same reading, byte for byte.
    """
    known = parties if parties is not None else known_parties()
    spans = sentences.split(text)
    if not _is_english(text, spans):
        return _without_frames(text, document, dated, parties, spans)
    found = actors.find(text, document, spans, known)
    times = dates.find(text, document, spans, dated)
    minted = tuple(found.parties)
    scene = Scene(text, document, dated, known.with_more(minted), spans, found.mentions, times)
    drafts = Drafts(scene, named(text))
    _frames(scene, drafts)
    return Reading(
        text=named(text),
        reader=READER,
        settings=_settings(document, dated, parties),
        claims=dating.dated(once_each(firmness.carried(drafts.claims, scene), scene), scene),
        actors=scene.actors,
        dates=scene.dates,
        hedges=_mentions(scene),
        parties=minted,
    )


def _mentions(scene: Scene) -> tuple[HedgeMention, ...]:
    """The hedges, and the conditions beside them, sentence by sentence."""
    found: list[HedgeMention] = []
    for sentence in scene.sentences:
        found += [HedgeMention(scene.quote(h.span), scene.words(h.cue), h.status) for h in sentence.hedges]
        found += firmness.conditionals(sentence, scene)
    return tuple(found)


def _without_frames(
    text: Text, document: str, dated: When | None, parties: Parties | None, spans: tuple[Span, ...]
) -> Reading:
    """What can be read of a text that is not in English."""
    code = text.language.split("-")[0].lower()
    told = text.language or "language unknown"
    bare = Reading(text=named(text), reader=READER, settings=_settings(document, dated, parties), claims=())
    if code not in languages.codes():
        return replace(
            bare, notes=(f"Nothing was read: the text is not in a language that the reader knows ({told}).",)
        )
    known = parties if parties is not None else known_parties()
    found = languages.find(code, text, document, spans, known, dated)
    note = f"Only actors and dates were read: the text is not in English ({told})."
    return replace(bare, actors=found.actors, dates=found.dates, parties=found.parties, notes=(note,))


def _settings(document: str, dated: When | None, parties: Parties | None) -> tuple[tuple[str, str], ...]:
    settings = {
        "document": document,
        "dated": (dated.edtf or dated.value) if dated else "",
        "model": f"{parser.MODEL} 3.8.0",
        "parties": "" if parties is None else named(list(parties)),
    }
    return tuple(sorted(settings.items()))


def _is_english(text: Text, spans: tuple[Span, ...]) -> bool:
    """Whether to read it as English: as it says, else by the share of the commonest English words."""
    if text.language:
        return text.language.split("-")[0].lower() == "en"
    words = re.findall(r"\w+", " ".join(text.content[a:b] for a, b in spans[:60]).lower())
    return bool(words) and sum(w in _ENGLISH for w in words) >= 0.08 * len(words)


def _frames(scene: Scene, drafts: Drafts) -> None:
    """Runs the frames over the text, adopted texts by their paragraphs and running text by its sentences."""
    adopted = adopted_texts(scene)
    scene.duty_modals, scene.itemised = duty_modals(scene), is_itemised(scene)
    asked = asking(scene)
    for sentence in scene.sentences:
        title = _is_title(scene, sentence)
        adopted_text = any(_inside(sentence.span, a) for a in adopted)
        sentence.adopted = title or adopted_text or sentence.number in asked
        if not title and sentence.number not in asked:
            permits = scene.agreement or adopted_text
            sentence.hedges = hedges.find(scene.content, sentence, permits=permits, adopted=adopted_text)
    heads = headed(scene)
    scene.issuer, scene.report = issuer(scene), is_report(scene)
    own = voice(scene)
    floor = speaking(scene, own)
    told = held(scene, floor, own)
    wanted = candidates(scene, {*heads, *heads.values(), *told})
    starts = {scene.sentences[n].span[0] for n in heads}
    for sentence, tree in zip(wanted, parser.parse(scene.content, [s.span for s in wanted], starts), strict=True):
        sentence.tree = tree
    scene.signatories = _signatories(scene)
    for sentence in scene.sentences:
        scene.voice, scene.label = floor.get(sentence.number, Speaker(own))
        if sentence.number in heads:
            sentence.headed = heads_of(scene, scene.sentences[heads[sentence.number]])
        note_subjects(scene, sentence)
        note_speeches(scene, sentence)
    quotations.note(scene)
    for sentence in scene.sentences:
        hedges.confine(sentence)
    made = [(a, decisions.of_adopted(scene, a, drafts)) for a in adopted]
    anchor(scene, made)
    for text, decision in made:
        operative.propose(scene, text, decision, drafts)
    for sentence in scene.sentences:
        scene.voice, scene.label = floor.get(sentence.number, Speaker(own))
        for frame in _FRAMES:
            frame.propose(scene, sentence, drafts)
        happened.propose(scene, sentence, drafts)
        barred.propose(scene, sentence, drafts)
        expectations.propose(scene, sentence, drafts)
        spoken.propose(scene, sentence, drafts)
    terms.propose(scene, drafts)
    effects.note(scene, drafts)


def _is_title(scene: Scene, sentence: Sentence) -> bool:
    """A headline says in short what the text says: it is no claim of its own."""
    said = scene.words(sentence.span)
    if (
        len(scene.sentences) > 1
        and scene.text.title
        and said.casefold() == " ".join(scene.text.title.split()).casefold()
    ):
        return True
    if sentence.number > 1 or said[-1:] in '.!?:;,”"':
        return False
    return scene.content[sentence.span[1] : sentence.span[1] + 2].strip(" ").startswith("\n") and len(said) < 200


def _signatories(scene: Scene) -> tuple[str, ...]:
    """The parties to an agreement, as its title names them: two at least."""
    titles = [s for s in scene.sentences[:2] if _is_title(scene, s)]
    named = tuple(dict.fromkeys(p for s in titles for p in scene.parties_in(s.span)))
    joint = any(_JOINT.search(scene.words(s.span)) for s in titles)
    if joint and len(named) < _TWO:  # "Joint communiqué": of those whom its first sentence names
        first = next((s for s in scene.sentences[1:] if s not in titles), None)
        named = scene.parties_in(first.span) if first is not None else ()
    return named if (scene.agreement or joint) and len(named) >= _TWO else ()


_TWO = 2


def _inside(span: Span, adopted: Adopted) -> bool:
    return adopted.whole[0] <= span[0] and span[1] <= adopted.whole[1]
