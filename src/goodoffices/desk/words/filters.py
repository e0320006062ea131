"""What narrows a search: of documents, and of the claims that people or the reader made of a passage."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from goodoffices.desk.evidence import slug, speaks_of
from goodoffices.desk.naming import documents_named, listed
from goodoffices.errors import BadArgument, NotFound
from goodoffices.record import Snapshot
from goodoffices.record.rows import bounds
from goodoffices.vocabulary.claim import Claim, Reviewed, ReviewState
from goodoffices.vocabulary.folding import fold
from goodoffices.vocabulary.kinds import KINDS, Decision
from goodoffices.vocabulary.party import Parties
from goodoffices.vocabulary.text import Document, Span

REVIEWS = ("proposed", "accepted", "amended")
STANDINGS = ("advisory", "political", "binding")
SPEAKERS = ("speaker", "on_behalf_of", "actor", "by", "giver", "party", "body")


class Filters(Struct, frozen=True, kw_only=True):
    """What narrows a search; "" or None for no limit.

    Of the claims on a passage, of which one must meet all: issue (id or words); speaker: whose word or act it is, body:
    which body met, decided or set it (id or name); kind; standing: the review (proposed, accepted, amended) or that of
    the decision (advisory, political, binding). Of its document: its name or id, its language (ISO 639-1), and its
    date, from `since` to `until`.
    """

    issue: str = ""
    speaker: str = ""
    body: str = ""
    kind: str = ""
    standing: str = ""
    document: str = ""
    language: str = ""
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def of_claims(self) -> bool:
        """Whether any of them looks at claims."""
        return bool(self.issue or self.speaker or self.body or self.kind or self.standing)

    @property
    def of_documents(self) -> bool:
        """Whether any of them looks at documents."""
        return bool(self.document or self.language or self.since or self.until)


class Cast:
    """Who speaks in the claims of a view. states: of the claims that count."""

    def __init__(self, snapshot: Snapshot, parties: Parties, states: frozenset[ReviewState]) -> None:
        self._snapshot, self._parties, self._states = snapshot, parties, states
        self._origins: dict[str, object] = {}

    def speakers(self, claim: Claim) -> tuple[str, ...]:
        """Ids of whose word or act a claim is: its holder and actor, else the body that set it."""
        holder = claim.attribution.holder
        found = [holder] if holder not in ("author", "unnamed") else []
        values = (getattr(claim.content, role, "") for role in SPEAKERS)
        found += [value for value in values if isinstance(value, str) and value]
        return tuple(dict.fromkeys(found)) or self.bodies(claim)

    def bodies(self, claim: Claim) -> tuple[str, ...]:
        """The id of the body that met, decided, or set what the claim says."""
        body = getattr(claim.content, "body", "") or getattr(self._origin(claim), "body", "")
        return (body,) if isinstance(body, str) and body else ()

    def force(self, claim: Claim) -> str:
        """The standing of the decision that the claim is or belongs to."""
        origin = claim.content if isinstance(claim.content, Decision) else self._origin(claim)
        return origin.standing if isinstance(origin, Decision) else ""

    def meeting(self, filters: Filters) -> Iterator[Claim]:
        """The claims that meet every filter of claims. Raises BadArgument, NotFound."""
        if filters.kind and filters.kind not in KINDS:
            raise BadArgument("a kind is one of the claim kinds", filters.kind, f"There are: {listed(KINDS)}.")
        if filters.standing and filters.standing not in (*REVIEWS, *STANDINGS):
            remedy = f"There are: {listed((*REVIEWS, *STANDINGS))}."
            raise BadArgument("a standing is that of a review or a decision", filters.standing, remedy)
        held = self._claims
        speaker = self._party(filters.speaker, held, self.speakers) if filters.speaker else ""
        body = self._party(filters.body, held, self.bodies) if filters.body else ""
        issue = _issue(filters.issue, held) if filters.issue else ""
        for reviewed in held:
            claim = reviewed.claim
            if (
                (not filters.kind or claim.kind == filters.kind)
                and (not issue or speaks_of(claim, issue))
                and (not speaker or speaker in self.speakers(claim))
                and (not body or body in self.bodies(claim))
                and (not filters.standing or filters.standing in (reviewed.state, self.force(claim)))
            ):
                yield claim

    @cached_property
    def _claims(self) -> list[Reviewed]:
        held = self._snapshot.claims(states=self._states)
        for reviewed in reversed(held):
            self._origins[reviewed.matter] = reviewed.claim.content
        self._origins |= {reviewed.claim.id: reviewed.claim.content for reviewed in held}
        return held

    def _party(self, given: str, held: Iterable[Reviewed], roles: Callable[[Claim], tuple[str, ...]]) -> str:
        """The id of a party that claims name in such a role, by its id or any of its names."""
        found = {party for reviewed in held for party in roles(reviewed.claim)}
        wanted = fold(given).split()
        for party in sorted(found):
            if given == party or wanted in [fold(name).split() for name in _names(party, self._parties)]:
                return party
        remedy = f"There are: {listed(sorted((self._parties.name(p) for p in found), key=str.casefold))}."
        raise NotFound("a speaker or body is one that claims name so", given, remedy)

    def _origin(self, claim: Claim) -> object:
        """What the decision, meeting or agreement says that a claim is part of."""
        origin = getattr(claim.content, "of", "")
        if origin and origin not in self._origins:
            try:
                self._origins[origin] = self._snapshot.claim(origin).claim.content
            except NotFound:
                self._origins[origin] = None
        return self._origins.get(origin)


class Quoted:
    """The quotes of some claims: which documents hold any, and which of them a passage holds, in order and disjoint."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._spans: dict[str, set[Span]] = {}
        for claim in claims:
            for quoted in claim.quotes:
                self._spans.setdefault(quoted.document, set()).add((quoted.start, quoted.end))

    @property
    def documents(self) -> frozenset[str]:
        """Ids of the documents."""
        return frozenset(self._spans)

    def __call__(self, document: str, start: int, end: int) -> tuple[Span, ...]:
        held: list[Span] = []
        for first, last in sorted(self._spans.get(document, ())):
            if first < end and start < last:
                before = held.pop() if held and first <= held[-1][1] else (first, last)
                held.append((before[0], max(last, before[1])))
        return tuple(held)


