"""A brief as one page of HTML: no script, nothing fetched, every style in it and vouched for by its hash."""

import base64
import functools
import hashlib
import re
from collections import Counter
from importlib import resources
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from goodoffices.briefs.brief import Brief
from goodoffices.briefs.marks import mark
from goodoffices.briefs.notes import in_order
from goodoffices.pictures import PAGE, Picture, figure
from goodoffices.tracking.days import spelled

_TEMPLATES = resources.files("goodoffices.briefs") / "templates"


class _References:
    """Counts how often each footnote is cited, so that the way back can be offered from the note to every place."""

    def __init__(self, brief: Brief) -> None:
        self._known = {f.number for f in brief.footnotes}
        self._cited: Counter[int] = Counter()

    def cite(self, number: int) -> str:
        """The id of this citation, "" for a footnote that the brief does not have."""
        if number not in self._known:
            return ""
        self._cited[number] += 1
        return f"r{number}-{self._cited[number]}"

    def places(self, number: int) -> list[str]:
        """The ids of all citations of a footnote so far."""
        return [f"r{number}-{n}" for n in range(1, self._cited[number] + 1)]


def html(brief: Brief) -> str:
    """The whole page. Whatever stands in `brief` is shown as text, however it looks."""
    brief = in_order(brief)
    style = _style(brief)
    rows = {item.id for section in brief.sections for item in section.items}

    def address(ref: str) -> str:
        return f"#{quote(ref, safe='')}" if ref in rows else ""

    def drawn(picture: Picture, name: str) -> Markup:
        return Markup(figure(picture, PAGE, name, address, opened=False))

    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    references = _References(brief)
    return _environment().get_template("brief.html").render(
        brief=brief,
        style=Markup(style),  # our own sheet; the two strings of the brief in it are escaped for CSS
        digest=digest,
        cite=references.cite,
        places=references.places,
        drawn=drawn,
    )  # fmt: skip


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_read), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(spelled=spelled, mark=mark, linkable=_linkable, opening=opening, closing=closing)
    return environment


@functools.cache
def _read(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _style(brief: Brief) -> str:
    foot = f"{brief.title} · as of {spelled(brief.as_of)}"
    sheet = _read("brief.css").replace("__FOOT__", _css_string(foot))
    return sheet.replace("__VERSION__", _css_string(brief.as_known))


def _css_string(text: str) -> str:
    """`text` within a CSS string: all but plain letters, digits and spaces by code point and the space that ends it."""
    return re.sub(r"[^A-Za-z0-9 ]", lambda found: f"\\{ord(found.group()):06x} ", text)


def opening(prefix: str) -> str:
    """What stands before a quote, in one line, from a whole word on."""
    prefix = re.sub(r"\s+", " ", prefix)
    return prefix if " " not in prefix else "…\u00a0" + prefix.split(" ", 1)[1]


def closing(suffix: str) -> str:
    """What stands after a quote, in one line, up to a whole word."""
    suffix = re.sub(r"\s+", " ", suffix)
    return suffix if " " not in suffix else suffix.rsplit(" ", 1)[0] + "\u00a0…"  # never alone on a line


def _linkable(address: str) -> bool:
    """Whether an address may become a link: of the web, and nothing else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
