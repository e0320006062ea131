"""Statements: verbs of saying, stands, who speaks."""

import pytest

from goodoffices.reading.voices import speakers
from tests.reading.invented import claims


def said(words: str) -> list[tuple[str, str, str]]:
    """Speaker, act and quote of every statement."""
    found = []
    for claim in claims(words, "statement"):
        content = claim.content
        found.append(
            (getattr(content, "speaker", ""), getattr(content, "act", ""), " ".join(claim.quotes[0].exact.split()))
        )
    return found


@pytest.mark.parametrize(
    ("words", "speaker", "act"),
    [
        ("Sylvania takes note of the letter.", "sylvania", "support"),
        ("Freedonia expressed its concern at the blockade.", "freedonia", "accuse"),
        ("The Harbour Trio underscored the need for calm.", "trio", "assess"),
        ("Borduria refused to sign.", "borduria", "reject"),
        ("Otto Brandt ruled out a withdrawal.", "brandt", "reject"),
        ("Alder called on Freedonia to release the crew.", "alder", "request"),
        ("Freedonia threatened to close the port.", "freedonia", "threaten"),
        ("Sylvania pledged to rebuild the dam.", "sylvania", "commit"),
        ("Borduria put forward a new map.", "borduria", "propose"),
    ],
)
def test_a_verb_of_saying_gives_its_speaker_and_act(words: str, speaker: str, act: str) -> None:
    assert [(s, a) for s, a, _ in said(words)] == [(speaker, act)]


def test_two_verbs_are_two_statements_and_each_quotes_its_own_clause() -> None:
    assert said("Sylvania condemned the raid and urged Borduria to leave.") == [
        ("sylvania", "accuse", "Sylvania condemned the raid"),
        ("sylvania", "request", "urged Borduria to leave"),
    ]


def test_a_participle_after_the_clause_is_a_statement_of_the_same_speaker() -> None:
    found = said("Otto Brandt proposed a new committee, saying that it should include the ports.")
    assert [(s, a) for s, a, _ in found] == [("brandt", "propose"), ("brandt", "assess")]


def test_the_speaker_may_follow_the_clause() -> None:
    assert said("The dam is safe, Mira Alder added.") == [("alder", "assess", "The dam is safe, Mira Alder added")]


def test_it_means_the_last_subject() -> None:
    found = said("The Harbour Trio welcomed the truce. It urged the parties to keep it.")
    assert [s for s, _, _ in found] == ["trio", "trio"]


def test_it_does_not_mean_a_party_when_another_noun_stands_nearer() -> None:
    assert [s for s, _, _ in said("Sylvania sent a crew. The bridge is old, and it demands care.")] == []


def test_she_means_the_person_named_last() -> None:
    assert [s for s, _, _ in said("Mira Alder met the press. She denied the charge.")][-1] == "alder"


def test_several_speakers_of_one_act_are_one_claim_each() -> None:
    assert {s for s, _, _ in said("Freedonia and Sylvania rejected the draft.")} == {"freedonia", "sylvania"}


def test_an_intention_without_a_verb_is_its_owners() -> None:
    assert ("borduria", "commit") in [
        (s, a) for s, a, _ in said("The talks dealt with the Bordurian intention to buy the locks.")
    ]


def test_a_declared_goal_is_announced_by_the_subject() -> None:
    found = said("Freedonia sent ships with the declared goal of freeing the crews.")
    assert ("freedonia", "announce", "with the declared goal of freeing the crews") in found


def test_what_is_blamed_on_another_inside_ones_words_is_an_accusation() -> None:
    found = said("Brandt said that trade had stopped, mainly due to the decision of Sylvania to close the river.")
    assert ("brandt", "accuse") in [(s, a) for s, a, _ in found]


@pytest.mark.parametrize(
    "words",
    [
        "Freedonia committed a crime against the fishermen.",
        "Sylvania has not commented.",
        "The ships supporting Freedonia left.",
        "Freedonia looks to the future.",
        "Borduria met its obligations.",
    ],
)
def test_what_only_looks_like_a_verb_of_saying_says_nothing(words: str) -> None:
    assert said(words) == []


def test_what_the_author_tells_of_a_stand_stays_the_authors_word() -> None:
    (claim,) = claims("Borduria is dragging its feet over the survey.", "statement")
    assert (claim.attribution.status, claim.attribution.holder) == ("asserted", "author")


def test_a_doubt_inside_what_is_said_leaves_it_said() -> None:
    (claim,) = claims("Alder said that an exchange might be possible.", "statement")
    assert (claim.attribution.status, claim.attribution.holder) == ("declared", "alder")


