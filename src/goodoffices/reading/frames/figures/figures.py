"""Figures: how many, of what, where, by whose word."""

import functools
import re
from typing import Literal

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.events.event_words import happenings
from goodoffices.reading.frames.figures.round_numbers import rough, roughly, rounded
from goodoffices.reading.lexicon import table
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed
from goodoffices.reading.voices.places import place
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.kinds import Figure
from goodoffices.vocabulary.text import Span

_DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
Bound = Literal["exactly", "about", "more_than", "less_than"]
_BOUNDS: tuple[Bound, ...] = ("more_than", "less_than", "about")
_SAID = re.compile(
    r",\s*(?:the\s+)?[\w’' -]{3,60}?\s+(?:said|says|reported|reports|estimated|estimates|"
    r"announced|confirmed|according)\b[^,]*$|"
    r"\baccording\s+to\s+[^,;.]{3,80}",
    re.IGNORECASE,
)

_PLACED = frozenset({"in", "across", "near"})


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the figures of a sentence: a number of what the lexicon counts, and what befell it."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    done: set[int] = set()
    numbers = [i for i, tag in enumerate(tree.tag) if tag == "CD" or tree.low[i] in numerals()]
    for i in sorted({*numbers, *roughly(tree)}):
        if i in done:
            continue
        value, last = number(tree, i)
        if value is None:
            continue
        done.update(range(i, last + 1))
        if i > 1 and tree.low[i - 1] in ("in", "of") and tree.tag[i - 2] == "CD":
            continue  # "one in ten"
        if i and tree.low[i - 1] == "no":
            continue  # "no one was hurt"
        if (
            re.fullmatch(r"1[89]\d\d|20\d\d", tree.text[i])
            and i
            and tree.low[i - 1] in ("the", "of", "in", "its", "'s")
        ):
            continue  # "the 2010 talks"
        if any(d.quote.start <= tree.starts[i] < d.quote.end for d in sentence.dates):
            continue
        end = _range_end(tree, last)
        if tree.low[end + 1 : end + 2] and tree.low[end + 1] in ("percent", "%", "per", "dollars", "euros", "pounds"):
            continue  # a share or a sum
        noun = _counted(tree, i, end) or (_plural(tree, end) if value >= LARGE else None)
        verb = (_happens(tree, noun) or _suffered(tree, noun)) if noun is not None else None
        if noun is not None and verb is None and value >= LARGE:
            verb = _told(tree, noun)
        if noun is None:
            noun, verb = _alone(tree, i, last, value)
        if noun is None or verb is None or (rough(tree, i) and not _suffering(tree, noun, verb)):
            continue
        first, bound = bounded(tree, i)
        if rough(tree, i):
            bound = "more_than"
        if bound == "exactly" and (end > last or _ends_range(tree, i)):  # "between 300 and 400": two bounds
            bound = "more_than" if end > last else "less_than"
        span = _span(tree, first, noun, verb)
        content = Figure(
            counted=_what(tree, noun, verb, last),
            value=value,
            bound=bound,
            place=place(sentence, span, _PLACED),
        )
        drafts.add(content, [span], rule="figure.count", attribution=attribution_of(scene, sentence, span), valid=None)


@functools.cache
def numerals() -> dict[str, int]:
    """Numerals in words, and what they stand for."""
    found = table("dates", dict[str, object])
    return {**found["ones"], **found["tens"]}  # type: ignore[dict-item]


def number(tree: Tree, i: int) -> tuple[float | None, int]:
    """The number that begins at a word, and its last word."""
    text = tree.low[i]
    if rough(tree, i):
        return rounded(tree, i)
    if tree.tag[i] != "CD" and text not in numerals():
        return None, i
    if _DIGITS.fullmatch(text):
        value = float(re.sub(r"[,\u00a0 ]", "", text))
    elif text in numerals():
        value = float(numerals()[text])
    else:
        return None, i
    last = i
    if value in range(20, 100, 10) and tree.low[i + 1 : i + 2] == ["-"] and i + 2 < len(tree):
        units = numerals().get(tree.low[i + 2], 0)
        if 0 < units < 10:  # "twenty-five" is three words to the parser
            value, last = value + units, i + 2
    while (
        last + 1 < len(tree) and re.fullmatch(r"\d{3}", tree.low[last + 1]) and value < 1e9 and tree.low[last].isdigit()
    ):
        last += 1  # "900 000": thousands set apart by a space
        value = value * 1000 + float(tree.low[last])
    if tree.low[last + 1 : last + 2] == ["("] and tree.low[last + 3 : last + 4] == [")"]:
        last += 3  # "three (3)"
    while last + 1 < len(tree) and tree.low[last + 1] in happenings().multipliers:
        last += 1
        value *= happenings().multipliers[tree.low[last]]
    return value, last


