"""Words made comparable before they are indexed, sought or aligned: letters without case, marks and variants.

The folded text is words of letters and digits with spaces between them, so that whoever splits it at spaces has the
words, here as in the index. Every folded character knows which characters of the text it stands for.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct

from goodoffices.vocabulary.text import Span

_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_APOSTROPHES = "'’‘ʼʻ‛`´ʾʿ＇"
_QUOTES = '"”“″״'
# What depends on its neighbours: an apostrophe within a word (Sana'a) falls away, but not where it parts two words
# (l'accord, Israel's); so does the sign of a Hebrew abbreviation; й in two characters is one letter, not an и.
# The pattern starts with one set of characters, which makes it pass over a text three times as fast.
_JOINT = re.compile(
    rf"[иИ{_APOSTROPHES}{_QUOTES}](?:(?<=[иИ])(?P<short>[\u0300-\u0305\u0307-\u036f]*\u0306)"
    rf"|(?<=[א-ת\u05b0-\u05c7].)(?<![иИ])(?P<abbreviated>(?=[א-ת]))"
    rf"|(?<=[{_APOSTROPHES}])(?:(?<=[^\W\d_].)|(?<=[{_MARKS}].))(?!s(?![^\W_]|[{_MARKS}]))(?=[^\W\d_]))",
    re.IGNORECASE,
)
_ELIDED = "[cdjlmnst]|qu|(?:jus|lors|puis|quoi)qu|un|[dns]?(?:all|ell)|sull|quest"
_PARTED = re.compile(rf"(?<![^\W\d_])(?<![{_MARKS}])(?:{_ELIDED})$", re.IGNORECASE)
_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


class Folded(Struct, frozen=True):
    """A folded text. starts, ends: for each of its characters, where what it stands for starts and ends in the text."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def words(self) -> Iterator[tuple[str, Span]]:
        """Its words, each with the span it was folded from."""
        for found in re.finditer("[^ ]+", self.text):
            yield found[0], (self.starts[found.start()], self.ends[found.end() - 1])


def fold(text: str) -> str:
    """The folded text alone, which is faster."""
    table = _table()
    if not _JOINT.search(text):
        return text.translate(table)
    return "".join(whole if fixed else text[start:end].translate(table) for start, end, fixed, whole in _parts(text))


def folded(text: str) -> Folded:
    """The folded text with where it comes from."""
    table = _table()
    made: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, fixed, whole in _parts(text):
        spans = [(start, end, whole)] if fixed else [(i, i + 1, table[ord(text[i])]) for i in range(start, end)]
        for first, last, letters in spans:
            if not letters and ends and ends[-1] == first:  # a mark belongs to the letter before it
                ends[-1] = last
            made.append(letters)
            starts += [first] * len(letters)
            ends += [last] * len(letters)
    return Folded("".join(made), tuple(starts), tuple(ends))


def _parts(text: str) -> Iterator[tuple[int, int, bool, str]]:
    """Stretches of the text: those folded letter by letter, and those fixed by their neighbours, with what they are."""
    at = 0
    for found in _JOINT.finditer(text):
        short = found["short"] is not None
        fixed = short or found["abbreviated"] is not None
        if not fixed and _PARTED.search(text, max(0, found.start() - 8), found.start()):
            continue
        yield at, found.start(), False, ""
        yield found.start(), found.end(), True, "й" if short else ""
        at = found.end()
    yield at, len(text), False, ""


class _Table(dict[int, str]):
    """Code points to what they are folded to, made as they are met."""

    def __missing__(self, point: int) -> str:
        made = self[point] = _letter(chr(point))
        return made


@cache
def _table() -> _Table:
    return _Table()


@cache
def _letters() -> dict[str, str]:
    lines = (files(__package__) / "data" / "letters.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def _letter(character: str) -> str:
    if character in "йЙ":
        return "й"
    made = []
    for part in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()):
        kept = _letters().get(part)
        if kept is None:
            decimal = unicodedata.decimal(part, None)
            kept = str(decimal) if decimal is not None else part
            if unicodedata.category(part) in ("Mn", "Me", "Cf", "Sk"):
                kept = ""
            elif not part.isalnum():
                kept = " "
            elif _CJK.match(part):  # no spaces part words there: each sign is one
                kept = f" {part} "
        made.append(kept)
    return "".join(made)
