"""Finds the article in the text of a saved page: from its headline to where the page begins to talk of itself again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from goodoffices.documents.blocks import Block
from goodoffices.documents.dates import dates_in
from goodoffices.documents.furniture import furniture_of

_LEADS_IN = re.compile(r"[,:،]\Z")  # "Excellencies,": the line leads into the text
SEPARATOR = re.compile(r"\s+[|·«»‹›:]{1,2}\s+|\s+[–—-]\s+")
FEWEST_SIGNS = 3  # different furniture labels that make a text a saved page; plain documents held at most one
MENU = 8  # list items in a row that say no sentence: a menu

MOST_BLOCKS = 20_000  # a saved page has no more; a text that has is a compendium, and is taken whole
_MANY = 2000  # paragraphs up to which pull quotes are looked for, which takes the square of their number

# What a block is worth in the search for the article: prose its words, the rest a fixed price. Found by thought on
# the shapes of pages, not fitted: a line between two paragraphs may cost less than the shorter of them holds.
_FRAGMENT, _LABEL, _NOTICE, _ASIDE = -4, -5, -12, -30


@dataclass(frozen=True, slots=True)
class Article:
    """Which blocks are the article, which block is its headline (None if not found), which lines lie between.

    refused: blocks that are surely not the article: furniture by their words or their element, what lies before the
    headline, after other articles or comments begin, and what is printed twice.
    """

    main: tuple[int, ...]
    headline: int | None
    header: tuple[int, ...]
    refused: frozenset[int] = frozenset()


def is_page(blocks: Sequence[Block]) -> bool:
    """Whether a text carries the furniture of a page: labels of different kinds, or a menu and a label, or a
    headline printed a second time under its "Title | Publisher" line among labels.
    """
    labels = {block.key for block in blocks if block.words <= 30 and furniture_of(block)}
    if len(labels) >= FEWEST_SIGNS:
        return True
    menu = max((len(list(run)) for short, run in groupby(blocks, _menu_item) if short), default=0)
    return bool(labels) and (menu >= MENU or (_titled(blocks) and _headlines(blocks) != []))


def article(blocks: Sequence[Block], title: str = "") -> Article:
    """The article of a page; `main` is empty where nothing reads like one. `title`: of the page, else line one."""
    kinds = [furniture_of(block) for block in blocks]
    headline = _headline(blocks, kinds, title)
    first = 0 if headline is None else headline + 1
    worth = [_worth(block, kind) for block, kind in zip(blocks, kinds, strict=True)]
    start, stop = _richest(blocks, kinds, worth, first)
    if start == stop:
        return Article((), headline, ())
    start = _with_salutation(blocks, kinds, start, first)
    if headline is None:
        headline = _line_above(blocks, kinds, start)
    chosen = _inside(blocks, kinds, start, stop)
    main = tuple(_once(blocks, chosen))
    header = tuple(range(headline + 1, start) if headline is not None else range(max(0, start - 8), start))
    over = next((n for n in range(stop, len(blocks)) if kinds[n] in ("aside", "end")), len(blocks))
    furniture = {n for n, block in enumerate(blocks) if kinds[n] or block.aside}
    refused = furniture.union(range(first), header, range(over, len(blocks)), set(chosen) - set(main))
    return Article(main, headline, header, frozenset(refused))


def _menu_item(block: Block) -> bool:
    return block.bullet and block.words <= 10 and not block.prose


def _titled(blocks: Sequence[Block]) -> bool:
    return bool(blocks) and SEPARATOR.search(blocks[0].text) is not None


def _headlines(blocks: Sequence[Block], title: str = "") -> list[int]:
    """Blocks that repeat the page's title, whole or what stands before or after its publisher."""
    line = title or (blocks[0].text if blocks and blocks[0].words <= 60 else "")
    marks = [m.span() for m in SEPARATOR.finditer(line)]
    # A title may hold a dash itself, so every beginning and every end is tried besides the parts.
    parts = [line, *SEPARATOR.split(line), *(line[:at] for at, _ in marks), *(line[to:] for _, to in marks)]
    wanted = {_bare(part) for part in parts}
    wanted = {part for part in wanted if len(part.split()) >= 2 or len(part) >= 12}
    first = 0 if title else 1
    return [n for n in range(first, len(blocks)) if blocks[n].words <= 60 and _bare(blocks[n].body) in wanted]


def _bare(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.casefold()))


def _headline(blocks: Sequence[Block], kinds: Sequence[str], title: str) -> int | None:
    """The place of the title with the most prose in the thirty blocks after it; a marked heading goes first."""
    places = [n for n in _headlines(blocks, title) if not blocks[n].bullet]
    if not places:
        places = [n for n, block in enumerate(blocks) if block.heading == 1 and not block.aside and not kinds[n]]
    if not places:
        return None

    def prose_after(n: int) -> tuple[int, int]:
        after = range(n + 1, min(n + 31, len(blocks)))
        return sum(blocks[m].words for m in after if blocks[m].prose and not kinds[m]), n

    best = max(places, key=prose_after)
    return best if prose_after(best)[0] >= 8 else None


def _worth(block: Block, kind: str) -> int:
    if block.aside:
        return _NOTICE
    if kind:
        return {"label": _LABEL, "notice": _NOTICE, "aside": _ASIDE, "end": _ASIDE}[kind]
    if (block.prose or block.full_stop) and block.linked < 0.6:
        return block.words
    if block.enumerated and not block.linked > 0.6:
        return 0
    return _FRAGMENT * (2 if block.bullet or block.linked > 0.6 else 1)


