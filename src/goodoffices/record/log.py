"""The log: what people of the office did, append only, each entry chained to the one before it.

digest = SHA-256(salt + body); chain = SHA-256(chain before + envelope with digest). Salt and body are stored sealed
with the keys of what the body rests on. A body can be erased, and the chain still proves everything else.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict, replace
from sqlalchemy import Connection, func, insert, select

from goodoffices.errors import BadArgument, DamagedCase
from goodoffices.record.actions import Action
from goodoffices.record.keys import CASE, Keyring
from goodoffices.record.keys import of as ring_of
from goodoffices.record.schema import entries
from goodoffices.record.upcasting import decoded
from goodoffices.vocabulary.hashing import canonical, sha256

START = "0" * 64  # what the first entry is chained to
SALT_BYTES = 16
_TOGETHER = 1000  # entries fetched at a time; no cursor stays open for whoever stops half way


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of the log. at: UTC; based_on: seq of the version it judged or changed; body: None once erased;
    undone_by: seq of the entry that took it back.
    """

    seq: int
    at: dt.datetime
    by: str
    action: str
    subject: str
    based_on: int | None
    body: Action | None
    undone_by: int | None = None


class Sealed(Struct, frozen=True, kw_only=True):
    """An entry as it is stored: its body sealed with `keys` after the salt, and what proves it."""

    seq: int
    at: str
    by: str
    action: str
    subject: str
    based_on: int | None
    v: int
    keys: str
    body: bytes | None
    digest: str
    chain: str

    def plain(self, ring: Keyring) -> tuple[bytes, bytes] | None:
        """Salt and body; None once erased, DamagedCase when they do not open."""
        if self.body is None:
            return None
        content = ring.unseal(self.keys, self.body, place(self.seq))
        return content[:SALT_BYTES], content[SALT_BYTES:]

    def opened(self, ring: Keyring, undone_by: int | None = None) -> Entry:
        """The entry with its body in today's form; DamagedCase when that cannot be read. The keys must be fetched."""
        plain = self.plain(ring)
        return Entry(
            seq=self.seq,
            at=moment(self.at),
            by=self.by,
            action=self.action,
            subject=self.subject,
            based_on=self.based_on,
            body=None if plain is None else decoded(self.action, self.v, plain[1]),
            undone_by=undone_by,
        )


def utc(at: dt.datetime) -> str:
    """A moment as UTC text of one length, so that text order is time order; BadArgument without a time zone."""
    if at.tzinfo is None:
        raise BadArgument("a moment has a time zone", at, "Use datetime.now(timezone.utc).")
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def moment(at: str) -> dt.datetime:
    """The moment of such a text; DamagedCase when it is none."""
    try:
        return dt.datetime.fromisoformat(at)
    except (TypeError, ValueError) as error:
        raise DamagedCase("moments are stored as ISO 8601", at, "Verify the case; restore it from a backup.") from error


def digest(salt: bytes, body: bytes) -> str:
    """What stands for a body in the chain."""
    return sha256(salt + body)


def chained(before: str, entry: Sealed) -> str:
    """The chain value of `entry` after an entry whose value is `before`: over all but keys, body, chain."""
    envelope = [entry.seq, entry.at, entry.by, entry.action, entry.subject, entry.based_on, entry.v, entry.digest]
    return hashlib.sha256(before.encode("ascii") + canonical(envelope)).hexdigest()


def head(connection: Connection) -> tuple[int, str]:
    """Seq and chain of the last entry; (0, START) of an empty log."""
    last = connection.execute(select(entries.c.seq, entries.c.chain).order_by(entries.c.seq.desc()).limit(1)).first()
    return (last.seq, last.chain) if last else (0, START)


def seal(
    before: tuple[int, str],
    body: Action,
    *,
    subject: str,
    by: str,
    at: dt.datetime,
    salt: bytes,
    ring: Keyring,
    keys: str = CASE,
    based_on: int | None = None,
) -> Sealed:
    """The entry that follows the one whose seq and chain are `before`; the keys must be fetched.

    Raises BadArgument for a nameless author, a moment without zone, or a body that does not read back as written.
    """
    written = _faithful(body)
    sealed = Sealed(
        seq=before[0] + 1,
        at=utc(at),
        by=_author(by),
        action=body.name,
        subject=subject,
        based_on=based_on,
        v=body.v,
        keys=keys,
        body=ring.seal(keys, salt + written, place(before[0] + 1)),
        digest=digest(salt, written),
        chain="",
    )
    return replace(sealed, chain=chained(before[1], sealed))


def append(
    connection: Connection,
    body: Action,
    *,
    subject: str,
    by: str,
    at: dt.datetime,
    keys: str = CASE,
    based_on: int | None = None,
) -> Sealed:
    """Appends an entry; the caller holds the lock, which is what makes `seq` gapless. Raises what `seal` raises."""
    salt, ring = secrets.token_bytes(SALT_BYTES), ring_of(connection)
    ring.fetch(connection, [keys])
    before = head(connection)
    sealed = seal(before, body, subject=subject, by=by, at=at, salt=salt, ring=ring, keys=keys, based_on=based_on)
    connection.execute(insert(entries), asdict(sealed))
    return sealed


def sealed_entries(connection: Connection, after: int = 0, until: int | None = None) -> Iterator[Sealed]:
    """The entries as stored, in order, after entry `after` up to and including `until`."""
    query = select(entries).order_by(entries.c.seq).limit(_TOGETHER)
    if until is not None:
        query = query.where(entries.c.seq <= until)
    while rows := connection.execute(query.where(entries.c.seq > after)).all():
        yield from (Sealed(**row._mapping) for row in rows)
        after = rows[-1].seq


def sealed_entry(connection: Connection, seq: int) -> Sealed | None:
    """One entry as stored."""
    row = connection.execute(select(entries).where(entries.c.seq == seq)).first()
    return Sealed(**row._mapping) if row else None


def body_of(connection: Connection, sealed: Sealed) -> Action | None:
    """The body of an entry; None once erased, DamagedCase when it cannot be read."""
    ring = ring_of(connection)
    ring.fetch(connection, [sealed.keys])
    return sealed.opened(ring).body


def known_at(connection: Connection, moment: dt.datetime) -> int:
    """Seq of the last entry known at a moment: the one before the first that was made later.

    Clocks of different people differ; an entry dated earlier than its predecessor counts as made after it.
    """
    later = connection.scalar(select(func.min(entries.c.seq)).where(entries.c.at > utc(moment)))
    return head(connection)[0] if later is None else int(later) - 1


def place(seq: int) -> str:
    """Where the body of an entry is sealed to."""
    return f"entries {seq}"


def _author(by: str) -> str:
    if not by.strip() or not by.isprintable():
        raise BadArgument("every entry names who made it", repr(by), "Give a name of printable characters.")
    return by


def _faithful(body: Action) -> bytes:
    """The body as bytes, provided that they say the same when they are read again (a NaN would not)."""
    try:
        written = canonical(body)
        again = canonical(decoded(body.name, body.v, written))
    except Exception as error:
        raise BadArgument("what is logged can be read again", f"{body.name}: {error}", "Check its values.") from error
    if again != written:
        raise BadArgument("what is logged reads back as it was written", body.name, "Check the types of its values.")
    return written