def documents(filters: Filters, known: Iterable[Document]) -> tuple[frozenset[str], int]:
    """Ids of the documents that the filters admit, and how many they leave out for want of a date.

    Raises NotFound when no document has such a name or language, BadArgument for a span that ends before it begins.
    """
    among = list(known)
    if filters.document:
        among = documents_named(among, filters.document)
    if filters.language:
        spoken = sorted({d.language for d in among if d.language})
        among = [d for d in among if d.language == filters.language]
        if not among:
            raise NotFound("a language is that of a document", filters.language, f"There are: {listed(spoken)}.")
    if filters.since is None and filters.until is None:
        return frozenset(d.id for d in among), 0
    if filters.since and filters.until and filters.since > filters.until:
        raise BadArgument(
            "a span of days ends after it begins", f"{filters.since} to {filters.until}", "Exchange them."
        )
    dated = [d for d in among if any(bounds(d.dated))]
    admitted = frozenset(d.id for d in dated if _within(d, filters.since, filters.until))
    return admitted, len(among) - len(dated)


def _issue(given: str, held: Iterable[Reviewed]) -> str:
    issue = slug(given)
    claims = [reviewed.claim for reviewed in held]
    if not any(speaks_of(claim, issue) for claim in claims):
        filed = sorted({slug(name) for claim in claims for name in claim.issues})
        raise NotFound("an issue is one that claims are filed under", given, f"There are: {listed(filed)}.")
    return issue


def _within(document: Document, since: dt.date | None, until: dt.date | None) -> bool:
    first, last = bounds(document.dated)
    return (since is None or last is None or since <= last) and (until is None or first is None or first <= until)


def _names(party_id: str, parties: Parties) -> list[str]:
    party = parties.get(party_id)
    return [party.name, *(name for names in party.names.values() for name in names)] if party else [party_id]