def _richest(blocks: Sequence[Block], kinds: Sequence[str], worth: Sequence[int], first: int) -> tuple[int, int]:
    """The run of blocks that is worth most, from `first` to the first end mark with prose before it."""
    best, best_run = 0, (first, first)
    total, start, prose = 0, first, 0
    for n in range(first, len(blocks)):
        if kinds[n] == "end" and prose >= 40:
            break
        value = worth[n]
        if kinds[n] == "aside" and prose >= 40:
            if not _goes_on(blocks, kinds, n):
                break
            value = _NOTICE
        if total <= 0:
            total, start = 0, n
        total += value
        if value > 0:
            prose += value
        if total > best:
            best, best_run = total, (start, n + 1)
    return best_run


def _goes_on(blocks: Sequence[Block], kinds: Sequence[str], aside: int) -> bool:
    """Whether the document goes on after a box of other articles: within ten blocks two paragraphs stand side by
    side. A list of teasers alternates between headings, dates and single sentences.
    """
    for n in range(aside + 1, min(aside + 11, len(blocks) - 1)):
        if kinds[n] in ("aside", "end"):
            return False
        if all(blocks[m].words >= 20 and blocks[m].prose and not kinds[m] for m in (n, n + 1)):
            return True
    return False


def _with_salutation(blocks: Sequence[Block], kinds: Sequence[str], start: int, first: int) -> int:
    """Moves the start up over lines that lead into the text: "Mr. President,", "The Security Council,"."""
    while start > first and not kinds[start - 1] and _LEADS_IN.search(blocks[start - 1].text):
        start -= 1
    return start


def _line_above(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> int | None:
    """The longest of the eight lines above the text, taken for its headline when it has at least four words."""
    above = [
        n
        for n in range(max(0, start - 8), start)
        if not kinds[n] and not blocks[n].bullet and not any(True for _ in dates_in(blocks[n].text))
    ]
    best = max(above, key=lambda n: blocks[n].words, default=None)
    return best if best is not None and blocks[best].words >= 4 else None


def _inside(blocks: Sequence[Block], kinds: Sequence[str], start: int, stop: int) -> list[int]:
    """What of the run is text: prose, numbered items, lists after a colon, single lines between paragraphs."""
    chosen: list[int] = []
    stop = _with_list(blocks, kinds, stop)
    lead = next((n for n in range(start, stop) if blocks[n].prose), stop)
    n = start
    while n < stop:
        block = blocks[n]
        if kinds[n] == "aside":
            n = _after_aside(blocks, kinds, n, stop)
            continue
        if not kinds[n] and not block.aside:
            text = block.prose or block.full_stop or block.enumerated or _with_list(blocks, kinds, n) > n
            text = text or (n < lead and _LEADS_IN.search(block.text) is not None)
            if text or _belongs(blocks, kinds, n, start, stop):
                chosen.append(n)
        n += 1
    return chosen


def _with_list(blocks: Sequence[Block], kinds: Sequence[str], stop: int) -> int:
    """Where the list ends that the line before `stop` opens with a colon; `stop` itself if it opens none."""
    back = stop - 1
    while back >= 0 and blocks[back].bullet:
        back -= 1
    if back < 0 or not re.search(r"[:：]\Z", blocks[back].text):
        return stop
    while stop < len(blocks) and blocks[stop].bullet and not kinds[stop]:
        stop += 1
    return stop


def _after_aside(blocks: Sequence[Block], kinds: Sequence[str], aside: int, stop: int) -> int:
    for n in range(aside + 1, stop - 1):
        if all(blocks[m].words >= 20 and blocks[m].prose and not kinds[m] for m in (n, n + 1)):
            return n
    return stop


def _belongs(blocks: Sequence[Block], kinds: Sequence[str], n: int, start: int, stop: int) -> bool:
    """Whether a short line is part of the text: at most two such lines in a row, text before and after, no link."""
    before, after = n, n
    while before > start and not (blocks[before - 1].prose or blocks[before - 1].enumerated):
        before -= 1
    while after + 1 < stop and not (blocks[after + 1].prose or blocks[after + 1].enumerated):
        after += 1
    inner = before > start or _LEADS_IN.search(blocks[n].text) is not None
    boxed = kinds[n + 1] if n + 1 < len(kinds) else ""  # what is followed by a button is its label, not a heading
    alone = after + 1 < stop and after - before < 2
    return bool(inner and alone and not boxed and blocks[n].linked < 0.5 and not _captioned(blocks[n]))


def _captioned(block: Block) -> bool:
    """A photo credit: "Agency/Name", "AFP via Getty Images", or a line of digits and marks only."""
    slashed = re.fullmatch(r"[\w .-]+/[\w .-]+(?:\s*\([\w .]+\))?", block.text) is not None
    return slashed or "getty images" in block.text.casefold() or not block.words


def _once(blocks: Sequence[Block], chosen: Sequence[int]) -> list[int]:
    """Without blocks of eight words and more that come again later, or that another block holds (pull quotes)."""
    long = {n: blocks[n].key for n in chosen if 8 <= blocks[n].words <= 2000}
    last = {key: n for n, key in long.items()}
    kept = [n for n in chosen if n not in long or last[long[n]] == n]
    if len(long) > _MANY:
        return kept
    every = "\n".join(f" {long[n]} " for n in kept if n in long)
    return [n for n in kept if n not in long or blocks[n].enumerated or every.count(f" {long[n]} ") == 1]
