"""Which resolutions a text names. The forms are those of Council resolutions, the numbers are any."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from goodoffices.documents import extract
from goodoffices.reading.frames.provisions.citations import cited
from goodoffices.reading.reader import read
from goodoffices.vocabulary.kinds import Decision

RESOLUTIONS = Path(__file__).parents[2].parent / "shared" / "corpora" / "unsc_resolutions"
NOT_IN_THE_TEXT = {("571", "S/RES/546")}  # in the table; the words do not name it


@pytest.mark.parametrize(
    ("said", "symbols"),
    [
        ("Recalling its resolution 12 (1951) of 3 May 1951,", ["S/RES/12"]),
        (
            "Recalling its resolutions 12 (1951), 13 (1951)\nand 14 (1952) of 2 June\n1952,",
            ["S/RES/12", "S/RES/13", "S/RES/14"],
        ),
        ("its resolutions 12 (1951) of 3 May and 13 (1951) of 4 May 1951 and the agreement", ["S/RES/12", "S/RES/13"]),
        ("the embargo imposed in resolution 418, and 20 others", ["S/RES/418"]),
        ("General Assembly resolution 15 (XV) of 4 May 1960", ["A/RES/15 (XV)"]),
        ("in accordance with resolution 46/182", ["A/RES/46/182"]),
        ("resolutions 12 (1951) and 12 (1951)", ["S/RES/12"]),
        ("the present resolution of 12 states", []),
    ],
)
def test_the_resolutions_a_council_names_are_told_by_their_symbols(said: str, symbols: list[str]) -> None:
    assert list(cited(said, (0, len(said)), "unsc")) == symbols


def test_another_body_s_bare_number_has_no_symbol_but_the_council_s_has_one() -> None:
    said = "Recalling resolution 7 (1951) and Security Council resolution 8 (1951)"
    assert cited(said, (0, len(said)), "org:lakes") == ("S/RES/8",)


@pytest.mark.skipif(not RESOLUTIONS.exists(), reason="the resolutions are not beside the repository")
def test_a_decision_cites_what_an_independent_table_says_it_cites() -> None:
    linked = defaultdict(set)
    with (RESOLUTIONS / "citations.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            linked[row["citing_resolution"]].add(f"S/RES/{row['cited_resolution']}")
    assert linked
    for number, wanted in linked.items():
        (path,) = RESOLUTIONS.glob(f"S_RES_{int(number):04}_*.txt")
        claims = read(extract(path.read_bytes(), path.name), document="d", dated=None).claims
        (decision,) = [c.content for c in claims if isinstance(c.content, Decision)]
        ours = {symbol for symbol in decision.cites if symbol.startswith("S/RES/")}
        assert ours == wanted - {symbol for citing, symbol in NOT_IN_THE_TEXT if citing == number}
