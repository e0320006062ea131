"""Letters without which a regular expression cannot match: sought first, all at once, they spare most searching."""

import importlib
from typing import Any

_PARSER: Any = importlib.import_module("re._parser")  # the standard library's; there is no public way to its result
_SHORTEST = 2  # letters; shorter needles lie everywhere, marks such as "?" do not


def needed(pattern: str) -> frozenset[str]:
    """Strings in small letters of which every match, case ignored, holds one; empty where none is sure."""
    return _of(list(_PARSER.parse(pattern)))


def _of(items: list[Any]) -> frozenset[str]:
    """Of the sets that a sequence needs the one whose shortest string is longest."""
    best: frozenset[str] = frozenset()
    run = ""
    for item in [*items, (None, None)]:
        name, value = str(item[0]), item[1]
        if name == "LITERAL":
            run += chr(value).lower()
            continue
        for found in (frozenset({run.strip()}), _inside(name, value)):
            if _rank(found) > _rank(best):
                best = found
        run = ""
    return best if _rank(best)[0] >= _SHORTEST else frozenset()


def _inside(name: str, value: Any) -> frozenset[str]:
    if name == "SUBPATTERN":
        return _of(list(value[3]))
    if name == "BRANCH":
        parts = [_of(list(branch)) for branch in value[1]]
        return frozenset().union(*parts) if all(parts) else frozenset()
    if name == "ASSERT" and value[0] > 0:
        return _of(list(value[1]))
    if name in ("MAX_REPEAT", "MIN_REPEAT") and value[0] > 0:
        return _of(list(value[2]))
    return frozenset()


def _rank(needles: frozenset[str]) -> tuple[int, int]:
    return (min(map(_weight, needles)), -len(needles)) if needles else (0, 0)


def _weight(needle: str) -> int:
    return len(needle) if needle.isalnum() or len(needle) != 1 else _SHORTEST
