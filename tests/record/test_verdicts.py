"""Several coders judge one claim: what the office holds, who may take what back, what older logs mean."""

from typing import Literal

import pytest
from msgspec.structs import asdict, replace
from sqlalchemy import insert

from goodoffices.errors import BadArgument, NotFound, StaleVersion
from goodoffices.record import Record, Viewer, actions, keys, log, schema, verify
from goodoffices.vocabulary.claim import STANDING, Claim
from goodoffices.vocabulary.hashing import canonical, named
from tests.record.office import WORDS, add, by_hand, meeting, moment, read

Finding = Literal["accepted", "rejected"]


def _proposed(record: Record, place: str = "Vienna", rule: str = "meeting.told") -> Claim:
    document = add(record)
    claim = replace(meeting(document, place), rule=rule)
    read(record, document, [claim])
    return claim


def _judge(record: Record, claim: Claim, **found: str) -> None:
    for coder, finding in found.items():
        call = record.accept if finding == "accepted" else record.reject
        call(claim.id, by=coder, at=moment())


def _state(record: Record, claim: Claim) -> tuple[str, bool, str]:
    held = record.at().claim(claim.id)
    return held.state, held.contested, held.by


def _settle(record: Record, claim: Claim, finding: Finding, **more: object) -> int:
    based_on = record.at().claim(claim.id).seq
    call = {"based_on": based_on, "by": "Dea", "at": moment(), **more}
    return record.adjudicate(claim.id, finding, "the minutes say so", **call).seq  # type: ignore[arg-type]


@pytest.mark.parametrize("finding", ["accepted", "rejected"])
def test_coders_who_agree_decide(record: Record, finding: str) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann=finding, Bea=finding)
    assert _state(record, claim) == (finding, False, "Bea")
    assert record.at().disputes() == []


def test_coders_who_differ_leave_a_claim_proposed_and_contested_until_one_gives_way(record: Record) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann="accepted", Bea="rejected")
    assert _state(record, claim)[:2] == ("proposed", True)
    assert record.at().count(states=STANDING) == 0
    (dispute,) = record.at().disputes()
    assert [(v.coder, v.finding) for v in dispute.verdicts] == [("Ann", "accepted"), ("Bea", "rejected")]
    assert (dispute.is_open, dispute.adjudication) == (True, None)
    _judge(record, claim, Bea="accepted")
    assert _state(record, claim) == ("accepted", False, "Bea")
    assert record.at(as_known=4).claim(claim.id).contested


def test_two_coders_never_overwrite_each_other(record: Record) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann="accepted", Bea="rejected", Cem="accepted")
    assert {v.coder: v.finding for v in record.at().verdicts(claim.id)} == {
        "Ann": "accepted",
        "Bea": "rejected",
        "Cem": "accepted",
    }


def test_a_new_reading_does_not_take_away_what_coders_dispute(record: Record) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann="accepted", Bea="rejected")
    read(record, record.at().documents()[0], [])
    assert _state(record, claim)[:2] == ("proposed", True)


def test_whoever_amends_stands_by_the_new_words_and_verdicts_on_the_old_no_longer_count(record: Record) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann="rejected", Bea="rejected")
    amended = replace(claim, note="put right")
    record.amend(amended, based_on=record.at().claim(claim.id).seq, by="Cem", at=moment())
    assert _state(record, claim) == ("amended", False, "Cem")
    assert [(v.coder, v.finding, v.words == named(amended)) for v in record.at().verdicts()] == [
        ("Ann", "rejected", False),
        ("Bea", "rejected", False),
        ("Cem", "amended", False),
        ("Cem", "entered", True),
    ]
    _judge(record, claim, Ann="rejected")
    assert _state(record, claim)[:2] == ("proposed", True)


def test_an_adjudication_settles_names_what_it_saw_and_holds(record: Record) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann="accepted", Bea="rejected")
    seq = _settle(record, claim, "rejected")
    assert _state(record, claim) == ("rejected", False, "Dea")
    entry = record.at().entries()[-1]
    assert (entry.seq, entry.action, entry.based_on) == (seq, "claim.adjudicated", 4)
    assert entry.body == actions.ClaimAdjudicated(
        claim=claim, finding="rejected", reason="the minutes say so", saw=(3, 4)
    )
    (dispute,) = record.at().disputes()
    assert not dispute.is_open
    assert dispute.adjudication is not None
    assert dispute.adjudication.reason == "the minutes say so"


def test_a_verdict_that_differs_after_an_adjudication_changes_nothing_but_reopens_it(record: Record) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann="accepted", Bea="rejected")
    _settle(record, claim, "rejected")
    _judge(record, claim, Bea="rejected")
    assert not record.at().disputes()[0].is_open
    _judge(record, claim, Cem="accepted")
    assert _state(record, claim) == ("rejected", True, "Dea")
    assert record.at().disputes()[0].is_open
    _settle(record, claim, "accepted")
    assert _state(record, claim) == ("accepted", False, "Dea")


def test_an_adjudication_taken_back_leaves_the_dispute(record: Record) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann="accepted", Bea="rejected")
    _settle(record, claim, "accepted")
    record.undo(claim.id, by="Cem", at=moment())
    assert _state(record, claim)[:2] == ("proposed", True)


def test_an_adjudication_is_refused_when_it_did_not_see_everything(record: Record) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann="accepted", Bea="rejected")
    seen = record.at().claim(claim.id).seq
    _judge(record, claim, Cem="rejected")
    with pytest.raises(StaleVersion, match="version 4, the latest is 5"):
        _settle(record, claim, "rejected", based_on=seen)
    record.undo(claim.id, by="Ann", at=moment())
    _judge(record, claim, Ann="accepted")
    with pytest.raises(StaleVersion, match=r"saw \[3, 4, 5\] of \[4, 5, 7\]"):
        _settle(record, claim, "rejected", saw=[3, 4, 5])
    _settle(record, claim, "rejected", saw=[7, 4, 5])


