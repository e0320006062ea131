"""The tables of a case: the log and the blobs, which are the record, and the views, which are made from them.

A view row holds from `since_seq` until just before `until_seq`, which is `STILL` while nothing has ended it.
"""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = "1"  # of the tables of the log and the blobs; a case of another version is not opened
VIEWS = "views/1"  # recipe of the views; a case whose views another recipe made gets new ones when it is opened

STILL = 2**53  # later than any entry, and exact in every database and in JSON

metadata = MetaData()
_SEQ = BigInteger().with_variant(Integer(), "sqlite")

facts = Table(
    "facts",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("seq", _SEQ, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("action", String(64), nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("based_on", _SEQ, nullable=True),
    Column("v", Integer, nullable=False),
    Column("body", LargeBinary, nullable=True),
    Column("salt", LargeBinary, nullable=True),
    Column("digest", String(64), nullable=False),
    Column("chain", String(64), nullable=False),
)

blobs = Table(
    "blobs",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

entry_rows = Table(
    "entry_rows",
    metadata,
    Column("seq", _SEQ, primary_key=True, autoincrement=False),
    Column("subject", Text, nullable=False, index=True),
    Column("judgement", Boolean(create_constraint=False), nullable=False),
    Column("until_seq", _SEQ, nullable=False),
    Column("compartments", Text, nullable=False),
)

document_rows = Table(
    "document_rows",
    metadata,
    Column("document", String(64), primary_key=True),
    Column("since_seq", _SEQ, primary_key=True, autoincrement=False),
    Column("until_seq", _SEQ, nullable=False),
    Column("added_seq", _SEQ, nullable=False),
    Column("blob", String(64), nullable=False, index=True),
    Column("reading", String(64), nullable=False),
    Column("read_seq", _SEQ, nullable=False),
    Column("read_by", Text, nullable=False),
    Column("read_at", String(32), nullable=False),
    Column("published_latest", Date, nullable=True),
    Column("compartments", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

claim_rows = Table(
    "claim_rows",
    metadata,
    Column("claim", String(128), primary_key=True),
    Column("since_seq", _SEQ, primary_key=True, autoincrement=False),
    Column("until_seq", _SEQ, nullable=False),
    Column("first_seq", _SEQ, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("version", _SEQ, nullable=False),
    Column("state", String(16), nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("document", String(64), nullable=False),
    Column("others", Text, nullable=False),
    Column("matter", String(128), nullable=False),
    Column("matter_key", Text, nullable=True),
    Column("valid_earliest", Date, nullable=True),
    Column("valid_latest", Date, nullable=True),
    Column("published_latest", Date, nullable=True),
    Column("published", LargeBinary, nullable=True),
    Column("compartments", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    # Every column that a count looks at, so that it reads this index alone.
    Index(
        "claim_counts",
        "until_seq",
        "since_seq",
        "state",
        "kind",
        "compartments",
        "valid_earliest",
        "published_latest",
    ),
    Index("claim_documents", "document", "until_seq"),
    Index("claim_others", "others"),
    Index("claim_matters", "matter", "until_seq"),
    Index("claim_keys", "matter_key", "until_seq"),
)

link_rows = Table(
    "link_rows",
    metadata,
    Column("since_seq", _SEQ, primary_key=True, autoincrement=False),
    Column("claim", String(128), primary_key=True),
    Column("other", String(128), primary_key=True),
    Column("until_seq", _SEQ, nullable=False),
    Column("relation", String(16), nullable=False),
    Column("first", String(128), nullable=False),
    Index("link_claims", "claim", "until_seq"),
)

ruling_rows = Table(
    "ruling_rows",
    metadata,
    Column("since_seq", _SEQ, primary_key=True, autoincrement=False),
    Column("until_seq", _SEQ, nullable=False),
    Column("subject", Text, nullable=False),
    Column("follows", String(128), nullable=False),
    Column("attribute", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("saw", LargeBinary, nullable=False),
    Column("compartments", Text, nullable=False),
)

compartment_rows = Table(
    "compartment_rows",
    metadata,
    Column("compartments", Text, primary_key=True),
)

VIEW_TABLES = (entry_rows, document_rows, claim_rows, link_rows, ruling_rows, compartment_rows)
