"""Answers already worked out: what a snapshot shows never changes, so what follows from one does not either."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from goodoffices.record import Snapshot

T = TypeVar("T")


class Memory:
    """Keeps the last answers. Who asks what somebody else is working out waits for it rather than doing it again."""

    def __init__(self, most: int = 24) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.RLock()

    def recall(self, snapshot: Snapshot, question: Hashable, work: Callable[[], T]) -> T:
        """The answer to a question about a snapshot, worked out once."""
        key = (snapshot.glass, question)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            else:
                self._kept[key] = work()
                if len(self._kept) > self._most:
                    self._kept.popitem(last=False)
            answer: T = self._kept[key]
            return answer
