"""Keys: what is sealed opens with its keys, in its place, and no otherwise."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, select, text

from goodoffices.errors import DamagedCase
from goodoffices.record import keys, schema
from goodoffices.record.keys import CASE, Keyring, together


@pytest.fixture(scope="module")
def connection() -> Iterator[Connection]:
    """A database with a table of keys."""
    engine = create_engine("sqlite://")
    with engine.connect() as made:
        schema.metadata.create_all(made)
        yield made
    engine.dispose()


@pytest.fixture(scope="module")
def ring(connection: Connection) -> Keyring:
    """The keys of a new case."""
    made = Keyring()
    made.begin(connection)
    keys.carry(connection, made)
    return made


@settings(max_examples=50, deadline=None)
@given(content=st.binary(max_size=2000), place=st.text(max_size=20), bit=st.integers(0, 7), where=st.floats(0, 0.999))
def test_what_is_sealed_opens_as_it_was_and_no_altered_bit_of_it_does(
    ring: Keyring, content: bytes, place: str, bit: int, where: float
) -> None:
    sealed = ring.seal(CASE, content, place)
    assert ring.unseal(CASE, sealed, place) == content
    assert sealed != ring.seal(CASE, content, place)
    altered = bytearray(sealed)
    altered[int(where * len(sealed))] ^= 1 << bit
    for other, elsewhere in ((bytes(altered), place), (sealed, place + "."), (sealed[:5], place), (b"", place)):
        with pytest.raises(DamagedCase):
            ring.unseal(CASE, other, elsewhere)


def test_a_ring_opened_anew_has_the_same_keys(connection: Connection, ring: Keyring) -> None:
    one, two = ring.make(connection, "one"), ring.make(connection, "two")
    again = Keyring()
    again.unlock(connection)
    for names in (CASE, one, together([one, two])):
        again.fetch(connection, [names])
        assert again.unseal(names, ring.seal(names, b"words", "here"), "here") == b"words"


def test_what_rests_on_two_keys_opens_with_neither_alone(connection: Connection, ring: Keyring) -> None:
    one, two = ring.make(connection, "one"), ring.make(connection, "two")
    both = together([two, one, CASE])
    assert set(both.split()) == {one, two}
    sealed = ring.seal(both, b"words", "here")
    for names in (one, two, CASE):
        with pytest.raises(DamagedCase):
            ring.unseal(names, sealed, "here")


def test_what_was_sealed_with_a_destroyed_key_never_opens_again(connection: Connection, ring: Keyring) -> None:
    one, two = ring.make(connection, "one"), ring.make(connection, "two")
    both = together([one, two])
    sealed, other = ring.seal(both, b"words", "here"), ring.seal(two, b"words", "here")
    ring.destroy(connection, one)
    for opener in (ring, _anew(connection)):
        opener.fetch(connection, [both])
        with pytest.raises(DamagedCase, match="until its document is erased"):
            opener.unseal(both, sealed, "here")
        assert opener.unseal(two, other, "here") == b"words"
    assert connection.scalar(select(schema.keys.c.name).where(schema.keys.c.name == one)) is None


def test_keys_of_documents_are_stored_wrapped_and_an_altered_one_is_told(connection: Connection, ring: Keyring) -> None:
    name = ring.make(connection, "three")
    connection.execute(text("UPDATE keys SET key = substr(key, 1, 20) WHERE name = :name"), {"name": name})
    with pytest.raises(DamagedCase, match="keys are stored"):
        _anew(connection).fetch(connection, [name])


def test_a_case_without_its_key_is_damaged() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as made:
        schema.metadata.create_all(made)
        with pytest.raises(DamagedCase, match="key of its own"):
            Keyring().unlock(made)
    engine.dispose()


def _anew(connection: Connection) -> Keyring:
    ring = Keyring()
    ring.unlock(connection)
    return ring
