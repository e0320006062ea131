"""The keys of a case: one for each document, so that erasing a document is destroying its key, and one of the case.

What may hold words of a document is stored under its key, what rests on several under all of theirs together, and
the rest under the key of the case. Keys of documents are wrapped by that of the case, and this one by a key made from
the passphrase, if there is one. The ciphers are those of `cryptography`: AES-256-GCM; HKDF with SHA-256 for several
keys together; scrypt for the passphrase.
"""

import secrets
from collections.abc import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection, delete, insert, select, update

from goodoffices.errors import DamagedCase, Locked
from goodoffices.record import passphrases
from goodoffices.record.database import RESTORE
from goodoffices.record.passphrases import Passphrase
from goodoffices.record.schema import keys

CASE = "case"  # the name of the case's own key
_KEY, _NONCE = 32, 12  # bytes
_CIPHERS = 4096  # kept ready; one takes 2 kB
_TOGETHER = 500  # values in one IN list
_INFO = "goodoffices keys"  # under which a connection carries the ring


class Keyring:
    """The keys of one case, as far as they were fetched. A name is given once, so that what is kept stays right.

    `names` are those of the keys a value is sealed with, a blank between them; `place` says where it is stored, and it
    opens nowhere else. locked: whether the case opens with a passphrase alone.
    """

    def __init__(self) -> None:
        self._case = b""
        self.locked = False
        self._raw: dict[str, bytes] = {}
        self._ciphers: dict[str, AESGCM] = {}

    def begin(self, connection: Connection, passphrase: str | None = None) -> None:
        """Makes the key of a new case."""
        self._case = secrets.token_bytes(_KEY)
        lock, key = self._locked(passphrase)
        connection.execute(insert(keys), {"name": CASE, "document": "", "lock": lock, "key": key})

    def unlock(self, connection: Connection, passphrase: Passphrase = None) -> None:
        """Fetches the key of the case. Locked without the right passphrase, DamagedCase without a key."""
        row = connection.execute(select(keys).where(keys.c.name == CASE)).first()
        if row is None:
            raise DamagedCase("a case has a key of its own", "none", RESTORE)
        if not row.lock:
            self._case = row.key
            return
        self.locked = True
        told = passphrases.given(passphrase)
        if not told:
            remedy = "Give it: at the prompt, or in GOODOFFICES_PASSPHRASE."
            raise Locked("a case with a passphrase opens with it alone", "none was given", remedy)
        try:
            self._case = _opened(AESGCM(passphrases.derived(told, row.lock)), row.key, CASE)
        except InvalidTag:
            remedy = "Try again; nobody can open the case without it."
            raise Locked("a case opens with its own passphrase", "another one", remedy) from None

    def relock(self, connection: Connection, passphrase: str | None) -> None:
        """Puts the key of the case under another passphrase, or under none; nothing else is written anew."""
        lock, key = self._locked(passphrase)
        connection.execute(update(keys).where(keys.c.name == CASE).values(lock=lock, key=key))

    def make(self, connection: Connection, document: str) -> str:
        """Makes the key of a document; its name."""
        name, key = secrets.token_hex(8), secrets.token_bytes(_KEY)
        self._raw[name] = key
        wrapped = _closed(AESGCM(self._case), key, name)
        connection.execute(insert(keys), {"name": name, "document": document, "lock": CASE, "key": wrapped})
        return name

    def destroy(self, connection: Connection, name: str) -> None:
        """Destroys a key. What may be left of it where it lay is for `Database.scrub`."""
        self._raw.pop(name, None)
        self._ciphers = {names: c for names, c in self._ciphers.items() if name not in names.split()}
        connection.execute(delete(keys).where(keys.c.name == name))

    def fetch(self, connection: Connection, names: Iterable[str]) -> None:
        """Has the keys ready that these names speak of, where the case has them."""
        # One by one: to take all known keys from a set of a few costs as much as there are known.
        wanted = {n for several in set(names) if several not in self._ciphers for n in several.split()}
        missing = sorted(n for n in wanted if n != CASE and n not in self._raw)
        for start in range(0, len(missing), _TOGETHER):
            query = select(keys.c.name, keys.c.key).where(keys.c.name.in_(missing[start : start + _TOGETHER]))
            for name, wrapped in connection.execute(query):
                try:
                    self._raw[name] = _opened(AESGCM(self._case), wrapped, name)
                except InvalidTag:
                    raise DamagedCase("keys are stored as they were made", name, RESTORE) from None

    def seal(self, names: str, content: bytes, place: str) -> bytes:
        """Content as it is stored."""
        return _closed(self._cipher(names), content, place)

    def unseal(self, names: str, sealed: bytes, place: str) -> bytes:
        """Stored content as it was; DamagedCase when the bytes, the place or the keys are others."""
        try:
            return _opened(self._cipher(names), sealed, place)
        except (InvalidTag, ValueError):
            raise DamagedCase("what is sealed opens with its key, where it was stored", place, RESTORE) from None

    def _locked(self, passphrase: str | None) -> tuple[str, bytes]:
        self.locked = passphrase is not None
        if passphrase is None:
            return "", self._case
        lock = passphrases.new_lock()
        return lock, _closed(AESGCM(passphrases.derived(passphrase, lock)), self._case, CASE)

    def _cipher(self, names: str) -> AESGCM:
        if names not in self._ciphers:
            if len(self._ciphers) >= _CIPHERS:
                self._ciphers.clear()
            self._ciphers[names] = AESGCM(self._together(names))
        return self._ciphers[names]

    def _together(self, names: str) -> bytes:
        found = [self._case if name == CASE else self._raw.get(name) for name in names.split()]
        if not found or not all(found):
            raise DamagedCase("a key is there until its document is erased", names, RESTORE)
        if len(found) == 1:
            return found[0] or b""
        return HKDF(SHA256(), _KEY, salt=None, info=names.encode()).derive(b"".join(key or b"" for key in found))


def carry(connection: Connection, ring: Keyring) -> None:
    """Lets a connection carry the keys of its case."""
    connection.info[_INFO] = ring


def of(connection: Connection) -> Keyring:
    """The keys that a connection carries."""
    ring: Keyring = connection.info[_INFO]
    return ring


def sealed(connection: Connection, names: str, content: bytes, place: str) -> bytes:
    """Content as it is stored in the case of a connection."""
    of(connection).fetch(connection, [names])
    return of(connection).seal(names, content, place)


def unsealed(connection: Connection, names: str, content: bytes, place: str) -> bytes:
    """Content stored in the case of a connection, as it was; DamagedCase."""
    of(connection).fetch(connection, [names])
    return of(connection).unseal(names, content, place)


def together(names: Iterable[str]) -> str:
    """The keys of a value that rests on several values sealed with these: all of them, that of the case left out
    where there is another.
    """
    several = {name for each in names for name in each.split()}
    return " ".join(sorted(several - {CASE})) or CASE


def _closed(cipher: AESGCM, content: bytes, place: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + cipher.encrypt(nonce, content, place.encode())


def _opened(cipher: AESGCM, sealed: bytes, place: str) -> bytes:
    return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], place.encode())
