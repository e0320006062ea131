"""The division of a page that holds the article: what trails behind it in other divisions is not the article."""

from collections import Counter
from collections.abc import Sequence

from goodoffices.documents.blocks import Block
from goodoffices.documents.markup import CLIMB

_MOST = 0.5  # share of the words from which a division is the article's
_OWN_WEIGHT = 3  # paragraphs from which another division is a further part of the article, as when a page splits it


def within_container(blocks: Sequence[Block], main: Sequence[int]) -> tuple[int, ...]:
    """`main` without what follows the division that holds most of it, unless that is itself three paragraphs.

    Teasers, comments and words about author and publisher read as prose but stand in divisions of their own. The
    innermost one with more than half of the words counts; in a soup where each paragraph has its own, that is one
    around all, and nothing is dropped. What precedes stays, for leads often stand apart.
    """
    total = sum(blocks[n].words for n in main)
    for level in range(CLIMB):
        words: Counter[int] = Counter()
        for n in main:
            if len(blocks[n].inside) > level:
                words[blocks[n].inside[level]] += blocks[n].words
        holder, held = max(words.items(), key=lambda item: item[1], default=(0, 0))
        members = [n for n in main if blocks[n].inside[level : level + 1] == (holder,)]
        if held > _MOST * total and len(members) >= _OWN_WEIGHT - 1:
            return _trimmed(blocks, main, members[-1], level)
    return tuple(main)


def _trimmed(blocks: Sequence[Block], main: Sequence[int], last: int, level: int) -> tuple[int, ...]:
    prose: Counter[int] = Counter()
    for n in main:
        if blocks[n].prose and len(blocks[n].inside) > level:
            prose[blocks[n].inside[level]] += 1

    def part(n: int) -> bool:
        return n <= last or any(prose[division] >= _OWN_WEIGHT for division in blocks[n].inside[level : level + 1])

    return tuple(n for n in main if part(n))
