"""An office whose reader proposes the same fictional meetings again and again, so that there is much to judge."""

import datetime as dt
from pathlib import Path

from msgspec.structs import replace

from goodoffices import Case
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Meeting
from goodoffices.vocabulary.quote import find_quote
from goodoffices.vocabulary.reading import Reading

NOW = dt.datetime(2030, 5, 3, tzinfo=dt.UTC)


def proposed(
    case: Case, folder: Path, count: int, rule: str = "meeting.told", confidence: float | None = None
) -> list[str]:
    """Adds a paper with so many sentences, and a reading with a proposal for each; their ids in order."""
    sentences = [f"The lakes met in town {number:04} for {rule}." for number in range(count)]
    paper = folder / f"{rule}.txt"
    paper.write_text("\n\n".join(sentences), encoding="utf-8")
    (document,) = case.add([paper], by="a", dated="2030-05-03").documents
    text = case.at().text(document.id).content
    claims = []
    for number, sentence in enumerate(sentences):
        words = find_quote(document.id, text, sentence.split(" for ")[0])
        content = Meeting(participants=("lakes",), place=f"town {number:04}")
        claims.append(
            Claim(id=f"{rule}-{number:04}", content=content, quotes=(words,), rule=rule, confidence=confidence)
        )
    reading = Reading(text=document.text, reader="test/1", settings=(), claims=tuple(claims))
    case.record.add_reading(document.id, reading, by="a", at=NOW)
    return [claim.id for claim in claims]


def amended(case: Case, claim: str, by: str) -> None:
    """Puts one claim right."""
    held = case.at().claim(claim)
    case.record.amend(replace(held.claim, note="put right"), based_on=held.seq, by=by, at=NOW)
