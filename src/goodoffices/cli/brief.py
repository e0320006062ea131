"""`goodoffices brief CASE`"""

from pathlib import Path

import click

from goodoffices.cli import options, terminal


@click.command("brief", short_help="Write a dated, cited page of advice.")
@options.case
@options.paper("brief.html")
@click.option("--title", default="", help="The heading of the page.")
@options.view
@options.with_proposals
@options.by
def command(
    case: str,
    out: str,
    form: str | None,
    title: str,
    glass: options.Glass,
    with_proposals: bool,
    by: str,
) -> None:
    """Write a brief as one file, HTML, PDF or Word, that needs no network and prints on A4: what is due and has passed,
    what is in force, who differs, what is tied to what, where sources contradict each other, each with its exact words.
    """
    from goodoffices.briefs.writing import form_of, written
    from goodoffices.desk.case import Case

    form = form or form_of(out)
    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        brief = opened.brief(snapshot, title=title, by=by, proposals=with_proposals)
    Path(out).write_bytes(written(brief, form))
    click.echo(
        f"{out}: as of {brief.as_of}, {terminal.counted(len(brief.footnotes), 'footnote')} with their exact words"
    )
