"""Texts in other languages than English: who is named and when. A language is a folder data/<code>/, and at most one
module of forms here where names are declined or written together with small words.
"""

from goodoffices.reading.languages.mentions import Mentions, find
from goodoffices.reading.languages.tongue import codes

__all__ = ["Mentions", "codes", "find"]
