"""Lists whose subject stands above them."""

from goodoffices.vocabulary.kinds import Statement
from tests.reading.invented import claims, read


def said(words: str) -> list[tuple[str, str, str]]:
    """Speaker, act and the first words of every statement."""
    return [
        (c.content.speaker, c.content.act, " ".join(c.quotes[0].exact.split()[:2]))
        for c in read(words).claims
        if isinstance(c.content, Statement)
    ]


COMMUNIQUE = """Joint communiqué of the Harbour Trio

The Ministers, gathered in Klow on 3 May 2035 in order to take stock of the talks, and

1. Welcomed the truce and urged the parties to keep it;

2. Took note of the report of Otto Brandt. They also stressed the need for calm.

3. Agreed to meet again in July 2035;

4. Strongly condemned the raid.
"""


def test_every_item_is_said_by_the_subject_above_the_list() -> None:
    assert said(COMMUNIQUE) == [
        ("trio", "support", "Welcomed the"),
        ("trio", "request", "urged the"),
        ("trio", "support", "Took note"),
        ("trio", "assess", "They also"),
        ("trio", "accept", "Agreed to"),
        ("trio", "accuse", "Strongly condemned"),
    ]
    assert [c.quotes[0].exact for c in claims(COMMUNIQUE, "provision")] == [
        "urged the parties to keep it",
        "Agreed to meet again in July 2035",
    ]


def test_states_that_declare_together_are_the_subject_in_the_present_tense() -> None:
    words = "The governments of Sylvania and Borduria:\n\n1. Condemn the raid.\n\n2. Support the envoy.\n"
    assert said(words) == [
        ("sylvania", "accuse", "Condemn the"),
        ("borduria", "accuse", "Condemn the"),
        ("sylvania", "support", "Support the"),
        ("borduria", "support", "Support the"),
    ]


def test_those_whom_nobody_names_speak_all_the_same() -> None:
    words = "The partners:\n\n3. Take note of the report.\n\n4. Urge Borduria to open the port.\n"
    assert said(words) == [("", "support", "Take note"), ("", "request", "Urge Borduria")]


def test_what_is_asked_in_a_list_is_nobodys_statement() -> None:
    words = "The Harbour Trio urged the sides to:\n\n1. Support the truce;\n\n2. Accept the map;\n"
    assert [s for s in said(words) if s[2].split()[0] in ("Support", "Accept")] == []
