"""`goodoffices erase CASE [DOCUMENTS…]`"""

import sys
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import GoodOfficesError, Refused

if TYPE_CHECKING:
    from goodoffices.desk.case import Case


@click.command("erase", short_help="Erase documents with all that rests on them, for good.")
@options.case
@click.argument("documents", nargs=-1)
@click.option("--reason", default="", help="Why; it stays in the log, so leave out what must be forgotten.")
@click.option("--yes", is_flag=True, help="Do not ask whether you are sure.")
@options.by
@options.as_json
def command(case: str, documents: tuple[str, ...], reason: str, yes: bool, by: str, as_json: bool) -> None:
    """Erase documents, named by id or file name: their bytes, text and readings, and every claim and verdict that
    quotes them. There is no way back. Without a document: list what was erased, when, by whom and why."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        if not documents:
            _list(opened, as_json=as_json)
            return
        if not yes:
            click.confirm(f"Erase {', '.join(documents)} and all that rests on them, for good?", abort=True, err=True)
        done, refused = [], []
        for document in documents:
            try:
                done.append(opened.erase(document, reason, by=by))
            except GoodOfficesError as error:
                refused.append(Refused(document, error))
    if as_json:
        terminal.print_json({"erased": done, "refused": terminal.named(refused)})
    else:
        for one in done:
            click.echo(
                f"erased   {one.document}  {one.entries} entries of the log are empty, {one.claims} claims changed"
            )
        if not all(one.scrubbed for one in done):
            click.echo("Others have the case open: traces of the keys go when it is opened after they have closed it.")
        if done:
            click.echo(
                "Backups made earlier, and a case left behind by migrate, still hold it: see the page on erasing."
            )
        terminal.complain(refused)
    if refused:
        sys.exit(2)


def _list(opened: "Case", *, as_json: bool) -> None:
    entries = opened.erased()
    if as_json:
        terminal.print_json(entries)
        return
    rows = [(str(e.seq), e.subject, f"{e.at:%Y-%m-%d}", e.by, getattr(e.body, "reason", "")) for e in entries]
    if rows:
        terminal.table(rows, heads=("Entry", "Document", "Day", "By", "Reason"), widths={4: 60})
    click.echo(f"{len(rows)} documents were erased.")
