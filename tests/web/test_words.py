"""Catalogues: navigation, states and all labels in every language; directions; places in messages."""

import re
from importlib import resources
from typing import get_args

import pytest

from goodoffices.tracking import State
from goodoffices.vocabulary.claim import ReviewState
from goodoffices.web.navigation import PAGES
from goodoffices.web.words import LANGUAGES, preferred, words

TEMPLATES = resources.files("goodoffices.web") / "templates"
SAID = re.compile(r"_\('((?:[^'\\]|\\.)*)'")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_navigation_states_and_labels_are_said_in_every_language(language: str) -> None:
    said = {message for page in TEMPLATES.iterdir() for message in SAID.findall(page.read_text(encoding="utf-8"))}
    states = set(get_args(State)) | (set(get_args(ReviewState)) - {"superseded"})
    missing = (said | states | {page.title for page in PAGES}) - set(words(language).messages)
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_message_keeps_its_places(language: str) -> None:
    for message, said in words(language).messages.items():
        assert set(re.findall(r"\{\w+\}", message)) == set(re.findall(r"\{\w+\}", said)), message


def test_arabic_and_hebrew_run_from_right_to_left() -> None:
    assert {code for code in LANGUAGES if words(code).direction == "rtl"} == {"ar", "he"}


@pytest.mark.parametrize(
    ("header", "language"),
    [("ar-EG,ar;q=0.9,en;q=0.8", "ar"), ("fr-CH", "fr"), ("de", "en"), ("", "en"), ("*", "en"), (";;,,", "en")],
)
def test_the_language_is_the_browsers_where_it_is_one_of_ours(header: str, language: str) -> None:
    assert preferred(header) == language
