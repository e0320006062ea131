"""The vectors of words are spaCy's own."""

from typing import Any

import numpy as np
import pytest

from goodoffices.reading import parser, vectors

SAID = (
    "The Trio reaffirms its commitment to support the joint commission and looks forward to the talks.",
    "",
    "No.",
    "Sylvania, which had rejected two drafts, said on Friday that it would not sign unless the guns fell silent.",
    "On 4 July 2019, troops that were loyal to the council crossed the river, killing at least 14 people; others fled.",
)


@pytest.fixture
def pipe() -> Any:
    return parser._model().get_pipe("tok2vec")


def made(*said: str) -> list[Any]:
    return [parser._model().make_doc(s) for s in said]


def test_vectors_are_those_of_spacy_met_first_and_met_again(pipe: Any) -> None:
    ours, docs = vectors.Vectors(pipe), made(*SAID)
    expected = pipe.predict(docs)
    for _ in range(2):
        for got, wanted in zip(ours.predict(docs), expected, strict=True):
            assert got.shape == wanted.shape
            np.testing.assert_allclose(got, wanted, atol=1e-5)
    assert max(float(np.abs(e).max()) for e in expected if e.size) > 1  # against which 1e-5 is little


def test_vectors_do_not_depend_on_what_was_read_before(pipe: Any) -> None:
    alone, later = vectors.Vectors(pipe), vectors.Vectors(pipe)
    for number in range(70):  # words met at other places of a block
        later.predict(made(f"{number} of the guns fell silent. " * (number % 3 + 1)))
    for said in SAID:
        (got,), (wanted,) = later.predict(made(said)), alone.predict(made(said))
        assert got.tobytes() == wanted.tobytes()


def test_more_words_than_are_kept_begin_anew(pipe: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "KEPT", 8)
    ours = vectors.Vectors(pipe)
    for said in SAID:
        docs = made(said)
        np.testing.assert_allclose(ours.predict(docs)[0], pipe.predict(docs)[0], atol=1e-5)


def test_another_build_keeps_its_own_way(pipe: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(vectors.giver(pipe), vectors.Vectors)
    window = next(part for part in pipe.model.walk() if part.name == "expand_window")
    monkeypatch.setitem(window.attrs, "window_size", 2)
    assert vectors.giver(pipe) is pipe
    assert vectors.giver(parser._model().get_pipe("tagger")) is parser._model().get_pipe("tagger")


def test_reading_takes_these_vectors() -> None:
    assert isinstance(parser._stages()[0][1].__self__, vectors.Vectors)  # type: ignore[attr-defined]
