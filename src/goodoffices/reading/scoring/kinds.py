"""For each kind of claim: the list of the gold that holds it, and which key attributes have to agree."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import UNSET

from goodoffices.reading.scoring.gold import Item
from goodoffices.reading.scoring.names import Who
from goodoffices.reading.scoring.tables import acts_agree

Proposal = Mapping[str, Any]
"""A line of claims.jsonl."""

LISTS = {
    "meeting": "meetings",
    "provision": "provisions",
    "statement": "statements",
    "disagreement": "disagreements",
    "linkage": "linkages",
    "concession": "concessions",
    "term": "truces",
    "event": "incidents",
    "figure": "figures",
}
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def date_agrees(proposed: object, gold: object) -> bool:
    """The same date at the gold's precision; gold without a calendar date asks nothing."""
    wanted = "" if gold is None or gold is UNSET else str(gold)
    return not _DATE.fullmatch(wanted) or str(proposed or "").startswith(wanted)


def _meeting(p: Proposal, g: Item, who: Who) -> bool:
    if g.body:
        return who.one(p.get("body"), g.body) and date_agrees(p.get("date"), g.date)
    return who.most(p.get("participants"), g.participants or g.parties) and date_agrees(p.get("date"), g.date)


def _provision(p: Proposal, g: Item, who: Who) -> bool:
    return date_agrees(p.get("due_latest"), g.due)


def _statement(p: Proposal, g: Item, who: Who) -> bool:
    speaker = p.get("actor")
    spoke = who.one(speaker, g.actor) or (bool(g.on_behalf_of) and who.one(speaker, g.on_behalf_of))
    return spoke and acts_agree(p.get("act"), g.act)


def _disagreement(p: Proposal, g: Item, who: Who) -> bool:
    return who.most(p.get("parties"), g.parties)


def _linkage(p: Proposal, g: Item, who: Who) -> bool:
    return who.one(p.get("by"), g.by)


def _concession(p: Proposal, g: Item, who: Who) -> bool:
    return who.one(p.get("giver"), g.giver) and who.one(p.get("receiver"), g.receiver)


def _term(p: Proposal, g: Item, who: Who) -> bool:
    return date_agrees(p.get("start"), g.start) and date_agrees(p.get("end"), g.end)


def _event(p: Proposal, g: Item, who: Who) -> bool:
    return who.one(p.get("actor"), g.actor) and date_agrees(p.get("date"), g.date)


def _figure(p: Proposal, g: Item, who: Who) -> bool:
    wanted = _numbers(g.value)
    return not wanted or bool(wanted & _numbers(p.get("value")))


AGREE: dict[str, Callable[[Proposal, Item, Who], bool]] = {
    "meeting": _meeting,
    "provision": _provision,
    "statement": _statement,
    "disagreement": _disagreement,
    "linkage": _linkage,
    "concession": _concession,
    "term": _term,
    "event": _event,
    "figure": _figure,
}


def _numbers(value: object) -> set[float]:
    return {float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*(?:\.\d+)?", str(value))}
