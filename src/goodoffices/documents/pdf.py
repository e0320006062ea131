"""A PDF: its printed lines as paragraphs with the pages they stand on; running heads outside the document."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from msgspec.structs import replace

from goodoffices.documents.characters import normalised
from goodoffices.documents.filefacts import FileFacts, facts_noted, text_of
from goodoffices.documents.language import language_of
from goodoffices.documents.limits import Limits
from goodoffices.documents.pieces import Pieces, ranges
from goodoffices.documents.rejoining import Hyphens, paragraphs
from goodoffices.documents.righttoleft import arabic_letters, bracketed
from goodoffices.documents.runningheads import running_heads
from goodoffices.documents.sheet import Line, Sheet, sheet_of
from goodoffices.errors import BadDocument
from goodoffices.vocabulary.text import Text

RECIPE = "pdf/1"
_PICTURE = 0.4  # share of a page under pictures from which, with hardly a word on it, it is a scan
_FEW_LETTERS = 20
_ILLEGIBLE = 0.2  # share of characters without meaning from which a text is no text


def read_pdf(content: bytes, name: str, blob: str, *, limits: Limits) -> Text:
    """The text of a PDF. Raises BadDocument where it is encrypted, damaged, has too many pages, or is nothing but
    pictures of pages.
    """
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _unopened(name, str(error)) from error
    try:
        count = len(file)
        if count > limits.max_pages:
            raise BadDocument(
                f"a PDF has at most {limits.max_pages:,} pages", f"{name}: {count:,}", "Split it, or raise max_pages."
            )
        sheets, broken = _sheets(file, count)
        said = file.get_metadata_dict(skip_empty=True)
    finally:
        file.close()
    notes = _told(sheets, broken, name)
    return _text(sheets, name, blob, notes, said)


def _unopened(name: str, found: str) -> BadDocument:
    if "password" in found.lower():
        return BadDocument(
            "a PDF can be opened without a password", f"{name}: encrypted", "Save a copy without one and add that."
        )
    return BadDocument(
        "a PDF can be opened", f"{name}: {found.rstrip('.')}", "Open it in a reader and save or print it anew."
    )


def _sheets(file: Any, count: int) -> tuple[list[Sheet], list[int]]:
    import pypdfium2

    sheets, broken = [], []
    for number in range(1, count + 1):
        try:
            page = file[number - 1]
            try:
                sheets.append(sheet_of(page, number))
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            broken.append(number)
    return sheets, broken


def _told(sheets: Sequence[Sheet], broken: Sequence[int], name: str) -> tuple[str, ...]:
    """Notes on pages that give no text; BadDocument where none gives any."""
    letters = {sheet.number: sum(c.isalnum() for line in sheet.lines for c in line.text) for sheet in sheets}
    scans = [s.number for s in sheets if letters[s.number] < _FEW_LETTERS and s.pictured > _PICTURE]
    if not sum(letters.values()) or (len(scans) == len(sheets) and scans):
        found = f"pictures of {len(scans)} pages" if scans else f"{len(broken)} broken pages" if broken else "no text"
        raise BadDocument(
            "a PDF holds text, not only pictures of it",
            f"{name}: {found}",
            "Have its characters recognised (OCR) and add the result.",
        )
    unknown, every = sum(sheet.unknown for sheet in sheets), sum(letters.values())
    if unknown > _ILLEGIBLE * (every + unknown):
        raise BadDocument(
            "the fonts of a PDF say which characters they show",
            f"{name}: {unknown} of {unknown + every} characters are unknown",
            "Have its characters recognised (OCR) and add the result.",
        )
    notes = []
    if scans:
        notes.append(f"{ranges(scans)}: pictures of text that were not read; have them recognised (OCR)")
    if broken:
        notes.append(f"{ranges(broken)}: damaged, not read")
    if unknown:
        notes.append(f"{unknown} characters whose font does not say what they are")
    return tuple(notes)


def _text(sheets: Sequence[Sheet], name: str, blob: str, notes: tuple[str, ...], said: dict[str, str]) -> Text:
    heads = running_heads(sheets)
    if all(line in heads for sheet in sheets for line in sheet.lines):
        heads = frozenset()  # one form printed many times: nothing else is there to read
    straight = _straightened(sheets)
    body: list[Line] = []
    after: dict[int, list[tuple[Line, bool]]] = defaultdict(list)
    for sheet in sheets:
        feet = _footnotes([line for line in sheet.lines if line not in heads])
        for line in sheet.lines:
            if line in heads or line in feet:
                after[line.page].append((straight[line], line in feet))
            else:
                body.append(straight[line])
    pieces = Pieces()
    hyphens = Hyphens(list(straight.values()))
    owed = [sheet.number for sheet in sheets]
    for group in paragraphs(body):
        while owed and owed[0] < group[0].page:
            _put_after(pieces, after[owed.pop(0)], hyphens)
        _put(pieces, group, hyphens, main=True)
    for page in owed:
        _put_after(pieces, after[page], hyphens)
    content, cleaning = normalised(pieces.content)
    found = [*notes, *cleaning]
    text = text_of(content, blob, RECIPE, pieces.main, pieces.pages)
    facts = FileFacts(said.get("Title", ""), said.get("Author", ""), said.get("CreationDate", ""), "PDF metadata")
    return facts_noted(replace(text, notes=tuple(found)), facts)


def _straightened(sheets: Sequence[Sheet]) -> dict[Line, Line]:
    """Each line with its brackets the way they are written, and Arabic in Arabic letters."""
    lines = [line for sheet in sheets for line in sheet.lines]
    texts = bracketed([line.text for line in lines])
    if language_of("\n".join(texts)) == "ar":
        texts = [arabic_letters(text) for text in texts]
    return {
        line: Line(text, line.left, line.right, line.base, line.height, line.page, line.hyphen)
        for line, text in zip(lines, texts, strict=True)
    }


def _footnotes(lines: Sequence[Line]) -> frozenset[Line]:
    """The lines at the foot of a page in smaller type, from one that begins with a number or a star."""
    if len(lines) < 4:
        return frozenset()
    ordered = sorted(lines, key=lambda line: line.base)
    usual = median(line.height for line in lines)
    small = []
    for line in ordered:
        if line.height > 0.9 * usual:
            break
        small.append(line)
    while small and not small[-1].text.lstrip("([")[:1].isdecimal() and small[-1].text[:1] not in "*†":
        small.pop()
    return frozenset(small) if len(small) < 0.6 * len(lines) else frozenset()


def _put_after(pieces: Pieces, lines: Sequence[tuple[Line, bool]], hyphens: Hyphens) -> None:
    """What stands at the edges of a page, once the paragraph that goes on over it has ended."""
    for main in (True, False):
        for group in paragraphs([line for line, is_main in lines if is_main is main]):
            _put(pieces, group, hyphens, main=main)


def _put(pieces: Pieces, group: Sequence[Line], hyphens: Hyphens, *, main: bool) -> None:
    pieces.put(_parts(group, hyphens), main=main)


def _parts(group: Sequence[Line], hyphens: Hyphens) -> Iterator[tuple[str, int]]:
    for n, line in enumerate(group):
        yield (hyphens.seam(group[n - 1], line) if n else "") + line.text, line.page
