"""Pictures in a brief: the same in HTML, PDF and Word, each with its words and its table."""

import datetime as dt
import io
import re

import pypdfium2
from docx import Document
from msgspec.structs import replace

from goodoffices.briefs import Brief, Item, Section
from goodoffices.briefs.page import html
from goodoffices.briefs.pdf import pdf
from goodoffices.briefs.word import docx
from goodoffices.pictures.commitments import Owed, Sign, commitments

DAY = dt.date(2030, 6, 15)
HOSTILE = '#panic("x") <script>alert(1)</script> \\ " $'


def brief(words: str = "open the lock") -> Brief:
    rows = [
        Owed(
            what=f"{words} {n}", who="Upper Vell", state="open", sign=Sign("M1.5 6h9", False, "accent"), ref=f"m-{n}/a",
            set_on=DAY, windows=((None, DAY + dt.timedelta(days=n)),),
        )
        for n in range(2)
    ]  # fmt: skip
    picture = commitments("Commitments", "Two lie ahead.", "A note.", rows, DAY, "as of 15 June", dt.timedelta(30))
    items = (Item(words="open the lock", state="open", id="m-0/a"),)
    return Brief(
        title="Locks", case="lakes", as_of=DAY, as_known="entry 1", prepared_at=dt.datetime(2030, 6, 15, tzinfo=dt.UTC),
        prepared_by="the desk", coverage="Little.", findings=(), footnotes=(),
        sections=(Section(id="due", title="Due", items=items, pictures=(picture,)),),
    )  # fmt: skip


def test_on_the_page_a_mark_leads_to_its_row_where_the_brief_has_it() -> None:
    text = html(brief())
    assert re.findall('<a href="(#m-[^"]+)"', text) == ["#m-0%2Fa"] * 2  # the picture and its table; 1 has no row
    assert text.count("<svg xmlns") == 1
    assert "<bdi>open the lock 1</bdi>" in text


def test_on_paper_its_words_stand_as_text_and_its_table_below() -> None:
    page = pypdfium2.PdfDocument(pdf(brief()))[0].get_textpage().get_text_range()
    assert "Two lie ahead." in page
    assert page.count("open the lock 1") == 2


def test_in_word_it_is_an_image_with_words_for_those_who_listen_and_a_table() -> None:
    document = Document(io.BytesIO(docx(brief())))
    (shown,) = document.inline_shapes
    assert shown._inline.docPr.get("descr") == "Commitments. Two lie ahead."
    assert [cell.text for cell in document.tables[0].columns[0].cells] == ["What", "open the lock 0", "open the lock 1"]


def test_hostile_words_stay_words_in_every_form() -> None:
    made = brief(HOSTILE)
    assert "<script" not in html(made)
    assert HOSTILE.split(" ")[0] in pypdfium2.PdfDocument(pdf(made))[0].get_textpage().get_text_range()
    assert HOSTILE in Document(io.BytesIO(docx(made))).tables[0].cell(1, 0).text


def test_a_section_without_pictures_is_as_it_was() -> None:
    made = brief()
    assert "<figure" not in html(replace(made, sections=(replace(made.sections[0], pictures=()),)))
