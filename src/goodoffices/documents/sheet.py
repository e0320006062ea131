"""One page of a PDF as it is printed: its lines, each with its place, in the order of the file."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from goodoffices.documents.righttoleft import Glyph, has_right_to_left, visual_lines

HYPHEN = "\x02"  # what PDFium puts for a hyphen at a line's end, joining the two lines


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its text, the box around it in points from the lower left corner of the page, its height (of the
    font, in points), whether a hyphen at its end was cut off, and the page it stands on, from 1.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    page: int
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, size in points, lines, share of it that pictures cover, characters without meaning."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    pictured: float
    unknown: int


def sheet_of(page: Any, number: int) -> Sheet:
    """Reads a pypdfium2 page. Raises pypdfium2's errors for one that is broken."""
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        ink = _Ink(page, text_page)
        said = text_page.get_text_range()
        lines = _right_to_left(ink, number) if has_right_to_left(said) else _as_told(ink, number)
        found = tuple(line for line in lines if line.text.strip())
        return Sheet(number, width, height, found, _pictured(page, width * height), ink.unknown)
    finally:
        text_page.close()


class _Ink:
    """The characters of a page and where they stand, by PDFium's index; turned as the page is."""

    def __init__(self, page: Any, text_page: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium, self._text = pdfium, text_page.raw
        self._turn, self._size = page.get_rotation(), page.get_size()
        self._matrix = pdfium.FS_MATRIX()
        self._box, self._x, self._y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self.count = max(0, text_page.count_chars())
        codes = [pdfium.FPDFText_GetUnicode(self._text, n) for n in range(self.count)]
        self.characters = [chr(code) if code < 0x110000 else "\ufffd" for code in codes]
        self.unknown = sum(0xE000 <= code <= 0xF8FF or code in (0, 0xFFFD) for code in codes)

    def box(self, n: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of the space a character takes."""
        self._pdfium.FPDFText_GetLooseCharBox(self._text, n, self._box)
        x0, y0 = self._turned(self._box.left, self._box.bottom)
        x1, y1 = self._turned(self._box.right, self._box.top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def origin(self, n: int) -> tuple[float, float]:
        """Where the pen stood for a character, on its base line."""
        self._pdfium.FPDFText_GetCharOrigin(self._text, n, self._x, self._y)
        return self._turned(self._x.value, self._y.value)

    def em(self, n: int) -> float:
        """The size of the type, as it is printed."""
        self._pdfium.FPDFText_GetMatrix(self._text, n, self._matrix)
        return float(self._pdfium.FPDFText_GetFontSize(self._text, n)) * math.hypot(self._matrix.c, self._matrix.d)

    def made_up(self, n: int) -> bool:
        """Whether PDFium put the character in itself: a space where a gap is, a line's end."""
        return bool(self._pdfium.FPDFText_IsGenerated(self._text, n) == 1)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        if not self._turn:
            return x, y
        width, height = self._size
        return {90: (y, height - x), 180: (width - x, height - y), 270: (width - y, x)}.get(self._turn, (x, y))


def _as_told(ink: _Ink, number: int) -> Iterator[Line]:
    """The lines as PDFium tells them, which is right for scripts that run from left to right."""
    start = 0
    for n in range(ink.count + 1):
        last = n == ink.count
        if last or ink.characters[n] in ("\r", "\n", HYPHEN):
            if n > start and (line := _line(ink, start, n, number, not last and ink.characters[n] == HYPHEN)):
                yield line
            start = n + 1


def _line(ink: _Ink, start: int, end: int, number: int, hyphen: bool) -> Line | None:
    shown = [n for n in range(start, end) if not ink.characters[n].isspace()]
    if not shown:
        return None
    first, last = ink.box(shown[0]), ink.box(shown[-1])
    # A line may begin with a raised figure of a footnote: the height is that of its middle.
    middle = ink.box(shown[len(shown) // 2])
    text = "".join(ink.characters[start:end]).strip()
    left, right = min(first[0], last[0]), max(first[2], last[2])
    base = ink.origin(shown[len(shown) // 2])[1]
    return Line(text, left, right, base, middle[3] - middle[1], number, hyphen)


def _right_to_left(ink: _Ink, number: int) -> Iterator[Line]:
    """The lines by where the characters stand, for PDFium's order of mixed scripts is not the one they are read in."""
    glyphs = []
    for n, character in enumerate(ink.characters):
        if character in "\r\n" or (ink.made_up(n) and not character.isspace()):
            continue
        left, bottom, right, top = ink.box(n)
        x, y = ink.origin(n)
        glyphs.append(Glyph(character, n, x, y, left, right, top - bottom, ink.em(n)))
    for text, members in visual_lines(glyphs):
        height = median(glyph.height for glyph in members)
        left, right = min(g.left for g in members), max(g.right for g in members)
        cut = text.endswith(HYPHEN)
        base = median(g.y for g in members)
        yield Line(text.rstrip(HYPHEN).replace(HYPHEN, "-"), left, right, base, height, number, cut)


def _pictured(page: Any, area: float) -> float:
    """Share of the page under pictures, overlaps counted twice, at most 1."""
    import pypdfium2.raw as pdfium

    covered = 0.0
    for found, _ in zip(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3), range(200), strict=False):
        left, bottom, right, top = found.get_bounds()
        covered += abs((right - left) * (top - bottom))
    return min(1.0, covered / area) if area else 0.0
