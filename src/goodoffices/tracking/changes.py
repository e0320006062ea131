"""What changed between two points of any axis of time: the daily digest."""

from collections.abc import Mapping

from msgspec import Struct

from goodoffices.tracking.states import Status


class Change(Struct, frozen=True):
    """A matter whose status is another than before; None on the side where the record did not have it."""

    matter: str
    before: Status | None
    after: Status | None

    @property
    def words(self) -> str:
        """The change in words: "open -> due"."""
        return f"{self.before.words() if self.before else 'not in the record'} -> " + (
            self.after.words() if self.after else "no longer in the record"
        )


def what_changed(before: Mapping[str, Status], after: Mapping[str, Status]) -> tuple[Change, ...]:
    """The matters (by id) whose state, as people read it, differs between `before` and `after`: first by the day since
    when it is so, then by id. New reasons for the same state are no change.
    """
    found = [
        Change(matter, before.get(matter), after.get(matter))
        for matter in {**before, **after}
        if _read(before.get(matter)) != _read(after.get(matter))
    ]
    return tuple(sorted(found, key=lambda c: (_since(c), c.matter)))


def _read(status: Status | None) -> str | None:
    return status.words() if status else None


def _since(change: Change) -> str:
    status = change.after or change.before
    return status.since.isoformat() if status and status.since else "9999"
