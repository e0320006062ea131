"""What several people of the office found of a claim: each coder's own verdict, where they differ, what was settled."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from goodoffices.vocabulary.claim import Reviewed

Finding = Literal["accepted", "rejected", "amended", "entered"]


class Verdict(Struct, frozen=True, kw_only=True):
    """What one coder found of one claim in one wording.

    claim: its id; words: SHA-256 of the claim as it was judged, so that the same words again are the same version;
    finding: amended says that these words had to be put right, entered that the coder wrote them; seq, at: the log
    entry. rule: which rule of the reader had proposed these words, "" for words that a person wrote. in_bulk: accepted
    together with others on the strength of that rule, and so no evidence of its own. settles: this is an adjudication.
    """

    claim: str
    words: str
    coder: str
    finding: Finding
    seq: int
    at: dt.datetime
    rule: str = ""
    in_bulk: bool = False
    settles: bool = False
    reason: str = ""

    @property
    def unit(self) -> tuple[str, str]:
        """What was judged: a claim in one wording."""
        return self.claim, self.words


class Dispute(Struct, frozen=True, kw_only=True):
    """A claim on which coders differ. claim: as it stands now; verdicts: each coder's last on these words;
    adjudication: what was settled, None before; is_open: nobody settled it, or somebody found otherwise since.
    """

    claim: Reviewed
    verdicts: tuple[Verdict, ...]
    adjudication: Verdict | None = None

    @property
    def is_open(self) -> bool:
        """Whether the dispute waits for somebody to adjudicate."""
        settled = self.adjudication
        return settled is None or any(v.seq > settled.seq and v.finding != settled.finding for v in self.verdicts)
