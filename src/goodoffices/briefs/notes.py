"""Footnotes, numbered in the order in which they are first cited; the same words of the same place once."""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from goodoffices.briefs.brief import Brief, Footnote
from goodoffices.tracking.days import when_in_words
from goodoffices.vocabulary.anchor import Anchor
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.text import Document


def in_order(brief: Brief) -> Brief:
    """The same brief with its footnotes numbered in the order in which a reader meets them; those that nothing cites
    come last. Doing it again changes nothing. A number without a footnote is left out.
    """
    items = [item for section in brief.sections for item in section.items]
    groups = [f.notes for f in brief.findings]
    groups += [notes for item in items for notes in (item.notes, *(side.notes for side in item.sides))]
    known = [f.number for f in brief.footnotes]
    numbers = set(known)
    met = dict.fromkeys([n for notes in groups for n in notes if n in numbers] + known)
    new = {old: number for number, old in enumerate(met, 1)}

    def renumbered(notes: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted({new[n] for n in notes if n in new}))

    findings = tuple(replace(f, notes=renumbered(f.notes)) for f in brief.findings)
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(
                    item,
                    notes=renumbered(item.notes),
                    sides=tuple(replace(side, notes=renumbered(side.notes)) for side in item.sides),
                )
                for item in section.items
            ),
        )
        for section in brief.sections
    )
    footnotes = sorted((replace(f, number=new[f.number]) for f in brief.footnotes), key=lambda f: f.number)
    return replace(brief, findings=findings, sections=sections, footnotes=tuple(footnotes))


class Notes:
    """Collects the footnotes of a brief. documents: by id; addresses: where a document was found, by its id; anchored:
    where a quote is in a newer version of its document, None where there is none.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        addresses: Mapping[str, str] | None = None,
        anchored: Callable[[Claim], Anchor | None] = lambda claim: None,
    ) -> None:
        self._anchored = anchored
        self._documents, self._addresses = documents, addresses or {}
        self._numbers: dict[tuple[str, int, int] | str, int] = {}
        self._footnotes: list[Footnote] = []

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """All that was cited so far, by number."""
        return tuple(self._footnotes)

    def cite(self, claims: Iterable[Claim]) -> tuple[int, ...]:
        """The numbers of the footnotes behind `claims`, ascending: the first quote of each, which says it, or who
        entered it.
        """
        return tuple(sorted({self._of(claim) for claim in claims}))

    def _of(self, claim: Claim) -> int:
        if not claim.quotes:
            key = f"entered:{claim.id}"
            if key not in self._numbers:
                who = claim.entered_by or "an unnamed hand"
                self._add(key, Footnote(number=len(self._footnotes) + 1, title="No document", entered_by=who))
            return self._numbers[key]
        quote = claim.quotes[0]
        place = (quote.document, quote.start, quote.end)
        if place not in self._numbers:
            self._add(place, self._quoted(quote, self._anchored(claim)))
        return self._numbers[place]

    def _add(self, key: tuple[str, int, int] | str, footnote: Footnote) -> None:
        self._numbers[key] = footnote.number
        self._footnotes.append(footnote)

    def _quoted(self, quote: Quote, anchor: Anchor | None) -> Footnote:
        document = self._documents.get(quote.document)
        dated = document.dated if document else None
        return Footnote(
            number=len(self._footnotes) + 1,
            title=(document.title or document.name) if document else quote.document,
            publisher=document.publisher if document else "",
            dated=when_in_words(dated) if dated and dated.bounded else "undated",
            quote=quote.exact,
            prefix=quote.prefix,
            suffix=quote.suffix,
            address=self._addresses.get(quote.document, ""),
            newer=self._newer(anchor) if anchor else "",
        )

    def _newer(self, anchor: Anchor) -> str:
        if anchor.place is None:
            return "In a newer version of this document these words are gone."
        if anchor.how != "moved":
            return ""
        document = self._documents.get(anchor.place.document)
        named = f"“{document.title or document.name}”" if document else "a newer version"
        said = f"as {anchor.by} found" if anchor.by else "not yet confirmed by anybody"
        return f"Changed or moved in {named}, {said}: “{anchor.place.exact}”"
