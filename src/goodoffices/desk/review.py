"""Reviewing proposals: people accept, reject and take back; a machine accepts nothing."""

import datetime as dt
from collections.abc import Callable, Iterable

import msgspec
from msgspec import Struct

from goodoffices.errors import BadArgument, GoodOfficesError, Refused
from goodoffices.record import Record, Snapshot
from goodoffices.vocabulary.claim import Claim, Reviewed


class Amendment(Struct, frozen=True):
    """A claim as it should be, and the version (`Reviewed.seq`) it was made from."""

    claim: Claim
    seq: int


class Verdicts(Struct, frozen=True):
    """What became of a batch: ids of the claims judged, and those refused with their errors."""

    done: tuple[str, ...]
    refused: tuple[Refused, ...]


def proposals(snapshot: Snapshot, *, kind: str | None = None, document: str | None = None) -> list[Reviewed]:
    """The claims that wait for review, in the order of their documents and within one of their place in it."""
    ids = {d.id for d in snapshot.documents() if document in (None, d.id, d.name)}
    order = {d.id: n for n, d in enumerate(snapshot.documents())}
    waiting = [r for r in snapshot.claims(kind=kind, states={"proposed"}) if ids & set(r.claim.documents)]
    return sorted(waiting, key=lambda r: (order[r.claim.documents[0]], r.claim.quotes[0].start, r.claim.id))


def amend(record: Record, written: bytes, *, by: str, at: dt.datetime) -> str:
    """Enters an amendment written as JSON: a reviewed claim as it is listed, with the claim put right. Returns its id.

    Raises BadArgument for other JSON, StaleVersion when somebody changed the claim since, BadQuote for a wrong quote.
    """
    try:
        amendment = msgspec.json.decode(written, type=Amendment)
    except msgspec.DecodeError as error:
        remedy = "Take one item of `review --json` and change its claim."
        raise BadArgument("an amendment is a listed claim put right", error, remedy) from error
    record.amend(amendment.claim, based_on=amendment.seq, by=by, at=at)
    return amendment.claim.id


def review(
    record: Record,
    *,
    accept: Iterable[str] = (),
    reject: Iterable[str] = (),
    undo: Iterable[str] = (),
    by: str,
    at: dt.datetime,
) -> Verdicts:
    """Enters verdicts on claims named by id, each on its own; what cannot be judged is refused and the rest goes on."""
    done: list[str] = []
    refused: list[Refused] = []
    verbs: tuple[tuple[Callable[..., object], Iterable[str]], ...] = (
        (record.accept, accept),
        (record.reject, reject),
        (record.undo, undo),
    )
    for verdict, claims in verbs:
        for claim in claims:
            try:
                verdict(claim, by=by, at=at)
                done.append(claim)
            except GoodOfficesError as error:
                refused.append(Refused(claim, error))
    return Verdicts(tuple(done), tuple(refused))
