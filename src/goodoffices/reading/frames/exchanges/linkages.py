"""Linkages: somebody ties separate issues together, as a condition, a package, a sequence or a trade."""

import functools
from collections.abc import Iterator

from msgspec.structs import replace

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.exchanges.offers import conditional
from goodoffices.reading.frames.exchanges.packages import packages
from goodoffices.reading.frames.exchanges.sequences import orders
from goodoffices.reading.frames.exchanges.ties import Kind, Tie, linked, tied
from goodoffices.reading.frames.exchanges.trades import trades
from goodoffices.reading.parser import Phrases, Tree, any_of
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.conditions import lexicon
from goodoffices.reading.voices.sayings import Saying, sayings
from goodoffices.reading.voices.views import seen_by
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.kinds import Linkage
from goodoffices.vocabulary.text import Span

_WEAK = frozenset(
    {"in the context of", "until", "subject to", "unless", "provided that"}
)  # link only in somebody's word


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the linkages of a sentence."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    done: list[Span] = []
    for span, by, ties, kind, rule in (
        *packages(scene, sentence),
        *tied(scene, sentence),
        *linked(scene, sentence),
        *trades(scene, sentence),
        *_phrases(scene, sentence),
        *conditional(scene, sentence),
        *orders(scene, sentence, {s.word: s for s in sayings(tree)} if _ordering(tree) else {}),
        *_together(scene, sentence),
    ):
        if any(s[0] < span[1] and span[0] < s[1] for s in done):
            continue
        done.append(span)
        drafts.add(
            Linkage(by=by, ties=ties, link_kind=kind), [span], rule=rule, attribution=_firm(scene, sentence, span)
        )


def _ordering(tree: Tree) -> bool:
    return "first" in tree.words


def _firm(scene: Scene, sentence: Sentence, span: Span) -> Attribution:
    """Whose word it is; the condition that a linkage consists of is not a condition of the claim."""
    return replace(attributed(scene, sentence, span), condition=None)


def _cued(tree: Tree) -> Iterator[tuple[int, str, Kind]]:
    """The linking phrases of a sentence: where each begins, the longest at a place, and its kind of tie."""
    taken: set[int] = set()
    if not tree.holds_any(_any_linking()):
        return
    for phrase, kind in _linking():
        i = tree.find(phrase)
        if i is not None and i not in taken:
            size = len(phrase.split())
            taken.update(range(i, i + size))
            if i + size < len(tree):
                yield i, phrase, kind


@functools.cache
def _linking() -> tuple[tuple[str, Kind], ...]:
    """Linking phrases, the longest first."""
    words = lexicon().linking
    pairs: list[tuple[str, Kind]] = [
        *((p, "condition") for p in words.condition),
        *((p, "sequence") for p in words.sequence),
        *((p, "trade") for p in words.trade),
    ]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@functools.cache
def _any_linking() -> Phrases:
    return any_of(phrase for phrase, _ in _linking())


def _phrases(scene: Scene, sentence: Sentence) -> Iterator[Tie]:
    """ "… only if …", "… conditional on …", "a conference, in the context of direct talks"."""
    tree = sentence.tree
    assert tree is not None
    cued = list(_cued(tree))
    said = {s.word: s for s in sayings(tree)} if cued else {}
    for i, phrase, kind in cued:
        above = [a for a in (i, *tree.ancestors(i)) if not _opened(tree, a, i)]
        saying = next((said[a] for a in above if a in said), None)
        after = i + len(phrase.split())
        weak = phrase in _WEAK and (saying is None or tree.low[after] in ("now", "recently", "then"))
        if weak and not (phrase == "unless" and _refusing(tree, i)):
            continue
        if phrase.endswith("until") and not _holds_back(sentence, saying, i, after):
            continue
        verb, by = _tier(scene, sentence, i, saying, phrase)
        if phrase == "without" and not _refused(tree, verb, i):
            continue
        if (
            verb is None
            or (not by and phrase not in lexicon().hanging and not _consent(tree, i, phrase))
            or (kind == "trade" and not _offered(tree, i))
        ):
            continue
        last = min(max(_clause_end(tree, i), after), clauses.segment(tree, i).stop - 1)
        if i < verb and tree.low[i] in _OPENERS:
            opened = _opening(scene, tree, i, after, last, verb)
            if opened is not None:
                yield opened[0], by, opened[1], kind, "linkage.phrase"
            continue
        first = verb if phrase == "without" else _object_start(tree, verb, i)
        if first > last:
            continue  # "In the context of the talks, Utopia was asked …": nothing is tied before the phrase
        before = i - 1
        while before > first and (tree.low[before] in _BEING or tree.text[before] == ","):
            before -= 1
        one = scene.words(clauses.words(tree, first, before)) if i > first else ""
        other = scene.words(clauses.words(tree, min(after, last), last))
        tied = (other, one) if phrase in lexicon().turned else (one, other)  # what waits stands first, what goes ahead
        said_from = tree.left[verb] if phrase == "without" else first
        yield clauses.words(tree, said_from, last, keep=i), by, tied, kind, "linkage.phrase"


