"""What people write in the files of this room: YAML as text, lists and mappings, each cell named when it is wrong.

Every scalar is read as text and turned into numbers later, so that an option named `no` stays "no".
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import cast

import yaml

from goodoffices.bargaining.amounts import exactly
from goodoffices.bargaining.scenario import Party
from goodoffices.errors import BadScenario

DEEPEST = 50
"""Levels of a file: it is read by a call within a call."""


class _Text(yaml.BaseLoader):
    """Everything is text, a list or a mapping; a key that stands twice is an error, not the last one wins."""


def _mapping(loader: _Text, node: yaml.MappingNode) -> dict[str, object]:
    found: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        if key in found:
            raise BadScenario("a key stands once in its mapping", key, f"Line {key_node.start_mark.line + 1}.")
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Text.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def tree(text: str, what: str) -> Mapping[str, object]:
    """The mapping written in `text`; `what` it is (`a scenario`) is named in errors. Raises BadScenario."""
    try:
        _plain(text, what)
        found = yaml.load(text, Loader=_Text)
    except yaml.YAMLError as error:
        raise BadScenario(f"{what} is a YAML file", " ".join(str(error).split()), "Check the line it names.") from None
    return mapping(found, "the file")


def _plain(text: str, what: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Text):
        if isinstance(event, yaml.AliasEvent):
            raise BadScenario(f"{what} is written without YAML aliases", "*", "Write the values out.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise BadScenario(f"{what} has at most {DEEPEST} brackets in one another", depth, "Close them.")


def mapping(tree: object, cell: str) -> Mapping[str, object]:
    """A mapping; nothing written is an empty one."""
    if tree == "":
        return {}
    if not isinstance(tree, dict):
        raise BadScenario(f"{cell} is a mapping", tree, "Write name: value lines.")
    return cast("Mapping[str, object]", tree)


def listing(tree: object, cell: str) -> list[object]:
    """A list; nothing written is an empty one."""
    if tree == "":
        return []
    if not isinstance(tree, list):
        raise BadScenario(f"{cell} is a list", tree, "Write it with dashes or in square brackets.")
    return tree


def named(m: Mapping[str, object], key: str, cell: str) -> str:
    """The words an entry must have under `key`."""
    if not isinstance(m.get(key), str) or not m[key]:
        raise BadScenario(f"each entry of {cell} has '{key}'", m.get(key), f"Add '{key}:'.")
    return str(m[key])


def truth(tree: object, cell: str) -> bool:
    """True or false, yes or no."""
    if str(tree).lower() not in ("true", "false", "yes", "no"):
        raise BadScenario(f"{cell} is true or false", tree, "Write true or false.")
    return str(tree).lower() in ("true", "yes")


def only(m: Mapping[str, object], known: frozenset[str] | set[str], cell: str) -> None:
    """Every key is one that is understood."""
    for key in m:
        if key not in known:
            raise BadScenario(
                f"{cell} has only known entries", key, f"Known: {', '.join(sorted(known)[:14]) or 'none'}."
            )


def rational(tree: object, cell: str) -> Fraction:
    """An exact number: 12, 12.5, or a fraction like 2/15."""
    try:
        return exactly(tree)
    except ValueError:
        raise BadScenario(f"{cell} is a number", tree, "Write e.g. 12.5 or 2/15.") from None


def read_parties(root: Mapping[str, object]) -> tuple[Party, ...]:
    """The parties of a file, each with an id that stands once."""
    entries = (mapping(one, "parties") for one in listing(root.get("parties", []), "parties"))
    found = tuple(Party(named(m, "id", "parties"), str(m.get("name", ""))) for m in entries)
    distinct("parties", [one.id for one in found])
    return found


def distinct(cell: str, names: Sequence[str]) -> None:
    """Each name stands once."""
    for name in names:
        if names.count(name) > 1:
            raise BadScenario(f"{cell}: each name stands once", name, "Rename or remove one of them.")
