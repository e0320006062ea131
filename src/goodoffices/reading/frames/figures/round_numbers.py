"""Numbers in the plural: "hundreds of people", "tens of thousands", "dozens": one of them at least."""

from goodoffices.reading.parser import Tree

_ROUND = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1_000_000}
_MANY = {"tens": 10, **_ROUND}


def roughly(tree: Tree) -> list[int]:
    """The words at which such numbers begin."""
    return [i for i in tree.among(_MANY) if rough(tree, i)]


def rough(tree: Tree, i: int) -> bool:
    """Whether such a number begins at the word."""
    return tree.low[i] in _ROUND or (tree.low[i] == "tens" and tree.low[i + 1 : i + 2] == ["of"])


def rounded(tree: Tree, i: int) -> tuple[float, int]:
    """The least that the words from `i` on may mean, and the last of them, an "of" before what is counted included."""
    value, last = float(_MANY[tree.low[i]]), i
    while tree.low[last + 1 : last + 2] == ["of"] and last + 2 < len(tree) and tree.low[last + 2] in _ROUND:
        last += 2
        value *= _ROUND[tree.low[last]]
    return value, last + 1 if tree.low[last + 1 : last + 2] == ["of"] else last
