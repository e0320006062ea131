"""Claims as W3C Web Annotations (Web Annotation Data Model, 2017): each quote a target with a text-quote and a
text-position selector, the claim itself the body.

The name of an annotation is `urn:goodoffices:claim:` and the claim's id, percent-encoded as names on the web are. The
source of a target is `urn:goodoffices:document:` and the document's id; positions count code points of its text.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

import msgspec

from goodoffices.errors import BadArgument
from goodoffices.vocabulary.claim import Claim, Reviewed
from goodoffices.vocabulary.quote import Quote

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_CLAIM, _DOCUMENT = "urn:goodoffices:claim:", "urn:goodoffices:document:"


def write(claims: Iterable[Reviewed], *, label: str) -> bytes:
    """An annotation page with a collection of that label, in JSON-LD."""
    items = [_annotation(reviewed) for reviewed in claims]
    page = {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "partOf": {"type": "AnnotationCollection", "label": label, "total": len(items)},
        "items": items,
    }
    return msgspec.json.format(msgspec.json.encode(page), indent=1)


def read(written: bytes) -> Iterator[Claim]:
    """The claims of such a page, each with the quotes of its targets. BadArgument for another kind of file."""
    try:
        items = msgspec.json.decode(written)["items"]
        for item in items:
            claim = msgspec.convert(item["body"]["value"], Claim)
            yield msgspec.structs.replace(claim, quotes=tuple(_quote(target) for target in item["target"]))
    except (msgspec.MsgspecError, LookupError, TypeError, AttributeError) as error:
        remedy = "Export claims with `--format annotations`."
        raise BadArgument(
            "annotations are a page of W3C Web Annotations whose bodies are claims", error, remedy
        ) from error


def _annotation(reviewed: Reviewed) -> dict[str, Any]:
    claim = reviewed.claim
    value = msgspec.to_builtins(claim)
    value.pop("quotes", None)
    return {
        "id": f"{_CLAIM}{quote(claim.id, safe='')}",
        "type": "Annotation",
        "motivation": "classifying",
        "created": reviewed.at.isoformat(),
        "creator": {"type": "Person", "name": reviewed.by} if reviewed.by else {"type": "Software"},
        "body": {"type": "Dataset", "purpose": "classifying", "state": reviewed.state, "value": value},
        "target": [_target(one) for one in claim.quotes],
    }


def _target(words: Quote) -> dict[str, Any]:
    return {
        "source": f"{_DOCUMENT}{words.document}",
        "selector": [
            {"type": "TextQuoteSelector", "exact": words.exact, "prefix": words.prefix, "suffix": words.suffix},
            {"type": "TextPositionSelector", "start": words.start, "end": words.end},
        ],
    }


def _quote(target: dict[str, Any]) -> Quote:
    words, place = target["selector"]
    return Quote(
        target["source"].removeprefix(_DOCUMENT),
        place["start"],
        place["end"],
        words["exact"],
        words["prefix"],
        words["suffix"],
    )
