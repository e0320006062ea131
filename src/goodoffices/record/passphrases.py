"""From a passphrase to a key: scrypt (RFC 7914) with a salt and costs that are stored beside what it locks."""

import secrets
from collections.abc import Callable

import msgspec
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from msgspec import Struct

from goodoffices.errors import BadArgument, DamagedCase
from goodoffices.record.database import RESTORE

Passphrase = str | Callable[[], str | None] | None  # a function is asked only if the case is locked

SHORTEST = 12  # characters: a guess takes a third of a second here, and what is stolen can be guessed at for years
_MOST = 2**22  # memory that a lock may ask for, in blocks of 128 bytes: a forged one must not take the machine down


class Lock(Struct, frozen=True):
    """What scrypt needs beside a passphrase. n, r, p: its costs; as they are here it takes 128 MiB and 0.3 s."""

    salt: bytes
    n: int = 2**17
    r: int = 8
    p: int = 1


def new_lock() -> str:
    """A lock with a salt of its own, as it is stored."""
    return msgspec.json.encode(Lock(secrets.token_bytes(16))).decode()


def derived(passphrase: str, lock: str) -> bytes:
    """The key, 32 bytes, of a passphrase and a lock; DamagedCase for what is no lock."""
    try:
        told = msgspec.json.decode(lock, type=Lock)
        if told.n * told.r > _MOST or not 1 <= told.p <= 16:
            raise ValueError("its costs are none that are given")
        return Scrypt(salt=told.salt, length=32, n=told.n, r=told.r, p=told.p).derive(passphrase.encode())
    except (msgspec.MsgspecError, ValueError) as error:
        raise DamagedCase("a lock says how its key is made", error, RESTORE) from error


def checked(passphrase: str) -> str:
    """A passphrase for a case; BadArgument for one that is guessed too easily."""
    if len(passphrase) < SHORTEST or len(set(passphrase)) < 5:
        remedy = "Take five or six words that nobody would put together."
        raise BadArgument(f"a passphrase has at least {SHORTEST} characters, not all alike", "a shorter one", remedy)
    return passphrase


def given(passphrase: Passphrase) -> str | None:
    """The passphrase itself, once it is needed."""
    return passphrase() if callable(passphrase) else passphrase
