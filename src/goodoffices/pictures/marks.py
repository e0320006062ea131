"""What a picture is made of: marks in pixels from the left and the top, colours by role, words as they are."""

from typing import Literal

from msgspec import Struct

Role = Literal["ink", "quiet", "hairline", "paper", "accent", "soft", "gain", "loss", "due", "disputed"]
Shape = Literal["circle", "square", "triangle", "diamond"]

SHAPES: tuple[Shape, ...] = ("circle", "square", "triangle", "diamond")
"""In the order in which pictures hand them out; no two things differ by colour alone."""


class Words(Struct, frozen=True, kw_only=True):
    """Text; `anchor` says which of its ends stands at x; `term` that it is the product's own word and not the record's,
    so that a page may put it into its language; `clear` that it stands over lines, and keeps them off.
    """

    x: float
    y: float
    text: str
    role: Role = "ink"
    size: float = 13
    anchor: Literal["start", "middle", "end"] = "start"
    bold: bool = False
    term: bool = False
    clear: bool = False


class Line(Struct, frozen=True, kw_only=True):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role = "hairline"
    width: float = 1
    dashed: bool = False


class Bar(Struct, frozen=True, kw_only=True):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    role: Role = "soft"


class Dot(Struct, frozen=True, kw_only=True):
    """A shape centred on a point, `size` from its centre to its edge."""

    x: float
    y: float
    shape: Shape = "circle"
    size: float = 5
    role: Role = "accent"


class Glyph(Struct, frozen=True, kw_only=True):
    """A small drawing of 12 by 12 units centred on a point: `path` in SVG's notation, drawn full or as an outline."""

    x: float
    y: float
    path: str
    filled: bool = False
    role: Role = "ink"


Plain = Words | Line | Bar | Dot | Glyph


class Linked(Struct, frozen=True, kw_only=True):
    """Marks that lead to a row: `to` names it ("m-" and a matter's id, "k-" and a claim's, "f-" and a focus, "d-" and a
    document's, "t-" and a kind with its place in the timeline; or "#" and a place on the page), whoever shows the
    picture knows where it stands; `says` is what the link says to those who listen.
    """

    to: str
    says: str
    marks: tuple[Plain, ...]


Mark = Plain | Linked


class Table(Struct, frozen=True):
    """The numbers behind a picture, as text. refs: for each row what its cells lead to, "" for nothing; as `Linked`
    has it, and as many of them as there are cells to lead somewhere. terms: the columns of the product's own words.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    refs: tuple[tuple[str, ...], ...] = ()
    terms: tuple[int, ...] = ()

    def ref(self, row: int, cell: int) -> str:
        """What a cell leads to, "" for nothing."""
        held = self.refs[row] if row < len(self.refs) else ()
        return held[cell] if cell < len(held) else ""


class Picture(Struct, frozen=True, kw_only=True):
    """A picture: title, what it shows in one line, whose assumption it rests on, its marks in a frame of so many
    pixels, and the table of its numbers. to: what the line leads to, as `Linked` has it, "" for nothing."""

    title: str
    finding: str
    note: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    table: Table
    to: str = ""
