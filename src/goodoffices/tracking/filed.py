"""What holds of a provision on every day: what is asked of it, what happened to it, who was named over it."""

from msgspec import Struct

from goodoffices.tracking.around import Around
from goodoffices.tracking.asked import Asked, asked, contents
from goodoffices.tracking.happenings import Happening, happenings
from goodoffices.tracking.held import as_ruled, held, ids, names_of
from goodoffices.vocabulary.claim import Matter


class Filed(Struct, frozen=True):
    """ruled: the provision as rulings leave it; asked: its versions; happened: oldest first; denied: ids of the claims
    that say it was never set; judged: whether any source names a judge; tied: whether it waits for or follows anything.
    """

    ruled: Matter
    asked: tuple[Asked, ...]
    happened: tuple[Happening, ...]
    denied: tuple[str, ...]
    judged: bool
    tied: bool


def filed(provision: Matter, near: Around) -> Filed:
    """Gathers it from the record; BadArgument for a matter without claims."""
    ruled, names, said = as_ruled(provision, near.rulings), names_of(provision), contents(provision)
    return Filed(
        ruled,
        asked(ruled, near.rulings),
        happenings(names, near.acting_on(names), near.rulings, near.name),
        ids(r for r in held(ruled) if r.claim.attribution.polarity == "denied"),
        any(p.judge for _, p in said),
        any(p.depends_on or p.after or (p.deadline and any(w.anchor for w in p.deadline.readings())) for _, p in said),
    )
