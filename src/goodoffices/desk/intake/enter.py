"""Entering claims that people wrote by hand."""

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from goodoffices.errors import BadArgument, GoodOfficesError, NotFound, Refused
from goodoffices.exchange import claims_yaml
from goodoffices.record import Record, Snapshot
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Event, Provision


class Entered(Struct, frozen=True):
    """What became of a file: the claims entered, the items refused with their errors, and what the claims speak of that
    the record does not hold: the id of the claim, and the id it names.
    """

    claims: tuple[Claim, ...]
    refused: tuple[Refused, ...]
    unheld: tuple[tuple[str, str], ...] = ()


def enter_file(record: Record, path: Path, *, by: str, at: dt.datetime) -> Entered:
    """Enters the claims of a YAML file (see exchange.claims_yaml), each on its own; a bad one is refused by name."""
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadArgument("a file of claims is readable UTF-8", f"{path}: {error}", "Check the name.") from error
    return enter(record, source, by=by, at=at)


def enter(record: Record, source: str, *, by: str, at: dt.datetime) -> Entered:
    """Enters the claims of a YAML text. What the record refuses is told and left out, the rest goes in."""
    snapshot = record.at()
    ids = {document.name: document.id for document in snapshot.documents()}

    def find_text(name: str) -> tuple[str, str]:
        if name not in ids:
            raise NotFound(
                "a claim quotes a document of the case", name, "Add the document first, or correct its name."
            )
        return ids[name], snapshot.text(ids[name]).content

    written = claims_yaml.read(source, find_text, by=by)
    refused = list(written.refused)
    entered: list[Claim] = []
    for claim in written.claims:
        try:
            entry = record.enter(claim, by=by, at=at)
            entered.append(msgspec.structs.replace(claim, id=entry.subject))
        except GoodOfficesError as error:
            refused.append(Refused(claim.id, error))
    for group in written.same_matter:
        try:
            record.same_matter(group, by=by, at=at)
        except GoodOfficesError as error:
            refused.append(Refused(f"same_matter {', '.join(group)}", error))
    for ruling in written.rulings:
        try:
            conflict = f"{record.at().claim(ruling.follows).matter}:{ruling.attribute}"
            record.rule(conflict, ruling.follows, ruling.reason, by=by, at=at)
        except GoodOfficesError as error:
            refused.append(Refused(f"ruling on {ruling.follows}", error))
    return Entered(tuple(entered), tuple(refused), tuple(_unheld(record.at(), entered)))


def _unheld(snapshot: Snapshot, claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """A slip of the pen in an id would undo in silence what an event did, or what a duty waits for."""
    known: dict[str, bool] = {}
    for claim in claims:
        content = claim.content
        named = [effect.on for effect in content.effects] if isinstance(content, Event) else []
        named += [*content.depends_on, *content.after] if isinstance(content, Provision) else []
        for id in dict.fromkeys(named):
            if id not in known:
                known[id] = _holds(snapshot, id)
            if not known[id]:
                yield claim.id, id


def _holds(snapshot: Snapshot, id: str) -> bool:
    for look in (snapshot.claim, snapshot.matter):
        with contextlib.suppress(NotFound):
            look(id)
            return True
    return False
