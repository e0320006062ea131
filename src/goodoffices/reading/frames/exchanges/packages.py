"""Packages: several things that somebody wants settled together."""

import functools
import re
from collections.abc import Iterator
from typing import Literal

from goodoffices.reading.parser import Phrases, Tree, any_of
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.conditions import lexicon
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.text import Span

_ITEMS = re.compile(r"\s*,\s*(?:and\s+)?|\s*;\s*(?:and\s+)?|\s+and\s+")
Package = tuple[Span, str, tuple[str, ...], Literal["package"], str]


def packages(scene: Scene, sentence: Sentence) -> Iterator[Package]:
    """ "… packaged together by Utopia into a single linkage: a, b and c"."""
    tree = sentence.tree
    assert tree is not None
    yield from _wanted_package(scene, sentence)
    if not tree.holds_any(_any_package()):
        return
    places = [i for p in lexicon().package if (i := tree.find(p)) is not None and not _of_goods(tree, i, p)]
    if not places:
        return
    start, end = sentence.span
    colon = scene.content.find(":", start, end)
    at = min(places)
    verb = next((i for i in (at, *tree.ancestors(at)) if tree.verbal(i)), None)
    by = agent(scene, sentence, verb if verb is not None else at) or _above(scene, sentence, at)
    if colon > 0 and tree.starts[at] < colon:
        ties = tuple(
            scene.words(clauses.trimmed(scene.content, *part)) for part in _divided(scene.content, colon + 1, end)
        )
        noun = tree.head[at] if tree.dep[at] in ("acl", "relcl") else at
        first = tree.starts[tree.left[noun] if tree.left[noun] < at else at]
        yield (
            clauses.capped(scene.content, clauses.trimmed(scene.content, first, end)),
            by,
            ties,
            "package",
            "linkage.package",
        )
    elif verb is not None:
        yield _told(tree, verb, at), by, _ties(scene, sentence, verb), "package", "linkage.package"


def _told(tree: Tree, verb: int, at: int) -> Span:
    """The clause that tells of the package: of "wants them dealt with as one package" the clause of who wants it."""
    finite = next((a for a in (verb, *tree.ancestors(verb)) if tree.tag[a] in ("VBD", "VBZ", "VBP", "MD")), verb)
    above = finite if at - tree.left[finite] < clauses.QUOTE_WORDS // 2 else verb
    return clauses.clause(tree, above)


def _above(scene: Scene, sentence: Sentence, at: int) -> str:
    """Who wants the package, further out: "wants A and B dealt with as …", "Utopia's call for a package …"."""
    tree = sentence.tree
    assert tree is not None
    for above in tree.ancestors(at):
        subject = clauses.subject(tree, above) if tree.verbal(above) else tree.child(above, "poss")
        if subject is not None and (found := who(scene, sentence, subject)):
            return found[0]
    return ""


def _of_goods(tree: Tree, i: int, phrase: str) -> bool:
    """ "Part of a package of aid": goods, no bundle of issues."""
    after = i + len(phrase.split())
    return phrase.endswith("package") and any(k in _GOODS for k in tree.low[after : after + 4])


_GOODS = frozenset({"aid", "relief", "assistance", "support", "reforms", "loans", "sanctions", "cuts", "incentives"})


@functools.cache
def _any_package() -> Phrases:
    return any_of(lexicon().package)


def _wanted_package(scene: Scene, sentence: Sentence) -> Iterator[Package]:
    """ "Utopia favours a package: a, b and c": a party's wish to settle several things together."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(("package", "packages")):
        verb = tree.head[i]
        if tree.dep[i] != "dobj" or tree.low[verb] not in _bundling():
            continue
        after = next(
            (k for k in range(i + 1, len(tree)) if tree.text[k] in (":", "—", "–") or tree.low[k] == "of"), None
        )
        subject = clauses.subject(tree, verb)
        by = who(scene, sentence, subject) if subject is not None else ()
        if not by or after != i + 1 or tree.low[i - 1] in ("aid", "relief", "assistance", "rescue", "stimulus"):
            continue
        span = clauses.capped(
            scene.content, clauses.trimmed(scene.content, tree.starts[tree.left[verb]], tree.ends[-1])
        )
        ties = tuple(
            scene.words(clauses.trimmed(scene.content, *p)) for p in _divided(scene.content, tree.ends[after], span[1])
        )
        yield span, by[0], ties, "package", "linkage.package"


@functools.cache
def _bundling() -> frozenset[str]:
    return frozenset(
        forms_of(
            (
                "favour",
                "favor",
                "propose",
                "seek",
                "offer",
                "want",
                "advocate",
                "suggest",
                "demand",
                "prefer",
                "present",
            )
        )
    )


def _ties(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """The objects of a verb of tying, in words."""
    tree = sentence.tree
    assert tree is not None
    noun = tree.child(verb, "dobj", "nsubjpass")
    if noun is None:
        return ()
    return tuple(
        scene.words(clauses.words(tree, tree.left[n] if n != noun else tree.left[noun], n))
        for n in tree.conjuncts(noun)
    )


def _divided(content: str, start: int, end: int) -> list[Span]:
    parts, at = [], start
    for cut in _ITEMS.finditer(content, start, end):
        if "and" in cut.group() and "," not in cut.group() and ";" not in cut.group() and "," in content[start:end]:
            continue  # "the trade in arms and spare parts" within a list with commas
        parts.append((at, cut.start()))
        at = cut.end()
    parts.append((at, end))
    return [p for p in parts if content[p[0] : p[1]].strip()]


def agent(scene: Scene, sentence: Sentence, verb: int) -> str:
    tree = sentence.tree
    assert tree is not None
    by = tree.child(verb, "agent") or next((k for k in tree.kids[verb] if tree.low[k] == "by"), None)
    noun = tree.child(by, "pobj") if by is not None else None
    found = who(scene, sentence, noun) if noun is not None else ()
    if not found and not clauses.is_passive(tree, verb):
        subject = clauses.subject(tree, verb)
        found = who(scene, sentence, subject) if subject is not None else ()
    return found[0] if found else ""
