"""Who is meant by a word, and whose word a clause is."""

import bisect
import functools
import re
from collections.abc import Sequence

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, Hedge, Scene, Sentence, Speech
from goodoffices.reading.voices.antecedents import back, of_paper, several, single
from goodoffices.reading.voices.conditions import conditions
from goodoffices.reading.voices.fitting import against, contrary, fitted, named_so, paired, spoken_for
from goodoffices.reading.voices.gatherings import gathering, listed_with, of_gathering, we
from goodoffices.reading.voices.heads import heads, personal
from goodoffices.reading.voices.nameless import looks_back
from goodoffices.reading.voices.titles import in_person
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.attribution import AUTHOR, UNNAMED, Attribution, Certainty, Source
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.reading import ActorMention
from goodoffices.vocabulary.text import Span

_PAIR = 2
_OWNERS = ("poss", "amod", "compound", "nmod", "nn")


def who(scene: Scene, sentence: Sentence, word: int, until: int | None = None) -> tuple[str, ...]:
    """The parties that a noun, its conjuncts (those before the word `until`) or a pronoun means; () where none can be
    told.
    """
    tree = sentence.tree
    if tree is None:
        return ()
    found: list[str] = []
    for i in tree.conjuncts(word):
        if until is not None and i > until > word:
            break  # "Utopia, which backs it, and Arcadia"
        if found and tree.low[i] in ("allies", "partners", "friends", "backers"):
            continue  # "Utopia and its allies": whose they are stands before
        found.extend(_one(scene, sentence, i))
        if listed_with(scene, tree, i, tuple(found)):
            break  # "the Trio's ministers of Utopia and Arcadia": its members are not joined to it
    return tuple(dict.fromkeys(found))


