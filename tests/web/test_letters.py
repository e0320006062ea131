"""The letters come with the program, and only those that a page needs."""

import pytest
from playwright.sync_api import Page

from goodoffices import Case
from goodoffices.web.letters import NAMES

from .conftest import entered
from .serving import Visit


def loaded(page: Page) -> set[str]:
    """The families whose letters the browser has fetched, once it has all that the page asked for."""
    return set(
        page.evaluate(
            "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded')"
            ".map(f => f.family.replaceAll('\"', '')))"
        )
    )


@pytest.mark.parametrize("name", sorted(NAMES))
def test_letters_are_served_as_truetype_to_anyone(sample: Case, name: str) -> None:
    answer = entered(sample).get(f"/static/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "font/ttf"
    assert answer.headers["cache-control"] == "public, max-age=86400"
    assert answer.content.startswith(b"\x00\x01\x00\x00")  # the mark of a TrueType file


def test_latin_pages_are_set_in_plex_sans_and_arabic_ones_in_plex_sans_arabic_too(sample: Case, visit: Visit) -> None:
    visitor = visit(sample)
    assert loaded(visitor.go("/commitments?as_of=2010-10-15")) == {"IBM Plex Sans"}
    visitor.page.context.set_extra_http_headers({"accept-language": "ar"})
    assert "IBM Plex Sans Arabic" in loaded(visitor.go("/commitments?as_of=2010-10-15"))
