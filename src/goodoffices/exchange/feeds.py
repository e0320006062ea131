"""RSS and Atom in: the items of a feed as small pages, each with its title, its day and what the feed says of it.

What an item links to is not fetched: nothing is, because a document says so.
"""

import datetime as dt
import html
import http.client
import re
import time
import urllib.request
import zlib
from urllib.parse import urlsplit

import feedparser
from msgspec import Struct

from goodoffices.errors import BadArgument, BadDocument, Unreachable
from goodoffices.vocabulary.hashing import sha256

MAX_BYTES = 10_000_000
PATIENCE = 30.0  # seconds without an answer
_WHOLE = 10  # times that: an answer that comes drop by drop is no answer
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_CHUNK = 65_536


class Item(Struct, frozen=True, kw_only=True):
    """One item. day: when it was published, None where the feed has none; link: where the whole is said to be."""

    title: str
    link: str
    day: dt.date | None
    body: str

    @property
    def name(self) -> str:
        """A file name: the same for the same item, another where its words changed."""
        return f"feed-{sha256(self.page())[:12]}.html"

    def page(self) -> bytes:
        """The item as a page of its own; the body's own markup is kept for the extraction to read."""
        title = html.escape(self.title)
        day = f'<meta name="date" content="{self.day}">' if self.day else ""
        link = f'<link rel="canonical" href="{html.escape(self.link)}">' if self.link else ""
        head = f'<head><meta charset="utf-8"><title>{title}</title>{day}{link}</head>'
        return f"<!doctype html><html>{head}<body><article><h1>{title}</h1>{self.body}</article></body></html>".encode()


def fetch(address: str, *, patience: float = PATIENCE, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes at an address that the user gave, http or https.

    BadArgument for another kind of address, Unreachable for a server that is down, slow or says no, BadDocument for an
    answer of more than `max_bytes`. patience: seconds without a word of the server; the whole may take ten times that.
    """
    if not _of_the_web(address):
        raise BadArgument("a feed is at an http or https address", address, "Give the address of the feed itself.")
    last = time.monotonic() + _WHOLE * patience
    try:
        with urllib.request.urlopen(address, timeout=patience) as answer:
            if not _of_the_web(answer.url):
                raise OSError(f"it leads on to {answer.url}")
            content = b""
            while piece := answer.read1(_CHUNK):
                content += piece
                if len(content) > max_bytes:
                    raise BadDocument(f"a feed has at most {max_bytes:,} bytes", "more", "Ask for a shorter feed.")
                if time.monotonic() > last:
                    raise TimeoutError(f"not whole after {_WHOLE * patience:g} seconds")
            return _unpacked(content, max_bytes)
    except (OSError, ValueError, http.client.HTTPException) as error:
        remedy = "Check the address, or try later."
        raise Unreachable("the feed's server answers", f"{address}: {error}", remedy) from error


def _unpacked(content: bytes, max_bytes: int) -> bytes:
    """What some servers send gzipped though nobody asked them to, no more of it than of any feed."""
    if content[:2] != b"\x1f\x8b":
        return content
    try:
        found = zlib.decompressobj(wbits=31).decompress(content, max_bytes + 1)
    except zlib.error as error:
        raise BadDocument("a gzipped feed can be unpacked", error, "Ask who keeps the feed.") from error
    if len(found) > max_bytes:
        raise BadDocument(f"a feed has at most {max_bytes:,} bytes", "more", "Ask for a shorter feed.")
    return found


def _of_the_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:  # brackets that hold no IPv6 address
        return False


def items(content: bytes) -> tuple[Item, ...]:
    """The items of a feed, in its order. BadDocument for bytes that are no feed."""
    parsed = feedparser.parse(content, sanitize_html=False)
    if not parsed.entries and (parsed.bozo or not parsed.get("version")):
        raise BadDocument("a feed is RSS or Atom", content[:60], "Give the address of the feed, not of a page.")
    return tuple(_item(entry) for entry in parsed.entries)


def _item(entry: feedparser.FeedParserDict) -> Item:
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    bodies = [part.get("value", "") for part in entry.get("content", ())] or [entry.get("summary", "")]
    return Item(
        title=_plain(str(entry.get("title", ""))) or "Untitled",
        link=str(entry.get("link", "")),
        day=dt.date(*stamp[:3]) if stamp and stamp[0] >= dt.MINYEAR else None,
        body="\n".join(map(str, bodies)),
    )


def _plain(title: str) -> str:
    """A title without the markup that some feeds put into it."""
    return " ".join(html.unescape(_TAG.sub("", title)).split())
