"""What a clause is: its subject, its words, its segment. A quote is the clause that says a thing, not the paragraph."""

import re
from collections.abc import Iterable

from goodoffices.reading.parser import Tree
from goodoffices.vocabulary.text import Span

QUOTE_WORDS = 45  # a longer quote is cut: who checks it should not have to read a paragraph

_CLAUSAL = frozenset({"advcl", "ccomp", "xcomp", "conj", "relcl", "acl", "pcomp", "parataxis"})
_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_TRIM = " \t\n,;:.–—-"
_CLOSING = {"”": "“", "’": "‘", ")": "(", "]": "["}


def subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """The word that is the subject of `verb`, its own or the one it shares; None where there is none."""
    own = tree.child(verb, "nsubj", "nsubjpass", "csubj", "expl")
    if own is not None:
        relative = tree.low[own] in _RELATIVE and tree.dep[verb] == "relcl"
        return tree.head[verb] if relative else own
    if depth > 6 or tree.head[verb] == verb:
        return None
    head, dep = tree.head[verb], tree.dep[verb]
    if dep in ("relcl", "acl"):
        return _foremost(tree, head, verb) or head
    if dep == "advcl" and tree.tag[verb] == "VBG":
        carried = _carried(tree, head, verb)
        if carried is not None:
            return carried
    if dep == "xcomp":
        controlled = tree.child(head, "dobj")
        if controlled is not None and controlled < verb:
            return controlled
        if tree.dep[head] == "acomp":  # "I am pleased to announce"
            return subject(tree, tree.head[head], depth + 1)
    if dep in ("prep", "pcomp", "aux", "agent"):
        head = next((a for a in tree.ancestors(verb) if tree.verbal(a)), head)
        return subject(tree, head, depth + 1) if tree.verbal(head) else None
    if dep in _CLAUSAL and (tree.verbal(head) or tree.tag[head] in ("MD", "AUX")):
        return subject(tree, head, depth + 1)
    return None


def _foremost(tree: Tree, noun: int, verb: int) -> int | None:
    """ "Utopia was among the first states to call for …": who was the first to."""
    first = any(tree.low[k] in FOREMOST for k in range(tree.left[noun], noun + 1))
    if not first or tree.tag[verb] != "VB":
        return None
    above = next((a for a in tree.ancestors(noun) if tree.verbal(a)), None)
    return subject(tree, above) if above is not None and above < noun else None


FOREMOST = frozenset({"first", "last", "only"})


def _carried(tree: Tree, head: int, verb: int) -> int | None:
    """ "…, with the minister announcing": the noun after "with" is who announces."""
    for prep in tree.children(head, "prep"):
        noun = tree.child(prep, "pobj")
        apart = noun is None or "," in tree.text[noun:verb] or _verb_between(tree, noun, verb)
        if tree.low[prep] == "with" and prep < verb and not apart:
            return noun
    return None


def _verb_between(tree: Tree, first: int, last: int) -> bool:
    return any(tree.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(first + 1, last))


