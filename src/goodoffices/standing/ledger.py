"""What was given to whom, in exchange for what, and what of it still stands: as its sources claim it, pair by pair."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.kinds.concession import Concession
from goodoffices.vocabulary.when import When

Fate = Literal["given", "kept", "partly_withdrawn", "withdrawn"]


class Given(Struct, frozen=True, kw_only=True):
    """One concession. fate: as the latest claim on it says, "given" where none says more. claims: the concession's own
    first, then those that revise it, in the order of the record; holders: whose word each of these is.
    """

    giver: str
    receiver: str
    what: str
    in_exchange_for: str
    when: When | None
    fate: Fate
    claims: tuple[str, ...]
    holders: tuple[str, ...]


class Balance(Struct, frozen=True, kw_only=True):
    """Between two parties: what each gave the other. A count weighs nothing: one concession may outweigh ten."""

    one: str
    other: str
    by_one: tuple[Given, ...]
    by_other: tuple[Given, ...]


def concessions(claims: Iterable[Reviewed]) -> tuple[Given, ...]:
    """The concessions among the claims, with what later claims made of them, in the order of the record.

    Claims that are denied or rejected do not count. A claim revises the one it names; where it names none that is here,
    it is a concession of its own.
    """
    held = [
        r
        for r in claims
        if isinstance(r.claim.content, Concession)
        and r.state not in ("rejected", "superseded")
        and r.claim.attribution.polarity == "affirmed"
    ]
    roots: dict[str, str] = {}
    threads: dict[str, list[Reviewed]] = {}
    for reviewed in held:
        root = roots.get(_content(reviewed).revises, reviewed.claim.id)
        roots[reviewed.claim.id] = root
        threads.setdefault(root, []).append(reviewed)
    return tuple(_given(thread) for thread in threads.values())


def balances(given: Iterable[Given]) -> tuple[Balance, ...]:
    """The concessions by pair of parties, each pair once, in neutral order; those without a receiver are left out."""
    pairs: dict[tuple[str, str], tuple[list[Given], list[Given]]] = {}
    for one in given:
        if one.giver and one.receiver:
            first, second = sorted((one.giver, one.receiver))
            pairs.setdefault((first, second), ([], []))[one.giver != first].append(one)
    return tuple(
        Balance(one=first, other=second, by_one=tuple(mine), by_other=tuple(theirs))
        for (first, second), (mine, theirs) in sorted(pairs.items())
    )


def _given(thread: list[Reviewed]) -> Given:
    first = _content(thread[0])
    fates = [fate for r in thread if (fate := _content(r).revised)]
    return Given(
        giver=first.giver,
        receiver=first.receiver,
        what=first.what,
        in_exchange_for=first.in_exchange_for,
        when=thread[0].claim.valid,
        fate=fates[-1] if fates else "given",
        claims=tuple(r.claim.id for r in thread),
        holders=tuple(r.claim.attribution.holder for r in thread),
    )


def _content(reviewed: Reviewed) -> Concession:
    content = reviewed.claim.content
    assert isinstance(content, Concession)
    return content
