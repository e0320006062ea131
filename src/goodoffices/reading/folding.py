"""Typographic characters folded onto plain ones, one for one, so that offsets stay."""

_FOLDS = {"\n": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "’": "'", "‘": "'", "–": "-", "‑": "-", "−": "-"}
_TABLE = str.maketrans(_FOLDS)


def folded(content: str) -> str:
    """`content` with straight apostrophes, plain hyphens and spaces for line ends; as long as before."""
    return content.translate(_TABLE)
