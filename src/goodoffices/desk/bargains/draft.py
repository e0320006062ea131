"""Drafting a scenario from the record: issues, options, stances and linkages with their exact words. What the record
does not hold stays unknown and is listed; nothing is guessed, no weight is made up.

Options of an issue: the status quo, and every stance the record holds on it, or what provisions on it ask for. A party
that holds one of these stances gives it 100 points, the convention for the option liked best; all other values, every
weight and every reservation stay unknown. Where the record says how much issues matter to a party (salience), their
order is taken over, not the numbers. A linkage is drafted with unknown points: whether its author would refuse, the
record does not say.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from goodoffices.bargaining import Scenario, write_scenario
from goodoffices.bargaining.amounts import POINT
from goodoffices.bargaining.scenario import Choice, Condition, Issue, Linkage, Party, Preference, Worth
from goodoffices.bargaining.soundness import sound
from goodoffices.desk.affairs.timeline import shown
from goodoffices.desk.evidence import Evidence, evidence, slug, words
from goodoffices.desk.naming import parties_named
from goodoffices.errors import BadArgument
from goodoffices.record import Snapshot
from goodoffices.vocabulary import kinds
from goodoffices.vocabulary.claim import Claim, Reviewed

QUO = "as it stands"
"""The option of every drafted issue that nothing is agreed on it."""


class Drafted(msgspec.Struct, frozen=True, kw_only=True):
    """A drafted scenario, the claims it rests on, the open cells, and what could not be taken over, with the reason."""

    scenario: Scenario
    evidence: tuple[Evidence, ...]
    unknown: tuple[str, ...]
    left_out: tuple[str, ...]


def draft(
    snapshot: Snapshot,
    parties: Sequence[str],
    issues: Sequence[str],
    *,
    by: str,
    dated: dt.date,
    title: str = "",
    proposals: bool = False,
    fictional: bool = False,
) -> Drafted:
    """A scenario between `parties` (ids or names) over `issues` (ids or names), from the claims of `snapshot` that
    people stand by, and with `proposals` those not yet reviewed. by, dated: whose draft it is, of which day. Raises
    NotFound for a party the record does not know, BadArgument for less than one of each.
    """
    names = tuple(dict.fromkeys(slug(name) for name in issues if slug(name)))
    claims = shown(snapshot.claims(), proposals=proposals)
    who = _parties(snapshot, parties)
    if not who or not names:
        raise BadArgument("a scenario is drafted for parties and issues", None, "Name them: --parties, --issues.")
    found = tuple(evidence(claims, names))
    labels = {slug(name): name.replace("_", " ") for name in issues}
    drawn = tuple(Issue(name, _options(claims, name), labels[name]) for name in names)
    left_out: list[str] = [
        f"{one.id}: no stance and no provision in the record; its options are to be written in"
        for one in drawn
        if len(one.options) == 1
    ]
    scenario = Scenario(
        who,
        drawn,
        tuple(_preference(party.id, drawn, claims, left_out) for party in who),
        tuple(_linkages(claims, drawn, who, left_out)),
        status_quo=tuple(Choice(one.id, QUO) for one in drawn),
        title=title or f"Draft from the record: {', '.join(labels[name] for name in names)}",
        author=by,
        dated=dated.isoformat(),
        fictional=fictional,
        note="Drafted from the record. Options may overlap: merge, reorder and complete them by hand.",
    )
    whole = sound(scenario)
    return Drafted(scenario=whole, evidence=found, unknown=whole.unknown_cells(), left_out=tuple(left_out))


def written(drafted: Drafted) -> str:
    """The draft as YAML, with its evidence, the open cells and what was left out as comments."""
    scenario = drafted.scenario
    lines = [write_scenario(scenario).rstrip(), "", "# Evidence: claim, kind, since when, exact words."]
    for issue in scenario.issues:
        lines.append(f"# {issue.id}")
        for party in scenario.parties:
            mine = [e for e in drafted.evidence if e.issue == issue.id and party.id in e.parties]
            lines.append(f"#   {party.id}" + ("" if mine else ": nothing in the record"))
            lines += [f"#     {_cited(one)}" for one in mine]
        ids = {party.id for party in scenario.parties}
        others = [e for e in drafted.evidence if e.issue == issue.id and not ids & set(e.parties)]
        lines += ["#   names none of these parties", *(f"#     {_cited(one)}" for one in others)] if others else []
    lines += ["", "# Not known, and not guessed:", *(f"#   {cell}" for cell in drafted.unknown)]
    if drafted.left_out:
        lines += ["", "# Not taken over:", *(f"#   {_one_line(one)}" for one in drafted.left_out)]
    return "\n".join(lines) + "\n"


def _cited(one: Evidence) -> str:
    marks = (
        f" ({one.status})" * (one.status != "asserted")
        + " (by its words)" * one.by_words
        + " (proposed, not reviewed)" * (not one.reviewed)
    )
    since = f", {one.since}" if one.since else ""
    return _one_line(f"{one.claim}, {one.kind}{since}{marks}: “{one.words}”")


def _one_line(text: str) -> str:
    """A comment ends with its line: words of a document must not end it, nor hold what YAML refuses."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _parties(snapshot: Snapshot, given: Sequence[str]) -> tuple[Party, ...]:
    known = snapshot.parties()
    found = parties_named(snapshot, [one.strip() for one in given if one.strip()])
    return tuple(Party(party, known[party].name) if party in known else Party(party) for party in found)


