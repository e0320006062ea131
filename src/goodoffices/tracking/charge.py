"""Who watches a provision and who may say whether it is kept: two offices, each of which can pass to another."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from goodoffices.tracking.asked import contents
from goodoffices.tracking.days import day_of, spelled
from goodoffices.tracking.states import Reason, listed
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.kinds import Provision


class Charge(Struct, frozen=True, kw_only=True):
    """monitor, judge: party ids, in neutral order; none where nobody is named by then, several where sources of the
    same day differ.
    """

    monitor: tuple[str, ...]
    judge: tuple[str, ...]
    reasons: tuple[Reason, ...]


def in_charge(provision: Matter, *, as_of: dt.date, name: NameOf = str) -> Charge:
    """Who monitors and who judges `provision` on `as_of`: of each, whoever the latest claims by then name. A claim
    counts from its valid time on, one without from ever. Naming a monitor names no judge.
    """
    known = [(r, p) for r, p in contents(provision) if _from(r) <= day_of(as_of)]
    monitor, watch = _named(known, "monitor", "watches over it", name)
    judge, ruling = _named(known, "judge", "may say whether it is kept", name)
    return Charge(monitor=monitor, judge=judge, reasons=(watch, ruling) if provision.claims else ())


def _from(r: Reviewed) -> dt.date:
    return (r.claim.valid.latest if r.claim.valid else None) or dt.date.min


def _named(
    known: Sequence[tuple[Reviewed, Provision]], office: str, does: str, name: NameOf
) -> tuple[tuple[str, ...], Reason]:
    naming = [(r, getattr(p, office)) for r, p in known if getattr(p, office)]
    if not naming:
        nobody = f"No source in this record names who {does} by then."
        return (), Reason(f"no-{office}", nobody, tuple(r.claim.id for r, _ in known))
    latest = max(_from(r) for r, _ in naming)
    chosen = [(r, who) for r, who in naming if _from(r) == latest]
    holders = tuple(sorted({who for _, who in chosen}, key=lambda who: name(who).casefold()))
    since = "" if latest == dt.date.min else f", as set on {spelled(latest)}"
    words = f"{listed(map(name, holders))} {does}{since}."
    return holders, Reason(office, words, tuple(r.claim.id for r, _ in chosen))
