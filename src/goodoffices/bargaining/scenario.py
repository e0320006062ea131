"""A scenario: who bargains over what, what each option is worth to whom, and what is tied to what.

Utility of a package x for party p, in micro-points: sum over issues of weight times value of the option
chosen, plus the bonus of each of p's linkages whose pattern holds.
"""

import msgspec

from goodoffices.bargaining.amounts import Amount, Between


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Someone who has to accept or refuse; `id` is what the other cells refer to."""

    id: str
    name: str = ""


class Issue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question with its possible settlements in order; one of them may be 'no agreement on this'."""

    id: str
    options: tuple[str, ...]
    label: str = ""


class Worth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the options of one issue are worth to one party, in micro-points (0 to 100 points each)."""

    issue: str
    values: tuple[Amount, ...]
    """One per option of the issue, in its order; None is not known."""
    order: tuple[str, ...] = ()
    """Options from the most to the least liked, where only the order is known (ordinal information)."""


class Preference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one party wants: weights in billionths, values and reservation in micro-points."""

    party: str
    weights: tuple[Amount, ...]
    """One per issue of the scenario, in its order; None is not known."""
    worths: tuple[Worth, ...]
    """One per issue of the scenario, in its order."""
    reservation: Amount = 0
    """Below this utility, no deal is better for this party."""
    order: tuple[str, ...] = ()
    """Issues from the heaviest to the lightest, where only the order is known (ordinal information)."""


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Holds when the option chosen on `issue` is one of `options`."""

    issue: str
    options: tuple[str, ...]


class Linkage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A tie between issues: when every condition holds, `party` gains `points`, or refuses the package.

    "A only if B" is a refusal of A together with the options of the other issue that are not B.
    """

    id: str
    party: str
    when: tuple[Condition, ...]
    points: Amount = None
    """Bonus (negative: malus) in micro-points; unused when `refuses`."""
    refuses: bool = False
    claim: str = ""
    """Id of the claim in the record this linkage rests on."""
    quote: str = ""
    """The words in which it was declared."""
    credible: bool = True
    """Whether the modeller takes the threat behind it as credible; engines take this as an assumption to
    vary."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule of adoption: which sets of accepting parties carry a package.

    `votes` per party in the scenario's order (empty: one each); a package is adopted when the votes of those
    who accept reach `quota` and every party of `vetoes` accepts. Consensus: quota None.
    """

    name: str
    quota: int | None = None
    votes: tuple[int, ...] = ()
    vetoes: tuple[str, ...] = ()


CONSENSUS = Rule("consensus")
"""All parties accept."""


class Correlation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Open cells that are drawn together: the rank correlation of each two of them, in billionths (-1 to 1)."""

    between: tuple[str, ...]
    """Dotted names of cells, as `unknown_cells` lists them."""
    rank: int


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One issue settled by one option."""

    issue: str
    option: str


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything a question of bargaining needs. Cells may be unknown; `unknown_cells` lists them."""

    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    preferences: tuple[Preference, ...]
    """One per party, in their order."""
    linkages: tuple[Linkage, ...] = ()
    rules: tuple[Rule, ...] = (CONSENSUS,)
    status_quo: tuple[Choice, ...] = ()
    title: str = ""
    author: str = ""
    dated: str = ""
    """Day the assumptions were made, YYYY-MM-DD."""
    fictional: bool = False
    """False: the numbers about real parties are the modeller's assumption and every output must say so."""
    note: str = ""
    correlations: tuple[Correlation, ...] = ()

    @property
    def packages(self) -> int:
        """How many packages there are: the product of the numbers of options."""
        total = 1
        for issue in self.issues:
            total *= len(issue.options)
        return total

    def issue(self, name: str) -> Issue:
        """The issue with id `name`; KeyError when there is none."""
        for one in self.issues:
            if one.id == name:
                return one
        raise KeyError(name)

    def unknown_cells(self) -> tuple[str, ...]:
        """The cells that hold no number or only a range, as dotted names, in the order of the file."""
        return tuple(name for name, value in self.cells() if not isinstance(value, int))

    def cells(self) -> tuple[tuple[str, Amount], ...]:
        """Every numeric cell with its dotted name: weights, values, reservations, bonuses."""
        found: list[tuple[str, Amount]] = []
        for preference in self.preferences:
            for issue, weight in zip(self.issues, preference.weights, strict=True):
                found.append((f"{preference.party}.weights.{issue.id}", weight))
            for issue, worth in zip(self.issues, preference.worths, strict=True):
                for option, value in zip(issue.options, worth.values, strict=True):
                    found.append((f"{preference.party}.values.{issue.id}.{option}", value))
            found.append((f"{preference.party}.reservation", preference.reservation))
        found += [(f"linkages.{one.id}.points", one.points) for one in self.linkages if not one.refuses]
        return tuple(found)


def uncertain(value: Amount) -> bool:
    """Whether the cell is unknown or only a range."""
    return value is None or isinstance(value, Between)
