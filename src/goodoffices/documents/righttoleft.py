"""Arabic and Hebrew as a PDF prints them, from left to right on the sheet -> in the order in which they are read."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median

_LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SEPARATORS = frozenset(".,:/-–٫٬")
_BESIDE_NUMBERS = frozenset("%٪$€£+°")
_COLUMN = 3.0  # heights of a line between two characters from which they stand in different columns
_WORD_GAP = 0.22  # ems from which a gap is a space
_TOLD_GAP = 0.125  # the same where a space without width is told of
_TIGHT = frozenset("()[]«»")  # beside these a browser leaves up to 0.15 and PDFium tells of a space that nobody wrote
_LAM_ALEF = re.compile("ل[اأإآ]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, its index in the file, the pen's place, the left and right edge of its space, the height of that
    space, the size of its type.
    """

    text: str
    index: int
    x: float
    y: float
    left: float
    right: float
    height: float
    em: float

    @property
    def mark(self) -> bool:
        """Whether it stands on another letter."""
        return unicodedata.category(self.text[0]) == "Mn"

    @property
    def middle(self) -> float:
        """Where the middle of its space stands."""
        return (self.left + self.right) / 2


def has_right_to_left(text: str) -> bool:
    """Whether letters of a script that runs from right to left stand in `text`."""
    return _LETTERS.search(text) is not None


@lru_cache(maxsize=4096)  # asked several times of each line
def mostly_right_to_left(text: str) -> bool:
    """Whether half of the letters of `text` or more run from right to left."""
    return has_right_to_left(text) and 2 * len(_LETTERS.findall(text)) >= sum(map(str.isalpha, text))


def visual_lines(glyphs: Sequence[Glyph]) -> Iterator[tuple[str, list[Glyph]]]:
    """The lines of a page, each in reading order with its glyphs, in the order in which the file begins them."""
    clusters = list(_clusters(glyphs))
    found = [row for line in _rows(clusters) for row in _columns(line)]
    for row in sorted(found, key=lambda row: min(glyph.index for glyph in row)):
        if any(not glyph.text.isspace() for glyph in row):
            yield reading_order(_with_spaces(_marks_on_letters(row))), row


