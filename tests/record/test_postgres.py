"""What is PostgreSQL's own: addresses, the driver that may be absent, the server that may be gone."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from goodoffices.errors import BadArgument, DamagedCase, NotWritten, Unreachable
from goodoffices.record import Record, verify
from goodoffices.record.store import Store, database_at
from tests.record.office import busy_day, by_hand, moment
from tests.servers import Server


@pytest.fixture
def address(server: Server) -> str:
    """Where a case may come to be."""
    return server.address()


@pytest.mark.parametrize(
    "wrong",
    [
        "postgresql://ann@server/office",
        "postgresql://ann@server/office?schema=",
        "postgresql://ann@server/office?schema=Lakes",
        "postgresql://ann@server/office?schema=pg_lakes",
        "postgresql://ann@server/office?schema=lakes;drop",
        "postgresql://ann@server/office?schema=" + "x" * 64,
        "postgresql://ann@server/office?schema=a&schema=b",
        "postgres://ann@server:port/office?schema=lakes",
    ],
)
def test_an_address_names_one_schema_in_plain_letters(wrong: str) -> None:
    with pytest.raises(BadArgument, match="For example postgresql://"):
        Record.open(wrong)


def test_a_password_opens_the_case_and_is_never_shown(address: str) -> None:
    secret = make_url(address).set(username="nobody", password="sesame").render_as_string(hide_password=False)
    store = Store(database_at(secret))
    assert "sesame" in store.address
    assert "sesame" not in store.database.shown
    with pytest.raises(Unreachable) as refused:
        Record.open(secret)
    assert "sesame" not in str(refused.value)
    assert '"nobody" does not exist' in str(refused.value)


def test_a_server_that_does_not_answer_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="See that it runs"):
        Record.open(f"postgresql://ann@/office?host={tmp_path}&schema=lakes")


def test_an_absent_driver_is_named_with_the_extra_that_brings_it() -> None:
    program = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from goodoffices.cli import main\n"
        "main(['status', 'postgresql://ann@server/office?schema=lakes'])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "extra [postgres]" in done.stderr
    assert "pip install 'goodoffices[postgres]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_case_in_a_directory_needs_no_driver(tmp_path: Path) -> None:
    program = (
        f"import sys; from goodoffices import Case; Case.new({str(tmp_path / 'c')!r}); print('psycopg' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_after_the_server_was_killed_the_same_record_goes_on(address: str, server: Server) -> None:
    with Record.create(address) as record:
        record.enter(by_hand("Doha"), by="Bea", at=moment())
        server.kill()
        record.enter(by_hand("Oslo"), by="Bea", at=moment())
        assert record.at().seq == 2
        assert verify(record).whole


def test_a_call_during_which_the_server_goes_away_says_so(address: str, server: Server) -> None:
    with Record.create(address) as record:
        with pytest.raises(Unreachable, match="look at the log before repeating"):
            _lose_the_server(record, server)
        assert record.at().seq == 0


def _lose_the_server(record: Record, server: Server) -> None:
    with record.store.writing() as connection:
        server.kill()
        connection.execute(text("SELECT 1"))


def test_the_log_cannot_be_emptied_at_once(address: str) -> None:
    with Record.create(address) as record:
        busy_day(record)
        with pytest.raises(DamagedCase, match="never deleted"), record.store.writing() as connection:
            connection.execute(text("TRUNCATE entries"))
        assert record.at().seq == 8


def test_every_commit_is_on_the_disk_before_it_is_acknowledged_whatever_the_account_prefers(address: str) -> None:
    hasty = make_url(address).update_query_dict({"options": "-csynchronous_commit=off"})
    with Record.create(hasty.render_as_string(hide_password=False)) as record, record.store.reading() as connection:
        assert connection.scalar(text("SHOW synchronous_commit")) == "on"


def test_what_may_only_be_read_refuses_to_be_written_with_the_reason(address: str) -> None:
    with Record.create(address) as record:
        with pytest.raises(NotWritten, match="name the one that writes"), record.store.reading() as connection:
            connection.execute(text("DELETE FROM facts"))
        assert verify(record).whole


def test_an_account_without_rights_is_refused_with_the_reason(address: str) -> None:
    with Record.create(address) as record, record.store.database.engine.begin() as connection:
        connection.execute(text("DO $$ BEGIN CREATE ROLE guest LOGIN; EXCEPTION WHEN duplicate_object THEN END $$"))
    guest = make_url(address).set(username="guest").render_as_string(hide_password=False)
    with pytest.raises(NotWritten, match="Ask who runs the server"):
        Record.open(guest)
    with pytest.raises(NotWritten, match="Ask who runs the server"):
        Record.create(guest.replace("schema=case_", "schema=other_"))


def test_a_schema_that_somebody_made_for_the_case_is_used(address: str) -> None:
    database = database_at(address)
    with database.engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {database.name}"))
    database.engine.dispose()
    with Record.create(address) as record:
        busy_day(record)
        assert verify(record).whole


def test_cases_of_one_database_do_not_see_each_other(server: Server) -> None:
    with Record.create(server.address()) as one, Record.create(server.address()) as other:
        busy_day(one)
        assert (one.at().seq, other.at().seq) == (8, 0)
        with one.store.writing():
            other.enter(by_hand("Doha"), by="Bea", at=moment())


def test_what_is_derived_lies_among_the_caches_under_a_name_without_secrets(
    address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with_password = make_url(address).set(password="sesame").render_as_string(hide_password=False)
    paths = {database_at(name).path for name in (address, with_password)}
    assert len(paths) == 1
    assert paths.pop().parent == tmp_path / "goodoffices"
