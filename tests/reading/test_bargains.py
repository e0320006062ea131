"""What was given for something, what would be, and stands that one sentence sets against each other."""

import pytest

from goodoffices.vocabulary.kinds import Concession, Disagreement, Linkage
from tests.reading.invented import claims


@pytest.mark.parametrize(
    ("words", "giver", "what", "returned"),
    [
        (
            "In exchange for the withdrawal of the fleet, Freedonia agreed to hold a referendum.",
            "freedonia",
            "to hold a referendum",
            "the withdrawal of the fleet",
        ),
        (
            "Freedonia dropped its demand for a corridor in exchange for a guarantee from Sylvania.",
            "freedonia",
            "its demand for a corridor",
            "a guarantee from Sylvania",
        ),
        ("Freedonia accepted observers as the price of recognition.", "freedonia", "observers", "recognition"),
        ("Sylvania received fuel in return for opening its port.", "sylvania", "opening its port", "fuel"),
    ],
)
def test_what_was_given_for_something_is_conceded(words: str, giver: str, what: str, returned: str) -> None:
    (content,) = [c.content for c in claims(words, "concession")]
    assert isinstance(content, Concession)
    assert (content.giver, content.what, content.in_exchange_for) == (giver, what, returned)


@pytest.mark.parametrize(
    "words",
    [
        "Sylvania refused to open the port in exchange for fuel.",
        "Sylvania proposed to open the port in exchange for fuel.",
        "Sylvania released ten prisoners in exchange for the bodies of two pilots.",
        "The ships returned to Sylvania in return for the winter.",
    ],
)
def test_what_was_not_given_is_no_concession(words: str) -> None:
    assert claims(words, "concession") == []


@pytest.mark.parametrize(
    ("words", "by", "ties"),
    [
        (
            "Freedonia and Sylvania have met. In return for a lifting of the blockade, they must open archives.",
            "freedonia",
            ("they must open archives", "a lifting of the blockade"),
        ),
        (
            "Sylvania offered to open the port in exchange for fuel.",
            "sylvania",
            ("Sylvania offered to open the port", "fuel"),
        ),
        (
            "Freedonia offered to freeze its dredging. In return, Sylvania would lift the tariffs.",
            "freedonia",
            ("Freedonia offered to freeze its dredging.", "In return, Sylvania would lift the tariffs"),
        ),
    ],
)
def test_what_would_be_given_for_something_is_a_trade(words: str, by: str, ties: tuple[str, ...]) -> None:
    (content,) = [c.content for c in claims(words, "linkage")]
    assert isinstance(content, Linkage)
    assert (content.by, content.ties, content.link_kind) == (by, ties, "trade")


@pytest.mark.parametrize(
    "words",
    [
        "While Borduria favours a lifting of sanctions, Osterlich rejects any relief.",
        "Osterlich wants a federation, whereas Borduria insists on two states.",
        "Osterlich and Borduria do not share the same view of the observers.",
        "Osterlich disagrees with Borduria's proposals on the border.",
        "Deep divisions persist over the dam, for Osterlich as for Borduria.",
        "Osterlich and Borduria are reading from different scripts.",
    ],
)
def test_stands_set_against_each_other_are_a_disagreement(words: str) -> None:
    (content,) = [c.content for c in claims(words, "disagreement")]
    assert isinstance(content, Disagreement)
    assert set(content.parties) == {"osterlich", "borduria"}


TENSE = "Tensions persisted in the delta while Sylvania and Borduria voted."
SETTLED = "Sylvania and Borduria shall settle all disputes between them."


@pytest.mark.parametrize(
    "words",
    [
        "Sylvania supports the truce while it seeks new arms.",
        "Sylvania held talks while Borduria held a vote.",
        SETTLED,
    ],
)
def test_what_happens_at_a_time_is_no_disagreement(words: str) -> None:
    assert claims(words, "disagreement") == []
