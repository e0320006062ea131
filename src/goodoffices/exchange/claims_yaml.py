"""Claims written by hand, as YAML.

    version: 1
    claims:
    - id: moscow-direct-talks            # optional; a random one otherwise
      document: insight-170.txt          # name of a document of the case; left out: entered without a document
      quote: a restart of direct talks within four months     # exact words, once in the document; or quotes: […]
      valid: 2010-03-19                  # EDTF
      attribution: {holder: author, source: reported}
      content:
        kind: provision
        act: restart direct talks
        addressees: [isr, pal]
        deadline: {within: P4M, of: 2010-03-19, basis: within four months, anchor: moscow-meeting}
    same_matter:                         # claims that speak of one matter
    - [moscow-meeting, moscow-meeting-insight]
    rulings:                             # on conflicts: which claim is followed in which attribute, and why
    - {follows: moscow-meeting, attribute: place, reason: the statement is dated there}

Times are EDTF; `within` a duration `of` a time, with `or:` for a second reading; or `words:` that give no date. The
fields of each kind are those of its Struct.
"""

import re
from collections.abc import Callable
from typing import Any, get_args

import msgspec
import yaml

from goodoffices.errors import BadArgument, GoodOfficesError, Refused
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import KINDS
from goodoffices.vocabulary.kinds.provision import Recurrence
from goodoffices.vocabulary.quote import Quote, find_quote
from goodoffices.vocabulary.when import When, duration, from_edtf, within

FindText = Callable[[str], tuple[str, str]]
"""A document's id and text for its name; raises NotFound."""


_READ_OTHERWISE = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")


class _Loader(yaml.SafeLoader):
    """YAML in which only true and false are booleans: `on` is a field of ours, and Norway's code is no refusal; and in
    which a day is text until it is read as a time: 30 February spoils its own claim and no other.
    """


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _READ_OTHERWISE]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


class WrittenRuling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ruling as written: the claim followed, in which attribute of its matter, and why."""

    follows: str
    attribute: str
    reason: str


class HandWritten(msgspec.Struct, frozen=True):
    """What a file holds: claims, which of them speak of one matter, rulings, and the items refused."""

    claims: tuple[Claim, ...]
    same_matter: tuple[tuple[str, ...], ...]
    rulings: tuple[WrittenRuling, ...]
    refused: tuple[Refused, ...]


def read(source: str, find_text: FindText, *, by: str) -> HandWritten:
    """Reads a file's text. A bad item is refused by name, the rest is used. BadArgument if it is no such file."""
    try:
        top = yaml.load(source, _Loader)
    except yaml.YAMLError as error:
        raise BadArgument("a file of claims is YAML", str(error).replace("\n", " "), "Mend the line named.") from error
    if not isinstance(top, dict) or top.get("version") != 1 or not isinstance(top.get("claims"), list):
        raise BadArgument("a file of claims says `version: 1` and lists `claims:`", None, "Begin with these two lines.")
    claims: list[Claim] = []
    refused: list[Refused] = []
    for number, item in enumerate(top["claims"], start=1):
        name = str(item.get("id", f"claim {number}")) if isinstance(item, dict) else f"claim {number}"
        try:
            claims.append(_claim(item, find_text, by))
        except GoodOfficesError as error:
            refused.append(Refused(name, error))
    same = []
    for group in listed if isinstance(listed := top.get("same_matter") or [], list) else [listed]:
        if isinstance(group, list) and len(group) > 1:
            same.append(tuple(str(i) for i in group))
            continue
        unlisted = BadArgument("claims of one matter are a list of ids", group, "Write `- [one-claim, another]`.")
        refused.append(Refused("same_matter", unlisted))
    try:
        rulings = msgspec.convert(top.get("rulings") or [], tuple[WrittenRuling, ...])
    except msgspec.ValidationError as error:
        raise BadArgument(
            "a ruling has follows, attribute and reason", str(error), "Correct the field named."
        ) from error
    return HandWritten(tuple(claims), tuple(same), rulings, tuple(refused))


