"""From answers on division, stability and forecasts to pictures of them, each with what it shows in one line."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from goodoffices import pictures as drawn
from goodoffices.desk.bargains.divide import Divided
from goodoffices.desk.bargains.forecast import Foreseen, Judged
from goodoffices.desk.bargains.stability import Held
from goodoffices.pictures import Picture

WORDS = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ"}

SPOKEN = "The probabilities are those of the record; a forecast in words alone is not scored."


def of_division(found: Divided) -> list[Picture]:
    """Who has how much of each issue."""
    names = [party for party, _ in found.parties]
    parts = []
    for issue, label in found.issues:
        shares = [Fraction(found.shares[party][issue]) for party in names]
        parts.append(
            drawn.Part(name=label, shares=tuple(map(float, shares)), written=tuple(share_in_words(s) for s in shares))
        )
    scores = [Fraction(found.scores[party]) for party in names]
    whole = max((sum(map(Fraction, found.points[party].values()), Fraction(0)) for party in names), default=1) or 1
    sums = drawn.Part(
        name="Points, of its own",
        shares=tuple(float(score / whole) for score in scores),
        written=tuple(number_in_words(score) for score in scores),
    )
    split = [label for issue, label in found.issues if sum(Fraction(found.shares[p][issue]) > 0 for p in names) > 1]
    alike = len(set(scores)) == 1
    even = "All have the same points by their own measure" if alike else "The worst-off has as much as it can have"
    shared = f"{', '.join(split)} is shared" if len(split) == 1 else f"{len(split)} issues are shared"
    finding = f"{even}; {shared if split else 'no issue is shared'}."
    title = f"{found.title}: who gets what"
    picture = drawn.division(title, finding, found.assumption, [name for _, name in found.parties], parts, sums)
    return [_leading(picture, [*(f"#points-{n}" for n in range(1, len(parts) + 1)), "#points"])]


def _leading(picture: Picture, places: Sequence[str]) -> Picture:
    """The picture with the numbers of each row of its table leading to a place of the page, "#" and its name."""
    wide = len(picture.table.heads)
    return replace(picture, table=replace(picture.table, refs=tuple((place,) * wide for place in places)))


def share_in_words(share: Fraction | str) -> str:
    """A part of an issue: all, none, or the exact fraction with its per cent."""
    share = Fraction(share)
    if share in (0, 1):
        return "all" if share else "–"
    return f"{share} ({float(share):.1%})"


def number_in_words(value: Fraction | str) -> str:
    """Points: exact, and as a decimal where they are no whole number."""
    value = Fraction(value)
    return str(value) if value.denominator == 1 else f"{value} ({float(value):.2f})"


def of_stability(found: Held) -> list[Picture]:
    """The states on the ways from the status quo, and the moves among them; none without a status quo."""
    if not found.status_quo:
        return []
    lines = {line.name: line for line in found.lines}
    after = {found.status_quo: 0}
    for line in found.lines:
        for steps, (_, name, _) in enumerate(line.path or (), start=1):
            after[name] = min(steps, after.get(name, steps))
    names = dict(found.parties)
    near = dict.fromkeys([found.status_quo, *(name for step in found.steps for name in (step.start, step.end))])
    order = {name: n for n, name in enumerate(near)}
    places = [
        drawn.Place(
            name=name,
            says=", ".join(lines[name].taken) or "–" if name in lines else "–",
            holds=", ".join(WORDS[c] for c in lines[name].equilibrium) if name in lines else "",
            after=after.get(name),
            moves="; ".join(
                f"{names[one.party]} → {one.end}" + ("" if one.improves else " (not better off at once)")
                for one in found.steps
                if one.start == name
            ),
        )
        for name in order
    ]
    trodden: dict[tuple[str, str, str], bool] = {}
    for line in found.lines:
        here = found.status_quo
        for party, name, improves in line.path or ():
            if here in order and name in order:
                trodden[here, name, party] = improves
            here = name
    moves = [
        drawn.Move(start=order[start], end=order[end], who=names[party], improves=improves)
        for (start, end, party), improves in trodden.items()
    ]
    under = lines[found.status_quo].equilibrium if found.status_quo in lines else ()
    stays = f"holds under {', '.join(WORDS[c] for c in under)}" if under else "holds under none of the four concepts"
    reached = sum(1 for line in found.lines if line.equilibrium and line.path)
    finding = f"The status quo {stays}; ways lead to {reached} of the other states listed that nobody would leave."
    picture = drawn.ways(f"{found.title}: ways from the status quo", finding, found.assumption, places, moves)
    return [_leading(picture, ["#states"] * len(places))]


def of_forecast(found: Foreseen) -> list[Picture]:
    """The actors on the scale, and what each model makes of it."""
    standers = [
        drawn.Stander(
            name=one.name,
            low=one.low,
            high=one.high,
            usual=one.usual,
            weight=f"capability {one.capability}, salience {one.salience}",
        )
        for one in found.stands
    ]
    answers = [
        drawn.Answer(model=one.model, usual=one.usual, quantiles=one.quantiles if found.open else ())
        for one in found.outlook.models
    ]
    ends = [one.usual for one in found.outlook.models]
    over = (
        f" Over {found.outlook.draws:,} draws of {len(found.open)} ranges: shares of draws, not probabilities."
        if found.open
        else ""
    )
    finding = f"The three models end between {min(ends):.4g} and {max(ends):.4g}.{over}"
    title = f"{found.title}: where it would end"
    picture = drawn.outlook(title, finding, found.assumption, found.unit, standers, answers)
    return [_leading(picture, ["#rounds" if one.model == "challenge" else "#assumed" for one in found.outlook.models])]


def of_record(found: Judged) -> list[Picture]:
    """Calibration, and the Brier score of each source; none where nothing is scored."""
    whole = found.scores[0]
    if whole.brier is None or whole.usual is None:
        return []
    classes = [drawn.Class(said=float(one.mean), came=float(one.frequency), count=one.count) for one in found.classes]
    better = "better than" if whole.brier < whole.usual else "no better than"
    by_word = f" {whole.assumed} of these have a probability by assumption on their words." if whole.assumed else ""
    calibrated = (
        f"{whole.scored} forecasts with a probability and an outcome; on the dashed line said and came agree.{by_word}"
    )
    scored = [
        drawn.Score(name=one.by or "all together", brier=float(one.brier), usual=float(one.usual), scored=one.scored)
        for one in found.scores
        if one.brier is not None and one.usual is not None
    ]
    finding = (
        f"All together {float(whole.brier):.3f}, {better} always saying the share that came ({float(whole.usual):.3f})."
    )
    curve = drawn.calibration("Forecasts: said and come", calibrated, SPOKEN, classes)
    bars = drawn.scores("Forecasts: Brier scores by source", finding, SPOKEN, scored)
    return [_leading(one, ["#forecasts"] * len(one.table.rows)) for one in (curve, bars)]
