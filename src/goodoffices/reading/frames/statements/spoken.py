"""What a speaker lays before his listeners without a verb of saying: in his own speech it is his word all the same."""

from collections.abc import Iterator

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings.meeting_words import lexicon as meetings
from goodoffices.reading.frames.statements.purport import menaced, purport
from goodoffices.reading.frames.statements.speech_words import lexicon as speech_words
from goodoffices.reading.frames.statements.speech_words import telling
from goodoffices.reading.frames.statements.stated import add
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.sayings import sayings
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.content import Act

_SAID = ("statement", "provision", "position", "disagreement", "meeting")  # what says it already
_NEAR = 8  # proposals of a kind that one sentence may have
_FEWEST, _MOST = 5, 60  # words of a clause that is worth a claim
_OURS = frozenset({"i", "we"})
_HOLDING = frozenset({"will", "would", "can", "cannot", "could", "may", "might", "ca", "'ll"})  # no duties


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the main clauses of a sentence in a speech, or in a body's statement, that no other frame has."""
    tree = sentence.tree
    if tree is None or sentence.adopted or scene.report or scene.agreement:
        return
    speaker = scene.speaker if scene.voice or scene.kind(scene.issuer) in BODIES else ""
    if (
        not (speaker or scene.label)
        or not _FEWEST <= len(tree) <= _MOST
        or "?" in tree.text
        or telling().isdisjoint(tree.words)
    ):
        return
    for verb in _mains(tree):
        span = clauses.clause(tree, verb)
        if not _worth(scene, sentence, tree, verb) or any(
            quote.start < span[1] and span[0] < quote.end
            for kind in _SAID
            for quote in (c.quotes[0] for c in drafts.of_kind(kind)[-_NEAR:])
        ):
            continue
        act = _act(scene, sentence, tree, verb, speaker)
        add(
            scene,
            sentence,
            drafts,
            span,
            act,
            (speaker,) if speaker else (),
            "speech",
            "statement.spoken",
            by=scene.label,
        )


def _mains(tree: Tree) -> Iterator[int]:
    """The verbs of the main clauses, each with a subject of its own."""
    root = next((i for i, dep in enumerate(tree.dep) if dep == "ROOT"), None)
    for i in tree.conjuncts(root) if root is not None else ():
        if _declares(tree, i):
            yield i


def _worth(scene: Scene, sentence: Sentence, tree: Tree, verb: int) -> bool:
    """Whether the clause tells something of the matter, in the speaker's own words."""
    if any(s.span[0] <= tree.starts[verb] < s.span[1] or s.verb == verb for s in sentence.speeches):
        return False
    if _tells_of_talks(tree, verb):
        return False
    inside = [tree.low[k] for k in tree.words_in(*clauses.clause(tree, verb))]
    person = scene.label or (scene.voice and scene.kind(scene.voice) not in BODIES)
    if len(inside) < _FEWEST or not (person or _holds(tree, verb) or not speech_words().weighing.isdisjoint(inside)):
        return False
    if tree.head[verb] == verb:
        return True
    return not telling().isdisjoint(inside) and all(s.word != verb for s in sayings(tree))


def _holds(tree: Tree, verb: int) -> bool:
    """Whether the clause holds something to be so or to come: what a body tells of the past it only tells."""
    helped = [tree.low[k] for k in tree.children(verb, "aux") if tree.tag[k] == "MD"]
    return not _HOLDING.isdisjoint(helped) if helped else tree.tag[verb] in ("VBZ", "VBP")


def _act(scene: Scene, sentence: Sentence, tree: Tree, verb: int, speaker: str) -> Act:
    act = purport(tree, verb)
    if act is not None and (act == "condition" or _own(scene, sentence, tree, verb, speaker)):
        return act
    return "threaten" if menaced(tree, verb, warning=False) else "assess"


def _own(scene: Scene, sentence: Sentence, tree: Tree, verb: int, speaker: str) -> bool:
    """Whether the clause is about the speaker or his side."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    sides = {scene.behalf(p) for p in who(scene, sentence, subject)}
    return tree.low[subject] in _OURS or sides == {scene.behalf(speaker)}


def _declares(tree: Tree, verb: int) -> bool:
    """Whether the clause has a subject and a finite verb."""
    if tree.child(verb, "nsubj", "nsubjpass", "expl") is None:
        return False
    return tree.tag[verb] in ("VBZ", "VBP", "VBD") or any(
        tree.tag[k] in ("MD", "VBZ", "VBP", "VBD") for k in tree.children(verb, "aux", "auxpass")
    )


def _tells_of_talks(tree: Tree, verb: int) -> bool:
    """ "I have just concluded two days of talks": what he did, and no word on the matter."""
    subject = tree.child(verb, "nsubj")
    past = tree.tag[verb] in ("VBD", "VBN") or any(tree.low[k] == "did" for k in tree.children(verb, "aux"))
    if subject is None or tree.low[subject] not in _OURS or not past:
        return False
    return tree.low[verb] in forms_of(speech_words().attending) or not meetings().nouns.isdisjoint(tree.words)