def _one(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    tree = sentence.tree
    assert tree is not None
    if tree.tag[i] in ("PRP", "PRP$", "WP") or tree.low[i] in ("both", "all", "each"):
        return antecedent(scene, sentence, i)
    at = tree.starts[i], tree.ends[i]
    here = next((a.party for a in sentence.actors if a.quote.start <= at[0] and at[1] <= a.quote.end), "")
    if here:
        return _each(scene, sentence, i, here)
    first = min((k for k in tree.kids[i] if tree.dep[k] in ("det", "amod", "nummod", "compound")), default=i)
    phrase = tree.said(min(first, i), i)
    if phrase in heads().persons and (owned := _owner(scene, sentence, i)):
        return owned  # "the delegate of Utopia"
    if gathering(scene, tree, i, phrase):
        many = tree.tag[i] in ("NNS", "NNPS")
        met = _bearing(scene, tree.low[i], at[0]) or of_gathering(scene, sentence, at[0], several=many)
        if met:
            return met
    if paired(tree, i, phrase):
        named = several(scene, sentence, at[0], pair=True)
        if len(named) > _PAIR and scene.kind(scene.issuer) in BODIES:
            return (scene.issuer,)  # "the Parties" of talks that have a name
        return named
    if phrase in personal():
        return _phrase(scene, sentence, phrase, at[0])
    if tree.low[i] in heads().heads or tree.low[i] in heads().issued:
        owned = () if against(tree, i) else _owner(scene, sentence, i)
        if owned:
            return in_person(scene, tree.low[i], owned, at[0])
        of = next((k for k in tree.children(i, "prep") if tree.low[k] == "of"), None)
        whole = tree.child(of, "pobj") if of is not None else None
        if whole is not None and (tree.low[i] in ("members", "member") or _of_two(tree, whole)):
            return _one(scene, sentence, whole)  # "the members of the council", "the leaders of the two countries"
        if (same := _bearing(scene, tree.low[i], at[0])) and phrase == f"the {tree.low[i]}":
            return same
        if phrase.split()[-1] in heads().issued and phrase.startswith(("the ", "a ")):
            return _told_by(scene, sentence) or _phrase(scene, sentence, phrase, at[0])
        if phrase in heads().groups:
            return _phrase(scene, sentence, phrase, at[0])
    return ()


def _of_two(tree: Tree, whole: int) -> bool:
    return paired(tree, whole, tree.said(min((tree.left[whole], whole)), whole))


def _each(scene: Scene, sentence: Sentence, i: int, first: str) -> tuple[str, ...]:
    """Of "the foreign ministers of Utopia and Arcadia" both, where the plural names the office of the first."""
    tree = sentence.tree
    assert tree is not None
    if not tree.low[i].endswith("s") or scene.kind(first) != "office":
        return (first,)
    inside = scene.parties_in((tree.starts[tree.left[i]], tree.ends[tree.right[i]]))
    return tuple(p for p in inside if scene.kind(p) == "office")


def _told_by(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Whose "the statement" is: of whom the sentences before tell something, not who is only named in them."""
    return next((e.lead for e in back(scene, sentence) if e is not sentence and len(e.lead) == 1), ())


def _bearing(scene: Scene, noun: str, at: int) -> tuple[str, ...]:
    """ "The council" for the issuer whose name ends with the word, else for the last party so named before."""
    issuer = scene.party(scene.issuer)
    if issuer is not None and issuer.name.lower().endswith(f" {noun}"):
        return (issuer.id,)
    for mention in reversed(scene.actors[: bisect.bisect_left(scene.actors, at, key=lambda a: a.quote.start)]):
        if scene.kind(mention.party) not in ("person", "office") and mention.quote.exact.lower().endswith(f" {noun}"):
            return (mention.party,)
    return ()


def _owner(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    """The party whose government, army, statement the word names."""
    tree = sentence.tree
    assert tree is not None
    mine = next((k for k in tree.kids[i] if tree.tag[k] == "PRP$"), None)
    if mine is not None:
        return antecedent(scene, sentence, mine)
    parts = [(k, tree.left[k], tree.right[k]) for k in tree.kids[i] if tree.dep[k] in _OWNERS]
    parts += [(k, tree.left[k], tree.right[k]) for k in tree.kids[i] if tree.low[k] in ("of", "from", "by", "for")]
    parts += [(k, tree.left[k], tree.right[k]) for k in tree.children(i, "appos")]
    found: list[str] = []
    for _, first, last in parts:
        aside = next((k for k in range(first, last) if tree.text[k] == "("), last)
        inside = _named_by(scene, tree.starts[first], tree.ends[aside])
        if inside:
            found.extend(inside)
            break
    return tuple(dict.fromkeys(found))


_IF = re.compile(r"(?:only )?if\b|unless\b|provided\b|(?:as|so) long as\b|on (?:the )?condition\b", re.IGNORECASE)
_WOULD = re.compile(r"\b(?:will|would|could|may|might|can|shall)\b|’ll\b|'ll\b", re.IGNORECASE)


def _under_if(scene: Scene, sentence: Sentence, span: Span) -> Quote | None:
    """The condition inside one's own word about what will be: "he would recommend it if …"."""
    for start, end in conditions(sentence):
        if span[0] <= start < span[1] and _IF.match(scene.content, start) and _WOULD.search(scene.content, *span):
            return scene.quote((start, end))
    return None


_FRIEND = re.compile(r"\b(?:pro|anti)[-‑]$")
_CREATURE = re.compile(
    r"[-‑](?:recognised|recognized|backed|led|brokered|sponsored|held|occupied|controlled|made|based|allied|aligned)\b"
)


def _named_by(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """The parties named in a part of a phrase; "pro-Utopian" and "Utopian-backed" say whose friend or creature somebody
    is, not whose he is.
    """
    content = scene.content
    named = [a for a in scene.actors if start <= a.quote.start < end]
    inside = (
        a.party
        for a in named
        if not any(_within(a, other) for other in named)
        and not _FRIEND.search(content, max(0, a.quote.start - 6), a.quote.start)
        and not _CREATURE.match(content, a.quote.end)
    )
    return tuple(dict.fromkeys(inside))


def _within(mention: ActorMention, other: ActorMention) -> bool:
    """Whether the one is only a part of the other's name: the Council of "the Council's Committee"."""
    a, b = mention.quote, other.quote
    return b.start <= a.start and a.end <= b.end and (a.start, a.end) != (b.start, b.end)


def antecedent(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    """The parties that a pronoun stands for."""
    tree = sentence.tree
    assert tree is not None
    low = tree.low[i]
    if low in ("i", "we", "me", "us", "my", "our"):
        quoting = next((s for s in sentence.speeches if s.span[0] <= tree.starts[i] < s.span[1]), None)
        if quoting is not None:
            return quoting.speakers
        if scene.speaker or scene.label:
            return (scene.speaker,) if scene.speaker else ()
        return we(scene, sentence) if low in ("we", "our") else ()
    if looks_back(scene, sentence, low):
        return ()
    if low in ("he", "she", "him", "her", "his"):
        return _phrase(scene, sentence, "the spokesman", tree.starts[i])
    if low in ("its", "their") and (thanked := _of_whom(scene, sentence, i)):
        return thanked
    if _nearer_noun(scene, sentence, i):
        return ()
    if low == "they" and (joined := _joined_before(scene, sentence, i)):
        return joined
    if low == "each":
        return several(scene, sentence, tree.starts[i], pair=True)
    if low in ("they", "them", "their", "both", "all"):
        found = several(scene, sentence, tree.starts[i])
        return () if spoken_for(sentence, i, found) else found
    if low == "it" and of_paper(scene, sentence):
        return ()
    if low in ("it", "its", "itself", "who", "which"):
        return single(scene, sentence, tree.starts[i])
    return ()


def _joined_before(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    """ "Utopia and its allies said they …": the subject before the pronoun, where two are joined in it."""
    tree = sentence.tree
    assert tree is not None
    before = [k for k in range(i) if tree.dep[k] == "nsubj" and tree.tag[k].startswith("NN")]
    return who(scene, sentence, before[-1]) if before and tree.child(before[-1], "conj") is not None else ()


def _of_whom(scene: Scene, sentence: Sentence, i: int) -> tuple[str, ...]:
    """ "Commended Utopia for its efforts", "reminded Utopia of its duties": of whom the verb is about."""
    tree = sentence.tree
    assert tree is not None
    verb = next((a for a in tree.ancestors(i) if tree.low[a] in _ABOUT), None)
    whom = tree.child(verb, "dobj") if verb is not None else None
    if verb is None or whom is None or not verb < whom <= tree.right[whom] < i or tree.tag[whom].startswith("PRP"):
        return ()
    return tuple(p for p in who(scene, sentence, whom) if scene.kind(p) != "person")


_ABOUT = forms_of(
    ("congratulate", "commend", "praise", "thank", "remind", "blame", "criticise", "criticize", "applaud")
)


def _nearer_noun(scene: Scene, sentence: Sentence, i: int) -> bool:
    """Whether the last subject before the pronoun, in its sentence, is a noun that names no party but agrees."""
    tree = sentence.tree
    assert tree is not None
    if tree.low[i] not in ("it", "they", "their"):
        return False
    tags = ("NNS", "NNPS") if tree.low[i] in ("they", "their") else ("NN", "NNP")
    before = [
        k
        for k in range(i)
        if tree.dep[k] in ("nsubj", "nsubjpass")
        and tree.tag[k].startswith("NN")
        and not tree.left[k] <= i <= tree.right[k]
        and not _inside_before(tree, tree.head[k], i)
    ]
    return bool(before) and tree.tag[before[-1]] in tags and not who(scene, sentence, before[-1])


def _inside_before(tree: Tree, verb: int, i: int) -> bool:
    """Whether the clause of the verb only completes one before it, and is over before word `i`."""
    dep = tree.dep[verb]
    return tree.right[verb] < i and (dep in ("relcl", "acl") or (dep == "ccomp" and tree.head[verb] < verb))


def _phrase(scene: Scene, sentence: Sentence, phrase: str, at: int) -> tuple[str, ...]:
    if phrase in personal():
        for earlier in back(scene, sentence):
            alike = named_so(earlier, phrase.split()[-1], at)
            if alike is not None:
                return who(scene, earlier, alike)
            people = [
                a.party for a in earlier.actors if a.quote.start < at and scene.kind(a.party) in ("person", "office")
            ]
            named = [p for p in people if scene.kind(p) == "person"]
            if earlier is not sentence and [scene.kind(p) for p in earlier.lead] == ["person"]:
                return earlier.lead  # who is told of there, before whom it only names
            if people:
                return ((named or people)[-1],)
        return ()
    noun = phrase.split()[-1]
    found = fitted(scene, back(scene, sentence), noun, at) or single(scene, sentence, at)
    return () if contrary(scene, noun, found) else found


def condition_in(sentence: Sentence, span: Span, scene: Scene) -> Quote | None:
    """The words of the condition in or beside the claim at `span`, if any."""
    found = next((c for c in conditions(sentence) if c[0] < span[1] and span[0] < c[1]), None)
    return scene.quote(found) if found else None


def attributed(
    scene: Scene, sentence: Sentence, span: Span, *, denied: bool = False, ignoring: Speech | None = None
) -> Attribution:
    """Whose word the words at `span` are and how firm: the speech and the hedges that govern them."""
    speech = next((s for s in sentence.speeches if s is not ignoring and not s.stance and _covers(s.span, span)), None)
    holder = AUTHOR
    source: Source = "own"
    if speech is not None:
        holder = speech.speakers[0] if speech.speakers else UNNAMED
        source = "alleged" if speech.alleging else "reported"
    return hedged(scene, sentence, span, holder=holder, source=source, denied=denied)


def hedged(
    scene: Scene,
    sentence: Sentence,
    span: Span,
    *,
    holder: str = AUTHOR,
    source: Source = "own",
    denied: bool = False,
    apart: Sequence[Span] = (),
) -> Attribution:
    """An attribution with the certainty of the strongest hedge over `span`.

    A hedge inside `apart` leaves it alone, unless it trails: what is said may be doubtful, that it was said is not.
    """
    certainty: Certainty = "certain"
    for hedge in governing(sentence, span):
        if not hedge.trailing and any(a <= hedge.cue[0] < b for a, b in apart):
            continue
        if hedge.status in ("reported", "alleged"):
            source = "alleged" if "alleged" in (source, hedge.status) else "reported"
            holder = UNNAMED if holder == AUTHOR else holder
        elif hedge.status == "unclear":
            certainty = "unclear"
        elif hedge.status in ("likely", "conditional") and certainty != "unclear":
            certainty = "likely"
        elif hedge.status == "appears" and certainty == "certain":
            certainty = "appears"
    condition = condition_in(sentence, span, scene) if source == "own" or certainty != "certain" else None
    if source == "declared" and condition is None:
        condition = _under_if(scene, sentence, span)
    return Attribution(
        holder=holder,
        source=source,
        certainty=certainty,
        polarity="denied" if denied else "affirmed",
        condition=condition,
    )


def governing(sentence: Sentence, span: Span) -> list[Hedge]:
    """The hedges whose words govern part of `span`: half of the shorter of the two at least."""
    found = []
    for hedge in sentence.hedges:
        if hedge.inner and _told_before(sentence, span[0], hedge.cue[0]):
            continue
        shared = min(hedge.span[1], span[1]) - max(hedge.span[0], span[0])
        if shared > 0 and (
            2 * shared >= min(hedge.span[1] - hedge.span[0], span[1] - span[0]) or _covers(span, hedge.cue)
        ):
            found.append(hedge)
    return found


def _told_before(sentence: Sentence, start: int, cue: int) -> bool:
    """Whether a verb of the words from `start` stands before the cue: it is not what the cue makes doubtful."""
    tree = sentence.tree
    if tree is None:
        return start < cue
    return any(start <= tree.starts[i] < cue and tree.verbal(i) for i in range(len(tree)))


def _covers(outer: Span, inner: Span) -> bool:
    """Whether most of `inner` lies in `outer`."""
    shared = min(outer[1], inner[1]) - max(outer[0], inner[0])
    return 2 * shared > inner[1] - inner[0]


@functools.cache
def according_pattern() -> re.Pattern[str]:
    """Adverbials that name whose word a sentence is."""
    return re.compile(rf"\b(?:{'|'.join(heads().according)})\s+", re.IGNORECASE)
