"""Good Offices: what was agreed, who owes what by when, who stands where, and what to advise today."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goodoffices.desk.case import Case

__version__ = "0.1.0"
__all__ = ["Case", "__version__"]


def __getattr__(name: str) -> Any:
    if name == "Case":  # imported on first use: the store and the parser's room take 0.3 s
        from goodoffices.desk.case import Case

        return Case
    raise AttributeError(f"module 'goodoffices' has no attribute {name!r}")
