"""What is pasted and does not fit: the page says the rule, the value and the remedy, and keeps what was typed."""

import html
from typing import Any

import pytest

from goodoffices import Case
from tests.unfit import SOUND, UNFIT

from .conftest import Client, entered, sent

PATHS = {
    "formats": ("/formats", "typed"),
    "divide": ("/division", "typed"),
    "stability": ("/stability", "typed"),
    "forecast": ("/forecast", "typed"),
    "scores": ("/forecast/record", "record"),
}
"""Where a file of each verb is pasted, and the field it is pasted in."""


def _answer(client: Client, verb: str, text: str) -> Any:
    path, field = PATHS[verb]
    return sent(client, path, **{field: text})


SOME = (
    "quota above the total", "a key twice", "unequal points", "points of no number", "pairs in a circle",
    "a status quo that cannot be", "actor without stake", "question in brackets", "probability in per cent",
)  # fmt: skip
"""Of the files that the command line is asked, each in a process of its own."""


@pytest.mark.parametrize("what", SOME)
def test_a_page_refuses_what_does_not_fit_with_rule_value_and_remedy(empty: Case, what: str) -> None:
    one = UNFIT[what]
    answer = _answer(entered(empty), one.verb, one.text)
    assert answer.status_code == 400
    for part in (one.rule, one.value, one.remedy):
        assert part in html.unescape(answer.text)
    assert one.text[:200] in html.unescape(answer.text)


@pytest.mark.parametrize("verb", SOUND)
def test_a_page_answers_what_fits(empty: Case, verb: str) -> None:
    assert _answer(entered(empty), verb, SOUND[verb]).status_code in (200, 201)
