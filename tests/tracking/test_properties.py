"""What must hold of every status, whatever the record."""

import datetime as dt
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodoffices.tracking import Docket, Status, calendar, in_order, occurrences, status, term_status, what_changed
from goodoffices.tracking.around import Around
from goodoffices.tracking.happenings import Doubt, happenings, takes
from goodoffices.tracking.look import Look
from goodoffices.tracking.watched import Watched
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.kinds import DUTIES, Force, Provision, Recurrence
from goodoffices.vocabulary.when import When, between

from .builders import by, claimed, day, event, instrument, matter, on, provision, term

FIRST = day("2020-01-01")
days = st.integers(0, 400).map(lambda n: FIRST + dt.timedelta(days=n))
forces: st.SearchStrategy[Force] = st.sampled_from(["undertaken", "agreed", "binding", "called_for", "expected"])
effects = st.sampled_from(
    ["fulfils", "partly", "breaches", "suspends", "resumes", "withdraws", "supersedes", "resets", "occurs"]
)
sides, editors = st.sampled_from(["", "bel"]), st.sampled_from(["", "M. Larsen"])
happened = st.lists(st.tuples(effects, days, st.integers(0, 20), sides, editors), max_size=5)


def events_of(drawn: list[tuple[str, dt.date, int, str, str]]) -> list[Matter]:
    return [
        event(
            f"e{n}", between(first, first + dt.timedelta(days=width)), does, alleged_by=side, ruled_by=editor,
            reason="seen" if editor else "", until=by("2020-12-01") if does == "resets" else None,
        )
        for n, (does, first, width, side, editor) in enumerate(drawn)
    ]  # fmt: skip


@given(forces, st.none() | days, happened, days, st.booleans())
def test_every_status_rests_on_claims_that_exist(
    force: Force, last: dt.date | None, drawn: list[tuple[str, dt.date, int, str, str]], as_of: dt.date, goes_on: bool
) -> None:
    events = events_of(drawn)
    asked = provision("p", on("2020-01-01"), force=force, deadline=by(str(last)) if last else None, continuing=goes_on)
    found = status(asked, as_of=as_of, events=events)
    existing = {r.claim.id for m in [asked, *events] for r in m.claims}
    assert found.reasons
    assert all(reason.claims and reason.words and set(reason.claims) <= existing for reason in found.reasons)
    assert found.since is None or found.since <= as_of
    if force not in DUTIES:
        assert found.state not in ("overdue", "kept", "broken", "alleged broken", "partly kept")
    if found.state == "broken":
        assert any(editor for does, *_, editor in drawn if does == "breaches")


@given(forces, st.none() | days, st.none() | days, days, st.integers(0, 60))
def test_a_plain_provision_is_what_a_few_lines_say_it_is(
    force: Force, last: dt.date | None, done: dt.date | None, as_of: dt.date, notice: int
) -> None:
    asked = provision("p", on("2020-01-01"), force=force, deadline=by(str(last)) if last else None)
    events = [event("e", on(str(done)), "fulfils")] if done else []
    found = status(asked, as_of=as_of, events=events, notice=dt.timedelta(days=notice))
    assert (found.state, found.late) == oracle(force, last, done, as_of, notice)


def oracle(
    force: Force, last: dt.date | None, done: dt.date | None, as_of: dt.date, notice: int
) -> tuple[str, tuple[int, int] | None]:
    owed = force in ("undertaken", "agreed", "binding")
    if done is not None and done <= as_of:
        late = max(0, (done - last).days) if last else None
        return ("kept" if owed else "met"), None if late is None else (late, late)
    if last is None:
        return "open", None
    if as_of > last:
        return ("overdue" if owed else "target date passed"), None
    return ("due" if (last - as_of).days <= notice else "open"), None


@given(days, st.none() | days)
def test_time_goes_one_way(last: dt.date, done: dt.date | None) -> None:
    asked = provision("p", on("2020-01-01"), force="agreed", deadline=by(str(last)))
    events = [event("e", on(str(done)), "fulfils")] if done else []
    rank = {"open": 0, "due": 1, "overdue": 2, "kept": 3}
    seen = [status(asked, as_of=FIRST + dt.timedelta(days=n), events=events).state for n in range(0, 420, 7)]
    assert [rank[s] for s in seen] == sorted(rank[s] for s in seen)


links = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 80)), min_size=1, max_size=5)


