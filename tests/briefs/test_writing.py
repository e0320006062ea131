"""Which form a brief is written in."""

import pytest

from goodoffices.briefs.writing import FORMS, form_of, written
from goodoffices.errors import BadArgument

from .sample import sample

BEGINS = {"html": b"<!doctype html>", "pdf": b"%PDF-", "docx": b"PK\x03\x04"}


@pytest.mark.parametrize("form", FORMS)
def test_the_ending_of_the_name_says_the_form(form: str) -> None:
    assert form_of(f"briefs/Lakes.{form.upper()}") == form
    assert written(sample(), form).startswith(BEGINS[form])


def test_another_ending_is_refused_with_the_endings_there_are() -> None:
    with pytest.raises(BadArgument, match=r"\.html, \.pdf, \.docx"):
        form_of("brief.odt")
