"""Meetings: told by a verb, held, received, or taken as known beside what a sentence tells; and what is none."""

import pytest

from goodoffices.vocabulary.kinds import Meeting
from goodoffices.vocabulary.party import known_parties
from tests.reading.invented import claims, read

OF = "office:president-of-"


def met(words: str) -> list[Meeting]:
    """The meetings of some words."""
    return [c.content for c in claims(words, "meeting") if isinstance(c.content, Meeting)]


@pytest.mark.parametrize(
    ("words", "who", "place"),
    [
        ("Otto Brandt visited Klow for talks with Mira Alder.", {"brandt", "alder"}, ""),
        ("Mira Alder received Otto Brandt in Klow on 3 May 2035.", {"brandt", "alder"}, "Klow"),
        ("Otto Brandt telephoned Mira Alder on Tuesday to discuss the canal.", {"brandt", "alder"}, ""),
        ("During his meeting with Mira Alder, Otto Brandt raised the matter of the dam.", {"brandt", "alder"}, ""),
        ("After talks in Klow between Freedonia and Sylvania, the border reopened.", {"freedonia", "sylvania"}, "Klow"),
        (
            "At a summit in Klow, the leaders of Freedonia and Sylvania discussed the dam.",
            {"freedonia", "sylvania"},
            "Klow",
        ),
        (
            "A gathering of Freedonian and Sylvanian ministers in Klow on Monday ended without a statement.",
            {"freedonia", "sylvania"},
            "Klow",
        ),
        ("Freedonia and Sylvania took part in a conference on Monday.", {"freedonia", "sylvania"}, ""),
        ("Mira Alder was able to meet with Otto Brandt in Lund.", {"brandt", "alder"}, "Lund"),
        ("Freedonian and Sylvanian delegations resumed talks in Klow.", {"freedonia", "sylvania"}, "Klow"),
        ("Otto Brandt travelled to Klow for talks with RLF commanders.", {"brandt", "rlf"}, ""),
        ("Delegations led by Mira Alder and Otto Brandt sat down in Klow.", {"alder", "brandt"}, "Klow"),
        ("While meeting with visiting minister Mira Alder, Otto Brandt praised the dam.", {"alder", "brandt"}, ""),
        ("Otto Brandt flew to Klow to see Mira Alder.", {"alder", "brandt"}, ""),
        ("Otto Brandt spoke with Mira Alder on Friday.", {"alder", "brandt"}, ""),
        ("The presidents of Freedonia and Sylvania shook hands in Klow.", {OF + "freedonia", OF + "sylvania"}, "Klow"),
        ("Otto Brandt left after two days of talks with Mira Alder in Klow.", {"alder", "brandt"}, "Klow"),
        ("Otto Brandt held talks in Klow with village elders.", {"brandt"}, "Klow"),
    ],
)
def test_a_meeting_told_in_passing_names_who_met_and_where(words: str, who: set[str], place: str) -> None:
    (meeting,) = met(words)
    assert (set(meeting.participants), meeting.place) == (who, place)


@pytest.mark.parametrize(
    "words",
    [
        "The Lake Council discussed the drought during its ordinary meeting in May 2035.",
        "The third meeting of the Lake Council took place in Klow on 3 May 2035.",
    ],
)
def test_a_body_meets_in_a_noun_too(words: str) -> None:
    (meeting,) = met(words)
    assert meeting.body == "lake_council"


