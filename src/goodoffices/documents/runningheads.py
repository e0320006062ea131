"""Running heads, running feet and page numbers: what a printed page says of the book and not of its matter."""

import re
from collections import defaultdict
from collections.abc import Sequence

from goodoffices.documents.sheet import Line, Sheet

_DEEP = 4  # lines from the edge of a sheet among which they are sought
_MARGIN = 0.2  # share of the sheet's height in which they stand
_SAME_PLACE = 0.015  # share of the height by which their places differ
_TEXT_THERE = 0.2  # share of sheets with text at the same place from which a repeated line is text itself
_NEAR = 4  # sheets within which a head is repeated, left and right pages by turns
_NUMBER = re.compile(
    r"\W*(?:(?:page|p|pg|seite|página|pag|pág|pagina|стр|страница|صفحة|עמוד)\b\.?\s*)?"
    r"(?P<number>\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|de|sur|von|di|da|из|من|מתוך)\s*\d{1,4})?\W*",
    re.I,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def running_heads(sheets: Sequence[Sheet]) -> frozenset[Line]:
    """The lines of all sheets that are page numbers, or repeat at one place on sheets near each other."""
    edges = {sheet.number: _edge(sheet) for sheet in sheets}
    numbers = _page_numbers(sheets, edges)
    without = {page: [line for line in lines if line not in numbers] for page, lines in edges.items()}
    return numbers | _repeated(sheets, without, numbers)


def _edge(sheet: Sheet) -> list[Line]:
    """The outermost lines at top and bottom."""
    ordered = sorted(sheet.lines, key=lambda line: -line.base)
    top = [line for line in ordered[:_DEEP] if line.base > (1 - _MARGIN) * sheet.height]
    return top + [line for line in ordered[-_DEEP:] if line.base < _MARGIN * sheet.height]


def _page_numbers(sheets: Sequence[Sheet], edges: dict[int, list[Line]]) -> frozenset[Line]:
    """Lines that are only a number, when the numbers run along with the sheets."""
    steps: dict[int, list[Line]] = defaultdict(list)
    for page, lines in edges.items():
        for line in lines:
            found = _NUMBER.fullmatch(line.text)
            if found and (number := _value(found["number"])):
                steps[number - page].append(line)
    fewest = 1 if len(sheets) == 1 else 2
    running = [lines for step, lines in steps.items() if len({line.page for line in lines}) >= fewest]
    return frozenset(line for lines in running for line in lines)


def _value(written: str) -> int:
    if written.isdecimal():
        return int(written)
    values = [_ROMAN[letter] for letter in written.lower()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _repeated(sheets: Sequence[Sheet], edges: dict[int, list[Line]], taken: frozenset[Line]) -> frozenset[Line]:
    height = {sheet.number: sheet.height for sheet in sheets}
    seen: dict[str, list[Line]] = defaultdict(list)
    for line in (line for lines in edges.values() for line in lines):
        seen[_signature(line.text)].append(line)
    wanted = 2 if len(sheets) <= 3 else 3
    found: set[Line] = set()
    for lines in seen.values():
        alike = [
            line
            for line in lines
            if sum(
                abs(other.page - line.page) <= _NEAR and abs(other.base - line.base) <= _SAME_PLACE * height[line.page]
                for other in lines
            )
            >= wanted
        ]
        if len({line.page for line in alike}) >= wanted:
            found.update(alike)
    return frozenset(_outside_the_text(sheets, found, found | taken))


def _signature(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.casefold().split()))


def _outside_the_text(sheets: Sequence[Sheet], found: set[Line], heads: set[Line] | frozenset[Line]) -> set[Line]:
    """Those that stand where on other sheets no text stands: "Mr. President," at the top of three sheets is the
    text's own, for other sheets begin their text at that place.
    """
    reach = {
        sheet.number: (
            max((line.base for line in sheet.lines if line not in heads), default=0.0),
            min((line.base for line in sheet.lines if line not in heads), default=sheet.height),
            sheet.height,
        )
        for sheet in sheets
    }

    def used(line: Line) -> int:
        height = reach[line.page][2]
        slack = _SAME_PLACE * height
        if line.base > height / 2:
            return sum(top > line.base - slack for top, _, _ in reach.values())
        return sum(bottom < line.base + slack for _, bottom, _ in reach.values())

    return {line for line in found if used(line) <= _TEXT_THERE * len(sheets)}
