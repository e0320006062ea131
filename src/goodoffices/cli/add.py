"""`goodoffices add CASE PATHS…`"""

import sys

import click

from goodoffices.cli import options, terminal


@click.command("add", short_help="Add documents: files or folders.")
@options.case
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option("--date", "dated", metavar="EDTF", help="The date the documents bear, where they do not say.")
@click.option("--published", metavar="EDTF", help="When they became public, if that is another day.")
@click.option("--replaces", default="", metavar="DOCUMENT", help="The document of which the file is a newer version.")
@click.option("--max-bytes", type=int, help="The largest file that is read; 50,000,000 if left out.")
@click.option("--max-pages", type=int, help="The longest PDF that is read; 5,000 pages if left out.")
@click.option("--max-seconds", type=float, help="The most computing time for one file; 120 if left out.")
@click.option("--max-memory", type=int, metavar="MB", help="The most memory for one file; 2,000 if left out.")
@click.option("--verbose", is_flag=True, help="Say what reading each file took: seconds and memory.")
@options.by
@options.as_json
def command(
    case: str,
    paths: tuple[str, ...],
    dated: str | None,
    published: str | None,
    replaces: str,
    max_bytes: int | None,
    max_pages: int | None,
    max_seconds: float | None,
    max_memory: int | None,
    verbose: bool,
    by: str,
    as_json: bool,
) -> None:
    """Add documents: PDF, DOCX, e-mail, HTML, saved pages, Akoma Ntoso, plain text.

    A file that cannot be used is refused by name; the rest goes on.
    """
    from goodoffices.desk.case import Case
    from goodoffices.desk.review.anchors import noted
    from goodoffices.documents import Limits

    memory = None if max_memory is None else max_memory * 1_000_000
    bounds = {"max_bytes": max_bytes, "max_pages": max_pages, "max_seconds": max_seconds, "max_memory": memory}
    limits = Limits(**{name: bound for name, bound in bounds.items() if bound is not None})  # type: ignore[arg-type]
    with Case.open(case, options.passphrase) as opened, terminal.bar("adding", quiet=as_json) as progress:
        added = opened.add(
            paths, by=by, dated=dated, published=published, limits=limits, replaces=replaces, progress=progress
        )
        again = noted([one.worst for one in opened.anchors()]) if replaces else ()
        texts = {document.id: opened.at().text(document.id) for document in added.documents}
    if as_json:
        terminal.print_json(
            {
                "added": added.documents,
                "already": added.already,
                "refused": terminal.named(added.refused),
                "costs": added.costs,
            }
        )
    else:
        for document in added.documents:
            when = f"{document.dated} ({document.dated.basis})" if document.dated else "no date found"
            click.echo(f"added    {document.name}  “{document.title or 'untitled'}”  {when}")
            for note in texts[document.id].notes:
                click.echo(f"note     {document.name}: {note}")
        for document in added.already:
            click.echo(f"already  {document.name}  is in the case as {document.id}")
        for line in again:
            click.echo(f"{line} See: goodoffices anchors {case}")
        terminal.complain(added.refused)
        for cost in added.costs if verbose else ():
            click.echo(f"took     {cost.item}: {cost.seconds:.2f} s, {cost.memory / 1e6:.0f} MB")
        undated = [d.name for d in (*added.documents, *added.already) if d.dated is None]
        if undated:
            click.echo(
                f"\n{len(undated)} without a date: {', '.join(undated[:5])}{' …' if len(undated) > 5 else ''}. "
                "“On Friday” cannot be resolved in them.\n"
                f"When was it? goodoffices add {case} FILE --date YYYY-MM-DD"
            )
    if added.refused:
        sys.exit(2)
