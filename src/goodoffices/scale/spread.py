"""A `map` over shards that do not need each other: the same results in the same order, wherever they are computed.

A shard that draws at random carries its own seed, or the numbers of its draws; then neither the number of workers nor
who computes what can change a result. A shard with a `name` is called by it in errors and progress.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from typing import Any, TypeAlias, TypeVar

from goodoffices.errors import Cancelled, GoodOfficesError, Refused, Unfinished, clipped

S = TypeVar("S")
T = TypeVar("T")

Outcome: TypeAlias = T | Refused
"""What became of a shard: its result, or its name with the error that kept it from one."""

Progress = Callable[[str, int, int], None]
"""Called with the name of the shard that is next in order, how many are done, and how many there are (0: not known)."""

LOST = "Its worker was lost: use fewer workers, or more memory."

PAUSE = 0.2
"""Seconds between two looks at whether the caller asked to stop."""


class Spread:
    """Behaves like `map`; `ahead` shards at most are handed out and not yet returned, so a stream of them fits.

    `executor` None: everything here, one after the other. `cancelled` is asked before each shard and while waiting.
    """

    def __init__(
        self,
        executor: Executor | None = None,
        ahead: int = 1,
        *,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._executor, self._ahead = executor, max(1, ahead)
        self._progress, self._cancelled = progress, cancelled

    def __call__(self, work: Callable[[S], T], shards: Iterable[S]) -> Iterator[T]:
        """The results in the order of `shards`. Raises the first shard's error with its name, or Cancelled."""
        for outcome in self.outcomes(work, shards):
            if isinstance(outcome, Refused):
                raise outcome.error
            yield outcome

    def outcomes(self, work: Callable[[S], T], shards: Iterable[S]) -> Iterator[Outcome[T]]:
        """What became of each shard, in their order; a failed one is carried by name and the rest goes on.

        For other processes `work` and the shards can be pickled. Raises Cancelled; what was handed out ends with
        the block of `goodoffices.scale.spread`.
        """
        total = len(shards) if isinstance(shards, Sized) else 0
        found = self._here(work, shards) if self._executor is None else self._away(self._executor, work, shards)
        for done, (name, outcome) in enumerate(found, 1):
            if self._progress is not None:
                self._progress(name, done, total)
            yield outcome

    def _here(self, work: Callable[[S], T], shards: Iterable[S]) -> Iterator[tuple[str, Outcome[T]]]:
        for number, shard in enumerate(shards, 1):
            self._check()
            name = _name(shard, number)
            yield name, _attempt(work, name, shard)

    def _away(
        self, executor: Executor, work: Callable[[S], T], shards: Iterable[S]
    ) -> Iterator[tuple[str, Outcome[T]]]:
        waiting: deque[tuple[str, Future[Outcome[T]]]] = deque()
        for number, shard in enumerate(shards, 1):
            self._check()
            name = _name(shard, number)
            waiting.append((name, executor.submit(_attempt, work, name, shard)))
            if len(waiting) >= self._ahead:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _next(self, waiting: "deque[tuple[str, Future[Outcome[T]]]]") -> tuple[str, Outcome[T]]:
        name, future = waiting[0]
        while not wait([future], PAUSE, FIRST_COMPLETED).done:
            self._check()
        waiting.popleft()
        try:
            return name, future.result()
        except Cancelled:
            raise
        except (Exception, CancelledError) as error:
            return name, Refused(name, _unfinished(name, error, LOST))

    def _check(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("the work was cancelled", None, "Start it again to get an answer.")


def _attempt(work: Callable[[S], T], name: str, shard: S) -> Outcome[T]:
    """Where the work is done. An error comes back as one of ours: not every other survives the way."""
    try:
        return work(shard)
    except Cancelled:
        raise
    except GoodOfficesError as error:
        error.value = name if error.value is None else f"{name}: {clipped(error.value)}"
        return Refused(name, error)
    except Exception as error:
        return Refused(name, _unfinished(name, error, "Run this shard alone to see more."))


def _unfinished(name: str, error: BaseException, remedy: str) -> Unfinished:
    return Unfinished("each shard of shared work gives a result", f"{name}: {type(error).__name__}: {error}", remedy)


def _name(shard: Any, number: int) -> str:
    return str(getattr(shard, "name", "") or f"shard {number}")
