"""Answers already worked out: what snapshots with one glass show is the same, so what follows from them is too."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Any, TypeVar

from goodoffices.record import Snapshot

T = TypeVar("T")


class Memory:
    """Keeps the last answers. Who asks what somebody else is working out waits for it rather than doing it again; other
    questions do not wait.
    """

    def __init__(self, most: int = 48) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = threading.Lock()

    def recall(self, snapshot: Snapshot, question: Hashable, work: Callable[[], T]) -> T:
        """The answer to a question about a snapshot, worked out once."""
        return self.keep((snapshot.glass, question), work)

    def keep(self, key: Hashable, work: Callable[[], T]) -> T:
        """The answer to a question that is the same whoever looks, such as what some bytes say, worked out once."""
        with self._lock:
            known = self._kept.get(key)
            asked = known or Future()
            self._kept[key] = asked
            self._kept.move_to_end(key)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        if known is None:
            self._work_out(key, asked, work)
        answer: T = asked.result()
        return answer

    def _work_out(self, key: Hashable, asked: Future[Any], work: Callable[[], Any]) -> None:
        try:
            asked.set_result(work())
        except BaseException as error:
            with self._lock:
                self._kept.pop(key, None)
            asked.set_exception(error)