@pytest.mark.parametrize(
    "words",
    [
        "Freedonia called for talks with Sylvania.",
        "Sylvania refused to meet Otto Brandt.",
        "Otto Brandt proposed a meeting between Freedonia and Sylvania.",
        "Ahead of a meeting with Mira Alder, Otto Brandt spoke of the dam.",
        "Mira Alder received a letter from Otto Brandt.",
        "Freedonia received aid from Borduria.",
        "The plan met the demands of Freedonia.",
        "Otto Brandt spoke with contempt of Mira Alder.",
        "Freedonia withdrew after talks with Sylvania collapsed.",
        "Freedonia and Sylvania ended the war.",
        "Sylvania received delegations.",
    ],
)
def test_what_was_not_held_is_no_meeting(words: str) -> None:
    assert met(words) == []


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Otto Brandt will meet Mira Alder in Klow on Friday.", {"brandt", "alder"}),
        ("Talks between Freedonia and Sylvania are scheduled for Monday.", {"freedonia", "sylvania"}),
        ("Sylvania will host talks with Freedonia.", {"freedonia", "sylvania"}),
        ("Otto Brandt is due to fly to Klow to meet Mira Alder.", {"brandt", "alder"}),
        ("The upcoming summit between Freedonia and Sylvania worries its neighbours.", {"freedonia", "sylvania"}),
        ("A further conversation was scheduled for 12 May 2035.", set()),
        ("The next round of talks between Freedonia and Sylvania is to be held in Klow.", {"freedonia", "sylvania"}),
    ],
)
def test_a_meeting_to_come_is_likely_and_never_told_as_held(words: str, who: set[str]) -> None:
    (claim,) = claims(words, "meeting")
    assert isinstance(claim.content, Meeting)
    assert (set(claim.content.participants), claim.attribution.status) == (who, "likely")


def test_what_was_held_as_planned_is_told_as_held() -> None:
    words = "Otto Brandt will meet Mira Alder. Otto Brandt met Mira Alder in Klow on 3 May 2035."
    assert [c.attribution.status for c in claims(words, "meeting")] == ["likely", "asserted"]


@pytest.mark.parametrize(
    "words",
    [
        "Otto Brandt may meet Mira Alder.",
        "Otto Brandt will not meet Mira Alder on Friday.",
        "The Lake Council will meet every month.",
        "Freedonia will meet its obligations by Friday.",
        "Freedonia and Sylvania will meet if the dam is repaired.",
    ],
)
def test_what_may_be_or_is_a_rule_is_no_meeting_to_come(words: str) -> None:
    assert met(words) == []


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Mira Alder has just had dinner with Otto Brandt.", {"alder", "brandt"}),
        ("Meeting in the port city of Klow, the Freedonian army and the RLF signed a truce.", {"freedonia", "rlf"}),
        ("Mira Alder received today, at the Lake Palace, the new envoy, Otto Brandt.", {"alder", "brandt"}),
        ("The fifth round of talks between Freedonia and Sylvania in Klow was suspended on 3 May 2035.",
         {"freedonia", "sylvania"}),
        ("Olaf Lind had a meeting in Klow at the town hall with both Freedonian and Sylvanian officials.",
         {"freedonia", "sylvania"}),
        ("Between May 3 and 5, a Freedonian delegation and a team of Sylvanian experts held talks in Klow.",
         {"freedonia", "sylvania"}),
        ("The talks were reopened during a meeting between the Freedonian leader, Mira Alder, and Otto Brandt.",
         {"alder", "brandt"}),
    ],
)  # fmt: skip
def test_who_met_stands_beside_the_meal_the_day_or_the_place(words: str, who: set[str]) -> None:
    (meeting,) = met(words)
    assert who <= set(meeting.participants)


def test_a_body_that_heard_a_briefing_met() -> None:
    (meeting,) = met("Earlier on Monday the Lake Council heard a briefing from Mira Alder on the dam.")
    assert (meeting.body, meeting.participants) == ("lake_council", ("alder",))


def test_those_who_attended_are_all_whom_the_list_names() -> None:
    words = "The Lake meeting in Klow was attended by Presidents Mira Alder, Otto Brandt of Borduria and Olaf Lind."
    assert {"alder", "brandt"} <= set(met(words)[0].participants)


def test_who_briefs_a_body_takes_part_in_its_meeting() -> None:
    (meeting,) = met("Mira Alder briefed the Lake Council behind closed doors on 2 May 2035.")
    assert (meeting.body, meeting.participants) == ("lake_council", ("alder",))


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The militaries of Borduria and Sylvania held a meeting in Klow on Monday.", {"borduria", "sylvania"}),
        (
            "The defence ministers of Borduria and Sylvania met in Klow.",
            {"office:defence-minister-of-borduria", "office:defence-minister-of-sylvania"},
        ),
        ("Otto Brandt and Mira Alder held a phone call on Monday.", {"brandt", "alder"}),
        ("Otto Brandt met the county commissioner in Klow.", {"brandt"}),
        ("Representatives of Borduria and three armed groups held talks in Klow.", {"borduria"}),
        ("Elders, headed by Mira Alder, met Otto Brandt in Klow.", {"alder", "brandt"}),
        ("A round of talks between Borduria and Zara concluded in Klow on Monday.", {"borduria"}),
        ("Borduria made no headway in talks with elders on Monday.", {"borduria"}),
        ("The conference in Klow was attended by Borduria and Sylvania.", {"borduria", "sylvania"}),
    ],
)
def test_the_news_tells_who_met_by_their_offices_and_beside_people_without_a_name(words: str, who: set[str]) -> None:
    assert [set(m.participants) for m in met(words)] == [who]


