"""A DOCX file: paragraphs, tables and notes as Word shows them with all changes accepted."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from goodoffices.documents.filefacts import FileFacts, facts_noted, text_of
from goodoffices.documents.limits import Limits
from goodoffices.documents.numbering import Numbers
from goodoffices.documents.numbering import W as _W
from goodoffices.documents.pieces import Pieces
from goodoffices.errors import BadDocument
from goodoffices.vocabulary.text import Text

RECIPE = "docx/1"
RULE = "a DOCX file can be opened"
REMEDY = "Open it in a word processor and save it anew, or as PDF."
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_STRICT = "http://purl.oclc.org/ooxml/"
_UNREAD = frozenset(f"{_W}{name}" for name in ("delText", "instrText", "fldData", "pPr", "rPr", "tblPr", "sectPr"))
_GONE = {f"{_W}del": "tracked deletions left out", f"{_W}moveFrom": "passages moved elsewhere"}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011", f"{_W}ptab": "\t"}


def read_docx(content: bytes, name: str, blob: str, *, limits: Limits) -> Text:
    """The text of a DOCX file. Raises BadDocument where it is damaged or unpacks to too much.

    Headers, footers and comments stand in the content outside the document. Tracked insertions are read, deletions and
    hidden text are not text; how many there are is noted.
    """
    _unpacked(content, name, limits)
    from docx.opc.package import OpcPackage
    from lxml import etree

    try:
        package = OpcPackage.open(io.BytesIO(content))
        main = package.main_document_part
        body = etree.fromstring(main.blob, _parser())
        found = str(body.tag)
    except MemoryError:
        raise
    except Exception as error:  # a foreign parser on foreign input raises whatever it stumbles over
        raise BadDocument(RULE, f"{name}: {type(error).__name__} {error}", REMEDY) from error
    if found != f"{_W}document":
        what = "strict Open XML" if _STRICT in found else f"<{found[-40:]}>"
        raise BadDocument("a DOCX file holds a document in transitional Open XML", f"{name}: {what}", REMEDY)
    parts = _Parts(main)
    pieces, seen = Pieces(), Counter[str]()
    numbers = Numbers(next(parts.of("numbering"), None), next(parts.of("styles"), None))
    for header in parts.of("header"):
        _put(pieces, header, seen, main=False)
    _put(pieces, body, seen, main=True, numbers=numbers)
    for kind in ("footnotes", "endnotes"):
        for notes in parts.of(kind):
            _put(pieces, notes, seen, main=True)
    for kind in ("footer", "comments"):
        for part in parts.of(kind):
            seen["comments outside the document"] += len(part) if kind == "comments" else 0
            _put(pieces, part, seen, main=False)
    if not pieces.main:
        raise BadDocument("a document holds words", f"{name}: none", "Check the file; pictures have no text to read.")
    text = text_of(pieces.content, blob, RECIPE, pieces.main)
    notes = [f"{what}: {count}" for what, count in sorted(seen.items()) if count]
    return facts_noted(replace(text, notes=(*notes, *parts.notes)), _facts(package))


def _parser() -> Any:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True)


def _unpacked(content: bytes, name: str, limits: Limits) -> None:
    """BadDocument for a ZIP archive that is damaged, encrypted, or whose parts are larger than allowed."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise BadDocument(RULE, f"{name}: {error}", REMEDY) from error
    if (size := sum(part.file_size for part in parts)) > limits.max_unpacked:
        rule = f"the parts of a DOCX file unpack to at most {limits.max_unpacked:,} bytes"
        raise BadDocument(rule, f"{name}: {size:,}", "Split it, or raise max_unpacked.")
    if any(part.flag_bits & 1 for part in parts):
        raise BadDocument("a DOCX file can be opened without a password", name, "Save a copy without one and add that.")


class _Parts:
    """The parts that belong to the main one, by kind; one that cannot be parsed is noted and left out."""

    def __init__(self, main: Any) -> None:
        self._relations = list(main.rels.values())
        self.notes: list[str] = []

    def of(self, kind: str) -> Iterator[Any]:
        """The roots of the parts of one kind."""
        from lxml import etree

        for relation in self._relations:
            if relation.reltype != _RELATED + kind or relation.is_external:
                continue
            try:
                root = etree.fromstring(relation.target_part.blob, _parser())
            except etree.LxmlError:
                root = None
            if root is None:
                self.notes.append(f"damaged, not read: {kind}")
            else:
                yield root


def _put(pieces: Pieces, root: Any, seen: Counter[str], *, main: bool, numbers: Numbers | None = None) -> None:
    for paragraph, apart in _paragraphs(root, seen, numbers or Numbers()):
        pieces.say(paragraph, main=main, apart=apart)


def _paragraphs(root: Any, seen: Counter[str], numbers: Numbers) -> Iterator[tuple[str, str]]:
    """Paragraphs with what parts each from the one before: an empty line, a line's end in tables, a tab in rows."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    said: list[list[str]] = []
    apart = "\n\n"
    rows: list[int] = []
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _UNREAD or tag == _FALLBACK or not isinstance(tag, str) or tag in _GONE or _separates(element):
                seen[_GONE.get(tag, "")] += tag in _GONE
                walk.skip_subtree()
            elif tag == f"{_W}p":
                said.append([])
            elif tag == f"{_W}tbl":
                apart = "\n\n" if not rows else " "
                rows.append(0)
            elif tag == f"{_W}tr" and rows:
                apart = "\n" if rows[-1] else apart
                rows[-1] += 1
            elif tag == f"{_W}r" and _hidden(element):
                seen["hidden passages left out"] += 1
                walk.skip_subtree()
            elif said:
                said[-1].append(_text(element, tag))
        elif tag == f"{_W}p" and said:
            paragraph = "".join(said.pop()).strip()
            if paragraph:
                yield f"{numbers.label(element)} {paragraph}".strip(), apart
                apart = " " if rows else "\n\n"
        elif tag == f"{_W}tc" and rows:
            apart = "\t"
        elif tag == f"{_W}tbl" and rows:
            rows.pop()
            apart = " " if rows else "\n\n"


def _text(element: Any, tag: str) -> str:
    if tag == f"{_W}t":
        return (element.text or "") + "".join(entity.tail or "" for entity in element)
    if tag == f"{_W}sym":
        return "\ufffd"  # a sign of a symbol font, which no character stands for
    return _SIGNS.get(tag, "")


def _separates(element: Any) -> bool:
    """The lines that Word draws above footnotes are kept as notes of their own kind."""
    return element.get(f"{_W}type") in ("separator", "continuationSeparator", "continuationNotice")


def _hidden(run: Any) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val") not in ("0", "false", "off")


def _facts(package: Any) -> FileFacts:
    """The core properties; python-docx makes them up where a file has none, so the part is looked for first."""
    if not any(relation.reltype == _PROPERTIES for relation in package.rels.values()):
        return FileFacts("", "", "", "")
    try:
        said = package.core_properties
        made = said.created
        return FileFacts(
            said.title or "", said.author or "", f"{made:%Y-%m-%d}" if made else "", "the file's properties"
        )
    except Exception:  # a foreign parser on foreign input: costs what the file says of itself, not the document
        return FileFacts("", "", "", "")
