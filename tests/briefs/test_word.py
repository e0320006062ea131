"""The brief as a Word file: real footnotes, styles, text that stays text."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from goodoffices.briefs.notes import in_order
from goodoffices.briefs.word import docx

from .sample import sample
from .test_page import HOSTILE, hostile


def part(file: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read(name))


def test_every_source_is_one_footnote_with_its_exact_words() -> None:
    brief = in_order(sample())
    notes = {note.get(qn("w:id")): "".join(note.itertext()) for note in part(docx(brief), "word/footnotes.xml")}
    for note in brief.footnotes:
        assert note.title in notes[str(note.number)]
        assert note.quote in notes[str(note.number)]
    assert len(notes) == len(brief.footnotes) + 2  # the two separators that Word wants


def test_each_footnote_is_referred_to_once_and_in_order() -> None:
    body = part(docx(sample()), "word/document.xml")
    ids = [int(mark.get(qn("w:id"), "")) for mark in body.iter(qn("w:footnoteReference"))]
    assert ids == list(range(1, len(ids) + 1))
    assert ids


def test_a_further_citation_is_a_field_that_leads_to_a_bookmark_that_is_there() -> None:
    body = part(docx(sample()), "word/document.xml")
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    fields = [field.get(qn("w:instr"), "").split()[1] for field in body.iter(qn("w:fldSimple"))]
    assert fields
    assert set(fields) <= marks


def test_the_footnotes_part_is_declared_and_related() -> None:
    file = docx(sample())
    kinds = {el.get("PartName"): el.get("ContentType", "") for el in part(file, "[Content_Types].xml")}
    assert kinds["/word/footnotes.xml"].endswith("wordprocessingml.footnotes+xml")
    targets = [el.get("Target") for el in part(file, "word/_rels/document.xml.rels")]
    assert "footnotes.xml" in targets


def test_the_footer_bears_the_dates_and_styles_bear_the_looks() -> None:
    brief = sample()
    read = Document(io.BytesIO(docx(brief)))
    foot = read.sections[0].footer.paragraphs[0].text
    assert "as of 1 September 2031" in foot
    assert brief.as_known in foot
    for run in (run for paragraph in read.paragraphs for run in paragraph.runs):
        assert (run.font.size, run.font.bold, run.font.color.rgb) == (None, None, None)


def test_arabic_words_are_marked_as_running_from_right_to_left() -> None:
    runs = [
        run
        for run in part(docx(sample()), "word/footnotes.xml").iter(qn("w:r"))
        if "المحادثات" in "".join(run.itertext())
    ]
    assert runs
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None for run in runs)


@pytest.mark.parametrize("words", [*HOSTILE, "a\x00b", "\ud800"])
def test_hostile_words_stay_words(words: str) -> None:
    assert Document(io.BytesIO(docx(hostile(words)))).paragraphs
