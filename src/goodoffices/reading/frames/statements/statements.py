"""Statements: one for every verb of saying, and for the stands that an author ascribes to a party."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.statements.purport import menaced, on_terms, purport
from goodoffices.reading.frames.statements.stands import blame, blame_forms, declared, messages, nouns, stands
from goodoffices.reading.frames.statements.stated import add
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.heads import heads
from goodoffices.reading.voices.nameless import nameless, teller
from goodoffices.reading.voices.sayings import Saying, act_of, has_clause, sayings
from goodoffices.reading.voices.speakers import speakers_of
from goodoffices.reading.voices.speeches import OUTRIGHT
from goodoffices.vocabulary.content import Act
from goodoffices.vocabulary.text import Span


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the statements of a sentence."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    found = {s.word: s for s in sayings(tree)}
    speakers = {word: speakers_of(scene, sentence, saying) for word, saying in found.items()}
    unnamed = {word for word, saying in found.items() if not speakers[word] and _unnamed(scene, sentence, saying)}
    for word, saying in found.items():
        outer = next((a for a in tree.ancestors(word) if a in found), None)
        if scene.agreement and saying.verb.lemma in (
            "agree",
            "undertake",
            "commit",
            "accept",
            "recognize",
            "recognise",
        ):
            continue  # what the parties to an agreement agree in it is its provision
        if _swallowed(scene, tree, word, outer, found, speakers):
            continue
        open_head = sentence.headed is not None and saying.subject is None
        if not speakers[word] and (
            not (open_head or word in unnamed) or any(speakers[w] and _said_by(tree, w, word) for w in found)
        ):
            continue
        joined = {
            w
            for w in found
            if w != word and speakers[w] and tree.dep[w] in ("conj", "advcl", "parataxis") and _within(tree, w, word)
        }
        span = clauses.clause(tree, word, joined)
        if outer in unnamed and outer is not None and tree.dep[word] != "conj":
            span = min(span[0], tree.starts[tree.left[outer]] if tree.left[outer] <= word else span[0]), span[1]
        span = _from_mark(tree, word, span)
        if tree.dep[word] == "xcomp" and saying.subject is not None:  # "I wish to stress that …"
            span = min(span[0], tree.starts[tree.left[saying.subject]]), span[1]
        bare = clauses.negated(tree, word) and saying.act == "assess" and not has_clause(tree, word)
        if bare and saying.verb.lemma not in _RECOGNISING:
            continue  # "has not commented": nothing was said
        if _heralds(scene, sentence, tree) or _bare(tree, word, span) or _veiled(tree, word):
            continue
        if saying.verb.lemma in _TALK and speakers[word] == (scene.voice,) and not has_clause(tree, word):
            continue  # "let me say a few words": of what he says himself only that he speaks
        if not speakers[word] and span[1] - span[0] <= len(tree.text[word]) + 1:
            continue
        act = _inner_act(scene, sentence, tree, word, found, speakers)
        unrecognised = saying.verb.lemma in _RECOGNISING and tree.child(word, "dobj") is not None
        denied = clauses.negated(tree, word)
        if unrecognised and denied:  # "does not recognise the border"
            act, denied = "reject", False
        add(
            scene,
            sentence,
            drafts,
            span,
            act,
            speakers[word],
            saying.verb.manner,
            "statement.verb",
            negated=denied,
            alleging=saying.verb.alleging,
            verb=word,
            by=_by(scene, sentence, saying),
        )
    nouns(scene, sentence, drafts, set(found))
    messages(scene, sentence, drafts)
    declared(scene, sentence, drafts)
    blame(scene, sentence, drafts)
    stands(scene, sentence, drafts)


def _from_mark(tree: Tree, word: int, span: Span) -> Span:
    """ "“We are ready; we want talks”, he said": the words from the mark that opens the quotation."""
    first = next((k for k in range(tree.left[word], word) if tree.starts[k] >= span[0]), word)
    opening = next((k for k in range(tree.left[word], first) if tree.text[k] in _MARKS), None)
    if opening is None or tree.text[opening] in "”»" or ";" not in tree.text[opening:first]:
        return span
    if any(tree.text[k] in _MARKS for k in range(opening + 1, first)) or word - opening > clauses.QUOTE_WORDS:
        return span
    closed = any(tree.text[k] in _MARKS for k in range(first, word))
    return (tree.starts[opening], span[1]) if closed else span


_MARKS = ("“", "”", '"', "«", "»")


def _heralds(scene: Scene, sentence: Sentence, tree: Tree) -> bool:
    """ "The Council issued the following statement:" says nothing yet."""
    return "following" in tree.words and scene.content[sentence.span[1] - 1] == ":"


def _bare(tree: Tree, word: int, span: Span) -> bool:
    """ "He confirmed": who speaks, and not what he says."""
    return span[1] - span[0] < _SHORT and {tree.dep[k] for k in tree.kids[word]} <= {"nsubj", "punct"}


def _veiled(tree: Tree, word: int) -> bool:
    """ "An official who asked not to be named": of himself only."""
    done = tree.child(word, "xcomp")
    return done is not None and tree.low[done] in _NAMED and clauses.is_passive(tree, done)


_SHORT = 24  # characters
_NAMED = frozenset({"named", "identified", "quoted", "cited"})
_DECIDING = frozenset({"agree", "decide", "resolve"})
_WARNING = frozenset({"warn", "caution"})
_TALK = frozenset({"say", "repeat", "explain", "answer", "add", "mention", "brief", "state", "reply"})
_RECOGNISING = frozenset({"recognise", "recognize", "acknowledge"})


def _within(tree: Tree, i: int, head: int) -> bool:
    return head in tree.ancestors(i)


def _said_by(tree: Tree, inner: int, outer: int) -> bool:
    """Whether `inner` is the verb of what `outer` says."""
    return tree.head[inner] == outer and tree.dep[inner] in ("ccomp", "xcomp", "parataxis")


def _swallowed(
    scene: Scene,
    tree: Tree,
    word: int,
    outer: int | None,
    found: dict[int, Saying],
    speakers: dict[int, tuple[str, ...]],
) -> bool:
    """Whether the verb only completes another ("agreed to support"), or says what the speaker says of his own side."""
    if outer is None:
        return False
    if tree.dep[word] == "xcomp" and tree.head[word] == outer:
        return True
    return _said_by(tree, word, outer) and bool(speakers[outer]) and _one_side(scene, speakers[word], speakers[outer])


def _one_side(scene: Scene, some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return {scene.behalf(p) for p in some} <= {scene.behalf(p) for p in others}


def _inner_act(
    scene: Scene,
    sentence: Sentence,
    tree: Tree,
    word: int,
    found: dict[int, Saying],
    speakers: dict[int, tuple[str, ...]],
) -> Act:
    """ "She said that Utopia rejects …": a bare verb of saying takes the act of what is said of one's own side."""
    saying = found[word]
    if saying.act in ("assess", "announce") and _told_to_do(tree, word):
        return "request"
    if saying.verb.lemma in _DECIDING and (decided := _decided(tree, word)) is not None:
        return decided
    warned = tree.child(word, "ccomp")
    if warned is not None and menaced(tree, warned, warning=saying.verb.lemma in _WARNING):
        return "threaten"
    if saying.verb.lemma in _WARNING:
        return saying.act
    if saying.act == "assess":
        said = tree.child(word, "ccomp")
        subject = clauses.subject(tree, said) if said is not None and tree.low[said] in blame_forms() else None
        if subject is not None and not clauses.negated(tree, said or 0):
            blamed = who(scene, sentence, subject)
            if blamed and not _one_side(scene, blamed, speakers[word]):
                return "accuse"
        for inner in found:
            if (
                _said_by(tree, inner, word)
                and _himself(scene, tree, found[inner].subject, speakers[inner], speakers[word])
                and not clauses.negated(tree, inner)
            ):
                return "condition" if purport(tree, inner) == "condition" else found[inner].act
    if saying.act in ("assess", "announce"):
        return _intended(scene, sentence, tree, word, speakers[word]) or saying.act
    return saying.act


