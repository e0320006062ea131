"""Printed lines -> paragraphs: which lines belong together, and what a hyphen at a line's end stood for."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median

from goodoffices.documents.blocks import BULLET, ENUMERATOR
from goodoffices.documents.language import stop_words
from goodoffices.documents.righttoleft import mostly_right_to_left
from goodoffices.documents.sheet import Line

_ENDED = re.compile(r"[.!?:;؟؛…][\"'”’»)\]\s]*\d{0,3}\Z")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LONG = 30  # characters from which a line tells where the margins are
_PARTED = 0.02  # share of lines with a hyphen at their end from which words are parted by rule
_ENOUGH = 6  # such lines from which they do
_OTHER_SIZE = 0.15  # share by which heights differ when the type is another
_WIDE = 1.25  # usual distances of lines from which a gap parts paragraphs


class Column:
    """Where the lines of one page begin and end, and how far apart they are, in points."""

    def __init__(self, lines: Sequence[Line], document: Sequence[Line] = ()) -> None:
        self.lines, self._document = lines, document

    def begin(self, line: Line) -> float:
        """How far in from its margin a line begins."""
        return self._margins[True][1] - line.right if _turned(line) else line.left - self._margins[False][0]

    def room(self, line: Line) -> float:
        """How much space a line leaves before the other margin."""
        return line.left - self._margins[True][0] if _turned(line) else self._margins[False][1] - line.right

    @cached_property
    def _margins(self) -> dict[bool, tuple[float, float]]:
        """Left and right, for lines that run from right to left (True) and the others."""
        return {turned: self._edges(turned) for turned in (False, True)}

    def _edges(self, turned: bool) -> tuple[float, float]:
        """A margin is where most lines begin and nearly the furthest that any reaches."""
        own = [line for line in self.lines if _turned(line) is turned]
        long = [line for line in own if len(line.text) >= _LONG]
        if len(long) < _ENOUGH:  # a title page or a last page has too few: the margins are those of the document
            long = [line for line in self._document if _turned(line) is turned] or own
        lefts = sorted(line.left for line in long or self.lines)
        rights = sorted(line.right for line in long or self.lines)
        if turned:
            return lefts[int(len(lefts) * 0.05)], Counter(map(round, rights)).most_common(1)[0][0]
        return Counter(map(round, lefts)).most_common(1)[0][0], rights[int((len(rights) - 1) * 0.95)]

    @cached_property
    def leading(self) -> float:
        """The usual distance of lines: the median after those that are full, which mostly go on."""
        gaps = [(one, one.base - two.base) for one, two in pairwise(self.lines) if one.base - two.base > 0.5]
        full = [gap for (one, gap) in gaps if self.room(one) < 3 * one.height]
        every = full or [gap for _, gap in gaps]
        return median(every) if every else 0.0


def _turned(line: Line) -> bool:
    """Whether a line runs from right to left."""
    return mostly_right_to_left(line.text)


def columns_of(lines: Sequence[Line]) -> Callable[[Line], Column]:
    """The column each line stands in: lines of one page whose places overlap. Titles and tables beside it count in."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    long = [line for line in lines if len(line.text) >= _LONG]
    found: dict[int, list[tuple[float, float, Column]]] = {}
    for page, members in pages.items():
        parts = _side_by_side(members)
        everywhere = long if len(parts) == 1 else ()
        found[page] = [
            (min(line.left for line in part), max(line.right for line in part), Column(part, everywhere))
            for part in parts
        ]

    def column(line: Line) -> Column:
        fits = found[line.page]
        return max(fits, key=lambda fit: min(fit[1], line.right) - max(fit[0], line.left))[2]

    return column


