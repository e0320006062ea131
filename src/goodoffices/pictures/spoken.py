"""A picture in the language of its page: its title, its legend and its states. What the record says stays as it is."""

from collections.abc import Callable

from msgspec.structs import replace

from goodoffices.pictures.marks import Linked, Mark, Picture, Plain, Table, Words

Say = Callable[[str], str]
"""From one of the product's own words in English to the same in another language, or to itself."""

SMALLEST = 8.5


def spoken(picture: Picture, say: Say) -> Picture:
    """The picture with its own words as `say` has them; longer ones are set smaller, for places are kept."""
    table = picture.table
    rows = tuple(
        tuple(_said(cell, say) if n in table.terms else cell for n, cell in enumerate(row)) for row in table.rows
    )
    return replace(
        picture,
        title=say(picture.title),
        marks=tuple(_mark(mark, say) for mark in picture.marks),
        table=Table(tuple(map(say, table.heads)), rows, table.refs, table.terms),
    )


def _mark(mark: Mark, say: Say) -> Mark:
    if isinstance(mark, Linked):
        return replace(mark, marks=tuple(_plain(one, say) for one in mark.marks))
    return _plain(mark, say)


def _plain(mark: Plain, say: Say) -> Plain:
    if not (isinstance(mark, Words) and mark.term):
        return mark
    text = _said(mark.text, say)
    share = len(mark.text) / max(len(text), len(mark.text), 1)
    return replace(mark, text=text, size=max(SMALLEST, round(mark.size * min(1.0, share * 1.15), 1)))


def _said(text: str, say: Say) -> str:
    """Word for word in its parts: "kept, 3 days late · Arden" has a word that is ours before what is the record's."""
    return " · ".join(_part(part, say) for part in text.split(" · "))


def _part(part: str, say: Say) -> str:
    if (whole := say(part)) != part:
        return whole
    for mark in (", ", ": ", "; "):
        head, found, rest = part.partition(mark)
        if found and (said := say(head)) != head:
            return f"{said}{found}{rest}"
    return part