def test_only_what_coders_dispute_is_adjudicated_and_with_a_reason(record: Record) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann="accepted")
    with pytest.raises(BadArgument, match="contested"):
        _settle(record, claim, "rejected")
    with pytest.raises(BadArgument, match="reason"):
        record.adjudicate(claim.id, "rejected", " ", based_on=3, by="Dea", at=moment())


def test_a_verdict_is_taken_back_by_whoever_gave_it(record: Record) -> None:
    claim = _proposed(record)
    _judge(record, claim, Ann="accepted", Bea="rejected")
    with pytest.raises(NotFound, match="take back"):
        record.undo(claim.id, by="Cem", at=moment())
    record.undo(claim.id, by="Ann", at=moment())
    assert _state(record, claim) == ("rejected", False, "Bea")
    with pytest.raises(NotFound, match="take back"):
        record.undo(claim.id, by="Ann", at=moment())
    record.undo(claim.id, by="Bea", at=moment())
    assert _state(record, claim)[:2] == ("proposed", False)


def test_an_amendment_under_somebodys_verdict_is_not_taken_back(record: Record) -> None:
    claim = _proposed(record)
    record.amend(replace(claim, note="put right"), based_on=2, by="Ann", at=moment())
    _judge(record, claim, Bea="accepted")
    with pytest.raises(NotFound, match="take back"):
        record.undo(claim.id, by="Ann", at=moment())
    record.undo(claim.id, by="Bea", at=moment())
    record.undo(claim.id, by="Bea", at=moment())
    assert _state(record, claim)[0] == "proposed"


def test_somebody_who_rejects_what_another_entered_contests_it(record: Record) -> None:
    record.enter(by_hand("Vienna", name="x"), by="Bea", at=moment())
    record.reject("x", by="Ann", at=moment())
    assert record.at().claim("x").contested
    record.undo("x", by="Ann", at=moment())
    assert record.at().claim("x").state == "accepted"


def _written_by_version_1(record: Record, verdicts: list[tuple[str, str]], claim: Claim) -> None:
    with record.store.writing() as connection:
        before = log.head(connection)
        for action, by in verdicts:
            body = canonical({"claim": claim})
            sealed = log.Sealed(
                seq=before[0] + 1,
                at=log.utc(moment()),
                by=by,
                action=action,
                subject=claim.id,
                based_on=None,
                v=1,
                keys=keys.CASE,
                body=record.store.ring.seal(keys.CASE, b"sixteen of salt." + body, log.place(before[0] + 1)),
                digest=log.digest(b"sixteen of salt.", body),
                chain="",
            )
            sealed = replace(sealed, chain=log.chained(before[1], sealed))
            connection.execute(insert(schema.entries), asdict(sealed))
            before = sealed.seq, sealed.chain
    record.rebuild()


def test_a_log_of_the_first_version_means_what_it_meant_the_last_verdict_held(record: Record) -> None:
    claim = _proposed(record)
    _written_by_version_1(record, [("claim.accepted", "Ann"), ("claim.rejected", "Bea")], claim)
    assert _state(record, claim) == ("rejected", False, "Bea")
    assert verify(record).whole
    _judge(record, claim, Cem="accepted")
    assert _state(record, claim)[:2] == ("proposed", True)
    assert [v.coder for v in record.at().disputes()[0].verdicts] == ["Bea", "Cem"]


def test_what_was_found_before_is_anybodys_to_take_back_in_a_log_of_the_first_version(record: Record) -> None:
    claim = _proposed(record)
    _written_by_version_1(record, [("claim.accepted", "Ann"), ("claim.rejected", "Bea")], claim)
    record.undo(claim.id, by="Cem", at=moment())
    assert _state(record, claim) == ("accepted", False, "Ann")


def test_a_viewer_sees_verdicts_and_disputes_only_of_claims_they_are_cleared_for(record: Record) -> None:
    secret, known = add(record, compartments=("inner",)), add(record, WORDS + " Open.")
    for document in (secret, known):
        read(record, document, [meeting(document)])
        _judge(record, meeting(document), Ann="accepted", Bea="rejected")
    outsider = record.at(viewer=Viewer("outsider"))
    assert {v.claim for v in outsider.verdicts()} == {meeting(known).id}
    assert [d.claim.claim.id for d in outsider.disputes()] == [meeting(known).id]
    assert len(record.at().disputes()) == 2


def test_what_is_accepted_together_is_accepted_whole_or_not_at_all(record: Record) -> None:
    document = add(record)
    claims = [replace(meeting(document, place), rule="a") for place in ("Vienna", "Doha")]
    read(record, document, [*claims, replace(meeting(document, "Oslo"), rule="b")])
    known = actions.Known(rule="a", right=30, judged=30, lower=0.886, floor=0.85)
    names = [c.id for c in claims]
    with pytest.raises(BadArgument, match="of one rule"):
        record.accept_known([*names, meeting(document, "Oslo").id], known, by="Ann", at=moment())
    assert record.at().seq == 2
    entries = record.accept_known(names, known, by="Ann", at=moment())
    assert [(e.subject, e.by, e.body.known) for e in entries] == [(n, "Ann", known) for n in names]  # type: ignore[union-attr]
    with pytest.raises(BadArgument, match="of one rule"):
        record.accept_known(names, known, by="Bea", at=moment())
    assert [v.in_bulk for v in record.at().verdicts()] == [True, True]
    assert verify(record).whole
