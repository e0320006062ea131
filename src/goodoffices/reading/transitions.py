"""The steps of the parser, taken while the interpreter's lock is held.

spaCy lets go of that lock for the whole of a parse and then takes it back at every sum of a row, sixteen times a word:
more than half of its time. Here its own parts are called one by one instead; docs/decisions/0022-lock.md.
"""

from collections.abc import Sequence
from typing import Any


def predict(parser: Any, docs: Sequence[Any]) -> list[Any]:
    """The final states of spaCy's `parser` for `docs`, as its own `predict` gives them, for its `set_annotations`.

    A parser that is built otherwise than the small models of version 3 goes its own way.
    """
    if not any(map(len, docs)) or not is_known(parser):
        return list(parser.predict(docs))
    scoring = parser.model.get_ref("upper")
    weights, bias = scoring.get_param("W").T, scoring.get_param("b")
    states = parser.moves.init_batch(docs)
    model = parser.model.predict(docs)
    features, hidden, step = model.get_token_ids, model.state2vec.predict, parser.transition_states
    going = [state for state in states if not state.is_final()]
    while going:
        scores = hidden(features(going)) @ weights
        scores += bias
        going = step(going, scores)
    return list(states)


def is_known(parser: Any) -> bool:
    """Whether it takes the best step at a time, scores by one linear layer, and was shown every kind of step."""
    model = parser.model
    return bool(
        parser.cfg.get("beam_width") == 1
        and model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and model.get_ref("upper").name == "linear"
    )
