"""Work within a time and a memory, in a process that is ended when it takes more."""

import time

import pytest

from goodoffices.errors import BadArgument, BadScenario, Unfinished
from goodoffices.scale import within


def doubled(number: int) -> int:
    return 2 * number


def slow(seconds: float) -> None:
    time.sleep(seconds)


def large(many: int) -> int:
    return len(bytearray(many))


def wrong(kind: str) -> None:
    if kind == "ours":
        raise BadScenario("a cell is a number", object(), "Write one.")
    raise ZeroDivisionError(kind)


def test_an_answer_comes_back_from_the_other_process() -> None:
    assert within(60, "", doubled, 21) == 42


def test_what_takes_too_long_is_ended_and_says_what_to_do() -> None:
    begun = time.monotonic()
    with pytest.raises(BadArgument, match="in 1 seconds") as found:
        within(1, "Use the command line.", slow, 600)
    assert found.value.remedy == "Use the command line."
    assert time.monotonic() - begun < 60


def test_what_takes_too_much_memory_says_so() -> None:
    with pytest.raises(BadArgument, match="memory"):
        within(60, "", large, 8 * 2**30)


def test_an_error_of_ours_keeps_its_rule_value_and_remedy_and_a_fault_is_named() -> None:
    with pytest.raises(BadScenario, match="a cell is a number") as found:
        within(60, "", wrong, "ours")
    assert found.value.remedy == "Write one."
    with pytest.raises(Unfinished, match="ZeroDivisionError"):
        within(60, "", wrong, "theirs")