def test_a_claim_that_the_author_doubts_is_alleged() -> None:
    assert [c.attribution.status for c in claims("Freedonia claimed that the ship was armed.", "statement")] == [
        "alleged"
    ]


def test_what_is_maintained_is_said_only_if_it_is_a_stand() -> None:
    assert claims("Sylvania maintained a friendly neutrality during the war.", "statement") == []
    (claim,) = claims("Sylvania maintained its opposition to the plan.", "statement")
    assert claim.content.act == "reject"  # type: ignore[union-attr]


@pytest.mark.parametrize("words", ["The Trio may desire a report.", "The ships could be counted on one hand."])
def test_what_is_left_to_choice_or_able_to_be_done_is_no_forecast(words: str) -> None:
    assert claims(words, "expectation") == []


@pytest.mark.parametrize(
    ("words", "speaker", "act"),
    [
        ("Freedonia continues to demand a new survey.", "freedonia", "request"),
        ("Sylvania tried to object to the map.", "sylvania", "reject"),
        ("Borduria answered the letter by rejecting the map.", "borduria", "reject"),
        ("The talks broke down, with Borduria rejecting the map.", "borduria", "reject"),
        ("Fighting resumed on Monday, with Borduria accusing the army of raids.", "borduria", "accuse"),
        ("Sylvania suggested a pause in the dredging.", "sylvania", "propose"),
        ("Freedonia suggested opening the locks.", "freedonia", "propose"),
        ("Sylvania regards the levy as unlawful.", "sylvania", "assess"),
        ("Borduria described the letter as an insult.", "borduria", "assess"),
        ("Freedonia had no objection to the map.", "freedonia", "accept"),
        ("Sylvania has no intention of leaving the delta.", "sylvania", "reject"),
        ("The plan met with opposition from Sylvania.", "sylvania", "reject"),
        ("The map was greeted with scepticism by Borduria.", "borduria", "reject"),
        ("Sylvania was among the first states to call for a truce.", "sylvania", "request"),
        ("For Freedonia, the canal is not negotiable.", "freedonia", "assess"),
        ("The Lake met in Klow, in line with Sylvania's belief that the dam was safe.", "sylvania", "assess"),
    ],
)
def test_a_stand_taken_in_going_on_or_as_what_a_thing_is_seen_counts(words: str, speaker: str, act: str) -> None:
    assert (speaker, act) in [(s, a) for s, a, _ in said(words)]


@pytest.mark.parametrize(
    ("words", "speaker", "act"),
    [
        ("If Borduria accepts the map, the locks will open.", "borduria", "accept"),
        ("Freedonia will stay until Sylvania recognises the border.", "sylvania", "assess"),
        ("Brandt said that Sylvania must stop the raids and commit to a truce.", "sylvania", "commit"),
        ("Freedonia sees the river.", "freedonia", "assess"),
        ("Sylvania began to build a dam.", "sylvania", "announce"),
        ("For Freedonia, the war began in May.", "freedonia", "assess"),
        ("The talks met with success in Sylvania.", "sylvania", "support"),
        ("It is vital to cease fire, guarantee aid and wait for Sylvania.", "sylvania", "commit"),
        ("The front was manned by Freedonia and supported with old guns.", "freedonia", "support"),
    ],
)
def test_what_is_only_supposed_or_owed_is_no_statement(words: str, speaker: str, act: str) -> None:
    assert (speaker, act) not in [(s, a) for s, a, _ in said(words)]


def test_the_word_of_somebody_who_has_no_name_is_a_statement_without_a_speaker() -> None:
    assert [(s, a) for s, a, _ in said("A fisherman from the delta said that the dam had burst.")] == [("", "assess")]
    assert [(s, a) for s, a, _ in said("According to a survey of the port, the dam has burst.")] == [("", "assess")]
    assert [(s, a) for s, a, _ in said("The team noted that the truce was holding.")] == [("", "assess")]
    assert [(s, a) for s, a, _ in said("The delta is described by villagers as calm.")] == [("", "assess")]
    assert [(s, a) for s, a, _ in said("A woman was robbed. She said that two men had come.")] == [("", "assess")]
    assert said("The bridge said nothing.") == []


def test_the_members_of_the_council_are_the_council_last_named() -> None:
    found = said("The Lake Council met. The Harbour Trio met too. The members of the council urged the Trio to wait.")
    assert [s for s, _, _ in found] == ["lake_council"]