def _himself(scene: Scene, tree: Tree, subject: int | None, meant: tuple[str, ...], speakers: tuple[str, ...]) -> bool:
    """Whether a subject inside what is said means who says it: of who has no name, a pronoun does."""
    if speakers:
        return bool(meant) and _one_side(scene, meant, speakers)
    return not meant and subject is not None and tree.low[subject] in _PRONOUNS


_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})


def _told_to_do(tree: Tree, word: int) -> bool:
    """ "“Stop the shelling,” he said": what is said is an order."""
    said = tree.child(word, "ccomp", "parataxis")
    return said is not None and tree.tag[said] == "VB" and tree.child(said, "nsubj", "nsubjpass", "aux", "mark") is None


def _intended(scene: Scene, sentence: Sentence, tree: Tree, word: int, speakers: tuple[str, ...]) -> Act | None:
    """ "Utopia said it would send observers": announced of one's own side; "would not accept": refused."""
    said = tree.child(word, "ccomp")
    if said is None:
        return None
    joined = [k for k in range(tree.left[said], tree.right[said]) if tree.verbal(k)] if "only" in tree.words else [said]
    for verb in joined:
        subject = clauses.subject(tree, verb)
        if subject is None or (verb != said and not on_terms(tree, verb)):
            continue
        act = purport(tree, verb)
        own = _himself(scene, tree, subject, who(scene, sentence, subject), speakers)
        if act == "condition" or (own and act is not None):
            return act
    return None


