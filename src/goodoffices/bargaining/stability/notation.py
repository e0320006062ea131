"""Conflicts as YAML: one readable file, with the version of its notation in its first line."""

from collections.abc import Mapping
from fractions import Fraction

from goodoffices.bargaining.scenario import Party
from goodoffices.bargaining.stability.conflict import BOTH, DIRECTIONS, Conflict, Option
from goodoffices.bargaining.stability.preferences import Preference
from goodoffices.bargaining.stability.statements import WORDS, is_pattern
from goodoffices.bargaining.writing import distinct, listing, mapping, named, only, rational, read_parties, tree, truth
from goodoffices.errors import BadScenario

VERSION = "1"
"""The version of this notation; a file of a later one is refused."""

KEYS = frozenset(("conflict", "title", "author", "dated", "fictional", "note", "parties", "options", "infeasible"))
KEYS |= {"feasible", "states", "status_quo", "preferences", "coalitions"}


def read_conflict(text: str) -> Conflict:
    """The conflict written in `text`. Raises BadScenario naming the cell."""
    root = tree(text, "a conflict")
    if str(root.get("conflict")) != VERSION:
        raise BadScenario(f"the file starts with 'conflict: {VERSION}'", root.get("conflict"), "Add or convert it.")
    only(root, KEYS, "the file")
    parties = read_parties(root)
    options = tuple(_option(mapping(one, "options"), parties) for one in listing(root.get("options", []), "options"))
    distinct("options", [one.id for one in options])
    labels = tuple((name, str(said)) for name, said in mapping(root.get("states", {}), "states").items())
    for name, said in labels:
        _state(f"states.{name}", said, len(options))
    quo = dict(labels).get(str(root.get("status_quo", "")), str(root.get("status_quo", "")))
    if quo:
        _state("status_quo", quo, len(options), f"Or one of the names: {', '.join(dict(labels)) or 'none'}.")
    wants = mapping(root.get("preferences", {}), "preferences")
    only(wants, {one.id for one in parties}, "preferences")
    coalitions = tuple(
        tuple(str(one) for one in listing(group, "coalitions"))
        for group in listing(root.get("coalitions", []), "coalitions")
    )
    for group in coalitions:
        distinct("a coalition", group)
        if not group:
            raise BadScenario("a coalition has members", [], "Name parties, or leave it out.")
        for one in group:
            if one not in {party.id for party in parties}:
                raise BadScenario("a coalition is one of the parties", one, "Use their ids.")
    return Conflict(
        parties,
        options,
        tuple(_preference(one.id, mapping(wants.get(one.id, {}), f"preferences.{one.id}")) for one in parties),
        _words(root, "infeasible"),
        _words(root, "feasible"),
        labels,
        quo,
        coalitions,
        str(root.get("title", "")),
        str(root.get("author", "")),
        str(root.get("dated", "")),
        truth(root.get("fictional", "false"), "fictional"),
        str(root.get("note", "")),
    )


def _option(m: Mapping[str, object], parties: tuple[Party, ...]) -> Option:
    name = named(m, "id", "options")
    cell = f"options.{name}"
    only(m, {"id", "party", "moves", "says"}, cell)
    found = Option(name, named(m, "party", cell), str(m.get("moves", BOTH)), str(m.get("says", "")))
    if found.party not in {one.id for one in parties}:
        raise BadScenario(f"{cell}.party is one of the parties", found.party, "Use their ids.")
    if found.moves not in DIRECTIONS:
        raise BadScenario(f"{cell}.moves is one of {', '.join(DIRECTIONS)}", found.moves, "Leave it out for both.")
    if name in WORDS or any(letter in " ()\t" for letter in name) or set(name) <= set("YN-"):
        raise BadScenario(f"{cell}: an option's id is one word that statements can use", name, "Write e.g. open_gate.")
    return found


def _preference(party: str, m: Mapping[str, object]) -> Preference:
    cell = f"preferences.{party}"
    only(m, {"ranking", "payoffs", "weights", "priorities", "pairs", "equal"}, cell)
    groups = []
    for one in listing(m.get("ranking", []), f"{cell}.ranking"):
        groups.append(tuple(str(name) for name in one) if isinstance(one, list) else (str(one),))
    return Preference(
        party,
        tuple(groups),
        _numbers(m, "payoffs", cell),
        _numbers(m, "weights", cell),
        tuple(str(one) for one in listing(m.get("priorities", []), f"{cell}.priorities")),
        _pairs(m, "pairs", cell),
        _pairs(m, "equal", cell),
    )


def _numbers(m: Mapping[str, object], key: str, cell: str) -> tuple[tuple[str, Fraction], ...]:
    said = mapping(m.get(key, {}), f"{cell}.{key}")
    return tuple((name, rational(number, f"{cell}.{key}.{name}")) for name, number in said.items())


def _pairs(m: Mapping[str, object], key: str, cell: str) -> tuple[tuple[str, str], ...]:
    found = []
    for one in listing(m.get(key, []), f"{cell}.{key}"):
        pair = listing(one, f"{cell}.{key}")
        if len(pair) != 2:
            raise BadScenario(f"{cell}.{key} is a list of pairs of states", pair, "Write [better, worse].")
        found.append((str(pair[0]), str(pair[1])))
    return tuple(found)


def _words(root: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(str(one) for one in listing(root.get(key, []), key))


def _state(cell: str, said: str, options: int, or_else: str = "") -> None:
    if not is_pattern(said, options) or "-" in said:
        remedy = f"Write e.g. {('YN' * options)[:options]}. {or_else}".strip()
        raise BadScenario(f"{cell} is a state: {options} letters, Y or N, one per option", said, remedy)
