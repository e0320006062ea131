"""A content put together from paragraphs, which of them are the document, and on which page each part stands."""

from collections.abc import Iterable, Sequence

from goodoffices.documents.characters import REPLACEMENT
from goodoffices.vocabulary.text import PageSpan, Span


class Pieces:
    """Paragraphs in order, an empty line between them. `content`, `main` and `pages` are there at any time."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._length = 0
        self._main: list[Span] = []
        self._joined = False
        self._pages: list[PageSpan] = []

    def put(self, parts: Iterable[tuple[str, int]], *, main: bool = True, apart: str = "\n\n") -> None:
        """Adds a paragraph, given in parts each with its page (0: none). White space around it is left out."""
        kept = [(_paired(text), page) for text, page in parts]
        while kept and not kept[0][0].strip():
            kept.pop(0)
        while kept and not kept[-1][0].strip():
            kept.pop()
        if not kept:
            return
        kept[0] = (kept[0][0].lstrip(), kept[0][1])
        kept[-1] = (kept[-1][0].rstrip(), kept[-1][1])
        if self._out:
            self._add(apart)
        start = self._length
        for text, page in kept:
            before = self._length
            self._add(text)
            if page:
                self._on_page(before, page)
        if main and self._joined:
            self._main[-1] = (self._main[-1][0], self._length)
        elif main:
            self._main.append((start, self._length))
        self._joined = main

    def say(self, text: str, *, main: bool = True, apart: str = "\n\n") -> None:
        """Adds a paragraph that stands on no page."""
        self.put([(text, 0)], main=main, apart=apart)

    @property
    def content(self) -> str:
        """All that was put."""
        return "".join(self._out)

    @property
    def main(self) -> tuple[Span, ...]:
        """The document's own spans; neighbours share one."""
        return tuple(self._main)

    @property
    def pages(self) -> tuple[PageSpan, ...]:
        """What stands on which page."""
        return tuple(self._pages)

    def _add(self, text: str) -> None:
        self._out.append(text)
        self._length += len(text)

    def _on_page(self, start: int, page: int) -> None:
        if self._pages and self._pages[-1][2] == page:
            start = self._pages.pop()[0]
        self._pages.append((start, self._length, page))


def _paired(text: str) -> str:
    """`text` with pairs of surrogates as the one character they mean, and line ends and NUL as they are kept, so that
    its length will not change any more.
    """
    if any("\ud800" <= character <= "\udfff" for character in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = text.replace("\r\n", "\n").replace("\0", REPLACEMENT)
    return text.translate(_LINE_ENDS)


_LINE_ENDS = str.maketrans("\r\u2028\u2029\x85\x0b\x0c", "\n" * 6)


def ranges(numbers: Sequence[int]) -> str:
    """ "page 3", "pages 3, 5 to 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
    return f"page{'s' if len(numbers) > 1 else ''} {said}"
