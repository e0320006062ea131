"""Meetings, decisions, events, figures, terms, linkages, concessions, disagreements, programmes, expectations."""

import datetime as dt
from typing import Any

import pytest

from tests.reading.invented import claims


def one(words: str, kind: str) -> Any:
    """The content of the only proposal of a kind."""
    (claim,) = claims(words, kind)
    return claim.content


def test_a_body_that_met_is_a_meeting_with_place_day_and_who_was_present() -> None:
    words = "The Harbour Trio met in Klow on 3 May 2035. Present at the meeting were Mira Alder and Otto Brandt."
    meeting = one(words, "meeting")
    assert (meeting.body, meeting.place, set(meeting.participants)) == ("trio", "Klow", {"alder", "brandt"})


def test_a_later_sentence_adds_at_whose_behest_it_met() -> None:
    words = (
        "The Harbour Trio met in Klow on 3 May 2035. "
        "It was the first special session; it took place at Sylvania's behest."
    )
    meeting = one(words, "meeting")
    assert (meeting.behest, meeting.occasion) == ("sylvania", "special session")


def test_talks_between_two_parties_are_a_meeting_of_both() -> None:
    assert set(one("Talks between Freedonia and Borduria took place in Lund.", "meeting").participants) == {
        "freedonia",
        "borduria",
    }


@pytest.mark.parametrize(
    "words",
    [
        "Sylvania met its targets.",
        "Alder called for talks between Freedonia and Borduria.",
        "They may hold talks between Freedonia and Borduria.",
    ],
)
def test_talks_that_are_only_wanted_are_no_meeting(words: str) -> None:
    assert claims(words, "meeting") == []


def test_a_body_that_reached_a_resolution_decided() -> None:
    assert one("At the meeting, the Harbour Trio adopted a resolution on the canal.", "decision").body == "trio"


def test_an_attack_has_its_doer_target_and_day() -> None:
    (claim,) = claims("On 4 May 2035, the River Liberation Front launched a rocket attack against Sylvania.", "event")
    assert (claim.content.what, claim.content.actor, claim.content.target) == ("attack", "rlf", "sylvania")  # type: ignore[union-attr]
    assert claim.valid is not None
    assert claim.valid.latest == dt.date(2035, 5, 4)


def test_deeds_joined_in_one_sentence_are_one_event() -> None:
    words = "Freedonia launched air strikes, ordered a blockade of the delta and launched an incursion into Lund."
    (claim,) = claims(words, "event")
    assert claim.quotes[0].exact == words[:-1]


def test_a_visit_is_an_event() -> None:
    assert one("Otto Brandt visited Klow.", "event").what == "visit"


@pytest.mark.parametrize(
    "words", ["Freedonia may attack Lund.", "Sylvania threatened to attack Lund.", "Freedonia attacks its critics."]
)
def test_what_did_not_happen_is_no_event(words: str) -> None:
    assert claims(words, "event") == []


@pytest.mark.parametrize(
    ("words", "value", "bound"),
    [
        ("Over 1,500 people were displaced.", 1500, "more_than"),
        ("Some 30 hostages were released.", 30, "about"),
        ("The raid killed three soldiers.", 3, "exactly"),
        ("Up to two thousand families fled.", 2000, "less_than"),
    ],
)
def test_a_figure_has_a_value_and_how_it_is_meant(words: str, value: float, bound: str) -> None:
    figure = one(words, "figure")
    assert (figure.value, figure.bound) == (value, bound)


@pytest.mark.parametrize(
    "words", ["Three ministers resigned in 2031.", "Resolution 1500 was adopted.", "On 12 May people voted."]
)
def test_a_number_of_something_else_is_no_figure(words: str) -> None:
    assert claims(words, "figure") == []


def test_a_figure_by_somebodys_word_is_reported() -> None:
    (claim,) = claims("At least 20 civilians were killed in Lund, local officials said.", "figure")
    assert claim.attribution.status == "reported"


def test_a_truce_is_chained_over_sentences() -> None:
    words = (
        "On 1 May 2035, Borduria brokered a truce between Freedonia and Sylvania. "
        "The ceasefire was extended twice and expired on 9 May 2035."
    )
    term = one(words, "term")
    assert (set(term.parties), term.mediators, term.ended, term.extensions) == (
        {"freedonia", "sylvania"},
        ("borduria",),
        "expired",
        "twice",
    )
    assert (term.begins.latest, term.until.latest) == (dt.date(2035, 5, 1), dt.date(2035, 5, 9))


@pytest.mark.parametrize(
    "words", ["Alder called for a ceasefire by 1 June 2035.", "A truce would help.", "They discussed a truce."]
)
def test_a_truce_that_is_only_wanted_runs_for_no_time(words: str) -> None:
    assert claims(words, "term") == []


@pytest.mark.parametrize(
    ("words", "by", "kind"),
    [
        ("Sylvania seeks to link the tariff to the return of the archives.", "sylvania", "condition"),
        ("Freedonia will sign only if the garrison leaves.", "freedonia", "condition"),
        (
            "All were packaged together by Borduria into a single linkage: the dam, the tariff, and the archives.",
            "borduria",
            "package",
        ),
        ("Borduria supports a conference in Klow in the context of a truce.", "borduria", "condition"),
    ],
)
def test_a_linkage_names_who_ties_and_how(words: str, by: str, kind: str) -> None:
    linkage = one(words, "linkage")
    assert (linkage.by, linkage.link_kind) == (by, kind)