def test_what_a_speaker_calls_due_or_vital_is_asked_in_his_own_speech_only() -> None:
    due = "The siege must end. It is vital that the locks open. Peace requires patience."
    spoken = said(f"Statement by Mira Alder\n\nWe thank our hosts. {due}")
    assert [(s, a) for s, a, _ in spoken if a == "request"] == [("alder", "request")] * 3
    assert said(due) == []


def test_what_a_speaker_strives_for_and_whom_he_blames_is_his_statement_in_his_own_speech_only() -> None:
    held = "We strive for a just peace. It is our duty to protect the delta. Freedonia violates every accord."
    spoken = said(f"Statement by Mira Alder\n\nWe thank our hosts. {held}")
    assert [(s, a) for s, a, _ in spoken[1:]] == [("alder", "commit"), ("alder", "request"), ("alder", "accuse")]
    assert said("It is a duty to protect the delta. Freedonia violates every accord.") == []


def test_a_last_name_without_a_title_is_a_person_where_it_says_something() -> None:
    assert [a for _, a, _ in said("Freedonia offered a truce, but Adler demanded the islands.")] == [
        "propose",
        "request",
    ]
    assert said("Rebels held the town. Twice they fled.") == []
    nobodys = said("Yesterday Tarn and Bresk agreed. Nothing moves, but Bresk refused the ferry.")
    assert [(s, a) for s, a, _ in nobodys] == [("", "accept"), ("", "reject")]
    assert [s for s, _, _ in said("They met in Bresk. On Monday Bresk refused the ferry.")] == [""]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ('"There will be no second chance," warned Sylvanian Foreign Minister Mira Alder on Monday.', "alder"),
        ("“The border stays shut,” announced Borduria.", "borduria"),
        ("KLOW, 3 May – Freedonian envoy Otto Brandt said that the truce was over.", "brandt"),
        ("KLOW (Agency) — Borduria said that the truce was over.", "borduria"),
        ("There will be no truce, Borduria said, before the fleet has left.", "borduria"),
    ],
)
def test_who_speaks_is_found_after_a_quotation_a_dateline_and_in_between(words: str, speaker: str) -> None:
    (claim,) = claims(words, "statement")
    assert getattr(claim.content, "speaker", "") == speaker
    assert not claim.quotes[0].exact.startswith("KLOW")


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ('"Stop the shelling," Mira Alder said.', "request"),
        ('"Come back to the table," said Mira Alder.', "request"),
        ('"We stop the shelling," Mira Alder said.', "assess"),
    ],
)
def test_an_order_that_is_quoted_is_asked(words: str, act: str) -> None:
    assert [found for _, found, _ in said(words)] == [act]


@pytest.mark.parametrize(
    ("words", "speaker", "act"),
    [
        ("The Harbour Trio convened in Lund. The Ministers condemned the raid.", "trio", "accuse"),
        ("The Lake Council opened its session. The Summit urged Borduria to leave.", "lake_council", "request"),
        (
            "The Co-Chairs of the Harbour Trio (Ash of Sylvania and Elm of Borduria) welcomed the truce.",
            "trio",
            "support",
        ),
        ("The Harbour Trio met. The Co-Chairs call on the parties to stop firing.", "trio", "request"),
        ("The Lake Council met. Council expresses concern at the raid.", "lake_council", "accuse"),
        ("The members of the Lake Council express concern at the raid.", "lake_council", "accuse"),
        ("The Harbour Trio met. The Heads of State and Government commended the crews.", "trio", "support"),
    ],
)
def test_a_body_speaks_in_its_ministers_chairs_and_summits(words: str, speaker: str, act: str) -> None:
    assert [(s, a) for s, a, _ in said(words) if a != "assess"][-1] == (speaker, act)


def test_leaders_told_of_together_are_not_the_body_named_before() -> None:
    found = said("The Harbour Trio met. Mira Alder and Otto Brandt dined. The leaders condemned the raid.")
    assert "trio" not in [s for s, a, _ in found if a == "accuse"]


def test_the_leader_of_a_group_is_the_leader_whom_the_text_has_named() -> None:
    words = "Rebel leader Ivo Tarn came to Klow. The River Liberation Front leader called for a truce."
    assert [s for s, _, _ in said(words)] == ["person:ivo-tarn"]


def test_a_minister_named_before_is_not_the_president() -> None:
    words = "Freedonian Foreign Minister Ivo Tarn came to Klow. The Freedonian leader called for a truce."
    assert [s for s, _, _ in said(words)] == ["freedonia"]


