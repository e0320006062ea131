"""Wording: where a phrase or a draft was used before, what was changed, how it drifted, what became of it."""

from litestar import Response

from goodoffices.errors import BadArgument
from goodoffices.web import navigation
from goodoffices.web.forms import number
from goodoffices.web.routes import Framed, Given, shows
from goodoffices.wording.strands import strands

LONGEST = 4000  # characters of a draft, which stands in the address: browsers and servers take some 8,000


@shows("/wording", who="reader")
def wording(
    frame: Framed, draft: Given = "", document: Given = "", start: Given = "", end: Given = ""
) -> Response[str]:
    """The uses of a draft, or of words of a document; the form alone without either."""
    words = draft.strip()
    if document:
        words = frame.timeless.text(document).content[number(start) : number(end)].strip()
    if len(words) > LONGEST:
        raise BadArgument(f"a draft has at most {LONGEST:,} characters", f"{len(words):,}", "Seek by paragraph.")
    found = frame.case.wording(words, frame.snapshot, proposals=frame.glass.proposals) if words else None
    return frame.page(
        "wording.html",
        navigation.SEARCH,
        title=frame.words("Where these words were used"),
        draft=words,
        longest=LONGEST,
        found=found,
        strands=strands,
        documents=frame.timeless.count_documents(),
    )


HANDLERS = [wording]
