"""A brief as a Word file on A4: real footnotes, styles and no direct formatting, its dates in the footer."""

import io
from collections.abc import Iterable

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from goodoffices.briefs.brief import Brief, Footnote, Item, Side
from goodoffices.briefs.footnoting import Footnoting
from goodoffices.briefs.lettered import leftward, lettered
from goodoffices.briefs.notes import in_order
from goodoffices.briefs.page import closing, opening
from goodoffices.briefs.raster import png
from goodoffices.pictures import Picture
from goodoffices.tracking.days import spelled

_QUIET = RGBColor(0x5B, 0x66, 0x73)


def docx(brief: Brief) -> bytes:
    """The file; every word of the brief in it is text."""
    return _Writing(in_order(brief)).file()


class _Writing:
    """One file in the making: the document, its footnotes, and which of these were cited."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.document = brief, Document()
        self._styled()
        self.footnoting = Footnoting(self.document)
        self.notes = {note.number: note for note in brief.footnotes}
        self.cited: set[int] = set()

    def file(self) -> bytes:
        brief = self.brief
        public = spelled(brief.published_by) if brief.published_by else "any day"
        dates = f"as of {spelled(brief.as_of)} · published by {public} · {brief.as_known}"
        properties = self.document.core_properties
        properties.title, properties.author = lettered(brief.title)[:255], lettered(brief.prepared_by)[:255]
        properties.created = properties.modified = brief.prepared_at.replace(tzinfo=None)
        self._paragraph(brief.case, "Quiet")
        self._paragraph(brief.title, "Title")
        by = f", by {brief.prepared_by}" if brief.prepared_by else ""
        self._paragraph(f"{dates[:1].upper()}{dates[1:]} · prepared {spelled(brief.prepared_at)}{by}", "Quiet")
        self._paragraph("In short", "Heading 1")
        for finding in brief.findings:
            count = "" if finding.count is None else f"{finding.count} "
            written = self._paragraph(f"{count}{finding.label} ", "List Bullet", "Strong")
            self._add(written, finding.words)
            self._cite(written, finding.notes)
        self._paragraph(brief.coverage, "Quiet")
        for section in brief.sections:
            self._paragraph(section.title, "Heading 1")
            if section.lead:
                self._paragraph(section.lead, "Quiet")
            for picture in section.pictures:
                self._picture(picture)
            for item in section.items:
                self._item(item)
            if not section.items:
                self._paragraph(section.empty, "Quiet")
        foot = self.document.sections[0].footer.paragraphs[0]
        foot.style = self.document.styles["Footer"]
        self._add(foot, f"{brief.title} · {dates} · page ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), " PAGE ")
        foot._p.append(field)
        self.footnoting.write()
        held = io.BytesIO()
        self.document.save(held)
        return held.getvalue()

    def _picture(self, picture: Picture) -> None:
        """The picture where it can be drawn, else its words; below it its table."""
        drawn = png(picture)
        if drawn:
            shown = self.document.add_picture(io.BytesIO(drawn), width=Mm(166))
            shown._inline.docPr.set("descr", lettered(f"{picture.title}. {picture.finding}"))
        else:
            for words, style in ((picture.title, "Heading 2"), (picture.finding, "Normal"), (picture.note, "Quiet")):
                self._paragraph(words, style)
        held = self.document.add_table(rows=0, cols=len(picture.table.heads), style="Table Grid")
        for n, row in enumerate((picture.table.heads, *picture.table.rows)):
            for cell, words in zip(held.add_row().cells, row, strict=True):
                cell.paragraphs[0].style = self.document.styles["Quiet"]
                self._add(cell.paragraphs[0], words, "Strong" if n == 0 else "")
        self._paragraph("", "Quiet")

    def _item(self, item: Item) -> None:
        written = self._paragraph(f"{item.state} · " if item.state else "", "Normal", "Strong")
        self._add(written, item.words)
        self._cite(written, item.notes)
        if item.when:
            self._add(written, f" · {item.when}")
        if item.proposed:
            self._add(written, " (proposed, not reviewed)")
        if item.parties:
            self._paragraph(" · ".join(item.parties), "Detail")
        for side in item.sides:
            self._side(side)
        if item.sides:
            self._paragraph(f"Ruled: {item.ruling}" if item.ruling else "Open: nobody has ruled.", "Detail")
        for sentence in item.detail:
            self._paragraph(sentence, "Detail")

    def _side(self, side: Side) -> None:
        written = self._paragraph(side.words, "Side")
        self._cite(written, side.notes)
        if side.followed:
            self._add(written, " (followed by the ruling)")
        if side.quote:
            self._paragraph(f"“{side.quote}”", "Quote")
        if side.source:
            self._paragraph(side.source, "Detail")

    def _cite(self, paragraph: Paragraph, numbers: Iterable[int]) -> None:
        for place, number in enumerate(n for n in numbers if n in self.notes):
            if place:
                paragraph.add_run(",", style="Footnote Reference")
            if number in self.cited:
                self.footnoting.again(paragraph, number)
                continue
            self.cited.add(number)
            self._source(self.footnoting.cite(paragraph, number), self.notes[number])

    def _source(self, paragraph: Paragraph, note: Footnote) -> None:
        self._add(paragraph, " ")
        self._add(paragraph, note.title, "Emphasis")
        self._add(paragraph, "".join(f", {more}" for more in (note.publisher, note.dated) if more))
        if note.entered_by:
            self._add(paragraph, f": entered by {note.entered_by} without a document")
        if note.quote:
            self._add(paragraph, ". ")
            for words in (opening(note.prefix), f"“{note.quote}”", closing(note.suffix)):
                self._add(paragraph, words, rtl=leftward(note.quote))
        self._add(paragraph, "".join(f" {more}" for more in (note.newer, note.address) if more))

    def _paragraph(self, words: str, style: str, character: str = "") -> Paragraph:
        written = self.document.add_paragraph(style=style)
        if leftward(words):
            written._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        self._add(written, words, character)
        return written

    def _add(self, paragraph: Paragraph, words: str, character: str = "", *, rtl: bool | None = None) -> None:
        if not words:
            return
        run = paragraph.add_run(lettered(words), style=character or None)
        if leftward(words) if rtl is None else rtl:
            run.font.rtl = True  # of the words, not of their looks: without it Word does not shape them in order

    def _styled(self) -> None:
        styles, page = self.document.styles, self.document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(22)
        styles["Normal"].font.size = Pt(10)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        for name, base, indent, points in (
            ("Quiet", "Normal", 0, 8.5), ("Detail", "Quiet", 5, 8.5), ("Side", "Normal", 5, 10),
            ("Footnote Text", "Normal", 0, 8),
        ):  # fmt: skip
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style, style.font.size = styles[base], Pt(points)
            style.paragraph_format.left_indent = Mm(indent)
        styles["Quiet"].font.color.rgb = _QUIET
        styles["Footer"].font.size = Pt(8)
        styles["Quote"].paragraph_format.left_indent = Mm(10)
        styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
