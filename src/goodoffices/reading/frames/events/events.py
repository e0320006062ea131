"""Events told by verbs: attacks, visits, withdrawals, releases, expiries: what happened, by whom, to whom, when."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.events.days import day_of
from goodoffices.reading.frames.events.doers import done_by
from goodoffices.reading.frames.events.event_words import Telling, event_verbs, happenings
from goodoffices.reading.frames.events.watching import fired_from
from goodoffices.reading.frames.terms.terms import often
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.places import place
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.kinds import Event
from goodoffices.vocabulary.text import Span

_TOWARDS = frozenset({"against", "on", "at", "into", "in"})

_VISITS = ("meeting.visit", "meeting.passing")
_VISITED = frozenset({"to", "in", "at"})
PLACED = frozenset({"in", "at", "from", "near"})

_CAUSED = forms_of(("force", "compel", "oblige"))  # "the ban forced the Trio to withdraw"
_BEGINNING = forms_of(("begin", "start", "manage", "continue", "resume", "proceed", "succeed", "go", "cease", "stop"))


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the events of a sentence."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    visits = [m for m in drafts.of_kind("meeting") if m.rule in _VISITS]  # told once, by whom they met
    done: set[str] = set()
    covered: list[Span] = []
    for i in tree.among(event_verbs()):
        kind = _kind(tree, i)
        if kind is None or repeated(scene, sentence, i, kind):
            continue
        actor = _doer(scene, sentence, i, kind)
        if not actor and not _befell(scene, sentence, i, kind) and not _by_somebody(scene, tree, i):
            continue
        violent = kind in happenings().violent
        # Deeds of violence of one doer in one sentence are one claim, unless they have days of their own.
        if violent and actor in done and not _dated_apart(scene, sentence, i):
            continue
        own = tree.child(i, "nsubj", "nsubjpass") is not None and tree.dep[i] in ("advcl", "relcl")
        if not actor and not own and any(c[0] <= tree.starts[i] < c[1] for c in covered):
            continue
        if violent:
            done.add(actor)
        span = _chain(tree, i) if violent else _clause(tree, i)
        if kind == "visit" and any((q := m.quotes[0]).start <= tree.starts[i] < q.end for m in visits):
            continue
        covered.append(span)
        target = _target(scene, sentence, i, actor)
        _add(scene, sentence, drafts, span, kind, actor, target, i, "event.verb")
    _expiries(scene, sentence, drafts)
    _arrivals(scene, sentence, drafts, covered)


def _dated_apart(scene: Scene, sentence: Sentence, i: int) -> bool:
    """ "Launched an offensive in May and took the port last week": joined, with a day of its own."""
    tree = sentence.tree
    assert tree is not None
    before, own = tree.head[i], clauses.clause(tree, i)
    if tree.dep[i] != "conj":
        return False
    first = clauses.clause(tree, before)
    return first[1] <= own[0] and bool(scene.dates_in(own))


def _clause(tree: Tree, i: int) -> Span:
    """The clause of the deed; of "went on to shell the town" with who went on."""
    begun = _brought(tree, i)
    return clauses.clause(tree, tree.head[i] if begun else i)


def _kind(tree: Tree, i: int) -> str | None:
    """The kind of event that the verb tells, None where it tells none that has happened."""
    if tree.here(i, f"{tree.low[i]} place"):
        return None  # "the massacre took place": what happened stands in the noun
    if (
        not tree.verbal(i)
        or (tree.tag[i] == "VB" and not _past(tree, i))
        or tree.dep[i] in ("amod", "compound", "pobj", "nmod")
    ):
        return None
    if tree.tag[i] == "VBG" and not _going_on(tree, i):
        return None
    if any(tree.tag[k] == "MD" for k in tree.children(i, "aux")) or tree.tag[i] in ("VBZ", "VBP"):
        return None  # the present tense tells habits, law and headlines
    if supposed(tree, i):
        return None
    if tree.dep[i] == "acl" and tree.tag[i] == "VBN" and tree.child(i, "agent") is None:
        return None
    told = _told(tree, i, event_verbs()[tree.low[i]])
    return None if told == "agreement" and tree.dep[i] == "acl" else told  # "a truce brokered by": by whom it was


def supposed(tree: Tree, i: int) -> bool:
    """Whether the verb stands under "if", or goes on an infinitive ("threatened to leave and cut off the aid")."""
    head = tree.head[i]
    if tree.dep[i] == "conj" and tree.tag[head] == "VB" and tree.child(i, "nsubj", "nsubjpass", "aux") is None:
        return True
    joined = i
    while tree.dep[joined] == "conj" and tree.head[joined] != joined:
        joined = tree.head[joined]
    marks = [tree.low[k] for at in (i, joined) for k in tree.children(at, "mark", "advmod") if k < at]
    return any(m in ("if", "unless", "whether", "should", "lest") for m in marks)


def _told(tree: Tree, i: int, telling: Telling) -> str | None:
    needed = telling.of(_near(tree, i)) if telling.needs else None
    if needed is not None:
        return needed
    joined = tree.dep[i] == "conj" and tree.child(i, "auxpass") is not None  # "… and was disbanded"
    if telling.kind and (joined or tree.child(i, "dobj", "nsubjpass", "prep", "agent") is not None):
        return telling.kind
    if telling.alone and tree.child(i, "dobj", "nsubjpass") is None and clauses.subject(tree, i) is not None:
        return telling.alone
    return None


def _near(tree: Tree, i: int) -> set[str]:
    """The words that stand by the verb; of "200 tonnes of food aid" also what is measured."""
    near: set[str] = set()
    of_noun = [tree.head[i]] if tree.dep[i] == "acl" and tree.tag[i] == "VBN" else []  # "rounds fired by the army"
    for k in (*of_noun, *tree.children(i, "dobj", "prt", "prep", "nsubjpass", "advmod", "advcl")):
        if tree.low[k] == "for" and tree.low[i] in _GOING:
            continue  # who leaves for talks does not leave them
        for j in (k, *tree.kids[k], *tree.conjuncts(k)):
            near.add(tree.low[j])
        if tree.dep[k] in ("dobj", "nsubjpass"):
            for of in (p for p in tree.kids[k] if tree.low[p] == "of"):
                near.update(tree.low[n] for noun in tree.children(of, "pobj") for n in tree.conjuncts(noun))
    return near


_GOING = forms_of(("leave", "depart"))


def _going_on(tree: Tree, i: int) -> bool:
    """ "…, killing three", "was attacking", "by invading Laos", "started shelling": told as done, with its verb."""
    head = tree.head[i]
    if tree.dep[i] == "conj" and tree.tag[head] == "VBG" and tree.child(i, "aux", "nsubj") is None:
        return _going_on(tree, head)
    if tree.dep[i] in ("advcl", "ROOT", "conj") or tree.child(i, "aux") is not None:
        return True
    if tree.dep[i] == "xcomp":
        return tree.low[head] in _BEGINNING and tree.tag[head] in ("VBD", "VBN") and not clauses.negated(tree, head)
    if tree.dep[i] == "pcomp" and tree.low[head] == "with":  # "…, with the army launching an offensive"
        return tree.child(i, "nsubj") is not None
    if tree.dep[i] == "pcomp" and tree.low[head] in ("after", "by", "following"):
        above = next((a for a in tree.ancestors(head) if tree.verbal(a)), None)
        return above is not None and tree.tag[above] == "VBD" and not clauses.negated(tree, above)
    return False


_COUNTED = frozenset({"killing", "detention", "displacement"})  # "1,200 people were killed" is a figure


def _befell(scene: Scene, sentence: Sentence, i: int, kind: str) -> bool:
    """ "A convoy was ambushed near Utopia": told as done to something, by nobody named, with its day or place."""
    tree = sentence.tree
    assert tree is not None
    suffering = tree.child(i, "nsubjpass")
    if suffering is None and tree.dep[i] == "conj" and tree.child(i, "auxpass") is not None:
        suffering = clauses.subject(tree, i)  # "suffered a defeat and was disbanded"
    if suffering is None or tree.child(i, "agent") is not None:
        return False
    if kind in _COUNTED and _toll(scene, sentence, i, suffering):
        return False
    past = any(tree.low[k] in ("was", "were", "been") for k in tree.children(i, "auxpass"))
    if past and (tree.dep[i] in ("ROOT", "conj") or _when(tree, i)):
        return True
    span = clauses.clause(tree, i)
    return bool(day_of(scene, sentence, i, span)) or place(sentence, span, PLACED) != ""


def _toll(scene: Scene, sentence: Sentence, i: int, suffering: int) -> bool:
    """ "1,200 people were killed", "two have been killed": a count; "two villagers were killed" tells what happened."""
    tree = sentence.tree
    assert tree is not None
    count = tree.child(suffering, "nummod")
    if count is None and tree.tag[suffering] != "CD":
        return False
    told = count if count is not None else suffering
    few = tree.low[told] in _FEW and not any(tree.low[k] == "been" for k in tree.children(i, "auxpass"))
    return not (few or day_of(scene, sentence, i, clauses.clause(tree, i)))


def _when(tree: Tree, i: int) -> bool:
    """ "… until 2011, when its leader was overthrown": told beside another deed, as one that was done."""
    timed = any(tree.low[k] in _TIMED for j in tree.conjuncts(i) for k in tree.children(j, "advmod", "mark"))
    return timed and tree.dep[i] in ("relcl", "advcl") and tree.tag[i] in ("VBD", "VBN")


_TIMED = frozenset({"when", "after", "since", "as"})
_FEW = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", *"123456789"})


def repeated(scene: Scene, sentence: Sentence, i: int, kind: str) -> bool:
    """ "The truce was extended several times": how often, without a day, belongs to what was extended."""
    tree = sentence.tree
    assert tree is not None
    if kind != "extension":
        return False
    span = clauses.clause(tree, i)
    return often().search(scene.words(span)) is not None and not scene.dates_in(span)


def _by_somebody(scene: Scene, tree: Tree, i: int) -> bool:
    """ "Demonstrators blocked a road": done by people who are no party, in a clause of its own."""
    if scene.voice or tree.dep[i] in ("acl", "xcomp", "pcomp") or (tree.dep[i] == "advcl" and not _when(tree, i)):
        return False
    if clauses.is_passive(tree, i):
        by = tree.child(i, "agent")
        noun = tree.child(by, "pobj") if by is not None else None
    else:
        noun = clauses.subject(tree, i)
    return noun is not None and agentive(tree, noun)


def agentive(tree: Tree, noun: int) -> bool:
    """Whether a noun can do things: a name, "he", a word of the table; of "a group of gunmen" the gunmen."""
    if tree.tag[noun].startswith("NNP") or tree.low[noun] in ("he", "she", "they"):
        return True
    if tree.low[noun] in happenings().doers:
        return True
    return any(tree.low[n] in happenings().doers for p in tree.kids[noun] if tree.low[p] == "of" for n in tree.kids[p])


def _brought(tree: Tree, i: int) -> bool:
    """ "Began to shell", "forced the Trio to withdraw"."""
    above = tree.low[tree.head[i]]
    return (tree.dep[i] == "xcomp" and above in _BEGINNING) or (tree.dep[i] in ("xcomp", "ccomp") and above in _CAUSED)


def _past(tree: Tree, i: int) -> bool:
    """ "Did not attack": a bare verb with a past auxiliary; "began to shell"."""
    head = tree.head[i]
    begun = _brought(tree, i) and tree.tag[head] in ("VBD", "VBN")
    return any(tree.low[k] == "did" for k in tree.children(i, "aux")) or (begun and not clauses.negated(tree, head))


def _doer(scene: Scene, sentence: Sentence, i: int, kind: str) -> str:
    tree = sentence.tree
    assert tree is not None
    if tree.low[i] in _SUFFERING:  # "came under fire from rebels"
        source = [k for at in (i, *tree.children(i, "prep")) for p in tree.kids[at] for k in (p, *tree.kids[p])]
        by = next((k for k in source if tree.low[k] in ("from", "by")), None)
        noun = tree.child(by, "pobj") if by is not None else None
        if noun is not None and (whose := fired_from(scene, sentence, i)):
            return whose
    elif clauses.is_passive(tree, i):
        by = tree.child(i, "agent")
        if by is None:  # "was denied access by soldiers": parsed as access by them
            loose = [k for at in tree.children(i, "dobj") for k in tree.children(at, "prep", "agent")]
            by = next((k for k in loose if tree.low[k] == "by"), None)
        noun = tree.child(by, "pobj") if by is not None else None
        if noun is None and kind in ("establishment", "appointment", "expulsion", "detention"):
            noun = tree.child(i, "nsubjpass")
        if noun is None and kind == "attack":
            return fired_from(scene, sentence, i)
    else:
        noun = clauses.subject(tree, i)
    if noun is not None and tree.low[noun] in ("we", "i"):
        return ""
    found = who(scene, sentence, noun) if noun is not None else ()
    return found[0] if found else ""


_SUFFERING = forms_of(("come",))


def _target(scene: Scene, sentence: Sentence, i: int, actor: str) -> str:
    tree = sentence.tree
    assert tree is not None
    nouns = [clauses.subject(tree, i) if tree.low[i] in _SUFFERING else tree.child(i, "dobj", "nsubjpass")]
    for head in (i, nouns[0]):
        if head is not None:
            nouns.extend(tree.child(p, "pobj") for p in tree.children(head, "prep") if tree.low[p] in _TOWARDS)
    for noun in nouns:
        found = [p for p in who(scene, sentence, noun) if p != actor] if noun is not None else []
        if found:
            return found[0]
    return ""


def _chain(tree: Tree, i: int) -> Span:
    """The clause with the further deeds of the same doer joined to it."""
    last_joined = [k for k in tree.conjuncts(i) if tree.verbal(k) and tree.child(k, "nsubj", "nsubjpass") is None]
    span = _clause(tree, i)
    if len(last_joined) < 2:
        return span
    last = clauses.clause(tree, last_joined[-1])[1]
    first = next(k for k in range(len(tree)) if tree.starts[k] == span[0])
    stop = next(k for k in range(len(tree)) if tree.ends[k] == last)
    return clauses.words(tree, first, stop, keep=i) if stop > first else span


def _add(
    scene: Scene, sentence: Sentence, drafts: Drafts, span: Span, kind: str, actor: str, target: str, i: int, rule: str
) -> None:
    tree = sentence.tree
    assert tree is not None
    by = "" if actor else done_by(scene, sentence, i)
    drafts.add(
        Event(what=kind, actor=actor, target=target, place=place(sentence, span, PLACED), done_by=by),
        [span],
        rule=rule,
        attribution=attributed(scene, sentence, span, denied=tree.verbal(i) and clauses.negated(tree, i)),
        valid=day_of(scene, sentence, i, span),
    )


def _expiries(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """A treaty or a mandate that ran out."""
    tree = sentence.tree
    assert tree is not None
    forms = forms_of(happenings().expiry)
    for i in tree.among(forms):
        subject = tree.child(i, "nsubj")
        if tree.tag[i] in ("VBD", "VBN") and subject is not None and tree.low[subject] in happenings().expiring:
            _add(scene, sentence, drafts, clauses.clause(tree, i), "expiry", "", "", i, "event.expiry")


def _arrivals(scene: Scene, sentence: Sentence, drafts: Drafts, covered: list[Span]) -> None:
    """ "upon the arrival of A in Utopia", "A's visit to Utopia"."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(happenings().nouns):
        if happenings().nouns[tree.low[i]] != "visit" or not tree.tag[i].startswith("NN"):
            continue
        owner = tree.child_or_pobj(i, ("poss",), ("of", "by"))
        found = who(scene, sentence, owner) if owner is not None else ()
        if not found:
            continue
        first = (
            tree.head[i]
            if tree.dep[i] == "pobj" and tree.low[tree.head[i]] in ("upon", "on", "during", "after", "before", "with")
            else tree.left[i]
        )
        span = clauses.words(tree, min(first, tree.left[i]), tree.right[i], keep=i)
        told = place(sentence, span, _VISITED) or scene.dates_in(span)
        if told and not any(c[0] <= span[0] and span[1] <= c[1] for c in covered):
            _add(scene, sentence, drafts, span, "visit", found[0], "", i, "event.visit")
