"""Two wordings in one line: what both have, what only the earlier one had, what only the later one has."""

from typing import Literal

from msgspec import Struct
from rapidfuzz.distance import Indel

from goodoffices.wording.words import words


class Strand(Struct, frozen=True):
    """Words in a row: kept in both, out (of the earlier wording only) or in (of the later only)."""

    kind: Literal["kept", "out", "in"]
    words: str


def strands(before: str, after: str) -> tuple[Strand, ...]:
    """The wordings aligned word by word, compared by their folded form; kept and in together are `after`, as it is."""
    ours, theirs = words(before), words(after)
    found: list[Strand] = []
    at = 0
    for step in Indel.opcodes([w.folded for w in ours], [w.folded for w in theirs]):
        if step.tag == "delete":
            found.append(Strand("out", before[ours[step.src_start].start : ours[step.src_end - 1].end]))
            continue
        to = theirs[step.dest_end].start if step.dest_end < len(theirs) else len(after)
        found.append(Strand("kept" if step.tag == "equal" else "in", after[at:to]))
        at = to
    return tuple(found)
