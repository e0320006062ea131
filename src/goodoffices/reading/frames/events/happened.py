"""What happened, told by a verb that the table of events does not hold: a deed of a party, or one with its day."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.events.days import day_of, timed
from goodoffices.reading.frames.events.deeds import deed, told_upon
from goodoffices.reading.frames.events.doers import done_by
from goodoffices.reading.frames.events.event_words import happenings, told_as
from goodoffices.reading.frames.events.events import PLACED, agentive, repeated, supposed
from goodoffices.reading.frames.events.watching import fired_from, seen, shots_seen, watched
from goodoffices.reading.frames.figures.figures import SUFFERED
from goodoffices.reading.frames.meetings.meeting_words import lexicon as meeting_words
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.places import place
from goodoffices.reading.voices.sayings import sayings
from goodoffices.reading.voices.speakers import speakers_of
from goodoffices.reading.voices.verbs import forms_of, verbs
from goodoffices.vocabulary.kinds import Event
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes what a sentence tells as done, with its day, where no other frame has its words; and deeds in nouns
    ("Utopia's attack on the port").
    """
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    taken = {
        s.word
        for s in sayings(tree)
        if speakers_of(scene, sentence, s) or not (tree.low[s.word] in told_as() or watched(scene, sentence, s.word))
    }
    told = [(c.quotes[0].start, c.quotes[0].end) for kind in _ELSEWHERE for c in drafts.of_kind(kind)]
    verbs = (i for i, tag in enumerate(tree.tag) if tag in ("VBD", "VBN") and i not in taken)
    for frame, words in ((_verb, verbs), (deed, tree.among(happenings().nouns))):
        for i in words:
            found = frame(scene, sentence, i)
            if found is None:
                continue
            span, what, actor, when = found
            within = [t for t in told if t[0] < span[1] and span[0] < t[1]]
            beside = frame is deed and told_upon(tree, i) and span not in within
            if within and not beside and not _apart(tree, i, within):
                continue
            told.append(span)
            by = "" if actor else done_by(scene, sentence, i)
            drafts.add(
                Event(what=what, actor=actor, place=place(sentence, span, PLACED), done_by=by),
                [span],
                rule="event.told" if frame is _verb else "event.noun",
                attribution=attributed(scene, sentence, span, denied=tree.verbal(i) and clauses.negated(tree, i)),
                valid=when,
            )


def _apart(tree: Tree, i: int, told: list[Span]) -> bool:
    """Whether what else is told stands in inner clauses after the deed: "the fighting spread when rebels came"."""
    verb = i if tree.verbal(i) else tree.head[i]
    return (
        tree.verbal(verb)
        and tree.dep[verb] not in ("advcl", "relcl", "acl")
        and all(t[0] > tree.ends[max(i, verb)] for t in told)
    )


_ELSEWHERE = ("event", "meeting", "term", "concession", "decision", "convergence", "linkage", "transfer")
Found = tuple[Span, str, str, When | None]


def _verb(scene: Scene, sentence: Sentence, i: int) -> Found | None:
    """A verb in the past tense, with the day or month when it was done, or with a doer that acts."""
    tree = sentence.tree
    assert tree is not None
    if not _past(tree, i) or tree.low[i] in meeting_words().meet:
        return None
    if tree.low[i] in happenings().still and not (watched(scene, sentence, i) and seen(tree, i)):
        return None
    if supposed(tree, i) or _idle(tree, i):
        return None
    if any(s.verb == i for s in sentence.speeches):
        return None
    span = clauses.clause(tree, i)
    when = day_of(scene, sentence, i, span)
    doer, subject = _doing(scene, sentence, i)
    found = watched(scene, sentence, i)
    if found and (violence := shots_seen(tree, i)) and (whose := fired_from(scene, sentence, i)):
        return span, violence, whose, when
    what = told_as().get(tree.low[i], "recording" if found else tree.low[i])
    if tree.low[i + 1 : i + 3] in (["into", "force"], ["into", "effect"]) or _began(tree, i):
        what = "beginning"
    if repeated(scene, sentence, i, what):
        return None
    if not timed(scene, sentence, i, span) and not (when is not None and _began(tree, i)):
        if tree.low[i] in happenings().vague and not found:
            return None
        if _befell(tree, i):
            return span, what, "", when
        plain = (found or tree.low[i] in told_as()) and subject is not None and agentive(tree, subject)
        deed = (tree.child(i, "dobj") is not None or (found and seen(tree, i))) and not scene.voice
        acts = (doer and scene.kind(doer) in _DOERS) or plain
        placed = tree.dep[i] in ("ROOT", "conj") or _fronted(tree, i)
        placed |= doer != "" and tree.low[i] in told_as() and (tree.dep[i] in _SIDE or _reported(tree, i))
        return (span, what, doer, when) if deed and acts and placed else None
    return (span, what, doer, when) if doer or tree.child(i, "nsubjpass", "nsubj") is not None else None


