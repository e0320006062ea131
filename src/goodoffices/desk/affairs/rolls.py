"""Roll calls of a case: those its decisions tell of, and those of the tables that were added to it."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from goodoffices.desk.affairs.status import counted
from goodoffices.errors import BadArgument, NotFound, Refused
from goodoffices.exchange.table_files import TableFile
from goodoffices.exchange.vote_tables import VoteTable, votes_in
from goodoffices.record import Snapshot
from goodoffices.standing.decided import decided
from goodoffices.standing.rollcalls import RollCalls
from goodoffices.standing.seats import PERMANENT
from goodoffices.vocabulary.rolls import ENDINGS, Part, part_of
from goodoffices.vocabulary.text import Document

ASSEMBLY = "unga"
"""The body whose votes come as tables."""
BODIES = (ASSEMBLY, *PERMANENT)

Parse = Callable[[TableFile, TableFile, TableFile | None], VoteTable]


class Rolls(Struct, frozen=True, kw_only=True):
    """Roll calls of one body. table: with the names of those who voted, and of issues; claims: by the id of a call,
    which then is that of its matter, those that tell of it; documents: the tables, their calls first.
    """

    body: str
    table: VoteTable
    claims: dict[str, tuple[str, ...]] = {}
    documents: tuple[Document, ...] = ()

    def voted(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The ids of parties named by id, or by their names in the table. BadArgument for one of which no votes can be
        known.
        """
        names = self.table.names
        by_name = {name.casefold(): party for party, name in names.items()}
        found = tuple(by_name.get(one.strip().casefold(), one.strip()) for one in parties)
        if strangers := [one for one in found if one not in names]:
            rule = "votes are told of members who sat in the body all along"
            if self.documents:
                raise BadArgument(
                    "a party has a vote in the table", strangers, "Name it as the table does, or by its id."
                )
            raise BadArgument(rule, strangers, f"Of {self.body} these have: {', '.join(names)}.")
        return found


def rolls_of(
    snapshot: Snapshot, body: str, held: Sequence[Document], *, proposals: bool = False, parse: Parse = votes_in
) -> Rolls:
    """The roll calls of a body (its id) through the snapshot, up to its days. held: the `tables` among its documents;
    parse: what reads them.

    BadArgument for a body of which no roll calls can be known, NotFound where the case holds no tables of them.
    """
    if body == ASSEMBLY:
        return _filed(snapshot, held, parse)
    if body not in PERMANENT:
        raise BadArgument("roll calls are known of some bodies", body, f"These are: {', '.join(BODIES)}.")
    return _decided(snapshot, body, proposals)


def _decided(snapshot: Snapshot, body: str, proposals: bool) -> Rolls:
    """As decisions tell them, of the members who sat all along. What nobody can name is refused by its reference."""
    sitting = PERMANENT[body]
    found = decided(snapshot.matters("decision", states=counted(proposals)), body, sitting)
    untold = [Refused(one, BadArgument("a decision names its day and who held back", one)) for one in found.untold]
    issues = {one: one.replace("_", " ") for call in found.calls.calls for one in call.issues}
    names = {party: snapshot.parties().name(party) for party in sitting}
    calls = _by_then(snapshot, found.calls)
    return Rolls(body=body, table=VoteTable(calls, names, issues, tuple(untold)), claims=found.claims)


def _filed(snapshot: Snapshot, held: Sequence[Document], parse: Parse) -> Rolls:
    """Those of the tables added last."""
    found: dict[Part, Document] = {}
    for document in held:
        part = part_of(snapshot.text(document.id).content.partition("\n")[0])
        if part is not None:
            found[part] = document
    calls, cast, issues = found.get("calls"), found.get("votes"), found.get("issues")
    if calls is None or cast is None:
        lacking = [said for said, one in (("of roll calls", calls), ("of votes", cast)) if one is None]
        raise NotFound(
            "votes of the General Assembly come from two tables of the case",
            f"none {' and none '.join(lacking)}",
            "Add them like documents: a table with the columns rcid, date, one with rcid, country, country_code, vote.",
        )

    def loaded(document: Document) -> TableFile:
        return TableFile(document.name, snapshot.original(document.id))

    table = parse(loaded(calls), loaded(cast), loaded(issues) if issues else None)
    seen = VoteTable(_by_then(snapshot, table.calls), table.names, table.issues, table.refused)
    return Rolls(body=ASSEMBLY, table=seen, documents=tuple(d for d in (calls, cast, issues) if d))


def tables(documents: Iterable[Document]) -> list[Document]:
    """Those that may be tables, by their names, in the order in which they were added."""
    return [document for document in documents if document.name.casefold().endswith(ENDINGS)]


def _by_then(snapshot: Snapshot, calls: RollCalls) -> RollCalls:
    """Those up to the day of the snapshot, and up to that by which things were public: a vote is public at once."""
    days = [day for day in (snapshot.as_of, snapshot.published_by) if day]
    return calls.only(until=min(days)) if days else calls
