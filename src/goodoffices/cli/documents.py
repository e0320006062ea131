"""`goodoffices documents CASE`"""

import click

from goodoffices.cli import options, terminal


@click.command("documents", short_help="The documents of a case, with their dates.")
@options.case
@options.view
@options.as_json
def command(
    case: str,
    glass: options.Glass,
    as_json: bool,
) -> None:
    """List the documents: file, title, date, language, and whether anybody has read them."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        found = opened.documents(snapshot)
        unread = {document.id for document in snapshot.unread()}
    if as_json:
        terminal.print_json(found)
        return
    rows = [(d.name, d.title, str(d.dated or "no date"), d.language, "" if d.id in unread else "read") for d in found]
    if rows:
        terminal.table(rows, heads=("File", "Title", "Dated", "Language", "Read"), widths={0: 32, 1: 60, 2: 24})
    else:
        click.echo(f"No document here yet: goodoffices add {case} FILES…")
    click.echo(f"{len(found)} {'document' if len(found) == 1 else 'documents'}, {len(unread)} unread.")
