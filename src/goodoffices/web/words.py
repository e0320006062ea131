"""The words of the pages, in the languages there are catalogues for; English where a catalogue is silent."""

import functools
from collections.abc import Sequence
from importlib import resources
from typing import Literal

from babel import Locale, UnknownLocaleError, negotiate_locale
from babel.messages.pofile import read_po
from msgspec import Struct

_CATALOGUES = resources.files("goodoffices.web") / "locales"

LANGUAGES = ("en", "ar", "fr", "he", "ru")


class Words(Struct, frozen=True):
    """One language: its code, its own name, its direction, and what it says for each English message."""

    language: str
    name: str
    direction: Literal["ltr", "rtl"]
    messages: dict[str, str]

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language, with `values` in its {places}."""
        said = self.messages.get(message) or message
        return said.format(**values) if values else said


@functools.cache
def words(language: str) -> Words:
    """The words of a language of ours; those of English for any other."""
    code = language if language in LANGUAGES else "en"
    locale = Locale(code)
    messages: dict[str, str] = {}
    if code != "en":
        with (_CATALOGUES / f"{code}.po").open("rb") as file:
            messages = {str(m.id): str(m.string) for m in read_po(file, locale=locale) if m.id and m.string}
    direction: Literal["ltr", "rtl"] = "rtl" if locale.text_direction == "rtl" else "ltr"
    return Words(code, str(locale.get_display_name() or code), direction, messages)


def preferred(header: str) -> str:
    """The language that an Accept-Language header prefers of ours."""
    asked = [part.split(";")[0].strip().replace("-", "_") for part in header.split(",")]
    try:
        found: str | None = negotiate_locale([a for a in asked if a], list(LANGUAGES))
    except (ValueError, UnknownLocaleError):
        return "en"
    return found or "en"


def every() -> Sequence[Words]:
    """All languages, in the order of their codes, English first."""
    return tuple(words(code) for code in LANGUAGES)
