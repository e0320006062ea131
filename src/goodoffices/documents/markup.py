"""HTML as a reader sees it: the visible text of the whole page in reading order, and the blocks it consists of."""

import re
from typing import Any

from goodoffices.documents.blocks import Block, rejoined, wrap_width
from goodoffices.errors import BadDocument

_UNSEEN_TAGS = """head script style template noscript svg math iframe object embed canvas audio video map datalist
    textarea"""
_BLOCK_TAGS = """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p
    pre search section select summary table tbody tfoot thead tr ul"""
_ASIDE_TAGS = "nav aside footer button select menu dialog search figcaption"
_ROLES = "navigation banner contentinfo complementary search dialog alertdialog menu menubar"
_DIVISION_TAGS = "body main article section div td th form fieldset aside header footer nav center details search"
_UNSEEN, _BLOCKS, _ASIDES, _ASIDE_ROLES, _DIVISIONS = (
    frozenset(names.split()) for names in (_UNSEEN_TAGS, _BLOCK_TAGS, _ASIDE_TAGS, _ROLES, _DIVISION_TAGS)
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"[ \t\n\r\f]+")
CLIMB = 4  # how many divisions around a block are kept, innermost first
_LONGEST_CELL = 200  # characters; a longer table cell is a column of a page, not a figure in a table


def parsed(text: str, name: str) -> tuple[Any, tuple[str, ...]]:
    """The tree of an HTML text and notes. Nothing is fetched, no entity of the file's own is followed.

    Raises BadDocument where no element comes out.
    """
    from lxml import etree

    # huge_tree lifts the limits of 10 MB for a text and 256 for a depth; what is read is bounded by Limits instead.
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadDocument("an HTML file can be parsed", f"{name}: {error}", "Save the page as text.") from error
    if root is None:
        raise BadDocument("an HTML file holds elements", name, "Save the page as text.")
    deep = any("depth" in entry.message.lower() for entry in parser.error_log)
    note = "elements nested too deep for the parser: text may be missing from that place on"
    return root, ((note,) if deep else ())


class Walk:
    """Collects the visible text of a tree; `content` and `blocks` are there when it is done.

    Block elements are separated by an empty line, lines (`br`, table rows) by a newline, cells by a tab; white space
    is kept only in `pre`.
    """

    def __init__(self, root: Any) -> None:
        self._out: list[str] = []
        self._length = 0
        self._gap = 0  # newlines owed before the next text
        self._space = False
        self._linked: list[tuple[int, int]] = []
        self._depth = {"aside": 0, "link": 0, "bullet": 0, "heading": 0, "pre": 0}
        self._opened: list[tuple[str, ...]] = []
        self._states: list[tuple[int, bool, bool, int, tuple[int, ...]]] = []
        self._inside: list[int] = []
        self._elements = 0
        self._walk(root)
        self.content = "".join(self._out).rstrip()
        self.blocks = self._cut()

    def _walk(self, root: Any) -> None:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                unseen = not tag or tag in _UNSEEN or _hidden(element)
                if unseen:
                    walk.skip_subtree()
                self._opened.append(("unseen",) if unseen else self._enter(element, tag))
                if not unseen:
                    self._text(element.text)
            else:
                self._leave(tag, self._opened.pop())
                self._text(element.tail)

    def _enter(self, element: Any, tag: str) -> tuple[str, ...]:
        marks = []
        if tag in _BLOCKS or (tag in ("td", "th") and _is_column(element)):
            self._break(1 if tag == "tr" else 2)
            marks.append("block")
        elif tag == "br":
            self._gap = self._gap + 1 if self._gap else 1
        elif tag in ("td", "th") and self._out and not self._gap:
            self._put("\t")
            self._space = False
        if tag in _DIVISIONS:
            marks.append("division")
            self._elements += 1
            self._inside.append(self._elements)
        if tag in _ASIDES or element.get("role") in _ASIDE_ROLES or (tag == "header" and _is_banner(element)):
            marks.append("aside")
        if tag == "a" and (element.get("href") or not (element.get("name") or element.get("id"))):
            marks.append("link")
        if tag in ("li", "option", "dt", "dd"):
            marks.append("bullet")
        if tag == "pre":
            marks.append("pre")
        for mark in marks:
            if mark in self._depth:
                self._depth[mark] += 1
        if re.fullmatch(r"h[1-6]", tag):
            self._depth["heading"] = int(tag[1])
        return tuple(marks)

    def _leave(self, tag: str, marks: tuple[str, ...]) -> None:
        for mark in marks:
            if mark in self._depth:
                self._depth[mark] -= 1
        if "division" in marks:
            self._inside.pop()
        if "block" in marks:
            self._break(1 if tag == "tr" else 2)
        if re.fullmatch(r"h[1-6]", tag):
            self._depth["heading"] = 0

    def _break(self, lines: int) -> None:
        self._gap = max(self._gap, lines)
        self._space = False

    def _put(self, text: str) -> None:
        self._out.append(text)
        self._length += len(text)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._depth["pre"]:
            kept = text.replace("\r", "\n")
        else:
            kept = _SPACE.sub(" ", text)
            if kept[0] == " ":
                self._space, kept = True, kept[1:]
        if not kept:
            return
        if self._gap:
            if self._out:
                self._put("\n" * min(self._gap, 2))
            self._gap, self._space = 0, False
        elif self._space and self._out and not self._out[-1].endswith((" ", "\n", "\t")):
            self._put(" ")
        self._space = False
        depth = self._depth
        inside = tuple(self._inside[: -CLIMB - 1 : -1])
        self._states.append((self._length, depth["aside"] > 0, depth["bullet"] > 0, depth["heading"], inside))
        if depth["link"]:
            self._linked.append((self._length, self._length + len(kept)))
        if not depth["pre"] and kept.endswith(" "):
            self._space, kept = True, kept[:-1]
        self._put(kept)

    def _cut(self) -> list[Block]:
        """The blocks: lines of the content; lines broken at a width inside one element are one block."""
        blocks: list[Block] = []
        states, links = self._states, self._linked
        at_state = at_link = 0
        for start, end in _paragraphs(self.content):
            while at_state + 1 < len(states) and states[at_state + 1][0] <= start:
                at_state += 1
            _, aside, bullet, heading, inside = states[at_state]
            while at_link < len(links) and links[at_link][1] <= start:
                at_link += 1
            linked, n = 0, at_link
            while n < len(links) and links[n][0] < end:
                linked += min(end, links[n][1]) - max(start, links[n][0])
                n += 1
            share = linked / (end - start)
            blocks.append(
                Block(
                    self.content, start, end, bullet=bullet, linked=share, aside=aside, heading=heading, inside=inside
                )
            )
        return blocks


def _paragraphs(content: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = 0
    for part in re.split(r"(\n\n+)", content):
        if part.strip():
            lines = [(at + m.start(), at + m.end()) for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", part)]
            spans += rejoined(content, lines, wrap_width(part)) if len(lines) >= 8 else lines
        at += len(part)
    return spans


def _hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDING.search(style) is not None)


def _is_column(cell: Any) -> bool:
    if next(cell.iter(*_BLOCKS), None) is not None:
        return True
    size = 0
    for text in cell.itertext():
        size += len(text)
        if size > _LONGEST_CELL:
            return True
    return False


def _is_banner(header: Any) -> bool:
    """A site's own header: outside any article, without a main heading."""
    inside = any(True for _ in header.iterancestors("article", "main"))
    return not inside and next(header.iter("h1"), None) is None
