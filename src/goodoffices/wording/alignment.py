"""Where a passage uses the words of another, and what it changed: words in order, compared by their folded form."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct
from rapidfuzz.distance import Indel

from goodoffices.wording.words import Word

GAP = 12  # foreign words in a row after which a use has ended: a clause, not a sentence


Pair = tuple[int, int]
"""A word of the draft and one of the passage, by number."""


class Piece(Struct, frozen=True):
    """Words kept, left out (of the draft only) or put in (of the passage only); draft, passage: word numbers, from and
    to, the latter not included.
    """

    kind: Literal["kept", "out", "in"]
    draft: tuple[int, int]
    passage: tuple[int, int]


class Alignment(Struct, frozen=True):
    """A use of a draft in a passage. kept: the share of the draft's weight that stands there in order, 0 to 1; start,
    end: the words of the passage from the first kept to after the last; pieces: in order, of that stretch.
    """

    kept: float
    start: int
    end: int
    pieces: tuple[Piece, ...]


def align(draft: Sequence[Word], passage: Sequence[Word], weights: Mapping[str, float]) -> Alignment | None:
    """The best use of `draft` in `passage`; None where no word is shared. weights: of each folded word of the draft."""
    ours, theirs = [w.folded for w in draft], [w.folded for w in passage]
    matched = _nearest(ours, theirs, weights)
    if not matched:
        return None
    whole = sum(weights[word] for word in ours)
    kept = sum(weights[ours[n]] for n, _ in matched)
    return Alignment(kept / whole if whole else 0.0, matched[0][1], matched[-1][1] + 1, _pieces(matched, len(ours)))


def _nearest(ours: Sequence[str], theirs: Sequence[str], weights: Mapping[str, float]) -> list[Pair]:
    """Pairs of the same word in both, in order, of the stretch that weighs most: what stands further from the rest of
    it than GAP is chance.

    The very words in a row are looked for first. Else the most words in order are matched, which may take a word from
    afar where the same stands near: so the words around each stretch are matched once more by themselves.
    """
    for place in range(len(theirs) - len(ours) + 1):
        if theirs[place : place + len(ours)] == ours:
            return [(n, place + n) for n in range(len(ours))]
    found: list[list[Pair]] = []
    for stretch in _stretches(ours, theirs, 0, len(theirs)):
        first, last = stretch[0][1] - GAP, stretch[-1][1] + 1 + GAP
        found += _stretches(ours, theirs, max(0, first), min(len(theirs), last))
    heaviest = max(found, key=lambda pairs: sum(weights[ours[n]] for n, _ in pairs), default=[])
    return _tightened(heaviest, theirs)


def _stretches(ours: Sequence[str], theirs: Sequence[str], first: int, last: int) -> list[list[Pair]]:
    """The pairs of the most words in order among `theirs` from `first` to before `last`, parted at gaps too wide."""
    parted: list[list[Pair]] = []
    for block in Indel.opcodes(ours, theirs[first:last]):
        if block.tag != "equal":
            continue
        ends = zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
        pairs = [(n, first + m) for n, m in ends]
        if parted and pairs[0][1] - parted[-1][-1][1] <= GAP:
            parted[-1] += pairs
        else:
            parted.append(pairs)
    return parted


def _tightened(pairs: list[Pair], theirs: Sequence[str]) -> list[Pair]:
    """The same words at the nearest places: each as early as may be, then from the end back as late as may be."""
    if not pairs:
        return []
    at = pairs[0][1]
    for _, place in pairs:
        at = theirs.index(theirs[place], at) + 1
    late: list[Pair] = []
    for n, place in reversed(pairs):
        at -= 1
        while theirs[at] != theirs[place]:
            at -= 1
        late.append((n, at))
    return late[::-1]


def _pieces(matched: Sequence[Pair], length: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    ours, theirs = 0, matched[0][1]
    for n, m in (*matched, (length, matched[-1][1] + 1)):
        if n > ours:
            pieces.append(Piece("out", (ours, n), (theirs, theirs)))
        if m > theirs:
            pieces.append(Piece("in", (n, n), (theirs, m)))
        if n < length:
            last = pieces[-1] if pieces else None
            if last and last.kind == "kept" and last.draft[1] == n and last.passage[1] == m:
                pieces[-1] = Piece("kept", (last.draft[0], n + 1), (last.passage[0], m + 1))
            else:
                pieces.append(Piece("kept", (n, n + 1), (m, m + 1)))
        ours, theirs = n + 1, m + 1
    return tuple(pieces)