def _clusters(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Characters that one printed sign stands for (lam and alef, a letter with its marks) as one glyph, in the order in
    which they are read.

    PDFium turns a line round character by character and with it what belongs to one sign. Some writers had stored
    those the other way round before; lam before alef, the only way this sign can be read, shows which it is.
    """
    groups: list[list[Glyph]] = []
    for glyph in glyphs:
        last = groups[-1][-1] if groups else None
        spaces = glyph.text.isspace() or (last is not None and last.text.isspace())
        if last and not spaces and (last.x, last.y) == (glyph.x, glyph.y):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    several = ["".join(g.text for g in group) for group in groups if len(group) > 1]
    turned = sum(_LAM_ALEF.fullmatch(text[::-1]) is not None for text in several)
    upright = sum(_LAM_ALEF.fullmatch(text) is not None for text in several)
    for group in groups:
        text = "".join(glyph.text for glyph in group)
        if len(group) > 1 and has_right_to_left(text):
            text = text[::-1] if upright <= turned or _LAM_ALEF.fullmatch(text[::-1]) else text
            text = "".join(sorted(text, key=lambda sign: unicodedata.category(sign) == "Mn"))
        yield replace(group[0], text=text, left=min(one.left for one in group), right=max(one.right for one in group))


def _rows(clusters: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by the line they stand on. Marks stand above or below and go where their base lies nearest."""
    rows: list[tuple[float, list[Glyph]]] = []
    usual = median(glyph.height for glyph in clusters) if clusters else 0.0
    floating = [any(unicodedata.category(sign) == "Mn" for sign in glyph.text) for glyph in clusters]
    letters = [glyph for glyph, floats in zip(clusters, floating, strict=True) if not floats]
    for glyph in sorted(letters, key=lambda g: (-g.y, g.index)):
        if rows and rows[-1][0] - glyph.y <= 0.35 * max(glyph.height, usual):
            rows[-1][1].append(glyph)
        else:
            rows.append((glyph.y, [glyph]))
    for glyph, floats in zip(clusters, floating, strict=True):
        if floats and rows:
            min(rows, key=lambda row: _apart(glyph, row))[1].append(glyph)
    return [row for _, row in rows]


def _apart(mark: Glyph, row: tuple[float, list[Glyph]]) -> float:
    if not mark.mark:
        return abs(row[0] - mark.y)
    beside = any(glyph.left - 1 <= mark.middle <= glyph.right + 1 for glyph in row[1])
    return abs(row[0] - mark.y) + (0 if beside else mark.height)


def _columns(row: list[Glyph]) -> Iterator[list[Glyph]]:
    ordered = sorted((g for g in row if not g.text.isspace()), key=lambda g: g.left)
    if not ordered:
        return
    height = median(glyph.height for glyph in ordered)
    edges = [ordered[0].left]
    reached = ordered[0].right
    for glyph in ordered[1:]:
        if glyph.left - reached > _COLUMN * height:
            edges.append(glyph.left)
        reached = max(reached, glyph.right)
    for edge, upto in zip(edges, [*edges[1:], float("inf")], strict=True):
        if part := [g for g in row if edge <= g.left < upto or (edge == edges[0] and g.left < edge)]:
            yield part


def _marks_on_letters(row: Sequence[Glyph]) -> list[Glyph]:
    """The row from left to right, each letter with its marks behind it."""
    inked = sorted((g for g in row if not g.mark and not g.text.isspace()), key=lambda g: (g.left, g.index))
    lefts = [glyph.left for glyph in inked]
    above: dict[int, str] = {}
    for mark in (g for g in row if g.mark):
        reach = 2 * mark.height
        near = inked[bisect_left(lefts, mark.middle - reach) : bisect_right(lefts, mark.middle + reach)] or inked
        if near:
            letter = min(near, key=lambda g: _distance(g, mark))
            above[letter.index] = above.get(letter.index, "") + mark.text
    spaces = [g for g in row if g.text.isspace() and not _covered(g, inked, lefts)]
    return [
        replace(g, text=g.text + above.get(g.index, ""))
        for g in sorted([*inked, *spaces], key=lambda g: (g.left, g.index))
    ]


def _covered(space: Glyph, inked: Sequence[Glyph], lefts: Sequence[float]) -> bool:
    """Whether a space stands where a letter stands, as at the end of a line that was set too full."""
    before = bisect_left(lefts, space.middle - 0.3)
    return any(glyph.right - 0.3 > space.middle for glyph in inked[max(0, before - 3) : before])


def _distance(letter: Glyph, mark: Glyph) -> tuple[bool, float, bool, float]:
    """How far a mark is from a letter: no other sign bears one; beside its space, not behind it in the file, from its
    middle.
    """
    beside = max(0.0, letter.left - mark.middle, mark.middle - letter.right)
    behind = 0 <= mark.index - letter.index - len(letter.text) < 3
    return (
        not letter.text[0].isalpha(),
        max(0.0, beside - 0.2 * letter.height),
        not behind,
        abs(letter.middle - mark.middle),
    )


def _with_spaces(row: Sequence[Glyph]) -> list[str]:
    """The signs from left to right. A space is one that takes room, or a gap: a smaller one where the file or PDFium
    has a space without width.
    """
    em = median(glyph.em for glyph in row) if row else 0.0
    signs: list[str] = []
    reached: float | None = None
    told = False
    for glyph in row:
        if glyph.text.isspace():
            told = True
            if glyph.right - glyph.left > 0.3 and signs:
                signs.append(" ")
                reached = max(reached or glyph.right, glyph.right)
            continue
        gap = 0.0 if reached is None else glyph.left - reached
        believed = told and not {glyph.text, *signs[-1:]} & _TIGHT
        if signs and not signs[-1].isspace() and gap > (_TOLD_GAP if believed else _WORD_GAP) * em:
            signs.append(" ")
        signs.append(glyph.text)
        told = False
        reached = glyph.right if reached is None else max(reached, glyph.right)
    return signs


def reading_order(signs: Sequence[str]) -> str:
    """Signs as they stand from left to right -> as they are read: the algorithm of Unicode (UAX 9) run backwards.

    The line runs the way most of its letters do. In a line from right to left, runs of other letters and numbers
    keep their order; in a line from left to right, runs of Arabic or Hebrew are turned.
    """
    kinds = [_kind(sign) for sign in signs]
    if kinds.count("R") >= kinds.count("L"):
        turned = "".join("".join(run) for run in reversed(list(_runs(signs, kinds))))
    else:
        turned = "".join(_islands(signs, kinds))
    return " ".join(turned.split())


def _kind(sign: str) -> str:
    first = sign[0]
    if first.isdecimal():
        return "N"
    if _LETTERS.match(first) and unicodedata.bidirectional(first) in ("R", "AL"):
        return "R"
    return "L" if first.isalpha() else ""


def _runs(signs: Sequence[str], kinds: Sequence[str]) -> Iterator[list[str]]:
    """Pieces of a line from right to left, each in its own order: one sign, a number, or words of other letters."""
    at = 0
    while at < len(signs):
        end = at + 1
        if kinds[at] == "L":
            ahead = at
            while ahead + 1 < len(signs) and kinds[ahead + 1] != "R":
                ahead += 1
                if kinds[ahead]:
                    end = ahead + 1
        elif kinds[at] == "N":
            while end < len(signs) and (kinds[end] == "N" or _inside_number(signs, kinds, end)):
                end += 1
        yield list(signs[at:end])
        at = end


def _inside_number(signs: Sequence[str], kinds: Sequence[str], at: int) -> bool:
    if signs[at] in _BESIDE_NUMBERS:
        return True
    return signs[at] in _SEPARATORS and at + 1 < len(signs) and kinds[at + 1] == "N"


def _islands(signs: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    """A line from left to right with its runs of right-to-left words turned."""
    at = 0
    while at < len(signs):
        end = at + 1
        if kinds[at] == "R":
            ahead = at
            while ahead + 1 < len(signs) and kinds[ahead + 1] != "L":
                ahead += 1
                if kinds[ahead] == "R":
                    end = ahead + 1
            inner = list(_runs(signs[at:end], kinds[at:end]))
            yield "".join("".join(run) for run in reversed(inner))
        else:
            yield signs[at]
        at = end


_BRACKETS = tuple(re.compile(rf"([{pair}])([^{pair}]{{1,300}})([{pair}])") for pair in (r"()", r"\[\]", "«»"))
_ENUMERATOR = re.compile(r"^\W{0,3}(?:\d{1,3}|\w)[()\[\]]\s", re.M)


def bracketed(lines: Sequence[str]) -> list[str]:
    """Lines with the brackets of their right-to-left words opening and closing.

    A bracket is printed as it looks and written as it opens or closes; some writers store the one, some the other, and
    PDFium turns those that stand among right-to-left letters. So two that follow each other are taken for a pair.
    Each character stays at its place.
    """
    text = "\n".join(lines)
    single = {found.end() - 2 for found in _ENUMERATOR.finditer(text)}
    for pattern in _BRACKETS:
        text = pattern.sub(lambda found: _paired(found, single), text)
    return text.split("\n")


def _paired(found: re.Match[str], single: set[int]) -> str:
    first, inner, last = found.groups()
    if found.start() in single or found.end() - 1 in single or not has_right_to_left(_around(found)):
        return found.group()
    return _OPENS[first] + inner + _CLOSES[last]


def _around(found: re.Match[str]) -> str:
    """What stands next to a pair of brackets and in it."""
    return found.string[max(0, found.start() - 3) : found.end() + 3]


_OPENS = {"(": "(", ")": "(", "[": "[", "]": "[", "«": "«", "»": "«"}
_CLOSES = {"(": ")", ")": ")", "[": "]", "]": "]", "«": "»", "»": "»"}


def arabic_letters(text: str) -> str:
    """Presentation forms as letters, and the Persian yeh and the do-chashmee heh, which look in a font like the
    Arabic letters they stand for, as those: for a text that is Arabic.
    """
    folded = re.sub("[\ufb50-\ufdff\ufe70-\ufefc]+", lambda found: unicodedata.normalize("NFKC", found.group()), text)
    folded = re.sub("\u06cc(?=[\u064b-\u0652]*[\u0621-\u064a\u06cc\u06be])", "ي", folded)
    return folded.replace("\u06cc", "ى").replace("\u06be", "ه").replace("\u06a9", "ك")
