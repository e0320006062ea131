"""Whatever is altered in a case, verifying it says so and names the first bad entry."""

from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from goodoffices.errors import DamagedCase
from goodoffices.record import Record, verify
from tests.record.office import busy_day
from tests.record.tampering import altered, stored

COLUMNS = ("at", "by", "action", "subject", "based_on", "v", "keys", "body", "digest", "chain")


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A case in which something of every kind was done, in either store."""
    on_server = request.param == "postgres"
    address = request.getfixturevalue("server").address() if on_server else tmp_path_factory.mktemp("office") / "case"
    with Record.create(address) as record:
        busy_day(record)
        yield record


def _proven(record: Record) -> bool:
    try:
        return verify(record).whole
    except DamagedCase:
        return False


def test_an_untouched_case_proves_itself(office: Record) -> None:
    found = verify(office)
    assert (found.whole, found.first_bad, found.entries, found.blobs, found.quotes) == (True, None, 8, 3, 4)


@settings(max_examples=80, deadline=None)
@given(
    seq=st.integers(1, 8),
    column=st.sampled_from(COLUMNS),
    place=st.floats(0, 1, exclude_max=True),
    bit=st.integers(0, 7),
)
def test_any_flipped_bit_of_any_entry_is_found_and_the_entry_named(
    office: Record, seq: int, column: str, place: float, bit: int
) -> None:
    with office.store.reading() as connection:
        on_server = connection.dialect.name == "postgresql"
        value = connection.scalar(text(f"SELECT {column} FROM entries WHERE seq = {seq}"))
    form = ":value"
    if value is None or isinstance(value, int):
        value = (value or 0) ^ (1 << bit)
    else:
        content = bytearray(value.encode() if isinstance(value, str) else value)
        content[int(place * len(content))] ^= 1 << bit
        if isinstance(value, str) and on_server:  # which takes no text that is none
            assume(_is_text(content))
        form = "CAST(:value AS TEXT)" if isinstance(value, str) else ":value"
        value = content.decode() if isinstance(value, str) and on_server else bytes(content)
    with altered(office, f"UPDATE entries SET {column} = {form} WHERE seq = {seq}", value=value):
        found = verify(office)
        assert not found.whole
        assert found.first_bad == seq
    assert verify(office).whole


def _is_text(content: bytearray) -> bool:
    try:
        return "\0" not in content.decode()
    except UnicodeDecodeError:
        return False


@pytest.mark.parametrize("seq", [1, 4, 7])
def test_a_missing_entry_is_named(office: Record, seq: int) -> None:
    with altered(office, f"DELETE FROM entries WHERE seq = {seq}"):
        assert verify(office).first_bad == seq


def test_an_entry_before_the_first_is_named(office: Record) -> None:
    columns = ", ".join(COLUMNS)
    with altered(office, f"INSERT INTO entries (seq, {columns}) SELECT 0, {columns} FROM entries WHERE seq = 7"):
        assert verify(office).first_bad == 0


def test_entries_that_changed_places_are_named(office: Record) -> None:
    swaps = (f"UPDATE entries SET seq = {new} WHERE seq = {old}" for old, new in ((3, 99), (4, 3), (99, 4)))
    with altered(office, *swaps):
        assert verify(office).first_bad == 3


def test_a_log_whose_end_was_cut_off_differs_from_what_was_noted_down(office: Record) -> None:
    whole = verify(office)
    assert verify(office, noted=(whole.entries, whole.head)).whole
    with altered(office, "DELETE FROM entries WHERE seq = 8"):
        assert verify(office, noted=(whole.entries, whole.head)).first_bad == 8
    assert verify(office, noted=(3, whole.head)).first_bad == 3


@pytest.mark.parametrize("number", [0, 1, 2])
def test_an_altered_blob_is_found(office: Record, number: int) -> None:
    name, _, content = stored(office)["blobs"][number]
    assert isinstance(content, bytes)
    change = "UPDATE blobs SET content = :content WHERE hash = :name"
    with altered(office, change, content=content + b" ", name=name):
        assert any(str(name) in fault.what for fault in verify(office).faults)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_missing_blob_is_found_and_the_entry_that_needs_it_named(office: Record, number: int) -> None:
    with altered(office, "DELETE FROM blobs WHERE hash = :name", name=stored(office)["blobs"][number][0]):
        assert verify(office).first_bad in (1, 2)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE claim_rows SET state = 'rejected' WHERE since_seq = 7",
        "UPDATE claim_rows SET compartments = '[\"x\"]' WHERE since_seq = 7",
        "UPDATE claim_rows SET valid_earliest = '1999-12-31' WHERE since_seq = 7",
        "DELETE FROM claim_rows WHERE since_seq = 7",
        "UPDATE document_rows SET published_latest = NULL WHERE since_seq = 1",
        "UPDATE entry_rows SET until_seq = 5 WHERE seq = 1",
        "UPDATE ruling_rows SET until_seq = 5",
        "DELETE FROM compartment_rows",
    ],
)
def test_views_that_are_not_what_the_log_says_are_found_and_made_anew(office: Record, change: str) -> None:
    with altered(office, change):
        assert not _proven(office)
        office.rebuild()
        assert verify(office).whole


def test_a_verified_case_stays_as_it_was(office: Record) -> None:
    before = stored(office)
    verify(office)
    assert stored(office) == before
