"""What bodies decide to do, and what they ask in a noun; adopted texts that a line announces."""

from goodoffices.vocabulary.kinds import Provision, Statement
from tests.reading.invented import claims, read


def provisions(words: str) -> list[tuple[str, str]]:
    """Force and quote of every provision."""
    found: list[tuple[str, str]] = []
    for claim in claims(words, "provision"):
        assert isinstance(claim.content, Provision)
        found.append((claim.content.force, claim.quotes[0].exact))
    return found


def test_each_thing_that_a_body_decides_to_do_is_a_provision() -> None:
    assert provisions("The Lake Council decided to lift the ban and to review the quotas.") == [
        ("undertaken", "decided to lift the ban"),
        ("undertaken", "to review the quotas"),
    ]


def test_what_a_body_did_not_decide_or_a_person_did_is_none() -> None:
    assert provisions("The Lake Council did not decide to lift the ban. Otto Brandt decided to leave.") == []


def test_a_call_on_somebody_is_told_with_what_he_is_to_do() -> None:
    assert provisions("The Lake Council reiterated its call on Borduria to open the port.") == [
        ("called_for", "its call on Borduria to open the port")
    ]
    assert provisions("The Lake Council reiterated calls for a truce.") == [("called_for", "calls for a truce")]


ADOPTED = """The Lake Council, at its 12th meeting held on 3 May 2035, adopted the following decision on the ports:

Council,

1. Takes note of the report of the Harbour Trio. Council also welcomes the truce of 1 May 2035;

2. Urges Borduria to open the port, and requests the Trio to report by 1 July 2035;
"""


def test_a_line_by_which_a_body_announces_its_decision_opens_an_adopted_text() -> None:
    found = read(ADOPTED).claims
    said = [
        (c.content.speaker, c.content.act, c.quotes[0].exact[:24]) for c in found if isinstance(c.content, Statement)
    ]
    assert said == [
        ("lake_council", "support", "Takes note of the report"),
        ("lake_council", "support", "also welcomes the truce "),
        ("lake_council", "request", "Urges Borduria to open t"),
        ("lake_council", "request", "requests the Trio to rep"),
    ]
    assert [str(c.valid.earliest) for c in found if c.kind == "decision" and c.valid] == ["2035-05-03"]
    assert [c.quotes[0].exact[:6] for c in found if c.kind == "provision"] == ["Urges ", "reques"]


COMMUNIQUE = """Joint communiqué of the Harbour Trio

The sides are urged to show restraint. Borduria was called upon to release the crew.
It was decided to meet again in July 2035. All parties should refrain from violence.
Concern was expressed at the raids. Support was expressed for the envoy.
"""


def test_what_a_communique_asks_and_expresses_without_a_doer_is_the_word_of_its_body() -> None:
    said = [(c.content.speaker, c.content.act) for c in read(COMMUNIQUE).claims if isinstance(c.content, Statement)]
    assert said == [("trio", act) for act in ("request", "request", "announce", "request", "accuse", "support")]
    assert [quote for _, quote in provisions(COMMUNIQUE)] == [
        "urged to show restraint",
        "called upon to release the crew",
        "decided to meet again in July 2035",
        "All parties should refrain from violence",
    ]


def test_elsewhere_it_is_nobodys() -> None:
    assert [c for c in read("The sides are urged to show restraint.").claims if c.kind == "provision"] == []


def test_duties_on_marked_lines_after_an_open_verb_are_one_provision_each() -> None:
    words = (
        "The Harbour Trio met. The Co-Chairs urged the sides to:\n"
        "• withdraw from the port;\n• release all detainees;\n• resume talks."
    )
    assert provisions(words) == [
        ("called_for", "withdraw from the port"),
        ("called_for", "release all detainees"),
        ("called_for", "resume talks"),
    ]


def test_an_adverb_may_stand_before_the_colon() -> None:
    words = "The Harbour Trio called on both sides to swiftly:\n\n1. Open the port;\n2. Release the crew.\n"
    assert provisions(words) == [("called_for", "Open the port"), ("called_for", "Release the crew")]
