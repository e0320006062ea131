"""`goodoffices search CASE QUERY`"""

from typing import TYPE_CHECKING, Any

import click

from goodoffices.cli import options, terminal

if TYPE_CHECKING:
    from rich.text import Text

    from goodoffices.desk.words.search import Answer, Said


@click.command("search", short_help="What was said before, by whom, in which words.")
@options.case
@click.argument("query", nargs=-1)
@click.option("--issue", default="", help="Claims filed under this issue.")
@click.option("--speaker", default="", help="Whose word or act it is: a party's id or name.")
@click.option("--body", default="", help="Which body met, decided or set it.")
@click.option("--kind", default="", help="Claims of this kind: provision, statement, term …")
@click.option("--standing", default="", help="proposed, accepted, amended; advisory, political, binding.")
@click.option("--document", default="", help="In this document: its file name or id.")
@click.option("--language", default="", help="In documents of this language: en, fr, ar …")
@click.option("--since", type=options.Day(), help="Documents dated on or after that day.")
@click.option("--until", type=options.Day(), help="Documents dated on or before that day.")
@click.option("--by-date", is_flag=True, help="Oldest first, instead of the best match first.")
@click.option("--limit", default=10, show_default=True, help="How many to show.")
@click.option("--offset", default=0, help="How many to pass over.")
@options.view
@options.with_proposals
@options.as_json
def command(
    case: str,
    query: tuple[str, ...],
    glass: options.Glass,
    with_proposals: bool,
    as_json: bool,
    **narrowed: Any,
) -> None:
    """Passages with all words of QUERY, in any inflection, with or without accents and vowel signs.

    \b
    "exact phrase"      these words in this order
    freeze OR halt      either
    -Gaza               not this (put -- before a QUERY that begins with -)
    negotiat*           every word that begins so
    (a OR b) c          parentheses keep together
    """
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened, terminal.bar("indexing", quiet=as_json) as progress:
        snapshot = glass.of(opened)
        words = " ".join(query)
        answer = opened.search(words, snapshot, proposals=with_proposals, progress=progress, **narrowed)
    if as_json:
        terminal.print_json(answer)
    else:
        _show(answer)


def _show(answer: "Answer") -> None:
    rows = [(_source(said), _words(said), _became(said)) for said in answer.said]
    if rows:
        terminal.table(rows, heads=("When, who, where", "Words", "What became of it"), widths={0: 26, 1: 84, 2: 32})
    first, last = answer.offset + 1, answer.offset + len(rows)
    shown = f", {first} to {last} shown" if rows and len(rows) < answer.total else ""
    public = f", from what was public by {answer.published_by}" if answer.published_by else ""
    passages = "1 passage" if answer.total == 1 else f"{answer.total} passages"
    click.echo(f"{passages}{shown}; as of {answer.as_of}{public}, record to entry {answer.seq}.")
    if any(not about.reviewed for said in answer.said for about in said.claims):
        click.echo("* proposed by the reader and not reviewed by anybody")
    for note in answer.notes():
        click.echo(note)


def _words(said: "Said") -> "Text":
    """The quote on one line, what was sought in bold and underlined: two signs, neither of them colour."""
    from rich.text import Text

    drawn = Text()
    at = said.quote.start
    for start, end in (*said.marks, (said.quote.end, said.quote.end)):
        drawn.append(_line(said, at, start)).append(_line(said, start, end), style="bold underline")
        at = end
    return drawn


def _line(said: "Said", start: int, end: int) -> str:
    part = said.quote.exact[start - said.quote.start : end - said.quote.start]
    return "".join(character if character.isprintable() else " " for character in part)


def _source(said: "Said") -> str:
    lines = (said.when or "no date", said.who, f"{said.document} {said.quote.start}:{said.quote.end}")
    return "\n".join(line for line in lines if line)


def _became(said: "Said") -> str:
    lines = []
    for about in said.claims:
        sign = "" if about.reviewed else " *"
        if about.became:
            lines.append(f"{about.what}: {about.became}{sign}")
    return "\n".join(dict.fromkeys(lines)) or ", ".join(dict.fromkeys(about.kind for about in said.claims))
