"""What an HTML page says of itself: JSON-LD, meta elements, <time>, <title>."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from goodoffices.documents.characters import one_line
from goodoffices.documents.dates import read_stamp
from goodoffices.vocabulary.when import When

_DATES = (
    "article:published_time", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "datepublished", "publish-date", "publishdate",
    "publication_date", "pubdate", "parsely-pub-date", "sailthru.date", "date", "og:published_time",
)  # fmt: skip
_AUTHORS = ("citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
_PUBLISHERS = (
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "publisher",
)
_TITLES = ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title")
_WORKS = ("Article", "Report", "BlogPosting", "WebPage", "CreativeWork", "Legislation")
_LONGEST_JSON = 200_000  # characters of one JSON-LD script that are read


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """A page's word on itself; "" or None where it has none. page_title: the <title>; heading: the only <h1>."""

    title: str = ""
    page_title: str = ""
    heading: str = ""
    publisher: str = ""
    author: str = ""
    dated: When | None = None
    language: str = ""


def declared_by(root: Any) -> Declared:
    """Reads the head and the marked elements of a parsed page. A value that cannot be read counts as absent."""
    metas = _metas(root)
    works = [work for work in _json_ld(root) if any(kind in _types(work) for kind in _WORKS)]
    headings = [one_line("".join(h.itertext())) for h in _some(root, "h1", 3)]
    return Declared(
        title=_first(metas, _TITLES) or _named(works, "headline"),
        page_title=next((one_line("".join(t.itertext())) for t in _some(root, "title", 1)), ""),
        heading=headings[0] if len(headings) == 1 else "",
        publisher=_named(works, "publisher") or _first(metas, _PUBLISHERS),
        author=_named(works, "author") or _author(metas),
        dated=_dated(root, metas, works),
        language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower(),
    )


def _some(root: Any, tag: str, most: int) -> list[Any]:
    return [element for element, _ in zip(root.iter(tag), range(most), strict=False)]


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in _some(root, "meta", 500):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        if meta.get("content"):
            found.setdefault(name.strip().lower(), one_line(meta.get("content")))
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _author(metas: dict[str, str]) -> str:
    author = _first(metas, _AUTHORS)
    return "" if author.startswith(("http:", "https:")) else author


def _json_ld(root: Any) -> Iterator[dict[str, Any]]:
    for script in _some(root, "script", 200):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            yield from _objects(json.loads(script.text[:_LONGEST_JSON], strict=False))
        except (ValueError, RecursionError):
            continue


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _types(work: dict[str, Any]) -> str:
    kinds = work.get("@type")
    return " ".join(k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str))


def _named(works: list[dict[str, Any]], key: str) -> str:
    """A text, or the name of a thing or of several, that the first work with `key` gives for it."""
    for work in works:
        value = work.get(key)
        names = [v.get("name") if isinstance(v, dict) else v for v in (value if isinstance(value, list) else [value])]
        if said := ", ".join(one_line(n) for n in names if isinstance(n, str) and n.strip() and "://" not in n):
            return said
    return ""


def _dated(root: Any, metas: dict[str, str], works: list[dict[str, Any]]) -> When | None:
    for key in ("datePublished", "dateCreated"):
        for work in works:
            stamp = work.get(key)
            if isinstance(stamp, str) and (when := read_stamp(stamp)):
                return when.said(f"JSON-LD {key}: {one_line(stamp, 60)}")
    for name in _DATES:
        if metas.get(name) and (when := read_stamp(metas[name])):
            return when.said(f"meta {name}: {one_line(metas[name], 60)}")
    return _time_element(root)


def _time_element(root: Any) -> When | None:
    """A <time> of the article: marked as its publication, else the only one that stands in it before its paragraphs."""
    times = [t for t in _some(root, "time", 100) if t.get("datetime")]
    marked = [t for t in times if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"]
    top = [t for t in times if any(True for _ in t.iterancestors("article", "main")) and not _after_text(t)]
    outside = ("aside", "footer", "nav", "li")
    for time in [*marked, *top]:
        if not any(True for _ in time.iterancestors(*outside)) and (when := read_stamp(time.get("datetime"))):
            return when.said(f"<time> element: {one_line(time.get('datetime'), 60)}")
    return None


def _after_text(time: Any) -> bool:
    """Whether a paragraph of twenty words stands before it in its article."""
    scope = next(time.iterancestors("article", "main"))
    for element in scope.iter():
        if element is time:
            return False
        if element.tag == "p" and len(" ".join(element.itertext()).split()) >= 20:
            return True
    return False
