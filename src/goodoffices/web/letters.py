"""The letters of the pages: IBM Plex from its wheels, read where they lie."""

import functools
from pathlib import Path

import fontpkg

# What a page asks for, and the family and weight of it. Plex Sans holds all its weights in one file.
_FILES = {
    "plex-sans.ttf": ("ibm-plex-sans", 400),
    "plex-sans-arabic.ttf": ("ibm-plex-sans-arabic", 400),
    "plex-sans-arabic-medium.ttf": ("ibm-plex-sans-arabic", 500),
    "plex-sans-arabic-semibold.ttf": ("ibm-plex-sans-arabic", 600),
}
NAMES = frozenset(_FILES)


@functools.cache
def letters(name: str) -> bytes:
    """The file of letters of that name, TrueType. KeyError when it is none of `NAMES`."""
    family, weight = _FILES[name]
    return Path(fontpkg.path(family, weight)).read_bytes()
