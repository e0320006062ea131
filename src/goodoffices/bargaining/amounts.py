"""What a cell of a scenario may hold: a whole number in a fixed unit, a range, or nothing yet.

Integers, because sums of floats taken in different orders differ in their last bit, and a difference in the
last bit makes false ties and false dominance.
"""

import re
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from fractions import Fraction

import msgspec

from goodoffices.errors import BadScenario

POINT = 1_000_000
"""Micro-points in a point: values, bonuses and reservations are counted in micro-points."""

SHARE = 1_000_000_000
"""Billionths in a weight of one: weights are counted in billionths."""

LARGEST = 2**53
"""Utilities stay below this, so that a double holds each of them exactly."""


_RATIONAL = re.compile(r"[+-]?(\d{1,60}/\d{1,60}|\d{1,60}(\.\d{0,60})?(e[+-]?\d{1,2})?|\.\d{1,60})", re.I)
"""A number short enough to be worked with; `1e999999999` would take all memory."""


class Between(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quantity known only to lie from `low` to `high` (both included), in the unit of its cell.

    With `likely` it is drawn from the triangular distribution with that mode, without it from the uniform
    one.
    """

    low: int
    high: int
    likely: int | None = None


Amount = int | Between | None
"""An integer in the cell's unit, a range, or None: not known."""


def exactly(text: object) -> Fraction:
    """The number written in `text`, with a point or as a fraction. ValueError where it is none."""
    said = str(text).strip()
    if not _RATIONAL.fullmatch(said):
        raise ValueError(said)
    try:
        return Fraction(said)
    except ZeroDivisionError as error:
        raise ValueError(said) from error


def whole(text: object, unit: int, cell: str) -> int:
    """The number written in `text` as an integer count of 1/`unit`, rounded half to even.

    Raises BadScenario naming `cell` when it is no finite number.
    """
    try:
        number = Decimal(str(text).strip())
        if not number.is_finite():
            raise InvalidOperation
    except InvalidOperation:
        raise BadScenario(f"{cell} is a number, a range {{from, to}} or 'unknown'", text, "Write e.g. 12.5.") from None
    if abs(number) >= LARGEST:
        raise BadScenario(f"{cell} is too large for exact sums", text, "Count in a larger unit.")
    return int((number * unit).to_integral_value(ROUND_HALF_EVEN))


def amount(written: object, unit: int, cell: str) -> Amount:
    """A cell as written in a file: a number, `unknown` (or empty), or a mapping with from, to and perhaps
    likely."""
    if written is None or (isinstance(written, str) and written.strip().lower() in ("", "unknown", "null", "~")):
        return None
    if not isinstance(written, dict):
        return whole(written, unit, cell)
    strange = set(written) - {"from", "to", "likely"}
    if strange or not {"from", "to"} <= set(written):
        raise BadScenario(f"{cell} as a range has 'from' and 'to'", written, "Write {from: 10, to: 30}.")
    low, high = whole(written["from"], unit, cell), whole(written["to"], unit, cell)
    likely = whole(written["likely"], unit, cell) if "likely" in written else None
    if low > high or (likely is not None and not low <= likely <= high):
        raise BadScenario(f"{cell}: from <= likely <= to", written, "Put the smaller number first.")
    return Between(low, high, likely)


def written(value: Amount, unit: int) -> object:
    """`value` as it is written in a file: the inverse of `amount`."""
    if value is None:
        return "unknown"
    if isinstance(value, int):
        return number(value, unit)
    bounds: dict[str, object] = {"from": number(value.low, unit)}
    if value.likely is not None:
        bounds["likely"] = number(value.likely, unit)
    return bounds | {"to": number(value.high, unit)}


def number(value: int, unit: int) -> int | float:
    """`value`/`unit` as the shortest number that reads back to `value`."""
    return value // unit if value % unit == 0 else float(Decimal(value) / unit)


def bounds(value: Amount, low: int, high: int) -> tuple[int, int]:
    """The least and the greatest `value` can be; `low` and `high` stand in where it is unknown."""
    if value is None:
        return low, high
    return (value, value) if isinstance(value, int) else (value.low, value.high)