@pytest.mark.parametrize(
    ("words", "who", "place"),
    [
        ("The leaders of Borduria and Sylvania agreed a truce at talks in Klow.", {"borduria", "sylvania"}, "Klow"),
        ("Senior officers from Borduria and Sylvania engaged in talks on Monday.", {"borduria", "sylvania"}, ""),
        ("Borduria continued to hold talks with Sylvania.", {"borduria", "sylvania"}, ""),
        ("Bordurian and Sylvanian leaders were in Klow for talks on the dam.", {"borduria", "sylvania"}, "Klow"),
        ("A peace conference was convened in Klow, with a view to a settlement.", set(), "Klow"),
        ("In Klow, another round of talks has ended on Monday.", set(), "Klow"),
        ("Similar talks held in Klow on 3 May 2035 fell apart.", set(), "Klow"),
        (
            "The third round of talks, whose members are Borduria and Sylvania, finished in Klow on May 4, 2035.",
            {"borduria", "sylvania"},
            "Klow",
        ),
        ("Speaking after meetings with Mira Alder, Otto Brandt said that the dam was safe.", {"alder", "brandt"}, ""),
        ("Freedonia has kept the truce since the joint meeting in Klow in June 2034.", set(), "Klow"),
        (
            "Olaf Lind told Lund of a meeting in Klow that Borduria held with Sylvania.",
            {"borduria", "sylvania"},
            "Klow",
        ),
        (
            "The leaders of Borduria and Sylvania agreed a deal to end fighting in eastern Lund at talks in Klow.",
            {"borduria", "sylvania"},
            "Klow",
        ),
        ("Otto Brandt urged calm after a number of talks with Mira Alder.", {"alder", "brandt"}, ""),
        ("Otto Brandt urged calm in a call to Mira Alder.", {"alder", "brandt"}, ""),
        ("Otto Brandt, during a call to his counterpart, Mira Alder, spoke of the dam.", {"alder", "brandt"}, ""),
        (
            "The communiqué issued after the summit between Borduria and Sylvania, on Tuesday in Klow, was short.",
            {"borduria", "sylvania"},
            "Klow",
        ),
    ],
)
def test_talks_are_told_by_their_noun_their_place_or_their_day(words: str, who: set[str], place: str) -> None:
    (meeting,) = met(words)
    assert (set(meeting.participants), meeting.place) == (who, place)


@pytest.mark.parametrize(
    "words",
    [
        "Freedonia spoke of the dam before the meeting in Klow in June 2034.",
        "Talks are the only way.",
        "Borduria believes in talks.",
        "A conference will be held in Klow.",
        "A meeting ended badly.",
        "A meeting in a tea room in Klow ended badly.",
        "A round of golf ended in Klow on Monday.",
        "No talks took place in Klow.",
        "The talks held in Klow are well remembered.",
        "In a call to all states to disarm, Otto Brandt spoke of the dam.",
        "Mira Alder was briefed by Otto Brandt on the dam.",
    ],
)
def test_talks_without_a_place_or_not_held_are_no_meeting(words: str) -> None:
    assert not met(words)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The members of the Lake Council were briefed by Mira Alder.", ("alder",)),
        ("The Lake Council (Otto Brandt of Borduria) met with Mira Alder in Klow.", ("alder",)),
        ("Otto Brandt left after the meeting of the Lake Council in Klow on 3 May 2035.", ()),
    ],
)
def test_who_meets_a_body_is_not_who_explains_it(words: str, who: tuple[str, ...]) -> None:
    (meeting,) = met(words)
    assert (meeting.body, meeting.participants) == ("lake_council", who)


def test_ministers_in_brackets_are_those_met() -> None:
    words = "Mira Alder met with the ministers of Borduria (Olaf Lind), Sylvania (Jan Haddad) and Freedonia (Kai Holt)."
    (meeting,) = met(words)
    assert [p.rpartition("-")[2] for p in meeting.participants[1:]] == ["lind", "haddad", "holt"]


