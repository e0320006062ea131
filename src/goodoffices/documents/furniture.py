"""The words that pages print around a document: menus, buttons, cookies, related articles, comments."""

import re
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml

from goodoffices.documents.blocks import Block

Furniture = Literal["", "label", "notice", "aside", "end"]

_EDGES = re.compile(r"\A[\W\d_]+|[\W\d_]+\Z")
_MORE_WORDS = 3  # how much longer than its phrase a line may be that begins other articles or comments


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The phrases of data/furniture.yaml, by how they are compared (see the head of that file)."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    holds: tuple[str, ...]
    asides: tuple[str, ...]
    ends: tuple[str, ...]


@lru_cache
def lexicon() -> Lexicon:
    """The phrases, case folded; msgspec.ValidationError if the file is not of this shape."""
    raw = yaml.safe_load(files(__package__).joinpath("data/furniture.yaml").read_text("utf-8"))
    folded = {name: [_plain(phrase) for phrase in phrases] for name, phrases in raw.items()}
    return msgspec.convert(folded, Lexicon)


def furniture_of(block: Block) -> Furniture:
    """What furniture a block is: a label, a notice, the beginning of an aside or of the end; "" for none."""
    return _judged(block.body, block.words, block.full_stop) if block.words <= 120 else ""


@lru_cache(maxsize=4096)  # menus repeat themselves
def _judged(body: str, words: int, full_stop: bool) -> Furniture:
    said = _plain(body)
    bare = _EDGES.sub("", said)
    if words <= 12:
        if _begins("ends", said, bare, words):
            return "end"
        if not full_stop and _begins("asides", said, bare, words):
            return "aside"
        if all(part in lexicon().lines for part in re.split(r"\s*[|·•]\s*", bare)):
            return "label"
    if words <= 30 and said.startswith(lexicon().starts):
        return "label"
    return "notice" if any(phrase in said for phrase in lexicon().holds) else ""


@lru_cache
def _by_first_letters() -> dict[str, dict[str, list[str]]]:
    """The asides and ends by their first two letters, for there are many blocks and few of them begin alike."""
    found: dict[str, dict[str, list[str]]] = {}
    for name in ("asides", "ends"):
        found[name] = defaultdict(list)
        for phrase in getattr(lexicon(), name):
            found[name][phrase[:2]].append(phrase)
    return found


def _begins(name: str, said: str, bare: str, words: int) -> bool:
    if said.startswith("©"):
        return name == "ends" and words <= 1 + _MORE_WORDS
    for phrase in _by_first_letters()[name].get(bare[:2], ()):
        # "Latest" and "Popular" alone are labels; "Latest proposals", "Popular Front" are words of documents.
        several = " " in phrase and words <= len(phrase.split()) + _MORE_WORDS
        if bare == phrase or (several and bare.startswith(phrase) and not bare[len(phrase) :][:1].isalnum()):
            return True
    return False


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