def _side_by_side(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page in one list, or in two where it is set in two columns and hardly a line bridges the gap."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    long = [line for line in lines if line.right - line.left > 0.25 * (right - left)]
    for share in (0.5, 0.45, 0.55, 0.4, 0.6):
        cut = left + share * (right - left)
        before, behind = [n for n in long if n.right <= cut], [n for n in long if n.left >= cut]
        bridging = len(long) - len(before) - len(behind)
        if len(before) >= 5 and len(behind) >= 5 and bridging <= 0.15 * len(long):
            return [[n for n in lines if n.right <= cut + 2], [n for n in lines if n.left >= cut - 2]]
    return [list(lines)]


def paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in groups that belong together, across pages too."""
    column = columns_of(lines)
    bases = sorted(line.base for line in lines)
    foot = bases[0] + 0.3 * (bases[-1] - bases[0]) if bases else 0.0  # a page that ends above is not full
    group: list[Line] = []
    for line in lines:
        new = group and line.page != group[-1].page and group[-1].base > foot
        if group and (new or _same_bullet(group[0], line) or not _goes_on(group[-1], line, column)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _same_bullet(one: Line, two: Line) -> bool:
    return one.text[:1] == two.text[:1] and BULLET.match(one.text) is not None and BULLET.match(two.text) is not None


def _goes_on(one: Line, two: Line, column: Callable[[Line], Column]) -> bool:
    if abs(one.height - two.height) > _OTHER_SIZE * max(one.height, two.height):
        return False
    if one.hyphen:
        return True
    here, there = column(one), column(two)
    ended = _ENDED.search(one.text) is not None
    running = not ended and two.text[:1].islower()
    full = _is_full(one, two, here)
    if BULLET.match(two.text) and (ended or not full or two.text[0] not in "–—-»"):
        return False
    if ENUMERATOR.match(two.text) and (ended or not full or one.text.endswith((",", "and", "or", "et", "y"))):
        return False
    if here is not there or one.page != two.page:
        return running or (full and not ended and there.begin(two) < one.height)
    gap = one.base - two.base
    if abs(gap) < 0.5 * one.height:
        return True  # cells of one row
    if gap > max(_WIDE * here.leading, 0.5 * one.height):
        return running and gap < 1.6 * here.leading
    indented = here.begin(two) - max(0.0, here.begin(one)) > 0.8 * one.height
    return running or (full and not indented)


def _is_full(one: Line, two: Line, column: Column) -> bool:
    """Whether the next line's first word would not have fitted at the end of this one."""
    word = two.text.split(" ", 1)[0]
    width = (two.right - two.left) / max(1, len(two.text))
    return column.room(one) < (len(word) + 1.5) * width


class Hyphens:
    """What a hyphen at a line's end stands for in one document: a word that was parted there, or one written so."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words: Counter[str] = Counter()
        parted = False
        for line in lines:
            words = [word.casefold() for word in _WORD.findall(line.text)]
            self._words.update(words[parted : len(words) - line.hyphen])  # halves of words are none
            parted = line.hyphen
        # Whoever has words parted has it in one line of ten or twenty; else those few hyphens were typed.
        self._parted = sum(line.hyphen for line in lines) >= _PARTED * len(lines)

    def seam(self, one: Line, two: Line) -> str:
        """What stands between two lines of a paragraph: a space, a tab between cells, a hyphen, or nothing."""
        if one.hyphen:
            return self._hyphen(one.text, two.text)
        if one.page == two.page and abs(one.base - two.base) < 0.5 * one.height:
            return "\t" if abs(two.left - one.right) > one.height else " "
        typed = one.text.endswith(("-", "‐", "‑")) and len(one.text) > 1 and not one.text[-2].isspace()
        return "" if typed and two.text[:1].isalpha() else " "

    def _hyphen(self, one: str, two: str) -> str:
        last, first = _LAST_WORD.search(one), _FIRST_WORD.match(two)
        if not last or not first:
            return "-"
        before, behind = last.group().casefold(), first.group().casefold()
        whole, split = self._words[before + behind], self._words[f"{before}-{behind}"]
        if whole != split:
            return "" if whole > split else "-"
        if any(before + behind in small for small in stop_words().values()):
            return ""
        # "Self-determination" keeps it where "self" and "determination" are words of the text themselves.
        both = len(before) > 2 and self._words[before] and self._words[behind]
        return "-" if both or not self._parted else ""
