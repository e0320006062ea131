"""The tables of a case: the log and the blobs, which are the record, and the views, which are made from them.

Those of the record change by a revision in `migrations/` alone; those of the views are dropped and made anew whenever
their recipe is another. Text is ordered by its code points in every database.

Columns that may hold words of a document are sealed with the keys that `keys` names (see `keys`).

A view row holds from `since_seq` until just before `until_seq`, which is `STILL` while nothing has ended it.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnClause,
    Date,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    literal_column,
)
from sqlalchemy.types import TypeEngine

REVISION = "0003"  # of the tables of the record; a case of an older one is brought forward when it is opened
VIEWS = "views/7"  # recipe of the views; a case whose views another recipe made gets new ones when it is opened

STILL = 2**53  # later than any entry, and exact in every database and in JSON

metadata, views = MetaData(), MetaData()

_SEQ = BigInteger().with_variant(Integer(), "sqlite")
EMPTY: ColumnClause[str] = literal_column(
    "''"
)  # not a parameter: SQLite uses a partial index only where it sees the value


def _text(length: int = 0) -> TypeEngine[str]:
    if length:
        return String(length).with_variant(String(length, collation="C"), "postgresql")
    return Text().with_variant(Text(collation="C"), "postgresql")


versions = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

facts = Table(
    "facts",
    metadata,
    Column("name", _text(64), primary_key=True),
    Column("value", _text(), nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("seq", _SEQ, primary_key=True, autoincrement=False),
    Column("at", _text(32), nullable=False, index=True),
    Column("by", _text(), nullable=False),
    Column("action", _text(64), nullable=False),
    Column("subject", _text(), nullable=False, index=True),
    Column("based_on", _SEQ, nullable=True),
    Column("v", Integer, nullable=False),
    Column("keys", _text(), nullable=False),
    Column("body", LargeBinary, nullable=True),
    Column("digest", _text(64), nullable=False),
    Column("chain", _text(64), nullable=False),
)

blobs = Table(
    "blobs",
    metadata,
    Column("hash", _text(64), primary_key=True),
    Column("keys", _text(), nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
)

# document: whose key it is, "" for that of the case; lock: "" for a key that lies open, else what opens it.
keys = Table(
    "keys",
    metadata,
    Column("name", _text(32), primary_key=True),
    Column("document", _text(64), nullable=False, index=True),
    Column("lock", _text(), nullable=False),
    Column("key", LargeBinary, nullable=False),
)

entry_rows = Table(
    "entry_rows",
    views,
    Column("seq", _SEQ, primary_key=True, autoincrement=False),
    Column("subject", _text(), nullable=False, index=True),
    Column("judgement", Boolean(create_constraint=False), nullable=False),
    Column("until_seq", _SEQ, nullable=False),
    Column("compartments", _text(), nullable=False),
)

document_rows = Table(
    "document_rows",
    views,
    Column("document", _text(64), primary_key=True),
    Column("since_seq", _SEQ, primary_key=True, autoincrement=False),
    Column("until_seq", _SEQ, nullable=False),
    Column("added_seq", _SEQ, nullable=False),
    Column("blob", _text(64), nullable=False, index=True),
    Column("reading", _text(64), nullable=False),
    Column("read_seq", _SEQ, nullable=False),
    Column("read_by", _text(), nullable=False),
    Column("read_at", _text(32), nullable=False),
    Column("published_latest", Date, nullable=True),
    Column("compartments", _text(), nullable=False),
    Column("keys", _text(), nullable=False),
    Column("body", LargeBinary, nullable=False),
    # In order, with every column that a list or a count asks for; the body is read of those shown alone.
    Index(
        "document_order",
        "added_seq",
        "document",
        "since_seq",
        "until_seq",
        "published_latest",
        "compartments",
        "reading",
    ),
)

_FILTERED = ("until_seq", "since_seq", "compartments", "valid_earliest", "published_latest")

claim_rows = Table(
    "claim_rows",
    views,
    Column("claim", _text(128), primary_key=True),
    Column("since_seq", _SEQ, primary_key=True, autoincrement=False),
    Column("until_seq", _SEQ, nullable=False),
    Column("first_seq", _SEQ, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("version", _SEQ, nullable=False),
    Column("state", _text(16), nullable=False),
    Column("contested", Boolean(create_constraint=False), nullable=False),
    Column("by", _text(), nullable=False),
    Column("at", _text(32), nullable=False),
    Column("kind", _text(32), nullable=False),
    Column("document", _text(64), nullable=False),
    Column("others", _text(), nullable=False),
    Column("matter", _text(128), nullable=False),
    Column("valid_earliest", Date, nullable=True),
    Column("valid_latest", Date, nullable=True),
    Column("day", Date, nullable=True),
    Column("published_latest", Date, nullable=True),
    Column("published", LargeBinary, nullable=True),
    Column("compartments", _text(), nullable=False),
    Column("keys", _text(), nullable=False),
    Column("body", LargeBinary, nullable=False),
    # Each of these four holds every column that a filter looks at, so that it answers alone: how many there are, which
    # come first in the order of the record, which come first in the order of their days, which a document has.
    Index("claim_counts", "state", "kind", *_FILTERED, "day", "document", "first_seq", "ordinal", "claim"),
    Index("claim_order", "first_seq", "ordinal", "claim", "kind", "state", *_FILTERED),
    Index("claim_days", "kind", "day", "first_seq", "ordinal", "claim", "state", *_FILTERED),
    Index("claim_documents", "document", "state", "kind", *_FILTERED),
    Index("claim_matters", "matter", "until_seq"),
)

# Few claims quote several documents, and those may quote many: an index of the names themselves could grow too wide.
_several = claim_rows.c.others > EMPTY
Index("claim_others", claim_rows.c.claim, sqlite_where=_several, postgresql_where=_several)

link_rows = Table(
    "link_rows",
    views,
    Column("since_seq", _SEQ, primary_key=True, autoincrement=False),
    Column("claim", _text(128), primary_key=True),
    Column("other", _text(128), primary_key=True),
    Column("until_seq", _SEQ, nullable=False),
    Column("relation", _text(16), nullable=False),
    Column("first", _text(128), nullable=False),
    Index("link_claims", "claim", "until_seq"),
)

ruling_rows = Table(
    "ruling_rows",
    views,
    Column("since_seq", _SEQ, primary_key=True, autoincrement=False),
    Column("until_seq", _SEQ, nullable=False),
    Column("subject", _text(), nullable=False),
    Column("follows", _text(128), nullable=False),
    Column("attribute", _text(64), nullable=False),
    Column("reason", LargeBinary, nullable=False),
    Column("by", _text(), nullable=False),
    Column("saw", LargeBinary, nullable=False),
    Column("compartments", _text(), nullable=False),
    Column("keys", _text(), nullable=False),
)

anchor_rows = Table(
    "anchor_rows",
    views,
    Column("since_seq", _SEQ, primary_key=True, autoincrement=False),
    Column("until_seq", _SEQ, nullable=False),
    Column("claim", _text(128), nullable=False),
    Column("by", _text(), nullable=False),
    Column("compartments", _text(), nullable=False),
    Column("keys", _text(), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

verdict_rows = Table(
    "verdict_rows",
    views,
    Column("since_seq", _SEQ, primary_key=True, autoincrement=False),
    Column("until_seq", _SEQ, nullable=False),
    Column("claim", _text(128), nullable=False),
    Column("coder", _text(), nullable=False),
    Column("at", _text(32), nullable=False),
    Column("finding", _text(16), nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("before", LargeBinary, nullable=False),
    Column("rule", _text(), nullable=False),
    Column("for_all", Boolean(create_constraint=False), nullable=False),
    Column("in_bulk", Boolean(create_constraint=False), nullable=False),
    Column("settles", Boolean(create_constraint=False), nullable=False),
    Column("reason", LargeBinary, nullable=False),
    Column("keys", _text(), nullable=False),
    Index("verdict_claims", "claim", "until_seq"),
)

compartment_rows = Table(
    "compartment_rows",
    views,
    Column("compartments", _text(), primary_key=True),
)

RECORD_TABLES = tuple(t for t in metadata.sorted_tables if t not in (facts, versions))
VIEW_TABLES = tuple(views.sorted_tables)
