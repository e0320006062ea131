"""Citations: which earlier resolutions an adopted text names, by their symbols."""

import re
from collections.abc import Iterator

from goodoffices.vocabulary.text import Span

_HEAD = re.compile(
    r"(?:(?P<organ>Security\s+Council|General\s+Assembly)(?:['’]s)?\s+|\bof\s+the\s+)?"
    r"\b(?:[Rr]esolutions?|RESOLUTIONS?)\s+(?=\d)"
)
_ITEM = re.compile(
    r"(?P<number>\d{1,4}(?:/\d{1,3})?)(?:\s+[A-Z]\b)?(?:\s*\((?P<session>\d{4}|[IVXL]+|ES-[IVX]+|S-[IVX]+)\))?"
    r"(?:,?\s+(?:adopted\s+on|of)\s+\d{1,2}\s+[A-Z][a-z]+(?:\s+\d{4})?)?"
)
_JOINT = re.compile(r"\s*(?:,\s*and|,|;|and|or|as\s+well\s+as)\s+(?=\d)")


def cited(content: str, span: Span, body: str) -> tuple[str, ...]:
    """The symbols of the resolutions named in `span`, in order, each once: S/RES/242, A/RES/194 (III), A/RES/46/182.

    body: id of the party that speaks, whose a resolution is where the words do not say; numbers of bodies whose symbols
    nobody can tell are left out.
    """
    found = (name for head in _HEAD.finditer(content, *span) for name in _listed(content, head, span[1], body))
    return tuple(dict.fromkeys(found))


def _listed(content: str, head: re.Match[str], end: int, body: str) -> Iterator[str]:
    organ = (head["organ"] or "").split()[:1]
    several = head.group().rstrip().lower().endswith("s")
    at: int | None = head.end()
    while at is not None:
        item = _ITEM.match(content, at, end)
        if item is None or not (at == head.end() or item["session"] or "/" in item["number"] or several):
            return  # "resolution 418 and 20 others"
        name = _symbol(item, organ, body)
        if name:
            yield name
        joint = _JOINT.match(content, item.end(), end)
        at = joint.end() if joint else None


def _symbol(item: re.Match[str], organ: list[str], body: str) -> str:
    number, session = item["number"], item["session"] or ""
    assembly = "/" in number or (session != "" and not session.isdigit())  # numbered by its sessions
    if assembly or organ == ["General"]:
        return f"A/RES/{number}" + (f" ({session})" if session else "")
    return f"S/RES/{int(number)}" if organ or body == "unsc" else ""
