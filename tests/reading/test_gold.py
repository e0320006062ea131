"""The ten annotated passages: what must hold of the annotation, before it may measure anything."""

from typing import Any

import pytest

from goodoffices.reading.scoring.names import listed
from tests.reading.gold import HALVES, LISTS, SHARED, Passage, passages, words

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the annotated texts are not beside the repository")


@pytest.mark.parametrize("half", HALVES)
def test_a_half_is_one_document_of_each_genre(half: str) -> None:
    genres = [p.gold["genre"] for p in passages(half)]
    wanted = ["agency news in brief", "encyclopaedia", "monitoring report", "resolution", "speech"]
    assert sorted(genres) == wanted


@pytest.mark.parametrize("half", HALVES)
def test_every_quote_of_the_gold_stands_in_its_passage(half: str) -> None:
    for passage in passages(half):
        for item in _quoted(passage):
            assert item["quote"] in passage.text, (passage.name, item)


@pytest.mark.parametrize("half", HALVES)
def test_every_actor_that_the_gold_names_is_listed(half: str) -> None:
    for passage in passages(half):
        known = {actor["id"] for actor in passage.gold["actors"]}
        for item in _quoted(passage):
            for role in ("actor", "on_behalf_of", "by", "body", "giver", "receiver", "parties", "participants"):
                assert set(listed(item.get(role))) <= known, (passage.name, item)


def test_markup_and_entities_are_read_as_a_reader_sees_them() -> None:
    assert words('<p>Arland &amp; Bresia</p>\n<p><a id="1">met.') == "Arland & Bresia\nmet."


def _quoted(passage: Passage) -> list[dict[str, Any]]:
    return [item for key in LISTS for item in passage.gold.get(key, []) if "quote" in item]
