"""Shares, sums and changes: percentages, fractions, money, what doubled. Figures that count no things."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.events.event_words import happenings
from goodoffices.reading.frames.figures.figures import Bound, attribution_of, bounded, number, numerals
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.places import place
from goodoffices.vocabulary.kinds import Figure

_PLACED = frozenset({"in", "across", "near"})
_SIGNS = {
    "$": "dollars",
    "us$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "usd": "dollars",
    "eur": "euros",
}
_MONEY = frozenset(
    {
        "dinars",
        "dollar",
        "dollars",
        "euro",
        "euros",
        "franc",
        "francs",
        "lire",
        "marks",
        "pound",
        "pounds",
        "roubles",
        "rubles",
        "rupees",
        "shekels",
        "yen",
    }
)
_PARTS = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
    "tenths": 10,
}
_CHANGES = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "halve": 0.5}
_CHANGED = re.compile(rf"(?P<verb>{'|'.join(v.rstrip('e') for v in _CHANGES)})ed")
_WORDS = 8


class _Amount(NamedTuple):
    """A value with the words that give it, and what it is of."""

    value: float
    bound: Bound
    unit: str
    first: int
    last: int


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the shares, sums and changes of a sentence."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    for amount in _amounts(tree):
        if any(d.quote.start <= tree.starts[amount.last] < d.quote.end for d in sentence.dates):
            continue
        verb = next((a for a in (amount.last, *tree.ancestors(amount.last)) if tree.verbal(a)), None)
        if verb is None or any(tree.low[k] in ("should", "must", "shall") for k in tree.children(verb, "aux")):
            continue
        counted = _of(tree, amount)
        whole = clauses.clause(tree, verb)
        inside = whole[0] <= tree.starts[amount.first] and tree.ends[amount.last] <= whole[1]
        span = whole if inside else clauses.words(tree, amount.first, max(amount.last, counted[1]), keep=amount.first)
        content = Figure(
            counted=" ".join(tree.low[counted[0] : counted[1] + 1][:_WORDS]),
            value=amount.value,
            bound=amount.bound,
            unit=amount.unit,
            place=place(sentence, span, _PLACED),
        )
        drafts.add(content, [span], rule="figure.share", attribution=attribution_of(scene, sentence, span))


_OPENING = ("CD", "VBD", "VBN")  # what an amount begins with, besides numerals and parts


def _amounts(tree: Tree) -> Iterator[_Amount]:
    at, spelt = 0, numerals()
    while at < len(tree):
        if tree.tag[at] not in _OPENING and tree.low[at] not in spelt and tree.low[at] not in _PARTS:
            at += 1
            continue
        found = _percent(tree, at) or _money(tree, at) or _fraction(tree, at) or _ratio(tree, at) or _change(tree, at)
        if found is not None:
            yield found
            at = found.last
        at += 1


def _percent(tree: Tree, i: int) -> _Amount | None:
    """ "40 percent", "40 per cent", "40%"."""
    value, last = number(tree, i)
    if value is None or last + 1 >= len(tree):
        return None
    size = 2 if tree.low[last + 1 : last + 3] == ["per", "cent"] else int(tree.low[last + 1] in ("%", "percent"))
    if not size:
        return None
    first, bound = bounded(tree, i)
    return _Amount(value, bound, "percent", first, last + size)


def _money(tree: Tree, i: int) -> _Amount | None:
    """ "$40 million", "40 million dollars"."""
    value, last = number(tree, i)
    if value is None:
        return None
    sign = _SIGNS.get(tree.low[i - 1], "") if i else ""
    named = last + 1 < len(tree) and tree.low[last + 1] in _MONEY
    if not sign and not named:
        return None
    begins = i - 1 if sign else i
    first, bound = bounded(tree, begins)
    unit = tree.low[last + 1] if named else sign
    return _Amount(value, bound, unit, first, last + int(named))


def _fraction(tree: Tree, i: int) -> _Amount | None:
    """ "A third of", "two thirds of", "half of", "half the": of something."""
    parts = _PARTS.get(tree.low[i])
    follows = tree.low[i + 1] if i + 1 < len(tree) else ""
    if parts is None or (follows != "of" and not (parts == 2 and follows in ("the", "its", "their"))):
        return None
    back = 2 if i > 1 and tree.low[i - 1] == "-" else 1
    told = tree.low[i - back] if i >= back else ""
    many = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9, "seven": 7}.get(told)
    if many is None:
        if parts != 2:
            return None  # "the third of May"
        back, many = 0, 1
    first, bound = bounded(tree, i - back)
    return _Amount(round(many / parts, 4), bound, "share", first, i)


def _ratio(tree: Tree, i: int) -> _Amount | None:
    """ "One in ten": a share."""
    if tree.low[i + 1 : i + 2] not in (["in"], ["of"]) or tree.tag[i] != "CD" or i + 2 >= len(tree):
        return None
    of = i + 2 + int(tree.low[i + 2] == "every")
    some, last = number(tree, i)
    value, end = number(tree, of) if of < len(tree) else (None, of)
    if some is None or value is None or last != i or not 0 < some < value <= 100:
        return None
    first, bound = bounded(tree, i)
    return _Amount(round(some / value, 4), bound, "share", first, end)


def _change(tree: Tree, i: int) -> _Amount | None:
    """ "Doubled": of what it was."""
    found = _CHANGED.fullmatch(tree.low[i])
    if found is None or tree.tag[i] not in ("VBD", "VBN") or tree.dep[i] in ("amod", "compound"):
        return None
    value = next(v for verb, v in _CHANGES.items() if verb.rstrip("e") == found["verb"])
    return _Amount(value, "exactly", "times", i, i)


def _of(tree: Tree, amount: _Amount) -> tuple[int, int]:
    """The words of what the amount is of: after "of", else the subject of its clause, else nothing more."""
    last = amount.last
    if tree.low[last + 1 : last + 2] == ["of"] and (noun := tree.child(last + 1, "pobj")) is not None:
        return tree.left[noun], min(tree.right[noun], tree.left[noun] + _WORDS)
    verb = next((a for a in (last, *tree.ancestors(last)) if tree.verbal(a)), None)
    if verb is not None and amount.unit not in ("percent", "share", "times"):
        return verb, verb
    subject = clauses.subject(tree, verb) if verb is not None else None
    if subject is not None and not amount.first <= subject <= amount.last:
        return tree.left[subject], min(tree.right[subject], tree.left[subject] + _WORDS)
    return amount.first, last


def triggers() -> frozenset[str]:
    """Words from which such a figure may begin."""
    changed = {f"{verb.rstrip('e')}ed" for verb in _CHANGES}
    return frozenset(_PARTS) | changed | _MONEY | {"percent", "cent"} | frozenset(happenings().multipliers)
