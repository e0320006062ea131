"""Invented parties and documents, on which the rules of the reader are tested."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from goodoffices.reading import reader
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.party import Parties, Party
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Text
from goodoffices.vocabulary.when import on_day

HERE = Path(__file__).parent
DAY = dt.date(2035, 5, 16)  # a Wednesday
ATTRIBUTES = ("speaker", "body", "by", "giver", "receiver", "force", "actor", "place", "trend", "value")


def documents(name: str) -> dict[str, Any]:
    """An annotated file of this folder: parties and documents."""
    found: dict[str, Any] = msgspec.yaml.decode((HERE / name).read_bytes())
    return found


PARTIES = Parties(msgspec.convert(documents("fictional.yaml")["parties"], tuple[Party, ...]))


def text_of(words: str, **fields: Any) -> Text:
    """A text that is nothing but these words."""
    return Text(blob="0" * 64, recipe="test/1", content=words, main=((0, len(words)),), language="en", **fields)


def read(words: str, dated: dt.date | None = DAY, parties: Parties = PARTIES) -> Reading:
    """The reading of some words by people who know the invented parties."""
    return reader.read(text_of(words), document="d", dated=on_day(dated) if dated else None, parties=parties)


def claims(words: str, kind: str, dated: dt.date | None = DAY) -> list[Claim]:
    """The proposals of one kind."""
    return [c for c in read(words, dated).claims if c.kind == kind]


def fits(claim: Claim, wanted: Mapping[str, Any]) -> bool:
    """Whether a proposal is what a careful reader wanted."""
    content = claim.content
    quotes = [" ".join(q.exact.split()).casefold() for q in claim.quotes]
    if wanted["kind"] not in ("any", claim.kind) or not any(wanted["words"].casefold() in q for q in quotes):
        return False
    if "status" in wanted and claim.attribution.status not in wanted["status"]:
        return False
    if any(a in wanted and getattr(content, a, None) != wanted[a] for a in ATTRIBUTES):
        return False
    if "act" in wanted and getattr(content, "act", None) not in wanted["act"]:
        return False
    days = {"due": "deadline", "until": "until", "begins": "begins"}
    for name, attribute in days.items():
        when = getattr(content, attribute, None)
        if name in wanted and (when is None or when.latest != wanted[name]):
            return False
    sets = (a for a in ("addressees", "mediators") if a in wanted)
    return all(set(getattr(content, a, ())) == set(wanted[a]) for a in sets)
