"""Who meets: "between A and B", "with B", "A's"; people without a name beside them."""

from goodoffices.reading.frames.meetings.lists import run_of
from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.heads import heads
from goodoffices.vocabulary.text import Span

BODIES = frozenset({"organ", "body", "informal_group"})  # that meet as one

SENT = frozenset(
    {"delegation", "delegations", "ministers", "officials", "leaders", "negotiators", "representatives", "envoys"}
    | {"presidents", "teams", "diplomats", "experts", "commanders", "delegates", "governments", "generals", "sides"}
    | {"colleagues", "counterparts"}
)


def beside(tree: Tree, i: int) -> bool:
    """Whether the verb or noun at `i` has people beside it whom no table knows: "with Prime Minister Ash", "elders"."""
    nouns = [tree.child(p, "pobj") for p in tree.children(i, "prep") if tree.low[p] == "with"]
    known = heads().heads | heads().unnamed | heads().finding
    return any(n is not None and (tree.tag[n] in ("NNP", "NNPS", "PRP") or tree.low[n] in known) for n in nouns)


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


def company(tree: Tree, verb: int) -> list[int]:
    """The nouns after "with": "met with B", "met separately and jointly with B", "met with the Board made up of …"."""
    preps = [*tree.children(verb, "prep")]
    for k in tree.children(verb, "advmod"):
        preps += [w for j in tree.conjuncts(k) for w in (j, *tree.children(j, "prep")) if tree.low[w] == "with"]
    nouns = [tree.child(p, "pobj") for p in dict.fromkeys(preps) if tree.low[p] == "with"]
    apart = [tree.child(k, "nsubj") for k in tree.children(verb, "advcl") if tree.low[tree.left[k]] == "with"]
    return [noun for noun in (*nouns, *apart) if noun is not None]


