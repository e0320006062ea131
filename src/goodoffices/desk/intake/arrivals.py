"""What comes in by itself: feeds, a watched folder, a table of peace agreements."""

import datetime as dt
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from goodoffices.desk.intake.add import Added, add_files
from goodoffices.desk.intake.enter import Entered
from goodoffices.documents import extract
from goodoffices.errors import GoodOfficesError, Refused
from goodoffices.exchange import feeds, pax
from goodoffices.record import Record
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Event
from goodoffices.vocabulary.party import Parties
from goodoffices.vocabulary.quote import quote
from goodoffices.vocabulary.when import on_day

Clock = Callable[[], dt.datetime]


def add_feed(record: Record, address: str, *, by: str, at: dt.datetime, patience: float = feeds.PATIENCE) -> Added:
    """Adds the items of a feed as documents; those the case has already change nothing, a bad one is refused by name.

    Raises what `feeds.fetch` and `feeds.items` raise.
    """
    found = [add_item(record, item, by=by, at=at) for item in feeds.items(feeds.fetch(address, patience=patience))]
    return Added(
        tuple(d for one in found for d in one.documents),
        tuple(d for one in found for d in one.already),
        tuple(Refused(r.item, r.error) for one in found for r in one.refused),
    )


def add_item(record: Record, item: feeds.Item, *, by: str, at: dt.datetime) -> Added:
    """Adds one item of a feed, published on its day."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / item.name
        path.write_bytes(item.page())
        day = on_day(item.day).said("the feed's date of the item") if item.day else None
        added = add_files(record, [path], by=by, at=at, published=day)
        return Added(added.documents, added.already, tuple(Refused(item.title, r.error) for r in added.refused))


def watch(
    record: Record, folder: Path, *, by: str, clock: Clock, every: float, rounds: int | None = None
) -> Iterator[Added]:
    """Adds what is new or changed in a folder, round after round; yields what came of each round that had something.

    every: seconds between rounds; rounds: how many, without end if left out. A file is taken once it has kept its size
    and time from one round to the next, so that none is read while it is still being written.
    """
    taken: dict[Path, tuple[int, int]] = {}
    seen: dict[Path, tuple[int, int]] = {}
    number = 0
    while rounds is None or number < rounds:
        if number:
            time.sleep(every)
        number += 1
        now = {path: state for path in sorted(folder.rglob("*")) if (state := _state(path))}
        hidden = {p for p in now if any(part.startswith(".") for part in p.relative_to(folder).parts)}
        ready = [p for p, state in now.items() if p not in hidden and seen.get(p) == state and taken.get(p) != state]
        seen = now
        if ready:
            taken |= {p: now[p] for p in ready}
            yield add_files(record, ready, by=by, at=clock())


def _state(path: Path) -> tuple[int, int] | None:
    """Size and time of a file; None for what is none, or is gone since it was listed."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def add_agreements(record: Record, path: Path, *, about: str = "", by: str, at: dt.datetime) -> Entered:
    """Adds agreements of a PA-X table: each as a short document, and a claim that it was made, with its parties.

    Parties whose names nobody here knows stay in the document's words. A row that the case has already is left alone.
    """
    agreements, bad = pax.read_agreements(path, about=about)
    parties = record.at().parties()
    entered: list[Claim] = []
    refused = list(bad)
    for agreement in agreements:
        try:
            claim = _agreed(record, agreement, parties, by=by, at=at)
        except GoodOfficesError as error:
            refused.append(Refused(f"agreement {agreement.id}", error))
            continue
        entered += [claim] if claim else []
    return Entered(tuple(entered), tuple(refused))


def _agreed(record: Record, one: pax.Agreement, parties: Parties, *, by: str, at: dt.datetime) -> Claim | None:
    name = f"pax-{one.id}.txt"
    content = one.text().encode()
    text = msgspec.structs.replace(extract(content, name), title=one.title, publisher=pax.PUBLISHER)
    day = on_day(one.day).said("the table's date of the agreement")
    added = record.add_document(content, text, name=name, by=by, at=at, dated=day)
    if not added.new:
        return None
    start = text.content.index(one.title)
    claim = Claim(
        id=f"pax-{one.id}",
        content=Event(what="agreement", parties=_known(one.parties, parties)),
        quotes=(quote(added.document.id, text.content, start, start + len(one.title)),),
        attribution=Attribution(source="reported"),
        valid=day,
        note="" if not one.third_parties else f"Third parties: {', '.join(one.third_parties)}.",
    )
    record.enter(claim, by=by, at=at)
    return claim


def _known(names: tuple[str, ...], parties: Parties) -> tuple[str, ...]:
    by_name = {name.casefold(): party.id for party in parties for name in (party.name, *party.names.get("en", ()))}
    return tuple(dict.fromkeys(by_name[n.casefold()] for n in names if n.casefold() in by_name))
