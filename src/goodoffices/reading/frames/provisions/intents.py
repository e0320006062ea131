"""Intents: what a party says in its own document that it will do."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.frames.statements.purport import purport
from goodoffices.reading.frames.statements.stated import add
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import hedged, who
from goodoffices.reading.voices.conditions import conditions
from goodoffices.reading.voices.sayings import sayings
from goodoffices.vocabulary.content import Act

_NO_DEED = frozenset({"be", "have", "need", "see", "become", "know", "find"})


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the intents of a sentence: announced, threatened where a condition goes with it; of a body also a
    provision, for it binds itself.
    """
    tree = sentence.tree
    own = {scene.behalf(p) for p in (scene.voice, scene.issuer) if p}
    if tree is None or sentence.adopted or scene.agreement or not own:
        return
    _voiced(scene, sentence, tree, drafts)
    said = {s.word for s in sayings(tree)}
    for i in range(len(tree)):
        verb = tree.head[i]
        if tree.dep[i] != "aux" or tree.low[i] not in ("will", "shall", "'ll") or not _leads(tree, verb):
            continue
        subject = clauses.subject(tree, verb)
        doers = who(scene, sentence, subject) if subject is not None else ()
        quoted = any(s.verb >= 0 and s.span[0] <= tree.starts[i] < s.span[1] for s in sentence.speeches)
        if verb in said or quoted or not doers or {scene.behalf(p) for p in doers} != own:
            continue
        span = clauses.clause(tree, verb)
        condition = next((c for c in conditions(sentence) if c[0] < tree.starts[verb] or c[1] <= span[1]), None)
        negated = clauses.negated(tree, verb)
        meant = purport(tree, verb) or ("reject" if negated else "announce")
        act: Act = "threaten" if condition and not scene.voice and meant in ("announce", "reject") else meant
        add(scene, sentence, drafts, span, act, doers[:1], "speech", "statement.intent", verb=verb)
        if scene.kind(doers[0]) in BODIES and not negated:
            attribution = hedged(scene, sentence, span, holder=doers[0], source="declared")
            context = Setting(decision_before(drafts, span[0]), "undertaken", doers, attribution)
            setting(scene, drafts, span, context, "provision.intent")


def _voiced(scene: Scene, sentence: Sentence, tree: Tree, drafts: Drafts) -> None:
    """ "The hostages must be released": asked by whose speech or statement it is, without a word of asking."""
    speaker = scene.speaker
    for i in range(len(tree)):
        verb = tree.head[i]
        if tree.dep[i] != "aux" or tree.low[i] != "must" or not tree.verbal(verb) or tree.dep[verb] not in _MAIN:
            continue
        subject = clauses.subject(tree, verb)
        quoted = any(s.verb >= 0 and s.span[0] <= tree.starts[i] < s.span[1] for s in sentence.speeches)
        if subject is None or quoted or tree.low[subject] in ("we", "i", "it", "there"):
            continue
        add(
            scene,
            sentence,
            drafts,
            clauses.clause(tree, verb),
            "request",
            (speaker,),
            "speech",
            "statement.must",
            verb=verb,
        )


_MAIN = ("ROOT", "conj", "parataxis")


def _leads(tree: Tree, verb: int) -> bool:
    """Whether the verb is a deed told by a clause of its own: "will go", "will be going"."""
    going = tree.tag[verb] == "VBG" and any(tree.low[k] == "be" for k in tree.children(verb, "aux"))
    return (
        (tree.tag[verb] == "VB" or going)
        and tree.low[verb] not in _NO_DEED
        and tree.dep[verb] in ("ROOT", "conj", "parataxis")
    )
