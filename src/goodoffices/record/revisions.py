"""Which revision the tables of a case have, and how those of an older one are brought forward.

The revisions lie in `migrations/versions`, run by Alembic; a case of the newest one is opened without importing it.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, select

from goodoffices.errors import BadArgument
from goodoffices.record import schema

_UNNUMBERED = {"1": "0001"}  # what cases said of themselves in `facts` before there were revisions


def revision(connection: Connection) -> str:
    """The revision of the tables; "" where nothing says it."""
    if inspect(connection).has_table(schema.versions.name):
        return connection.scalar(select(schema.versions.c.version_num)) or ""
    said = connection.scalar(select(schema.facts.c.value).where(schema.facts.c.name == "schema"))
    return _UNNUMBERED.get(said or "", said or "")


def known() -> tuple[str, ...]:
    """The revisions that this version of Good Offices knows, oldest first."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(_config())
    return tuple(reversed([script.revision for script in scripts.walk_revisions()]))


def bring_forward(connection: Connection, shown: str) -> None:
    """Makes the tables those of the newest revision; the caller holds the lock. BadArgument for an unknown one."""
    from alembic import command

    found = revision(connection)
    if found not in known():
        what = f"version {found or 'unknown'} of {shown}, known are {', '.join(known())}"
        remedy = "Open it with the version of Good Offices that made it, or with a newer one."
        raise BadArgument("a case has a form that this version knows", what, remedy)
    if not inspect(connection).has_table(schema.versions.name):
        command.stamp(_config(connection=connection), found)
    upgrade(connection)


def upgrade(connection: Connection) -> None:
    """Runs the revisions that the tables have not seen yet: all of them in an empty database."""
    from alembic import command

    command.upgrade(_config(connection=connection), "head")


def _config(**attributes: Any) -> Any:
    from alembic.config import Config

    config = Config(attributes=attributes)
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
