"""PDF: printed lines become the paragraphs they were set from, with their pages."""

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser

from goodoffices.documents import Limits, extract
from goodoffices.documents.rejoining import paragraphs
from goodoffices.documents.sheet import Line
from goodoffices.errors import BadDocument
from tests.documents.measures import SPEECHES, error_rate
from tests.documents.printed import PARAGRAPHS, pdf, report

SMALL_PAGE = "#set page(width: 13cm, height: 12cm)\n"


def test_lines_are_joined_to_the_paragraphs_they_were_set_from() -> None:
    content, said = report()
    assert extract(content, "a.pdf").main_text().split("\n\n") == said


def test_two_columns_are_read_one_after_the_other() -> None:
    content, said = report(columns=2)
    found = extract(content, "a.pdf").main_text().split("\n\n")
    assert [words for words in found if words in said] == said


def test_running_heads_and_page_numbers_stay_in_the_content_outside_the_document() -> None:
    content, _ = report()
    text = extract(content, "a.pdf")
    count = len(pypdfium2.PdfDocument(content))
    assert count >= 4
    assert text.content.count("Report of the Commission of Arland") == count
    assert "Report of the Commission" not in text.main_text()
    outside = "".join(
        text.content[end:start]
        for (_, end), (start, _) in zip([(0, 0), *text.main], [*text.main, (len(text.content), 0)], strict=True)
    )
    assert re.findall(r"\d+", outside) == [str(n) for n in range(1, count + 1)]


def test_a_sentence_that_goes_on_over_the_page_is_whole_and_keeps_both_pages() -> None:
    content, said = report()
    text = extract(content, "a.pdf")
    pages = [
        {text.page_of(n) for n in range(at, at + len(words))} for words in said for at in [text.content.index(words)]
    ]
    assert any(len(found - {None}) == 2 for found in pages)
    for words in said:
        at = text.content.index(words)
        assert text.in_main(at, at + len(words))


def test_every_character_stands_on_the_page_that_prints_it() -> None:
    content, _ = report()
    text = extract(content, "a.pdf")
    printed = {
        n: page.get_textpage().get_text_range() for n, page in enumerate(pypdfium2.PdfDocument(content), start=1)
    }
    assert {page for _, _, page in text.pages} == set(printed)
    for start, end, page in text.pages:
        for word in re.findall(r"\b[a-z]{6,}\b", text.content[start:end])[1:-1]:
            bare = re.sub(r"\s|\ufffe", "", printed[page])
            assert word in bare, (word, page)
    before = 0
    for start, end, _ in text.pages:
        assert before <= start < end <= len(text.content)
        before = end


def test_a_word_written_with_a_hyphen_keeps_it_at_a_line_s_end() -> None:
    words = "The right of self-determination and the cease-fire are to be respected by all, " * 6
    text = extract(pdf(f"{SMALL_PAGE}#set par(justify: true)\n#set text(hyphenate: true)\n{words}"), "a.pdf")
    assert text.main_text() == words.strip()


def test_a_greeting_that_opens_several_pages_is_text_and_no_running_head() -> None:
    pages = "\n#pagebreak()\n".join(
        f"{opening}\n\n{PARAGRAPHS[n % 3]}"
        for n, opening in enumerate(["Mr. President,", "I go on.", "Mr. President,"] * 3)
    )
    text = extract(pdf(SMALL_PAGE + pages), "a.pdf")
    assert text.main_text().count("Mr. President,") == 6


def test_a_footnote_comes_after_the_paragraph_and_is_part_of_the_document() -> None:
    source = (
        f"{SMALL_PAGE}{PARAGRAPHS[0]}#footnote[As the commission found on 4 May.] {PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"
    )
    main = extract(pdf(source), "a.pdf").main_text().split("\n\n")
    assert main[-1].endswith("As the commission found on 4 May.")
    assert main[1] == PARAGRAPHS[2]


@pytest.mark.parametrize(
    "said",
    [
        "قرر المجلس في 25 أيلول 2024 أن تلتزم الأطراف بالاتفاق، وأن تجتمع اللجنة كل شهر.",
        "أعلنت لجنة الأمم المتحدة (المعروفة باسم UNTSO) نشر 1,200 مراقب.",
    ],
)
def test_arabic_is_read_in_its_order_with_numbers_and_latin_names(said: str) -> None:
    """The font is one that Typst brings."""
    source = f'{SMALL_PAGE}#set text(lang: "ar", dir: rtl, font: "DejaVu Sans Mono", size: 9pt)\n{said}'
    assert extract(pdf(source), "a.pdf").main_text() == said


HEBREW = "הצדדים הסכימו (ביום 3 במאי 1999) להיפגש בעיר הבירה, והנציגים של ארגון UNTSO יפקחו על הסכם הפסקת האש."


