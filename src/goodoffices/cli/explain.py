"""`goodoffices explain CASE CLAIM`"""

import re
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import NotFound

if TYPE_CHECKING:
    from goodoffices.desk.review.explain import Explained
    from goodoffices.reading.explaining import Explanation
    from goodoffices.record import Snapshot


@click.command("explain", short_help="Why a claim was proposed.")
@options.case
@click.argument("claim")
@click.option("--parse", is_flag=True, help="Parse the sentence anew and print its words with tags and heads.")
@options.as_json
def command(case: str, claim: str, parse: bool, as_json: bool) -> None:
    """Say why CLAIM (an id) was proposed: rule, trigger words, whose word it is, what its times are counted from."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        explained = opened.explain(claim, parse=parse)
        if as_json:
            terminal.print_json(explained)
        else:
            _print(explained, opened.at())


def _print(explained: "Explained", snapshot: "Snapshot") -> None:
    claim, parties = explained.reviewed.claim, snapshot.parties()
    click.echo(f"{claim.content.label} {claim.id}, {explained.reviewed.state}")
    if explained.reader:
        note = "" if explained.current else " (its latest reading proposes something else here)"
        click.echo(f"  rule      {claim.rule}, reader {explained.reader}{note}")
    else:
        click.echo(f"  entered   by {claim.entered_by or explained.reviewed.by}, no rule of the reader")
    for quote in claim.quotes:
        click.echo(
            f"  words     …{_line(quote.prefix)}{click.style(_line(quote.exact), bold=True)}{_line(quote.suffix)}…"
        )
    said = claim.attribution
    via = f", via {', '.join(map(parties.name, said.via))}" if said.via else ""
    held = f"{parties.name(said.holder)}{via}: {said.source}, {said.certainty}, {said.polarity}"
    click.echo(f"  whose     {held}" + (f", if: {_line(said.condition.exact)}" if said.condition else ""))
    if explained.why:
        _print_why(explained.why, snapshot)


def _print_why(why: "Explanation", snapshot: "Snapshot") -> None:
    name = snapshot.parties().name
    for trigger in why.triggers:
        click.echo(f"  trigger   {trigger.words}: {trigger.meaning}")
    for hedge in why.hedges:
        click.echo(f"  hedge     {hedge.cue}: {hedge.status}")
    for mention in why.actors:
        click.echo(f"  named     {_line(mention.quote.exact)}: {name(mention.party)}")
    for counted in why.times:
        for when in counted.when.readings():
            basis = f", from “{_line(when.basis)}”" if when.basis and when.bounded else ""
            anchor = f", counted from {_anchor(snapshot, when.anchor)}" if when.anchor else ""
            click.echo(f"  time      {counted.attribute}: {when}{basis}{anchor}")
    for words in why.parses:
        rows = [(str(w.number), w.words, w.tag, w.relation, f"{w.head} {words[w.head].words}") for w in words]
        terminal.table(rows, heads=("", "Word", "Tag", "Relation", "Head"))


def _anchor(snapshot: "Snapshot", anchor: str) -> str:
    if anchor == "document":
        return "the date of the document"
    try:
        claim = snapshot.claim(anchor).claim
    except NotFound:
        return anchor
    return f"{claim.content.label.lower()} {anchor}, {claim.valid or 'undated'}"


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", words)
