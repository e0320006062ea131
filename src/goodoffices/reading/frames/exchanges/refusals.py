"""What one party wants and another refuses: "a move that B does not recognise", "B denies the charge", talks that stall
over somebody's demand, parties that blame each other.
"""

from collections.abc import Iterator

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.exchanges.exchange_words import exchange
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Statement
from goodoffices.vocabulary.text import Span

_PARTIES = (*SIDES, "intergovernmental", "organ", "body", "informal_group", "person", "office", "ministry")
_ECHOES = {  # what the noun of the answer says that the other did
    "accuse": {"charge", "charges", "allegation", "allegations", "accusation", "accusations", "claim", "claims"},
    "propose": {"proposal", "proposals", "offer", "plan", "idea", "suggestion", "suggestions", "amendment"},
    "request": {"demand", "demands", "request", "requests", "call", "calls", "appeal", "condition", "conditions"},
}
Found = tuple[Span, tuple[str, ...], str, str]


def refusals(scene: Scene, sentence: Sentence, drafts: Drafts) -> Iterator[Found]:
    """The stands of parties against each other that a sentence, or it and the one before, tells."""
    tree = sentence.tree
    assert tree is not None
    words = exchange().refusing
    refusing, accepting = forms_of(words.refuse), forms_of(words.accept)
    for i in tree.among(refusing.keys() | accepting.keys()):
        if tree.verbal(i) and clauses.negated(tree, i) == (tree.low[i] in accepting):
            yield from _refused(scene, sentence, i)
            yield from _opposed(scene, sentence, i)
            yield from _answered(scene, sentence, drafts, i)
    for i in tree.among(forms_of(words.hitch)):
        if tree.verbal(i):
            yield from _stalled(scene, sentence, i)
    for i in tree.among(forms_of(words.blame)):
        if tree.verbal(i) and not clauses.negated(tree, i):
            yield from _mutual(scene, sentence, i)


def _refused(scene: Scene, sentence: Sentence, i: int) -> Iterator[Found]:
    """ "A declared independence, a move that B does not recognise", "A's call, rejected by B"."""
    tree = sentence.tree
    assert tree is not None
    noun = tree.head[i]
    if tree.dep[i] not in ("relcl", "acl") or tree.low[noun] not in exchange().refusing.wants:
        return
    refuser = _one(scene, sentence, tree.child(i, "nsubj") if tree.dep[i] == "relcl" else _agent(tree, i))
    owner = tree.child(noun, "poss")
    askers = [owner] if owner is not None else []
    above = [a for a in tree.ancestors(noun) if tree.verbal(a)]
    askers += [s for a in above if (s := clauses.subject(tree, a)) is not None]
    asker = next((p for s in askers if (p := _one(scene, sentence, s)) and _apart(scene, p, refuser)), "")
    if refuser and asker:
        verb = next((a for a in above if tree.child(a, "nsubj") is not None), above[0] if above else i)
        yield clauses.clause(tree, verb), (asker, refuser), "", "disagreement.refused"


def _opposed(scene: Scene, sentence: Sentence, i: int) -> Iterator[Found]:
    """ "A has opposed B's plan to build the dam", "B's demand was rejected by A"."""
    tree = sentence.tree
    assert tree is not None
    passive = clauses.is_passive(tree, i)
    what = tree.child(i, "nsubjpass") if passive else tree.child(i, "dobj")
    if what is None or any(tree.tag[k] == "MD" for k in tree.children(i, "aux")) or tree.tag[i] in ("VB", "VBG"):
        return
    refuser = _one(scene, sentence, _agent(tree, i) if passive else clauses.subject(tree, i))
    owner = tree.child_or_pobj(what, ("poss",), ("of", "by", "from"))
    asker = _one(scene, sentence, owner)
    if not asker and tree.low[what] in exchange().refusing.wants:  # "the Utopian proposal"
        adjective = next((k for k in tree.children(what, "amod", "compound", "nmod")), None)
        asker = _one(scene, sentence, adjective)
    wanted = tree.low[what] in exchange().refusing.wants | exchange().refusing.stands | exchange().refusing.aims
    between = any(scene.kind(p) in _BETWEEN for p in (refuser, asker))  # whoever mediates is none of the sides
    if refuser and asker and wanted and not between and _apart(scene, asker, refuser):
        yield clauses.clause(tree, i), (refuser, asker), "", "disagreement.refused"


_BETWEEN = frozenset({"body", "informal_group"})


