"""Disagreements and convergences: the words that say that parties differ, or come together."""

import functools
import re
from collections.abc import Iterator
from typing import Literal

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.exchanges.contrasts import contrasts
from goodoffices.reading.frames.exchanges.differences import differences
from goodoffices.reading.frames.exchanges.exchange_words import exchange
from goodoffices.reading.frames.exchanges.refusals import refusals
from goodoffices.reading.parser import Phrases, Tree, any_of
from goodoffices.reading.scene import SIDES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Convergence, Disagreement, Statement
from goodoffices.vocabulary.text import Span

Trend = Literal["open", "narrowing", "stalled", "worsened", "settled"]
_SIDES = frozenset(
    {
        "state",
        "territory",
        "people",
        "intergovernmental",
        "armed_group",
        "movement",
        "organ",
        "body",
        "informal_group",
        "person",
        "office",
        "ministry",
    }
)


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the disagreements and convergences of a sentence; run after its statements."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    for span, parties, over, rule in (
        *_nouns(scene, sentence),
        *_verbs(scene, sentence),
        *_phrases(scene, sentence),
        *_blamed(scene, sentence, drafts),
        *contrasts(scene, sentence),
        *refusals(scene, sentence, drafts),
    ):
        if (len(parties) < 2 and rule != "disagreement.phrase") or not parties:
            continue
        if any(c.quotes[0].start < span[1] and span[0] < c.quotes[0].end for c in drafts.of_kind("disagreement")):
            continue
        content = Disagreement(parties=parties, over=over, trend=_trend(scene, sentence))
        drafts.add(content, [span], rule=rule, attribution=attributed(scene, sentence, span))
    for span, parties, nameless, over in differences(scene, sentence):
        if not any(c.quotes[0].start < span[1] and span[0] < c.quotes[0].end for c in drafts.of_kind("disagreement")):
            unknown = Disagreement(parties=parties, over=over, trend=_trend(scene, sentence), others=nameless)
            told_by = attributed(scene, sentence, span)
            drafts.add(unknown, [span], rule="disagreement.nameless", attribution=told_by)
    _converge(scene, sentence, drafts)


def _trend(scene: Scene, sentence: Sentence) -> Trend:
    """Where it goes, in this sentence or in the next if that goes on about "the issue"."""
    said = scene.words(sentence.span).lower()
    following = scene.sentences[sentence.number + 1] if sentence.number + 1 < len(scene.sentences) else None
    if following is not None and re.match(
        r"(?:the|this|that) (?:issue|matter|dispute|disagreement|question|rift|gap)|it ",
        scene.words(following.span).lower(),
    ):
        said += " " + scene.words(following.span).lower()
    for trend in ("worsened", "stalled", "narrowing", "settled"):
        for word in exchange().differing.trend[trend]:
            if re.search(rf"(?<!not only not been )(?<!not been )(?<!not )\b{re.escape(word)}\b", said):
                return trend
    return "open"


