"""Transfers: prisoners, hostages, goods, money, land that pass from one party to another, and how many."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.events.days import day_of
from goodoffices.reading.frames.events.events import supposed
from goodoffices.reading.frames.figures.figures import number
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Transfer

_PASSING = forms_of(("release", "free", "transfer", "deliver", "return", "exchange", "swap", "repatriate", "surrender"))
_OVER = forms_of(("hand", "turn"))
_GIVING = forms_of(("provide", "donate", "send", "pay", "disburse", "supply", "give"))
_AGREEING = forms_of(("agree", "undertake", "pledge", "promise", "commit", "offer"))
_GOODS = frozenset(
    {"prisoners", "prisoner", "hostages", "hostage", "detainees", "captives", "soldiers", "bodies", "remains", "aid"}
    | {
        "crews",
        "sailors",
        "pows",
        "aid",
        "supplies",
        "food",
        "grain",
        "wheat",
        "medicine",
        "medicines",
        "fuel",
        "weapons",
    }
    | {
        "arms",
        "funds",
        "dollars",
        "euros",
        "loan",
        "grant",
        "assets",
        "archives",
        "maps",
        "territory",
        "islands",
        "town",
    }
    | {
        "artefacts",
        "trucks",
        "vehicles",
        "equipment",
        "tents",
        "vaccines",
        "documents",
        "villages",
        "positions",
        "base",
    }
    | {"bases", "people", "fighters", "civilians", "women", "children", "tonnes", "tons", "ships", "aircraft"}
)


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes what a sentence tells as handed over, or as agreed to be."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    for i in tree.among(_PASSING | _OVER | _GIVING):
        thing = tree.child(i, "dobj", "nsubjpass")
        if thing is None or not tree.verbal(i) or clauses.negated(tree, i) or supposed(tree, i):
            continue
        if tree.low[i] in _OVER and not any(tree.low[k] == "over" for k in tree.kids[i]):
            continue
        what = _what(tree, thing)
        done, agreed = _done(tree, i), _agreed(tree, i)
        if what is None or not (done or agreed):
            continue
        giver = _giver(scene, sentence, i)
        receiver = next((p for p in _receivers(scene, sentence, i, thing) if p != giver), "")
        if not giver and not receiver:
            continue
        if tree.low[i] in _GIVING and not (giver and receiver):
            continue
        span = clauses.clause(tree, tree.head[i] if agreed else i)
        count = _how_many(tree, thing)
        drafts.add(
            Transfer(
                giver=giver,
                receiver=receiver,
                what=what,
                agreed=count if agreed else None,
                delivered=None if agreed else count,
            ),
            [span],
            rule="transfer.agreed" if agreed else "transfer.verb",
            attribution=attributed(scene, sentence, span),
            valid=day_of(scene, sentence, i, span),
        )


def _what(tree: Tree, thing: int) -> str | None:
    """What passes, without how many: of "200 tonnes of food aid" the food aid."""
    nouns = [thing, *(n for p in tree.kids[thing] if tree.low[p] == "of" for n in tree.children(p, "pobj"))]
    found = next((n for n in reversed(nouns) if tree.low[n] in _GOODS), None)
    if found is None:
        return None
    before = [k for k in tree.kids[found] if k < found and tree.dep[k] in ("compound", "amod")]
    return " ".join(tree.text[k] for k in (*before, found) if tree.tag[k] != "CD")


def _how_many(tree: Tree, thing: int) -> float | None:
    """The number that stands before what passes: "some 200 tonnes of aid", "two soldiers"."""
    of = [n for p in tree.kids[thing] if tree.low[p] == "of" for n in tree.children(p, "pobj")]
    counts = [k for n in (thing, *of) for k in tree.kids[n] if k < n and tree.tag[k] == "CD"]
    return (
        number(tree, tree.left[counts[0]] if tree.tag[tree.left[counts[0]]] == "CD" else counts[0])[0]
        if counts
        else None
    )


def _done(tree: Tree, i: int) -> bool:
    if any(tree.tag[k] == "MD" for k in tree.children(i, "aux")):
        return False
    helped = {tree.low[k] for k in tree.children(i, "aux", "auxpass")} & {"has", "have", "had", "was", "were"}
    return tree.tag[i] == "VBD" or (tree.tag[i] == "VBN" and bool(helped))


def _agreed(tree: Tree, i: int) -> bool:
    """ "Agreed to release 50 prisoners": the number agreed, nothing delivered yet."""
    head = tree.head[i]
    return tree.tag[i] == "VB" and tree.dep[i] == "xcomp" and tree.low[head] in _AGREEING and _done(tree, head)


def _giver(scene: Scene, sentence: Sentence, i: int) -> str:
    tree = sentence.tree
    assert tree is not None
    noun = clauses.doer(tree, i)
    found = who(scene, sentence, noun) if noun is not None else ()
    return found[0] if found else ""


def _receivers(scene: Scene, sentence: Sentence, i: int, thing: int) -> tuple[str, ...]:
    """To whom: "to B", "gave B"; of an exchange also "with B", and the second of two who exchange."""
    tree = sentence.tree
    assert tree is not None
    found: list[str] = []
    both = tree.low[i] in forms_of(("exchange", "swap"))
    for head in (i, thing):
        for prep in tree.children(head, "prep", "dative"):
            noun = tree.child(prep, "pobj")
            if noun is not None and (tree.low[prep] == "to" or (both and tree.low[prep] == "with")):
                found.extend(who(scene, sentence, noun))
            elif tree.dep[prep] == "dative" and noun is None:
                found.extend(who(scene, sentence, prep))
    subject = clauses.subject(tree, i) if both and not found else None
    if subject is not None:
        found.extend(who(scene, sentence, subject)[1:])
    return tuple(found)
