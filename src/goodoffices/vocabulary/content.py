"""What every claim kind has in common: its labels, its matter key, what can be compared, how it is exchanged."""

from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Literal, Self

from msgspec import Struct

from goodoffices.vocabulary.when import When

NameOf = Callable[[str], str]
Keys = Iterator[tuple[str, ...]]
Stretches = Iterator[tuple[str, When | None, str, When | None]]
"""Of what runs from one time until another: the name of each and the time."""

# Coarse acts, after PLOVER and with ours added; a Statement and a Provision name one.
Act = Literal[
    "commit",
    "propose",
    "request",
    "support",
    "welcome",
    "accept",
    "reject",
    "accuse",
    "threaten",
    "announce",
    "assess",
    "consult",
    "mediate",
    "concede",
    "condition",
    "stall",
    "suspend",
    "coerce",
    "assault",
]


class Content(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """What a claim says, in the terms of its kind. A kind is one subclass in one file of `kinds/`.

    label, plural: what people read. comparable: names of attributes in which two sources of one matter can
    contradict each other; "date" is the claim's own valid time. described: those of them that sources put in words of
    their own, so that whoever uses fewer of the same only says less. passing: those that can be otherwise on another
    day, as a count so far, so that only sources of one day contradict each other. by_words: two claims are alike only
    if the words that they quote are, too.
    """

    label: ClassVar[str]
    plural: ClassVar[str]
    comparable: ClassVar[tuple[str, ...]] = ()
    described: ClassVar[frozenset[str]] = frozenset()
    passing: ClassVar[frozenset[str]] = frozenset()
    by_words: ClassVar[bool] = False

    def matter_keys(self, valid: When | None) -> Keys:
        """What two claims share if they may speak of one matter; none: they are never proposed as the same.

        valid: the claim's valid time. Keys are wide, to find the pairs; `alike` then looks at both.
        """
        return iter(())

    def alike(self, other: Self, valid: When | None, others: When | None) -> bool:
        """Whether this and another content of the kind, so at these times, probably speak of one matter; symmetric."""
        return False

    def stretches(self, valid: When | None) -> Stretches:
        """What of it begins and ends, with names and times: no end may surely lie before its beginning."""
        return iter(())

    def compared(self, attribute: str) -> Any:
        """The value of a comparable attribute, as it is held against another source's."""
        return getattr(self, attribute)

    def exchanged(self, name: NameOf, valid: When | None) -> dict[str, Any]:
        """The kind's fields of claims.jsonl; `name` gives a party's name for its id."""
        return {}

    @classmethod
    def kind(cls) -> str:
        """The kind's name, as stored and exchanged."""
        return str(cls.__struct_config__.tag)


def day(when: When | None) -> str | None:
    """The day, month or year of `when` as text, as exact as the words; None where they give none."""
    if when is None or not when.bounded:
        return None
    if when.precision in ("day", "minute", "hour") and when.earliest:
        return when.earliest.isoformat()
    return when.edtf or None


def first_day(when: When | None) -> str | None:
    """The earliest bound in ISO 8601, or None."""
    return when.earliest.isoformat() if when and when.earliest else None


def last_day(when: When | None) -> str | None:
    """The latest bound in ISO 8601, or None."""
    return when.latest.isoformat() if when and when.latest else None
