"""Who is named in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.reading.actors import Actors, find
from goodoffices.reading.sentences import split
from goodoffices.vocabulary.party import Parties, Party, known_parties
from tests.reading.texts import seed_1, seed_2, text


def actors(content: str, *more: Party) -> Actors:
    document = text(content)
    return find(document, "d", split(document), known_parties().with_more(more))


def named(content: str, *more: Party) -> list[tuple[str, str]]:
    return [(m.quote.exact, m.party) for m in actors(content, *more).mentions]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("the Russians", "rus"),
        ("Israeli", "isr"),
        ("U.S.", "usa"),
        ("the Czech Republic", "cze"),
        ("Turkey", "tur"),
        ("Côte d'Ivoire", "civ"),
        ("Bosnia and Herzegovina", "bih"),
        ("UN Security Council", "unsc"),
        ("the Quartet on the Middle East", "quartet"),
        ("Middle East quartet", "quartet"),
        ("Palestinian", "pal"),
        ("Hamas", "hamas"),
        ("State Department", "ministry:state-department-of-united-states"),
    ],
)
def test_a_party_is_known_under_the_names_that_sources_use(words: str, party: str) -> None:
    assert [p for _, p in named(f"They spoke of {words} again.")] == [party]


def test_a_capital_is_its_government_when_it_speaks_and_a_place_when_one_is_there() -> None:
    assert named("Moscow rejected the plan.") == [("Moscow", "rus")]
    assert named("Tehran's position has not changed.") == [("Tehran", "irn")]
    assert named("Relations between Moscow and Washington are bad.") == [("Moscow", "rus"), ("Washington", "usa")]
    assert named("They met in Moscow and flew to Cairo.") == []
    assert named("CAIRO, 3 May - They met.") == []
    spoken = actors("They met in Moscow. Moscow rejected the plan.")
    assert spoken.places == ((12, 18),)


@pytest.mark.parametrize(
    "words", ["the Gaza Strip", "the Middle East", "the Indian Ocean", "the former Soviet Union", "Camp David"]
)
def test_places_and_things_that_bear_a_name_are_no_parties(words: str) -> None:
    assert named(f"They went to {words} again.") == []


def test_a_tongue_is_no_state() -> None:
    assert named("He spoke in French, to English-speaking guests.") == []


def test_a_person_has_the_name_party_and_role_that_the_text_gives() -> None:
    found = actors("Russian Foreign Minister Ilya Petrov met Prime Minister Dana Okoye of no state.")
    assert [(p.id, p.name, p.kind, p.parent, p.role) for p in found.parties] == [
        ("person:ilya-petrov", "Ilya Petrov", "person", "rus", "Foreign Minister"),
        ("person:dana-okoye", "Dana Okoye", "person", "", "Prime Minister"),
    ]
    assert found.mentions[0].quote.exact == "Russian Foreign Minister Ilya Petrov"


def test_a_last_name_and_a_role_told_again_are_the_same_person() -> None:
    found = named("Spokeswoman Maria Velde called. Velde added this. The spokeswoman left. The envoy stayed.")
    assert [p for _, p in found] == ["person:maria-velde"] * 3


def test_a_first_name_is_never_added_but_taken_from_the_same_text() -> None:
    assert named("President Obama spoke.") == [("President Obama", "person:obama")]
    assert {p for _, p in named("President Obama spoke. Later Barack Obama left.")} == {"person:barack-obama"}


def test_a_name_without_a_role_is_found_by_its_given_name_or_what_it_does() -> None:
    assert named("It worsened, with Vladimir Putin himself announcing it.") == [
        ("Vladimir Putin", "person:vladimir-putin")
    ]
    assert named("Golan Heights Residents Protest Camp Closure") == []


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Sarvo Dunn, leader of the northern faction, stayed away.", ["Sarvo Dunn"]),
        ("Sarvo Dunn, the then acting chief, stayed away.", ["Sarvo Dunn"]),
        ("They met the Acting Prime Minister, Sarvo Dunn, in the port.", ["Sarvo Dunn"]),
        ("The Council met under its President, Sarvo Dunn (Arcadia).", ["Sarvo Dunn"]),
        ("They lost Seven Pines, General Otto Brandt said.", ["Otto Brandt"]),
        ("The Baltic Fleet, under its admiral, sailed.", []),
        ("Our negotiators Ambassadors Hilt, Tarnik and Ost have led the talks.", ["Hilt", "Tarnik", "Ost"]),
        ("The notes of S. Dunn and V. A. Brandt were read.", ["S. Dunn", "V. A. Brandt"]),
        ("Principles\n\nA. Borders of the lake\n\nB. Trade", []),
        ("The head of it, Mangal Kumar Ostra, stayed.", ["Mangal Kumar Ostra"]),
        ("Thank you, Madam President, Your Excellencies, for this.", []),
    ],
)
def test_a_name_beside_what_one_is_is_a_persons(words: str, people: list[str]) -> None:
    assert [p.name for p in actors(words).parties if p.kind == "person"] == people


def test_a_last_name_with_its_particle_and_an_envoy_told_again_are_the_person_named_before() -> None:
    words = "The UN Special Envoy Staffo de Tarn spoke. De Tarn left. The UN envoy was tired."
    assert [p for _, p in named(words) if p.startswith(("person", "office"))] == ["person:staffo-de-tarn"] * 3


def test_verbs_in_capitals_are_no_acronyms() -> None:
    words = "CONDEMNS the raid, CALLS for its end and CALLS UPON all to help; AUTHORIZES the force."
    assert named(words) == []


def test_an_acronym_is_of_the_name_that_it_follows_not_of_the_office_around_it() -> None:
    words = "The UN envoy for Lord’s Resistance Army (LRA) areas spoke. The LRA did not."
    assert [p for text_, p in named(words) if text_ == "LRA"] == ["lra", "lra"]


def test_a_movement_that_broke_away_is_another_one() -> None:
    assert "jem" not in {p for _, p in named("The Justice and Equality Movement-North left.")}


def test_offices_without_a_holder_are_parties_of_their_own() -> None:
    found = actors("Present were the foreign ministers of Russia, the United States, and the European Union.")
    assert [(p.id, p.name, p.kind, p.parent) for p in found.parties] == [
        ("office:foreign-minister-of-russia", "foreign minister of Russia", "office", "rus"),
        ("office:foreign-minister-of-the-united-states", "foreign minister of the United States", "office", "usa"),
        ("office:foreign-minister-of-the-european-union", "foreign minister of the European Union", "office", "eu"),
    ]
    assert [m.party for m in found.mentions if ":" not in m.party] == ["rus", "usa", "eu"]


def test_an_envoy_is_an_office_of_who_sends_it() -> None:
    (envoy,) = actors("They heard the Quartet’s envoy to the Middle East.").parties
    assert (envoy.name, envoy.kind, envoy.parent) == ("Quartet's envoy to the Middle East", "office", "quartet")


def test_the_secretary_general_of_the_united_nations_is_one_office_everywhere() -> None:
    for words in (
        "the Secretary General of the United Nations",
        "the UN Secretary-General",
        "the Secretary General of the UN",
    ):
        assert "unsg" in {p for _, p in named(f"They heard {words}.")}


def test_ministries_belong_to_their_state() -> None:
    found = actors(
        "The Russian Foreign Ministry and the Ministry of Defence of Israel spoke. The Foreign Ministry left."
    )
    assert [(p.kind, p.parent) for p in found.parties] == [("ministry", "rus"), ("ministry", "isr")]
    assert found.mentions[-1].party == found.parties[0].id


def test_an_unknown_front_is_minted_and_known_by_its_acronym_from_there_on() -> None:
    found = named("The Zarani Liberation Front (ZLF) left. The ZLF came back. The Front stayed.")
    assert {p for _, p in found} == {"org:zarani-liberation-front"}
    assert len(found) == 4


def test_a_group_told_after_what_it_is_is_a_party() -> None:
    (group,) = actors("The rebel group Zaro refused.").parties
    assert (group.name, group.kind) == ("Zaro", "armed_group")


def test_groups_of_states_are_one_party_however_their_noun_varies() -> None:
    found = named("It involves the regional countries. The regional nations agreed, local authorities said.")
    assert [p for _, p in found] == ["group:regional-countries", "group:regional-countries", "group:local-authorities"]


def test_names_that_the_case_knows_are_found() -> None:
    zaran = Party(id="zaran", name="Kingdom of Zaran", kind="state", names={"en": ("Zaran",)})
    assert named("The Kingdom of Zaran agreed; Zaran signed.", zaran) == [
        ("Kingdom of Zaran", "zaran"),
        ("Zaran", "zaran"),
    ]


def test_a_person_whom_the_case_knows_is_no_nameless_office() -> None:
    person = Party(id="alder", name="Mira Alder", kind="person", parent="isl")
    found = actors("Icelandic President Mira Alder spoke. Mira Alder, the Icelandic president, left.", person)
    assert found.parties == ()
    assert [m.party for m in found.mentions if m.party != "isl"] == ["alder"] * 3


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ethnic Albanians rejected the plan.", "ethnic Albanians"),
        ("The ethnic Serb leaders met.", "ethnic Serbs"),
        ("The Turkish Cypriot leader rejected the plan.", "Turkish Cypriots"),
        ("Kosovo Albanians fled.", "Kosovo Albanians"),
    ],
)
def test_a_people_beyond_its_state_is_not_that_state(words: str, name: str) -> None:
    found = actors(words)
    assert name in [p.name for p in found.parties if p.kind == "people"]
    assert not {m.party for m in found.mentions} & {"alb", "srb", "tur", "cyp"}


def test_the_people_of_a_state_are_that_state_where_they_stand_beside_another() -> None:
    assert named("In Israel Russians protested.") == [("Israel", "isr"), ("Russians", "rus")]


def test_a_movement_that_the_case_knows_is_the_same_with_what_it_is_after_its_name() -> None:
    zaro = Party(id="zaro", name="Zaro", kind="movement")
    assert named("The Zaro Party agreed.", zaro) == [("Zaro Party", "zaro")]


def test_a_body_told_with_and_without_what_it_is_for_is_one_party() -> None:
    found = [p for _, p in named("The Zarani Agency for Ports left. The Zarani Agency came back.")]
    assert len(found) == 2
    assert len(set(found)) == 1
    found = [p for _, p in named("The Zarani Agency for Ports and the Zarani Agency for Roads left.")]
    assert len(set(found)) == 2


def test_the_united_nations_inside_a_longer_name_is_not_found_twice() -> None:
    assert named("The United Nations Security Council met.") == [("United Nations Security Council", "unsc")]


WORDS = st.sampled_from(
    [
        "the",
        "Russian",
        "Foreign",
        "Minister",
        "of",
        "Russia",
        "Sergey",
        "Lavrov",
        ",",
        "and",
        "Moscow",
        "said",
        "Quartet",
        "’s",
        "envoy",
        "to",
        "Middle",
        "East",
        "foreign",
        "ministers",
        "Front",
        "(ZLF)",
        "ZLF",
        "in",
        "President",
        ".",
        "Ministry",
        "United",
        "Nations",
        "Secretary-General",
        "regional",
        "countries",
        "Mr.",
        "former",
        "Council",
        "rebel",
        "group",
        "Zaro",
        "\n",
    ]
)


@given(st.lists(WORDS, max_size=30))
def test_mentions_hold_are_ordered_and_nested_or_disjoint(words: list[str]) -> None:
    document = text(" ".join(words))
    found = find(document, "d", split(document), known_parties())
    spans = [(m.quote.start, m.quote.end) for m in found.mentions]
    assert all(m.quote.holds_in(document.content) for m in found.mentions)
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    assert not any(a[0] < b[0] < a[1] < b[1] for a in spans for b in spans)
    known = Parties([*known_parties(), *found.parties])
    assert all(m.party in known for m in found.mentions)
    assert found == find(document, "d", split(document), known_parties())


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Team North observed two tanks.", "org:team-north"),
        ("MVT Lundby reported that the road was closed.", "org:mvt-lundby"),
        ("The elders were told so by Patrol 3.", "org:patrol-3"),
    ],
)
def test_a_team_is_known_by_its_place_or_number_where_it_does_something(words: str, party: str) -> None:
    assert party in [m.party for m in actors(words).mentions]


@pytest.mark.parametrize("words", ["The Patrol Act was passed.", "Team Sky is rich.", "Team Leader Ash was late."])
def test_what_is_called_like_a_team_is_none(words: str) -> None:
    assert not [m.party for m in actors(words).mentions if m.party.startswith("org:")]


@pytest.mark.parametrize(
    ("words", "told", "party"),
    [
        (
            "Spokesperson Han Wei said so. Han made the remarks in Rome. The talks, said Han, go on.",
            "Han",
            "person:han-wei",
        ),
        ("“They will be freed,” the spokesman, Otto Alder, said.", "spokesman, Otto Alder", "person:otto-alder"),
        ("“It must never happen again,” Juri Tarn, head of a dam, said.", "Juri Tarn", "person:juri-tarn"),
        ("“They were burned,” Juri Tarn, DWM spokesman, told reporters.", "Juri Tarn", "person:juri-tarn"),
        ("The envoy for dams (DAM), Una Keel-Tarn, said so. Tarn left.", "Tarn", "person:una-keel-tarn"),
        (
            "The Mission in Eritrea and Ethiopia (MEE) left. MEE monitors came.",
            "MEE",
            "org:mission-in-eritrea-and-ethiopia",
        ),
        ("The Zarani Watch Mission called for calm. ZWM monitors left.", "ZWM", "org:zarani-watch-mission"),
        (
            "Five died, the Delta Observatory for Peace said.",
            "Delta Observatory for Peace",
            "org:delta-observatory-for-peace",
        ),
    ],
)
def test_the_news_names_people_and_missions_in_more_than_one_way(words: str, told: str, party: str) -> None:
    assert (told, party) in named(words)


def test_an_army_of_an_alliance_is_not_the_alliance_too() -> None:
    assert [p for _, p in named("The Delta Democratic Alliance Army held talks.")] == [
        "org:delta-democratic-alliance-army"
    ]


def test_who_watches_a_state_does_not_speak_for_it() -> None:
    found = {p.id: p.parent for p in actors("The Syrian Observatory for Wells said so.").parties}
    assert found == {"org:syrian-observatory-for-wells": ""}


def test_seed_1_names_no_foreign_minister_and_no_envoy_and_keeps_moscow_a_place() -> None:
    document = seed_1()
    found = find(document, "d", split(document), known_parties())
    assert [p.name for p in found.parties if p.kind == "person"] == ["Vladimir Putin", "Hillary Clinton", "Obama"]
    assert "Moscow" not in {m.quote.exact for m in found.mentions}
    assert all(document.in_main(m.quote.start, m.quote.end) for m in found.mentions)


def test_seed_2_lets_moscow_speak_and_finds_its_two_persons() -> None:
    document = seed_2()
    found = find(document, "d", split(document), known_parties())
    assert (found.mentions[0].quote.exact, found.mentions[0].party) == ("Moscow", "rus")
    assert [p.name for p in found.parties if p.kind == "person"] == ["Maria Zakharova", "Sergey Lavrov"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Statement by Ian Tarn, Special Envoy", "Ian Tarn"),
        ("Christopher Hill, Assistant Secretary", "Christopher Hill"),
        ("The crews were met by Edi Tarn and left.", "Edi Tarn"),
    ],
)
def test_a_given_name_tells_a_person_also_in_a_heading(words: str, name: str) -> None:
    assert name in [party.name for party in actors(words).parties]


def test_a_hill_is_no_person() -> None:
    assert not any(p.kind == "person" for p in actors("The crews held Tarn Hill until noon.").parties)


def test_a_national_security_council_is_not_that_of_the_united_nations() -> None:
    assert "unsc" not in [p for _, p in named("The National Security Council met. The High Security Council left.")]
    assert "unsc" in [p for _, p in named("On Monday Security Council members met.")]


def test_the_secretary_general_of_another_organisation_is_not_the_united_nations() -> None:
    assert [p for _, p in named("The Secretary General of the East African Community spoke.")] == [
        "office:secretary-general-of-east-african-community",
        "eac",
    ]


def test_a_name_is_that_of_the_known_group_whose_letters_follow_it() -> None:
    found = named(
        "The National Liberation Army (ELN) left. The National Liberation Army and the Border Mission (EU) met."
    )
    assert {p for words, p in found if words in ("National Liberation Army", "ELN")} == {"eln"}
    assert ("EU", "eu") in found
    assert ("Border Mission", "eu") not in found
