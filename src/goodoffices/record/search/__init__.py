"""Searching the texts of a case: passages by their words, within what a snapshot shows, quoted from the record."""

from goodoffices.record.search.finding import Finder, Found, Hit
from goodoffices.record.search.index import Index
from goodoffices.record.search.query import parse

__all__ = ["Finder", "Found", "Hit", "Index", "parse"]