@given(links, st.integers(-10, 400))
def test_a_term_is_in_force_exactly_where_an_instrument_covers_the_day(drawn: list[tuple[int, int]], n: int) -> None:
    spans = sorted((FIRST + dt.timedelta(days=a), FIRST + dt.timedelta(days=a + b)) for a, b in drawn)
    (begins, until), *rest = spans
    dated = tuple(instrument(str(a), until=str(b)) for a, b in rest)
    runs = term("t", begins=on(str(begins)), until=on(str(until)), instruments=dated)
    as_of = FIRST + dt.timedelta(days=n)
    found = term_status(runs, as_of=as_of).state
    if len({a for a, _ in rest}) < len(rest):  # one day's instruments with two ends: disputed, tested elsewhere
        return
    if as_of < begins:
        assert found == "not begun"
    elif as_of > max(b for _, b in spans):
        assert found == "expired"
    elif any(a <= as_of <= b for a, b in rest) or (begins <= as_of <= until and all(until < b for _, b in rest)):
        assert found == "in force"


@given(st.integers(1, 40), days, st.integers(0, 900))
def test_occurrences_follow_each_other_by_the_step_and_stop_in_time(step: int, start: dt.date, length: int) -> None:
    until = start + dt.timedelta(days=length)
    asked = provision("p", on(str(start)), recurrence=Recurrence(every=f"P{step}D"))
    found = [o.due.latest for o in occurrences(asked, until=until)]
    assert found == [start + dt.timedelta(days=n) for n in range(step, length + 1, step)]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=10))
def test_an_order_puts_each_after_all_it_waits_for(edges: list[tuple[int, int]]) -> None:
    forward = [(min(e), max(e)) for e in edges if e[0] != e[1]]  # from the earlier to the later: no cycle
    matters = [provision(f"p{n}", depends_on=tuple(f"p{a}" for a, b in forward if b == n)) for n in range(7)]
    place = {name: n for n, name in enumerate(in_order(matters[::-1]))}
    assert all(place[f"p{a}"] < place[f"p{b}"] for a, b in forward)
    assert len(place) == 7


@given(st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["open", "due", "kept"])), st.data())
def test_what_changed_is_empty_for_the_same_and_turns_round(states: dict[str, str], data: st.DataObject) -> None:
    other = data.draw(st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["open", "due", "kept"])))
    before, after = ({m: Status(state=s, since=None, reasons=()) for m, s in d.items()} for d in (states, other))  # type: ignore[arg-type]
    assert what_changed(before, before) == ()
    forth, back = what_changed(before, after), what_changed(after, before)
    assert {(c.matter, c.before, c.after) for c in forth} == {(c.matter, c.after, c.before) for c in back}
    assert {c.matter for c in forth} == {m for m in {**states, **other} if states.get(m) != other.get(m)}


@given(st.lists(days, max_size=6), days, days)
def test_the_calendar_holds_every_deadline_in_its_window_once(
    lasts: list[dt.date], since: dt.date, until: dt.date
) -> None:
    asked = [provision(f"p{n}", on("2019-01-01"), deadline=by(str(d))) for n, d in enumerate(lasts)]
    entries = calendar(asked, since=since, until=until)
    assert sorted(e.day for e in entries) == sorted(d for d in lasts if since <= d <= until)
    assert len({e.uid for e in entries}) == len(entries)


@given(happened, st.lists(days, min_size=1, max_size=4))
def test_a_record_gone_through_once_says_of_each_day_what_is_said_of_it_alone(
    drawn: list[tuple[str, dt.date, int, str, str]], looks: list[dt.date]
) -> None:
    events = events_of(drawn)
    first = provision("p", on("2020-01-01"), deadline=by("2020-06-01"), of="t")
    waits = provision("q", on("2020-01-01"), force="agreed", depends_on=("p",), after=("p",))
    runs = term("t", begins=on("2020-01-01"), until=on("2020-10-30"))
    docket = Docket([first, waits, runs], events)
    for as_of in looks:
        found = docket.statuses(as_of)
        assert found["p"] == status(first, as_of=as_of, events=events, terms=[runs], provisions=[first, waits])
        assert found["q"] == status(waits, as_of=as_of, events=events, terms=[runs], provisions=[first, waits])
        assert found["t"] == term_status(runs, as_of=as_of, events=events)


@given(happened, days, st.lists(st.sampled_from(["", "alleged", "hedged"]), min_size=5, max_size=5), st.booleans())
def test_what_is_sure_is_taken_one_way_and_what_is_not_every_way(
    drawn: list[tuple[str, dt.date, int, str, str]], as_of: dt.date, doubts: list[Doubt], odd: bool
) -> None:
    found = happenings(frozenset({"p"}), events_of(drawn))
    found = tuple(
        replace(h, doubt=d, at_odds=odd and not n) for n, (h, d) in enumerate(zip(found, doubts, strict=False))
    )
    every = {
        tuple(
            h
            for h in found
            if (h.surely_by(as_of) if (not heard if h.at_odds else sure) else h.possibly_by(as_of))
            and not (h.doubt == "alleged" and not heard and h.does != "breaches")
            and not (h.doubt == "hedged" and sure)
        )
        for heard, sure in product((True, False), (True, False))
    }
    ways = takes(found, as_of)
    assert ways[0][:2] == (True, True)
    assert sorted(map(repr, every)) == sorted(repr(chosen) for _, _, chosen in ways)