@pytest.mark.parametrize(
    ("words", "speaker", "act"),
    [
        ("Madam Chair, the Harbour Trio welcomes the truce.", "trio", "support"),
        (
            "Alder spoke. She called for calm. The port is open. The sea is wide. She urged restraint.",
            "alder",
            "request",
        ),
        ("The Lake Council met. “The port must open,” its statement reads.", "lake_council", "assess"),
        ("The Harbour Trio welcomes the truce. We call on the sides to keep it.", "trio", "request"),
        ("The Lake Council met. The 12th ordinary session urged Borduria to leave.", "lake_council", "request"),
        ("The Harbour Trio met. The regional leaders commended the crews.", "trio", "support"),
        ("The Harbour Trio is following the raids with grave concern.", "trio", "accuse"),
        ("The Harbour Trio offered its condolences to the families.", "trio", "support"),
        ("The Trio says that Borduria must stop supporting the raids, calling on it to talk.", "trio", "request"),
        ("The Harbour Trio condemned raids by Borduria. The joint statement urged calm.", "trio", "request"),
        (
            "The Harbour Trio condemned the raid. The Lund News Agency said that it was over. They also urged calm.",
            "trio",
            "request",
        ),
    ],
)
def test_forms_in_which_bodies_and_envoys_speak(words: str, speaker: str, act: str) -> None:
    assert said(words)[-1][:2] == (speaker, act)


def test_that_a_speaker_says_a_few_words_is_no_statement() -> None:
    found = said("Remarks by Otto Brandt\n\nLet me say a few words. I will say it very clearly. I condemn the raid.\n")
    assert [a for _, a, _ in found] == ["accuse"]


def test_what_is_called_off_on_a_day_is_asked_of_nobody() -> None:
    assert [act for _, act, _ in said("Sylvania called off the truce on Monday.")] == ["suspend"]
    assert [act for _, act, _ in said("Sylvania called a strike on Monday.")] == []


@pytest.mark.parametrize(
    "words",
    [
        "Borduria has turned its back on the talks.",
        "Borduria slammed the door on a deal.",
        "KLOWGRAD: Borduria rejected the map.",
        "KLOW, Lower Lake Shore (Agency) — Borduria rejected the map.",
        "Port Sall, 3 May 2035 Borduria rejected the map.",
        "(Agency photo) Borduria rejected the map.",
    ],
)
def test_a_refusal_is_read_in_idioms_and_behind_datelines_and_credits(words: str) -> None:
    ((speaker, act, quote),) = said(words)
    assert (speaker, act) == ("borduria", "reject")
    assert quote.startswith("Borduria")


def test_who_turns_a_patrol_back_refuses_nothing() -> None:
    assert said("Borduria turned the patrol back.") == []


def test_whose_is_what_somebody_is_praised_for() -> None:
    words = "The Harbour Trio met. The Harbour Trio congratulated Freedonia for its promise to open the port."
    assert [(s, a) for s, a, _ in said(words)] == [("trio", "support"), ("freedonia", "commit")]


def test_as_demanded_by_somebody_is_his_demand() -> None:
    words = "The Harbour Trio welcomed the pause, as demanded by Borduria."
    assert [(s, a) for s, a, _ in said(words)] == [("trio", "support"), ("borduria", "request")]


def test_the_many_members_of_a_body_are_not_told_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speakers, "MANY", 2)
    words = "Statement of the Harbour Trio\n\nFreedonia, Sylvania and Borduria condemn the raid.\n"
    assert [(s, a) for s, a, _ in said(words)] == [("trio", "accuse")]


def test_ministers_of_no_body_that_is_named_speak_without_a_name() -> None:
    words = "Ministers met in Klow. Ministers welcomed the truce and urged restraint."
    assert said(words) == [("", "support", "Ministers welcomed the truce"), ("", "request", "urged restraint")]


def test_the_ministers_of_a_body_are_it_whatever_states_they_are_of() -> None:
    found = said("The Harbour Trio foreign ministers of Sylvania and Borduria condemned the raid.")
    assert [(s, a) for s, a, _ in found] == [("trio", "accuse")]


def test_a_short_name_may_have_two_parts() -> None:
    words = "The Lake Pact Council Steering Board (LPC SB) met in Klow. The LPC SB welcomed the truce."
    assert [a for s, a, _ in said(words) if s == "org:lake-pact-council-steering-board"] == ["support"]


def test_words_before_a_semicolon_are_quoted_with_those_after_it() -> None:
    found = claims("“We are ready; we have waited long enough,” Otto Brandt said.", "statement")
    assert [c.quotes[0].exact for c in found] == ["“We are ready; we have waited long enough,” Otto Brandt said"]
