"""Reviewing at a real terminal: single keys, one proposal after another."""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

from goodoffices import Case
from tests.cli.conftest import NOTE

PATIENCE = 20.0  # seconds for the program to start and answer on a busy machine


class Terminal:
    """A program on a pseudo-terminal of its own."""

    def __init__(self, *words: str) -> None:
        self._child, self._handle = pty.fork()
        if self._child == 0:
            os.execv(sys.executable, [sys.executable, "-m", "goodoffices", *words])

    def until(self, words: str, patience: float = PATIENCE) -> str:
        """What it prints up to `words`; fails when they do not come."""
        seen, ends = "", time.monotonic() + patience
        while words not in seen and time.monotonic() < ends:
            if select.select([self._handle], [], [], 0.2)[0]:
                try:
                    seen += os.read(self._handle, 65536).decode(errors="replace")
                except OSError:  # the program has ended
                    break
        assert words in seen, seen
        return seen

    def press(self, key: str, answer: str) -> None:
        """Presses `key`, again while nothing answers: a key that comes before the program listens is lost."""
        for _ in range(int(PATIENCE)):
            os.write(self._handle, key.encode())
            try:
                self.until(answer, patience=1.0)
                return
            except AssertionError:
                continue
        raise AssertionError(f"no answer to {key!r}: {answer!r}")

    def ends(self, key: str) -> int:
        """Its exit code once `key` has ended it; fails when it goes on."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            os.write(self._handle, key.encode())
            time.sleep(0.5)
            child, status = os.waitpid(self._child, os.WNOHANG)
            if child:
                return os.waitstatus_to_exitcode(status)
        os.kill(self._child, signal.SIGKILL)
        raise AssertionError(f"{key!r} did not end it")


def test_proposals_are_reviewed_with_single_keys(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(NOTE, encoding="utf-8")
    with Case.new(tmp_path / "case") as case:
        case.add([note], by="a")
        case.read(by="a")
        waiting = len(case.proposals())
    terminal = Terminal("review", str(tmp_path / "case"), "--by", "An Analyst")
    terminal.until(f"1/{waiting}")
    terminal.press("a", "accepted")
    terminal.press("r", "rejected")
    terminal.press("u", f"2/{waiting}")
    assert terminal.ends("q") == 0
    with Case.open(tmp_path / "case") as case:
        states = [reviewed.state for reviewed in case.at().claims()]
        assert (states.count("accepted"), states.count("rejected")) == (1, 0)
        assert {entry.by for entry in case.at().entries() if entry.action.startswith("claim.")} == {"An Analyst"}


def test_a_verdict_the_record_refuses_is_told_not_counted_and_the_rest_goes_on(tmp_path: Path) -> None:
    kept, gone = tmp_path / "a.txt", tmp_path / "b.txt"
    kept.write_text(NOTE, encoding="utf-8")
    gone.write_text(f"Another copy.\n\n{NOTE}", encoding="utf-8")
    with Case.new(tmp_path / "case") as case:
        erased = case.add([gone, kept], by="a").documents[0].id
        case.read(by="a")
        queue = [reviewed.claim for reviewed in case.proposals()]
    assert queue[0].documents == queue[1].documents == (erased,)
    last = next(n for n, claim in enumerate(queue) if claim.documents != (erased,))
    terminal = Terminal("review", str(tmp_path / "case"), "--by", "An Analyst")
    terminal.until(f"1/{len(queue)}")
    terminal.press("a", f"2/{len(queue)}")
    with Case.open(tmp_path / "case") as case:
        case.review(undo=(queue[0].id,), by="An Analyst")
    terminal.press("u", "there is a judgement to take back")
    with Case.open(tmp_path / "case") as case:
        case.erase(erased, "asked for by its author", by="a")
    for position in range(1, last):
        terminal.press("a", f"{position + 2}/{len(queue)}")
    terminal.press("a", "accepted")
    assert terminal.ends("q") == 0
    with Case.open(tmp_path / "case") as case:
        assert [r.claim.id for r in case.at().claims() if r.state == "accepted"] == [queue[last].id]
