"""Hard linkages that contradict each other: a smallest set that leaves no package."""

import msgspec
import numpy as np

from goodoffices.bargaining.layers import leaf
from goodoffices.bargaining.limits import FREELY
from goodoffices.bargaining.merging import Joining, joined
from goodoffices.bargaining.ordering import chain, orders
from goodoffices.bargaining.table import Table, Term


def contradiction(table: Table) -> tuple[str, ...]:
    """Names of hard linkages that together refuse every package, none of them superfluous; empty when some
    package is left."""
    hard = tuple(term for term in table.terms if term.refused_by is not None)
    if _possible(table, hard):
        return ()
    needed = list(hard)
    for term in hard:
        rest = tuple(one for one in needed if one is not term)
        if not _possible(table, rest):
            needed = list(rest)
    return tuple(term.name for term in needed)


def _possible(table: Table, terms: tuple[Term, ...]) -> bool:
    """Whether a package without these patterns exists: the frontier of a table where nothing has any
    worth."""
    tied = sorted({issue for term in terms for issue, _ in term.pattern})
    if not tied:
        return True
    at = {issue: k for k, issue in enumerate(tied)}
    bare = msgspec.structs.replace(
        table,
        parties=("anyone",),
        issues=tuple(table.issues[i] for i in tied),
        options=tuple(table.options[i] for i in tied),
        contributions=tuple(np.zeros((len(table.options[i]), 1)) for i in tied),
        terms=tuple(Term(t.name, tuple((at[i], o) for i, o in t.pattern), (0,), 0) for t in terms),
    )
    layers = [leaf(bare, issue) for issue in range(len(tied))]
    how = Joining(bare, FREELY)
    for a, b in orders(bare)[0].steps or chain(len(tied), range(len(tied))):
        layers.append(joined(layers[a], layers[b], how))
    return len(layers[-1].points) > 0
