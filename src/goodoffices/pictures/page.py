"""Pictures on a page of their own: each with its numbers in a table, in both colour schemes, without any script."""

from collections.abc import Sequence
from html import escape

from goodoffices.pictures.drawing import Where, draw, nowhere
from goodoffices.pictures.marks import Picture, Table
from goodoffices.pictures.palette import NIGHT, PAPER, Palette

ROLES = PAPER.__struct_fields__

SHEET = (
    ":root{color-scheme:light dark;"
    + "".join(f"--{role}:light-dark({getattr(PAPER, role)},{getattr(NIGHT, role)});" for role in ROLES)
    + "}body{margin:0 auto;padding:32px 24px;max-inline-size:820px;background:var(--paper);color:var(--ink);"
    "font:15px/22px system-ui,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,sans-serif}"
    "figure{margin:0 0 40px}svg{max-inline-size:100%;block-size:auto;display:block;direction:ltr}"
    "div{overflow-x:auto}table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}"
    "th,td{text-align:start;vertical-align:top;padding:4px 16px 4px 0;border-block-end:1px solid var(--hairline)}"
    "thead th{font-weight:600}tbody th{font-weight:400}"
    "summary{cursor:pointer;color:var(--accent);font-size:13px;padding-block:4px}"
    "@media print{details:not([open])>*{display:block}summary{display:none}}"
)
"""Colours of both schemes and little else."""


def figure(
    picture: Picture,
    palette: Palette,
    name: str = "picture",
    where: Where = nowhere,
    *,
    opened: bool = True,
    numbers: str = "The numbers",
) -> str:
    """The picture and its table, to stand in a page that has the palette's variables; `name` begins its ids, `where`
    knows what marks and cells lead to, `opened` shows the table at once, which `numbers` announces.
    """
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in picture.table.heads)
    rows = "".join(_row(picture.table, n, where) for n in range(len(picture.table.rows)))
    return (
        f"<figure>{draw(picture, palette, name, where)}<details{' open' if opened else ''}>"
        f"<summary>{escape(numbers)}</summary><div><table>"
        f"<caption hidden>{escape(picture.title)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        "</div></details></figure>"
    )


def page(pictures: Sequence[Picture], palette: Palette) -> str:
    """Several pictures as one HTML file that fetches nothing."""
    title = escape(pictures[0].title) if pictures else "Pictures"
    figures = "".join(figure(picture, palette, f"figure{n}-") for n, picture in enumerate(pictures))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<style>{SHEET}</style></head><body>{figures}</body></html>\n"
    )


def _row(table: Table, row: int, where: Where) -> str:
    first, *rest = (_cell(text, table.ref(row, n), where) for n, text in enumerate(table.rows[row]))
    return f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{one}</td>" for one in rest) + "</tr>"


def _cell(text: str, ref: str, where: Where) -> str:
    address = where(ref) if ref else ""
    said = f"<bdi>{escape(text)}</bdi>"
    return f'<a href="{escape(address)}">{said}</a>' if address and text else said
