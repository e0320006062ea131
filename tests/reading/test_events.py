"""What is told as having happened: by verbs and in nouns, by parties and by people who are none, and on which day."""

import datetime as dt

import pytest

from goodoffices.vocabulary.kinds import Event
from tests.reading.invented import claims

DAY = dt.date


def told(words: str) -> list[str]:
    """The kinds of the events of some words."""
    return [c.content.what for c in claims(words, "event") if isinstance(c.content, Event)]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Freedonia delivered 200 tonnes of food aid to Lund.", ["delivery"]),
        ("Sylvania released a group of prisoners.", ["release"]),
        ("Crowds protested in Klow.", ["protest"]),
        ("Thousands of demonstrators marched in Klow on Monday.", ["protest"]),
        ("Gunmen ambushed a convoy near Lund.", ["attack"]),
        ("Protesters blocked the road to the port.", ["obstruction"]),
        ("Freedonia began to shell the port.", ["attack"]),
        ("Clashes broke out in Lund on Monday.", ["clash"]),
        ("Fighting resumed near Klow.", ["clash"]),
        ("An attack on the market took place on 3 May 2035.", ["attack"]),
        ("There was an explosion in the port.", ["attack"]),
        ("The killing of six fishermen on 3 May 2035 shocked the delta.", ["killing"]),
        ("Following the withdrawal of Sylvanian troops from Lund, the market filled.", ["withdrawal"]),
        ("Talks collapsed, and Freedonia recalled its ambassador.", ["recall"]),
        ("An election was held in Borduria on 3 May 2035.", ["vote"]),
        ("Sylvania outlawed the River Liberation Front.", ["ban"]),
        ("Borduria lifted the curfew and reopened the border.", ["lifting", "opening"]),
        ("Freedonia took Lund on 3 May 2035.", ["capture"]),
        ("Mira Alder was elected president.", ["vote"]),
        ("The ferry service was suspended and the envoy was recalled.", ["suspension", "recall"]),
        ("Two fishermen were killed near Lund.", ["killing"]),
        ("Sylvania named Mira Alder as its envoy.", ["appointment"]),
        ("Mira Alder took office.", ["appointment"]),
        ("The patrol found two burnt houses in Lund.", ["recording"]),
        ("Five armies approached Lund.", ["approach"]),
        ("Following the resignation of Mira Alder, Sylvania held elections.", ["vote", "resignation"]),
        ("The outbreak of fighting in Lund closed the market.", ["clash"]),
        ("The troops that Freedonia had sent to Lund slept.", ["dispatch"]),
    ],
)
def test_what_happened_is_an_event_named_by_its_kind(words: str, kinds: list[str]) -> None:
    assert told(words) == kinds


@pytest.mark.parametrize(
    "words",
    [
        "Sylvania called for the release of the prisoners.",
        "The Harbour Trio demanded an end to the killing of fishermen.",
        "Freedonia plans to hold an election in June.",
        "If Freedonia attacked Lund, Borduria would help.",
        "Sylvania threatened to leave and cut off the aid.",
        "Clashes could break out in Lund.",
        "Protesters may block the road.",
        "The withdrawal of the garrison would calm the delta.",
        "A year has passed.",
        "Sylvania took part in the survey.",
        "Freedonia viewed the canal as its own.",
        "There were no clashes.",
        "The talks were conducted in French.",
        "The delegation was led by an admiral.",
        "Two thousand fishermen have been killed.",
        "Freedonia helped with the withdrawal of Sylvanian troops.",
        "The truce was extended several times.",
        "The plan attacked poverty in words only, and hunger lasts.",
    ],
)
def test_what_is_wanted_feared_or_thought_is_no_event(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Freedonia attacked the port of Lund on 3 May 2035.", DAY(2035, 5, 3)),
        ("On 3 May 2035, Freedonia seized Lund and arrested the mayor.", DAY(2035, 5, 3)),
        ("The accord was signed on 3 May 2035.", DAY(2035, 5, 3)),
        ("Freedonia suspended the talks until 3 June 2035.", None),
        ("Freedonia suspended aid through 3 June 2035.", None),
        ("Sylvania violated the agreement of 23 January 2035.", None),
        ("Borduria sent troops to Lund after the raid on 3 May 2035.", None),
        ("Sylvania released the prisoners whom it had seized on 3 May 2035.", None),
        ("The treaty expired on 3 May 2035.", DAY(2035, 5, 3)),
    ],
)
def test_the_day_of_a_deed_is_neither_a_bound_nor_the_day_of_something_else(words: str, day: dt.date | None) -> None:
    first, *_ = claims(words, "event")
    assert (first.valid.latest if first.valid else None) == day


