"""The numbers that Word gives to paragraphs by itself ("Article 3", "(a)"), which no text of the file holds.

Source: ECMA-376, Part 1, 17.9 (numbering), for levels, starts and formats.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 9
_LONGEST = 60  # characters of a number
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Level(NamedTuple):
    """How one level of a list is numbered: format, text with %1 to %9 for the levels, first number, its style."""

    form: str
    text: str
    start: int
    style: str


class Numbers:
    """Numbers the paragraphs of one document, asked for in their order."""

    def __init__(self, numbering: Any = None, styles: Any = None) -> None:
        self._lists: dict[str, dict[int, Level]] = {}
        self._of: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._styles: dict[str, tuple[str, int | None, str]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            for style in styles.iter(f"{W}style"):
                number, level = _numbered(style)
                self._styles[_id(style, "styleId")] = number, level, _value(style, "basedOn")

    def label(self, paragraph: Any) -> str:
        """The number in front of a paragraph; "" where it has none."""
        style = _value(paragraph, f"pPr/{W}pStyle")
        number, level = _numbered(paragraph)
        if not number:
            number, level, style = self._by_style(style)
        levels = self._lists.get(self._of.get(number, ""), {})
        if not levels:
            return ""
        if level is None:
            level = next((n for n, one in levels.items() if style and one.style == style), 0)
        if level not in levels:
            return ""
        return self._counted(number, level, levels)

    def _by_style(self, style: str) -> tuple[str, int | None, str]:
        for _ in range(_DEEPEST):
            number, level, basis = self._styles.get(style, ("", None, ""))
            if number:
                return number, level, style
            style = basis
        return "", None, ""

    def _counted(self, number: str, level: int, levels: dict[int, Level]) -> str:
        counts = self._counts[self._of[number]]
        if number not in self._begun:
            self._begun.add(number)
            for one, start in self._starts[number].items():
                counts[one] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        said = levels[level].text
        if levels[level].form == "bullet":
            return "•"
        for one in range(min(level + 1, _DEEPEST)):
            at = levels.get(one)
            if at is not None:
                said = said.replace(f"%{one + 1}", _written(counts.get(one, at.start), at.form))
        return said.strip()[:_LONGEST]

    def _read_lists(self, numbering: Any) -> None:
        for abstract in numbering.iter(f"{W}abstractNum"):
            self._lists[_id(abstract, "abstractNumId")] = _levels(abstract.iter(f"{W}lvl"))
        for number in numbering.iter(f"{W}num"):
            name = _id(number, "numId")
            self._of[name] = _value(number, "abstractNumId")
            self._starts[name] = {
                _whole(_id(one, "ilvl"), 0): _whole(_value(one, "startOverride"), 1)
                for one in number.iter(f"{W}lvlOverride")
                if _value(one, "startOverride")
            }


def _levels(found: Iterable[Any]) -> dict[int, Level]:
    return {
        _whole(_id(level, "ilvl"), 0): Level(
            _value(level, "numFmt") or "decimal",
            _value(level, "lvlText"),
            _whole(_value(level, "start"), 1),
            _value(level, "pStyle"),
        )
        for level in found
    }


def _numbered(element: Any) -> tuple[str, int | None]:
    """The list and the level that a paragraph or style names itself."""
    level = _value(element, f"pPr/{W}numPr/{W}ilvl")
    return _value(element, f"pPr/{W}numPr/{W}numId"), _whole(level, 0) if level else None


def _value(element: Any, path: str) -> str:
    found = element.find(f"{W}{path}")
    return "" if found is None else found.get(f"{W}val") or ""


def _id(element: Any, name: str) -> str:
    return element.get(f"{W}{name}") or ""


def _whole(written: str, otherwise: int) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else otherwise


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        said = ""
        for value, sign in _ROMAN:
            said += sign * (number // value)
            number %= value
        return said.upper() if form == "upperRoman" else said
    return "" if form == "none" else f"{number:02}" if form == "decimalZero" else str(number)
