"""What waits for what among the claims that people stand by: nothing may come to wait for itself.

The record asks this of every claim that comes to count, by whichever door: entered, accepted, amended, settled, called
the same as another or brought back.
"""

from functools import cache

from goodoffices.record import Look
from goodoffices.tracking.order import refuse_closing


def keep_order(look: Look, claim: str) -> None:
    """Raises CycleFound, the cycle spelled out, where a claim's matter waits for itself by way of others or none."""
    matter = look(claim)
    if matter is not None and matter.kind == "provision":
        refuse_closing(matter, cache(look))
