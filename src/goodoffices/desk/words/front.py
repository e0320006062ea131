"""The front door, words: verbs for what was said and agreed before."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from goodoffices.desk.front import Front, now
from goodoffices.desk.progress import Progress, silent
from goodoffices.record import Snapshot

if TYPE_CHECKING:
    from goodoffices.desk.words.search import Answer, Search
    from goodoffices.desk.words.wording import Wording


class Searching(Front):
    """Verbs for what was said and agreed before."""

    _search: "Search | None" = None

    def search(
        self,
        query: str = "",
        snapshot: Snapshot | None = None,
        *,
        issue: str = "",
        speaker: str = "",
        body: str = "",
        kind: str = "",
        standing: str = "",
        document: str = "",
        language: str = "",
        since: dt.date | None = None,
        until: dt.date | None = None,
        proposals: bool = False,
        by_date: bool = False,
        limit: int = 20,
        offset: int = 0,
        progress: Progress = silent,
    ) -> "Answer":
        """What was said before, by whom, in which words, and what became of it on the snapshot's day (today if it has
        none): passages found by words, "phrases", OR, -not, beginnings*, narrowed by desk.words.filters.Filters.

        The index is brought up to the record first, unless somebody else is doing so.
        """
        from goodoffices.desk.words.filters import Filters  # tantivy loads with it: only those who search wait

        taken = snapshot or self.at()
        filters = Filters(
            issue=issue,
            speaker=speaker,
            body=body,
            kind=kind,
            standing=standing,
            document=document,
            language=language,
            since=since,
            until=until,
        )
        return self._searching()(
            taken,
            query,
            filters,
            as_of=taken.as_of or now().date(),
            proposals=proposals,
            by_date=by_date,
            limit=limit,
            offset=offset,
            progress=progress,
        )

    def wording(
        self,
        draft: str,
        snapshot: Snapshot | None = None,
        *,
        near: float = 0.5,
        limit: int = 20,
        proposals: bool = False,
    ) -> "Wording":
        """Where the words of a draft were used before, by whom, what was changed, and what became of it on the
        snapshot's day (today if it has none). near: the least share of the draft that a use keeps.
        """
        from goodoffices.desk.words.wording import wording

        taken = snapshot or self.at()
        day = taken.as_of or now().date()
        work = partial(wording, self._searching(), taken, draft, as_of=day, near=near, limit=limit, proposals=proposals)
        return self._memory.recall(taken, ("wording", day, draft, near, limit, proposals), work)

    def _searching(self) -> "Search":
        from goodoffices.desk.words.search import Search

        if self._search is None:
            self._search = Search(self.record, in_memory=self.record.store.locked)
        return self._search
