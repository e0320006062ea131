"""Marks to SVG. Directions are left to right whatever the page is written in: axes do not turn round."""

from collections.abc import Callable, Sequence
from html import escape

from goodoffices.pictures.lettering import wrapped
from goodoffices.pictures.marks import Bar, Dot, Glyph, Line, Linked, Mark, Picture, Plain, Shape, Words
from goodoffices.pictures.palette import Palette

FONT = "'IBM Plex Sans', system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
MARGIN = 20.0
GAP = 28.0

Where = Callable[[str], str]
"""From what a mark or a cell leads to (`Linked`) to its address; "" where the place at hand has no such row."""


def nowhere(ref: str) -> str:
    """The address of everything on paper: none."""
    return ""


def draw(picture: Picture, palette: Palette, name: str = "picture", where: Where = nowhere) -> str:
    """The picture as one SVG: its title, its finding, its marks, whose assumption it is; its table as a description for
    those who listen. `name` begins the ids in it, which differ on one page; `where` knows what its marks lead to."""
    return drawn([picture], palette, name, where)


def drawn(pictures: Sequence[Picture], palette: Palette, name: str = "picture", where: Where = nowhere) -> str:
    """Several pictures, one below the other, as one SVG."""
    pieces, y = [], 0.0
    for number, picture in enumerate(pictures):
        piece, height = _framed(picture, palette, f"{name}{number}", where)
        pieces.append(f'<g transform="translate(0 {_n(y)})">{piece}</g>')
        y += height
    width = max((picture.width for picture in pictures), default=0) + 2 * MARGIN
    named = [to for one in pictures for to in (one.to, *(m.to for m in one.marks if isinstance(m, Linked)))]
    leads = any(where(to) for to in named if to)
    role = "group" if leads else "img"  # what is inside an image cannot be reached
    ids = " ".join(f"{name}{n}" for n in range(len(pictures)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}" height="{_n(y)}" '
        f'viewBox="0 0 {_n(width)} {_n(y)}" role="{role}" aria-labelledby="{ids}" direction="ltr" '
        f'font-family="{escape(FONT)}">'
        f'<rect width="100%" height="100%" fill="{palette.paper}"/>{"".join(pieces)}</svg>'
    )


def _framed(picture: Picture, palette: Palette, name: str, where: Where) -> tuple[str, float]:
    """One picture with its words around it, and how high that is."""
    y = MARGIN + 16
    words: list[Mark] = []
    for line in wrapped(picture.title, picture.width, 17, 2):
        words.append(Words(x=0, y=y, text=line, size=17, bold=True))
        y += 23
    for line in wrapped(picture.finding, picture.width, 13):
        said = Words(x=0, y=y, text=line)
        words.append(Linked(to=picture.to, says=line, marks=(said,)) if picture.to else said)
        y += 19
    top = y + 2
    y = top + picture.height + 18
    for line in wrapped(picture.note, picture.width, 11, 2):
        words.append(Words(x=0, y=y, text=line, role="quiet", size=11))
        y += 16
    rows = (" | ".join(row) for row in (picture.table.heads, *picture.table.rows))
    described = _clean(f"{picture.finding} {picture.note} " + " / ".join(rows))
    inside = "".join(_linked(mark, palette, where) for mark in words)
    body = "".join(_linked(mark, palette, where) for mark in picture.marks)
    drawing = (
        f'<title id="{name}">{_clean(picture.title)}</title><desc>{described}</desc>'
        f'<g transform="translate({_n(MARGIN)} 0)">{inside}<g transform="translate(0 {_n(top)})">{body}</g></g>'
    )
    return drawing, y + GAP - 16


def _linked(mark: Mark, palette: Palette, where: Where) -> str:
    if not isinstance(mark, Linked):
        return _mark(mark, palette)
    inside = "".join(_mark(one, palette) for one in mark.marks)
    address = where(mark.to)
    return f'<a href="{_clean(address)}" aria-label="{_clean(mark.says)}">{inside}</a>' if address else inside


def _mark(mark: Plain, palette: Palette) -> str:
    colour = getattr(palette, mark.role)
    if isinstance(mark, Words):
        weight = ' font-weight="600"' if mark.bold else ""
        anchor = f' text-anchor="{mark.anchor}"' if mark.anchor != "start" else ""
        clear = f' stroke="{palette.paper}" stroke-width="4" paint-order="stroke"' if mark.clear else ""
        place = f'x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}" fill="{colour}"'
        return f"<text {place}{anchor}{weight}{clear}>{_clean(mark.text)}</text>"
    if isinstance(mark, Line):
        dashes = ' stroke-dasharray="3 3"' if mark.dashed else ""
        ends = f'x1="{_n(mark.x1)}" y1="{_n(mark.y1)}" x2="{_n(mark.x2)}" y2="{_n(mark.y2)}"'
        return f'<line {ends} stroke="{colour}" stroke-width="{_n(mark.width)}"{dashes}/>'
    if isinstance(mark, Bar):
        box = f'x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.width)}" height="{_n(mark.height)}"'
        return f'<rect {box} fill="{colour}"/>'
    if isinstance(mark, Glyph):
        look = f'fill="{colour if mark.filled else "none"}" stroke="{colour}" stroke-width="1.6"'
        ends = 'stroke-linecap="round" stroke-linejoin="round"'
        place = f'transform="translate({_n(mark.x - 6)} {_n(mark.y - 6)})"'
        return f'<path d="{_clean(mark.path)}" {place} {look} {ends}/>'
    return _shape(mark, mark.shape, colour)


def _shape(dot: Dot, shape: Shape, colour: str) -> str:
    x, y, s = dot.x, dot.y, dot.size
    if shape == "circle":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(s)}" fill="{colour}"/>'
    corners = {
        "square": [(x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s)],
        "triangle": [(x, y - 1.2 * s), (x + 1.15 * s, y + s), (x - 1.15 * s, y + s)],
        "diamond": [(x, y - 1.35 * s), (x + 1.35 * s, y), (x, y + 1.35 * s), (x - 1.35 * s, y)],
    }[shape]
    return f'<polygon points="{" ".join(f"{_n(a)},{_n(b)}" for a, b in corners)}" fill="{colour}"/>'


def _clean(text: str) -> str:
    """Words as XML text: escaped, and without the characters XML forbids."""
    return escape("".join(c if c.isprintable() else " " for c in text))


def _n(value: float) -> str:
    """A coordinate, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")