def test_a_package_lists_what_it_ties() -> None:
    words = "All were packaged together by Borduria into a single linkage: the dam, the tariff, and the archives."
    assert one(words, "linkage").ties == ("the dam", "the tariff", "the archives")


@pytest.mark.parametrize(
    "words", ["The talks lasted until 3 May.", "Sylvania coupled speed with care.", "They waited unless told."]
)
def test_a_bare_link_word_is_no_linkage(words: str) -> None:
    assert claims(words, "linkage") == []


def test_each_part_of_a_reward_is_a_concession_and_what_was_given_in_return_too() -> None:
    words = (
        "In exchange for Sylvania's willingness to open the dam, Freedonia rewarded Sylvania with several concessions, "
        "including ceding the eastern bank and the recognition of its flag."
    )
    found = [(c.content.giver, c.content.receiver) for c in claims(words, "concession")]  # type: ignore[union-attr]
    assert sorted(found) == [("freedonia", "sylvania"), ("freedonia", "sylvania"), ("sylvania", "freedonia")]


def test_a_concession_partly_taken_back_revises_the_earlier_one() -> None:
    words = "Freedonia ceded the eastern bank to Sylvania. It seems that Freedonia did not fully cede the eastern bank."
    first, second = claims(words, "concession")
    assert (second.content.revised, second.content.revises) == ("partly_withdrawn", first.id)  # type: ignore[union-attr]


@pytest.mark.parametrize("words", ["Freedonia conceded that it was late.", "Sylvania refused to cede the bank."])
def test_nothing_given_is_no_concession(words: str) -> None:
    assert claims(words, "concession") == []


@pytest.mark.parametrize(
    ("words", "trend"),
    [
        ("The dispute between Freedonia and Sylvania over water has worsened.", "worsened"),
        ("The rift between Freedonia and Sylvania has narrowed.", "narrowing"),
        ("Freedonia and Sylvania remain at odds.", "open"),
    ],
)
def test_a_disagreement_has_its_parties_and_trend(words: str, trend: str) -> None:
    found = one(words, "disagreement")
    assert (set(found.parties), found.trend) == ({"freedonia", "sylvania"}, trend)


def test_a_bare_topic_is_no_disagreement() -> None:
    assert claims("Freedonia and Sylvania discussed water.", "disagreement") == []


def test_a_day_is_nothing_to_agree_on() -> None:
    assert claims("Freedonia and Sylvania agreed on Monday to reopen the bridge.", "convergence") == []


def test_understandings_are_a_convergence() -> None:
    assert set(one("Freedonia and Sylvania reached an understanding on water.", "convergence").parties) == {
        "freedonia",
        "sylvania",
    }


def test_a_bodys_standing_work_is_a_programme() -> None:
    programme = one("The Trio's activities aimed to develop the harbours.", "programme")
    assert (programme.body, programme.aim) == ("trio", "to develop the harbours")


def test_a_forecast_is_an_expectation_with_its_time() -> None:
    expectation = one("Sylvania will likely sign the treaty by 1 June 2035.", "expectation")
    assert expectation.by.latest == dt.date(2035, 6, 1)


@pytest.mark.parametrize(
    ("words", "waits", "first"),
    [
        ("Borduria said that a full withdrawal was a precondition for talks.", "talks", "a full withdrawal"),
        ("Borduria demanded the release of prisoners as a condition for talks.", "talks", "the release of prisoners"),
        (
            "Borduria insisted that a ceasefire must be in place prior to any talks with Sylvania.",
            "talks with Sylvania",
            "a ceasefire must be in place",
        ),
        ("Borduria will not sign without guarantees from Sylvania.", "sign", "guarantees from Sylvania"),
        (
            "Borduria refuses to sign the treaty unless Sylvania releases the prisoners.",
            "to sign the treaty",
            "Sylvania releases the prisoners",
        ),
    ],
)  # fmt: skip
def test_what_waits_stands_first_in_a_condition_whichever_way_it_is_said(words: str, waits: str, first: str) -> None:
    assert one(words, "linkage").ties == (waits, first)


def test_in_a_sequence_what_comes_first_stands_first() -> None:
    said = "Borduria said that elections must follow the ceasefire."
    assert one(said, "linkage").ties == ("the ceasefire", "elections")


@pytest.mark.parametrize(
    "words",
    ["Borduria will not attend the meeting, without giving a reason.", "Borduria left the talks without a deal."],
)
def test_to_do_without_something_is_no_linkage(words: str) -> None:
    assert claims(words, "linkage") == []


def test_a_sentence_that_opens_with_a_linking_phrase_before_its_verb_is_read_without_a_fault() -> None:
    said = "In the context of today's meeting, we, the Harbour Trio, were asked by Borduria to prepare proposals."
    assert claims(f"Statement by the Harbour Trio\n\nWe thank you. {said}", "linkage") == []
