"""Composing a brief: from a snapshot to a dated, cited page of advice."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from goodoffices.briefs import UNDATED, Brief, Finding, Item, Notes, Section, provision_item, term_item
from goodoffices.desk.advice.at_hand import agreed, chosen, learnt
from goodoffices.desk.advice.contradictory import at_odds, contradictory
from goodoffices.desk.advice.exchanged import answers, balance, handed, moved
from goodoffices.desk.advice.meeting import LOOKED_THROUGH
from goodoffices.desk.advice.phrases import SHOWN, coverage_of, hedged, listed
from goodoffices.desk.advice.pictured import Drawn, pictured
from goodoffices.desk.advice.steps import next_steps
from goodoffices.desk.advice.voted import Voted, voted
from goodoffices.desk.advice.window import MOST, WINDOW, around, further, nearest
from goodoffices.desk.affairs.answers import answered
from goodoffices.desk.affairs.ledger import ledger
from goodoffices.desk.affairs.status import Standing, Standings, counted, leading, standings, subject
from goodoffices.desk.affairs.transfers import transfers
from goodoffices.desk.evidence import words
from goodoffices.desk.review.anchors import Anchors
from goodoffices.desk.scenes.balance import of_balance
from goodoffices.desk.scenes.commitments import of_commitments
from goodoffices.desk.scenes.harmony import of_harmony
from goodoffices.desk.scenes.positions import of_positions
from goodoffices.desk.scenes.ties import of_ties
from goodoffices.record import Snapshot
from goodoffices.standing.positions import turns
from goodoffices.tracking import Status
from goodoffices.vocabulary.claim import Claim, Matter, Reviewed
from goodoffices.vocabulary.conflict import Conflict
from goodoffices.vocabulary.kinds import Concession, Convergence, Disagreement, Linkage
from goodoffices.vocabulary.kinds.linkage import tied
from goodoffices.vocabulary.party import Parties

PASSED = ("overdue", "broken", "target date passed", "not heeded", "alleged broken", "alleged not heeded")
DUE = ("due",)
UNSETTLED = ("disputed", "open question")
RUNNING = ("in force", "suspended", "not begun")

T = TypeVar("T")


def advise(
    snapshot: Snapshot,
    as_of: dt.date,
    *,
    case: str,
    title: str,
    by: str,
    at: dt.datetime,
    proposals: bool = False,
    coverage: str = "",
    months: int = WINDOW,
    most: int = MOST,
    found: Standings | None = None,
    votes: Sequence[Voted] = (),
) -> Brief:
    """The brief on `as_of`: what is due and passed, what is in force, who differs, what is tied to what, where sources
    contradict each other, and what is not known. With `proposals`, those not yet reviewed are included and marked.
    case: its name; coverage: what the record reaches, said of its documents where it is left out; months: how far
    before and after the day a thing may lie to be told in full (desk.advice.window); most: how many rows a section may
    have; what lies further off is counted; found: the `standings` of the same, where they are at hand; votes: of whom
    it is told how alike they voted.
    """
    standing = found or standings(snapshot, as_of, proposals=proposals)
    return _Composition(snapshot, as_of, proposals, months, most, standing, votes).brief(case, title, by, at, coverage)


class _Composition:
    """One brief in the making: the snapshot it looks at, and the footnotes gathered on the way."""

    def __init__(
        self,
        snapshot: Snapshot,
        as_of: dt.date,
        proposals: bool,
        months: int,
        most: int,
        standing: Standings,
        votes: Sequence[Voted],
    ) -> None:
        self.most, self.votes = most, votes
        self.snapshot, self.as_of, self.states = snapshot, as_of, counted(proposals)
        self.proposals = proposals
        self.parties: Parties = snapshot.parties()
        documents, anchors = {document.id: document for document in snapshot.documents()}, Anchors(snapshot)
        self.notes = Notes(documents, anchored=anchors.of_first)
        self.window = around(as_of, months)
        self.far: dict[str, list[str]] = {}  # by kind of row, the states of what is counted only
        owed, running = standing
        self.every_owed = owed
        self.owed, self.running = self._near("provision", owed), self._near("term", running)
        found = snapshot.conflicts()
        self.conflicts = [c for c in found if self.window.near_conflict(c)]
        self.far["contradiction"] = [_ruled(c) for c in found if not self.window.near_conflict(c)]

    def _near(self, kind: str, found: Sequence[Standing]) -> list[Standing]:
        """What is told in full; the states of the rest are kept to be counted."""
        self.far[kind] = [status.state for matter, status in found if not self.window.near((matter, status))]
        return [standing for standing in found if self.window.near(standing)]

    def _told(
        self, kind: str, found: Sequence[T], claims: Callable[[T], Iterable[Claim]], state: Callable[[T], str]
    ) -> list[T]:
        """As many as a section may have, the nearest to the day; the states of the rest are kept to be counted."""
        told, rest = nearest(found, self.as_of, claims, self.most)
        self.far.setdefault(kind, []).extend(map(state, rest))
        return told

    def brief(self, case: str, title: str, by: str, at: dt.datetime, coverage: str) -> Brief:
        findings = tuple(self._findings())
        sections: tuple[Section | None, ...] = (
            self._steps(),
            self._wanting(),
            self._other(),
            self._terms(),
            self._differences(),
            self._answers(),
            self._moved(),
            self._voted(),
            self._ties(),
            self._balance(),
            self._handed(),
            self._agreed(),
            chosen(self.snapshot, self.as_of),
            self._contradictions(),
            self._learnt(),
            self._unknown(),
        )
        return Brief(
            title=title or "State of affairs",
            case=case,
            as_of=self.as_of,
            as_known=f"record to entry {self.snapshot.seq}",
            prepared_at=at,
            prepared_by=by,
            coverage=coverage or coverage_of(self.snapshot),
            findings=findings,
            sections=pictured(
                [s for s in (*sections, further(self.far, self.window, self.most)) if s is not None], self._drawn()
            ),
            footnotes=self.notes.footnotes,
            published_by=self.snapshot.published_by,
        )

    def _drawn(self) -> Drawn:
        """Of everything in the record through its glass, near or far: the same as on the pages."""
        look, proposals = self.snapshot, self.proposals
        return {
            "due": [of_commitments(self.every_owed, self.as_of, self.parties)],
            "moved": [
                of_positions(look, self.as_of, proposals=proposals),
                of_harmony(look, self.as_of, proposals=proposals),
            ],
            "ties": [of_ties(look, proposals=proposals).picture],
            "balance": [of_balance(look, proposals=proposals)],
        }

    def _findings(self) -> Iterable[Finding]:
        groups = (
            ("Date passed", PASSED, self.owed, "due"),
            ("Due", DUE, self.owed, "due"),
            ("Not settled", UNSETTLED, self.owed, "due"),
            ("In force", ("in force",), self.running, "terms"),
        )
        for label, states, standing, section in groups:
            chosen = [(m, s) for m, s in standing if s.state in states]
            if chosen:
                named = listed([self._in_short(m, s) for m, s in chosen])
                notes = self.notes.cite(leading(m).claim for m, _ in chosen[:SHOWN])
                yield Finding(
                    label=label, count=len(chosen), words=named, notes=notes, mark=chosen[0][1].state, to=section
                )
        still_open = [c for c in self.conflicts if c.is_open]
        if still_open:
            named = listed([at_odds(c) for c in still_open])
            yield Finding(
                label="Sources at odds", count=len(still_open), words=named, mark="disputed", to="contradictions"
            )

    def _in_short(self, matter: Matter, found: Status) -> str:
        item = self._row(matter, found, Notes({}))
        told = [", ".join(item.parties), item.when if item.when != UNDATED else ""]
        return f"{item.words} ({'; '.join(t for t in told if t)})"

    def _row(self, matter: Matter, found: Status, notes: Notes) -> Item:
        row = provision_item if matter.kind == "provision" else term_item
        about = subject(matter, self.parties)
        return replace(row(matter, found, notes, name=self.parties.name), words=about[:1].upper() + about[1:])

    def _steps(self) -> Section:
        found = list(next_steps(self.owed, self.running, self.conflicts, self.as_of, self.parties))
        steps = self._told("step", found, lambda step: step.claims, _untold)
        return Section(
            id="steps",
            title="What to ask and settle next",
            lead="Each line follows by rule from the rows below; the choice is yours.",
            items=tuple(Item(words=words, notes=self.notes.cite(claims)) for words, claims in steps),
            empty="Nothing in this record asks for a step.",
        )

    def _wanting(self) -> Section:
        chosen = [(m, s) for m, s in self.owed if s.state in (*PASSED, *DUE, *UNSETTLED)]
        lead = "What was called for or expected may pass its date without reproach; what was undertaken may not."
        return self._provisions("due", "What is due and what has passed", chosen, lead, "Nothing is due or has passed.")

    def _other(self) -> Section:
        chosen = [(m, s) for m, s in self.owed if s.state not in (*PASSED, *DUE, *UNSETTLED)]
        return self._provisions("open", "What is open, and what was done", chosen, "", "Nothing else in this record.")

    def _provisions(self, name: str, title: str, chosen: Sequence[Standing], lead: str, empty: str) -> Section:
        told = self._told("provision", chosen, _claims_of, _state_of)
        items = tuple(self._row(m, s, self.notes) for m, s in told)
        return Section(id=name, title=title, lead=lead if items else "", items=items, empty=empty)

    def _terms(self) -> Section:
        told = self._told("term", self.running, _claims_of, _state_of)
        ranked = sorted(told, key=lambda standing: standing[1].state not in RUNNING)
        items = tuple(self._row(m, s, self.notes) for m, s in ranked)
        return Section(id="terms", title="What is in force, and what has ended", items=items)

    def _differences(self) -> Section:
        claims = [*self._claims("disagreement"), *self._claims("convergence")]
        return Section(
            id="differences",
            title="Where they differ, and where they come together",
            items=tuple(self._difference(r) for r in claims),
            empty=self._none("No disagreement is recorded. That is no finding that there is none."),
        )

    def _difference(self, reviewed: Reviewed) -> Item:
        content = reviewed.claim.content
        assert isinstance(content, Disagreement | Convergence)
        state = f"{content.label.lower()}, {content.trend}"
        return replace(self._item(reviewed, content.over, state, content.parties), mark=content.trend)

    def _answers(self) -> Section | None:
        """Where parties stand to texts; None where no answer is recorded."""
        found = answered(self.snapshot, self.as_of, proposals=self.proposals)
        claims = {id: self.snapshot.claim(id).claim for one in found for id in one.claims}
        near = [a for a in found if self.window.near_claims(claims[c] for c in a.claims)]
        self.far["answer"] = [a.status.state for a in found if a not in near]
        told = self._told("answer", near, lambda a: [claims[c] for c in a.claims], lambda a: a.status.state)
        items = answers(told, claims.__getitem__, self.notes, self.parties)
        none = self._none("No answer is recorded.")
        return Section(id="answers", title="What they answered to texts", items=items, empty=none) if found else None

    def _moved(self) -> Section:
        held = self.snapshot.claims(kind="position", states=self.states)
        found, claims = turns(held, self.as_of), {r.claim.id: r.claim for r in held}
        near = [m for m in found if self.window.near_claims(claims[c] for ids in m.after.claims for c in ids)]
        self.far["move"] = [""] * (len(found) - len(near))
        told = self._told("move", near, lambda m: [claims[c] for ids in m.after.claims for c in ids], _untold)
        return moved(told, claims, self.notes, self.parties, self._none("No change of position is recorded."))

    def _balance(self) -> Section:
        return balance(
            self.snapshot.claims(kind="concession", states=self.states),
            self.notes,
            self.parties,
            "No concession between two named parties is recorded.",
            self.most,
        )

    def _ties(self) -> Section:
        items = [self._tie(r) for r in self._claims("linkage")] + [self._gift(r) for r in self._claims("concession")]
        title = "What is tied to what, and what was given for what"
        return Section(
            id="ties", title=title, items=tuple(items), empty=self._none("No linkage or concession is recorded.")
        )

    def _tie(self, reviewed: Reviewed) -> Item:
        content = reviewed.claim.content
        assert isinstance(content, Linkage)
        return self._item(
            reviewed,
            tied(content.link_kind, content.ties),
            f"tied: {content.link_kind}",
            (content.by,) if content.by else (),
        )

    def _gift(self, reviewed: Reviewed) -> Item:
        content = reviewed.claim.content
        assert isinstance(content, Concession)
        exchange = f", in exchange for {content.in_exchange_for}" if content.in_exchange_for else ""
        revised = f", {content.revised.replace('_', ' ')}" if content.revised else ""
        parties = tuple(p for p in (content.giver, content.receiver) if p)
        item = self._item(reviewed, f"{content.what}{exchange}" if content.what else "", f"given{revised}", ())
        between = " to ".join(
            self.parties.name(p) for p in parties
        )  # from giver to receiver: an order that means something
        return replace(item, parties=(between,) if between else ())

    def _voted(self) -> Section | None:
        decisions = {r.claim.id: r.claim for r in self.snapshot.claims(kind="decision", states=self.states)}
        return voted(self.votes, decisions, self.notes, self.parties)

    def _handed(self) -> Section | None:
        counts = transfers(self.snapshot, self.as_of, proposals=self.proposals)
        cited = {r.claim.id: r.claim for r in self.snapshot.claims(kind="transfer", states=self.states)}
        return handed(counts, cited, self.notes, self.most)

    def _agreed(self) -> Section:
        """On what is due, unsettled, or differed over."""
        wanting = [m for m, s in self.owed if s.state in (*PASSED, *DUE, *UNSETTLED)]
        differing = self.snapshot.claims(kind="disagreement", states=self.states)
        near = [r.claim for r in differing if self.window.near_claims([r.claim])]
        issues = {issue for claim in (*near, *(r.claim for m in wanting for r in m.claims)) for issue in claim.issues}
        provisions = self.snapshot.latest("provision", self.states, limit=LOOKED_THROUGH)
        none = "No words on what is in play were undertaken, agreed or imposed in this record."
        return agreed(provisions, issues, self.notes, self.parties, none, self.most)

    def _learnt(self) -> Section | None:
        """Of what stands nearest to the day: each is followed through all its days."""
        near, _ = nearest([*self.owed, *self.running], self.as_of, _claims_of, self.most)
        only = {matter.id for matter, _ in near}
        lines = ledger(self.snapshot, None, self.as_of, only=only, proposals=self.proposals)
        return learnt(lines, self.window, lambda claim: self.snapshot.claim(claim).claim, self.notes, self.most)

    def _contradictions(self) -> Section:
        told = self._told("contradiction", self.conflicts, lambda c: [r.claim for r in c.claims], _ruled)
        empty = self._none("No contradiction was found among the claims of this record.")
        return contradictory(self.snapshot, told, self.notes, self.parties, empty)

    def _unknown(self) -> Section:
        items = []
        unreviewed = self.snapshot.count(states={"proposed"})
        if unreviewed:
            said = "included and marked" if self.proposals else "left out"
            items.append(Item(words=f"{unreviewed} proposals were not reviewed by anybody and are {said}."))
        undated = self.snapshot.undated_documents()
        if undated:
            named = listed([d.title or d.name for d in undated])
            items.append(Item(words=f"Nobody has said when these {len(undated)} became public: {named}"))
        if self.snapshot.published_by and (left_out := self.snapshot.undated(states=self.states)):
            items.append(Item(words=f"{left_out} claims are left out here for that reason."))
        open_ended = [m for m, s in self.owed if any(r.rule == "no-bound" for r in s.reasons)]
        if open_ended:
            named = listed([subject(m, self.parties) for m in open_ended])
            items.append(Item(words=f"No date can be given for {named}"))
        return Section(
            id="unknown", title="What we do not know", items=tuple(items), empty="Nothing is known to be missing."
        )

    def _none(self, words: str) -> str:
        """What a section without rows says: that there is nothing, or nothing near the day."""
        return "Nothing near this day; what lies further off is counted below." if any(self.far.values()) else words

    def _claims(self, kind: str) -> list[Reviewed]:
        """The claims of a kind that are near; the rest is counted."""
        found = self.snapshot.claims(kind=kind, states=self.states)
        near = [r for r in found if self.window.near_claims([r.claim])]
        self.far[kind] = [""] * (len(found) - len(near))
        return self._told(kind, near, lambda r: [r.claim], _untold)

    def _item(self, reviewed: Reviewed, about: str, state: str, party_ids: tuple[str, ...]) -> Item:
        claim = reviewed.claim
        return Item(
            words=about or words(claim),
            state=state,
            when=str(claim.valid) if claim.valid else "",
            parties=tuple(sorted((self.parties.name(p) for p in party_ids), key=str.casefold)),
            notes=self.notes.cite([claim]),
            detail=hedged(claim, self.parties),
            proposed=not reviewed.stands,
            id=f"k-{claim.id}",
        )


def _claims_of(standing: Standing) -> list[Claim]:
    return [r.claim for r in standing[0].claims]


def _state_of(standing: Standing) -> str:
    return standing[1].state


def _untold(_: object) -> str:
    return ""


def _ruled(conflict: Conflict) -> str:
    return "open" if conflict.is_open else "ruled"
