"""`goodoffices review CASE`"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import GoodOfficesError, NotFound

if TYPE_CHECKING:
    from goodoffices.desk.case import Case
    from goodoffices.desk.review.anchors import Anchored
    from goodoffices.desk.review.batches import Verdicts
    from goodoffices.desk.review.verdicts import Order
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
@click.option("--blind", is_flag=True, help="Judge as if nobody else had: others' verdicts are neither shown nor used.")
@click.option(
    "--order",
    type=click.Choice(("document", "uncertain")),
    default="document",
    show_default=True,
    help="In the order of the documents, or least certain first.",
)
@click.option("--rules", is_flag=True, help="How often each rule of the reader was right in this case.")
@click.option("--accept-rule", metavar="RULE", help="Accept all that a well known rule proposed and nobody judged.")
@click.option("--undo-rule", metavar="RULE", help="Take back what you accepted by this rule.")
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
    blind: bool,
    order: "Order",
    rules: bool,
    accept_rule: str | None,
    undo_rule: str | None,
    by: str,
    as_json: bool,
) -> None:
    """Without options: at a terminal, go through the proposals one by one with single keys; elsewhere, list them."""
    from goodoffices.desk.case import Case
    from goodoffices.desk.review.anchors import Anchors

    with Case.open(case, options.passphrase) as opened:
        if rules:
            _tell_rules(opened, as_json)
        refused = False
        if accept_rule:
            found = opened.accept_rule(accept_rule, by=by)
            refused |= _tell(found, f"{len(found.done)} proposals of {accept_rule} accepted, each in the log", as_json)
        if undo_rule:
            found = opened.undo_rule(undo_rule, by=by)
            refused |= _tell(found, f"{len(found.done)} proposals of {undo_rule} taken back", as_json)
        if amend:
            click.echo(f"amended {opened.amend(_content(amend), by=by)}")
        if accept or reject or undo:
            found = opened.review(accept=accept, reject=reject, undo=(undo,) if undo else (), by=by)
            refused |= _tell(found, f"{len(found.done)} verdicts entered", as_json)
        if refused:
            sys.exit(2)
        if accept or reject or undo or amend or rules or accept_rule or undo_rule:
            return
        queue = opened.proposals(kind=kind, document=document, coder=by, blind=blind, order=order)
        if as_json:
            terminal.print_json(queue)
        elif sys.stdin.isatty() and sys.stdout.isatty():
            _walk(opened, queue, by)
        else:
            anchored = Anchors(opened.at()).among(queue)
            rows = [(r.claim.id, r.claim.kind, _status(r, anchored), r.claim.quotes[0].exact) for r in queue]
            terminal.table(rows, heads=("Claim", "Kind", "Status", "Words"), widths={3: 96})
            click.echo(f"{len(queue)} proposals wait for review.")


def _tell(verdicts: "Verdicts", words: str, as_json: bool) -> bool:
    """Prints what was done and what was refused; whether anything was."""
    if as_json:
        terminal.print_json({"done": verdicts.done, "refused": terminal.named(verdicts.refused)})
    else:
        click.echo(words)
        terminal.complain(verdicts.refused)
    return bool(verdicts.refused)


def _status(reviewed: "Reviewed", anchored: "dict[str, Anchored]") -> str:
    found = anchored.get(reviewed.claim.id)
    return ", ".join(filter(None, (reviewed.claim.attribution.status, found.worst if found else "")))


def _tell_rules(opened: "Case", as_json: bool) -> None:
    found = opened.rules()
    if as_json:
        terminal.print_json(found)
        return
    rows = [(p.rule, f"{p.right} of {p.judged}", f"{p.lower:.2f} to {p.upper:.2f}", str(p.waiting)) for p in found]
    terminal.table(rows, heads=("Rule", "Right", "95 of 100", "Waiting"))


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


def _judged(
    opened: "Case", by: str, *, accept: tuple[str, ...] = (), reject: tuple[str, ...] = (), undo: tuple[str, ...] = ()
) -> bool:
    """Enters one verdict; False, and the person is told why, when the record refuses it."""
    refused = opened.review(accept=accept, reject=reject, undo=undo, by=by).refused
    for item in refused:
        click.echo(f"  {item.error}")
    return not refused


def _walk(opened: "Case", queue: "list[Reviewed]", by: str) -> None:
    snapshot = opened.at()
    names, parties = {document.id: document.name for document in snapshot.documents()}, snapshot.parties()
    click.echo(f"{len(queue)} proposals. {KEYS}")
    last: int | None = None  # where the last verdict was given: what was refused or skipped since is not taken back
    position = 0
    while position < len(queue):
        reviewed = queue[position]
        claim, words = reviewed.claim, reviewed.claim.quotes[0]
        click.echo(
            f"\n{position + 1}/{len(queue)}  {claim.content.label}, {claim.attribution.status}"
            + (", on which others differ" if reviewed.contested else "")
        )
        click.echo(f"  …{words.prefix}{click.style(words.exact, bold=True)}{words.suffix}…  [{names[words.document]}]")
        told = claim.content.exchanged(parties.name, claim.valid)
        click.echo("  " + " · ".join(f"{name} {_plain(value)}" for name, value in told.items() if value))
        key = click.getchar()
        if key == "q":
            break
        if key == "u" and last is not None:
            if _judged(opened, by, undo=(queue[last].claim.id,)):
                position = last
            last = None
            continue
        if key == "a" and _judged(opened, by, accept=(claim.id,)):
            click.echo("  accepted")
            last = position
        if key == "r" and _judged(opened, by, reject=(claim.id,)):
            click.echo("  rejected")
            last = position
        if key == "e" and _amended(opened, reviewed, by):
            click.echo("  amended")
            last, position = position, position + 1
        if key in "ars":
            position += 1