def _claim(item: Any, find_text: FindText, by: str) -> Claim:
    if not isinstance(item, dict) or not isinstance(item.get("content"), dict):
        raise BadArgument("a claim has a `content` with its kind", item, "See the head of the format's page.")
    content = item["content"]
    if content.get("kind") not in KINDS:
        raise BadArgument("a claim is of a known kind", content.get("kind"), f"Known: {', '.join(sorted(KINDS))}.")
    document, text = find_text(item["document"]) if item.get("document") else ("", "")
    words = item.get("quotes") or ([item["quote"]] if item.get("quote") else [])
    if document and not words:
        raise BadArgument("a claim from a document quotes it", item.get("id"), "Add `quote:` with its exact words.")
    filled = {
        "id": str(item.get("id", "")),
        "content": _filled(KINDS[content["kind"]], content, document, text),
        "attribution": _filled(Attribution, item.get("attribution") or {}, document, text),
        "quotes": [msgspec.to_builtins(find_quote(document, text, w)) for w in words],
        "valid": _time(item["valid"]) if item.get("valid") else None,
        "issues": item.get("issues") or [],
        "note": item.get("note") or "",
        "entered_by": "" if document else by,
    }
    try:
        return msgspec.convert(filled, Claim)
    except msgspec.ValidationError as error:
        raise BadArgument("a claim has the fields of its kind", str(error), "Correct the field named.") from error


def _filled(struct: type[msgspec.Struct], given: Any, document: str, text: str) -> dict[str, Any]:
    """`given` with its times and quotes written out in full, wherever the Struct's fields ask for one."""
    if not isinstance(given, dict):
        raise BadArgument(f"{struct.__name__} is a mapping of fields", given, "Write field: value.")
    fields = {field.name: _types(field.type) for field in msgspec.structs.fields(struct)}
    known = set(fields) | {"kind"}
    if unknown := sorted(set(given) - known):
        raise BadArgument(f"{struct.__name__} has no such field", unknown[0], f"It has: {', '.join(sorted(fields))}.")
    return {key: _value(fields.get(key, ()), value, document, text) for key, value in given.items()}


def _value(types: tuple[Any, ...], value: Any, document: str, text: str) -> Any:
    if When in types and value is not None:
        return _time(value)
    if Recurrence in types and isinstance(value, dict):
        duration(str(value.get("every", "")))
    if Quote in types and isinstance(value, str):
        return msgspec.to_builtins(find_quote(document, text, value))
    for inner in types:
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            if isinstance(value, list):
                return [_filled(inner, one, document, text) for one in value]
            if isinstance(value, dict):
                return _filled(inner, value, document, text)
    return value


def _types(annotation: Any) -> tuple[Any, ...]:
    """All types an annotation names: of `tuple[Effect, ...] | None` these are tuple's Effect and None."""
    inner = get_args(annotation)
    return (annotation,) if not inner else tuple(t for part in inner for t in _types(part))


def _time(value: Any) -> Any:
    return msgspec.to_builtins(_when(value))


def _when(value: Any) -> When:
    if isinstance(value, str):
        return from_edtf(value)
    if isinstance(value, int):  # YAML reads a bare year as a number
        return from_edtf(str(value))
    if isinstance(value, dict) and "within" in value:
        anchor = _when(value["of"]) if value.get("of") else None
        basis, anchor_id = str(value.get("basis", "")), str(value.get("anchor", ""))
        first = within(str(value["within"]), anchor, basis=basis, anchor_id=anchor_id)
        return msgspec.structs.replace(first, alternatives=_when(value["or"]).readings()) if "or" in value else first
    if isinstance(value, dict) and "time" in value:
        return _when(value["time"]).said(str(value.get("basis", "")), str(value.get("anchor", "")))
    if isinstance(value, dict) and "words" in value:
        return When(value="FUTURE_REF", basis=str(value["words"]))
    raise BadArgument("a time is EDTF, or within a duration of a time", value, "Write 2010-03-19 or {within: P4M}.")
