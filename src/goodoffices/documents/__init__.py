"""A file -> `Text`: its characters, which of them are the document itself, and what it says of itself."""

from goodoffices.documents.bounded import Extraction, extractions
from goodoffices.documents.extraction import RECIPES, extract
from goodoffices.documents.limits import Limits

__all__ = ["RECIPES", "Extraction", "Limits", "extract", "extractions"]