def test_a_list_of_those_met_names_all_whom_it_names() -> None:
    words = "Olaf Lind met with Mira Alder, Envoy-at-Large, Foreign Minister Otto Brandt, and officials."
    assert "brandt" in met(words)[0].participants


def test_they_also_met_is_a_meeting_of_the_same_body_with_others() -> None:
    words = "The Lake Council met with Mira Alder in Klow. They also met with Otto Brandt."
    assert [m.participants for m in met(words)] == [("alder",), ("brandt",)]


def test_the_two_men_are_those_named_before() -> None:
    words = "Otto Brandt and Mira Alder agreed to meet again. The two men spoke by phone on Monday."
    to_come, held = met(words)
    assert to_come.participants == ("brandt", "alder")
    assert len(held.participants) == 2


def test_a_meeting_under_a_mechanism_is_that_of_the_mechanism_named_by_all_its_tasks() -> None:
    words = "On 18 December the fourth meeting under the Dam Watch and Repair Mechanism took place in Klow."
    assert [m.body for m in met(words)] == ["org:dam-watch-and-repair-mechanism"]


@pytest.mark.parametrize("words", ["Otto Brandt met his obligations.", "Borduria held a call centre in Klow."])
def test_what_is_met_or_held_without_people_is_no_meeting(words: str) -> None:
    assert not met(words)


@pytest.mark.parametrize(
    "words",
    ["The Arab League held an extraordinary summit in Lund.", "The African Union convened in Lund on 3 May 2035."],
)
def test_an_organisation_of_states_meets_in_itself(words: str) -> None:
    found = read(words, parties=known_parties()).claims
    assert [c.kind for c in found] == ["meeting"]


@pytest.mark.parametrize(
    ("words", "body", "who", "place", "day"),
    [
        ("The mediators met in Klow with Mira Alder and Otto Brandt.", "", {"alder", "brandt"}, "Klow", ""),
        ("A top negotiator of the strikers has met Otto Brandt to end the deadlock.", "", {"brandt"}, "", ""),
        ("They met in Lund on 3 May 2034 and parted as friends.", "", set(), "Lund", "2034-05-03"),
        ("Since the last summit held on 3 May 2034, the border has been quiet.", "", set(), "", "2034-05-03"),
        ("His words followed two days of talks with Mira Alder in Klow.", "", {"alder"}, "Klow", ""),
        ("Otto Brandt participated in the talks with Mira Alder in Klow.", "", {"alder", "brandt"}, "Klow", ""),
        ("The envoys visited Klow on 3 May 2034 for talks with Mira Alder.", "", {"alder"}, "", "2034-05-03"),
        ("Otto Brandt has arrived in Klow to attend the talks with Mira Alder.", "", {"alder", "brandt"}, "Klow", ""),
        ("Otto Brandt's visit to Klow has calmed the border.", "", {"brandt"}, "", ""),
        ("His words followed two days of talks in an inn, with Mira Alder.", "", {"alder"}, "", ""),
        ("The Lake Council meeting held in Klow on 3 May 2034 was short.", "lake_council", set(), "Klow", "2034-05-03"),
        ("Following talks with Mira Alder and others, Otto Brandt spoke of hope.", "", {"alder", "brandt"}, "", ""),
        ("Adopted by the Lake Council at its 12th meeting, on 3 May 2034", "lake_council", set(), "", "2034-05-03"),
        (
            "They recalled the third ordinary session of the Lake Council, held in Klow on 3 May 2034.",
            "lake_council",
            set(),
            "Klow",
            "2034-05-03",
        ),
    ],
)
def test_one_who_met_or_a_day_is_enough(words: str, body: str, who: set[str], place: str, day: str) -> None:
    (claim,) = claims(words, "meeting")
    assert isinstance(claim.content, Meeting)
    assert (claim.content.body, set(claim.content.participants), claim.content.place) == (body, who, place)
    assert (claim.valid.value if claim.valid and claim.valid.bounded else "") == day


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The representatives will meet on Monday to take this forward.", set()),
        ("On Friday Otto Brandt will be discussing the dam with the Lake Council.", {"brandt", "lake_council"}),
        ("The Lake Council said it would meet on Friday.", {"lake_council"}),
        ("When they meet on 18 May 2035, the dam will come first, Mira Alder told a daily.", set()),
        ("Freedonia and Sylvania commit to hold further negotiations.", {"freedonia", "sylvania"}),
    ],
)
def test_a_meeting_to_come_is_likely_whoever_is_known_of_it(words: str, who: set[str]) -> None:
    (claim,) = claims(words, "meeting")
    assert isinstance(claim.content, Meeting)
    assert {*claim.content.participants, claim.content.body} - {""} == who
    assert claim.attribution.certainty == "likely"


