"""Pages with known articles, and the three forms in which each is tried: saved text, good HTML, soup of divs.

A page is a list of (role, line). Roles: t title line, n menu, h headline, b byline and date, = paragraph of the
article, * list item of it, # heading inside it, i box inside it (advertisement, caption, link to another article),
a other articles, c comments, f footer, k cookie notice.
"""

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path
from textwrap import fill

Page = list[tuple[str, str]]

MAIN = "=*#"
PAGES = Path(__file__).parent / "pages"


def written(name: str) -> Page:
    """The page of tests/documents/pages/NAME.txt: each line its role, a space, the words."""
    lines = (PAGES / f"{name}.txt").read_text("utf-8").splitlines()
    return [(line[0], line[2:].strip()) for line in lines if line.strip()]


def article_of(page: Page) -> str:
    """What an extractor should find."""
    return "\n".join(line for role, line in page if role in MAIN)


def as_saved_text(page: Page) -> str:
    """As a browser saves it: bullets before menu entries and list items, blank lines between paragraphs."""
    out = []
    for role, line in page:
        if role in "n*":
            out.append(f"  • {line}")
        elif role in "=#h":
            out.append(f"\n{line}\n")
        else:
            out.append(line)
    return "\n".join(out) + "\n"


def as_dump(page: Page) -> str:
    """As a text browser dumps it: indented, broken at 72 columns, menus with asterisks and numbered links."""
    out = []
    for n, (role, line) in enumerate(page):
        mark = {"n": f"* [{n}]", "a": f"[{n}]", "*": "* "}.get(role, "")
        indent = "     " if role in "n*" else "   "
        out.append(fill(mark + line, 72, initial_indent=indent, subsequent_indent=indent + "  " * (role in "n*")))
        out += [""] if role in "=#h*tbci" else []
    return "\n".join(out) + "\n"


def as_paste(page: Page) -> str:
    """As it is pasted from the window: one line after another, without title, bullets or empty lines."""
    return "\n".join(line for role, line in page if role != "t") + "\n"


def as_markdown(page: Page) -> str:
    """As clipping tools save it, with links and headings in Markdown."""
    marks = {
        "h": "# {}",
        "#": "## {}",
        "n": "* [{}](https://example.org/x)",
        "a": "[{}](https://example.org/y)",
        "*": "- {}",
    }
    return "\n\n".join(marks.get(role, "{}").format(line) for role, line in page if role != "t") + "\n"


def as_tables(page: Page, *, rtl: bool = False) -> str:
    """As pages were laid out about 2000: tables for columns, fonts for headings, two breaks for a paragraph."""
    title = next((line for role, line in page if role == "t"), "")
    columns = {"nk": "", f"h{MAIN}bi": "", "acf": ""}
    for role, line in page:
        key = next((k for k in columns if role in k), "")
        said = f'<a href="#">{escape(line)}</a>' if role in "na" else escape(line)
        columns[key or "nk"] += f"<font size=4><b>{said}</b></font><br><br>" if role in "h#" else f"{said}<br><br>\n"
    cells = "".join(f"<td valign=top>{cell}</td>" for cell in columns.values())
    return _document(title, f"<center><table width=760><tr>{cells}</tr></table></center>", rtl)


def as_good_html(page: Page, *, rtl: bool = False) -> str:
    """With nav, header, article, aside and footer used as they are meant."""
    title = next((line for role, line in page if role == "t"), "")
    body, inside = [], False
    for part, group in groupby((p for p in page if p[0] != "t"), lambda p: p[0] in f"{MAIN}hbi"):
        body.append("<article>" if part else "")
        for role, lines in groupby(group, lambda p: p[0]):
            body.append(_semantic(role, [escape(line) for _, line in lines]))
        body.append("</article>" if part else "")
        inside |= part
    assert inside
    return _document(title, "\n".join(body), rtl)


def _semantic(role: str, lines: list[str]) -> str:
    if role == "*":
        return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    if role in "=#hb":
        tag = {"=": "p", "#": "h2", "h": "h1", "b": "div"}[role]
        return "".join(f"<{tag}>{line}</{tag}>" for line in lines)
    if role == "n":
        items = "".join(f'<li><a href="/{n}">{line}</a></li>' for n, line in enumerate(lines))
        return f"<nav><ul>{items}</ul></nav>"
    if role == "a":
        return "<aside>" + "".join(f'<div><a href="/{n}">{line}</a></div>' for n, line in enumerate(lines)) + "</aside>"
    tag = {"i": "aside", "c": 'section id="comments"', "f": "footer", "k": 'div id="cookie-banner"'}[role]
    return f"<{tag}>" + "".join(f"<p>{line}</p>" for line in lines) + f"</{tag.split()[0]}>"


def as_soup(page: Page, *, rtl: bool = False) -> str:
    """Nothing but divs and spans with classes that mean nothing; links only in menus and other articles."""
    title = next((line for role, line in page if role == "t"), "")
    out = []
    for n, (role, line) in enumerate(p for p in page if p[0] != "t"):
        said = escape(line)
        if role in "na" and len(line.split()) < 20:
            said = f'<a class="q{n % 5}" href="/{n}">{said}</a>'
        out.append(f'<div class="x{n % 7}"><div class="y{n % 3}"><span>{said}</span></div></div>')
    return _document(title, f'<div class="r1"><div class="r2">{"".join(out)}</div></div>', rtl)


def _document(title: str, body: str, rtl: bool) -> str:
    head = f'<head><meta charset="utf-8"><title>{escape(title)}</title><script>var a = "no words";</script></head>'
    direction = ' dir="rtl"' if rtl else ""
    return f"<!DOCTYPE html>\n<html{direction}>{head}<body>{body}</body></html>"


def page_from_saved(text: str, first: str, last: str) -> Page:
    """Takes a saved page apart by its known article, from the words `first` (the last time they come) to `last`."""
    start, stop = text.rindex(first), text.index(last) + len(last)
    lines = text[:start].split("\n")
    headline = lines[0].split(" | ")[0]
    at = max(n for n, line in enumerate(lines) if line.strip() == headline)
    page: Page = [("t", lines[0])]
    page += _filed("n", lines[1:at])
    page.append(("h", headline))
    page += [("=" if line.startswith(first) else "b", line.strip()) for line in lines[at + 1 :] if line.strip()]
    for line in filter(str.strip, text[start:stop].split("\n")):
        page.append(("*" if line.strip().startswith("•") else "=", line.strip(" •")))
    rest = text[stop:].split("\n")
    menu = next(n for n, line in enumerate(rest) if line.strip().startswith("•"))
    return page + _filed("a", rest[:menu]) + _filed("f", rest[menu:])


def _filed(role: str, lines: Iterable[str]) -> Page:
    return [(role, re.sub(r"\A[\s•]+", "", line)) for line in lines if line.strip(" •")]
