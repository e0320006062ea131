"""Who meets: "between A and B", "with B", "A's"; people without a name beside them."""

from goodoffices.reading.frames.meeting_words import lexicon
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.heads import heads

BODIES = frozenset({"organ", "body", "informal_group"})  # that meet as one


def beside(tree: Tree, i: int) -> bool:
    """Whether the verb or noun at `i` has people beside it whom no table knows: "with Prime Minister Ash", "elders"."""
    nouns = [tree.child(p, "pobj") for p in tree.children(i, "prep") if tree.low[p] == "with"]
    known = heads().heads | heads().unnamed | heads().finding
    return any(n is not None and (tree.tag[n].startswith("NNP") or tree.low[n] in known) for n in nouns)


def together(tree: Tree, subject: int | None) -> bool:
    """ "Utopia and three armed groups": who meets stands beside people without a name."""
    if subject is None:
        return False
    inside = [subject, *(noun for p in tree.children(subject, "prep") for noun in tree.children(p, "pobj"))]
    joined = [k for noun in inside for k in tree.conjuncts(noun) if k != noun]
    return any(tree.low[k] in lexicon().people or tree.low[k] in heads().heads for k in joined)


def leading(scene: Scene, sentence: Sentence, subject: int | None) -> tuple[str, ...]:
    """Who leads those who meet, where nothing else tells who they are: "mediators, headed by A, met B"."""
    tree = sentence.tree
    assert tree is not None
    led = [k for k in tree.children(subject, "acl") if tree.low[k] in _LED] if subject is not None else []
    leads = [tree.child(k, "agent") for k in led]
    by = next((k for k in leads if k is not None), None)
    noun = tree.child(by, "pobj") if by is not None else None
    return who(scene, sentence, noun) if noun is not None else ()


_LED = frozenset({"led", "headed", "chaired"})


def strangers(scene: Scene, sentence: Sentence, i: int) -> bool:
    """ "Talks between A and Zara", of whom no table knows: whether somebody with a name is the other side."""
    tree = sentence.tree
    assert tree is not None
    sides = [tree.child(p, "pobj") for p in tree.children(i, "prep") if tree.low[p] in ("between", "with")]
    nouns = [k for side in sides if side is not None for k in tree.conjuncts(side)]
    return any(
        (tree.tag[k].startswith("NNP") or tree.low[k] in lexicon().people) and not who(scene, sentence, k)
        for k in nouns
    )


def named_before(scene: Scene, sentence: Sentence, subject: int | None, verb: int) -> tuple[str, ...]:
    """The people named between a body and its verb: "Representatives of the Trio - A, B and C - met"."""
    tree = sentence.tree
    assert tree is not None
    if subject is None or subject > verb:
        return ()
    inside = scene.parties_in((tree.starts[subject], tree.ends[verb]))
    return tuple(p for p in inside if scene.kind(p) in ("person", "office"))


def calls(tree: Tree) -> list[int]:
    """ "A phone call", "telephone calls"."""
    return [i for i in tree.among(("call", "calls")) if i and tree.low[i - 1] in lexicon().calls]


def between(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    """The parties that talk: "between A and B", "with B", "of A and B"."""
    tree = sentence.tree
    assert tree is not None
    found: list[str] = []
    above = [i, tree.head[i], *([tree.head[tree.head[i]]] if tree.dep[i] == "pobj" else [])]
    for head in above:
        for prep in tree.kids[head]:
            noun = tree.child(prep, "pobj")
            if tree.low[prep] in ("between", "with", "among", "involving") and noun is not None and prep > i - 8:
                found.extend(who(scene, sentence, noun))
        if found:
            break
    return tuple(dict.fromkeys(found))


def owned(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    """Whose meeting it is: "the Trio meeting", "a session of the Council", "the third meeting under the Mechanism"."""
    tree = sentence.tree
    assert tree is not None
    found: list[str] = []
    for k in tree.kids[i]:
        if tree.dep[k] in ("compound", "poss", "amod", "nmod") and tree.tag[k] in ("NNP", "NNPS", "NN"):
            found.extend(who(scene, sentence, k))
        if tree.low[k] in ("of", "under") and (noun := tree.child(k, "pobj")) is not None:
            found.extend(p for p in who(scene, sentence, noun) if scene.kind(p) in (*BODIES, "office", "person"))
    return tuple(found)