def _opening(scene: Scene, tree: Tree, i: int, after: int, last: int, verb: int) -> tuple[Span, tuple[str, ...]] | None:
    """A condition that stands first: "unless A leaves, B will not sign", "only if A leaves will B sign"."""
    if last >= verb:  # no comma after it
        last = next((k - 1 for k in range(after + 1, verb) if tree.low[k] in _WOULD and tree.head[k] == verb), verb)
    if last >= verb:
        return None
    waits = clauses.words(tree, min(last + 1, verb), tree.right[verb], keep=verb)
    other = scene.words(clauses.words(tree, after, last))
    return (tree.starts[i], waits[1]), (scene.words(waits), other)


_OPENERS = frozenset({"unless", "only", "not", "until", "before", "prior", "provided", "without"})
_WOULD = frozenset({"will", "would", "can", "could", "shall", "wo", "ca", "cannot"})


def _refusing(tree: Tree, cue: int) -> bool:
    """Whether the clause that "unless" closes is one of what will be or cannot be: "no deal is possible unless …"."""
    verb = next((a for a in tree.ancestors(cue) if tree.verbal(a) and not _opened(tree, a, cue)), None)
    if verb is None or tree.low[cue + 1] in ("otherwise", "told", "stated", "agreed", "specified", "noted"):
        return False
    possible = any(tree.low[k] in ("possible", "conceivable", "thinkable") for k in tree.children(verb, "acomp"))
    return possible or any(tree.low[k] in _WOULD for k in tree.children(verb, "aux"))


def _together(scene: Scene, sentence: Sentence) -> Iterator[Tie]:
    """ "Amnesty and disarmament go hand in hand": two things that are one, in somebody's word or the author's."""
    tree = sentence.tree
    assert tree is not None
    if tree.places.keys().isdisjoint(_TOGETHER) or not tree.holds_any(_any_together()):
        return
    at = next(i for phrase in lexicon().together if (i := tree.find(phrase)) is not None)
    verb = next((a for a in tree.ancestors(at) if tree.verbal(a)), None)
    subject = clauses.subject(tree, verb) if verb is not None else None
    if verb is None or subject is None or clauses.negated(tree, verb) or tree.tag[verb] in ("VBD", "VBN", "VBG"):
        return
    ties = tuple(scene.words(clauses.words(tree, tree.left[k], k)) for k in tree.conjuncts(subject))
    by = _voiced(scene, sentence, at)
    counted = any(tree.low[k] in ("two", "both") for k in tree.kids[subject])
    if (len(ties) > 1 and not who(scene, sentence, subject)) or (counted and by):
        yield clauses.clause(tree, verb), by, ties if len(ties) > 1 else (), "package", "linkage.together"


_TOGETHER = frozenset(  # a word of each of the phrases: most sentences hold none
    {"hand", "parallel", "tandem", "lockstep", "together", "inseparably", "linked", "separated", "coin"}
    | {"mutually", "interdependent", "interrelated", "interconnected", "other"}
)


@functools.cache
def _any_together() -> Phrases:
    return any_of(lexicon().together)


_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "as", "remains", "remained"})


def _refused(tree: Tree, verb: int | None, cue: int) -> bool:
    """ "Utopia will not sign without guarantees": what its subject will not do; "without giving a reason" tells how."""
    if verb is None or not verb < cue or not clauses.negated(tree, verb):
        return False
    if tree.text[cue - 1] == "," or tree.tag[cue + 1] == "VBG":
        return False
    return any(tree.low[k] in ("will", "would", "wo") for k in tree.children(verb, "aux"))


