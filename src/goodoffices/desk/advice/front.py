"""The front door, advice: verbs for what to do today."""

from functools import partial

from msgspec.structs import replace

from goodoffices.briefs import Brief, html
from goodoffices.desk.advice.advise import advise
from goodoffices.desk.advice.dossier import Contradiction, Dossier, Past, contradictions, dossier, history
from goodoffices.desk.advice.meeting import Pack, Present, pack, present
from goodoffices.desk.advice.on_paper import on_paper
from goodoffices.desk.advice.today import Today, today
from goodoffices.desk.advice.voted import DRAWN, Voted
from goodoffices.desk.affairs.front import Tracking
from goodoffices.desk.affairs.rolls import BODIES
from goodoffices.desk.affairs.votes import voters
from goodoffices.desk.front import now
from goodoffices.desk.naming import parties_named
from goodoffices.desk.scenes.voting import of_votes
from goodoffices.errors import NotFound
from goodoffices.record import Snapshot


class Advising(Tracking):
    """Verbs for what to do today."""

    def today(self, snapshot: Snapshot | None = None, *, seen: int = 0, proposals: bool = False) -> Today:
        """What wants attention on the snapshot's day; seen: the last entry of the log that was looked at."""
        taken = snapshot or self.at()
        affairs = self.status(taken, proposals=proposals)
        whole = self.at(published_by=taken.published_by, as_known=taken.seq, viewer=taken.viewer)
        work = partial(today, taken, whole, affairs, seen=seen, proposals=proposals)
        return self._memory.recall(taken, ("today", affairs.as_of, seen, proposals), work)

    def meeting(self, party: str, snapshot: Snapshot | None = None, *, proposals: bool = False) -> Pack:
        """The pack for a meeting with a party, named by id."""
        taken = snapshot or self.at()
        affairs = self.status(taken, proposals=proposals)
        found = self._standings(taken, affairs.as_of, proposals)
        work = partial(pack, taken, affairs, found, party, proposals=proposals)
        return self._memory.recall(taken, ("meeting", affairs.as_of, party, proposals), work)

    def pack(self, party: str, snapshot: Snapshot | None = None, *, by: str, proposals: bool = False) -> Brief:
        """The pack for a meeting with a party, named by id or name, as a brief; briefs.writing writes it out."""
        taken = snapshot or self.at()
        day, at = taken.as_of or now().date(), now()
        who = parties_named(taken, [party])[0]

        def work() -> Brief:
            told, found = self.meeting(who, taken, proposals=proposals), self._standings(taken, day, proposals)
            return on_paper(taken, found, told, day, case=self.record.store.name, by=by, at=at)

        made = self._memory.recall(taken, ("pack", day, who, proposals), work)
        return replace(made, prepared_by=by, prepared_at=at)

    def parties_at_hand(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> tuple[Present, ...]:
        """The parties that the record speaks of most, in neutral order."""
        taken = snapshot or self.at()
        return self._memory.recall(taken, ("present", proposals), partial(present, taken, proposals=proposals))

    def spoken_of(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> list[str]:
        """The ids of the parties at hand, those first of whom most is said: for a choice, and no rank."""
        return [
            one.party for one in sorted(self.parties_at_hand(snapshot, proposals=proposals), key=lambda p: -p.claims)
        ]

    def contradictions(self, snapshot: Snapshot | None = None) -> tuple[Contradiction, ...]:
        """Where sources contradict each other, side by side."""
        taken = snapshot or self.at()
        return self._memory.recall(taken, "contradictions", lambda: contradictions(taken, taken.conflicts()))

    def dossier(self, matter: str, snapshot: Snapshot | None = None) -> Dossier:
        """Everything on one matter: where it stands, what each source says, where these are at odds."""
        taken = snapshot or self.at()
        return dossier(taken, self.status(taken), matter)

    def history(
        self, snapshot: Snapshot | None = None, subject: str | None = None, *, last: int | None = None
    ) -> tuple[Past, ...]:
        """What was done, the last first: on one subject (claim, conflict, document), the `last` entries."""
        return history((snapshot or self.at()).entries(subject, last))

    def brief(
        self,
        snapshot: Snapshot | None = None,
        *,
        title: str = "",
        by: str,
        proposals: bool = False,
        coverage: str = "",
    ) -> Brief:
        """A dated, cited page of advice on the snapshot's day (today if it has none); briefs.html writes it out."""
        taken = snapshot or self.at()
        as_of = taken.as_of or now().date()
        at = now()

        def work() -> Brief:
            return advise(
                taken,
                as_of,
                case=self.record.store.name,
                title="",
                by=by,
                at=at,
                proposals=proposals,
                coverage=coverage,
                found=self._standings(taken, as_of, proposals),
                votes=self._votes(taken, proposals),
            )

        made = self._memory.recall(taken, ("brief", as_of, coverage, proposals), work)
        return replace(made, title=title or made.title, prepared_by=by, prepared_at=at)

    def brief_page(self, snapshot: Snapshot | None = None, *, title: str = "", by: str, proposals: bool = False) -> str:
        """The brief as one page of HTML, written once for a view and a day: on a long record that takes a while."""
        taken = snapshot or self.at()
        key = ("brief page", taken.as_of, now().date(), title, by, proposals)
        return self._memory.recall(taken, key, lambda: html(self.brief(taken, title=title, by=by, proposals=proposals)))

    def _votes(self, taken: Snapshot, proposals: bool) -> list[Voted]:
        """Of each body whose roll calls are known, those of whom the record speaks most."""
        spoken_of = self.spoken_of(taken, proposals=proposals)
        found: list[Voted] = []
        for body in BODIES:
            try:
                rolls = self.rolls(body, taken, proposals=proposals)
            except NotFound:  # no tables: nothing to tell of this body
                continue
            chosen = voters(rolls, spoken_of)
            found.append((rolls, chosen, of_votes(rolls, chosen, most=DRAWN) if len(chosen) > 1 else None))
        return found
