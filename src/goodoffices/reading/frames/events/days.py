"""The day of a deed: the time told with it that is when it was done, not until when, since when or how long."""

import re

from goodoffices.reading.frames.events.event_words import happenings
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.force_words import forces
from goodoffices.vocabulary.reading import DateMention
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

_BOUND = re.compile(
    r"\b(?:until|till|through|up\s+to|by|(?:no|not)\s+(?:later|earlier|sooner)\s+than|not\s+before|before|prior\s+to|"
    r"ahead\s+of|pending|since|after|following|as\s+of|as\s+from|effective|with\s+effect\s+from|valid|"
    r"due(?:\s+on|\s+in)?|(?:scheduled|planned|set|slated)\s+for|to)\s+(?:the\s+)?(?:(?:end|beginning|start)\s+of\s+)?$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(?:until|till|through|by|before|since|after|no later|not later|as of)\s", re.IGNORECASE)
_NAMING = re.compile(r"\b(?:of|dated)\s+$", re.IGNORECASE)
_INNER = frozenset({"relcl", "advcl", "ccomp", "acl", "csubj", "pcomp"})


def day_of(scene: Scene, sentence: Sentence, i: int, span: Span) -> When | None:
    """When the deed that word `i` tells in `span` was done; of verbs joined to one with a day, that day."""
    for mention in scene.dates_in(span):
        if (
            _is_day(mention)
            and not bounds(scene, sentence, mention, i)
            and not _of_another(scene, sentence, i, mention)
        ):
            return mention.when
    tree = sentence.tree
    assert tree is not None
    if tree.dep[i] == "advcl" and tree.verbal(i) and any(tree.low[k] == "when" for k in tree.children(i, "advmod")):
        head = tree.head[i]  # "the talks failed in April when fighting erupted"
        own = tree.verbal(head) and tree.tag[head] in ("VBD", "VBN")
        return day_of(scene, sentence, head, clauses.clause(tree, head, without=(i,))) if own else None
    shared = tree.child(i, "nsubj", "nsubjpass") is None or _opens(scene, sentence)
    if tree.dep[i] == "conj" and tree.verbal(i) and shared:
        head = tree.head[i]
        opening = (tree.starts[tree.left[head]], tree.starts[head])  # "On Monday they seized A and burned B"
        return day_of(scene, sentence, head, opening) if tree.verbal(head) and opening[0] < opening[1] else None
    return None


def timed(scene: Scene, sentence: Sentence, i: int, span: Span) -> bool:
    """Whether a day, week or month is told with the deed, be it only until when or since when."""
    return any(
        mention.when.precision in _CLOSE
        and (mention.when.bounded or mention.when.value.startswith("XXXX-"))
        and not re.match(r"P\d", mention.when.value)
        and not _of_another(scene, sentence, i, mention)
        for mention in scene.dates_in(span)
    )


def _opens(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence opens with a time, which then holds for all clauses joined in it: "By mid-May A halted and
    fighting erupted".
    """
    first = next(iter(sentence.dates), None)
    return first is not None and len(scene.content[sentence.span[0] : first.quote.start].split()) <= _LEAD


_LEAD = 3  # words: "In early", "By the end of" stand before the time
_CLOSE = ("minute", "hour", "day", "week", "month", "interval")


def _is_day(mention: DateMention) -> bool:
    return mention.when.bounded and not re.match(r"P(?:T?\d)", mention.when.value)


def bounds(scene: Scene, sentence: Sentence, mention: DateMention, i: int) -> bool:
    """Whether the words make the date a bound ("until 3 May", "by 3 May"), not a day. "By 3 May they had left" opens
    with the day by which it was done.
    """
    tree = sentence.tree
    assert tree is not None
    start = mention.quote.start
    before = scene.content[max(sentence.span[0], start - 40) : start]
    if _ranges(before):
        return False
    if not (_BOUND.search(before) or _LEADING.match(mention.quote.exact)):
        return False
    done_by = re.search(r"\bby\s+(?:the\s+)?(?:end\s+of\s+)?$", before, re.IGNORECASE)
    before_it = start < tree.starts[i] and (tree.tag[i] == "VBD" or any(tree.low[k] == "had" for k in tree.kids[i]))
    return not (done_by and before_it)


def _ranges(before: str) -> bool:
    """ "From 3 to …" is one range: its end is no bound of its own."""
    return re.search(r"\b(?:from|between)\b[^.;]{0,20}\bto\s+$", before, re.IGNORECASE) is not None


def _of_another(scene: Scene, sentence: Sentence, i: int, mention: DateMention) -> bool:
    """Whether the date is that of a text named in the clause, or of a clause inside it."""
    tree = sentence.tree
    assert tree is not None
    word = tree.at(mention.quote.end - 1)
    if word is None:
        return False
    start = mention.quote.start
    before = scene.content[max(sentence.span[0], start - 24) : start]
    if tree.verbal(i) and _NAMING.search(before):
        return True
    on = re.search(r"\b(?:on|in|early in|late in|last|this)\s+$", before, re.IGNORECASE) is not None
    for above in tree.ancestors(word):
        if above == i:
            return False
        if above > i and is_text(tree, above) and not (on and tree.head[above] == i):
            return True
        if above > i and tree.low[above] in happenings().nouns and _counted_from(tree, above):
            return True
        inner = tree.verbal(above) and i in tree.ancestors(above) and tree.dep[above] in _INNER
        if inner and _own_time(tree, above) and above != done_as(tree, i):
            return True
    return False


def done_as(tree: Tree, noun: int) -> int | None:
    """The participle by which a deed in a noun was done: "the attack perpetrated in Utopia on 3 May"."""
    return next((k for k in tree.children(noun, "acl") if tree.low[k] in _DONE), None)


_DONE = frozenset(
    {
        "perpetrated",
        "carried",
        "committed",
        "launched",
        "conducted",
        "staged",
        "mounted",
        "claimed",
        "initiated",
        "waged",
    }
    | {"executed", "unleashed", "begun", "started", "caused", "triggered", "sparked"}
)


def _counted_from(tree: Tree, noun: int) -> bool:
    """ "A year since the attack on 7 October", "a report of the raid on 3 May": the day is that of the noun."""
    return tree.dep[noun] == "pobj" and tree.low[tree.head[noun]] in _ABOUT


_ABOUT = frozenset({"since", "after", "following", "before", "of", "over", "about", "for", "against", "into"})


def _own_time(tree: Tree, verb: int) -> bool:
    """Whether the verb has tense of its own or is an act of its own in -ing."""
    return tree.tag[verb] in ("VBD", "VBZ", "VBP", "VBN") or any(
        tree.tag[k] == "MD" for k in tree.children(verb, "aux")
    )


def is_text(tree: Tree, i: int) -> bool:
    """Whether the noun is a text that has a date: a resolution, an accord, a statement."""
    low = tree.low[i]
    return tree.tag[i].startswith("NN") and (
        low in forces().texts or (low.endswith("s") and low[:-1] in forces().texts)
    )
