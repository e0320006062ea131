"""How a body of the log is sealed, by another reckoning than the record's own."""

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import text

from goodoffices.record import Record


def stored_entries(record: Record) -> list[dict[str, object]]:
    """The entries as they lie in the database, in order."""
    with record.store.reading() as connection:
        return [dict(row._mapping) for row in connection.execute(text("SELECT * FROM entries ORDER BY seq"))]


def stored_keys(record: Record) -> dict[str, bytes]:
    """The keys of a case without a passphrase, by their names."""
    with record.store.reading() as connection:
        wrapped = {row.name: bytes(row.key) for row in connection.execute(text("SELECT * FROM keys"))}
    case = wrapped["case"]
    return {n: case if n == "case" else _opened(case, key, n) for n, key in wrapped.items()}


def salt_and_body(row: dict[str, object], keys: dict[str, bytes]) -> tuple[bytes, bytes]:
    """Salt and body of a stored entry."""
    names, body = str(row["keys"]), row["body"]
    assert isinstance(body, bytes)
    key = b"".join(keys[name] for name in names.split())
    if " " in names:
        key = HKDF(SHA256(), 32, salt=None, info=names.encode()).derive(key)
    plain = _opened(key, body, f"entries {row['seq']}")
    return plain[:16], plain[16:]


def _opened(key: bytes, sealed: bytes, place: str) -> bytes:
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], place.encode())
