"""A brief as PDF on A4, set by Typst: sources as footnotes, the dates of the brief on each page."""

import json
from importlib import resources
from typing import Any

import msgspec

from goodoffices.briefs.brief import Brief, Section
from goodoffices.briefs.lettered import leftward, lettered
from goodoffices.briefs.notes import in_order
from goodoffices.briefs.page import closing, opening
from goodoffices.errors import MissingExtra
from goodoffices.pictures import SHEET, draw
from goodoffices.tracking.days import spelled

_TEMPLATE = resources.files("goodoffices.briefs") / "templates" / "brief.typ"


def pdf(brief: Brief) -> bytes:
    """The file. The words of the brief reach Typst as JSON strings, which it sets as text and never reads as markup.

    The same brief gives the same bytes with the same fonts. Raises MissingExtra where Typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtra("a PDF needs the extra `pdf`", "typst", "pip install 'goodoffices[pdf]'") from error
    words = json.dumps(_told(in_order(brief)), ensure_ascii=False)
    stamp = int(brief.prepared_at.timestamp())
    made = typst.compile(_TEMPLATE.read_bytes(), format="pdf", sys_inputs={"brief": words}, timestamp=stamp)
    assert isinstance(made, bytes)
    return made


def _told(brief: Brief) -> Any:
    """The brief as plain values, dates spelled, with what the template would else have to work out."""
    defaults: dict[str, Any] = {
        "notes": [],
        "sides": [],
        "detail": [],
        "parties": [],
        "items": [],
        "lead": "",
        "ruling": "",
    }
    defaults |= {"when": "", "state": "", "quote": "", "source": "", "followed": False, "proposed": False}
    found: dict[str, Any] = _clean(msgspec.to_builtins(brief))
    found["as_of"] = spelled(brief.as_of)
    found["published_by"] = spelled(brief.published_by) if brief.published_by else "any day"
    found["prepared_at"] = spelled(brief.prepared_at)
    found["findings"] = [{"count": None, "notes": []} | f for f in found["findings"]]
    found["sections"] = [
        {"items": [], "lead": "", "empty": _clean(told.empty)} | section | {"pictures": _pictures(told)}
        for section, told in zip(found["sections"], brief.sections, strict=True)
    ]
    for section in found["sections"]:
        section["items"] = [defaults | item for item in section["items"]]
        for item in section["items"]:
            item["sides"] = [defaults | side | {"leftward": leftward(side.get("quote", ""))} for side in item["sides"]]
    optional = dict.fromkeys(("publisher", "dated", "quote", "address", "entered_by", "newer"), "")
    found["footnotes"] = {
        str(note.number): optional
        | _clean(msgspec.to_builtins(note))
        | {
            "prefix": lettered(opening(note.prefix)),
            "suffix": lettered(closing(note.suffix)),
            "leftward": leftward(note.quote),
        }
        for note in brief.footnotes
    }
    cited: set[int] = set()
    rows = [item for section in found["sections"] for item in section["items"]]
    for row in [*found["findings"], *(r for item in rows for r in (item, *item["sides"]))]:
        numbers = [n for n in row["notes"] if str(n) in found["footnotes"]]
        row["cites"] = [[n, n not in cited] for n in numbers]  # its number, and whether it is met for the first time
        cited.update(numbers)
    return found


def _pictures(section: Section) -> list[dict[str, Any]]:
    """Each picture as SVG in plain colours, what it shows for those who listen, and its table."""
    return [
        {
            "svg": draw(one, SHEET, f"{section.id}-p{n}"),
            "alt": lettered(f"{one.title}. {one.finding}"),
            "heads": _clean(one.table.heads),
            "rows": _clean(one.table.rows),
        }
        for n, one in enumerate(section.pictures)
    ]


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return lettered(value)
    if isinstance(value, dict):
        return {key: _clean(held) for key, held in value.items()}
    return [_clean(held) for held in value] if isinstance(value, list | tuple) else value
