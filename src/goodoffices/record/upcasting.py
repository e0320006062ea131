"""Reads the bodies of log entries, those of older versions too: bytes in the log are never rewritten."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from goodoffices.errors import DamagedCase, GoodOfficesError
from goodoffices.record.actions import ACTIONS, Action

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]


def _for_all(form: dict[str, Any]) -> dict[str, Any]:
    """Before verdicts were each coder's own, the last one held whoever gave it."""
    return {**form, "for_all": True}


# (action, version) -> what makes a body of that version one of the next.
UPCASTERS: Mapping[tuple[str, int], Upcaster] = {
    ("claim.accepted", 1): _for_all,
    ("claim.rejected", 1): _for_all,
}

_DECODERS = {name: msgspec.json.Decoder(action) for name, action in ACTIONS.items()}


def decoded(action: str, v: int, body: bytes, upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS) -> Action:
    """The body of an entry in today's form; DamagedCase when this version of Good Offices cannot read it."""
    if action not in ACTIONS:
        raise DamagedCase("every action of the log is known", action, "Open the case with a newer Good Offices.")
    latest = ACTIONS[action].v
    try:
        if v == latest:
            return _DECODERS[action].decode(body)
        if v > latest:
            raise KeyError(f"the latest is {latest}")
        form = msgspec.json.decode(body)
        for version in range(v, latest):
            form = upcasters[action, version](form)
        return msgspec.convert(form, ACTIONS[action])
    except (msgspec.MsgspecError, GoodOfficesError, KeyError, UnicodeDecodeError) as error:
        found = f"{action} version {v}: {error}"
        remedy = "Open the case with a newer Good Offices, or verify it."
        raise DamagedCase("the body of an entry has a form this version knows", found, remedy) from error
