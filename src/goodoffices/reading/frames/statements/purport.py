"""What somebody does by saying a clause about himself: undertakes, announces, refuses, threatens, sets a condition."""

from goodoffices.reading.frames.statements.speech_words import lexicon, refused
from goodoffices.reading.parser import Tree
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.verbs import acts, forms_of
from goodoffices.reading.voices.views import IS
from goodoffices.vocabulary.content import Act

_AHEAD = frozenset({"will", "shall", "'ll", "wo", "would"})
_ABLE = frozenset({"can", "ca", "could"})
_TERMS = frozenset({"if", "when", "once", "after", "provided", "on"})  # after "only"
_NOW = frozenset({"are", "am", "is", "'re", "'m", "'s"})
_DENYING: dict[Act, Act] = {
    "commit": "reject",
    "propose": "reject",
    "accept": "reject",
    "support": "accuse",
    "reject": "accept",
}


def purport(tree: Tree, i: int) -> Act | None:
    """The act of the clause of verb `i`, whose subject is the speaker or his side; None where it only tells a thing."""
    if tree.low[i] in IS | _NOW | {"'ve"} and (minded := _minded(tree, i)) is not None:
        return minded
    helped = {tree.low[k] for k in tree.children(i, "aux")}
    ahead = not _AHEAD.isdisjoint(helped) or _going(tree, i)
    verb = _done(tree, i)
    if clauses.negated(tree, i):
        return _denied(tree, i, verb, helped, ahead)
    if (ahead or not _ABLE.isdisjoint(helped)) and on_terms(tree, i):
        return "condition"
    if not ahead:
        return None
    return "commit" if tree.low[verb] in forms_of(lexicon().steady) else "announce"


def on_terms(tree: Tree, i: int) -> bool:
    """ "Only when … can we lift it", "we will start only after …", "can only resume if …": what comes first is set."""
    only = tree.places.get("only", ())
    if not only:
        return False
    inside = range(tree.left[i], tree.right[i]) if not _turned(tree, i) else range(len(tree) - 1)
    if any(k in inside and tree.low[k + 1] in _TERMS for k in only):
        return True
    after = (k for k in tree.children(i, "advcl") if k > i)
    return any(tree.head[k] == i for k in only) and any(
        tree.low[m] in _TERMS for k in after for m in tree.children(k, "mark", "advmod")
    )


def _turned(tree: Tree, i: int) -> bool:
    """ "Only when … can we lift it": the parse loses what stands before the helping verb."""
    modal, subject = tree.child(i, "aux"), tree.child(i, "nsubj")
    return modal is not None and subject is not None and modal < subject and tree.places["only"][0] <= 1


def menaced(tree: Tree, i: int, *, warning: bool) -> bool:
    """ "Any raid would have severe consequences": a threat, who warns of a strong reaction threatens too."""
    if not any(tree.low[k] in _AHEAD for k in tree.children(i, "aux")) or clauses.negated(tree, i):
        return False
    words = lexicon().menacing if warning else lexicon().threatening
    return not words.isdisjoint(tree.low[i : tree.right[i] + 1])


def _minded(tree: Tree, i: int) -> Act | None:
    """ "We are ready to talk", "we are not satisfied": the act of the adjective, turned about where it is denied."""
    of_mind = tree.child(i, "acomp")
    act = acts().adjectives.get(tree.low[of_mind]) if of_mind is not None else None
    return _DENYING.get(act) if act is not None and clauses.negated(tree, i) else act


def _denied(tree: Tree, i: int, verb: int, helped: set[str], ahead: bool) -> Act | None:
    """ "We will not accept", "we are not trading land", "they do not see it as final"."""
    if ahead and forms_of(lexicon().unfailing).get(tree.low[verb]):
        return "commit"
    if ahead:
        return "reject" if tree.low[verb] in refused() else None
    if not _ABLE.isdisjoint(helped):
        return "reject" if tree.low[verb] in forms_of(lexicon().barred) else None
    if tree.tag[i] == "VBG" and not helped.isdisjoint(_NOW):
        return None if tree.low[i] in lexicon().perceiving else "reject"
    seen = forms_of(lexicon().seeing).get(tree.low[i]) is not None
    return "reject" if seen and not helped.isdisjoint({"do", "does", "did"}) and tree.kids[i][-1] > i else None


def _going(tree: Tree, i: int) -> bool:
    """ "We are going to leave"."""
    return tree.low[i] == "going" and _infinitive(tree, i) is not None


def _done(tree: Tree, i: int) -> int:
    """The verb that tells what is done: of "are going to leave" the last."""
    done = _infinitive(tree, i)
    return done if done is not None and tree.low[i] == "going" else i


def _infinitive(tree: Tree, i: int) -> int | None:
    done = tree.child(i, "xcomp")
    return done if done is not None and tree.tag[done] == "VB" else None
