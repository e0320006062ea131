"""Answers to texts, who moved, what each pair gave each other, what was handed over: four sections of a brief."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from goodoffices.briefs import Item, Notes, Section
from goodoffices.desk.affairs.transfers import Count
from goodoffices.standing.ledger import Balance, Given, balances, concessions
from goodoffices.standing.positions import Move
from goodoffices.tracking import Answer
from goodoffices.tracking.days import spelled, when_in_words
from goodoffices.vocabulary.claim import Claim, Reviewed
from goodoffices.vocabulary.party import Parties

_FATES = {"given": "nothing more is said of it", "kept": "kept", "partly_withdrawn": "partly taken back"}


def moved(found: Iterable[Move], claims: Mapping[str, Claim], notes: Notes, parties: Parties, empty: str) -> Section:
    """Changes of position, the latest first; claims: those of positions, by id."""
    items = []
    for move in sorted(found, key=lambda move: str(move.after.since or ""), reverse=True):
        since = move.after.since
        items.append(
            Item(
                words=f"{move.after.issue.replace('_', ' ').capitalize()}: {in_words(move)}",
                state="disputed" if len(move.after.stances) > 1 else "moved",
                mark="disputed" if len(move.after.stances) > 1 else "",
                when=when_in_words(since) if since and since.bounded else "",
                parties=(parties.name(move.after.party),),
                notes=notes.cite(claims[c] for s in (move.before, move.after) for ids in s.claims for c in ids),
            )
        )
    return Section(id="moved", title="Positions that moved", items=tuple(items), empty=empty)


def answers(
    found: Iterable[Answer], claim_of: Callable[[str], Claim], notes: Notes, parties: Parties, *, name: bool = True
) -> tuple[Item, ...]:
    """Where parties stand to texts, with what each source says; claim_of: a claim for its id; name: whether to."""
    items = []
    for one in found:
        since = f"since {spelled(one.status.since)}" if one.status.since else ""
        items.append(
            Item(
                words=one.about,
                state=one.words(parties.name),
                mark=one.status.state,
                when=since,
                parties=(parties.name(one.party),) if name else (),
                notes=notes.cite(claim_of(claim) for claim in one.claims),
                detail=(*(r.words for r in one.status.reasons), *map(_reserved, one.reservations)),
            )
        )
    return tuple(items)


def _reserved(reservation: str) -> str:
    return f"Reservation: {reservation}{'' if reservation.endswith('.') else '.'}"


def in_words(move: Move) -> str:
    """From what to what; where sources of one day differ, both."""
    return f"from {' / '.join(move.before.stances)} to {' / '.join(move.after.stances)}"


def balance(claims: Sequence[Reviewed], notes: Notes, parties: Parties, empty: str, most: int) -> Section:
    """What each pair gave each other, in neutral order, and what became of it, as its sources claim. most: how many
    pairs are told, those who gave each other most often, and how many concessions in all; the rest is counted.
    """
    cited = {r.claim.id: r.claim for r in claims}
    found = balances(concessions(claims))
    often = sorted(range(len(found)), key=lambda n: -len(_all(found[n])))[:most]
    told = [found[n] for n in sorted(often)]
    each = max(most // len(told), 3) if told else most
    items = tuple(_pair(one, parties, notes.cite(cited[c] for c in _behind(one, each)), each) for one in told)
    lead = "A count weighs nothing: one concession may outweigh ten. Each is as its sources claim it." if items else ""
    if len(found) > len(told):
        lead += f" {len(found) - len(told)} further pairs gave each other less often."
    return Section(id="balance", title="What each gave the other", lead=lead, items=items, empty=empty)


def handed(counts: Sequence[Count], cited: Mapping[str, Claim], notes: Notes, most: int) -> Section | None:
    """What was to be handed over and how much has been; None where nothing was. cited: claims by id; most: how many are
    told, those first of which most is still to come.
    """
    ranked = sorted(counts, key=lambda one: -(one.tally.left[1] if one.tally.left else 0.0))
    items = tuple(_handed(one, cited, notes) for one in ranked[:most])
    lead = "Counts so far, each as of the day its sources give; where these differ, both are shown."
    if len(ranked) > most:
        lead += f" {len(ranked) - most} further exchanges are left out."
    return Section(id="handed", title="What was handed over", lead=lead, items=items) if items else None


def _handed(one: Count, cited: Mapping[str, Claim], notes: Notes) -> Item:
    tally = one.tally
    left = tally.left
    to_come = "rest not known" if left is None else f"{_numbers(left)} to come"
    what = tally.what or one.words
    return Item(
        words=what[:1].upper() + what[1:],
        state="all handed over" if left == (0.0, 0.0) else to_come,
        when=f"as of {spelled(tally.as_of)}" if tally.as_of else "",
        parties=(f"{one.giver or 'giver not named'} to {one.receiver or 'receiver not named'}",),
        notes=notes.cite(cited[c] for c in tally.claims if c in cited),
        detail=(
            f"Agreed: {_numbers(tally.agreed) or 'not said'}. Handed over: {_numbers(tally.delivered) or 'not said'}.",
        ),
        id=f"m-{tally.matter}",
    )


def _numbers(found: Iterable[float]) -> str:
    return " or ".join(f"{number:,g}" for number in dict.fromkeys(found))


def _all(pair: Balance) -> tuple[Given, ...]:
    return (*pair.by_one, *pair.by_other)


def _pair(pair: Balance, parties: Parties, notes: tuple[int, ...], most: int) -> Item:
    one, other = parties.name(pair.one), parties.name(pair.other)
    given = _all(pair)
    more = (f"And {len(given) - most} more.",) if len(given) > most else ()
    back = sum(g.fate in ("withdrawn", "partly_withdrawn") for g in given)
    return Item(
        words=f"{one} to {other}: {len(pair.by_one)}; {other} to {one}: {len(pair.by_other)}",
        state=f"{back} taken back, whole or in part" if back else "",
        parties=tuple(sorted((one, other), key=str.casefold)),
        notes=notes,
        detail=(*_told(given[:most], parties), *more),
    )


def _told(given: Iterable[Given], parties: Parties) -> Iterator[str]:
    for one in given:
        what = one.what or "what is quoted"
        exchange = f", in exchange for {one.in_exchange_for}" if one.in_exchange_for else ""
        by = dict.fromkeys(parties.name(h) for h in one.holders if h not in ("author", "unnamed"))
        said = f"; as claimed by {', '.join(by)}" if by else ""
        yield f"{parties.name(one.giver)}: {what}{exchange}: {_FATES.get(one.fate, 'taken back')}{said}."


def _behind(pair: Balance, most: int) -> list[str]:
    return [claim for given in _all(pair)[:most] for claim in given.claims]
