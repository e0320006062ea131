"""Footnotes of a Word file (ECMA-376 part 1, 17.11), which python-docx has no call for."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from lxml import etree

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
    for kind, number, element in (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
)


class Footnoting:
    """The footnotes of one document, numbered by Word in the order in which they are first cited."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._root = parse_xml(f"<w:footnotes {nsdecls('w')}>{_SEPARATORS}</w:footnotes>")

    def cite(self, paragraph: Paragraph, number: int) -> Paragraph:
        """Puts the mark of a new footnote (id `number`, from 1) there and returns its paragraph, to be filled."""
        run = _reference(paragraph)
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(number))
        start.set(qn("w:name"), f"note{number}")
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(number))
        run.append(mark)
        run.addprevious(start)
        run.addnext(end)
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(number))
        self._root.append(note)
        written = Paragraph(_paragraph(note), self._document._body)
        written.style = self._document.styles["Footnote Text"]
        _reference(written).append(OxmlElement("w:footnoteRef"))
        return written

    def again(self, paragraph: Paragraph, number: int) -> None:
        """A further citation of a footnote: a field that shows its number and leads to it."""
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" NOTEREF note{number} \\h ")
        paragraph._p.append(field)
        run = _reference(paragraph)
        text = OxmlElement("w:t")
        text.text = str(number)
        run.append(text)
        field.append(run)

    def write(self) -> None:
        """Adds the part to the document; called once, at the end."""
        part = Part(
            PackURI("/word/footnotes.xml"),
            _TYPE,
            etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True),
            self._document.part.package,
        )
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _paragraph(note: BaseOxmlElement) -> BaseOxmlElement:
    written = OxmlElement("w:p")
    note.append(written)
    return written


def _reference(paragraph: Paragraph) -> BaseOxmlElement:
    return paragraph.add_run(style="Footnote Reference")._r
