"""The first tables of the record: facts, entries, blobs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
GUARDS = {
    "sqlite": (
        """CREATE TRIGGER entries_stay BEFORE DELETE ON entries
           BEGIN SELECT RAISE(ABORT, 'entries of the log are never deleted'); END""",
        """CREATE TRIGGER entries_hold BEFORE UPDATE ON entries
           WHEN NOT (NEW.body IS NULL AND NEW.salt IS NULL
                     AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.by = OLD.by AND NEW.action = OLD.action
                     AND NEW.subject = OLD.subject AND NEW.based_on IS OLD.based_on AND NEW.v = OLD.v
                     AND NEW.digest = OLD.digest AND NEW.chain = OLD.chain)
           BEGIN SELECT RAISE(ABORT, 'entries of the log are never changed'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION entries_kept() RETURNS trigger LANGUAGE plpgsql AS $$
           BEGIN
             IF TG_OP = 'UPDATE' AND NEW.body IS NULL AND NEW.salt IS NULL
                AND ROW(NEW.seq, NEW.at, NEW."by", NEW.action, NEW.subject, NEW.based_on, NEW.v, NEW.digest, NEW.chain)
                IS NOT DISTINCT FROM
                ROW(OLD.seq, OLD.at, OLD."by", OLD.action, OLD.subject, OLD.based_on, OLD.v, OLD.digest, OLD.chain)
             THEN RETURN NEW; END IF;
             RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
               MESSAGE = 'entries of the log are never ' || CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END;
           END $$""",
        """CREATE TRIGGER entries_hold BEFORE UPDATE OR DELETE ON entries
           FOR EACH ROW EXECUTE FUNCTION entries_kept()""",
        """CREATE TRIGGER entries_stay BEFORE TRUNCATE ON entries
           FOR EACH STATEMENT EXECUTE FUNCTION entries_kept()""",
    ),
}


def text(length: int) -> sa.types.TypeEngine[str]:
    """Short text."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Makes them, in an empty case."""
    op.create_table(
        "facts",
        sa.Column("name", text(64), primary_key=True),
        sa.Column("value", WORDS, nullable=False),
    )
    op.create_table(
        "entries",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=False),
        sa.Column("at", text(32), nullable=False),
        sa.Column("by", WORDS, nullable=False),
        sa.Column("action", text(64), nullable=False),
        sa.Column("subject", WORDS, nullable=False),
        sa.Column("based_on", SEQ, nullable=True),
        sa.Column("v", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=True),
        sa.Column("salt", sa.LargeBinary, nullable=True),
        sa.Column("digest", text(64), nullable=False),
        sa.Column("chain", text(64), nullable=False),
    )
    op.create_index("ix_entries_at", "entries", ["at"])
    op.create_index("ix_entries_subject", "entries", ["subject"])
    op.create_table(
        "blobs",
        sa.Column("hash", text(64), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    for guard in GUARDS[op.get_bind().dialect.name]:
        op.execute(guard)
