"""The challenge model: who would challenge whom, and who gives way, round by round.

Bueno de Mesquita's expected utility model as specified by Scholz, Calbert and Smith (2011), "Unravelling Bueno de
Mesquita's group decision model", J. Theoretical Politics 23:510-531. Where that paper is unclear, or its authors'
programme is said to differ from it, `Options` has both readings.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from goodoffices.bargaining.forecast.means import compromise, median
from goodoffices.bargaining.forecast.question import Stand
from goodoffices.errors import BadArgument

CHOICES = {
    "probability": ("pair", "all positions", "all actors"),
    "risk": ("actors", "positions"),
    "salience": ("challenged", "challenger"),
    "offer": ("least move", "weighted mean"),
    "worse": ("capitulation", "stalemate"),
    "tie": ("stronger", "mean", "first listed"),
    "width": ("first round", "each round"),
}
"""What each option can be; the first is the usual reading."""


class Options(msgspec.Struct, frozen=True):
    """One entry per point on which readings of the model differ.

    probability: the chance that i prevails over j is the weight of those who prefer i's position over the weight of
    all who care between the two (pair), so that both chances sum to one; or over the sum for all pairs of positions
    (all positions) or of actors (all actors), as in replications that follow the authors' programme.
    risk: an actor's danger is compared with the most and least endangered actor (actors), or with what it would itself
    face at the other positions taken (positions).
    salience: in what i expects of a challenge it is the salience of the one challenged that counts; in what the other
    is thought to expect in turn, likewise (challenged), or, as the paper prints it, that of the challenger
    (challenger). offer: of several offers to compromise an actor takes the one that moves it least, or the one whose
    mean of both positions, weighted by the expectations, is least (as in that replication).
    worse: an actor that expects to lose more than its challenger to gain gives in wholly (capitulation) or not at all.
    tie: of offers that are alike in this, an actor takes that of the one who expects most, the mean of where they
    lead, or the first in the order of the actors, as a programme does that does not ask.
    width: distances are taken as shares of the width of the scale in the first round, or in each round anew.
    quo: the chance, from 0 to 1, that without a challenge all stays as it is. better: if it does not stay, the chance
    that this is to the challenger's advantage.
    """

    probability: str = "pair"
    risk: str = "actors"
    salience: str = "challenged"
    offer: str = "least move"
    worse: str = "capitulation"
    tie: str = "stronger"
    width: str = "first round"
    quo: float = 1.0
    better: float = 0.5


USUAL = Options()

ROUNDS = 10_000
"""Most rounds; nobody moves any more, or they swing, long before."""

NOISE = 1e-9
"""Expectations closer than this (they lie between -4 and 4) are alike: sums of doubles differ in their last bits."""


class Round(msgspec.Struct, frozen=True):
    """How things stand after a round (0: at the start). `median`: (lowest, highest)."""

    positions: tuple[float, ...]
    mean: float
    median: tuple[float, float]


def challenge(stands: Sequence[Stand], rounds: int = 10, options: Options = USUAL) -> tuple[Round, ...]:
    """The rounds, from 0 on; they end early where nobody moves any more. Raises BadArgument for an unknown option.

    Deterministic. The mean of the last rounds need not settle: the model is known to swing.
    """
    for name, allowed in CHOICES.items():
        if getattr(options, name) not in allowed:
            raise BadArgument(f"{name} is one of {', '.join(allowed)}", getattr(options, name), "Leave it out.")
    if not 0 <= rounds <= ROUNDS:
        raise BadArgument(f"rounds are zero or more, and at most {ROUNDS:,}", rounds, "Ten are usual.")
    for name in ("quo", "better"):
        if not 0 <= getattr(options, name) <= 1:
            raise BadArgument(f"{name} is a chance between 0 and 1", getattr(options, name), "Leave it out.")
    now = list(stands)
    found = [_round(now)]
    spread = max(one.position for one in now) - min(one.position for one in now)
    for _ in range(rounds if spread > 0 else 0):
        if options.width == "each round":
            spread = max(one.position for one in now) - min(one.position for one in now)
        moved = _Board(now, spread, options).moved() if spread > 0 else [one.position for one in now]
        if moved == [one.position for one in now]:
            break
        now = [replace(one, position=x) for one, x in zip(now, moved, strict=True)]
        found.append(_round(now))
    return tuple(found)


def _round(stands: Sequence[Stand]) -> Round:
    return Round(tuple(one.position for one in stands), compromise(stands), median(stands))


class _Board:
    """One round. Matrices are indexed [i, j]: what i expects of challenging j."""

    def __init__(self, stands: Sequence[Stand], spread: float, options: Options) -> None:
        self.stands, self.spread, self.options = stands, spread, options
        self.x = np.array([one.position for one in stands])
        self.weight = np.array([one.weight for one in stands])
        self.salience = np.array([one.salience for one in stands])
        self.far = np.abs(self.x[:, None] - self.x[None]) / spread
        middle = sum(median(stands)) / 2
        self.off = np.abs(self.x - middle) / spread
        self.chance = self._chances()

    def _chances(self) -> NDArray[np.float64]:
        """[i, j]: the chance that i's position prevails over j's; 0 where they are the same."""
        count = len(self.x)
        votes = self.weight[:, None, None] * (self.far[:, None, :] - self.far[:, :, None])  # [k, i, j]: k for i over j
        won = np.maximum(votes, 0).sum(axis=0)
        if self.options.probability != "pair":
            among = list(range(count))
            if self.options.probability == "all positions":
                among = [int(np.flatnonzero(self.x == x)[0]) for x in sorted(set(self.x.tolist()))]
            total = sum(float(np.abs(votes[:, i, j]).sum()) for i, j in combinations(among, 2))
            whole = np.full((count, count), total)
        else:
            whole = np.abs(votes).sum(axis=0)
        found: NDArray[np.float64] = np.divide(won, whole, out=np.zeros_like(won), where=whole > 0)
        return found

    def expected(self, risk: NDArray[np.float64], salience: NDArray[np.float64]) -> NDArray[np.float64]:
        """[i, j]: what i expects of challenging j. risk: exponent of each i's utility; salience [i, j]."""
        r = risk[:, None]
        success, failure = _utility(0.5 - 0.5 * self.far, r), _utility(0.5 + 0.5 * self.far, r)
        drift = 0.25 * (self.off[:, None] + self.far)
        fought = self.chance * success + (1 - self.chance) * failure
        left = self.options.better * _utility(0.5 - drift, r) + (1 - self.options.better) * _utility(0.5 + drift, r)
        quo = self.options.quo * _utility(np.full_like(self.far, 0.5), r) + (1 - self.options.quo) * left
        return salience * fought + (1 - salience) * success - quo

    def risks(self) -> NDArray[np.float64]:
        """The exponent of each actor: below 1 for those who take risks. From the danger each is in when all are
        neutral."""
        neutral = np.ones(len(self.x))
        danger = self._danger(self.expected(neutral, self._challenged()))
        most, least = np.full(len(self.x), danger.max()), np.full(len(self.x), danger.min())
        if self.options.risk == "positions":
            for i in range(len(self.x)):
                would = [self._danger_at(i, k) for k in range(len(self.x))]
                most[i], least[i] = max(would), min(would)
        width = most - least
        ratio = np.divide(2 * danger - most - least, width, out=np.zeros_like(danger), where=width > 0)
        risk: NDArray[np.float64] = (1 - ratio / 3) / (1 + ratio / 3)
        return risk

    def _danger(self, expected: NDArray[np.float64]) -> NDArray[np.float64]:
        """What all others together expect of challenging each."""
        found: NDArray[np.float64] = np.where(np.eye(len(self.x), dtype=bool), 0, expected).sum(axis=0)
        return found

    def _danger_at(self, i: int, k: int) -> float:
        """The danger i would be in at k's position."""
        there = list(self.stands)
        there[i] = replace(there[i], position=there[k].position)
        board = _Board(there, self.spread, self.options)
        return float(board._danger(board.expected(np.ones(len(there)), board._challenged()))[i])

    def _challenged(self) -> NDArray[np.float64]:
        return np.broadcast_to(self.salience[None, :], self.far.shape)

    def moved(self) -> list[float]:
        """Where everybody stands after the offers of this round."""
        risk = self.risks()
        mine = self.expected(risk, self._challenged())
        theirs = mine.T  # [i, j]: what j expects of challenging i
        if self.options.salience == "challenger":
            theirs = self.expected(risk, np.broadcast_to(self.salience[:, None], self.far.shape)).T
        return [self._answer(i, mine[i], theirs[i]) for i in range(len(self.x))]

    def _answer(self, i: int, mine: NDArray[np.float64], theirs: NDArray[np.float64]) -> float:
        """i takes the best of the offers of those who have the upper hand: a confrontation lost, else a compromise,
        else it gives in."""
        here = float(self.x[i])
        lost: list[_Offer] = []
        met: list[_Offer] = []
        given: list[_Offer] = []
        for x, own, other in zip(self.x.tolist(), mine.tolist(), theirs.tolist(), strict=True):
            if x == here or other <= NOISE:
                continue
            if own > NOISE:
                if other > own + NOISE:
                    lost.append(_Offer(abs(x - here), -other, x))
            elif other > -own + NOISE:
                at = here + (x - here) * max(0.0, -own) / other
                mean = (max(0.0, -own) * here + other * x) / (max(0.0, -own) + other)
                met.append(_Offer(mean if self.options.offer == "weighted mean" else abs(at - here), -other, at))
            elif other < -own - NOISE and self.options.worse == "capitulation":
                given.append(_Offer(abs(x - here), -other, x))
        offers = lost or met or given
        return _mildest(offers, self.options.tie) if offers else here


class _Offer(NamedTuple):
    """What would be taken first: the least `cost`, then that of the one who expects most; `at`: where it leads."""

    cost: float
    eager: float
    at: float


def _mildest(offers: list[_Offer], tie: str) -> float:
    """Where offers are alike in all, the mean, so that neither the order of the actors nor the side counts."""
    least = min(one.cost for one in offers)
    near = [one for one in offers if one.cost <= least + NOISE]
    if tie == "first listed":
        return near[0].at
    most = min(one.eager for one in near)
    alike = sorted({one.at for one in near if tie == "mean" or one.eager <= most + NOISE})
    return sum(alike) / len(alike)


def _utility(distance: NDArray[np.float64], risk: NDArray[np.float64]) -> NDArray[np.float64]:
    return 2 - 4 * np.maximum(distance, 0) ** risk
