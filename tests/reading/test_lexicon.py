"""The tables that reading rests on."""

import re
from collections import Counter

import pytest

from goodoffices.errors import BadArgument
from goodoffices.reading.actors.names import institutions
from goodoffices.reading.actors.roles import given_names, roles
from goodoffices.reading.dates.calendar_words import calendar_words, length, number
from goodoffices.reading.dates.date_patterns import shapes
from goodoffices.reading.lexicon import rows, table, words
from goodoffices.vocabulary.party import known_parties
from goodoffices.vocabulary.when import duration


def test_every_row_of_the_states_names_a_known_party_and_once() -> None:
    ids = [row[0] for row in rows("states", 5)]
    assert len(ids) == len(set(ids))
    assert [party for party in ids if party not in known_parties()] == []


def test_every_member_of_the_united_nations_has_its_row_of_names() -> None:
    told = {row[0] for row in rows("states", 5)}
    silent = {p.id for p in known_parties() if p.kind == "state" and p.id not in told}
    assert silent == set()


def test_no_surface_names_two_states() -> None:
    owners: dict[str, set[str]] = {}
    for party, *cells in rows("states", 5):
        for surface in (s for cell in cells for s in cell.split("|") if s != "-"):
            owners.setdefault(surface, set()).add(party)
    assert {surface: found for surface, found in owners.items() if len(found) > 1} == {}


def test_institutions_belong_to_known_parties() -> None:
    assert [p.id for p in institutions() if p.parent and p.parent not in known_parties()] == []


def test_the_words_of_time_are_complete_and_their_units_are_durations() -> None:
    known = calendar_words()
    assert sorted(known.months) == list(range(1, 13))
    assert sorted(known.weekdays) == list(range(1, 8))
    assert all(duration(unit) for unit in known.units.values())


def test_numbers_up_to_ninety_nine_are_read_from_words() -> None:
    ones, tens = calendar_words().ones, {k: v for k, v in calendar_words().tens.items() if k != "fourty"}
    spelt = {v: k for k, v in ones.items()} | {v: k for k, v in tens.items()}
    spelt |= {
        t + o: f"{tens_word}-{ones_word}" for tens_word, t in tens.items() for ones_word, o in ones.items() if o < 10
    }
    assert sorted(spelt) == list(range(1, 100))
    assert {value: number(word) for value, word in spelt.items()} == {value: value for value in spelt}


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        ("four", "months", "P4M"),
        ("a", "fortnight", "P2W"),
        ("48", "hours", "PT48H"),
        ("two", "decades", "P20Y"),
        ("several", "days", "PXD"),
    ],
)
def test_an_amount_and_a_unit_make_an_iso_duration(amount: str, unit: str, value: str) -> None:
    assert length(amount, unit) == value


def test_every_shape_of_a_date_starts_with_words_that_a_class_holds() -> None:
    own = {"#", "month", "weekday", "season", "ordinal", "num"}
    assert {start for _, starts, _ in shapes() for start in starts} <= own | set(calendar_words().starts)


def test_roles_are_in_small_letters_and_given_names_are_capitalised() -> None:
    assert all(role == role.lower() for role in (*roles().offices, *roles().titles, *roles().qualities))
    assert all(name[0].isupper() and re.fullmatch(r"[\w’-]+", name) for name in given_names())


def test_a_table_of_another_shape_is_refused_with_its_name() -> None:
    with pytest.raises(BadArgument, match="abbreviations"):
        table("abbreviations", dict[str, int])
    with pytest.raises(BadArgument, match=r"places\.tsv"):
        rows("places", 3)
    assert "mr" in words("abbreviations", "always")


def test_no_two_institutions_share_a_form_and_none_takes_a_known_partys_id_or_name() -> None:
    forms = [form for *_, cell in rows("institutions", 5) for form in cell.split("|")]
    assert [form for form, times in Counter(forms).items() if times > 1] == []
    known = {name for party in known_parties() for name in (party.name, *party.names.get("en", ()))}
    assert [form for form in forms if form in known] == []
    assert [p.id for p in institutions() if p.id in {t.id for t in known_parties() if t.kind == "state"}] == []
