"""Putting a claim right in a form: one field for each attribute that a few words can give, folded from its kind."""

import types
from collections.abc import Iterator, Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from goodoffices.errors import BadArgument, BadDate
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.when import When, from_edtf

Shape = Literal["words", "list", "choice", "date", "yes", "number"]


class Field(Struct, frozen=True, kw_only=True):
    """One field. name: of the attribute, "valid", or one of the attribution's after "attribution."; value: as written
    in the form, a list one item a line, a date in EDTF; choices: what a choice allows.
    """

    name: str
    shape: Shape
    value: str
    choices: tuple[str, ...] = ()


def fields(claim: Claim) -> tuple[Field, ...]:
    """The fields of a claim: when it was so, what its kind says, whose word it is."""
    return (
        _field("valid", When | None, claim.valid),
        *(_field(n, hint, getattr(claim.content, n)) for n, hint in _hints(type(claim.content))),
        *(
            _field(f"attribution.{name}", hint, getattr(claim.attribution, name))
            for name, hint in _hints(Attribution)
            if name != "via"
        ),
    )


def amended(claim: Claim, given: Mapping[str, str]) -> Claim:
    """The claim with what the form gives; what it leaves out stays. BadArgument or BadDate for what cannot be so."""
    changes: dict[str, Any] = {}
    for field in fields(claim):
        if field.name in given and given[field.name].strip().replace("\r\n", "\n") != field.value:
            changes[field.name] = _value(field, given[field.name], _now(claim, field.name))
    valid = changes.pop("valid", claim.valid)
    voice = {n.removeprefix("attribution."): v for n, v in changes.items() if n.startswith("attribution.")}
    content = {n: v for n, v in changes.items() if "." not in n}
    return _checked(
        replace(
            claim,
            valid=valid,
            content=replace(claim.content, **content),
            attribution=replace(claim.attribution, **voice),
        )
    )


def _checked(claim: Claim) -> Claim:
    try:
        return msgspec.json.decode(msgspec.json.encode(claim), type=Claim)
    except msgspec.ValidationError as error:
        raise BadArgument("a claim keeps the form of its kind", error, "Correct the field named.") from error


def _hints(struct: type[Struct]) -> Iterator[tuple[str, Any]]:
    """The attributes that a field can hold, with their types."""
    hints = get_type_hints(struct)
    for name in struct.__struct_fields__:
        if _shape(hints[name]) is not None:
            yield name, hints[name]


def _shape(hint: Any) -> Shape | None:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is Literal:
        return "choice"
    if get_origin(hint) is tuple:
        return "list" if get_args(hint)[0] is str else None
    shapes: dict[Any, Shape] = {str: "words", When: "date", bool: "yes", float: "number"}
    return shapes.get(hint)


def _field(name: str, hint: Any, value: Any) -> Field:
    shape = _shape(hint)
    assert shape is not None
    if isinstance(value, When):
        written = value.edtf or value.value
    elif isinstance(value, tuple):
        written = "\n".join(value)
    elif isinstance(value, bool):
        written = "yes" if value else "no"
    else:
        written = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    choices = tuple(get_args(hint)) if shape == "choice" else ("yes", "no") if shape == "yes" else ()
    return Field(name=name, shape=shape, value=written, choices=choices)


def _now(claim: Claim, name: str) -> Any:
    if name == "valid":
        return claim.valid
    home = claim.attribution if name.startswith("attribution.") else claim.content
    return getattr(home, name.removeprefix("attribution."))


def _value(field: Field, given: str, now: Any) -> Any:
    """What the form's words mean for a field."""
    words = given.strip()
    if field.shape == "date":
        if not words:
            return None
        try:
            return from_edtf(words).said(now.basis if isinstance(now, When) else "as amended by hand")
        except BadDate as error:
            raise BadDate(
                f"{field.name}: a date is written in EDTF", words, "For example 2030-05 or ../2030-06-30."
            ) from error
    if field.shape == "list":
        return tuple(line.strip() for line in words.splitlines() if line.strip())
    if field.shape == "number":
        try:
            return float(words) if words else None
        except ValueError as error:
            raise BadArgument(f"{field.name} is a number", words, "Write digits.") from error
    if field.choices and words not in field.choices:
        raise BadArgument(f"{field.name} is one of its choices", words, f"Known: {', '.join(field.choices)}.")
    return words == "yes" if field.shape == "yes" else words
