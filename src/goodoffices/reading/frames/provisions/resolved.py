"""What a body decides to do itself: "the Trio decided to lift the ban and to meet again"."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import hedged
from goodoffices.reading.voices.force_words import forces
from goodoffices.reading.voices.speakers import in_its_own_words, tellers
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Force

_RESOLVING = forms_of(("decide", "resolve"))


def resolved(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Each infinitive with a "to" of its own is one provision."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(_RESOLVING):
        done = tree.child(i, "xcomp")
        if done is None or tree.tag[done] != "VB" or not tree.verbal(i) or tree.tag[i] in ("VB", "VBG"):
            continue
        passive = clauses.is_passive(tree, i)  # "it was decided to meet again", in the body's own communiqué
        if clauses.negated(tree, i) or any(tree.tag[k] == "MD" for k in tree.kids[i]):
            continue
        if passive and not in_its_own_words(scene, sentence, i):
            continue
        speakers = (scene.issuer,) if passive else tellers(scene, sentence, i, clauses.subject(tree, i))
        if not speakers or not all(_decides(scene, p) for p in speakers):
            continue
        further = clauses.further(tree, done)
        force: Force = "binding" if speakers[0] in forces().binding_bodies else "undertaken"
        for verb in (done, *further):
            first = i if verb == done else tree.left[verb]
            last = tree.right[verb] if verb != done or not further else tree.left[further[0]] - 1
            span = clauses.words(tree, first, last, keep=first)
            attribution = hedged(scene, sentence, span, holder=speakers[0], source="declared")
            context = Setting(decision_before(drafts, span[0]), force, speakers, attribution)
            setting(scene, drafts, span, context, "provision.resolved")


def _decides(scene: Scene, party_id: str) -> bool:
    """Whether a party is a body whose decisions set something; an acronym of unknown meaning may be a faction."""
    party = scene.party(party_id)
    faction = party_id.startswith("org:") and party is not None and party.name.isupper()
    return scene.kind(party_id) in BODIES and (not faction or party_id == scene.issuer)
