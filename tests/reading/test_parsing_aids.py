"""Forms of news and communiqués that mislead the parser or the names, and are read all the same."""

from goodoffices.vocabulary.kinds import Statement
from tests.reading.invented import claims


def said(words: str) -> list[tuple[str, str]]:
    """Speaker and act of every statement."""
    return [(c.content.speaker, c.content.act) for c in claims(words, "statement") if isinstance(c.content, Statement)]


def test_a_summit_held_somewhere_that_calls_for_something_calls_for_it() -> None:
    words = "The summit of the Harbour Trio held Sunday in Vell called for an end to the raids."
    assert said(words) == [("trio", "request")]
    assert [c.quotes[0].exact.startswith("The summit") for c in claims(words, "meeting")] == [True]


def test_a_committee_named_after_its_council_is_not_the_council() -> None:
    assert said("The members of the Lake Council Committee on Ports condemned the raid.")[0][0] != "lake_council"


def test_a_minister_who_is_dismissed_is_no_claim_that_is() -> None:
    assert said("Freedonia dismissed Otto Brandt.") == []
    assert said("Freedonia dismissed the report.") == [("freedonia", "reject")]


def test_who_is_subject_to_a_ban_makes_no_condition() -> None:
    (banned,) = claims("The Harbour Trio said the crews are subject to travel bans.", "statement")
    assert banned.attribution.condition is None
    assert banned.attribution.status == "declared"


def test_who_says_it_after_the_first_word_says_the_whole() -> None:
    words = "Otto Brandt spoke. However, he said, agreement on a map remains elusive."
    (claim,) = claims(words, "statement")
    assert claim.quotes[0].exact == "However, he said, agreement on a map remains elusive"


def test_what_is_posted_is_said_and_who_is_posted_is_not() -> None:
    assert said("“Freedonia chooses peace,” Otto Brandt posted on a website.") == [("brandt", "assess")]
    assert said("Freedonia posted troops on the border.") == []


def test_the_willing_offer_and_the_unwilling_refuse() -> None:
    assert said("Otto Brandt said he was willing to hold talks.") == [("brandt", "propose")]
    assert said("Freedonia said it was not willing to extend the truce.") == [("freedonia", "reject")]