def _answered(scene: Scene, sentence: Sentence, drafts: Drafts, i: int) -> Iterator[Found]:
    """ "A accused B of backing rebels. B denied the charge.": the answer to what was said just before."""
    tree = sentence.tree
    assert tree is not None
    what = tree.child(i, "dobj")
    so = tree.here(i + 1, "to do so") or tree.here(i + 1, "to do that")  # "B refused to do so"
    what = i + 2 if so else what
    if what is None or tree.dep[i] in ("relcl", "acl"):
        return
    echoed = tree.low[what] in exchange().refusing.wants and tree.low[tree.left[what]] in _POINTING
    refuser = _one(scene, sentence, clauses.subject(tree, i)) if echoed or so or tree.low[what] in _PRONOUNS else ""
    if not refuser:
        return
    acts = [act for act, nouns in _ECHOES.items() if not echoed or tree.low[what] in nouns]
    before = scene.sentences[sentence.number - 1].span[0] if sentence.number else sentence.span[0]
    for claim in reversed(drafts.of_kind("statement")):
        said, content = claim.quotes[0], claim.content
        if not before <= said.start < tree.starts[i] or not isinstance(content, Statement):
            continue
        speaker = content.on_behalf_of or content.speaker
        if content.act in acts and speaker and _apart(scene, speaker, refuser):
            own = clauses.clause(tree, i)
            start = before if said.start < sentence.span[0] else sentence.span[0]
            first = start if own[1] - start < _LONG else own[0]
            speakers = _speakers(drafts, claim)
            yield (
                (first, own[1]),
                (*(p for p in speakers if _apart(scene, p, refuser)), refuser),
                "",
                "disagreement.answer",
            )
            return


def _speakers(drafts: Drafts, claim: Claim) -> tuple[str, ...]:
    """All those who said it together."""
    same = [c.content for c in drafts.of_kind("statement") if c.quotes[0] == claim.quotes[0]]
    found = [s.on_behalf_of or s.speaker for s in same if isinstance(s, Statement)]
    return tuple(dict.fromkeys(p for p in found if p))


_PRONOUNS = frozenset({"it", "this", "that", "them"})
_POINTING = frozenset({"the", "this", "these", "those", "that", "any", "all", "such", "both"})
_LONG = 320  # characters of a quote that holds a charge and its answer


def _stalled(scene: Scene, sentence: Sentence, i: int) -> Iterator[Found]:
    """ "The talks stalled over A's refusal to meet B": whose stand it is, and who else it is about."""
    tree = sentence.tree
    assert tree is not None
    subject = clauses.subject(tree, i)
    about = [subject, tree.child(i, "dobj")]
    if not any(k is not None and tree.low[k] in exchange().refusing.talks for k in about):
        return
    for noun in tree.among(exchange().refusing.stands):
        if i not in tree.ancestors(noun):
            continue
        owner = tree.child_or_pobj(noun, ("poss",), ("of", "by"))
        holder = _one(scene, sentence, owner)
        inside = scene.parties_in((tree.ends[noun], tree.ends[tree.right[noun]]))
        others = [p for p in inside if scene.kind(p) in _PARTIES and _apart(scene, p, holder)]
        others = others or _other_side(scene, sentence, holder)
        if holder and others:
            yield clauses.clause(tree, i), (holder, others[0]), "", "disagreement.stalled"
            return


def _other_side(scene: Scene, sentence: Sentence, holder: str) -> list[str]:
    """The one other side that was last named beside this one."""
    for earlier in scene.sentences[max(0, sentence.number - _BACK) : sentence.number][::-1]:
        sides = {scene.behalf(p) for p in scene.parties_in(earlier.span) if scene.kind(scene.behalf(p)) in SIDES}
        if scene.behalf(holder) in sides and len(sides) > 1:
            return [p for p in sides if p != scene.behalf(holder)] if len(sides) == _TWO else []
    return []


_BACK = 4  # sentences
_TWO = 2


def _mutual(scene: Scene, sentence: Sentence, i: int) -> Iterator[Found]:
    """ "A and B accused each other of breaches", "traded accusations"."""
    tree = sentence.tree
    assert tree is not None
    objects = [k for k in tree.children(i, "dobj") if tree.low[k] in ("other", "another")]
    traded = tree.low[i] in _TRADING and any(
        tree.low[k] in exchange().refusing.blames for n in tree.children(i, "dobj") for k in tree.conjuncts(n)
    )
    subject = clauses.subject(tree, i)
    if subject is None or not ((objects and tree.low[i] not in _TRADING) or traded):
        return
    withs = [tree.child(p, "pobj") for p in tree.children(i, "prep") if tree.low[p] == "with"]
    found = [p for k in (subject, *withs) if k is not None for p in who(scene, sentence, k)]
    parties = tuple(dict.fromkeys(p for p in found if scene.kind(p) in _PARTIES))
    if len(parties) > 1:
        yield clauses.clause(tree, i), parties, "", "disagreement.mutual"


_TRADING = frozenset(forms_of(("trade", "exchange", "swap")))


def _agent(tree: Tree, verb: int) -> int | None:
    by = tree.child(verb, "agent")
    return tree.child(by, "pobj") if by is not None else None


def _one(scene: Scene, sentence: Sentence, noun: int | None) -> str:
    """The party that a noun means, "" for none or one that takes no sides."""
    found = who(scene, sentence, noun) if noun is not None else ()
    return found[0] if found and scene.kind(found[0]) in _PARTIES else ""


def _apart(scene: Scene, one: str, other: str) -> bool:
    """Whether the two speak for different parties."""
    if not (one and other) or one == other:
        return False
    sides = all(scene.kind(p) in SIDES or scene.kind(p) == "intergovernmental" for p in (one, other))
    return sides or scene.behalf(one) != scene.behalf(other)
