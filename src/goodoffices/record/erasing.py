"""Erasing a document: its key, its bytes, text and readings, and the bodies of all entries that may hold words of it.

What quotes the document goes with it, also where it quotes others too, and so does what people made of such a claim:
verdicts, amendments, rulings. What was said before the document came in holds again, and a conflict whose ruling went
is open again. That claims are the same or different stays, as that holds no words.
"""

from sqlalchemy import Connection, delete, select, update

from goodoffices.errors import BadArgument
from goodoffices.record import actions, keys, schema
from goodoffices.record.log import Entry
from goodoffices.record.rows import compartments_in
from goodoffices.record.store import remember
from goodoffices.record.transaction import Transaction

_TOGETHER = 500


def erase(now: Transaction, document: str, reason: str) -> Entry:
    """Erases a document within a transaction; the views must be made anew after it, and the store scrubbed.

    Raises NotFound without such a document, BadArgument without a reason in words.
    """
    if not reason.strip() or "\0" in reason:
        raise BadArgument("an erasure gives its reason in words", document, "Say why.")
    row = now.document(document)
    seqs = _resting_on(now.connection, row.keys)
    compartments = tuple(sorted(compartments_in(row.compartments)))
    body = actions.DocumentErased(document=document, reason=reason, entries=seqs, compartments=compartments)
    entry = now.append(body, document)
    e, b = schema.entries.c, schema.blobs.c
    for start in range(0, len(seqs), _TOGETHER):
        some = seqs[start : start + _TOGETHER]
        now.connection.execute(update(schema.entries).where(e.seq.in_(some)).values(body=None))
    now.connection.execute(delete(schema.blobs).where(b["keys"] == row.keys))
    keys.of(now.connection).destroy(now.connection, row.keys)
    remember(now.connection, [schema.keys.name])
    return entry


def _resting_on(connection: Connection, key: str) -> tuple[int, ...]:
    e = schema.entries.c
    query = select(e.seq).where(e["keys"].contains(key), e.body.is_not(None)).order_by(e.seq)
    return tuple(connection.scalars(query))
