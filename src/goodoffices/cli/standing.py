"""`goodoffices standing CASE`"""

from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal

if TYPE_CHECKING:
    from goodoffices.desk.parties.standing import Standing
    from goodoffices.vocabulary.party import Parties


@click.command("standing", short_help="Who stands where; what is tied to what; who gave what.")
@options.case
@options.view
@click.option(
    "--party", "parties", multiple=True, help="Only what concerns this party, by name or id; may be repeated."
)
@options.with_proposals
@options.as_json
def command(
    case: str,
    glass: options.Glass,
    parties: tuple[str, ...],
    with_proposals: bool,
    as_json: bool,
) -> None:
    """Positions, answers to texts, what parties differ over and where they come together, linkages, concessions."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        found = opened.standing(snapshot, parties=parties, proposals=with_proposals)
        known = snapshot.parties()
    if as_json:
        terminal.print_json(found)
        return
    _show(found, known)


def _show(found: "Standing", parties: "Parties") -> None:
    def named(ids: tuple[str, ...]) -> str:
        return ", ".join(sorted((parties.name(one) for one in ids), key=str.casefold))

    def said(claims: tuple[str, ...]) -> str:
        return "\n".join(f"“{found.words[claim]}”" for claim in claims if found.words.get(claim))

    positions = [
        (s.issue, parties.name(s.party), s.words(parties.name) + ("  (sources differ)" if len(s.stances) > 1 else ""),
         str(s.since or ""), said(tuple(c for claims in s.claims for c in claims)))
        for s in found.positions
    ]  # fmt: skip
    answers = [
        (a.about, parties.name(a.party), "; ".join((a.words(parties.name), *a.reservations)),
         str(a.status.since or ""), said(a.claims))
        for a in found.answers
    ]  # fmt: skip
    relations = [
        ("differ" if b.differ else "come together", named(b.parties), b.over, ", then ".join(b.trends), said(b.claims))
        for b in found.relations
    ]
    tied = [
        (t.kind, parties.name(t.by) if t.by else "", t.told, "; ".join(t.exits), said(t.claims)) for t in found.ties
    ]
    given = [
        (parties.name(g.giver), parties.name(g.receiver), g.what, g.in_exchange_for, g.fate.replace("_", " "))
        for balance in found.balances
        for g in (*balance.by_one, *balance.by_other)
    ]
    click.echo(f"Who stands where on {found.as_of}")
    for title, rows, heads in (
        ("Positions", positions, ("Issue", "Party", "Stance", "Since", "Words")),
        ("Answers to texts", answers, ("Text", "Party", "Answer", "Since", "Words")),
        ("Differences and convergences", relations, ("They", "Parties", "Over", "Trend", "Words")),
        ("Linkages", tied, ("Kind", "By", "Tied", "Ways out sought", "Words")),
        ("Concessions", given, ("Giver", "Receiver", "What", "In exchange for", "Since then")),
    ):
        if rows:
            click.echo(f"\n{title}")
            terminal.table(rows, heads=heads, widths={1: 26, 2: 36, 4: 60})
        else:
            click.echo(f"\n{title}: none in this record, which may be incomplete.")
    if found.unreviewed:
        click.echo(f"{found.unreviewed} proposals are not reviewed and not counted here.")
