"""A dated, cited page of advice."""

from goodoffices.briefs.brief import Brief, Finding, Footnote, Item, Section, Side
from goodoffices.briefs.items import UNDATED, provision_item, term_item
from goodoffices.briefs.notes import Notes
from goodoffices.briefs.page import html

__all__ = [
    "UNDATED",
    "Brief",
    "Finding",
    "Footnote",
    "Item",
    "Notes",
    "Section",
    "Side",
    "html",
    "provision_item",
    "term_item",
]
