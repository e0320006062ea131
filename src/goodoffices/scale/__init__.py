"""One `map` over independent shards of work: in this process, in several here, or on a Dask cluster."""

from goodoffices.scale.spread import Outcome, Progress, Spread
from goodoffices.scale.workers import spread

__all__ = ["Outcome", "Progress", "Spread", "spread"]
