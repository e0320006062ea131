"""Who says what a verb of saying says."""

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.sayings import Saying
from goodoffices.reading.voices.verbs import verbs

MANY = 4  # more parties than these are not told one by one where their body can be


def speakers_of(scene: Scene, sentence: Sentence, saying: Saying) -> tuple[str, ...]:
    tree = sentence.tree
    assert tree is not None
    if saying.passive:
        agent = tree.child(saying.word, "agent")
        if agent is None:  # "were asked to withdraw by the Trio": parsed as if withdrawn by it
            done = tree.child(saying.word, "xcomp")
            loose = tree.children(done, "prep", "agent") if done is not None else []
            agent = next((k for k in loose if tree.low[k] == "by"), None)
        by = tree.child(agent, "pobj") if agent is not None else None
        if agent is None and in_its_own_words(scene, sentence, saying.word):
            return (scene.issuer,)
        return who(scene, sentence, by) if by is not None else ()
    return tellers(scene, sentence, saying.word, saying.subject)


def in_its_own_words(scene: Scene, sentence: Sentence, word: int) -> bool:
    """ "The sides are urged to talk", "concern was expressed" in the statement of a body: urged and expressed by it."""
    tree = sentence.tree
    assert tree is not None
    while tree.dep[word] == "conj":
        word = tree.head[word]
    inside = any(s.span[0] <= tree.starts[word] < s.span[1] for s in sentence.speeches)
    return scene.kind(scene.issuer) in BODIES and tree.head[word] == word and not inside


def tellers(scene: Scene, sentence: Sentence, word: int, subject: int | None) -> tuple[str, ...]:
    """Who is meant by the subject of a verb in the active voice, or by that of the verb to which it is joined."""
    tree = sentence.tree
    assert tree is not None
    above = _outside(tree, word)
    if above is not None and (outside := who(scene, sentence, above)):
        return outside
    found = who(scene, sentence, subject, _relative(tree, word)) if subject is not None else sentence.headed or ()
    if len(found) > MANY and scene.kind(scene.issuer) in BODIES:
        return (scene.issuer,)  # all its members, listed
    if found or tree.dep[word] != "conj" or tree.child(word, "nsubj") is not None:
        return found
    # "noted that the pause had helped and urged …": the parse often joins the second verb to what the first one says
    outer = [a for a in tree.ancestors(word) if tree.low[a] in verbs() and tree.verbal(a)]
    subjects = [s for a in outer if (s := clauses.subject(tree, a)) is not None and s != subject]
    return next((named for s in subjects if (named := who(scene, sentence, s))), ())


def _relative(tree: Tree, word: int) -> int | None:
    """The verb of the relative clause in which the word stands: what it tells is told of those before it."""
    return next((k for k in (word, *tree.ancestors(word)) if tree.dep[k] == "relcl"), None)


def _outside(tree: Tree, word: int) -> int | None:
    """ "The Trio affirmed that Utopia must stop, calling on it to talk": the subject of the verb outside, of a
    participle after a comma that the parse joins to what is said.
    """
    inner = tree.head[word]
    if tree.tag[word] != "VBG" or tree.dep[word] != "advcl" or tree.dep[inner] != "ccomp" or word < inner:
        return None
    if tree.text[tree.left[word] - 1] != "," or tree.low[tree.head[inner]] not in verbs():
        return None
    return clauses.subject(tree, tree.head[inner])
