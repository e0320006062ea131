"""Claims written by hand: read in full, a bad one refused by name."""

import datetime as dt

import pytest

from goodoffices.errors import BadArgument, NotFound
from goodoffices.exchange.claims_yaml import read
from goodoffices.vocabulary.kinds import Provision, Term

TEXT = (
    "The Lakes Conference met on 3 May 2030. It asked Arden to open the ferry within two months, if the floods recede."
)


def find_text(name: str) -> tuple[str, str]:
    if name != "lakes.txt":
        raise NotFound("a claim quotes a document of the case", name, "Add it first.")
    return "doc1", TEXT


def one(content: str, more: str = "") -> str:
    head = "version: 1\nclaims:\n- document: lakes.txt\n  quote: asked Arden to open the ferry within two months\n"
    return f"{head}{more}  content: {content}\n"


def test_a_provision_is_read_with_its_deadline_counted_from_its_anchor() -> None:
    deadline = "{within: P2M, of: 2030-05-03, anchor: m}"
    content = f"{{kind: provision, addressees: [ard], deadline: {deadline}, condition: if the floods recede}}"
    (claim,) = read(one(content), find_text, by="a").claims
    assert isinstance(claim.content, Provision)
    assert claim.content.deadline is not None
    assert claim.content.deadline.latest == dt.date(2030, 7, 3)
    assert claim.content.condition is not None
    assert claim.content.condition.holds_in(TEXT)
    assert claim.quotes[0].holds_in(TEXT)
    assert claim.documents == ("doc1",)


def test_a_second_reading_of_a_deadline_is_kept() -> None:
    content = "{kind: provision, deadline: {within: P2M, of: 2030-05-03, or: {within: P2M, of: 2030-06-01}}}"
    (claim,) = read(one(content), find_text, by="a").claims
    assert isinstance(claim.content, Provision)
    assert claim.content.deadline is not None
    assert [r.latest for r in claim.content.deadline.readings()] == [dt.date(2030, 7, 3), dt.date(2030, 8, 1)]


def test_times_inside_a_chain_of_instruments_are_read() -> None:
    content = "{kind: term, what: truce, begins: 2030-05-03, instruments: [{on: 2030-05-10, until: 2030-06}]}"
    (claim,) = read(one(content), find_text, by="a").claims
    assert isinstance(claim.content, Term)
    until = claim.content.instruments[0].until
    assert until is not None
    assert until.latest == dt.date(2030, 6, 30)


def test_a_claim_without_a_document_names_who_entered_it() -> None:
    (claim,) = read("version: 1\nclaims:\n- content: {kind: meeting}\n", find_text, by="An Analyst").claims
    assert claim.entered_by == "An Analyst"
    assert not claim.quotes


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        (one("{kind: provision, adressees: [ard]}"), "no such field"),
        (one("{kind: promise}"), "known kind"),
        (one("{kind: provision, force: strict}"), "fields of its kind"),
        (one("{kind: provision, deadline: soon}"), "EDTF"),
        (one("{kind: provision, condition: if pigs fly}"), "quoted words stand in their document"),
        (one("{kind: provision}", "  valid: 2030-13\n"), "EDTF"),
        ("version: 1\nclaims:\n- {document: other.txt, quote: x, content: {kind: meeting}}\n", "document of the case"),
        ("version: 1\nclaims:\n- {document: lakes.txt, content: {kind: meeting}}\n", "quotes it"),
        ("version: 1\nclaims:\n- {quote: x}\n", "`content`"),
        ("version: 1\nclaims:\n- 7\n", "`content`"),
    ],
)
def test_a_bad_claim_is_refused_by_name_and_the_rest_is_read(source: str, rule: str) -> None:
    written = read(source + "- {id: good, content: {kind: meeting}}\n", find_text, by="a")
    assert [claim.id for claim in written.claims] == ["good"]
    (refused,) = written.refused
    assert rule in refused.error.rule
    assert refused.error.remedy


@pytest.mark.parametrize("source", ["", "claims: []", "version: 2\nclaims: []", "version: 1\nclaims: {", "- 1"])
def test_what_is_no_file_of_claims_is_refused(source: str) -> None:
    with pytest.raises(BadArgument):
        read(source, find_text, by="a")


@pytest.mark.parametrize(
    ("field", "remedy"),
    [
        ("deadline: 2031-02-30", "2010-03-19"),
        ("deadline: 2031-13", "2010-03-19"),
        ("deadline: {within: P99999Y, of: 2031-01-01}", "shorter"),
        ("recurrence: {every: six months}", "P4M"),
        ("recurrence: {every: P6M, since: 2031-02-30}", "2010-03-19"),
    ],
)
def test_a_time_there_is_not_is_refused_with_its_claim_and_the_rest_is_used(field: str, remedy: str) -> None:
    head = "version: 1\nclaims:\n- {id: bad, content: {kind: provision, " + field + "}}\n"
    good = "- {id: good, valid: 2031-05-01T06:00:00+02:00, content: {kind: acceptance, version: 2003-04-30}}\n"
    found = read(head + good, lambda name: (name, ""), by="a")
    assert [(r.item, remedy in r.error.remedy) for r in found.refused] == [("bad", True)]
    (claim,) = found.claims
    assert str(claim.valid) == "2031-05-01 06:00"
    assert getattr(claim.content, "version", "") == "2003-04-30"  # a day stays text where text is asked for


@pytest.mark.parametrize("written", ["[a, b]", "a", "[[a]]", "5"])
def test_what_is_no_list_of_claims_of_one_matter_is_refused(written: str) -> None:
    found = read(f"version: 1\nclaims: []\nsame_matter: {written}\n", lambda name: (name, ""), by="a")
    assert found.same_matter == ()
    assert {r.item for r in found.refused} == {"same_matter"}
