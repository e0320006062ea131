"""How a batch tells how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called after each item with its name, how many are done, and how many there are."""


def silent(name: str, done: int, total: int) -> None:
    """Shows no progress."""
