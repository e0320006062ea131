"""Entering claims that people wrote by hand."""

import datetime as dt
from pathlib import Path

import msgspec
from msgspec import Struct

from goodoffices.errors import BadArgument, GoodOfficesError, NotFound, Refused
from goodoffices.exchange import claims_yaml
from goodoffices.record import Record
from goodoffices.vocabulary.claim import Claim


class Entered(Struct, frozen=True):
    """What became of a file: the claims entered, and the items refused with their errors."""

    claims: tuple[Claim, ...]
    refused: tuple[Refused, ...]


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
    return Entered(tuple(entered), tuple(refused))