def _between(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    tree = sentence.tree
    assert tree is not None
    found: list[str] = []
    for prep in tree.kids[i]:
        noun = tree.child(prep, "pobj")
        if tree.low[prep] in ("between", "among", "amongst", "with") and noun is not None:
            found.extend(_sides(scene, sentence, noun))
    for clause in tree.children(i, "relcl"):  # "the differences that exist between A and B"
        for prep in tree.children(clause, "prep"):
            noun = tree.child(prep, "pobj")
            if tree.low[prep] == "between" and noun is not None:
                found.extend(_sides(scene, sentence, noun))
    for k in tree.children(i, "amod", "compound", "nmod", "poss"):
        found.extend(who(scene, sentence, k))
    return tuple(dict.fromkeys(p for p in found if scene.kind(p) in _SIDES))


def _sides(scene: Scene, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """The parties that a noun means; of "the parties" not those who mediate: the last sides named together instead."""
    tree = sentence.tree
    assert tree is not None
    named = who(scene, sentence, noun)
    each = [k for k in tree.conjuncts(noun) if tree.low[k] == "each"]
    if each:  # "between A and each of B, C and D"
        inside = scene.parties_in((tree.starts[noun], tree.ends[tree.right[noun]]))
        return tuple(p for p in inside if scene.kind(p) in _SIDES)
    if tree.low[noun] not in _UNNAMED or any(scene.kind(scene.behalf(p)) in SIDES for p in named):
        return named
    for earlier in scene.sentences[max(0, sentence.number - _BACK) : sentence.number][::-1]:
        sides = tuple(p for p in scene.parties_in(earlier.span) if scene.kind(p) in SIDES)
        if len(sides) > 1:
            return sides
    return named


_UNNAMED = frozenset({"parties", "sides", "delegations"})
_BACK = 4  # sentences


def _over(scene: Scene, tree: Tree, i: int) -> str:
    for prep in tree.kids[i]:
        if tree.low[prep] in ("about", "over", "on", "regarding", "concerning") and tree.right[prep] > prep:
            return scene.words(clauses.words(tree, prep + 1, tree.right[prep]))
    return ""


Found = tuple[Span, tuple[str, ...], str, str]


def _nouns(scene: Scene, sentence: Sentence) -> Iterator[Found]:
    """ "The disagreement between A and B about x"."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(exchange().differing.nouns):
        if tree.tag[i] not in ("NN", "NNS"):
            continue
        parties = _between(scene, sentence, i)
        if len(parties) < 2:
            verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), None)
            subject = (
                clauses.subject(tree, verb)
                if verb is not None and tree.dep[i] == "dobj" and tree.low[verb] in ("have", "has", "had", "remain")
                else None
            )
            parties = tuple(dict.fromkeys((*(who(scene, sentence, subject) if subject is not None else ()), *parties)))
        if len(parties) < 2 and _lasting(tree, i):
            parties = tuple(p for p in scene.parties_in(sentence.span) if scene.kind(p) in _SIDES)
        if any(tree.low[k] in _WHATEVER for k in tree.children(i, "det")) or len(parties) < 2:
            continue
        yield (
            clauses.clause(tree, tree.head[i])
            if _lasting(tree, i)
            else clauses.words(tree, tree.left[i], tree.right[i], keep=i),
            parties,
            _over(scene, tree, i),
            "disagreement.noun",
        )


_WHATEVER = frozenset({"no", "any", "all", "every"})  # "shall settle all disputes between them" tells of none


def _lasting(tree: Tree, i: int) -> bool:
    """ "Deep divisions persist over …": that they differ is the point, whoever is named beside it."""
    verb = tree.head[i]
    over = any(tree.low[k] in ("over", "about", "on") for k in (*tree.kids[i], *tree.kids[verb]))
    return (
        over
        and tree.dep[i] == "nsubj"
        and tree.low[verb] in forms_of(("persist", "remain", "emerge", "deepen", "surface"))
    )


def _verbs(scene: Scene, sentence: Sentence) -> Iterator[Found]:
    """ "A disagrees with B over x"."""
    tree = sentence.tree
    assert tree is not None
    forms = forms_of(tuple(exchange().differing.verbs))
    for i in tree.among(forms):
        lemma = forms[tree.low[i]]
        if not tree.verbal(i) or clauses.negated(tree, i):
            continue
        needed = exchange().differing.verbs[lemma]
        if "" not in needed and not any(tree.low[k] in needed for k in tree.kids[i]):
            continue
        subject = clauses.subject(tree, i)
        parties = [*(who(scene, sentence, subject) if subject is not None else ())]
        for prep in tree.children(i, "prep"):
            noun = tree.child(prep, "pobj")
            if tree.low[prep] in ("with", "from") and noun is not None:
                owner = tree.child(noun, "poss")
                parties.extend(who(scene, sentence, noun) or (who(scene, sentence, owner) if owner is not None else ()))
        yield clauses.clause(tree, i), tuple(dict.fromkeys(parties)), _over(scene, tree, i), "disagreement.verb"


@functools.cache
def _any_differing() -> Phrases:
    return any_of(exchange().differing.phrases)


@functools.cache
def _any_converging() -> Phrases:
    return any_of(exchange().converging)


def _phrases(scene: Scene, sentence: Sentence) -> Iterator[Found]:
    """ "holds differing views", "is dragging its feet over the talks"."""
    tree = sentence.tree
    assert tree is not None
    if not tree.holds_any(_any_differing()):
        return
    for phrase in exchange().differing.phrases:
        i = tree.find(phrase)
        if i is None:
            continue
        verb = next((a for a in (i, *tree.ancestors(i)) if tree.verbal(a) and tree.dep[a] != "amod"), None)
        if verb is not None and tree.dep[verb] in ("aux", "auxpass"):
            verb = tree.head[verb]
        if verb is None or (clauses.negated(tree, verb) and "not" not in phrase.split()):
            continue
        subject = clauses.subject(tree, verb)
        parties = who(scene, sentence, subject) if subject is not None else ()
        if not parties and subject is not None:
            parties = _between(scene, sentence, subject)
        if not parties and tree.low[verb] in _PUTTING and (put := tree.child(verb, "dobj")) is not None:
            parties = who(scene, sentence, put)  # "a dam that has put A and B at loggerheads"
        withs = [k for k in tree.among(("with", "between")) if i < k <= i + _NEAR and tree.text[k - 1] != ","]
        parties = tuple(dict.fromkeys((*parties, *(p for k in withs for p in _with(scene, sentence, k)))))
        if not parties and (subject is None or tree.tag[subject] == "PRP"):
            named = tuple(p for p in scene.parties_in(sentence.span) if scene.kind(p) in SIDES)
            parties = named if len(named) == _TWO else ()
        if parties:
            yield clauses.clause(tree, verb), parties, "", "disagreement.phrase"


_PUTTING = frozenset(forms_of(("put", "set", "leave", "find", "bring", "pit", "keep")))
_NEAR = 6
_TWO = 2


def _with(scene: Scene, sentence: Sentence, prep: int) -> tuple[str, ...]:
    """ "At odds with B"."""
    tree = sentence.tree
    assert tree is not None
    noun = tree.child(prep, "pobj")
    return tuple(p for p in who(scene, sentence, noun) if scene.kind(p) in _SIDES) if noun is not None else ()


def _blamed(scene: Scene, sentence: Sentence, drafts: Drafts) -> Iterator[Found]:
    """A cause laid at somebody's door by a named speaker: the two differ, and these words say over what."""
    for claim in drafts.of_kind("statement"):
        content = claim.content
        if claim.rule != "statement.cause" or not isinstance(content, Statement):
            continue
        span = claim.quotes[0].start, claim.quotes[0].end
        if sentence.span[0] <= span[0] and span[1] <= sentence.span[1]:
            others = tuple(
                p
                for p in scene.parties_in(span)
                if scene.kind(p) in ("state", "territory", "people", "intergovernmental", "armed_group", "movement")
            )
            yield (
                span,
                tuple(dict.fromkeys((content.on_behalf_of or content.speaker, *others))),
                "",
                "disagreement.blame",
            )


def _converge(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    tree = sentence.tree
    assert tree is not None
    if not tree.holds_any(_any_converging()):
        return
    for phrase in exchange().converging:
        at = tree.find(phrase)
        if at is None:
            continue
        after = at + len(phrase.split())
        if after < len(tree) and any(d.quote.start == tree.starts[after] for d in sentence.dates):
            continue  # "agreed on Monday"
        verb = next((a for a in (at, *tree.ancestors(at)) if tree.verbal(a)), None)
        if verb is None or clauses.negated(tree, verb) or any(tree.tag[k] == "MD" for k in tree.children(verb, "aux")):
            continue
        subject = clauses.subject(tree, verb)
        parties = who(scene, sentence, subject) if subject is not None else ()
        if len(parties) < 2:
            parties = tuple(dict.fromkeys((*parties, *_between(scene, sentence, verb))))
        if len(parties) >= 2:
            span = clauses.clause(tree, verb)
            drafts.add(
                Convergence(parties=parties, over=_over(scene, tree, verb)),
                [span],
                rule="convergence.phrase",
                attribution=attributed(scene, sentence, span),
            )
            return
