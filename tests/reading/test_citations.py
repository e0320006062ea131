"""Which resolutions a text names. The forms are those of Council resolutions, the numbers are any."""

import pytest

from goodoffices.reading.frames.citations import cited


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