def _offered(tree: Tree, cue: int) -> bool:
    """A trade still to be made ("will open the port in exchange for …"); one made is told as concessions of both."""
    verb = next((a for a in (cue, *tree.ancestors(cue)) if tree.verbal(a)), None)
    return verb is not None and any(tree.tag[k] == "MD" for k in tree.children(verb, "aux"))


def _opened(tree: Tree, verb: int, cue: int) -> bool:
    """Whether the clause of the verb is the condition itself, which the cue opens."""
    only = tree.low[cue] == "only" and tree.dep[verb] == "conj"  # "…, but only once A leaves"
    return tree.left[verb] == cue and (only or tree.dep[verb] in ("advcl", "ccomp"))


def _tier(scene: Scene, sentence: Sentence, i: int, saying: Saying | None, phrase: str) -> tuple[int | None, str]:
    """Who ties: the subject of the clause that holds the phrase if it is a party, else who says it; "" for nobody,
    where the thing is told to hang on another ("its consent is contingent on …" is told of whose consent it is).
    """
    tree = sentence.tree
    assert tree is not None
    own = [
        a
        for a in tree.ancestors(i)
        if tree.verbal(a) and tree.dep[a] not in ("xcomp", "aux", "auxpass") and not _opened(tree, a, i)
    ]
    hangs = phrase in lexicon().hanging or _consent(tree, i, phrase)
    if (tree.verbal(i) and not phrase.startswith("provided")) or phrase.startswith("hinge"):  # often taken for a noun
        own.insert(0, i)
    for verb in (*own[: 1 if hangs else None], *([saying.word] if saying and not (hangs and own) else [])):
        subject = clauses.subject(tree, verb)
        found = who(scene, sentence, subject) if subject is not None else ()
        if found:
            return own[0] if own and verb > i > own[0] else verb, found[0]  # "…, Utopia warned"
    if not own:
        return None, ""
    voiced = _voiced(scene, sentence, i)
    if voiced or not hangs:
        return own[0], voiced
    subject = clauses.subject(tree, own[0])
    owner = tree.child(subject, "poss", "compound") if subject is not None else None
    found = who(scene, sentence, owner) if owner is not None else ()
    return own[0], found[0] if found else ""


def _consent(tree: Tree, i: int, phrase: str) -> bool:
    """ "Its readiness to sign depends on …", "made its aid dependent on …": terms, where a thing only depends."""
    verb = i if tree.verbal(i) else next((a for a in tree.ancestors(i) if tree.verbal(a)), None)
    subject = clauses.subject(tree, verb) if verb is not None else None
    if phrase.startswith("depend") and subject is not None and tree.low[subject] in lexicon().consents:
        return True
    return phrase.startswith("dependent") and verb is not None and tree.low[verb] in ("made", "make", "makes", "making")


def _voiced(scene: Scene, sentence: Sentence, i: int) -> str:
    """Whose word or view word `i` stands in, where that is told of a party."""
    tree = sentence.tree
    assert tree is not None
    speech = next((s for s in sentence.speeches if s.speakers and s.span[0] <= tree.starts[i] < s.span[1]), None)
    found = speech.speakers if speech is not None else seen_by(scene, sentence, tree)
    return found[0] if found else ""


def _holds_back(sentence: Sentence, saying: Saying | None, i: int, after: int) -> bool:
    """Whether "until" names a condition, not a date: something is refused or put off until something happens."""
    tree = sentence.tree
    assert tree is not None
    if any(d.quote.start <= tree.starts[min(after + 1, len(tree) - 1)] <= d.quote.end for d in sentence.dates):
        return False
    if saying is None:
        return False
    withheld = saying.act in ("reject", "stall", "suspend", "condition", "threaten")
    return withheld or clauses.negated(tree, saying.word) or any(tree.low[k] in ("not", "n't", "no") for k in range(i))


def _clause_end(tree: Tree, i: int) -> int:
    last = i
    while last + 1 < len(tree) and tree.text[last + 1] not in (",", ";", ".", ":", ")"):
        last += 1
    return last


def _object_start(tree: Tree, verb: int, cue: int) -> int:
    """Where the thing tied begins: the object or the said clause of the verb."""
    after = [
        tree.left[k]
        for k in tree.kids[verb]
        if k > verb and tree.dep[k] in ("dobj", "ccomp", "xcomp", "pobj") and tree.left[k] < cue
    ]
    if after:
        return min(after)
    return tree.left[verb] if tree.left[verb] < cue else verb
