"""Pictures on a page of their own: each with its numbers in a table, in both colour schemes, without any script."""

from collections.abc import Sequence
from html import escape

from goodoffices.pictures.drawing import draw
from goodoffices.pictures.marks import Picture
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


def figure(picture: Picture, palette: Palette, name: str = "picture") -> str:
    """The picture and its table, to stand in a page that has the palette's variables; `name` begins its ids."""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in picture.table.heads)
    rows = "".join(_row(row) for row in picture.table.rows)
    return (
        f"<figure>{draw(picture, palette, name)}<details open><summary>The numbers</summary><div><table>"
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


def _row(row: tuple[str, ...]) -> str:
    first, *rest = row
    return f'<tr><th scope="row">{escape(first)}</th>' + "".join(f"<td>{escape(one)}</td>" for one in rest) + "</tr>"
