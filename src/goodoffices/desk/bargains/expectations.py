"""The record of forecasts that a case holds: its expectations, to be given outcomes by people."""

from typing import Any

import yaml

from goodoffices.desk.affairs.status import counted
from goodoffices.desk.evidence import words
from goodoffices.record import Snapshot
from goodoffices.tracking.days import when_in_words
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.kinds import Expectation
from goodoffices.vocabulary.text import Document

HEAD = """\
# The expectations that documents of this case state, each with its claim. An expectation without a number is given
# none. Say what came of them (came: yes or no), with the office's own forecasts beside them (probability: 0.7), and,
# if you want hedges to count, which probability a hedge is taken for: that is an assumption, and yours to change.
"""

ASSUMED = "# words: {likely: 0.7, unclear: 0.5}\n"


def forecasts_of(snapshot: Snapshot, *, proposals: bool = False) -> str:
    """A record of forecasts (YAML, see `read_forecasts`) with an entry for each expectation; "" where there is none.

    proposals: those that nobody has reviewed yet count too.
    """
    held = snapshot.claims(kind="expectation", states=counted(proposals))
    documents = snapshot.documents_of(r.claim.documents[0] for r in held if r.claim.documents)
    name = snapshot.parties().name
    entries = [_entry(one, documents, name) for one in held]
    if not entries:
        return ""
    listed = yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=100)
    return f"{HEAD}forecasts: 1\n{ASSUMED}record:\n{listed}"


def _entry(one: Reviewed, documents: dict[str, Document], name: Any) -> dict[str, str]:
    claim = one.claim
    content = claim.content
    assert isinstance(content, Expectation)
    home = documents.get(claim.documents[0]) if claim.documents else None
    holder = claim.attribution.holder
    by = name(holder) if holder not in ("author", "unnamed") else ""
    told = {
        "what": content.what or words(claim),
        "by": by or (home and (home.publisher or home.title or home.name)) or claim.entered_by or "unnamed",
        "made": when_in_words(home.dated) if home and home.dated and home.dated.bounded else "",
        "due": when_in_words(content.by) if content.by else "",
        "hedge": claim.attribution.status,
        "source": claim.id,
    }
    return {key: value for key, value in told.items() if value}