def bracketed(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """The people in brackets: "the ministers of Utopia (A), Arcadia (B)"; () where the plural has no two of them."""
    tree = sentence.tree
    assert tree is not None
    if tree.tag[noun] not in ("NNS", "NNPS"):
        return ()
    rest = sentence.span[1]
    found = [
        a.party
        for a in scene.actors_in((tree.starts[noun], rest))
        if scene.content[a.quote.end : a.quote.end + 1] == ")" and scene.kind(a.party) == "person"
    ]
    return tuple(dict.fromkeys(found)) if len(found) > 1 else ()


def listed(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """The people of a list that the parse takes for names of one: "with A, the Envoy, Minister B, and officials"."""
    tree = sentence.tree
    assert tree is not None
    if tree.child(noun, "appos") is None or "and" not in tree.low[noun : tree.right[noun]]:
        return ()
    inside = scene.parties_in((tree.starts[tree.left[noun]], tree.ends[tree.right[noun]]))
    return tuple(p for p in inside if scene.kind(p) == "person")


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
            noun = tree.child(prep, "pobj", "dobj")
            if tree.low[prep] in ("between", "with", "among", "involving") and noun is not None and prep > i - 8:
                several = named(scene, sentence, noun)
                several = several if len(several) > 1 else (*several, *listed(scene, sentence, noun))
                run = run_of(scene, sentence, prep + 1)
                found.extend(run if len(run) > len(several) else several)
        if found:
            break
    return tuple(dict.fromkeys(found or _further_on(scene, sentence, i)))


def _further_on(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    """ "A meeting in Lund at the palace with B": "with" that the parse hangs on the place."""
    tree = sentence.tree
    assert tree is not None
    for prep in tree.among(("with", "between")):
        noun = tree.child(prep, "pobj")
        if noun is None or not i < prep < i + 12 or i not in tree.ancestors(prep):
            continue
        if not any(tree.verbal(k) or tree.text[k] == "," for k in range(i + 1, prep)):
            return named(scene, sentence, noun)
    return ()


def body_of(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    """The body of "a meeting of the Council"."""
    tree = sentence.tree
    assert tree is not None
    of = [n for p in tree.children(i, "prep") if tree.low[p] == "of" and (n := tree.child(p, "pobj")) is not None]
    return tuple(p for n in of for p in who(scene, sentence, n)[:1] if scene.kind(p) in BODIES)


def noun_words(tree: Tree, i: int) -> Span:
    """The words of the noun of a meeting; "between A and B, on Tuesday in Utopia" too, where the parse hangs it up."""
    last = tree.right[i]
    for head in (tree.head[i], tree.head[tree.head[i]]):
        after = [
            k for k in tree.children(head, "prep") if k == last + 1 and tree.low[k] in ("between", "with", "among")
        ]
        last = tree.right[after[0]] if after else last
    while last + 2 < len(tree) and tree.low[last + 1] in (",", "on", "in", "at"):
        prep = last + 2 if tree.low[last + 1] == "," else last + 1
        noun = tree.child(prep, "pobj")
        if tree.low[prep] not in ("on", "in", "at") or noun is None or not tree.tag[noun].startswith("NNP"):
            break
        last = noun
    return clauses.words(tree, tree.left[i], last, keep=i)


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


def named(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """The parties that a noun means; of "Utopian and Arcadian ministers" both."""
    tree = sentence.tree
    assert tree is not None
    found = who(scene, sentence, noun)
    if tree.low[noun] not in SENT:
        return found
    if len(found) > 1:
        run = run_of(scene, sentence, tree.left[noun])
        return run if set(run) > set(found) else found
    leading = [tree.child(k, "agent") for k in tree.children(noun, "acl") if tree.low[k] in ("led", "headed")]
    sent = [p for p in tree.children(noun, "prep") if tree.low[p] in ("from", "of")]
    for by in (*leading, *sent):
        who_leads = tree.child(by, "pobj") if by is not None else None
        several = who(scene, sentence, who_leads) if who_leads is not None else ()
        if len(several) > len(found) or (several and not set(several) & set(found)):
            return tuple(dict.fromkeys((*several, *found)))
    run = run_of(scene, sentence, tree.left[noun])
    if len(run) > max(1, len(found)):
        return run
    inside = scene.parties_in((tree.starts[tree.left[noun]], tree.ends[noun]))
    sides = tuple(p for p in inside if scene.kind(p) in SIDES)
    return sides if len(sides) > 1 else found


def attending(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """ "Was attended by A, B of Utopia and C": all of them, of whom the parse mostly finds the first."""
    tree = sentence.tree
    assert tree is not None
    by = tree.child(verb, "agent")
    if by is None:
        return ()
    last = next((k for k in range(by, len(tree)) if tree.text[k] in (";", ".")), len(tree) - 1)
    inside = scene.parties_in((tree.starts[by], tree.ends[last]))
    people = tuple(p for p in inside if scene.kind(p) in ("person", "office"))
    noun = tree.child(by, "pobj")
    return people if len(people) > 1 else who(scene, sentence, noun) if noun is not None else ()


def fronted(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """Who stands before the verb where the parse gives it no subject: "Between May 3 and 5, a Utopian team met B"."""
    tree = sentence.tree
    assert tree is not None
    if tree.child(verb, "nsubj", "nsubjpass", "aux") is not None or tree.tag[verb] != "VBD" or tree.dep[verb] == "conj":
        return ()
    for opened in (k for k in tree.children(verb, "mark", "prep") if k < verb):
        for noun in tree.children(opened, "pobj"):
            if tree.low[noun] in SENT or tree.dep[opened] == "mark":
                inside = scene.parties_in((tree.starts[tree.left[noun]], tree.ends[tree.right[noun]]))
                return tuple(p for p in inside if scene.kind(p) in (*SIDES, "office", "person"))
    return ()


def bare(tree: Tree, noun: int) -> int:
    """The last word of a noun of a meeting, without what is told of the last of those who met: ", who …"."""
    end = next((k for k in range(noun, tree.right[noun] + 1) if tree.low[k] in ("who", "whose")), None)
    return tree.right[noun] if end is None else end - 1


def aside(tree: Tree, verb: int) -> list[int]:
    """ "Met B, a visit that …": what is said of the meeting after a comma is no part of it."""
    return [k for k in tree.children(verb, "npadvmod", "appos") if k > verb and tree.child(k, "relcl") is not None]


def own_words(tree: Tree, i: int) -> Span:
    """The words of the noun; where something befell the talks, the clause that tells it, which may give the day."""
    top = tree.head[tree.head[i]] if tree.dep[i] == "pobj" and tree.low[tree.head[i]] == "of" else i
    if tree.dep[top] in ("nsubj", "nsubjpass") and tree.tag[tree.head[top]] == "VBD":
        apart = [k for k in tree.children(tree.head[top], "advcl") if tree.tag[k] == "VBD"]
        return clauses.clause(tree, tree.head[top], without=apart)
    return clauses.words(tree, tree.left[i], bare(tree, i), keep=i)