def _counted(tree: Tree, i: int, last: int) -> int | None:
    """The noun that is counted: near after the number, of the lexicon."""
    for k in range(last + 1, min(last + 5, len(tree))):
        if tree.low[k] in happenings().counted or tree.text[k] in happenings().counted:
            return k
        if tree.low[k] in happenings().measures:
            return None
        if tree.tag[k] in (",", ".", ":", "CC", "IN") or (tree.verbal(k) and tree.tag[k] not in ("VBN", "VBG")):
            return None
    return None


LARGE = 10  # from here on a number of things is told for its own sake


def _plural(tree: Tree, last: int) -> int | None:
    """The noun in the plural after a number, where it is no measure of time, length or age."""
    for k in range(last + 1, min(last + 5, len(tree))):
        if tree.tag[k] in ("NNS", "NNPS") and tree.dep[k] != "compound":
            return None if tree.low[k] in happenings().measures else k
        if tree.tag[k] not in ("JJ", "NN", "NNP", "VBN", "CD", "HYPH", "VBG") or tree.low[k] in happenings().measures:
            return None
    return None


def _told(tree: Tree, noun: int) -> int | None:
    """The verb in the past tense, or of a state, whose clause tells the number."""
    verb = next((a for a in tree.ancestors(noun) if tree.verbal(a)), None)
    if verb is not None and tree.tag[verb] == "VB" and tree.low[tree.head[verb]] in ("let", "helped", "made", "saw"):
        verb = tree.head[verb]  # "let 40 families leave"
    if verb is None or tree.tag[verb] not in ("VBD", "VBN", "VBZ", "VBP", "VBG"):
        return None
    return None if any(tree.tag[k] == "MD" for k in tree.children(verb, "aux")) else verb


def _happens(tree: Tree, noun: int) -> int | None:
    """What befell them: the verb whose subject or object they are."""
    forms = forms_of(happenings().happening)
    for k in (noun, *tree.ancestors(noun)):
        if tree.low[k] in forms and (tree.verbal(k) or tree.low[k] in ("dead", "missing")):
            return k
        if k != noun and tree.verbal(k):
            for below in tree.kids[k]:
                if tree.low[below] in forms and tree.dep[below] in ("conj", "xcomp") and k == tree.head[noun]:
                    return below
            return None
    follows = noun + 1
    if follows < len(tree) and tree.low[follows] in forms and tree.tag[follows] in ("VBN", "VBD"):
        return follows
    return None


SUFFERED = frozenset({"dead", "wounded", "injured", "homeless", "missing", "displaced", "stranded", "hurt"})


def _suffered(tree: Tree, noun: int) -> int | None:
    """ "Left six guards dead", "claimed the lives of nine women": the verb that tells what they suffered."""
    above = tree.head[noun]
    if tree.low[above] in ("left", "leaves", "leaving") and not SUFFERED.isdisjoint(tree.low[noun + 1 : noun + 2]):
        return above
    lives = tree.head[above]
    if tree.dep[noun] == "pobj" and tree.low[above] == "of" and tree.low[lives] == "lives":
        verb = tree.head[lives]
        return verb if tree.low[verb] in ("claimed", "claims", "claiming", "cost", "costing", "took") else None
    return None


def _suffering(tree: Tree, noun: int, verb: int) -> bool:
    """Whether "dozens of" counts what is worth counting without a number: whom the lexicon counts, what befell them."""
    return tree.low[noun] in happenings().counted or tree.low[verb] in forms_of(happenings().happening)


