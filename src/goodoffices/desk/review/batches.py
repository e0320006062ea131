"""Verdicts given together, each on its own: what is refused is told, and the rest goes on."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from goodoffices.errors import GoodOfficesError, Refused


class Verdicts(Struct, frozen=True):
    """What became of a batch: ids of the claims judged, and those refused with their errors."""

    done: tuple[str, ...]
    refused: tuple[Refused, ...]


def judged_each(claims: Iterable[str], verdict: Callable[[str], object]) -> Verdicts:
    """Gives the verdict on each claim."""
    done: list[str] = []
    refused: list[Refused] = []
    for claim in claims:
        try:
            verdict(claim)
            done.append(claim)
        except GoodOfficesError as error:
            refused.append(Refused(claim, error))
    return Verdicts(tuple(done), tuple(refused))
