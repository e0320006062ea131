"""Linkages however they are said: what comes first, who ties, and what ties nothing."""

import pytest

from goodoffices.vocabulary.kinds import Linkage
from tests.reading.invented import claims


def tied(words: str) -> list[tuple[str, str]]:
    found = [(c.content, c.quotes[0].exact) for c in claims(words, "linkage")]
    return [(c.by, quote) for c, quote in found if isinstance(c, Linkage)]


@pytest.mark.parametrize(
    ("words", "by", "quote"),
    [
        ("Unless the port is opened, Sylvania will stay away.", "sylvania", "Unless the port is opened, Sylvania"),
        ("Sylvania will not sign unless the port is opened.", "sylvania", "unless the port is opened"),
        ("Only if the guns are removed will Freedonia open the road.", "freedonia", "Only if the guns"),
        ("For Borduria, no deal is possible unless the dam is shared.", "borduria", "unless the dam is shared"),
        ("There will be no treaty, Borduria said, unless the fleet leaves.", "borduria", "unless the fleet leaves"),
        ("Borduria will free the pilots, but only once the fleet leaves.", "borduria", "only once the fleet leaves"),
        ("Sylvania's consent is contingent on a vote.", "sylvania", "contingent on a vote"),
        ("Freedonia wants the dam and the debt settled as part of a wider package.", "freedonia", "wider package"),
        ("Freedonia's call for a package in which all is settled failed.", "freedonia", "package in which all"),
        ("A pardon is a prerequisite for disarmament, in the view of Sylvania.", "sylvania", "prerequisite for"),
        ("Amnesty and disarmament go hand in hand, Freedonia said.", "freedonia", "go hand in hand"),
        ("Sylvania said it was ready to extend the truce as long as Borduria did.", "sylvania", "as long as Borduria"),
        ("Freedonia must free the crew before signing a pact, Sylvania said.", "sylvania", "before signing a pact"),
        (
            "Sylvania said the crew must be freed before it lifts the blockade.",
            "sylvania",
            "before it lifts the blockade",
        ),
        ("There are two tests that Freedonia must pass before Sylvania agrees to sign.", "sylvania", "before Sylvania"),
        ("The River Liberation Front refuses to disarm before a law is passed.", "rlf", "before a law is passed"),
        ("For Sylvania, peace is only possible if the mines are cleared.", "sylvania", "if the mines are cleared"),
        ("Freedonia wants the guns handed in first, talks later.", "freedonia", "first, talks later"),
        ("No aid would be sent until the crew is freed, Borduria warned.", "borduria", "No aid would be sent until"),
        ("Borduria and its allies said they are ready to ease the ban in return for a pact.", "borduria", "for a pact"),
        ("Borduria insists that the ban will remain until the crew is freed.", "borduria", "until the crew is freed"),
        ("Sylvania will leave the port under the condition that the ban ends.", "sylvania", "under the condition that"),
        ("Borduria sees a link between disarmament and reforms.", "borduria", "a link between disarmament and reforms"),
        ("They fear the link made by Borduria between arms and aid.", "borduria", "between arms and aid"),
        (
            "Freedonia agreed to permit a vote, provided that the fleet left.",
            "freedonia",
            "permit a vote, provided",
        ),
        ("Borduria tied its aid to progress in the talks.", "borduria", "tied its aid to progress in the talks"),
        (
            "Freedonia's readiness to talk depends on Bordurian guarantees.",
            "freedonia",
            "depends on Bordurian guarantees",
        ),
    ],
)
def test_a_tie_is_found_however_it_is_said(words: str, by: str, quote: str) -> None:
    assert [found_by for found_by, found in tied(words) if quote in found] == [by]


@pytest.mark.parametrize(
    "words",
    [
        "Progress hinges on the fate of the pilots.",
        "The loan is contingent on a vote.",
        "A withdrawal will only begin if the pact is ratified.",
        "Talks can resume only when the blockade ends.",
        "Donors made the loan dependent on a vote.",
        "The loan is tied to a vote.",
        "Nothing will be signed until everything is agreed.",
        "No withdrawal will occur until a truce has been agreed.",
        "A deal that would limit dredging in return for aid is near.",
        "The ban will be eased once the talks restart.",
        "The truce and the withdrawal are mutually dependent.",
    ],
)
def test_what_hangs_on_another_thing_by_nobodys_word_is_tied_by_nobody(words: str) -> None:
    assert [by for by, _ in tied(words)] == [""]


def test_what_waits_stands_first_also_where_its_condition_opens_the_sentence() -> None:
    (claim,) = claims("Unless the port is opened, Sylvania will stay away.", "linkage")
    assert isinstance(claim.content, Linkage)
    assert claim.content.ties == ("Sylvania will stay away", "the port is opened")


@pytest.mark.parametrize(
    "words",
    [
        "Unless otherwise agreed, the office will be in Klow.",
        "Borduria will stay unless told otherwise.",
        "Sylvania and Freedonia worked hand in hand.",
        "The economy of Sylvania depends on oil.",
        "Freedonia gave a loan as part of a package of aid.",
        "The delta is inhabited unless it is flooded.",
        "The war may only have begun once the fleet left.",
        "The talks resumed only when Sylvania agreed.",
        "Freedonia must answer before 1 June 2035, Sylvania said.",
        "Sylvania said the dam must be finished before long.",
        "Sylvania won the first round and lost later.",
        "The truce will continue until 1 July 2035.",
        "Freedonia will not leave until Monday.",
        "Freedonia said it would vote again, if necessary.",
        "Sylvania will build roads that link the valley with Borduria.",
        "The aid would not be felt until the arrival of the fleet.",
        "Freedonia will not rest until the day of the vote.",
        "Experts see a link between Borduria and Sylvania.",
        "Klow is a town linked to the sea by rail.",
    ],
)
def test_what_only_sounds_like_a_tie_is_none(words: str) -> None:
    assert tied(words) == []