def _tolled(tree: Tree, i: int, verb: int) -> bool:
    """ "The death toll rose to 34": the number that a toll has reached."""
    subject = tree.child(verb, "nsubj")
    told = subject is not None and tree.low[subject] in ("toll", "tolls", "casualties", "fatalities")
    return told and tree.tag[verb] in ("VBD", "VBZ", "VBN") and tree.dep[i] in ("pobj", "dobj", "attr")


def _range_end(tree: Tree, last: int) -> int:
    """The last word of the second number of a range ("300 to 400", "between 300 and 400"); `last` where none is."""
    if last + 2 < len(tree) and tree.low[last + 1] in ("to", "-", "–", "and"):
        paired = tree.low[last + 1] != "and" or "between" in tree.low[max(0, last - 3) : last]
        value, end = number(tree, last + 2)
        return end if paired and value is not None else last
    return last


def _ends_range(tree: Tree, i: int) -> bool:
    ranged = i > 1 and tree.low[i - 1] in ("to", "-", "–", "and") and number(tree, i - 2)[0] is not None
    return ranged and _range_end(tree, i - 2) >= i


def _alone(tree: Tree, i: int, last: int, value: float) -> tuple[int | None, int | None]:
    """ "Twelve were killed", "killing 25": the number stands for what it counts."""
    verb = tree.head[last]
    if tree.dep[last] == "pobj" and _tolled(tree, last, tree.head[verb]):
        return last, tree.head[verb]
    told = value >= 10 * LARGE and tree.dep[last].startswith("nsubj") and tree.tag[verb] in ("VBD", "VBN")
    befell = tree.dep[last] in ("nsubj", "nsubjpass", "dobj", "pobj") and tree.low[verb] in _befalling()
    if not (told or befell):
        return None, None
    if tree.low[last + 1 : last + 2] in (["%"], ["percent"], ["per"]) or tree.low[i - 1 : i] in (["$"], ["€"]):
        return None, None
    return (last, verb) if tree.verbal(verb) and tree.tag[verb] != "VB" else (None, None)


@functools.cache
def _befalling() -> frozenset[str]:
    return frozenset(forms_of(("kill", "wound", "injure", "die", "displace", "abduct", "arrest", "detain", "capture")))


def bounded(tree: Tree, i: int) -> tuple[int, Bound]:
    """Whether the number is a floor, a ceiling or near, and where the words that say so begin."""
    for name in _BOUNDS:
        for phrase in getattr(happenings(), name):
            size = len(phrase.split())
            if i >= size and tree.said(i - size, i - 1) == phrase:
                return i - size, name
    return i, "exactly"


def _span(tree: Tree, first: int, noun: int, verb: int) -> Span:
    if verb > noun:
        last = verb
        whole = clauses.clause(tree, verb)
        end = next((k for k in range(len(tree)) if tree.ends[k] == whole[1]), verb)
        if end - first <= 30 and not any(tree.dep[k] == "conj" and tree.verbal(k) for k in range(verb + 1, end + 1)):
            last = max(last, end)
        return clauses.words(tree, first, last, keep=first)
    start = tree.left[verb] if verb - tree.left[verb] < 12 and tree.dep[verb] not in ("conj",) else verb
    return clauses.words(tree, min(start, verb, first), max(tree.right[noun], noun, verb), keep=noun)


def _what(tree: Tree, noun: int, verb: int, last: int) -> str:
    counted = " ".join(tree.low[k] for k in range(_range_end(tree, last) + 1, noun + 1)) or "people"
    return f"{counted} {tree.low[verb]}" if verb != noun and tree.low[verb] not in counted else counted


def attribution_of(scene: Scene, sentence: Sentence, span: Span) -> Attribution:
    """Whose number it is; "local authorities said" names nobody of our tables and still is no word of the author."""
    found = attributed(scene, sentence, span)
    if found.source != "own" or not _SAID.search(scene.words(sentence.span).rstrip('.”"')):
        return found
    return Attribution(holder="unnamed", source="reported", certainty=found.certainty, polarity=found.polarity)