def _reported(tree: Tree, i: int) -> bool:
    """ "Said it suspended the airlift": said to have been done; "denied that it suspended" is not."""
    denying = forms_of(("deny", "doubt", "reject", "dispute", "refute", "hope", "demand", "request", "propose"))
    return tree.dep[i] == "ccomp" and tree.low[tree.head[i]] in verbs() and tree.low[tree.head[i]] not in denying


def _fronted(tree: Tree, i: int) -> bool:
    """ "The general has left the capital, the ministry said": said of it, in a clause that comes first."""
    return tree.dep[i] == "ccomp" and tree.head[i] > i and tree.child(i, "mark") is None


_SIDE = ("relcl", "advcl")


def _befell(tree: Tree, i: int) -> bool:
    """ "The envoy was recalled", "the talks were suspended": told as done by nobody named, in a clause of its own."""
    if tree.low[i] not in told_as() or tree.low[i] in happenings().lasting or tree.dep[i] not in ("ROOT", "conj"):
        return False
    suffering = tree.child(i, "nsubjpass")
    counted = suffering is not None and (
        tree.tag[suffering] == "CD" or tree.child(suffering, "nummod", "expl") is not None
    )
    told = any(tree.low[k] in ("was", "were", "been") for k in tree.children(i, "auxpass"))
    return suffering is not None and not counted and told and tree.child(i, "agent", "dobj") is None


def _began(tree: Tree, i: int) -> bool:
    """ "The talks began in 2017", "war broke out": told with no more than its year."""
    subject = tree.child(i, "nsubj")
    if subject is None or tree.low[subject] not in _BEGUN:
        return False
    return tree.low[i] in forms_of(("begin", "start", "erupt")) or tree.here(i, "broke out")


_BEGUN = frozenset(
    {"war", "wars", "conflict", "talks", "negotiations", "dialogue", "uprising", "insurgency", "rebellion"}
)
_DOERS = frozenset({"state", "armed_group", "movement", "body", "organ", "territory"})


def _past(tree: Tree, i: int) -> bool:
    """ "Reached", "has reached", "were signed": told as done by a clause of its own."""
    if tree.dep[i] not in ("ROOT", "conj", "relcl", "ccomp", "advcl", "parataxis") or any(
        tree.tag[k] == "MD" for k in tree.children(i, "aux")
    ):
        return False
    if tree.tag[i] == "VBD":
        return True
    helped = [tree.low[k] for k in tree.children(i, "aux", "auxpass")]
    return tree.tag[i] == "VBN" and any(h in ("has", "have", "had", "was", "were") for h in helped)


def _idle(tree: Tree, i: int) -> bool:
    """ "Took part", "took effect", "a year has passed", "broke its promise": what the verb does depends on its noun."""
    objects = {tree.low[k] for k in tree.children(i, "dobj")}
    if tree.low[i] in _LEAVING and not SUFFERED.isdisjoint(tree.low[i : tree.right[i] + 1]):
        return True  # "the raid left ten dead"
    subject = tree.child(i, "nsubj")
    timed = subject is not None and (
        tree.low[subject] in happenings().measures or tree.low[subject] in happenings().nouns
    )
    return timed or not objects.isdisjoint(_LIGHT)


_LEAVING = frozenset({"left", "leaves", "leaving"})
_LIGHT = frozenset(
    {"part", "place", "effect", "note", "account", "advantage", "care", "time", "promise", "word", "shape", "interest"}
    | {
        "attention",
        "day",
        "week",
        "month",
        "year",
        "role",
        "risk",
        "sides",
        "stock",
        "root",
        "issue",
        "lives",
        "life",
        "responsibility",
        "credit",
    }
    | {"objection", "objections", "demand", "demands", "idea", "view", "position", "stance", "ground", "concessions"}
)


def _doing(scene: Scene, sentence: Sentence, i: int) -> tuple[str, int | None]:
    """Who does it, "" for nobody known, and the word that names the doer."""
    tree = sentence.tree
    assert tree is not None
    noun = clauses.doer(tree, i)
    found = who(scene, sentence, noun) if noun is not None else ()
    return (found[0] if found else ""), noun
