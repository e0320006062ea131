"""Which claims speak of one matter, as people said."""

import pytest

from goodoffices.errors import BadArgument, NotFound
from goodoffices.record import Record, Viewer
from tests.record.office import WORDS, add, by_hand, day, meeting, moment, read


def _enter(record: Record, *names: str) -> None:
    for name in names:
        record.enter(by_hand("Vienna", name=name, valid=day("2024-03-01")), by="Bea", at=moment())


def _matters(record: Record) -> dict[str, list[str]]:
    return {m.id: [r.claim.id for r in m.claims] for m in record.at().matters()}


def test_a_claim_is_a_matter_of_its_own_until_somebody_says_otherwise(record: Record) -> None:
    _enter(record, "a", "b")
    assert _matters(record) == {"a": ["a"], "b": ["b"]}


def test_matters_merge_and_come_apart_again(record: Record) -> None:
    _enter(record, "a", "b", "c", "d")
    subjects = [
        record.same_matter(pair, by="Ann", at=moment()).subject for pair in (("b", "a"), ("c", "d"), ("d", "a"))
    ]
    assert subjects == ["matter:b", "matter:c", "matter:b"]
    assert _matters(record) == {"b": ["a", "b", "c", "d"]}
    assert len(record.at(as_known=6).matters()) == 2
    record.undo("matter:b", by="Ann", at=moment())
    assert _matters(record) == {"b": ["a", "b"], "c": ["c", "d"]}
    record.undo("matter:b", by="Ann", at=moment())
    assert _matters(record) == {"a": ["a"], "b": ["b"], "c": ["c", "d"]}
    assert record.at().matter("c").claims[1].claim.id == "d"


def test_claims_with_one_key_are_proposed_as_one_matter_until_somebody_says_either_way(record: Record) -> None:
    _enter(record, "a", "b", "c")
    assert [[m.id for m in match] for match in record.at().proposed_matches()] == [["a", "b", "c"]]
    record.different_matter(["a", "b"], by="Ann", at=moment())
    assert [[m.id for m in match] for match in record.at().proposed_matches()] == [["a", "c"]]
    record.same_matter(["a", "c"], by="Ann", at=moment())
    assert record.at().proposed_matches() == []
    record.undo("matter:a", by="Ann", at=moment())
    record.undo("matter:a", by="Ann", at=moment())
    assert len(record.at().proposed_matches()[0]) == 3


def test_rejected_claims_are_not_proposed_as_the_same(record: Record) -> None:
    _enter(record, "a", "b")
    record.reject("a", by="Bea", at=moment())
    assert record.at().proposed_matches() == []


def test_the_same_and_the_different_do_not_contradict_each_other(record: Record) -> None:
    _enter(record, "a", "b", "c")
    record.same_matter(["a", "b"], by="Ann", at=moment())
    record.different_matter(["b", "c"], by="Ann", at=moment())
    with pytest.raises(BadArgument, match="called different"):
        record.same_matter(["a", "c"], by="Bea", at=moment())
    with pytest.raises(BadArgument, match="one matter"):
        record.different_matter(["a", "b"], by="Bea", at=moment())


def test_a_matter_compares_several_known_claims(record: Record) -> None:
    _enter(record, "a")
    for claims in (["a"], ["a", "a"], []):
        with pytest.raises(BadArgument, match="two or more"):
            record.same_matter(claims, by="Ann", at=moment())
    with pytest.raises(NotFound):
        record.same_matter(["a", "nothing"], by="Ann", at=moment())


def test_a_proposal_that_comes_back_belongs_to_its_matter_again(record: Record) -> None:
    document = add(record)
    claims = [meeting(document), meeting(document, "Oslo")]
    read(record, document, claims)
    record.same_matter([c.id for c in claims], by="Ann", at=moment())
    read(record, document, claims[:1])
    read(record, document, claims)
    assert _matters(record) == {claims[0].id: [c.id for c in claims]}


def test_a_viewer_sees_of_a_matter_only_what_they_are_cleared_for(record: Record) -> None:
    secret, known = add(record, compartments=("inner",)), add(record, WORDS + " Open.")
    for document in (secret, known):
        read(record, document, [meeting(document)])
    record.same_matter([meeting(secret).id, meeting(known).id], by="Ann", at=moment())
    (seen,) = record.at(viewer=Viewer("outsider")).matters()
    assert [r.claim.id for r in seen.claims] == [meeting(known).id]
