"""Where a passage uses the words of another, and what it changed: words in order, compared by their folded form."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct
from rapidfuzz.distance import Indel

from goodoffices.wording.words import Word

GAP = 12  # foreign words in a row after which a use has ended: a clause, not a sentence


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


def _nearest(ours: Sequence[str], theirs: Sequence[str], weights: Mapping[str, float]) -> list[tuple[int, int]]:
    """Pairs of the same word in both, in order, of the stretch that weighs most: what stands further from the rest of
    it than GAP is chance.
    """
    stretches: list[list[tuple[int, int]]] = []
    for block in Indel.opcodes(ours, theirs):
        if block.tag != "equal":
            continue
        pairs = [(block.src_start + n, block.dest_start + n) for n in range(block.src_end - block.src_start)]
        if stretches and pairs[0][1] - stretches[-1][-1][1] <= GAP:
            stretches[-1] += pairs
        else:
            stretches.append(pairs)
    return max(stretches, key=lambda pairs: sum(weights[ours[n]] for n, _ in pairs), default=[])


def _pieces(matched: Sequence[tuple[int, int]], length: int) -> tuple[Piece, ...]:
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
