"""The front door, review: verbs for what people make of proposals, matters and conflicts."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from goodoffices.desk.front import Front, content, now
from goodoffices.desk.review.agreement import Agreement, agreement
from goodoffices.desk.review.amendment import Field, amended, fields
from goodoffices.desk.review.anchors import Anchored, claims_to_read, move_anchor
from goodoffices.desk.review.batches import Verdicts
from goodoffices.desk.review.evaluate import Evaluation, evaluate
from goodoffices.desk.review.explain import Explained, explain_claim
from goodoffices.desk.review.precision import FEWEST, FLOOR, Precision, accept_rule, accepted_by_rule, precisions
from goodoffices.desk.review.verdicts import Order, adjudicate, amend, proposals, review
from goodoffices.record import Snapshot
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Conflict
from goodoffices.vocabulary.match import Match, match
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.verdict import Dispute


class Reviewing(Front):
    """Verbs for what people make of proposals, matters and conflicts."""

    def proposals(
        self,
        *,
        kind: str | None = None,
        document: str | None = None,
        coder: str = "",
        blind: bool = False,
        order: Order = "document",
        snapshot: Snapshot | None = None,
    ) -> list[Reviewed]:
        """The claims that wait for review, in the order of the documents or least certain first; without those that
        `coder` judged. blind: as if nobody else had judged anything, for two who code independently.
        """
        taken = snapshot or self.at()
        return proposals(taken, kind=kind, document=document, coder=coder, blind=blind, order=order)

    def review(
        self, *, accept: Iterable[str] = (), reject: Iterable[str] = (), undo: Iterable[str] = (), by: str
    ) -> Verdicts:
        """Enters a person's verdicts on claims, named by id."""
        return review(self.record, accept=accept, reject=reject, undo=undo, by=by, at=now())

    def disputes(self, snapshot: Snapshot | None = None) -> list[Dispute]:
        """The claims on which coders differ, with each coder's verdict and what was settled."""
        return (snapshot or self.at()).disputes()

    def adjudicate(self, claim: str, finding: Literal["accepted", "rejected"], reason: str, *, by: str) -> None:
        """Settles what coders found differently of a claim, with a reason that the log keeps."""
        adjudicate(self.record, claim, finding, reason, by=by, at=now())

    def agreement(self, coders: Sequence[str] = (), snapshot: Snapshot | None = None) -> Agreement:
        """How far coders agree: kappa of each pair with its table, alpha of all, and of how many claims."""
        return agreement(snapshot or self.at(), coders)

    def rules(self, snapshot: Snapshot | None = None) -> list[Precision]:
        """How often each rule of the reader is right, by this case's own verdicts."""
        return precisions(snapshot or self.at())

    def accept_rule(self, rule: str, *, by: str, fewest: int = FEWEST, floor: float = FLOOR) -> Verdicts:
        """Accepts all that a well known rule proposed and nobody judged, each by an entry that names the rule and what
        was known of it. Raises BadArgument where too little is known, or too little good.
        """
        return accept_rule(self.record, rule, fewest=fewest, floor=floor, by=by, at=now())

    def undo_rule(self, rule: str, *, by: str) -> Verdicts:
        """Takes back what somebody accepted by a rule, but for what they judged one by one since."""
        return self.review(undo=accepted_by_rule(self.at(), rule, by), by=by)

    def undo(self, subject: str, *, by: str) -> int:
        """Takes back the last judgement on a claim, a document's dates or a conflict (by its id), or on a matter
        ("matter:" and its id). Others' verdicts are theirs to take back: on a claim it may be your own last one.
        Returns the number of the entry.
        """
        return self.record.undo(subject, by=by, at=now()).seq

    def matches(self, snapshot: Snapshot | None = None, *, kind: str | None = None) -> list[Match]:
        """Matters that are probably one and of which nobody said either way, for a person to confirm."""
        return [match(found) for found in (snapshot or self.at()).proposed_matches(kind)]

    def same(self, claims: Sequence[str], *, by: str) -> str:
        """Says that claims (or matters, by id) speak of one matter. Returns the matter's id."""
        return self.record.same_matter(claims, by=by, at=now()).subject.removeprefix("matter:")

    def different(self, claims: Sequence[str], *, by: str) -> str:
        """Says that claims (or matters, by id) speak of different matters. Returns the id of the first one's matter."""
        return self.record.different_matter(claims, by=by, at=now()).subject.removeprefix("matter:")

    def matter(self, matter: str, snapshot: Snapshot | None = None) -> Matter:
        """What each source says of one matter."""
        return (snapshot or self.at()).matter(matter)

    def conflicts(self, snapshot: Snapshot | None = None) -> list[Conflict]:
        """Where sources contradict each other on one matter, with the rulings; `is_open` says which wait for one."""
        return (snapshot or self.at()).conflicts()

    def rule(
        self, conflict: str, follows: str, reason: str, *, by: str, saw: Sequence[tuple[str, int]] | None = None
    ) -> int:
        """Rules on a conflict: which claim is followed and why. saw: the versions (claim id, seq) that were shown, by
        default all it has now; a ruling holds until an incompatible one turns up that it did not see. Returns the
        number of the entry.
        """
        return self.record.rule(conflict, follows, reason, by=by, at=now(), saw=saw).seq

    def amend(self, written: bytes, *, by: str) -> str:
        """Puts a claim right: one item of the list of proposals as JSON, its claim changed. Returns the claim's id."""
        return amend(self.record, written, by=by, at=now())

    def anchors(self, snapshot: Snapshot | None = None) -> list[Anchored]:
        """Where the quotes of standing claims are in the newer versions of their documents."""
        return claims_to_read(snapshot or self.at())

    def move_anchor(self, claim: str, words: str, *, number: int = 1, by: str) -> Quote:
        """Enters where a quote of a claim stands in the newest version of its document, as a person found it."""
        return move_anchor(self.record, claim, words, number=number, by=by, at=now())

    def claim_fields(self, claim: str, snapshot: Snapshot | None = None) -> tuple[Field, ...]:
        """The fields of a claim that a form can put right."""
        return fields((snapshot or self.at()).claim(claim).claim)

    def amend_fields(self, claim: str, given: Mapping[str, str], *, based_on: int, by: str) -> int:
        """Puts a claim right as a form says; `based_on`: the version shown. Returns the number of the entry."""
        changed = amended(self.at().claim(claim).claim, given)
        return self.record.amend(changed, based_on=based_on, by=by, at=now()).seq

    def evaluate(self, gold: str | Path | bytes) -> Evaluation:
        """Measures the latest readings against gold made by hand: a YAML file, or what it holds (docs/evaluate.md)."""
        return evaluate(self.at(), gold if isinstance(gold, bytes) else content(Path(gold)))

    def explain(self, claim: str, *, parse: bool = False) -> Explained:
        """Why a claim, named by id, was proposed: rule, trigger, anchors; parse: with the parse, made anew."""
        return explain_claim(self.at(), claim, parse=parse)
