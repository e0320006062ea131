"""Where provisions and terms stand on a date: of one provision, or of all at once."""

import datetime as dt
from collections.abc import Sequence

from goodoffices.tracking.around import Around
from goodoffices.tracking.docket import Docket
from goodoffices.tracking.look import NOTICE, Look
from goodoffices.tracking.order import awaited_first, refuse_cycle
from goodoffices.tracking.states import Status
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.content import NameOf


def status(
    provision: Matter,
    *,
    as_of: dt.date,
    events: Sequence[Matter],
    terms: Sequence[Matter] = (),
    provisions: Sequence[Matter] = (),
    rulings: Sequence[Ruling] = (),
    notice: dt.timedelta = NOTICE,
    name: NameOf = str,
) -> Status:
    """Where `provision` stands at the end of the day `as_of`, with the rules and claims it follows from.

    events: what happened, and whatever else a condition or a deadline is counted from (meetings, decisions); terms:
    with whose end a provision lapses; provisions: those it waits for or follows; name: a party's name for its id.
    Claims that were rejected or replaced do not count; all others do, proposals too. Every version its sources give,
    every reading of its deadline and every day a doubtful event allows is followed through: if all lead to one
    state, that is the state, else it is disputed, an open question or unknown, and the reasons give each.

    Raises BadArgument for a matter without claims, CycleFound where conditions lead back to their start.
    """
    near = Around(events, [*provisions, *terms, provision], rulings, name)
    refuse_cycle(provision, near.tracked, near.clear)
    look = Look(near, as_of, notice)
    for awaited in awaited_first([provision], near.tracked):  # one after the other: a chain may be longer than Python's
        look.status_of(awaited)
    return look.status_of(provision)


def statuses(
    matters: Sequence[Matter],
    *,
    as_of: dt.date,
    events: Sequence[Matter],
    rulings: Sequence[Ruling] = (),
    notice: dt.timedelta = NOTICE,
    name: NameOf = str,
) -> dict[str, Status]:
    """The status of every provision and term among `matters`, by matter id: as `status` and `term_status` give them
    one by one, but the record is gone through once. A provision whose conditions lead back to their start is unknown,
    the cycle spelled out as its reason; matters without claims are left out.
    """
    return Docket(matters, events, rulings, notice, name).statuses(as_of)