@st.composite
def records(draw: st.DrawFn) -> tuple[list[Matter], list[Matter]]:
    """Provisions and terms of every kind that wait for, follow, count from and lapse with each other; and events."""
    whens = st.none() | st.builds(lambda d, w: between(d, d + dt.timedelta(days=w)), days, st.integers(0, 40))
    deadlines = st.none() | st.builds(
        lambda d, first, other: When(latest=d, earliest=first and min(first, d), alternatives=other),
        days, st.none() | days, st.just(()) | st.tuples(days.map(lambda d: by(str(d)))),
    )  # fmt: skip
    lengths = st.builds(
        lambda n, to: When(value=f"P{n}D", anchor=to), st.integers(1, 90), st.sampled_from(["e0", "p0"])
    )
    attributions = st.builds(
        Attribution, certainty=st.sampled_from(["certain", "likely"]), source=st.sampled_from(["own", "alleged"]),
        polarity=st.sampled_from(["affirmed", "affirmed", "affirmed", "denied"]),
    )  # fmt: skip
    asked = []
    for n in range(draw(st.integers(1, 4))):
        others = st.lists(st.sampled_from([f"p{m}" for m in range(4) if m != n] + ["e0", "t"]), max_size=1).map(tuple)
        claims = [
            claimed(
                Provision(
                    act=f"measure {n}", force=draw(forces), deadline=draw(deadlines | lengths),
                    continuing=draw(st.booleans()), of=draw(st.sampled_from(["", "t"])), judge=draw(sides),
                    recurrence=draw(st.none() | st.builds(Recurrence, every=st.sampled_from(["P30D", "P3M"]))),
                    depends_on=draw(others), after=draw(others),
                ),
                id=f"p{n}.{m}", valid=draw(whens), attribution=draw(attributions) if m else None,
            )
            for m in range(draw(st.integers(1, 2)))
        ]  # fmt: skip
        asked.append(matter(f"p{n}", *claims))
    until = draw(st.none() | days.map(lambda d: by(str(d))))
    links = tuple(
        instrument(str(draw(days)), until=str(draw(days)), times=draw(st.sampled_from(["", "", "twice"])))
        for _ in range(draw(st.integers(0, 2)))
    )
    runs = term("t", begins=draw(whens), until=until, review_due=draw(whens), instruments=links)
    does = effects | st.just("extends")
    events = [
        event(
            f"e{n}", draw(whens), draw(does), draw(st.sampled_from(["p0", "p1", "t"])), until=draw(deadlines),
            alleged_by=draw(sides), ruled_by=draw(editors), reason="seen", attribution=draw(attributions),
            published=draw(whens),
        )
        for n in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    return [*asked, runs], events


@settings(max_examples=300)
@given(records(), st.lists(days, min_size=1, max_size=3))
def test_a_docket_says_of_every_day_what_a_look_at_that_day_alone_says(
    record: tuple[list[Matter], list[Matter]], looks: list[dt.date]
) -> None:
    matters, events = record
    docket = Docket(matters, events)
    for as_of in looks:
        assert docket.statuses(as_of) == plain(matters, events, as_of)


@settings(max_examples=100)
@given(records())
def test_a_history_is_without_gaps_and_holds_from_the_first_day_of_each_stretch_to_its_last(
    record: tuple[list[Matter], list[Matter]],
) -> None:
    matters, events = record
    docket = Docket(matters, events)
    for m in matters:
        stretches = docket.history(m.id)
        assert (stretches[0].first, stretches[-1].last) == (dt.date.min, dt.date.max)
        assert all(a.last + dt.timedelta(days=1) == b.first for a, b in pairwise(stretches))
        for one in stretches:
            for as_of in (one.first, one.last):
                assert plain(matters, events, as_of)[m.id] == one.status


def plain(matters: list[Matter], events: list[Matter], as_of: dt.date) -> dict[str, Status]:
    """The statuses by a look of its own, with the plain day: nothing kept, nothing watched."""
    look = Look(Around(events, matters), as_of)
    return {m.id: look.status_or_cycle(m) for m in matters}


def test_a_watched_day_refuses_to_go_into_an_answer() -> None:
    watched = Watched.on(day("2020-02-29"))
    for use in (
        str,
        hash,
        "{}".format,
        lambda d: d - day("2020-01-01"),
        lambda d: day("2020-01-01") - d,
        lambda d: d.year,
    ):
        with pytest.raises(TypeError, match="compared and nothing else"):
            use(watched)