def doer(tree: Tree, verb: int) -> int | None:
    """The word for who does it: the subject, in the passive who stands after "by"."""
    if not is_passive(tree, verb):
        return subject(tree, verb)
    by = tree.child(verb, "agent")
    return tree.child(by, "pobj") if by is not None else None


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is in the passive voice, by its own auxiliary or that of the verb to which it is joined."""
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if tree.tag[verb] != "VBN" or tree.child(verb, "aux", "nsubj") is not None:
        return False
    if tree.dep[verb] == "advcl" and tree.child(verb, "agent") is not None:
        return True  # "as demanded by Utopia"
    return tree.dep[verb] in ("acl", "relcl") or (
        tree.dep[verb] == "conj" and tree.tag[tree.head[verb]] == "VBN" and is_passive(tree, tree.head[verb])
    )


def negated(tree: Tree, verb: int) -> bool:
    """Whether the clause of the verb is denied: not, never, no longer, "failed to"."""
    no = tree.child(verb, "neg")
    if no is not None:
        follows = tree.low[no + 1] if no + 1 < len(tree) else ""
        return follows not in ("only", "just", "merely", "before", "until", "least")
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is not None and tree.low[tree.left[subject]] in ("neither", "nobody", "none", "no"):
        return True
    return any(
        tree.low[k] in ("never", "hardly", "nowhere", "neither") for k in tree.children(verb, "advmod", "preconj")
    )


def segment(tree: Tree, word: int) -> range:
    """The words of the part of the sentence, bounded by semicolons, that holds `word`."""
    if ";" not in tree.words:
        return range(len(tree))
    first, last = word, word
    while first > 0 and tree.low[first - 1] != ";":
        first -= 1
    while last + 1 < len(tree) and tree.low[last + 1] != ";":
        last += 1
    return range(first, last + 1)


def clause(tree: Tree, verb: int, without: Iterable[int] = ()) -> Span:
    """The stored span of the clause of `verb`: its dependents, but no clause joined to it and none headed by a word of
    `without`; at most QUOTE_WORDS words.
    """
    outside = set(without)
    bounds = segment(tree, verb)
    low, high = max(tree.left[verb], bounds.start), min(tree.right[verb], bounds.stop - 1)
    barred = [False] * len(tree)
    for i in range(low, high + 1):  # what hangs on the verb lies between the ends of its subtree
        if i != verb and (_joined(tree, i, verb) or (i in outside and _below(tree, i, verb))):
            for k in range(tree.left[i], tree.right[i] + 1):
                barred[k] = True
    first = last = verb
    while first > low and not barred[first - 1]:
        first -= 1
    while last < high and not barred[last + 1]:
        last += 1
    last = _before_aside(tree, verb, last)
    while last > verb and (tree.dep[last] in ("cc", "punct") or tree.low[last] in ("and", "but", "or", ",")):
        last -= 1
    return words(tree, first, last, keep=verb)


def _before_aside(tree: Tree, verb: int, last: int) -> int:
    """Leaves out what is put in brackets at the end, and a purpose set off by a comma."""
    for i in range(verb + 1, last + 1):
        if tree.low[i] not in ("in", "("):
            continue
        purpose = tree.low[i] == "in" and tree.said(i, min(i + 2, last)) == "in order to" and "," in tree.text[verb:i]
        if purpose or (tree.text[i] == "(" and ")" not in tree.text[i : last - 2]):
            cut = i - 1
            while purpose and cut > verb and tree.text[cut] != ",":
                cut -= 1
            return cut
    return last


def _finite(tree: Tree, verb: int) -> bool:
    """Whether the verb has tense or a subject of its own; "to refrain" has neither."""
    if tree.tag[verb] in ("VBD", "VBZ", "VBP") or tree.child(verb, "nsubj", "nsubjpass", "auxpass") is not None:
        return True
    return any(tree.tag[k] != "TO" for k in tree.children(verb, "aux"))


def further(tree: Tree, verb: int | None) -> list[int]:
    """The infinitives joined to that of `verb` with a "to" of their own: "to withdraw and to release …", and those of a
    list, "to stop, to meet and to report", which the parse hangs on each other.
    """
    if verb is None:
        return []
    joined = [k for k in tree.conjuncts(verb) if k != verb and tree.tag[k] == "VB" and _to(tree, k)]
    listed, at = [], [verb, *joined]
    while at:
        more = [
            k
            for i in at
            for k in tree.children(i, "advcl", "xcomp", "conj")
            if k > i and tree.tag[k] == "VB" and _to(tree, k) and tree.text[tree.left[k] - 1] == "," and k not in joined
        ]
        listed += more
        at = more
    return sorted({*joined, *(listed if len(listed) + len(joined) > 1 else ())})


def _to(tree: Tree, verb: int) -> bool:
    return any(tree.tag[j] == "TO" for j in tree.children(verb, "aux"))


def _joined(tree: Tree, i: int, verb: int) -> bool:
    """Whether a finite clause is joined to that of `verb` itself, not to something that this says."""
    if tree.dep[i] != "conj" or not tree.verbal(i) or not _finite(tree, i):
        return False
    while tree.dep[i] == "conj" and i != verb:
        i = tree.head[i]
    return i == verb


def _below(tree: Tree, i: int, head: int) -> bool:
    return head in tree.ancestors(i)


def words(tree: Tree, first: int, last: int, keep: int | None = None) -> Span:
    """The stored span of some words, punctuation at the ends left out, cut to QUOTE_WORDS around `keep`."""
    if last - first + 1 > QUOTE_WORDS:
        first, last = _shortened(tree, first, last, first if keep is None else keep)
    while (
        first < last
        and (tree.text[first] in ",;:.–—-()" or tree.low[first] in ("and", "but", "that"))
        and tree.dep[first] not in ("nsubj", "det")
        and first != keep
    ):
        first += 1
    while last > first and (tree.text[last] in ",;:.–—-(“" or tree.low[last] in ("and", "or", "but")):
        last -= 1
    closed = tree.text[last + 1 : last + 2] in _MARKS and _open(tree, first, last)
    return tree.starts[first], tree.ends[last + 1 if closed else last]


_MARKS = (["”"], ['"'])


def _open(tree: Tree, first: int, last: int) -> bool:
    """Whether the next word closes a quotation that these words open."""
    said = tree.text[first : last + 1]
    if tree.text[last + 1] == "”":
        return said.count("“") > said.count("”")
    return said.count('"') % 2 == 1


def _shortened(tree: Tree, first: int, last: int, keep: int) -> tuple[int, int]:
    if keep - first > QUOTE_WORDS * 2 // 3:  # the verb stands late: what it says stands before it
        last = min(last, keep + QUOTE_WORDS // 3)
        first = max(first, last - QUOTE_WORDS + 1)
        return first, last
    last = first + QUOTE_WORDS - 1
    for at in range(last, max(keep, last - QUOTE_WORDS // 3), -1):
        if tree.text[at] in ",;:–—":
            return first, at - 1
    return first, last


def trimmed(content: str, start: int, end: int) -> Span:
    """The span without white space and punctuation at its ends."""
    while start < end and content[start] in _TRIM:
        start += 1
    while end > start and content[end - 1] in _TRIM:
        end -= 1
    closing = _CLOSING.get(content[end - 1]) if end > start else None
    if closing and closing not in content[start:end]:
        end -= 1
    return start, end


def capped(content: str, span: Span, limit: int = QUOTE_WORDS) -> Span:
    """The span cut to `limit` words, at a comma where there is one near."""
    found = list(re.finditer(r"\S+", content[span[0] : span[1]]))
    if len(found) <= limit:
        return span
    kept = found[:limit]
    for word in reversed(kept[limit * 2 // 3 :]):
        if word.group()[-1] in ",;:":
            return trimmed(content, span[0], span[0] + word.end())
    return span[0], span[0] + kept[-1].end()
