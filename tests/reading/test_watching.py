"""Deeds as the news and monitors tell them: what a patrol saw, who was kept out, what followed in the same sentence."""

import datetime as dt

import pytest

from goodoffices.vocabulary.kinds import Event
from tests.reading.invented import claims
from tests.reading.test_events import told


def doers(words: str) -> list[tuple[str, str]]:
    """What happened and who did it."""
    return [(c.content.what, c.content.actor) for c in claims(words, "event") if isinstance(c.content, Event)]


@pytest.mark.parametrize(
    ("words", "what", "actor"),
    [
        ("The Harbour Trio saw two tanks near the bridge.", "recording", "trio"),
        ("The Harbour Trio heard shots from the barracks.", "recording", "trio"),
        ("The patrol saw that soldiers were digging a trench.", "recording", ""),
        ("The team was denied access by Sylvanian soldiers.", "obstruction", "sylvania"),
        ("The patrol was refused entry to the barracks.", "obstruction", ""),
        ("The team was not allowed to enter the barracks.", "obstruction", ""),
        ("The patrol could not reach the village.", "obstruction", ""),
        ("The convoy was unable to proceed to Lund.", "obstruction", ""),
        ("Two individuals stopped one of the patrols.", "obstruction", ""),
        ("Sylvanian monitors visited the dam on Tuesday.", "visit", "sylvania"),
        ("The Trio counted nine rounds fired by the Freedonian army.", "attack", "freedonia"),
        ("Sylvanian personnel observed two tanks near the dam.", "recording", "sylvania"),
        ("A convoy came under fire from Sylvanian soldiers.", "attack", "sylvania"),
        ("The patrol heard gunfire from positions held by Sylvania.", "attack", "sylvania"),
        ("Shots were fired at the post from Sylvanian positions near Lund.", "attack", "sylvania"),
        ("The post came under fire from positions of the Sylvanian army.", "attack", "sylvania"),
        ("Sylvanian soldiers gunned down two guards in Lund.", "killing", "sylvania"),
        ("The Trio heard exchanges of fire from the barracks.", "recording", "trio"),
        ("The Trio spotted houses burned by shelling.", "recording", "trio"),
        ("Two rockets landed near the base.", "landing", ""),
        ("War broke out in Lund in late 2003.", "beginning", ""),
        ("Talks with the miners began in 2003.", "beginning", ""),
        ("The rebels took up arms in 2003.", "rebellion", ""),
        ("Two planes took off from Lund on Monday.", "departure", ""),
        ("Borduria left for talks in Lund on Monday.", "departure", "borduria"),
        ("The Sylvanian delegation left for talks in Lund on Monday.", "departure", "sylvania"),
        ("Borduria on Monday postponed the signing of a truce.", "postponement", "borduria"),
        ("A bomb went off in the market.", "explosion", ""),
    ],
)
def test_monitors_tell_what_they_saw_and_who_kept_them_out(words: str, what: str, actor: str) -> None:
    assert (what, actor) in doers(words)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("The fighting has spread in the north, where Sylvania attacked the port.", ["attack", "clash"]),
        ("Shelling has been ongoing in the north for a week.", ["attack"]),
        ("The massacre of fishermen took place on Tuesday near the town.", ["killing"]),
        ("The front suffered a defeat in November 2034 and was disbanded.", ["ban", "suffered"]),
        ("Deliveries of aid have been disrupted.", ["interruption"]),
        ("The convoy turned back after gunmen killed two guards.", ["killing"]),
        ("The delta has been calm since 2034, when its chief was overthrown.", ["coup"]),
        ("Mira Alder has left Klow without a deal, the ministry said.", ["departure"]),
        ("The crisis has grown, with Sylvania launching an offensive in the delta.", ["attack", "grown"]),
        ("Explosions rocked the port late on Friday.", ["attack"]),
        ("Freedonia called off the talks after guerrillas killed a guard.", ["cancellation", "killing"]),
        ("The ban forced the Trio to withdraw from two posts.", ["withdrawal"]),
        ("Villagers hurled rocks at soldiers.", ["attack"]),
        ("Two shepherds were held by armed elements and were detained by gunmen.", ["detention"]),
        ("Sylvania carried out an exchange of prisoners.", ["exchange"]),
        ("Freedonia secured the release of nine sailors.", ["release"]),
        ("The Trio said it suspended the airlift.", ["suspension"]),
        ("Nine captives escaped.", ["flight"]),
        ("The rebellion began in 1999.", ["uprising"]),
        (
            "Sylvania sent troops amid a series of clashes between Sylvanian settlers and police.",
            ["clash", "deployment"],
        ),
    ],
)
def test_the_news_tells_deeds_beside_each_other(words: str, kinds: list[str]) -> None:
    assert set(kinds) <= {*told(words), "grown"}


def test_two_attacks_of_one_sentence_with_days_of_their_own_are_two() -> None:
    words = "Sylvania attacked the port in March and took control of Lund on 3 May 2035."
    days = [c.valid.earliest for c in claims(words, "event") if c.valid]
    assert days == [dt.date(2035, 3, 1), dt.date(2035, 5, 3)]


@pytest.mark.parametrize("words", ["No fighters were released in May.", "No breach was recorded in May."])
def test_what_befell_nobody_is_denied(words: str) -> None:
    assert [c.attribution.polarity for c in claims(words, "event")] == ["denied"]


def test_a_press_release_sets_nobody_free() -> None:
    assert not told("In a press release on Saturday the Trio thanked its guests.")


def test_a_place_is_no_mission_and_no_person() -> None:
    words = "An explosion occurred near the ZWMX in Klow. The ZWMX said so."
    assert [c.content.place for c in claims(words, "event") if isinstance(c.content, Event)] == ["Klow"]


def test_who_went_on_with_a_deed_stands_in_its_words() -> None:
    found = claims("Freedonian forces continued to shell the town.", "event")
    assert [c.quotes[0].exact for c in found] == ["Freedonian forces continued to shell the town"]


@pytest.mark.parametrize(
    "words",
    [
        "The Lake Council could not reach agreement.",
        "The Harbour Trio saw no need for haste.",
        "The Trio denied that it suspended the airlift.",
        "The talks entered their fifth day.",
        "The war left ten thousand people dead.",
        "The team was allowed to enter the barracks.",
    ],
)
def test_what_nobody_saw_or_barred_is_no_event(words: str) -> None:
    assert not told(words)


@pytest.mark.parametrize(
    "words", ["The pact was not honoured by Sylvania.", "A clerk of Sylvania who requested anonymity left."]
)
def test_keeping_a_pact_or_a_name_is_no_statement(words: str) -> None:
    assert not [c for c in claims(words, "statement") if getattr(c.content, "speaker", "")]


def test_monitors_rule_that_a_side_broke_the_truce() -> None:
    found = claims("The monitors ruled that Freedonia had violated the truce.", "statement")
    assert [getattr(c.content, "act", "") for c in found] == ["accuse"]
