"""The steps of the parser lead where spaCy's own loop leads."""

from typing import Any

import pytest

from goodoffices.reading import parser, transitions

SAID = (
    "The Trio reaffirms its commitment to support the joint commission and looks forward to the talks.",
    "",
    "Sylvania, which had rejected two drafts, said on Friday that it would not sign unless the guns fell silent.",
    "No.",
    "On 4 July 2019, troops that were loyal to the council crossed the river, killing at least 14 people; others fled.",
)


@pytest.fixture
def docs() -> list[Any]:
    model = parser._model()
    made = [model.make_doc(said) for said in SAID]
    tokens = model.get_pipe("tok2vec")
    tokens.set_annotations(made, tokens.predict(made))
    return made


def told(pipe: Any, docs: list[Any], states: list[Any]) -> list[list[list[int]]]:
    pipe.set_annotations(docs, states)
    return [doc.to_array(["HEAD", "DEP", "SENT_START"]).tolist() for doc in docs]


def test_the_steps_give_the_heads_and_relations_of_spacys_own_loop(docs: list[Any]) -> None:
    pipe = parser._model().get_pipe("parser")
    assert transitions.is_known(pipe)
    ours = told(pipe, docs, transitions.predict(pipe, docs))
    assert ours == told(pipe, docs, pipe.predict(docs))
    assert all(any(head for head, _, _ in doc) for doc in ours[2:])  # and there are heads to compare


def test_nothing_to_parse_has_no_steps() -> None:
    model = parser._model()
    pipe = model.get_pipe("parser")
    assert transitions.predict(pipe, []) == []
    assert len(transitions.predict(pipe, [model.make_doc("")])) == 1


def test_a_parser_of_another_build_goes_its_own_way(docs: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = parser._model().get_pipe("parser")
    usual = told(pipe, docs, pipe.predict(docs))
    monkeypatch.setitem(pipe.model.attrs, "unseen_classes", {0})
    assert not transitions.is_known(pipe)
    masked = told(pipe, docs, transitions.predict(pipe, docs))
    assert masked == told(pipe, docs, pipe.predict(docs)) != usual
