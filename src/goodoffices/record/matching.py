"""Claims put together into matters, matters that are probably one, rulings carried to today's matters."""

from collections.abc import Iterable, Sequence

from goodoffices.record.blobs import read_value
from goodoffices.record.rows import RulingRow
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.hashing import named
from goodoffices.vocabulary.match import alike_matters


def gathered(claims: Iterable[Reviewed]) -> list[Matter]:
    """The matters of these claims, in the order of their first claims."""
    by_matter: dict[str, list[Reviewed]] = {}
    for held in claims:
        by_matter.setdefault(held.matter, []).append(held)
    return [Matter(id=i, kind=held[0].claim.kind, claims=tuple(held)) for i, held in by_matter.items()]


def matches(matters: Sequence[Matter], different: set[tuple[str, str]]) -> list[tuple[Matter, ...]]:
    """These matters in groups of two or more that may be one: each alike every other, and no two called different.
    `different` holds pairs of claim ids, both ways round.
    """
    pairs = {(a.id, b.id) for a, b in alike_matters(matters) if not _called_different(a, b, different)}
    order = {matter.id: number for number, matter in enumerate(matters)}
    tied = sorted({i for pair in pairs for i in pair}, key=order.__getitem__)
    groups: list[list[str]] = []
    for name in tied:
        group = next((g for g in groups if all((i, name) in pairs for i in g)), None)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    return [tuple(matters[order[i]] for i in group) for group in groups if len(group) > 1]


def _called_different(one: Matter, other: Matter, different: set[tuple[str, str]]) -> bool:
    return any((a.claim.id, b.claim.id) in different for a in one.claims for b in other.claims)


def followed(rows: Iterable[RulingRow], held: Iterable[Reviewed]) -> list[Ruling]:
    """The rulings as today's conflicts know them: on the matter that the followed claim now belongs to, and having
    seen a claim's present version if that says what the version seen said.
    """
    now = {r.claim.id: r for r in held}
    rulings = []
    for row in rows:
        if row.follows not in now:
            continue
        seen = read_value(row.saw, list[tuple[str, str]])
        ruling = Ruling(
            conflict=f"{now[row.follows].matter}:{row.attribute}",
            follows=row.follows,
            reason=row.reason,
            by=row.by,
            saw=tuple((i, now[i].seq) for i, name in seen if i in now and named(now[i].claim) == name),
        )
        rulings.append(ruling)
    return rulings
