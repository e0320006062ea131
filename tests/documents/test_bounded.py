"""Reading in processes of their own: what a file may take, and that it costs nothing but itself."""

import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial

import psutil
import pytest

from goodoffices.documents import Limits, bounded, extraction, extractions
from goodoffices.errors import BadDocument, NotFound
from tests.documents.printed import report

GOOD = b"The parties agreed that the truce holds."
SLOW = b"From: a\nMessage-ID: <1>\nMIME-Version: 1.0\n\n" + b"On x wrote:\n> y\nz\n" * 150_000  # seconds
HEAVY = b"<html><body>" + b"<p>The truce holds.</p>" * 200_000


def test_a_file_is_read_as_it_would_be_here() -> None:
    content = report()[0]
    found = bounded.extract(content, "a.pdf")
    assert found.text() == extraction.extract(content, "a.pdf")
    assert 10e6 < found.memory < 200e6
    assert 0 < found.seconds < 20


def test_an_error_comes_back_with_rule_value_and_remedy() -> None:
    found = bounded.extract(b"\x89PNG\r\n\x1a\n\0\0", "a.png").found
    with pytest.raises(BadDocument) as here:
        extraction.extract(b"\x89PNG\r\n\x1a\n\0\0", "a.png")
    assert isinstance(found, BadDocument)
    assert (found.rule, found.value, found.remedy) == (here.value.rule, here.value.value, here.value.remedy)


def test_one_process_reads_file_after_file() -> None:
    bounded.extract(GOOD, "a.txt")
    before = {worker.pid for worker in bounded._idle}
    for n in range(5):
        bounded.extract(GOOD, f"{n}.txt")
    assert {worker.pid for worker in bounded._idle} == before


def test_a_file_that_takes_too_much_memory_is_refused_and_the_rest_goes_on() -> None:
    limits = Limits(max_memory=100_000_000)
    files = [("a.txt", GOOD), ("heavy.html", HEAVY), ("b.txt", GOOD)]
    one, heavy, other = extractions([(name, partial(bytes, content)) for name, content in files], limits=limits)
    assert isinstance(heavy[1].found, BadDocument)
    assert heavy[1].found.rule == "a file is read within 100 MB of memory"
    assert "--max-memory" in heavy[1].found.remedy
    assert one[1].text().content == other[1].text().content == GOOD.decode()


def test_a_file_that_takes_too_long_is_refused_and_the_rest_goes_on() -> None:
    begun = time.monotonic()
    found = bounded.extract(SLOW, "slow.eml", limits=Limits(max_seconds=0.1)).found
    assert time.monotonic() - begun < 30
    assert isinstance(found, BadDocument)
    assert found.rule == "a file is read in 0.1 seconds of computing"
    assert "--max-seconds" in found.remedy
    assert bounded.extract(GOOD, "a.txt").text().content == GOOD.decode()


def test_a_parser_that_crashes_costs_one_file() -> None:
    bounded.extract(GOOD, "a.txt")
    worker = bounded._idle[-1]
    crash = threading.Timer(0.3, os.kill, (worker.pid, signal.SIGSEGV))
    crash.start()
    found = bounded.extract(SLOW, "slow.eml").found
    crash.join()
    assert isinstance(found, BadDocument)
    assert (found.rule, found.value) == ("a file does not crash its parser", "slow.eml: ended with status -11")
    assert bounded.extract(GOOD, "a.txt").text().content == GOOD.decode()


def test_a_process_that_died_while_it_waited_costs_nothing() -> None:
    bounded.extract(GOOD, "a.txt")
    for worker in bounded._idle:
        os.kill(worker.pid, signal.SIGKILL)
    time.sleep(0.2)
    assert bounded.extract(GOOD, "a.txt").text().content == GOOD.decode()


def test_several_files_come_back_in_their_order() -> None:
    files = [(f"{n}.txt", partial(bytes, f"The {n}th truce holds.".encode() * (1 + 500 * (n % 3)))) for n in range(30)]
    found = [content.split(b" ")[1] for content, _ in extractions(files, limits=Limits(), at_once=3)]
    assert found == [f"{n}th".encode() for n in range(30)]


def test_an_error_of_loading_is_that_file_s() -> None:
    def missing() -> bytes:
        raise NotFound("a file can be read", "gone", "Check the name.")

    (_, gone), (content, read) = extractions([("a", missing), ("b.txt", lambda: GOOD)], limits=Limits())
    assert isinstance(gone.found, NotFound)
    assert (content, read.text().content) == (GOOD, GOOD.decode())


ALONE = """
import time
from goodoffices.documents import bounded
bounded.extract(b"The truce holds.", "a.txt")
print(bounded._idle[0].pid, flush=True)
time.sleep(60)
"""


def test_a_process_does_not_outlive_whom_it_works_for() -> None:
    with subprocess.Popen([sys.executable, "-c", ALONE], stdout=subprocess.PIPE, text=True) as master:
        assert master.stdout
        worker = psutil.Process(int(master.stdout.readline()))
        assert worker.is_running()
        master.kill()
    gone, _ = psutil.wait_procs([worker], timeout=10)
    assert gone or worker.status() == psutil.STATUS_ZOMBIE
