"""What people write to search: words, "exact phrases", alternatives with OR, -what to leave out, beginnings*."""

import re
from collections.abc import Iterator

from msgspec import Struct

from goodoffices.errors import BadQuery
from goodoffices.vocabulary.folding import fold

LONGEST = 1_000  # characters
MOST = 64  # words: more is a text, not a question

_OPENING, _CLOSING = '"“”„«»″‟', '"“”«»″‟'
_TOKEN = re.compile(
    rf"\s*(?:(?P<left>\()|(?P<right>\))|(?P<minus>-(?=[\w\"“„«(]))"
    rf"|[{_OPENING}](?P<phrase>(?:[^{_CLOSING}]|(?<=[א-ת])\"(?=[א-ת]))*)(?P<closed>[{_CLOSING}]?)"
    rf"|(?P<word>(?:[^\s(){_OPENING}]|(?<=[א-ת])[\"“”″](?=[א-ת]))+))"
)
# Words alone, which is what most people write, need no reader: 3 microseconds instead of 6.
_PLAIN = re.compile(r"[^\W_]+(?: [^\W_]+)*")


class Words(Struct, frozen=True):
    """Words one after the other. exact: as they are written, letter case, marks and accents aside; else in any
    inflection. joined: the same as one word (ceasefire for cease-fire), "" where they were not joined by a hyphen.
    """

    words: tuple[str, ...]
    exact: bool = False
    joined: str = ""


class Beginning(Struct, frozen=True):
    """Every word that begins so."""

    letters: str


class Not(Struct, frozen=True):
    """What must not be there."""

    what: "Node"


class All(Struct, frozen=True):
    """All of these, but for each Not."""

    of: "tuple[Node, ...]"


class Any(Struct, frozen=True):
    """At least one of these."""

    of: "tuple[Node, ...]"


Node = Words | Beginning | Not | All | Any


def parse(written: str) -> Node:
    """The query. OR stands between two alternatives and binds closer than what merely stands side by side; parentheses
    keep things together. Raises BadQuery.
    """
    if len(written) > LONGEST:
        raise BadQuery(f"a query has at most {LONGEST:,} characters", f"{len(written):,}", "Ask with fewer words.")
    plain = written.split(" ") if _PLAIN.fullmatch(written) else []
    if 0 < len(plain) <= MOST and "OR" not in plain:
        return _together([_word(word) for word in plain])
    tokens = _tokens(written)
    if len(tokens) > MOST:
        raise BadQuery(f"a query has at most {MOST} words", len(tokens), "Ask with fewer words.")
    if not tokens:
        raise BadQuery("a query names what to find", repr(written), "Give a word, such as: moratorium.")
    reader = _Reader(tokens)
    found = reader.all_of()
    if reader.at < len(tokens):
        raise BadQuery("each parenthesis has its partner", written, "Take out the ), or put a ( before it.")
    if not _finds(found):
        raise BadQuery("a query says what to find, not only what to leave out", written, "Add a word without -.")
    return found


def leaves(node: Node) -> Iterator[Words | Beginning]:
    """What a passage may be found by: everything that is not left out."""
    if isinstance(node, Words | Beginning):
        yield node
    elif not isinstance(node, Not):
        for one in node.of:
            yield from leaves(one)


def loosened(node: Node) -> Node | None:
    """The same with any of its words instead of all of them; None where that makes no difference."""
    kept = tuple(one for one in node.of if not isinstance(one, Not)) if isinstance(node, All) else ()
    if len(kept) < 2 or not isinstance(node, All):
        return None
    left_out = tuple(one for one in node.of if isinstance(one, Not))
    return All((Any(kept), *left_out)) if left_out else Any(kept)


class _Token(Struct, frozen=True):
    kind: str
    written: str


class _Reader:
    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self.at = 0

    def all_of(self) -> Node:
        found: list[Node] = []
        while self._kind() not in ("", "right"):
            found.append(self._alternatives())
        return _together(found)

    def _alternatives(self) -> Node:
        found = [self._one()]
        while self._kind() == "or":
            self.at += 1
            found.append(self._one())
        if len(found) > 1 and any(isinstance(one, Not) for one in found):
            raise BadQuery("OR stands between two things to find", "-", "Leave the - out, or put it before a ( ).")
        return found[0] if len(found) == 1 else Any(tuple(found))

    def _one(self) -> Node:
        kind = self._kind()
        if kind in ("", "or", "right"):
            around = " ".join(token.written for token in self._tokens)
            raise BadQuery("OR, - and parentheses have words beside them", around, "Write: freeze OR moratorium.")
        token = self._tokens[self.at]
        self.at += 1
        if kind == "minus":
            return Not(self._one())
        if kind == "left":
            within = self.all_of()
            if self._kind() != "right":
                raise BadQuery("each parenthesis has its partner", "(", "Put a ) where it ends.")
            self.at += 1
            if isinstance(within, All) and not within.of:
                raise BadQuery("parentheses have words in them", "()", "Put words in, or take them out.")
            return within
        return _phrase(token.written) if kind == "phrase" else _word(token.written)

    def _kind(self) -> str:
        return self._tokens[self.at].kind if self.at < len(self._tokens) else ""


def _tokens(written: str) -> list[_Token]:
    tokens = []
    for found in _TOKEN.finditer(written.rstrip()):
        kind = found.lastgroup or ""
        if found["phrase"] is not None:
            if not found["closed"]:
                raise BadQuery("a phrase ends with a quotation mark", written, "Put one where it ends.")
            kind = "phrase"
        elif found["word"] == "OR":
            kind = "or"
        token = _Token(kind, found["phrase"] if kind == "phrase" else found[0].strip())
        if kind != "word" or token.written.endswith("*") or fold(token.written).strip():
            tokens.append(token)  # a dash or a comma that stands alone asks for nothing
    return tokens


def _together(found: list[Node]) -> Node:
    return found[0] if len(found) == 1 else All(tuple(found))


def _phrase(written: str) -> Node:
    if "*" in written:
        raise BadQuery("a star stands after a word outside quotation marks", written, "Write: negotiat* instead.")
    words = tuple(fold(written).split())
    if not words:
        raise BadQuery("a phrase has words in it", f'"{written}"', "Put words in, or take the quotation marks out.")
    return Words(words, exact=True)


def _word(written: str) -> Node:
    if "*" in written:
        letters = fold(written[:-1]).split()
        if "*" in written[:-1] or len(letters) != 1 or len(letters[0]) < 2:
            remedy = "Give at least its first two letters: ne*."
            raise BadQuery("a star stands at the end of one word's beginning", written, remedy)
        return Beginning(letters[0])
    words = tuple(fold(written).split())
    hyphened = len(words) > 1 and re.fullmatch(r"[\w'’]+(?:[-‐‑][\w'’]+)+\W*", written)
    return Words(words, joined="".join(words) if hyphened else "")


def _finds(node: Node) -> bool:
    if isinstance(node, Not):
        return False
    if isinstance(node, All):
        return any(_finds(one) for one in node.of)
    return all(_finds(one) for one in node.of) if isinstance(node, Any) else True
