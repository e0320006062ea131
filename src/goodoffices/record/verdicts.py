"""What the office holds of a claim, from what its people found of it: the one definition, used by every view.

1. A verdict is its coder's own. It counts for the words that were judged, and of one coder the last counts.
2. Whoever amends or enters a claim stands by the new words.
3. One coder, or several who agree: what they found is what the office holds.
4. Coders who differ: the claim is proposed, and contested, until somebody adjudicates.
5. An adjudication holds until it is taken back or the words change. A verdict that differs after it changes nothing
   but reopens the dispute.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.record.log import moment
from goodoffices.record.rows import VerdictRow
from goodoffices.vocabulary.claim import Reviewed, ReviewState
from goodoffices.vocabulary.verdict import Dispute, Verdict

_STATES: dict[str, ReviewState] = {
    "accepted": "accepted",
    "rejected": "rejected",
    "amended": "amended",
    "entered": "accepted",
}


class Held(Struct, frozen=True):
    """What the office holds of a claim. row: the judgement that says so, of several the last."""

    state: ReviewState
    contested: bool
    row: VerdictRow


def held(judgements: Sequence[VerdictRow]) -> Held:
    """What the office holds after these judgements on one claim, at least one, in order."""
    verdicts, settled = on_the_words(judgements)
    found = {row.finding != "rejected" for row in verdicts.values()}
    if settled is not None:
        says = settled.finding != "rejected"
        since = {row.finding != "rejected" for row in verdicts.values() if row.since_seq > settled.since_seq}
        return Held(_STATES[settled.finding], bool(since - {says}), settled)
    last = judgements[-1]
    return Held("proposed" if len(found) > 1 else _STATES[last.finding], len(found) > 1, last)


def on_the_words(judgements: Sequence[VerdictRow]) -> tuple[dict[str, VerdictRow], VerdictRow | None]:
    """Of the judgements on one claim those on its present words: each coder's last, and the last adjudication."""
    verdicts: dict[str, VerdictRow] = {}
    settled: VerdictRow | None = None
    for row in judgements:
        if row.words != judgements[-1].words:
            continue
        if row.settles:
            settled = row
            continue
        if row.for_all:
            verdicts.clear()
        verdicts.pop(row.coder, None)
        verdicts[row.coder] = row
    return verdicts, settled


def taken_back(judgements: Sequence[VerdictRow], by: str) -> VerdictRow | None:
    """Which of the judgements on a claim `by` may take back: the last, unless it is somebody else's verdict; else the
    last verdict of their own. None when there is none.
    """
    if judgements and (_is_for_everyone(judgements[-1]) or judgements[-1].coder == by):
        return judgements[-1]
    own = [row for row in judgements if row.coder == by and not _is_for_everyone(row)]
    return own[-1] if own else None


def verdicts_in(row: VerdictRow) -> Iterator[Verdict]:
    """What one judgement says, as people are shown it."""
    verdict = Verdict(
        claim=row.claim,
        words=row.words,
        coder=row.coder,
        finding=row.finding,
        seq=row.since_seq,
        at=moment(row.at),
        rule=row.rule,
        in_bulk=row.in_bulk,
        settles=row.settles,
        reason=row.reason,
    )
    if row.finding != "amended":
        yield verdict
        return
    yield replace(verdict, words=row.before)
    yield replace(verdict, finding="entered", rule="")


def dispute(claim: Reviewed, judgements: Sequence[VerdictRow]) -> Dispute | None:
    """How coders differ on a claim in its present words; None where they do not."""
    verdicts, settled = on_the_words(judgements)
    if len({row.finding == "rejected" for row in verdicts.values()}) < 2 and not claim.contested:
        return None
    return Dispute(
        claim=claim,
        verdicts=tuple(_now(row) for row in verdicts.values()),
        adjudication=_now(settled) if settled else None,
    )


def _now(row: VerdictRow) -> Verdict:
    return list(verdicts_in(row))[-1]


def _is_for_everyone(row: VerdictRow) -> bool:
    return row.settles or row.for_all or row.finding in ("amended", "entered")
