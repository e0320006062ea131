"""A record of forecasts with what became of them: how good they were, and whether seventy per cent meant seventy.

Brier (1950), "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78:1-3, here for yes
or no in its half form (0 is perfect, 0.25 is always saying one half); split after Murphy (1973), "A new vector
partition of the probability score", J. Applied Meteorology 12:595-600.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from goodoffices.bargaining.writing import listing, mapping, named, only, rational, tree
from goodoffices.errors import BadArgument, BadScenario

KEYS = frozenset(("forecasts", "title", "note", "words", "record"))

FIELDS = {"what", "by", "made", "due", "probability", "hedge", "came", "source"}


class Forecast(msgspec.Struct, frozen=True):
    """Somebody's forecast that something will be so. `probability`: None for one made in words alone; `came`: None
    while it is open; `source`: the claim or document it stands in, empty for the office's own; `hedge`: the word that
    says how firmly it is made; `assumed`: the probability is the record's assumption on that word."""

    what: str
    by: str
    made: str = ""
    due: str = ""
    probability: Fraction | None = None
    came: bool | None = None
    source: str = ""
    hedge: str = ""
    assumed: bool = False


class Bin(msgspec.Struct, frozen=True):
    """Forecasts of about one probability: how many, their mean, and how often it came."""

    low: Fraction
    high: Fraction
    count: int
    mean: Fraction
    frequency: Fraction


class Scored(msgspec.Struct, frozen=True):
    """The forecasts of one source. Only those with a probability and an outcome are scored; `assumed`: of these, how
    many have it by assumption; `in_words`: those without a probability that have an outcome, and how many came.

    brier = reliability - resolution + uncertainty + the spread inside the classes (exactly the first three where
    forecasts take one value a class). `usual`: the score of always saying the share that came. All None where nothing
    is scored.
    """

    by: str
    made: int
    open: int
    scored: int
    in_words: int
    in_words_came: int
    brier: Fraction | None = None
    usual: Fraction | None = None
    reliability: Fraction | None = None
    resolution: Fraction | None = None
    assumed: int = 0


def scored(forecasts: Sequence[Forecast], by: str = "", bins: int = 10) -> Scored:
    """The scores of the forecasts of `by` (empty: of all). Exact fractions."""
    mine = [one for one in forecasts if not by or one.by == by]
    closed = [one for one in mine if one.came is not None]
    words = [one for one in closed if one.probability is None]
    pairs = _pairs(closed)
    came = sum(one.came is True for one in words)
    base = Scored(by, len(mine), len(mine) - len(closed), len(pairs), len(words), came)
    if not pairs:
        return base
    count = len(pairs)
    share = Fraction(sum(came for _, came in pairs), count)
    classes = calibration(mine, bins)
    return msgspec.structs.replace(
        base,
        brier=sum(((p - came) ** 2 for p, came in pairs), Fraction(0)) / count,
        usual=share * (1 - share),
        reliability=sum((one.count * (one.mean - one.frequency) ** 2 for one in classes), Fraction(0)) / count,
        resolution=sum((one.count * (one.frequency - share) ** 2 for one in classes), Fraction(0)) / count,
        assumed=sum(one.assumed for one in closed),
    )


def calibration(forecasts: Sequence[Forecast], bins: int = 10) -> tuple[Bin, ...]:
    """Classes of equal width that hold a scored forecast, from the least probability up; a boundary belongs to the
    class above it, and 1 to the last. Raises BadArgument for fewer than one class."""
    if bins < 1:
        raise BadArgument("there is at least one class", bins, "Ten are usual.")
    held: dict[int, list[tuple[Fraction, int]]] = {}
    for p, came in _pairs(forecasts):
        held.setdefault(min(bins - 1, int(p * bins)), []).append((p, came))
    return tuple(
        Bin(
            Fraction(k, bins),
            Fraction(k + 1, bins),
            len(pairs),
            sum((p for p, _ in pairs), Fraction(0)) / len(pairs),
            Fraction(sum(came for _, came in pairs), len(pairs)),
        )
        for k, pairs in sorted(held.items())
    )


def read_forecasts(text: str) -> tuple[Forecast, ...]:
    """The record written in `text` (YAML). `words` in it says which probability a hedge is taken for: an assumption,
    without which a forecast in words has none. Raises BadScenario naming the entry."""
    root = tree(text, "a record of forecasts")
    if str(root.get("forecasts")) != "1":
        raise BadScenario("the file starts with 'forecasts: 1'", root.get("forecasts"), "Add or convert it.")
    only(root, KEYS, "the file")
    entries = listing(root.get("record", []), "record")
    if not entries:
        raise BadScenario("a record has a forecast", None, "List them under `record`.")
    said = mapping(root.get("words", {}), "words")
    words = {hedge: probability(value, f"words.{hedge}") for hedge, value in said.items()}
    return tuple(_forecast(number, mapping(one, f"record {number}"), words) for number, one in enumerate(entries, 1))


def probability(value: object, cell: str) -> Fraction:
    """An exact probability: 0.7, or 7/10. BadScenario for what is none."""
    found = rational(value, cell)
    if not 0 <= found <= 1:
        raise BadScenario(f"{cell} lies between 0 and 1", value, "Divide per cents by 100.")
    return found


def _forecast(number: int, m: Mapping[str, object], words: Mapping[str, Fraction]) -> Forecast:
    cell = f"record {number}"
    only(m, FIELDS, cell)
    hedge = str(m.get("hedge", ""))
    stated = probability(m["probability"], f"{cell}.probability") if "probability" in m else None
    came = str(m.get("came", "open")).lower()
    if came not in ("yes", "no", "true", "false", "open"):
        raise BadScenario(f"{cell}.came is yes, no or open", m["came"], "Leave it out while it is open.")
    return Forecast(
        named(m, "what", cell),
        named(m, "by", cell),
        str(m.get("made", "")),
        str(m.get("due", "")),
        words.get(hedge) if stated is None else stated,
        None if came == "open" else came in ("yes", "true"),
        str(m.get("source", "")),
        hedge,
        stated is None and hedge in words,
    )


def _pairs(forecasts: Sequence[Forecast]) -> list[tuple[Fraction, int]]:
    return [
        (one.probability, int(one.came)) for one in forecasts if one.probability is not None and one.came is not None
    ]
