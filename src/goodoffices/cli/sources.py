"""Claims side by side: what each source says, in its exact words."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from goodoffices.vocabulary.kinds import Vote

if TYPE_CHECKING:
    from goodoffices.record import Snapshot
    from goodoffices.vocabulary.claim import Reviewed


class Sources:
    """Tells claims of one snapshot as lines for people."""

    def __init__(self, snapshot: "Snapshot") -> None:
        self._documents = {document.id: document.name for document in snapshot.documents()}
        self._name = snapshot.parties().name

    def tell(self, claims: "Iterable[Reviewed]", attributes: Iterable[str] = (), mark: str = "") -> None:
        """Prints each claim: its id, source and state, its words, and what it gives for `attributes`."""
        for held in claims:
            claim = held.claim
            first = next(iter(claim.quotes), None)
            source = self._documents.get(first.document, first.document) if first else f"entered by {claim.entered_by}"
            state = "contested" if held.contested and not held.stands else held.state
            followed = "→" if claim.id == mark else " "
            click.echo(f"  {followed} {claim.id}  [{source}] {claim.attribution.status}, {state}")
            for quote in claim.quotes:
                click.echo(f"      “{quote.exact}”")
            for name in attributes:
                click.echo(f"      {name}: {self._plain(claim.attribute(name))}")

    def _plain(self, value: Any) -> str:
        if value in (None, "", ()):
            return "not given"
        if isinstance(value, tuple):
            return ", ".join(self._plain(one) for one in value)
        if isinstance(value, Vote):
            return value.words(self._name)
        return self._name(value) if isinstance(value, str) else str(value)

    def given(self, claims: "Iterable[Reviewed]") -> Iterator[str]:
        """The comparable attributes that any of these claims, all of one kind, gives a value for."""
        held = list(claims)
        for name in held[0].claim.content.comparable if held else ():
            if any(r.claim.attribute(name) not in (None, "", ()) for r in held):
                yield name
