"""Who says what in a sentence; the frames learn from it whose word a clause is."""

import re

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence, Speech
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import according_pattern, who
from goodoffices.reading.voices.closings import closing
from goodoffices.reading.voices.heads import heads
from goodoffices.reading.voices.nameless import teller
from goodoffices.reading.voices.sayings import Saying, sayings
from goodoffices.reading.voices.speakers import speakers_of
from goodoffices.reading.voices.verbs import acts, verbs
from goodoffices.reading.voices.views import IS, views
from goodoffices.vocabulary.reading import ActorMention
from goodoffices.vocabulary.text import Span


def note_speeches(scene: Scene, sentence: Sentence) -> None:
    """Records who says what in a sentence; the other frames learn from it whose word a clause is."""
    tree = sentence.tree
    if tree is None:
        return
    for saying in sayings(tree):
        if saying.verb.manner == "stance":
            continue
        speakers = speakers_of(scene, sentence, saying)
        subject = saying.subject
        by = teller(scene, sentence, subject) if not speakers and subject is not None and not saying.passive else None
        if not (speakers or by or saying.passive or subject is None or _somebody(tree, saying, subject)):
            continue  # "the visit suggests that …": nobody's word
        for k in tree.children(saying.word, "ccomp", "parataxis", "xcomp"):
            bounds = clauses.segment(tree, k)
            first, last = max(tree.left[k], bounds.start), min(max(tree.right[k], _tail(tree, k)), bounds.stop - 1)
            span = tree.starts[first], tree.ends[last]
            sentence.speeches.append(Speech(speakers, span, saying.word, saying.verb.alleging, by=by))
    for view in views(scene, sentence, tree):
        if view.held is not None:
            sentence.speeches.append(Speech(view.speakers, view.held, view.verb))
    for m in according_pattern().finditer(scene.content, *sentence.span):
        seen = m.group().lower().startswith(_SEEING)
        nearby = [a for a in sentence.actors if m.end() <= a.quote.start <= m.end() + (_BESIDE if seen else 40)]
        nearby = [a for a in nearby if _beside(scene.content[m.end() : a.quote.start])]
        if nearby and any(s.speakers and s.verb >= 0 and tree.ends[s.verb] <= m.start() for s in sentence.speeches):
            continue  # "“…,” Ash told us, according to the Council": where it stands, not who says it
        if nearby:
            speakers = tuple(dict.fromkeys(a.party for a in nearby if _joined(scene, nearby[0], a)))
            sentence.speeches.append(Speech(speakers, sentence.span, -1))
        elif not seen and m.group().lower().startswith(("according", "as ")):
            loose = not _RULE.match(scene.content, m.end())
            told, by = _source(scene, sentence, tree, m.end())
            sentence.speeches += [Speech(told, sentence.span, -1, by=by)] if loose else []
    _quoted(scene, sentence, tree)
    closing(scene, sentence)


def _source(scene: Scene, sentence: Sentence, tree: Tree, at: int) -> tuple[tuple[str, ...], Span | None]:
    """Whose word it is "according to him", "according to two experts": the parties, else the words for who it is."""
    first = tree.at(at)
    noun = (
        next((a for a in (first, *tree.ancestors(first)) if tree.dep[a] == "pobj"), None) if first is not None else None
    )
    if noun is None:
        return (), None
    told = who(scene, sentence, noun)
    return told, None if told else teller(scene, sentence, noun)


def _beside(between: str) -> bool:
    """Whether a name goes with "according to": "a letter sent in March, Utopia would …" ends before it."""
    return "," not in between or _ROLE.fullmatch(between) is not None


_ROLE = re.compile(r"the (?:[\w-]+ ){0,3}[\w-]+, ")  # "according to the spokesman, Ash"


def _joined(scene: Scene, first: ActorMention, other: ActorMention) -> bool:
    """ "A joint Utopian-Arcadian statement", "Utopia and Arcadia": they speak together."""
    return other is first or scene.content[first.quote.end : other.quote.start] in ("-", "–", " and ", " and the ")


def _quoted(scene: Scene, sentence: Sentence, tree: Tree) -> None:
    """ "Utopia was blunt: “No deal.”": quoted words after a colon are the word of whom the words before it name."""
    colon = next((k for k in tree.places.get(":", ()) if k and tree.text[k + 1 : k + 2] in _MARKS), None)
    if colon is None or any(s.verb >= 0 and s.verb < colon for s in sentence.speeches):
        return
    subjects = (k for k in range(colon) if tree.dep[k] == "nsubj" and tree.tag[k].startswith(("NN", "PRP")))
    subject = max(subjects, default=None)  # of "asked whether Utopia would go, he replied: …" the last
    verb = tree.head[subject] if subject is not None else None
    if subject is None or verb is None or not subject < verb < colon or clauses.is_passive(tree, verb):
        return
    if tree.low[verb] not in IS | _SPEAKING and tree.low[verb] not in verbs():
        return
    owner = tree.child(subject, "poss") if tree.low[subject] in acts().messages else None
    speakers = who(scene, sentence, subject if owner is None else owner)
    if speakers:
        sentence.speeches.append(Speech(speakers, (tree.starts[colon + 1], tree.ends[-1]), -1))


_SPEAKING = frozenset(
    {"shouted", "cried", "exclaimed", "summed", "put", "began", "ended", "continued", "tweeted", "posted"}
)
_SEEING = ("in the eyes", "from the", "as far", "so far")
_BESIDE = 5  # characters: "in the eyes of the Utopians", no more between
_MARKS = (['"'], ["“"], ["‘"], ["«"], ["``"])
_RULE = re.compile(  # "according to plan": by a rule, in nobody's word
    r"(?:the |a |its |their |this |that |an? )?(?:\w+ )?(?:plans?|schedule|articles?|paragraphs?|law|customs?|protocol|"
    r"resolutions?|agreement|accords?|process(?:es)?|pacts?|deal|treaty|constitution|rules?|principles?|procedures?|terms|which|needs?|merit|size|rank|age|"
    r"timetable|calendar|charter|provisions?|standards?|criteria|tradition)\b",
    re.IGNORECASE,
)


def _somebody(tree: Tree, saying: Saying, subject: int) -> bool:
    """Whether the subject, which names no party, is somebody who speaks: what says a thing outright always is."""
    outright = saying.verb.lemma in OUTRIGHT and tree.tag[subject].startswith("N")
    nobody_named = heads().unnamed | heads().finding | {"he", "she", "some", "many", "others", "most"}
    return outright or tree.low[subject] in nobody_named


OUTRIGHT = frozenset(
    {"say", "tell", "report", "announce", "add", "claim", "allege", "state", "declare", "warn", "believe", "confirm"}
)


def _tail(tree: Tree, k: int) -> int:
    """The end of the words that follow a said clause without a verb of their own ("…, mainly due to …")."""
    last = tree.right[k]
    return max(
        [last, *(tree.right[j] for j in tree.kids[tree.head[k]] if j > last and tree.dep[j] in ("prep", "advmod"))]
    )
