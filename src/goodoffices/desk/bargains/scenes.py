"""From answers of the bargaining room to pictures of them: what is shown, and what it shows in one line."""

from goodoffices import pictures as drawn
from goodoffices.desk.bargains.linkages import CREDIBILITY, LinkageLine, Linkages
from goodoffices.desk.bargains.packages import Answer, Found, Packages
from goodoffices.pictures import Picture

SHOWN = 8
"""Packages in a picture of robustness."""


def of_packages(found: Found) -> list[Picture]:
    """The frontier, and the solutions that differ compared; with unknown cells and draws, the robustness."""
    answer = found.answer
    pictures = []
    if found.frontier is not None and len(found.frontier):
        pictures.append(_frontier(answer, found.frontier.points.tolist()))
    distinct: dict[tuple[str, ...], list[Answer]] = {}
    for one in answer.solutions:
        distinct.setdefault(tuple(one.package.values()), []).append(one)
    if len(distinct) > 1:
        pictures.append(_comparison(answer, list(distinct.values())))
    if answer.drawn is not None and answer.drawn.standings:
        pictures.append(_robustness(answer))
    return pictures


def of_linkages(found: Linkages) -> list[Picture]:
    """Gains and losses under the Nash solution, the linkage meant and believed."""
    if not found.lines:
        return []
    names = [name for _, name in found.parties]
    effects = [_effect(found, line) for line in found.lines]
    title = f"{found.title}: what each linkage is worth"
    under = f"Nash solution, points against bargaining without it; the linkage is {CREDIBILITY[True, True]}."
    return [drawn.linkages(title, f"{_who_pays(found)} {under}", found.assumption, names, effects)]


def _effect(found: Linkages, line: LinkageLine) -> drawn.Effect:
    names = dict(found.parties)
    first = line.worths[0]
    gains = None if first.gains is None else tuple(first.gains[party] for party, _ in found.parties)
    closes = f"removes {line.removed}" if line.removed != "0" else f"creates {line.created}"
    return drawn.Effect(name=line.id, by=names[line.party], gains=gains, closes=closes)


def _who_pays(found: Linkages) -> str:
    own = [line.worths[0].gains[line.party] for line in found.lines if line.worths[0].gains]
    paid, gained = sum(gain < 0 for gain in own), sum(gain > 0 for gain in own)
    return f"Of {len(found.lines)} linkages {gained} pay those who make them and {paid} cost them."


def _frontier(answer: Packages, rows: list[list[float]]) -> Picture:
    scales = [
        drawn.Scale(name=name, reservation=answer.reservations[party], points=tuple(row[p] / 1e6 for row in rows))
        for p, (party, name) in enumerate(answer.parties)
    ]
    spots = [
        drawn.Spot(name=one.name, points=tuple(one.points[party] for party, _ in answer.parties))
        for one in answer.solutions
    ]
    how = "the bars show how often the frontier gives a party so many points, the line what it needs at least."
    how = "each dot is one of them, the dashed lines are what each party needs at least." if len(scales) == 2 else how
    finding = f"{len(rows):,} points no package beats for everybody; {how}"
    return drawn.frontier(f"{answer.title}: the frontier", finding, answer.assumption, scales, spots)


def _comparison(answer: Packages, groups: list[list[Answer]]) -> Picture:
    packages = [
        drawn.Compared(
            name=", ".join(one.name for one in group),
            points=tuple(group[0].points[party] for party, _ in answer.parties),
            options=tuple(group[0].package.values()),
        )
        for group in groups
    ]
    differ = [label for (issue, label) in answer.issues if len({group[0].package[issue] for group in groups}) > 1]
    finding = f"They differ on {len(differ)} of {len(answer.issues)} issues: {', '.join(differ)}."
    parties = [(name, answer.reservations[party]) for party, name in answer.parties]
    labels = [label for _, label in answer.issues]
    title = f"{answer.title}: {len(packages)} packages compared"
    return drawn.comparison(title, finding, answer.assumption, parties, labels, packages)


def _robustness(answer: Packages) -> Picture:
    assert answer.drawn is not None
    stood = [
        drawn.Stood(
            name="; ".join(
                f"{label}: {answer.options[issue][o]}"
                for (issue, label), o in zip(answer.issues, one.package, strict=True)
            ),
            accepted=one.accepted,
            undominated=one.undominated,
            regret=one.worst_regret / 1e6,
            holds=one.holds,
        )
        for one in answer.drawn.standings[:SHOWN]
    ]
    finding = (
        f"Over {answer.drawn.draws:,} draws of {len(answer.unknown)} unknown cells, the package most often accepted "
        f"is so in {stood[0].accepted:.0%}; shares of draws under stated assumptions, not probabilities."
    )
    return drawn.robustness(f"{answer.title}: what if the unknown is otherwise", finding, answer.assumption, stood)