def test_hebrew_is_read_in_its_order_with_numbers_and_latin_names() -> None:
    try:
        fonts = subprocess.run(["fc-list", ":lang=he", "family"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        fonts = ""
    if not fonts.strip():
        pytest.skip("no font with Hebrew letters is installed")
    family = fonts.split("\n")[0].split(",")[0]
    source = f'{SMALL_PAGE}#set text(lang: "he", dir: rtl, font: "{family}")\n{HEBREW}'
    assert extract(pdf(source), "a.pdf").main_text() == HEBREW


def scan(pages: int) -> pypdfium2.PdfDocument:
    """A PDF of pictures of pages."""
    printed = pypdfium2.PdfDocument(report()[0])
    made = pypdfium2.PdfDocument.new()
    for n in range(pages):
        image = pypdfium2.PdfImage.new(made)
        image.set_bitmap(printed[n].render(scale=1))
        width, height = printed[n].get_size()
        image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        page = made.new_page(width, height)
        page.insert_obj(image)
        page.gen_content()
    return made


def saved(document: pypdfium2.PdfDocument, path: Path) -> bytes:
    document.save(path)
    return path.read_bytes()


def test_a_scan_is_refused_and_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadDocument, match=r"pictures of 2 pages.*OCR"):
        extract(saved(scan(2), tmp_path / "a.pdf"), "a.pdf")


def test_scanned_pages_among_others_are_named_in_a_note(tmp_path: Path) -> None:
    document = scan(2)
    document.import_pages(pypdfium2.PdfDocument(report()[0]), [0, 1])
    text = extract(saved(document, tmp_path / "a.pdf"), "a.pdf")
    assert any(note.startswith("pages 1 to 2: pictures") for note in text.notes)
    assert text.pages[0][2] == 3


def test_too_many_pages_are_refused_with_their_number() -> None:
    with pytest.raises(BadDocument, match=r"at most 2 pages"):
        extract(report()[0], "a.pdf", limits=Limits(max_pages=2))


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\n1 0 obj", report()[0][:600]])
def test_a_damaged_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(BadDocument, match="opened"):
        extract(content, "a.pdf")


def test_a_pdf_behind_a_password_is_refused_and_says_so() -> None:
    """The standard handler (revision 3) with checks that no password meets."""
    plain = report()[0]
    entry = (
        b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >> "
        b"/ID [<" + b"00" * 16 + b"> <" + b"00" * 16 + b">] "
    )
    at = plain.rindex(b"/Root")
    with pytest.raises(BadDocument, match=r"password.*encrypted"):
        extract(plain[:at] + entry + plain[at:], "a.pdf")


def test_lines_of_a_list_stay_apart() -> None:
    items = [f"- {what} are to be released by both sides" for what in ("Prisoners", "Hostages", "Detained fishermen")]
    lines = [Line(words, 70, 300, 700 - 14 * n, 12, 1) for n, words in enumerate(items)]
    assert [[line.text for line in group] for group in paragraphs(lines)] == [[words] for words in items]


needs_speeches = pytest.mark.skipif(not SPEECHES.exists(), reason="the speeches are not at ../shared")

# What the title pages print; the others bear no date.
DATES = {
    "ad_fr": "2024-09-27", "ba_en": "2024-09-25", "bj_fr": "2024-09-28", "bo_es": "2024-09-25", "br_pt": "2024-09-24",
    "cd_fr": "2024-09-25", "cy_en": "2024-09-25", "gq_es": "2024-09-26", "it_it": "2024-09-25", "km_fr": "2024-09-26",
    "lb_ar": "2024-09-26", "ly_ar": "2024-09-25", "no_en": "2024-09-28", "pt_en": "2024-09-26", "sa_ar": "2024-09-28",
    "st_fr": "2024-09-26", "sy_en": "2024-09-30",
}  # fmt: skip


@needs_speeches
@pytest.mark.parametrize("speech", sorted(file.stem for file in SPEECHES.glob("*.pdf")))
def test_the_speeches_agree_with_the_text_beside_them(speech: str) -> None:
    """That text was recognised from pictures: 5 % bounds its errors. Of the Arabic ones it is Latin debris, so that
    only language, date and small words can be looked at.
    """
    content = (SPEECHES / f"{speech}.pdf").read_bytes()
    text = extract(content, f"{speech}.pdf")
    assert text.language == speech[-2:]
    assert (text.dated.edtf if text.dated else None) == DATES.get(speech)
    if not speech.endswith("ar"):
        beside = (SPEECHES / f"{speech}.txt").read_text("utf-8")
        assert error_rate(text.main_text(), beside) < 0.05
    else:
        for phrase in ("الأمم المتحدة", "الجمعية العامة", "السيد", "في"):
            assert phrase in re.sub("[\u064b-\u0655]", "", text.content)
    assert len({page for _, _, page in text.pages}) == len(pypdfium2.PdfDocument(content))


RIGHT_TO_LEFT = (
    "قرر المجلس (في 25 أيلول 2024) أن تلتزم الأطراف بالاتفاق، وأن تجتمع اللجنة كل شهر، وفقاً للقرار 242 (1967).",
    "הצדדים הסכימו (ביום 3 במאי 1999) להיפגש בעיר הבירה, והנציגים של ארגון UNTSO יפקחו על הסכם הפסקת האש.",
)


def test_what_a_browser_prints_from_right_to_left_is_read_in_its_order(browser: Browser) -> None:
    """Another writer than Typst: lam and alef are one sign with two characters, spaces have no width."""
    every = "".join(f"<p dir=rtl>{said}</p>" for said in RIGHT_TO_LEFT)
    page = browser.new_page()
    page.set_content(f"<body style='font-size: 12pt; width: 14cm; text-align: justify'>{every}<p>{PARAGRAPHS[0]}</p>")
    content = page.pdf()
    assert tuple(extract(content, "a.pdf").main_text().split("\n\n")) == (*RIGHT_TO_LEFT, PARAGRAPHS[0])
