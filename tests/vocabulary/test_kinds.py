"""Claim kinds: one file each, and everything that folds over them finds what it needs."""

import pkgutil

import msgspec
import pytest

from goodoffices.vocabulary import kinds
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.content import Content
from goodoffices.vocabulary.hashing import canonical
from goodoffices.vocabulary.kinds import KINDS, Vote

EXCHANGED = {  # the interchange format, by kind
    "meeting": {"body", "date", "place", "initiator", "participants"},
    "provision": {"addressees", "force", "due_earliest", "due_latest", "condition"},
    "statement": {"actor", "act", "date"},
    "disagreement": {"parties"},
    "convergence": {"parties"},
    "linkage": {"by", "link_kind"},
    "concession": {"giver", "receiver"},
    "term": {"parties", "mediators", "start", "end", "end_kind"},
    "event": {"actor", "target", "event_kind", "date"},
    "figure": {"value", "place"},
    "programme": {"body"},
}


def test_every_file_of_the_folder_is_a_registered_kind() -> None:
    assert {module.name for module in pkgutil.iter_modules(kinds.__path__)} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_has_labels_and_its_comparable_attributes_exist(kind: type[Content]) -> None:
    assert kind.label
    assert kind.plural
    claim = Claim(id="c", content=kind())  # type: ignore[arg-type]
    for attribute in kind.comparable:
        claim.attribute(attribute)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_claim_of_every_kind_survives_storage(kind: type[Content]) -> None:
    claim = Claim(id="c", content=kind())  # type: ignore[arg-type]
    back = msgspec.json.decode(canonical(claim), type=Claim)
    assert back == claim
    assert hash(back) == hash(claim)


@pytest.mark.parametrize(("kind", "fields"), EXCHANGED.items(), ids=EXCHANGED)
def test_a_kind_is_exchanged_with_the_fields_of_the_format(kind: str, fields: set[str]) -> None:
    assert set(KINDS[kind]().exchanged(str, None)) == fields


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_an_empty_claim_is_never_proposed_as_the_same_matter(kind: type[Content]) -> None:
    assert list(kind().matter_keys(None)) == []


def test_a_vote_is_told_with_the_names_of_those_who_held_back() -> None:
    assert Vote(in_favour=15).words() == "15 in favour, none against"
    held_back = Vote(in_favour=13, abstaining=2, abstainers=("rus", "chn"))
    names = {"rus": "Russia", "chn": "China"}
    assert held_back.words(names.__getitem__) == "13 in favour, none against, 2 abstaining (China, Russia)"
    absent = Vote(in_favour=14, not_participating=1, absentees=("chn",))
    assert absent.words() == "14 in favour, none against, 1 not taking part (chn)"
    assert Vote(in_favour=8, against=2, absentees=("chn",)).words() == "8 in favour, 2 against, absent (chn)"
