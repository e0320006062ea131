"""Which claims of the record speak of an issue, and of which party: the evidence a scenario is drafted from."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from goodoffices.vocabulary.claim import Claim, Reviewed
from goodoffices.vocabulary.kinds import Linkage, Position

# The fields of claim kinds that hold ids of parties.
ROLES = (
    "party", "parties", "speaker", "on_behalf_of", "addressee", "addressees", "body", "by", "giver", "receiver",
    "actor", "target", "mediators", "beneficiary", "participants", "source", "recipient",
)  # fmt: skip


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One claim on one issue, in its exact words. by_words: the claim is not filed under the issue, its words name it.
    reviewed: whether people of the office stand by it."""

    claim: str
    kind: str
    issue: str
    parties: tuple[str, ...]
    words: str
    status: str
    since: str
    by_words: bool
    reviewed: bool


def words(claim: Claim) -> str:
    """The exact words of a claim on one line, or the note of one entered without a document."""
    return " ".join((claim.quotes[0].exact if claim.quotes else claim.note).split())


def slug(name: str) -> str:
    """The id an issue's name stands for: small letters, underscores."""
    return "_".join(name.casefold().replace("_", " ").split())


def evidence(claims: Iterable[Reviewed], issues: Iterable[str]) -> Iterator[Evidence]:
    """What each claim shows on each of `issues` (ids), in the order of the claims."""
    wanted = tuple(issues)
    for reviewed in claims:
        claim = reviewed.claim
        said = words(claim)
        for issue in wanted:
            filed = speaks_of(claim, issue)
            if filed or named_in(issue, said):
                yield Evidence(
                    claim=claim.id,
                    kind=claim.kind,
                    issue=issue,
                    parties=concerned(claim),
                    words=said,
                    status=claim.attribution.status,
                    since=str(claim.valid) if claim.valid else "",
                    by_words=not filed,
                    reviewed=reviewed.stands,
                )


def named_in(issue: str, said: str) -> bool:
    """Whether words name the issue, whole words only: indirect talks are no direct talks."""
    pattern = r"\W+".join(map(re.escape, issue.split("_")))
    return re.search(rf"(?<!\w){pattern}(?!\w)", said.casefold()) is not None


def speaks_of(claim: Claim, issue: str) -> bool:
    """Whether the claim is filed under the issue, is a position on it, or ties it to something."""
    content = claim.content
    if isinstance(content, Position) and slug(content.issue) == issue:
        return True
    if isinstance(content, Linkage) and issue in map(slug, content.ties):
        return True
    return issue in map(slug, claim.issues)


def concerned(claim: Claim) -> tuple[str, ...]:
    """Ids of the parties a claim names in any role, the holder of its words first."""
    found = [claim.attribution.holder] if claim.attribution.holder not in ("author", "unnamed") else []
    for role in ROLES:
        value = getattr(claim.content, role, ())
        named = (value,) if isinstance(value, str) else value  # an expectation's `by` is a time
        found += [one for one in named if isinstance(one, str)] if isinstance(named, tuple) else []
    return tuple(dict.fromkeys(one for one in found if one))
