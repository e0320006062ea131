"""One `map` over independent shards of work: in this process, in several here, or on a Dask cluster; and work within a
time, in a process that is ended when it takes longer."""

from goodoffices.scale.spread import Outcome, Progress, Spread
from goodoffices.scale.within import within
from goodoffices.scale.workers import spread

__all__ = ["Outcome", "Progress", "Spread", "spread", "within"]
