"""How often rules are right, what may be accepted on that strength, and what is asked first."""

from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.desk.review.precision import FLOOR, wilson
from goodoffices.desk.review.verdicts import HIDDEN
from goodoffices.errors import BadArgument
from tests.desk.offices import amended, proposed


@pytest.mark.parametrize(
    ("right", "of", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_of_published_examples(right: int, of: int, lower: float, upper: float) -> None:
    # Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
    assert wilson(right, of) == pytest.approx((lower, upper), abs=5e-5)


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_right_is_what_people_accepted_as_it_stood(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        one, two, three, four, five, _ = proposed(case, tmp_path, 6)
        case.review(accept=[one, four, five], reject=[two], by="Ann")
        amended(case, three, "Ann")
        case.review(accept=[three], by="Bea")  # words that Ann wrote: no rule proposed them
        case.review(reject=[four, five], by="Bea")
        case.adjudicate(five, "accepted", "it is in the paper", by="Dea")
        (known,) = case.rules()
        # one and five right, two and three not; four is contested, six waits
        assert (known.right, known.judged, known.waiting) == (2, 4, 1)
        assert (known.lower, known.upper) == wilson(2, 4)


def test_a_well_known_rule_is_accepted_by_a_person_and_the_log_names_every_claim_and_what_was_known(
    tmp_path: Path,
) -> None:
    with Case.new(tmp_path / "case") as case:
        claims = proposed(case, tmp_path, 33)
        case.review(accept=claims[:30], by="Ann")
        before = case.at().seq
        assert len(case.accept_rule("meeting.told", by="Bea").done) == 3
        entries = case.at().entries()[before:]
        assert [(e.subject, e.by, e.action) for e in entries] == [(c, "Bea", "claim.accepted") for c in claims[30:]]
        for entry in entries:
            known = entry.body.known  # type: ignore[union-attr]
            assert (known.rule, known.right, known.judged, known.floor) == ("meeting.told", 30, 30, FLOOR)
            assert known.lower == pytest.approx(0.8865, abs=5e-5)  # 1 / (1 + z²/30)
        assert {case.at().claim(c).state for c in claims} == {"accepted"}
        assert case.verify().whole


def test_what_was_accepted_in_bulk_is_no_evidence(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        claims = proposed(case, tmp_path, 40)
        case.review(accept=claims[:30], by="Ann")
        case.accept_rule("meeting.told", by="Bea")
        (known,) = case.rules()
        assert (known.judged, known.waiting) == (30, 0)
        case.review(accept=claims[30:], by="Ann")
        assert case.agreement().units == 0


def test_too_few_verdicts_or_too_many_errors_and_nothing_is_accepted(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        claims = proposed(case, tmp_path, 40)
        case.review(accept=claims[:29], by="Ann")
        with pytest.raises(BadArgument, match=r"judged at least 30 times .*29 right of 29"):
            case.accept_rule("meeting.told", by="Ann")
        case.review(reject=claims[29:30], by="Ann")
        with pytest.raises(
            BadArgument, match=r"lower bound of a rule reaches 0.85 .*29 right of 30, lower bound 0.833"
        ):
            case.accept_rule("meeting.told", by="Ann")
        case.review(accept=claims[30:38], by="Ann")
        with pytest.raises(BadArgument, match=r"reaches 0\.95"):
            case.accept_rule("meeting.told", by="Ann", floor=0.95)
        for weaker in ({"fewest": 5}, {"floor": 0.5}):
            with pytest.raises(BadArgument, match="or more"):
                case.accept_rule("meeting.told", by="Ann", **weaker)
        with pytest.raises(BadArgument, match="proposals that wait"):
            case.accept_rule("no such rule", by="Ann")
        assert {case.at().claim(c).state for c in claims[38:]} == {"proposed"}


def test_a_bulk_is_taken_back_but_for_what_was_judged_since(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        claims = proposed(case, tmp_path, 34)
        case.review(accept=claims[:30], by="Ann")
        case.accept_rule("meeting.told", by="Ann")
        case.review(accept=claims[30:31], by="Ann")
        assert case.undo_rule("meeting.told", by="Bea").done == ()
        assert case.undo_rule("meeting.told", by="Ann").done == tuple(claims[31:])
        assert [case.at().claim(c).state for c in claims[29:]] == ["accepted", "accepted", *["proposed"] * 3]


def test_what_is_least_foreseeable_is_asked_first(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        sure = proposed(case, tmp_path, 12, "sure")
        even = proposed(case, tmp_path, 12, "even")
        told = proposed(case, tmp_path, 2, "told", confidence=0.98)
        fresh = proposed(case, tmp_path, 2, "fresh")
        case.review(accept=[*sure[:10], *even[:6]], reject=even[6:10], by="Ann")
        queue = [r.claim.id for r in case.proposals(order="uncertain")]
        # The chance of being right: fresh 1/2; even 7/12; sure 11/12; told .98. The nearer to one half, the earlier.
        assert queue == [*fresh, *even[10:], *sure[10:], *told]
        assert [r.claim.id for r in case.proposals()] == [*sure[10:], *even[10:], *told, *fresh]


def test_a_blind_coders_order_is_not_moved_by_what_others_found(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        one, other = proposed(case, tmp_path, 6, "one"), proposed(case, tmp_path, 6, "other")
        case.review(accept=one[:5], by="Ann")
        for blind, first in ((True, one[0]), (False, other[0])):
            assert case.proposals(coder="Bea", blind=blind, order="uncertain")[0].claim.id == first
        case.review(accept=one[:2], by="Bea")
        assert case.proposals(coder="Bea", blind=True, order="uncertain")[0].claim.id == other[0]


def test_a_coder_is_not_asked_again_and_blind_sees_nothing_of_the_others(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        claims = proposed(case, tmp_path, 5)
        case.review(accept=claims[:2], reject=claims[2:3], by="Ann")
        amended(case, claims[3], "Ann")
        assert [r.claim.id for r in case.proposals(coder="Bea")] == claims[4:]
        blind = case.proposals(coder="Bea", blind=True)
        assert [r.claim.id for r in blind] == [*claims[:3], claims[4]]
        assert {(r.state, r.by, r.at, r.contested) for r in blind} == {("proposed", "", HIDDEN, False)}
        case.review(reject=claims[:1], by="Bea")
        assert [r.claim.id for r in case.proposals(coder="Bea", blind=True)] == [*claims[1:3], claims[4]]
        assert [r.claim.id for r in case.proposals(coder="Ann")] == claims[4:]
        assert [r.claim.id for r in case.proposals(coder="Cem")] == [claims[0], claims[4]]
        case.adjudicate(claims[0], "accepted", "so it is", by="Dea")
        assert claims[0] not in [r.claim.id for r in case.proposals(coder="Cem", blind=True)]
        with pytest.raises(BadArgument, match="somebody's"):
            case.proposals(blind=True)


def test_nothing_is_accepted_by_a_machine_on_any_path(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        proposed(case, tmp_path, 40)
        note = tmp_path / "note.txt"
        note.write_text("The Lakes Conference met in Vell on 3 May 2030. It called for talks.", encoding="utf-8")
        case.add([note], by="a")
        for _ in range(2):
            case.read(by="a")
        looks = (
            case.proposals, case.disputes, case.agreement, case.rules, case.matches, case.conflicts, case.status,
            case.timeline, case.rebuild, case.verify, lambda: list(case.export()),
            lambda: case.proposals(order="uncertain"), lambda: case.proposals(coder="Ann", blind=True),
            lambda: case.brief(by="a"),
        )  # fmt: skip
        for look in looks:
            look()
        with pytest.raises(BadArgument):
            case.accept_rule("meeting.told", by="Ann")
        case.backup(tmp_path / "kept")
        with Case.restore(tmp_path / "kept", tmp_path / "again") as again:
            again.migrate(tmp_path / "moved")
        for place in ("case", "again", "moved"):
            with Case.open(tmp_path / place) as opened:
                assert {r.state for r in opened.at().claims()} == {"proposed"}
                assert {e.action for e in opened.at().entries()} == {"document.added", "document.read"}


def test_whatever_stands_names_the_person_who_said_so(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        proposed(case, tmp_path, 2)
        for nobody in ("", " "):
            assert len(case.review(accept=["meeting.told-0000"], by=nobody).refused) == 1
        assert case.at().count(states={"accepted"}) == 0
