"""Akoma Ntoso, the XML of parliaments and of the United Nations (OASIS LegalDocML): text and metadata.

Source: Akoma Ntoso Version 1.0 Part 2: Specifications, OASIS Standard 2018, for the names of elements.
"""

import re
from typing import Any

from msgspec.structs import replace

from goodoffices.documents.characters import one_line
from goodoffices.documents.dates import read_stamp
from goodoffices.documents.filefacts import text_of
from goodoffices.documents.pieces import Pieces
from goodoffices.errors import BadDocument
from goodoffices.vocabulary.text import Text
from goodoffices.vocabulary.when import When

RECIPE = "akn/1"
_INLINE_NAMES = """b i a u sub sup abbr span ref mref rref mod mmod rmod remark recordedTime vote outcome ins omissis
    placeholder fillIn inline docType docTitle docNumber docProponent docDate legislature session shortTitle
    docAuthority docPurpose docCommittee docIntroducer docStage docStatus docJurisdiction docketNumber date time person
    organization concept object event location process role term quantity entity def neutralCitation party judge lawyer
    signature opinion argument embeddedText relatedDocument change affectedDocument decoration courtType"""
_INLINE = frozenset(_INLINE_NAMES.split())
_UNREAD = frozenset({"meta", "del", "img", "noteRef", "toc"})
_BREAKS = frozenset({"br", "eol", "eop"})
_LABEL = frozenset({"num"})  # stands on the line of what it numbers
_NOTES = frozenset({"authorialNote"})
_BREAK = "\x1f"
_ASIDE = frozenset({"coverPage", "header", "footer"})
_NAMESPACE = re.compile(r"\{(?P<namespace>[^}]*)\}(?P<name>.*)")


def is_akoma_ntoso(head: bytes) -> bool:
    """Whether the first bytes of an XML file name the root element of Akoma Ntoso."""
    return re.search(rb"<(?:[\w.-]+:)?akomaNtoso[\s>]", head) is not None


def read_akoma_ntoso(content: bytes, name: str, blob: str) -> Text:
    """The text of an Akoma Ntoso file. Raises BadDocument where it is not well formed from its beginning on.

    No entity of the file's own is followed and nothing is fetched.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True, remove_pis=True
    )
    remedy = "Export it anew, or save it as text."
    try:
        root = etree.fromstring(content, parser)
        if root is None:
            raise BadDocument("an XML file holds elements", name, remedy)
        return _text(root, name, blob, ["damaged XML: text may be missing"] if len(parser.error_log) else [])
    except (etree.LxmlError, ValueError) as error:  # ValueError: bytes that are no text, met when they are asked for
        raise BadDocument("an XML file can be parsed", f"{name}: {error}", remedy) from error


def _text(root: Any, name: str, blob: str, notes: list[str]) -> Text:
    from lxml import etree

    if skipped := sum(1 for _ in root.iter(etree.Entity)):
        notes.append(f"{skipped} references to entities that are not followed")
    pieces = Pieces()
    _Walk(pieces).walk(root)
    if not pieces.main:
        raise BadDocument("a document holds words", f"{name}: none", "Check the file.")
    text = text_of(pieces.content, blob, RECIPE, pieces.main)
    title = _joined(root, "docTitle") or _attribute(root, "FRBRalias", "value") or text.title
    return replace(
        text,
        title=one_line(title),
        author=one_line(_author(root)),
        publisher=one_line(_joined(root, "docAuthority")),
        dated=_dated(root) or text.dated,
        language=text.language or _attribute(root, "FRBRlanguage", "language")[:2].lower(),
        notes=tuple(notes),
    )


class _Walk:
    """Puts the blocks of a tree into `pieces`: a block is what stands between elements that are not inline.

    A number stands on the line of what it numbers; a footnote comes after the block that it is called in.
    """

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._said: list[str] = []
        self._label = 0  # how many parts were said when a number ended; 0 when none did
        self._aside = 0
        self._called: list[list[str]] = []
        self._notes: list[str] = []

    def walk(self, root: Any) -> None:
        """All of it."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        opened: list[bool] = []
        for event, element in walk:
            name = _name(element)
            if event == "start":
                seen = bool(name) and name not in _UNREAD
                opened.append(seen)
                if seen:
                    self._enter(name)
                    self._said.append(element.text or "")
                else:
                    walk.skip_subtree()
            else:
                if opened.pop():
                    self._leave(name)
                self._said.append(element.tail or "")
        self._put()

    def _enter(self, name: str) -> None:
        if name in _NOTES:
            self._called.append(self._said)
            self._said = []
        elif name in _BREAKS:
            self._said.append(_BREAK)
        elif name not in _INLINE and not (self._label and not "".join(self._said[self._label :]).strip()):
            self._put()
        self._aside += name in _ASIDE

    def _leave(self, name: str) -> None:
        if name in _NOTES:
            self._put()
            self._said = self._called.pop()
        elif name in _LABEL:
            self._said.append(" ")
            self._label = len(self._said)
        elif name not in _INLINE and name not in _BREAKS:
            self._put()
        self._aside -= name in _ASIDE

    def _put(self) -> None:
        lines = [" ".join(line.split()) for line in "".join(self._said).split(_BREAK)]
        block = "\n".join(line for line in lines if line)
        self._said, self._label = [], 0
        if self._called:
            self._notes.append(block)
            return
        for words in (block, *self._notes):
            self._pieces.say(words, main=not self._aside)
        self._notes = []


def _name(element: Any) -> str:
    """The local name; "" for comments and entities."""
    if not isinstance(element.tag, str):
        return ""
    found = _NAMESPACE.fullmatch(element.tag)
    return found["name"] if found else element.tag


def _first(root: Any, name: str) -> Any:
    return next(root.iter(f"{{*}}{name}", name), None)


def _joined(root: Any, name: str) -> str:
    element = _first(root, name)
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _attribute(root: Any, name: str, attribute: str) -> str:
    element = _first(root, name)
    return "" if element is None else element.get(attribute) or ""


def _author(root: Any) -> str:
    """The work's author by its reference: the name it is shown as, else its own name."""
    wanted = _attribute(root, "FRBRauthor", "href").removeprefix("#")
    for element in root.iter("{*}TLCOrganization", "{*}TLCPerson", "{*}TLCRole"):
        if wanted and element.get("eId", element.get("id")) == wanted:
            return element.get("showAs") or ""
    return ""


def _dated(root: Any) -> When | None:
    """The date marked in the text as the document's, else that of the work."""
    for element in root.iter("{*}docDate", "docDate"):
        if when := read_stamp(element.get("date") or ""):
            return when.said(f"docDate: {one_line(''.join(element.itertext()) or element.get('date'), 120)}")
    work = _first(root, "FRBRWork")
    for element in () if work is None else work.iter("{*}FRBRdate", "FRBRdate"):
        if when := read_stamp(element.get("date") or ""):
            return when.said(f"FRBRdate {one_line(element.get('name') or '', 40)}: {element.get('date')}")
    return None
