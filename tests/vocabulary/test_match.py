"""Which claims probably speak of one matter: what is found, what is left alone. All cases are fictional."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from goodoffices.vocabulary import kinds
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.content import Content
from goodoffices.vocabulary.kinds import KINDS
from goodoffices.vocabulary.likeness import apart, spans
from goodoffices.vocabulary.match import alike
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.when import When, from_edtf
from tests.strategies import whens


def _claim(kind: str, valid: str = "", words: str = "", **fields: Any) -> Claim:
    quotes = (Quote("d", 0, len(words), words),) if words else ()
    content = KINDS[kind](**fields)
    return Claim(id=words or valid or kind, content=content, quotes=quotes, valid=from_edtf(valid) if valid else None)  # type: ignore[arg-type]


def _until(day: str) -> When:
    return from_edtf(f"../{day}")


def _both(kind: str, one: dict[str, Any], other: dict[str, Any], **shared: Any) -> tuple[Claim, Claim]:
    return _claim(kind, **{**shared, **one}), _claim(kind, **{**shared, **other})


SAME = {
    "a meeting dated by the next day's paper": _both(
        "meeting", {"valid": "2031-06-22"}, {"valid": "2031-06-23"}, body="lakes", place="Vell"
    ),
    "a meeting that one source gives a month": _both(
        "meeting", {"valid": "2031-06"}, {"valid": "2031-06-22", "place": "Vell"}, body="lakes"
    ),
    "a meeting of one day in two places": _both(
        "meeting", {"place": "Vell"}, {"place": "Orm"}, body="lakes", valid="2031-06-22"
    ),
    "a meeting of which only one source names the body": _both(
        "meeting", {"body": "lakes"}, {}, participants=("arden", "bresk"), valid="2031-06-22"
    ),
    "a meeting on the last day of a month and the first of the next": _both(
        "meeting", {"valid": "2031-06-30"}, {"valid": "2031-07-01"}, body="lakes", place="Vell"
    ),
    "a decision whose symbol has the year": _both(
        "decision", {"reference": "LC/RES/12"}, {"reference": "LC/RES/12 (2031)"}, body="lakes"
    ),
    "a decision without its symbol": _both(
        "decision", {"reference": "LC/RES/12"}, {}, body="lakes", valid="2031-06-22"
    ),
    "the first of its kind, wherever it is placed in time": _both(
        "event", {"valid": "2031-06-22"}, {"valid": "2033-01-05"}, what="first crossing of the ferry", actor="arden"
    ),
    "an event in another order of words": _both(
        "event", {"what": "ferry attacked"}, {"what": "attacked ferry"}, actor="bresk", valid="2031-06-22"
    ),
    "a letter known by its name, dated apart": _both(
        "event", {"valid": "2031-06-18"}, {"valid": "2031-06-30"}, what="invitation to Vell"
    ),
    "a provision whose addressees only one source names in full": _both(
        "provision",
        {"addressees": ("arden",)},
        {"addressees": ("arden", "bresk")},
        act="open the ferry",
        valid="2031-06-22",
    ),
    "a provision said in other words, of one text, for one day": _both(
        "provision",
        {"act": "reach a settlement"},
        {"act": "agree on the border"},
        of="vell",
        addressees=("arden", "bresk"),
        deadline=_until("2032-06-22"),
    ),
    "a duty to keep up that is restated": _both(
        "provision",
        {"valid": "2031-06-22"},
        {"valid": "2033-06-22"},
        act="keep the ferry open",
        addressees=("arden",),
        continuing=True,
    ),
    "a term of which one source gives the start and the other the end": _both(
        "term",
        {"begins": from_edtf("2031-06-22"), "parties": ("arden",)},
        {"until": from_edtf("2033-06-22"), "valid": "2033-06-22"},
        name="Ferry truce",
        what="truce",
    ),
    "a term that each source calls otherwise": _both(
        "term", {"name": "Ferry truce"}, {"name": "Calm on the lake"}, parties=("arden", "bresk"), valid="2031-06-22"
    ),
    "a figure of one place and month": _both(
        "figure",
        {"value": 5.0, "valid": "2031-06"},
        {"value": 8.0, "valid": "2031-06-22"},
        counted="ferries",
        place="Vell",
    ),
    "a saying reported by two": (
        _claim(
            "statement",
            "2031-06-22",
            "Arden said that the ferry talks had stalled",
            speaker="orla",
            on_behalf_of="arden",
        ),
        _claim(
            "statement",
            "2031-06",
            "its minister spoke of stalled ferry talks",
            speaker="ministry",
            on_behalf_of="arden",
        ),
    ),
    "a transfer": _both(
        "transfer", {"agreed": 5.0}, {"agreed": 6.0}, giver="arden", receiver="bresk", what="prisoners"
    ),
    "a position": _both("position", {"stance": "open"}, {"stance": "shut"}, party="arden", issue="ferry"),
    "a disagreement among more": _both(
        "disagreement", {"parties": ("arden", "bresk")}, {"parties": ("arden", "bresk", "lakes")}, over="the ferry"
    ),
    "an answer": _both("acceptance", {"version": ""}, {"version": "12 May"}, party="arden", text="the Vell plan"),
    "a linkage": _both("linkage", {"by": "arden"}, {"by": ""}, ties=("the ferry", "the border")),
    "a concession": _both(
        "concession", {"receiver": "bresk"}, {"receiver": ""}, giver="arden", what="the eastern shore"
    ),
    "a programme": _both("programme", {}, {"budget": "5"}, body="lakes", aim="repair of the harbours"),
}

OTHER = {
    "meetings of a body a week apart": _both(
        "meeting", {"valid": "2031-06-22"}, {"valid": "2031-06-29"}, body="lakes", place="Vell"
    ),
    "meetings of a body on following days, no place named": _both(
        "meeting", {"valid": "2031-06-22"}, {"valid": "2031-06-23"}, body="lakes"
    ),
    "meetings of a month in two places": _both(
        "meeting", {"valid": "2031-06", "place": "Orm"}, {"valid": "2031-06-22", "place": "Vell"}, body="lakes"
    ),
    "meetings of two bodies": _both("meeting", {"body": "lakes"}, {"body": "hills"}, place="Vell", valid="2031-06-22"),
    "meetings without a day": _both("meeting", {}, {}, body="lakes", place="Vell"),
    "decisions of one day": _both(
        "decision", {"reference": "LC/RES/12"}, {"reference": "LC/RES/13"}, body="lakes", valid="2031-06-22"
    ),
    "attacks of two sides": _both("event", {"actor": "arden"}, {"actor": "bresk"}, what="attack", valid="2031-06-22"),
    "attacks a week apart": _both(
        "event", {"valid": "2031-06-22"}, {"valid": "2031-06-29"}, what="attack", actor="arden"
    ),
    "attacks on two places": _both("event", {"place": "Vell"}, {"place": "Orm"}, what="attack", valid="2031-06-22"),
    "a demand made again": _both(
        "provision", {"valid": "2031-06-22"}, {"valid": "2033-06-22"}, act="release the crew", addressees=("arden",)
    ),
    "one act asked of two sides": _both(
        "provision", {"addressees": ("arden",)}, {"addressees": ("bresk",)}, act="open the ferry", valid="2031-06-22"
    ),
    "two acts asked for on one day": _both(
        "provision", {"act": "open the ferry"}, {"act": "release the crew"}, addressees=("arden",), valid="2031-06-22"
    ),
    "truces a year apart": _both("term", {"valid": "2031-06-22"}, {"valid": "2032-06-22"}, parties=("arden", "bresk")),
    "a truce and a mandate": _both("term", {"what": "truce"}, {"what": "mandate"}, name="Ferry", valid="2031-06-22"),
    "counts of following days": _both(
        "figure", {"valid": "2031-06-22"}, {"valid": "2031-06-23"}, counted="people hurt", place="Vell"
    ),
    "two sayings of a day": (
        _claim("statement", "2031-06-22", "Arden said that the ferry talks had stalled", speaker="arden"),
        _claim("statement", "2031-06-22", "it praised a new harbour for grain", speaker="arden"),
    ),
    "exchanges of two months": _both(
        "transfer", {"valid": "2031-06-22"}, {"valid": "2031-08-22"}, giver="arden", receiver="bresk", what="prisoners"
    ),
    "a stance given up later": _both(
        "position", {"valid": "2031-06-22"}, {"valid": "2032-06-22"}, party="arden", issue="ferry"
    ),
    "answers to two versions": _both(
        "acceptance", {"version": "12 May"}, {"version": "1 June"}, party="arden", text="the Vell plan"
    ),
    "forecasts": _both("expectation", {}, {}, what="the ferry will open"),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_what_is_probably_one_matter_is_proposed(pair: tuple[Claim, Claim]) -> None:
    one, other = pair
    assert alike(one, other)
    assert alike(other, one)
    assert set(one.matter_keys()) & set(other.matter_keys())


@pytest.mark.parametrize("pair", OTHER.values(), ids=OTHER)
def test_what_is_probably_another_matter_is_left_alone(pair: tuple[Claim, Claim]) -> None:
    one, other = pair
    assert not (alike(one, other) and set(one.matter_keys()) & set(other.matter_keys()))
    assert not alike(other, one) or not set(one.matter_keys()) & set(other.matter_keys())


def test_what_a_reader_told_apart_in_the_same_words_stays_apart() -> None:
    one, other = SAME["a saying reported by two"]
    assert alike(one, replace(other, rule="statement.said"))
    assert not alike(replace(one, rule="statement.said"), replace(other, rule="statement.said"))


def test_every_kind_that_is_compared_can_be_matched() -> None:
    def matched(kind: type[Content]) -> bool:
        return kind.matter_keys is not Content.matter_keys and kind.alike is not Content.alike

    assert {name for name, kind in KINDS.items() if not matched(kind)} == {"expectation"}
    assert not kinds.Expectation.comparable


NAMES = st.sampled_from(("", "arden", "bresk"))
MEETINGS = st.builds(
    kinds.Meeting, body=NAMES, place=NAMES, participants=st.lists(NAMES.filter(bool), max_size=2).map(tuple)
)
EVENTS = st.builds(
    kinds.Event, what=st.sampled_from(("attack", "first attack", "call to Vell")), actor=NAMES, place=NAMES
)
PROVISIONS = st.builds(kinds.Provision, act=NAMES, of=NAMES, continuing=st.booleans(), deadline=st.none() | whens)


@given(st.sampled_from((MEETINGS, EVENTS, PROVISIONS)).flatmap(lambda s: st.tuples(s, s)), whens, whens)
def test_likeness_is_symmetric(pair: tuple[Any, Any], one: When, other: When) -> None:
    a, b = (Claim(id=i, content=c, valid=w) for i, c, w in zip("ab", pair, (one, other), strict=True))
    assert alike(a, b) == alike(b, a)


@given(whens, whens)
def test_times_that_are_days_or_months_and_near_share_a_span(one: When, other: When) -> None:
    assert apart(one, other) == apart(other, one)
    known = all(w.earliest and w.latest and (w.latest - w.earliest).days <= 31 for w in (one, other))
    if known and apart(one, other) == 0:
        assert set(spans(one)) & set(spans(other))