def test_deeds_of_peace_joined_in_one_sentence_share_their_day() -> None:
    found = claims("On 3 May 2035, Borduria lifted the curfew and reopened the border.", "event")
    assert [c.valid.latest for c in found if c.valid] == [DAY(2035, 5, 3), DAY(2035, 5, 3)]


def test_a_doer_who_is_no_party_stays_unnamed() -> None:
    (found,) = claims("Gunmen ambushed a Sylvanian convoy near Lund.", "event")
    assert isinstance(found.content, Event)
    assert (found.content.actor, found.content.place) == ("", "Lund")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Troops from Sylvania withdrew from Lund.", "Lund"),
        ("Freedonia attacked in the Second Battle of Lund.", "Lund"),
        ("Freedonia attacked during the talks in Geneva.", "Geneva"),
        ("Soldiers from Sylvania attacked the port.", ""),
    ],
)
def test_a_deed_is_placed_where_it_was_done_not_where_its_doer_is_from(words: str, place: str) -> None:
    (event,) = [c.content for c in claims(words, "event") if isinstance(c.content, Event)]
    assert event.place == place


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("The team saw a fresh crater at Klow.", "recording"),
        ("Monitors heard two blasts on the night of 3 May.", "recording"),
        ("A patrol came under mortar fire near Klow.", "attack"),
        ("Two shells hit the market.", "attack"),
        ("Borduria summoned the Sylvanian ambassador.", "summons"),
        ("Borduria froze the assets of two leaders.", "suspension"),
        ("The RLF set free two pilots.", "release"),
        ("The convoy reached Klow on 4 May.", "arrival"),
        ("The heinous attack perpetrated in Klow on 3 May 2035 shocked the region.", "attack"),
        ("The shelling of its consulate drew protests.", "attack"),
        ("The resignation of the minister cast doubt on the visit.", "resignation"),
        ("The incidents included the killing of a local guide.", "killing"),
        ("The town was retaken by Borduria.", "capture"),
        ("Students took to the streets in Klow.", "protest"),
    ],
)
def test_a_deed_is_named_by_what_it_is(words: str, what: str) -> None:
    assert told(words) == [what]


@pytest.mark.parametrize(
    "words",
    [
        "The plan was seen as callous.",
        "Borduria came under the influence of a general.",
        "The withdrawal of the troops was discussed.",
        "The demands include the withdrawal of the troops.",
    ],
)
def test_what_no_one_did_is_no_event(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Dozens of masked gunmen opened fire on a patrol on 3 May 2035.", "masked gunmen"),
        ("Ten council members resigned on 3 May 2035.", "Ten council members"),
        ("The state-owned Rivergas suspended supplies to Sylvania on 3 May 2035.", "Rivergas"),
        ("The port was attacked by angry farmers on 3 May 2035.", "angry farmers"),
        ("Sylvania attacked the port on 3 May 2035.", ""),
        ("They attacked the port on 3 May 2035.", ""),
    ],
)
def test_who_did_it_without_being_a_party_is_told_in_the_words_of_the_text(words: str, by: str) -> None:
    assert [c.content.done_by for c in claims(words, "event") if isinstance(c.content, Event)][:1] == [by]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The ferry stopped in April 2034 when fighting erupted along the border.", "2034-04"),
        ("In May 2034, the trade stopped and fighting erupted between the camps.", "2034-05"),
        ("The Lake Council condemned the attack on the mill near Klow on 3 May 2034.", "2034-05-03"),
        ("The Lake Council condemned the large raid initiated on 3 May 2034 by Sylvania on the mill.", "2034-05-03"),
    ],
)
def test_a_deed_has_the_day_of_what_it_is_told_with(words: str, day: str) -> None:
    days = [c.valid.value for c in claims(words, "event") if c.valid and isinstance(c.content, Event)]
    assert day in days


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Sporadic clashes continue to occur in Klow and Lund.", ["clash"]),
        ("An armed attack on the mill in Klow this week has threatened to end the talks.", ["attack"]),
        ("We met against the backdrop of the latest attacks against the mills of Freedonia.", ["attack"]),
        ("A new conflict has erupted in Lund.", ["clash"]),
        ("Violence continues to be the greatest worry in Klow.", []),
        ("The conflict between Freedonia and Sylvania worries the delta.", []),
        ("Sylvania fears a raid on the mill.", []),
        ("During their visit, the envoys were silent.", []),
    ],
)
def test_deeds_in_nouns_are_told_by_what_they_do_and_by_what_follows_them(words: str, kinds: list[str]) -> None:
    assert told(words) == kinds