def _decided(tree: Tree, word: int) -> Act | None:
    """ "Agreed to call upon Utopia to …", "decided to reject": the act of what is agreed to be said."""
    done = tree.child(word, "xcomp")
    act = act_of(tree, done) if done is not None and tree.tag[done] == "VB" and done > word else None
    return act if act in ("request", "reject", "suspend", "accuse") else None


def _by(scene: Scene, sentence: Sentence, saying: Saying) -> Span | None:
    """The words for who says it, where no party does."""
    tree = sentence.tree
    assert tree is not None
    if not saying.passive:
        return teller(scene, sentence, saying.subject) if saying.subject is not None else None
    agent = tree.child(saying.word, "agent")
    by = tree.child(agent, "pobj") if agent is not None else None
    return nameless(tree, by) if by is not None else None


def _unnamed(scene: Scene, sentence: Sentence, saying: Saying) -> bool:
    """ "It was reported", "officials said": a word of nobody who is named."""
    tree = sentence.tree
    assert tree is not None
    if _by(scene, sentence, saying) is not None:
        return True
    if saying.verb.manner == "stance":
        return False
    if saying.passive:
        agent = tree.child(saying.word, "agent")
        by = tree.child(agent, "pobj") if agent is not None else None
        if by is not None:  # "is described by villagers as tense"
            return tree.low[by] in heads().unnamed | heads().finding
        subject = tree.child(saying.word, "nsubjpass")
        return (
            subject is not None
            and tree.low[subject] == "it"
            and tree.child(saying.word, "ccomp") is not None
            and tree.child(saying.word, "agent") is None
        )
    if saying.subject is None:
        return False
    if tree.low[saying.subject] in heads().unnamed:
        return True
    gathered = tree.tag[saying.subject] in ("NNS", "NNPS") and tree.low[saying.subject] in heads().gatherings
    if gathered and tree.child(saying.subject, "det", "amod", "prep") is None:
        return True  # "Ministers thanked the hosts"
    if tree.low[saying.subject] in ("he", "she"):  # of whom nobody knows who it is
        return has_clause(tree, saying.word)
    outright = saying.verb.lemma in OUTRIGHT and tree.tag[saying.subject].startswith("NN")
    people = tree.low[saying.subject] in heads().finding
    blamed = people and saying.act in ("accuse", "reject") and tree.child(saying.word, "dobj") is not None
    return blamed or ((outright or people) and has_clause(tree, saying.word))
