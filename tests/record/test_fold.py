"""The views against the plainest fold of the log, for whatever an office does."""

import datetime as dt
from collections.abc import Callable
from typing import Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodoffices.errors import BadArgument, NotFound
from goodoffices.record import Record, Viewer, blobs, verify
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.when import When, in_month, unresolved
from tests.conftest import Places
from tests.record.naive import Naive
from tests.record.office import PLACES, WORDS, add, by_hand, day, meeting, moment, read, reading

DAYS = [dt.date(2024, 3, 1), dt.date(2024, 3, 15), dt.date(2024, 4, 15)]
DATES = [None, *(day(d.isoformat()) for d in DAYS), in_month(2024, 3), unresolved("PAST_REF", "recently")]
SETS = [(), ("a",), ("b",), ("a", "b")]
PEOPLE = ("Ann", "Bea", "Cem")
KINDS = ["add", "date", "read", "accept", "reject", "settle", "amend", "enter", "same", "different", "undo"]

steps = st.lists(st.tuples(st.sampled_from(KINDS), *[st.integers(0, 59)] * 3), min_size=1, max_size=18)


class Office:
    """People who do what three numbers tell them, if the record lets them."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.documents: list[Document] = []
        self.claims: list[str] = []
        self.subjects: list[str] = []

    def act(self, kind: str, a: int, b: int, c: int) -> None:
        """One step; what the record refuses is not done."""
        try:
            self.subjects.append(getattr(self, kind)(a, b, c))
        except (NotFound, BadArgument, IndexError, ZeroDivisionError):
            return

    def words(self, document: Document) -> str:
        return self.record.at().text(document.id).content

    def claim(self, document: Document, a: int, b: int) -> Claim:
        valid: When | None = DATES[b % len(DATES)]
        found = meeting(document, PLACES[a % len(PLACES)], valid=valid, words=self.words(document))
        return replace(found, rule=str(b % 2))

    def add(self, a: int, b: int, c: int) -> str:
        words = f"{len(self.documents)} {WORDS}"
        dated, published = DATES[a % len(DATES)], DATES[b % len(DATES)]
        self.documents.append(add(self.record, words, dated=dated, published=published, compartments=SETS[c % 4]))
        return self.documents[-1].id

    def date(self, a: int, b: int, c: int) -> str:
        document = self.documents[a % len(self.documents)].id
        dates = {"dated": DATES[b % len(DATES)], "published": DATES[c % len(DATES)]}
        return self.record.date_document(document, by="Ann", at=moment(), **dates).subject

    def read(self, a: int, b: int, c: int) -> str:
        document = self.documents[a % len(self.documents)]
        claims = [self.claim(document, place, b + place) for place in range(4) if c >> place & 1]
        read(self.record, document, claims)
        self.claims += [claim.id for claim in claims if claim.id not in self.claims]
        return document.id

    def accept(self, a: int, b: int, c: int) -> str:
        return self.record.accept(self.claims[a % len(self.claims)], by=PEOPLE[b % 3], at=moment()).subject

    def reject(self, a: int, b: int, c: int) -> str:
        return self.record.reject(self.claims[a % len(self.claims)], by=PEOPLE[b % 3], at=moment()).subject

    def settle(self, a: int, b: int, c: int) -> str:
        held = self.record.at().disputes()[a % len(self.record.at().disputes())].claim
        finding: Literal["accepted", "rejected"] = "accepted" if b % 2 else "rejected"
        return self.record.adjudicate(
            held.claim.id, finding, "seen again", based_on=held.seq, by=PEOPLE[c % 3], at=moment()
        ).subject

    def amend(self, a: int, b: int, c: int) -> str:
        held = self.record.at().claim(self.claims[a % len(self.claims)])
        amended = replace(self.claim(self.documents[b % len(self.documents)], b, c), id=held.claim.id)
        return self.record.amend(amended, based_on=held.seq, by=PEOPLE[c % 3], at=moment()).subject

    def enter(self, a: int, b: int, c: int) -> str:
        entered = by_hand("Doha", name=f"hand-{len(self.claims)}", valid=DATES[a % len(DATES)])
        if b % 2 and self.documents:
            quotes = self.claim(self.documents[b % len(self.documents)], b, c).quotes
            entered = replace(entered, quotes=quotes)
        subject = self.record.enter(entered, by="Bea", at=moment(), compartments=SETS[c % 4]).subject
        self.claims.append(subject)
        return subject

    def same(self, a: int, b: int, c: int) -> str:
        return self._compare(self.record.same_matter, a, b, c)

    def different(self, a: int, b: int, c: int) -> str:
        return self._compare(self.record.different_matter, a, b, c)

    def _compare(self, how: Callable[..., object], a: int, b: int, c: int) -> str:
        chosen = list(dict.fromkeys(self.claims[n % len(self.claims)] for n in ((a, b, c) if c % 3 == 0 else (a, b))))
        how(chosen, by="Dea", at=moment())
        return self.record.at().entries()[-1].subject

    def undo(self, a: int, b: int, c: int) -> str:
        return self.record.undo(
            self.subjects[-1 - a % min(3, len(self.subjects))], by=PEOPLE[b % 3], at=moment()
        ).subject


def _seen(record: Record, **axes: object) -> dict[str, tuple[str, int, str]]:
    snapshot = record.at(**axes)  # type: ignore[arg-type]
    claims = snapshot.claims()
    assert snapshot.count() == len(claims)
    return {r.claim.id: (r.state, r.seq, r.matter) for r in claims}


def _agree(record: Record, seq: int, reading_of: Callable[[str], Reading]) -> None:
    naive = Naive(record.at(as_known=seq).entries(), reading_of)
    snapshot = record.at(as_known=seq)
    assert {d.id: d for d in snapshot.documents()} == naive.documents
    assert {r.claim.id: r.claim for r in snapshot.claims()} == {n: h.claim for n, h in naive.held.items()}
    assert {r.claim.id for r in snapshot.claims() if r.contested} == naive.differing()
    assert {d.claim.claim.id for d in snapshot.disputes() if d.is_open} == naive.differing()
    for day_ in (None, *DAYS):
        assert _seen(record, as_known=seq, as_of=day_) == naive.seen(as_of=day_)
        assert _seen(record, as_known=seq, published_by=day_) == naive.seen(published_by=day_)
    for cleared in map(frozenset, SETS):
        viewer = Viewer("somebody", cleared)
        assert _seen(record, as_known=seq, viewer=viewer) == naive.seen(cleared=cleared)
    axes = {"as_of": DAYS[1], "published_by": DAYS[1]}
    both = _seen(record, as_known=seq, viewer=Viewer("somebody", frozenset({"a"})), **axes)
    assert both == naive.seen(**axes, cleared=frozenset({"a"}))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps, st.integers(0, 100))
def test_snapshots_at_any_entry_agree_with_the_plainest_fold(
    new_address: Places, taken: list[tuple[str, int, int, int]], past: int
) -> None:
    with Record.create(new_address()) as record:
        office = Office(record)
        for step in (("add", 1, 2, 0), ("read", 0, 0, 7), *taken):
            office.act(*step)

        def reading_of(name: str) -> Reading:
            with record.store.reading() as connection:
                return blobs.get_value(connection, name, Reading)

        head = record.at().seq
        for seq in {head, past % (head + 1)}:
            _agree(record, seq, reading_of)
        assert verify(record).faults == ()
        record.rebuild()
        _agree(record, head, reading_of)
        assert verify(record).faults == ()


def test_the_office_does_what_it_is_told(record: Record) -> None:
    office = Office(record)
    for step in [("add", 1, 2, 0), ("read", 0, 0, 15), *((kind, 0, 1, 15) for kind in KINDS)]:
        office.act(*step)
    done = {entry.action for entry in record.at().entries()}
    assert {"document.dated", "claim.amended", "claim.entered", "matter.same", "entry.undone"} <= done
    assert record.at().reading(office.documents[0].id) != reading(office.documents[0])
