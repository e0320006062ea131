"""DOCX: what Word shows with all changes accepted."""

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from goodoffices.documents import Limits, extract
from goodoffices.errors import BadDocument
from tests.documents.printed import PARAGRAPHS, docx_file, letter, with_part


def test_paragraphs_are_read_with_title_and_date() -> None:
    text = extract(letter(), "a.docx")
    assert text.main_text().split("\n\n")[2:] == list(PARAGRAPHS)
    assert text.title == "Joint statement of Arland and Bresia"
    assert text.dated
    assert (text.dated.edtf, text.dated.basis) == ("1999-05-03", "line near the title: Geneva, 3 May 1999")
    assert text.language == "en"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["Statement by", "the Minister of Bresia", "3 May 1999", "Mr. President,"],
            "Statement by the Minister of Bresia",
        ),
        (["Joint statement", "Geneva, 3 May 1999", "The parties met."], "Joint statement"),
        (["Address", "Excellencies,", "The parties met in Geneva."], "Address"),
        (["The port of Bresia", "A report", "We saw it."], "The port of Bresia"),
    ],
)
def test_a_title_that_breaks_off_goes_on_in_the_line_under_it(lines: list[str], title: str) -> None:
    def write(document: Any) -> None:
        for line in lines:
            document.add_paragraph(line)

    assert extract(docx_file(write), "a.docx").title == title


def test_a_table_is_read_row_by_row() -> None:
    def write(document: Any) -> None:
        table = document.add_table(2, 2)
        for n, words in enumerate(["Party", "Ships", "Arland", "12"]):
            table.cell(*divmod(n, 2)).text = words
        document.add_paragraph("So agreed.")

    assert extract(letter(write), "a.docx").content.endswith("\n\nParty\tShips\nArland\t12\n\nSo agreed.")


def test_headers_and_footers_stay_outside_the_document() -> None:
    def write(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "RESTRICTED"
        document.sections[0].footer.paragraphs[0].text = "Desk 4"

    text = extract(letter(write), "a.docx")
    assert text.content.startswith("RESTRICTED\n\n")
    assert text.content.endswith("\n\nDesk 4")
    assert "RESTRICTED" not in text.main_text()
    assert "Desk 4" not in text.main_text()


CHANGED = """<w:p {}><w:r><w:t xml:space="preserve">The truce </w:t></w:r>
<w:del w:id="1" w:author="A"><w:r><w:delText>may</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">
<w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> hold</w:t></w:r>
<w:r><w:rPr><w:vanish/></w:rPr><w:t> unless we say otherwise</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>"""


def test_insertions_are_text_and_deletions_and_hidden_words_are_not() -> None:
    def write(document: Any) -> None:
        document.element.body.insert(0, parse_xml(CHANGED.format(nsdecls("w"))))

    text = extract(letter(write), "a.docx")
    assert text.content.startswith("The truce shall hold.\n\n")
    assert "may" not in text.content
    assert {"tracked deletions left out: 1", "hidden passages left out: 1"} <= set(text.notes)


def test_comments_stay_outside_the_document() -> None:
    def write(document: Any) -> None:
        run = document.paragraphs[-1].runs[0]
        document.add_comment(run, text="Would they accept this?", author="Ann")

    text = extract(letter(write), "a.docx")
    assert "Would they accept this?" in text.content
    assert "Would they accept this?" not in text.main_text()
    assert "comments outside the document: 1" in text.notes


def test_footnotes_are_part_of_the_document() -> None:
    def write(document: Any) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        xml = f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p><w:r><w:t>Bresia abstained.</w:t></w:r></w:p>"
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(
            PackURI("/word/footnotes.xml"), kind, f"{xml}</w:footnote></w:footnotes>".encode(), document.part.package
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    assert extract(letter(write), "a.docx").main_text().endswith("\n\nBresia abstained.")


def test_the_typist_is_noted_and_not_taken_for_the_author() -> None:
    def write(document: Any) -> None:
        document.core_properties.author = "Lenovo"

    text = extract(letter(write), "a.docx")
    assert text.author == ""
    assert "who typed the file, by the file's properties: Lenovo" in text.notes


def undated(words: str, made: tuple[int, int, int]) -> bytes:
    def write(document: Any) -> None:
        document.add_paragraph(words)
        document.core_properties.created = dt.datetime(*made, tzinfo=dt.UTC)

    return docx_file(write)


def test_the_day_a_file_was_made_dates_a_text_that_speaks_of_that_year_and_no_other() -> None:
    recent = extract(
        undated("We spoke in this hall of what the talks of 2009 had brought us all.", (2010, 3, 19)), "a.docx"
    )
    assert recent.dated
    assert recent.dated.edtf == "2010-03-19"
    assert recent.dated.basis == "the file's properties, made: 2010-03-19"
    older = extract(
        undated("We spoke in this hall of what the talks of 1993 had brought us all.", (2010, 3, 19)), "a.docx"
    )
    assert older.dated is None
    assert any("--date 2010-03-19" in note for note in older.notes)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)
    assert len(stream.getvalue()) < 100_000
    with pytest.raises(BadDocument, match="unpack to at most 50,000,000"):
        extract(stream.getvalue(), "a.docx", limits=Limits(max_unpacked=50_000_000))


LAUGHS = """<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY file SYSTEM "file:///etc/hostname">]>"""


def test_entities_of_a_part_are_not_followed() -> None:
    def change(part: bytes) -> bytes:
        head, body = part.split(b"?>", 1)
        return head + b"?>" + LAUGHS.encode() + body.replace(b"Geneva", b"&c;&file;Geneva", 1)

    content = extract(with_part(letter(), "word/document.xml", change), "a.docx").content
    assert "haha" not in content
    assert "Geneva" in content


LISTS = """<w:numbering {}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>
</w:num></w:numbering>"""


def numbered(levels: list[tuple[int, int]]) -> bytes:
    def write(document: Any) -> None:
        for n, (number, level) in enumerate(levels):
            properties = document.add_paragraph(f"Words {n}.")._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = number
            properties.get_or_add_ilvl().val = level

    content = docx_file(write)
    return with_part(content, "word/numbering.xml", lambda part: LISTS.format(nsdecls("w")).encode())


def test_paragraphs_have_the_numbers_that_word_shows_before_them() -> None:
    levels = [(3, 0), (3, 1), (3, 1), (3, 2), (3, 0), (3, 1), (4, 0), (0, 0)]
    assert extract(numbered(levels), "a.docx").main_text().split("\n\n") == [
        "Article 1. Words 0.",
        "(a) Words 1.",
        "(b) Words 2.",
        "1.b.IV Words 3.",
        "Article 2. Words 4.",
        "(a) Words 5.",
        "Article 9. Words 6.",
        "Words 7.",
    ]


def test_a_style_can_give_the_number() -> None:
    def write(document: Any) -> None:
        for n in range(2):
            document.add_paragraph(f"Words {n}.", style="List Number")
        document.add_paragraph("A point.", style="List Bullet")

    found = extract(docx_file(write), "a.docx").main_text().split("\n\n")
    assert found == ["1. Words 0.", "2. Words 1.", "• A point."]


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_damaged_part_is_an_error_or_a_text(part: str) -> None:
    with pytest.raises(BadDocument, match=r"DOCX|words"):
        extract(with_part(letter(), part, lambda content: b"<"), "a.docx")
