"""The process that reads files for another: `python -P -m goodoffices.documents.worker`, one request after the other.

A request is four bytes of length and a Job; an answer the same with a Result. It ends when its input does, so that
none outlives whom it works for.
"""

import os
import resource
import signal
import struct
import sys
import time
from typing import BinaryIO

import msgspec

from goodoffices.documents.extraction import extract
from goodoffices.documents.limits import Limits
from goodoffices.errors import BadDocument, GoodOfficesError
from goodoffices.vocabulary.text import Text

LENGTH = struct.Struct("<Q")
_TIRED = 0.2  # share of the memory allowed that may stay taken before a new process goes on


class Job(msgspec.Struct, frozen=True):
    """A file to be read."""

    content: bytes
    name: str
    limits: Limits
    url: str = ""


class Result(msgspec.Struct, frozen=True):
    """What became of it: a text, or the rule, value and remedy of the refusal.

    memory: the most the process held meanwhile, in bytes, with its own 40 MB. full: memory ran out. last: the process
    ends after this answer.
    """

    text: Text | None
    refusal: tuple[str, str | None, str] | None
    seconds: float
    memory: int
    full: bool = False
    last: bool = False


def main() -> None:
    """Answers until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a parser prints must not get between the answers
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no paper of the office on the disk
    decoder, encoder = msgspec.msgpack.Decoder(Job), msgspec.msgpack.Encoder()
    while (request := framed(sys.stdin.buffer)) is not None:
        result = _answer(decoder.decode(request))
        del request
        written = encoder.encode(result)
        answers.write(LENGTH.pack(len(written)) + written)
        answers.flush()
        if result.last:
            return


def framed(stream: BinaryIO) -> bytes | None:
    """The next message, None at the end."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    return stream.read(length)


def _answer(job: Job) -> Result:
    _limit(job.limits)
    _forget_peak()
    begun = time.perf_counter()
    text: Text | None = None
    refusal: tuple[str, str | None, str] | None = None
    full = False
    try:
        text = extract(job.content, job.name, limits=job.limits, url=job.url)
    except MemoryError:
        full = True
    except GoodOfficesError as error:
        refusal = error.rule, None if error.value is None else str(error.value), error.remedy
    except Exception as error:  # a mistake of ours, or a parser's, on one file must not cost the batch
        fault = BadDocument(
            "every file is read or refused", f"{job.name}: {type(error).__name__}: {error}", "Report it; add a text."
        )
        refusal = fault.rule, str(fault.value), fault.remedy
    signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.perf_counter() - begun
    peak, held = _memory()
    return Result(text, refusal, seconds, peak, full, last=full or held > _TIRED * job.limits.max_memory)


def _limit(limits: Limits) -> None:
    """Bounds memory (what is written to, not what is reserved) and computing time, whose end ends the process."""
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (limits.max_memory, most))
    signal.setitimer(signal.ITIMER_PROF, limits.max_seconds)


def _forget_peak() -> None:
    try:
        with open("/proc/self/clear_refs", "w") as file:  # noqa: PTH123, a file of the kernel
            file.write("5")
    except OSError:
        pass  # elsewhere than on Linux the peak is that of all files so far


def _memory() -> tuple[int, int]:
    """Peak and present size in bytes."""
    try:
        with open("/proc/self/status") as file:  # noqa: PTH123
            lines = dict(line.split(":", 1) for line in file)
        return int(lines["VmHWM"].split()[0]) * 1024, int(lines["VmRSS"].split()[0]) * 1024
    except (OSError, KeyError, ValueError):
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        unit = 1 if sys.platform == "darwin" else 1024
        return most * unit, most * unit


if __name__ == "__main__":
    main()
