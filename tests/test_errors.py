"""Errors state the rule, the value and the remedy."""

from goodoffices.errors import BadArgument


def test_an_error_states_the_rule_the_value_and_the_remedy() -> None:
    error = BadArgument("a date is written YYYY-MM-DD", "soon", "Try 2010-03-19.")
    assert str(error) == "a date is written YYYY-MM-DD (found: soon). Try 2010-03-19."


def test_a_huge_value_cannot_flood_the_terminal() -> None:
    assert len(str(BadArgument("a name has at most 80 characters", "x" * 1_000_000))) < 200