@pytest.mark.parametrize(
    "words",
    [
        "The marchers met fierce resistance in Klow on 3 May 2034.",
        "Otto Brandt met with success in Lund.",
        "Otto Brandt flew to Klow to attend a wake.",
        "The Conference of Lake Towns regretted the flood of 3 May 2034.",
        "The demands were met on 3 May 2034.",
        "Otto Brandt also pursued negotiations.",
        "Freedonia completed the second round of disarmament on 3 May 2034.",
        "The Lake Council will gather for its 12th meeting on 3 May 2036.",
    ],
)
def test_what_is_met_without_a_meeting_is_none(words: str) -> None:
    assert not [m for m in claims(words, "meeting") if m.attribution.certainty == "certain"]


@pytest.mark.parametrize(
    ("words", "who", "nameless"),
    [
        ("The mediators met in Klow with Mira Alder.", {"alder"}, ("mediators",)),
        ("A top negotiator of the strikers has met Otto Brandt.", {"brandt"}, ("top negotiator",)),
        ("A meeting between the village elders is due to begin on 18 May 2035.", set(), ("village elders",)),
        ("They held a meeting with three armed groups on 3 May 2034.", set(), ("three armed groups",)),
        ("Transcript of remarks after the talks of 3 May 2034 in Klow, which Otto Brandt led.", set(), ()),
    ],
)
def test_who_met_without_being_a_party_is_told_in_the_words_of_the_text(
    words: str, who: set[str], nameless: tuple[str, ...]
) -> None:
    for meeting in met(words):
        assert (set(meeting.participants), meeting.others) == (who, nameless)


def test_a_delegation_of_two_sides_is_both() -> None:
    (meeting,) = met("Delegations of the Freedonian government and the wing of the RLF met in Klow on 3 May 2034.")
    assert set(meeting.participants) == {"freedonia", "rlf"}


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (
            "The foreign ministers of Freedonia, Sylvania, and Borduria held a meeting yesterday.",
            {"office:foreign-minister-of-freedonia", "office:foreign-minister-of-sylvania"}
            | {"office:foreign-minister-of-borduria"},
        ),
        ("A summit between Sylvanian leader Mira Alder and Otto Brandt took place in Klow.", {"alder", "brandt"}),
        ("After talks with Mira Alder in Klow, Otto Brandt left.", {"alder", "brandt"}),
        ("Delegates from Freedonia and Sylvania began talks on Monday to end the strife.", {"freedonia", "sylvania"}),
        ("Talks involving experts from Freedonia and Sylvania started on 3 May 2034.", {"freedonia", "sylvania"}),
        ("Otto Brandt has arrived in Klow to participate in the summit with Mira Alder.", {"brandt", "alder"}),
    ],
)
def test_a_list_of_those_who_met_is_read_to_its_end(words: str, who: set[str]) -> None:
    (meeting,) = met(words)
    assert {p.lower() for p in meeting.participants} == who


def test_a_visit_for_talks_is_told_once() -> None:
    words = "Otto Brandt visited Klow on 3 May 2034 for talks with Mira Alder."
    assert len(met(words)) == 1
    assert not [c for c in claims(words, "event") if getattr(c.content, "what", "") == "visit"]


@pytest.mark.parametrize(
    "words",
    [
        "Otto Brandt said he was willing to meet Mira Alder in person.",
        "Freedonia and Sylvania have been in peace talks in Klow since last year.",
    ],
)
def test_meetings_spoken_of_without_a_verb_of_holding_are_told_by_who_meets(words: str) -> None:
    told = [c.content for c in claims(words, "meeting")]
    assert [len(m.participants) for m in told if isinstance(m, Meeting)] == [2]
