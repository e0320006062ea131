"""Bodies of older versions are read in today's form."""

import pytest

from goodoffices.errors import DamagedCase
from goodoffices.record.actions import ACTIONS, EntryUndone
from goodoffices.record.upcasting import decoded


def test_a_body_of_an_old_version_is_brought_up_step_by_step() -> None:
    steps = {
        ("entry.undone", -1): lambda form: {"entry": form["number"]},
        ("entry.undone", 0): lambda form: {"undoes": form["entry"]},
    }
    for v, body in ((-1, b'{"number":7}'), (0, b'{"entry":7}'), (1, b'{"undoes":7}')):
        assert decoded("entry.undone", v, body, steps) == EntryUndone(undoes=7)


def test_an_unknown_action_version_or_form_is_told_as_such() -> None:
    for action, v, body in (
        ("entry.forged", 1, b"{}"),
        ("entry.undone", 2, b'{"undoes":7}'),
        ("entry.undone", 0, b'{"entry":7}'),
        ("entry.undone", 1, b'{"undoes":"seven"}'),
        ("entry.undone", 1, b"\xff"),
    ):
        with pytest.raises(DamagedCase, match="know"):
            decoded(action, v, body)


def test_every_action_is_listed_under_the_name_it_bears() -> None:
    assert {name: action.name for name, action in ACTIONS.items()} == {name: name for name in ACTIONS}


def test_a_verdict_of_version_1_took_the_place_of_what_was_found_before() -> None:
    body = b'{"claim":{"id":"c","content":{"kind":"meeting"}}}'
    for action in ("claim.accepted", "claim.rejected"):
        assert decoded(action, 1, body).for_all  # type: ignore[attr-defined]
        assert not decoded(action, 2, body).for_all  # type: ignore[attr-defined]
