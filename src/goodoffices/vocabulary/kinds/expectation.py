"""A forecast made in a document, which can be scored later."""

from typing import ClassVar

from goodoffices.vocabulary.content import Content
from goodoffices.vocabulary.when import When


class Expectation(Content, frozen=True, tag="expectation"):
    """An expectation. what: is forecast, in a few words; by: when it should have come true."""

    label: ClassVar[str] = "Expectation"
    plural: ClassVar[str] = "Expectations"

    what: str = ""
    by: When | None = None
