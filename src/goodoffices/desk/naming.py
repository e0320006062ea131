"""Documents as people name them: by id or file name."""

from goodoffices.errors import BadArgument, NotFound
from goodoffices.record import Snapshot


def document_named(snapshot: Snapshot, name: str) -> str:
    """The id of the one document of that id or file name; NotFound, BadArgument for a name that several have."""
    found = [d.id for d in snapshot.documents() if name in (d.id, d.name)]
    if len(found) > 1:
        raise BadArgument("a file name means one document", f"{name}: {', '.join(found)}", "Name it by its id.")
    if not found:
        raise NotFound("a document is named by its id or file name", name, "See the list of documents.")
    return found[0]
