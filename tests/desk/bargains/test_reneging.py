"""What if a party reneges, in one sentence: against what the states are worth, worked out by hand."""

from goodoffices.bargaining import read_scenario
from goodoffices.desk.bargains.stability import kept
from tests.bargaining.stability.test_reneging import FERRY

OPEN = {"ferry": "open", "toll": "paid"}


def test_two_who_would_gain_and_are_held_back_by_the_other() -> None:
    """60 each while kept, 100 for who reneges alone, 40 each when both have; whoever answers is better off by it."""
    assert kept(read_scenario(FERRY), OPEN).in_words == (
        "If a party reneges: arden (+40.0 points) and bresk (+40.0 points) would gain at once, but the others, "
        "bettering themselves, could undo that; so the package rests on each thinking of the answer."
    )


def test_nobody_gains_where_one_carries_out_what_it_wants() -> None:
    found = kept(read_scenario(FERRY), OPEN, carries={"ferry": "arden", "toll": "arden"})
    assert found.in_words.startswith("If a party reneges, it gains nothing by it")


def test_one_whom_no_answer_reaches_is_the_one_on_whose_word_it_rests() -> None:
    """With the toll alone to carry out, arden goes from 60 to 100 and bresk, with nothing to stop, cannot answer."""
    found = kept(read_scenario(FERRY), OPEN, carries={"ferry": "arden", "toll": "arden"}).gains
    assert found == {"arden": -20.0}
    only = kept(read_scenario(FERRY), {"ferry": "closed", "toll": "paid"})
    assert only.in_words == (
        "If a party reneges: arden (+40.0 points) would gain at once, and no answer of the others could undo that; so "
        "the package rests on the word of arden."
    )


def test_an_answer_at_a_cost_is_said_to_be_one() -> None:
    """Where bresk too likes the ferry and runs it, it can only answer the unpaid toll by stopping what it likes."""
    fond = FERRY.replace("ferry: {closed: 100, open: 0}", "ferry: {closed: 0, open: 100}")
    found = kept(read_scenario(fond), OPEN, carries={"ferry": "bresk", "toll": "arden"})
    assert found.in_words == (
        "If a party reneges: arden (+40.0 points) would gain at once, but the others could undo that at a cost to "
        "themselves; so the package rests on each thinking of the answer."
    )
