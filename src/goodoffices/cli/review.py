"""`goodoffices review CASE`"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import GoodOfficesError, NotFound

if TYPE_CHECKING:
    from goodoffices.desk.anchors import Anchored
    from goodoffices.desk.case import Case
    from goodoffices.vocabulary.claim import Reviewed

KEYS = "a accept · r reject · e edit · u undo · s skip · q quit"


@click.command("review", short_help="See proposals; accept, reject or amend them.")
@options.case
@click.option("--accept", multiple=True, metavar="CLAIM", help="Accept this proposal; may be given several times.")
@click.option("--reject", multiple=True, metavar="CLAIM", help="Reject this proposal; may be given several times.")
@click.option("--amend", type=click.Path(), help="A file with one item of `review --json`, its claim put right.")
@click.option("--undo", metavar="CLAIM", help="Take back the last verdict on this claim.")
@click.option("--kind", help="Only claims of this kind.")
@click.option("--document", help="Only claims of this document, by id or file name.")
@options.by
@options.as_json
def command(
    case: str,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    amend: str | None,
    undo: str | None,
    kind: str | None,
    document: str | None,
    by: str,
    as_json: bool,
) -> None:
    """Without options: at a terminal, go through the proposals one by one with single keys; elsewhere, list them."""
    from goodoffices.desk.anchors import Anchors
    from goodoffices.desk.case import Case

    with Case.open(case) as opened:
        if amend:
            click.echo(f"amended {opened.amend(_content(amend), by=by)}")
        if accept or reject or undo:
            verdicts = opened.review(accept=accept, reject=reject, undo=(undo,) if undo else (), by=by)
            if as_json:
                terminal.print_json({"done": verdicts.done, "refused": terminal.named(verdicts.refused)})
            else:
                click.echo(f"{len(verdicts.done)} verdicts entered")
                terminal.complain(verdicts.refused)
            if verdicts.refused:
                sys.exit(2)
        if accept or reject or undo or amend:
            return
        queue = opened.proposals(kind=kind, document=document)
        if as_json:
            terminal.print_json(queue)
        elif sys.stdin.isatty() and sys.stdout.isatty():
            _walk(opened, queue, by)
        else:
            anchored = Anchors(opened.at()).among(queue)
            rows = [(r.claim.id, r.claim.kind, _status(r, anchored), r.claim.quotes[0].exact) for r in queue]
            terminal.table(rows, heads=("Claim", "Kind", "Status", "Words"), widths={3: 96})
            click.echo(f"{len(queue)} proposals wait for review.")


def _status(reviewed: "Reviewed", anchored: "dict[str, Anchored]") -> str:
    found = anchored.get(reviewed.claim.id)
    return ", ".join(filter(None, (reviewed.claim.attribution.status, found.worst if found else "")))


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise NotFound("a file can be read", f"{path}: {error.strerror}", "Check the name.") from error


def _amended(opened: "Case", reviewed: "Reviewed", by: str) -> bool:
    """Lets the person put a claim right in their editor; False when they changed nothing."""
    import msgspec

    shown = msgspec.json.format(msgspec.json.encode({"claim": reviewed.claim, "seq": reviewed.seq}), indent=2).decode()
    written = click.edit(shown, extension=".json")
    if written is None or written == shown:
        return False
    try:
        opened.amend(written.encode(), by=by)
    except GoodOfficesError as error:
        click.echo(f"  {error}")
        return False
    return True


def _walk(opened: "Case", queue: "list[Reviewed]", by: str) -> None:
    snapshot = opened.at()
    names, parties = {document.id: document.name for document in snapshot.documents()}, snapshot.parties()
    click.echo(f"{len(queue)} proposals. {KEYS}")
    last = ""
    position = 0
    while position < len(queue):
        reviewed = queue[position]
        claim, words = reviewed.claim, reviewed.claim.quotes[0]
        click.echo(f"\n{position + 1}/{len(queue)}  {claim.content.label}, {claim.attribution.status}")
        click.echo(f"  …{words.prefix}{click.style(words.exact, bold=True)}{words.suffix}…  [{names[words.document]}]")
        told = claim.content.exchanged(parties.name, claim.valid)
        click.echo("  " + " · ".join(f"{name} {_plain(value)}" for name, value in told.items() if value))
        key = click.getchar()
        if key == "q":
            break
        if key == "u" and last:
            opened.review(undo=(last,), by=by)
            last, position = "", max(0, position - 1)
            continue
        if key in "ar":
            opened.review(accept=(claim.id,) if key == "a" else (), reject=(claim.id,) if key == "r" else (), by=by)
            click.echo("  accepted" if key == "a" else "  rejected")
            last = claim.id
        if key == "e" and _amended(opened, reviewed, by):
            click.echo("  amended")
            last, position = claim.id, position + 1
        if key in "ars":
            position += 1
