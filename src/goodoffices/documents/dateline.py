"""Where in a text the date of the document stands: near its title, in its letterhead or dateline, at its signing."""

import re
from collections.abc import Iterable, Sequence

from goodoffices.documents.dates import dates_in
from goodoffices.vocabulary.when import When

_LONGEST = 12  # words around a date that still make a line about the date and not about what happened then
_FEW = 3  # words beside a date in a line that is there for the date
_LABEL = re.compile(
    r"\W*(?:date|dated|published|posted|issued|released?|publié|publicado|fecha|опубликовано|дата|نشر|تاريخ|תאריך|פורסם)\b",
    re.I,
)
_CHANGED = re.compile(r"\b(?:updated|modified|last update|mis à jour|actualizado|обновлено|تحديث|עודכן)\b", re.I)
_CLAUSE = re.compile(
    r"\W*(?:\w+ing|whereas|considérant|considerando)\b", re.I
)  # a preamble tells of other papers' dates
_NOT_ITS_OWN = re.compile(
    r"\b(?:since|until|between|before|after|during|from|as of|effective|valid|deadline|event)\b", re.I
)
_NO_PLACE = re.compile(r"(?:on|in|since|by|from|until|after|before|the|at|as|le|el|du|del)\b", re.I)
_DATED_FIRST = re.compile(r"\s*\([^\W\da-z][^()\d]{1,40}\)\s*[-–—:]+\s")  # "May 3, 1999 (GENEVA) – "
_MET = re.compile(
    r"\b(?:met|gathered|assembled|convened|held|hosted|meeting|(?:was|were|is)\s+(?:made|concluded|signed|adopted|reached))\b"
    r"(?:(?!\b(?:since|until|after|following|signed|adopted|agreed|dated|pursuant|accordance)\b)[^;()]){0,220}?"
    r"\b(?:on|from|between)\s+(?:the\s+)?(?:\w+,?\s+)?(?:\d{1,2}\s*(?:to|and|-|[–‐‑])\s*)?$",
    re.I,
)
_OF_A_GATHERING = re.compile(
    r"\b(?:communiqu[eé]|declaration|agreement|accord|protocol|memorandum|plan of action|action plan|road ?map|"
    r"(?:joint|press|final|concluding|common|summit)\s+statement|joint announcement|minutes|conclusions|outcome)\b",
    re.I,
)
_DATELINE_TAIL = re.compile(r"\)?\s*(?:\([^()]{2,60}\)\s*)?[-–—:]+\s|\s*\([^()]{2,60}\)\s|\s*/[A-Z][\w ]{1,30}/")
_SIGNED = re.compile(  # not "accepted and signed by Arland in May", which tells of another paper
    r"\b(?:done|signed|fait|hecho|совершено)\b(?! by\b)[^.;()]{0,60}?(?:\b(?:at|in|à|en|в)\b)", re.I
)
_RESOLUTION = re.compile(
    r"\b(?:resolution|decision|statement|communiqu[eé]|declaration|letter|press release|report)\b", re.I
)


def header_date(lines: Iterable[str], *, language: str = "", web: bool = False, where: str) -> When | None:
    """The date in the short lines near a title. `where` names the place for the basis.

    A line counts when it holds at most twelve words beside the date, so that a sentence about an event does not.
    Dates of publication go before dates of change, days before months, bare dates before lines with other words.
    """
    ranked: list[tuple[int, int, When, str]] = []
    for order, line in enumerate(lines):
        for start, end, when in dates_in(line, language=language, web=web):
            around = line[:start] + " " + line[end:]
            others = len(re.findall(r"\w+", around))
            labelled = _LABEL.match(line) is not None and len(line[end:].split()) < _FEW
            told = _NOT_ITS_OWN.search(around) or _CLAUSE.match(line)
            if others > _LONGEST or (told and not labelled):
                continue
            rank = 8 * bool(_CHANGED.search(around)) + 4 * (when.precision == "month") + 2 * (others > _FEW) - labelled
            ranked.append((rank, order, when, line))
            break
    if not ranked:
        return None
    _, _, when, line = min(ranked, key=lambda found: found[:2])
    return when.said(f"{where}: {line.strip()[:160]}")


def dateline(paragraph: str, *, language: str = "") -> When | None:
    """The date of a dateline: place, date and a dash or an agency first ("GENEVA, 3 May 1999 – ")."""
    for start, end, when in dates_in(paragraph[:160], language=language):
        before = paragraph[:start].strip()
        tail = (_DATELINE_TAIL if before else _DATED_FIRST).match(paragraph, end)
        place = not before or (before[:1].isupper() and len(before.split()) <= 6 and not re.search(r"[.!?;]\s", before))
        if tail and place and not _NO_PLACE.match(before):
            return when.said(f"dateline: {paragraph[: tail.end()].strip()}")
    return None


def signing_date(paragraphs: Sequence[str], *, language: str = "") -> When | None:
    """The date at which an agreement says that it was done or signed, read from its last paragraphs."""
    for paragraph in reversed(paragraphs[-12:]):
        if (found := _SIGNED.search(paragraph[:600])) and not _CLAUSE.match(paragraph):
            for start, _, when in dates_in(paragraph[:600], language=language):
                if when.precision == "day" and start > found.start():
                    return when.said(f"signing clause: {paragraph[:160].strip()}")
    return None


def gathering_date(title: str, opening: str, *, language: str = "") -> When | None:
    """The day on which those met whose communiqué or agreement it is, as its first words tell: "The Trio met in
    Orlec on 3 May 1999"; of several days the last.
    """
    if not _OF_A_GATHERING.search(title):
        return None
    for start, _, when in dates_in(opening[:420], language=language):
        if when.precision == "day" and _MET.search(opening[:start]):
            return when.said(f"opening: {opening[:160].strip()}")
    return None


def last_lines_date(lines: Sequence[str], *, language: str = "") -> When | None:
    """A full day in a line of its own among the last ones, above or below a place: "3 May 1999", "Orlec"."""
    for line in reversed(lines[-3:]):
        for start, end, when in dates_in(line, language=language):
            beside = (line[:start] + line[end:]).split()
            if when.precision == "day" and len(beside) <= _FEW and not _NOT_ITS_OWN.search(line):
                return when.said(f"last line: {line.strip()[:160]}")
    return None


def heads_a_document(line: str) -> bool:
    """Whether a long line is a heading that says what it heads: "Joint statement by the … and the …"."""
    return re.match(r"\W*(?:\w+[\s-]+){0,6}?(?:" + _GENRES + r")\b", line, re.I) is not None


_GENRES = (
    "transcript|remarks|statement|communiqu[eé]|declaration|agreement|protocol|memorandum|resolution|decision|letter|"
    "note|briefing|speech|address|announcement|press release|press conference|report|accord|plan of action|interview"
)


def names_a_document(line: str) -> bool:
    """Whether a line names the document itself ("Resolution of 4 July 1947"), so that its date is the document's."""
    return _RESOLUTION.search(line) is not None
