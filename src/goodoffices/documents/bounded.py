"""Reading files in processes of their own, with bounds on time and memory: a bomb, a hang or a crash costs one file.

A process is started once and reads one file after the other, for its start takes 0.15 s and a page 5 ms. It is ended
when it exceeds its time, and another one goes on.
"""

import atexit
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import msgspec

from goodoffices.documents.limits import Limits
from goodoffices.documents.worker import LENGTH, Job, Result
from goodoffices.errors import BadDocument, GoodOfficesError, clipped
from goodoffices.vocabulary.text import Text

_MOST_IDLE = 4
_TAKEN = 0.4  # share of the memory a file may take, from which a process that held it before is not used for it
_PATIENCE = 4  # times the computing time that may pass on a clock, for other work on the machine
_OVERTIME = -signal.SIGPROF
_STARVED = (-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL, -signal.SIGKILL)  # how parsers end without memory
_REMEDY = "Save it anew or as text, split it, or allow more with {option}."


class Extraction(msgspec.Struct, frozen=True):
    """What became of a file: its text or the error, the seconds that took, and the most memory held (bytes, 0 where
    the process ended before it could tell).
    """

    found: Text | GoodOfficesError
    seconds: float
    memory: int

    def text(self) -> Text:
        """The text, or raises the error."""
        if isinstance(self.found, GoodOfficesError):
            raise self.found
        return self.found


def extract(content: bytes, name: str, *, limits: Limits = Limits(), url: str = "") -> Extraction:  # noqa: B008, frozen
    """What the file `name` says, as `extraction.extract` finds it, within `limits`."""
    job = Job(content, name, limits, url)
    begun = time.perf_counter()
    worker = _taken(limits)
    result = worker.answer(job)
    if result is not None and not result.last:
        _put_back(worker)
    else:
        worker.end()
    seconds = time.perf_counter() - begun
    if result is None:
        return Extraction(worker.fault(name, limits, seconds), seconds, 0)
    if result.full:
        return Extraction(_too_much(name, limits), result.seconds, result.memory)
    found = result.text or BadDocument(*(result.refusal or ("a file has words", name, "")))
    return Extraction(found, result.seconds, result.memory)


def extractions(
    files: Iterable[tuple[str, Callable[[], bytes]]], *, limits: Limits, at_once: int = 0
) -> Iterator[tuple[bytes, Extraction]]:
    """The bytes and the extraction of each file, given by name and a function that loads it, in their order.

    Several are read at a time (0: as many as there are cores), and no more than that are held. An error of loading is
    that file's.
    """
    several = at_once or min(_cores(), _MOST_IDLE)

    def read(name: str, load: Callable[[], bytes]) -> tuple[bytes, Extraction]:
        try:
            content = load()
        except GoodOfficesError as error:
            return b"", Extraction(error, 0.0, 0)
        return content, extract(content, name, limits=limits)

    with ThreadPoolExecutor(several) as threads:
        waiting: deque[Future[tuple[bytes, Extraction]]] = deque()
        for name, load in files:
            waiting.append(threads.submit(read, name, load))
            if len(waiting) > several:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Worker:
    """A process that reads files (`worker`), seen from outside."""

    def __init__(self) -> None:
        # -P: what lies in the folder one works in is not taken for a module.
        command = [sys.executable, "-P", "-m", "goodoffices.documents.worker"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        self._late = False
        self._until = 0.0
        self.held = 0

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    def answer(self, job: Job) -> Result | None:
        """The result of a job; None when the process took too long or ended."""
        assert self._process.stdin is not None
        written = msgspec.msgpack.encode(job)
        deadline = time.monotonic() + _PATIENCE * job.limits.max_seconds + 10
        try:
            for part in (LENGTH.pack(len(written)), written):
                view = memoryview(part)
                while view:
                    view = view[self._process.stdin.write(view) :]
            self._until = deadline
            head = self._read(LENGTH.size)
            body = self._read(LENGTH.unpack(head)[0]) if head else None
        except OSError:
            return None
        if body is None:
            return None
        result = msgspec.msgpack.decode(body, type=Result)
        self.held = result.memory
        return result

    def _read(self, length: int) -> bytes | None:
        assert self._process.stdout is not None
        parts: list[bytes] = []
        while length:
            left = self._until - time.monotonic()
            ready, _, _ = select.select([self._process.stdout], [], [], max(0.0, left))
            if not ready:
                self._late = True
                return None
            part = self._process.stdout.read(min(length, 1 << 20))
            if not part:
                return None
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def fault(self, name: str, limits: Limits, seconds: float) -> BadDocument:
        """Why it gave no answer."""
        status = self._process.returncode
        if self._late or status == _OVERTIME:
            rule = f"a file is read in {limits.max_seconds:g} seconds of computing"
            return BadDocument(rule, f"{name}: stopped after {seconds:.0f}", _REMEDY.format(option="--max-seconds"))
        if status in (
            -6,
            -5,
            -4,
            -9,
        ):  # how parsers end that are refused memory: SIGABRT, SIGTRAP, SIGILL, the system's SIGKILL
            return _too_much(name, limits)
        return BadDocument(
            "a file does not crash its parser", f"{name}: ended with status {status}", "Save it anew or as text."
        )

    def end(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def _too_much(name: str, limits: Limits) -> BadDocument:
    rule = f"a file is read within {limits.max_memory / 1e6:,.0f} MB of memory"
    return BadDocument(rule, clipped(name), _REMEDY.format(option="--max-memory"))


_idle: list[Worker] = []
_lock = threading.Lock()


def _taken(limits: Limits) -> Worker:
    """A process that waits and has taken little of what this file may, or a new one."""
    with _lock:
        while _idle:
            worker = _idle.pop()
            if worker.alive and worker.held < _TAKEN * limits.max_memory:
                return worker
            worker.end()
    return Worker()


def _put_back(worker: Worker) -> None:
    with _lock:
        if len(_idle) < _MOST_IDLE:
            _idle.append(worker)
            return
    worker.end()


@atexit.register
def _end_all() -> None:
    while _idle:
        _idle.pop().end()


# A forked child must not talk into its parent's pipes.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_idle.clear)