def _options(claims: Sequence[Reviewed], issue: str) -> tuple[str, ...]:
    """The status quo, then the stances in the order of the record, then what provisions ask for."""
    stances = [held.stance for held in _positions(claims) if slug(held.issue) == issue and held.stance]
    acts = [
        one.claim.content.act
        for one in claims
        if isinstance(one.claim.content, kinds.Provision)
        and one.claim.attribution.polarity == "affirmed"
        and issue in map(slug, one.claim.issues)
        and one.claim.content.act
    ]
    return tuple(dict.fromkeys((QUO, *(_one_line(one) for one in (*stances, *([] if stances else acts))))))


def _positions(claims: Sequence[Reviewed]) -> list[kinds.Position]:
    affirmed = [one.claim for one in claims if one.claim.attribution.polarity == "affirmed"]
    return [claim.content for claim in affirmed if isinstance(claim.content, kinds.Position)]


def _preference(party: str, issues: Sequence[Issue], claims: Sequence[Reviewed], left_out: list[str]) -> Preference:
    held = [one for one in _positions(claims) if one.party == party]
    worths = []
    for issue in issues:
        stances = {_one_line(one.stance) for one in held if slug(one.issue) == issue.id and one.stance}
        if len(stances) > 1:
            left_out.append(f"{party} on {issue.id}: several stances ({'; '.join(sorted(stances))}); none is taken")
        firm = stances if len(stances) == 1 else set()
        worths.append(Worth(issue.id, tuple(100 * POINT if o in firm else None for o in issue.options)))
    salience: dict[str, float] = {}
    for one in held:
        if one.salience is not None and slug(one.issue) in {issue.id for issue in issues}:
            salience[slug(one.issue)] = one.salience
    ranked = sorted(salience, key=lambda name: -salience[name])
    distinct = len(set(salience.values())) == len(salience) > 1
    return Preference(party, (None,) * len(issues), tuple(worths), None, tuple(ranked) if distinct else ())


def _linkages(
    claims: Sequence[Reviewed], issues: Sequence[Issue], parties: Sequence[Party], left_out: list[str]
) -> list[Linkage]:
    options = {issue.id: issue.options[1:] for issue in issues}
    found = []
    for one in claims:
        content = one.claim.content
        if not isinstance(content, kinds.Linkage) or one.claim.attribution.polarity == "denied":
            continue
        tied = [slug(tie) for tie in content.ties]
        mine = [name for name in dict.fromkeys(tied) if options.get(name)]
        if not any(name in options for name in tied):
            continue
        reason = ""
        if content.by not in {party.id for party in parties}:
            reason = f"tied by {content.by or 'nobody named'}, who is not one of the parties"
        elif len(mine) < 2:
            reason = "fewer than two of the things tied are issues with options here"
        if reason:
            left_out.append(f"linkage {one.claim.id}: {reason}: “{words(one.claim)}”")
            continue
        found += _drafted(one.claim, content, mine, options)
    return found


def _drafted(
    claim: Claim, content: kinds.Linkage, tied: Sequence[str], options: dict[str, tuple[str, ...]]
) -> list[Linkage]:
    """What goes against the linkage: a condition (A only if B) A without B; a sequence (A before B) B without A; a
    package or a trade each one without each other."""
    pairs = [(a, b) for a in tied for b in tied if a != b]
    if content.link_kind == "condition":
        pairs = [(tied[0], b) for b in tied[1:]]
    elif content.link_kind == "sequence":
        pairs = [(b, a) for a, b in pairwise(tied)]
    return [
        Linkage(
            f"{claim.id}: {agreed} without {open_}",
            content.by,
            (Condition(agreed, options[agreed]), Condition(open_, (QUO,))),
            claim=claim.id,
            quote=words(claim),
        )
        for agreed, open_ in pairs
    ]
