"""What changed as an Atom feed (RFC 4287): one entry for each matter whose state is another."""

import datetime as dt
import re
from collections.abc import Iterable
from hashlib import sha256
from xml.etree import ElementTree as ET

from msgspec import Struct

ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 has no way to write; marks of direction, joiners and hard spaces stay.
_NOT_XML = re.compile("[^\t\n\r\\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Item(Struct, frozen=True, kw_only=True):
    """One entry. key: what makes it this change and no other; title, text: in plain words; day: since when it is so."""

    key: str
    title: str
    text: str
    day: dt.date | None


def write(items: Iterable[Item], *, name: str, updated: dt.datetime) -> bytes:
    """The feed. name: of the case; updated: when it was written, with a time zone."""
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed")
    _add(feed, "title", f"{name}: what changed")
    _add(feed, "id", _urn(name))
    _add(feed, "updated", updated.isoformat())
    author = ET.SubElement(feed, f"{{{ATOM}}}author")
    _add(author, "name", "Good Offices")
    for item in items:
        entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "title", item.title)
        _add(entry, "id", _urn(name, item.key))
        day = dt.datetime.combine(item.day, dt.time(), dt.UTC) if item.day else updated
        _add(entry, "updated", day.isoformat())
        _add(entry, "content", item.text).set("type", "text")
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{tag}")
    element.text = _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))  # as every reader of XML would
    return element


def _urn(*parts: str) -> str:
    return f"urn:goodoffices:{sha256('|'.join(parts).encode()).hexdigest()[:32]}"
