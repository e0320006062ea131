"""Documents and parties as people name them: by id, file name, or name."""

from collections.abc import Iterable, Sequence

from goodoffices.desk.evidence import concerned
from goodoffices.errors import BadArgument, NotFound
from goodoffices.record import Snapshot
from goodoffices.vocabulary.folding import fold
from goodoffices.vocabulary.text import Document


def listed(names: Iterable[str], most: int = 24) -> str:
    """Names for a message, the first of many."""
    shown = list(names)
    return (", ".join(shown[:most]) or "none") + (f" and {len(shown) - most} more" if len(shown) > most else "")


def documents_named(documents: Iterable[Document], name: str) -> list[Document]:
    """The documents of that id or file name, several where a file name is shared; NotFound when there is none."""
    known = list(documents)
    found = [d for d in known if name in (d.id, d.name)]
    if not found:
        remedy = f"There are: {listed(sorted({d.name for d in known}, key=str.casefold))}."
        raise NotFound("a document is named by its id or file name", name, remedy)
    return found


def document_named(snapshot: Snapshot, name: str) -> str:
    """The id of the one document of that id or file name; NotFound, BadArgument for a name that several have."""
    found = [d.id for d in documents_named(snapshot.documents(), name)]
    if len(found) > 1:
        raise BadArgument("a file name means one document", f"{name}: {', '.join(found)}", "Name it by its id.")
    return found[0]


def parties_named(snapshot: Snapshot, given: Sequence[str], *, unheard: bool = False) -> tuple[str, ...]:
    """The ids of parties named by id or by any of their names, letter case ignored; each once, in the order given.

    NotFound for one that neither the tables nor a claim of the view know, unless it may be `unheard` of and then is
    taken as an id; BadArgument for a name that several have.
    """
    return tuple(dict.fromkeys(_party_named(snapshot, name, unheard) for name in given))


def _party_named(snapshot: Snapshot, given: str, unheard: bool) -> str:
    known = snapshot.parties()
    for exact in (given, given.casefold()):
        if exact in known:
            return exact
    wanted = fold(given).split()
    names = {p.id: (p.name, *(name for several in p.names.values() for name in several)) for p in known}
    found = [party for party, called in names.items() if wanted in [fold(name).split() for name in called]]
    if len(found) > 1:
        raise BadArgument("a name means one party", f"{given}: {', '.join(found)}", "Name it by its id.")
    if found:
        return found[0]
    if unheard:
        return given
    spoken = {party for reviewed in snapshot.claims() for party in concerned(reviewed.claim)}
    if given in spoken:
        return given
    remedy = f"The record speaks of: {listed(sorted(map(known.name, spoken), key=str.casefold))}."
    raise NotFound("a party is named by its id or its name", given, remedy)
