"""How long it takes to say where everything stands: 100,000 provisions and 300,000 events in memory, on any day.

The record is fictional and of the real kinds: forces, deadlines by a day, within a period and at no day, recurring and
continuing duties, conditions, sequences, terms that provisions lapse with, sources that differ; events that fulfil,
break, suspend and re-set, some alleged, some hedged, and some that bear on nothing. Going through the record once
(`Docket`) is measured beside the looks, and so is `status` one by one, on a sample. CPU time: other work counts little.
"""

import argparse
import collections
import datetime as dt
import gc
import random
import time
from collections.abc import Callable
from typing import TypeVar

from goodoffices.tracking import Docket, status
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Claim, Matter, Reviewed
from goodoffices.vocabulary.kinds import AnyContent, Effect, Event, Provision, Recurrence, Term
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.when import When, between, in_month, no_later_than, on_day

FIRST = dt.date(2000, 1, 1)
DAYS = 9_000
SEED = 20100319
FORCES = ("undertaken", "agreed", "binding", "called_for", "expected")
DOES = ("fulfils",) * 8 + ("partly", "breaches", "breaches", "suspends", "resumes", "resets", "withdraws", "occurs")
T = TypeVar("T")


def record(provisions: int, events: int, chance: random.Random) -> tuple[list[Matter], list[Matter]]:
    """Provisions with a term for every hundred, and events; the same for the same seed."""
    terms = [_term(n, chance) for n in range(provisions // 100)]
    asked = [_provision(n, len(terms), chance) for n in range(provisions)]
    return [*asked, *terms], [_event(n, provisions, chance) for n in range(events)]


def _day(chance: random.Random) -> dt.date:
    return FIRST + dt.timedelta(days=chance.randrange(DAYS))


def _matter(id: str, *said: tuple[AnyContent, When | None, Attribution]) -> Matter:
    claims = tuple(
        Reviewed(
            claim=Claim(id=f"{id}.{n}", content=c, quotes=(Quote("doc", 0, 1, "x"),), valid=v, attribution=a),
            matter=id,
            state="accepted",
            by="Ann",
            at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
            seq=1,
            published=v,
        )
        for n, (c, v, a) in enumerate(said)
    )
    return Matter(id=id, kind=claims[0].claim.kind, claims=claims)


def _term(number: int, chance: random.Random) -> Matter:
    begins = _day(chance)
    until = no_later_than(on_day(begins + dt.timedelta(days=chance.randrange(200, 4_000))))
    return _matter(
        f"t{number}", (Term(name=f"Accord {number}", begins=on_day(begins), until=until), None, Attribution())
    )


def _provision(number: int, terms: int, chance: random.Random) -> Matter:
    made = _day(chance)
    last = no_later_than(on_day(made + dt.timedelta(days=chance.randrange(10, 1_500))))
    kind = chance.random()
    deadline = None if kind < 0.35 else last
    if 0.35 < kind < 0.4:  # two readings of one deadline
        deadline = When(
            latest=last.latest, precision="interval", alternatives=(When(value="P3M", basis="three months"),)
        )
    content = Provision(
        act=f"measure {number}",
        force=chance.choice(FORCES),  # type: ignore[arg-type]
        addressees=(f"p{chance.randrange(50)}",),
        deadline=deadline,
        recurrence=Recurrence(every="P6M", until=None) if 0.4 < kind < 0.42 else None,
        continuing=kind < 0.1,
        depends_on=(f"p{number - chance.randrange(1, 50)}",) if kind > 0.97 and number > 50 else (),
        after=(f"p{number - chance.randrange(1, 50)}",) if 0.94 < kind < 0.97 and number > 50 else (),
        of=f"t{chance.randrange(terms)}" if terms and 0.8 < kind < 0.9 else "",
        judge="p7" if chance.random() < 0.05 else "",
    )
    said = [(content, on_day(made), Attribution())]
    if chance.random() < 0.1:  # a second source that says the same, one in five times with another date
        other = Provision(act=content.act, force=content.force, deadline=deadline if chance.random() < 0.8 else last)
        said.append((other, on_day(made), Attribution()))
    return _matter(f"p{number}", *said)


def _event(number: int, provisions: int, chance: random.Random) -> Matter:
    happened = _day(chance)
    when = on_day(happened) if chance.random() < 0.8 else in_month(happened.year, happened.month)
    when = when if chance.random() < 0.97 else between(None, happened)
    effects: tuple[Effect, ...] = ()
    if chance.random() < 0.5:
        does = chance.choice(DOES)
        until = no_later_than(on_day(happened + dt.timedelta(days=300))) if does == "resets" else None
        side = f"p{chance.randrange(50)}" if does == "breaches" else ""
        effects = (Effect(on=f"p{chance.randrange(provisions)}", does=does, until=until, alleged_by=side),)  # type: ignore[arg-type]
    doubt = chance.random()
    told = Attribution(source="alleged", holder="p3") if doubt < 0.05 else Attribution()
    told = Attribution(certainty="possible") if 0.05 < doubt < 0.08 else told
    return _matter(
        f"e{number}", (Event(what="delivery", actor=f"p{chance.randrange(50)}", effects=effects), when, told)
    )


def timed(call: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds, and what the call gave."""
    gc.collect()
    begun = time.process_time()
    found = call()
    return time.process_time() - begun, found


def main() -> None:
    """Makes a record, goes through it, looks at it on several days, prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--provisions", type=int, default=100_000)
    options.add_argument("--events", type=int, default=300_000)
    options.add_argument("--looks", type=int, default=3)
    chosen = options.parse_args()
    chance = random.Random(SEED)
    taken, (matters, events) = timed(lambda: record(chosen.provisions, chosen.events, chance))
    print(f"{len(matters)} provisions and terms, {len(events)} events made: {taken:.2f} s")
    taken, docket = timed(lambda: Docket(matters, events))
    print(f"gone through once: {taken:.2f} s")
    day = _day(chance)
    taken, _ = timed(lambda: docket.statuses(day))
    print(f"status of all on a first day, {day}, when nothing is kept yet: {taken:.2f} s")
    taken, stretches = timed(lambda: sum(len(docket.history(m.id)) for m in matters))
    print(f"the history of each, {stretches} stretches in all: {taken:.2f} s")
    for _ in range(chosen.looks):
        day = _day(chance)
        taken, found = timed(lambda day=day: docket.statuses(day))  # type: ignore[misc]
        print(f"status of all on {day}: {taken:.2f} s")
    print(dict(collections.Counter(one.state for one in found.values()).most_common()))
    sample = chance.sample([m for m in matters if m.kind == "provision" and not _tied(m)], min(3, chosen.provisions))
    taken, alone = timed(lambda: [status(m, as_of=day, events=events, terms=matters) for m in sample])
    if alone != [found[m.id] for m in sample]:
        raise SystemExit("one by one gives another answer")
    print(f"one by one, each: {taken / len(sample):.2f} s")


def _tied(matter: Matter) -> bool:
    content = matter.claims[0].claim.content
    return isinstance(content, Provision) and bool(content.depends_on or content.after)


if __name__ == "__main__":
    main()
