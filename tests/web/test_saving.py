"""What is saved from the pages opens in the programs it is for, with its dates and the exact words."""

import datetime as dt
import io
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from icalendar import Calendar
from lxml import html
from playwright.sync_api import Page

from goodoffices import Case
from goodoffices.briefs.writing import FORMS
from goodoffices.web.saving import KINDS

from .conftest import entered
from .serving import Visit

ON = "15 October 2010"
GLASS = "as_of=2010-10-15"
WORDS = {"html": "HTML", "pdf": "PDF", "docx": "Word"}


def bare(text: str) -> str:
    return "".join(text.split())


def of_html(file: Path) -> str:
    return str(html.fromstring(file.read_bytes()).text_content())


def of_pdf(file: Path) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file.read_bytes()))


def of_docx(file: Path) -> str:
    said = [p.text for p in Document(str(file)).paragraphs]
    notes = ZipFile(io.BytesIO(file.read_bytes())).read("word/footnotes.xml")
    return "\n".join([*said, "".join(html.fromstring(notes).itertext())])


READ = {"html": of_html, "pdf": of_pdf, "docx": of_docx}


def saved(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.locator("main").get_by_text(name, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("path", "name"), [("/briefs?", "brief"), ("/meeting?party=isr&", "pack-isr")])
def test_a_brief_and_a_pack_are_saved_and_hold_their_date_and_the_words_of_their_sources(
    sample: Case, tmp_path: Path, visit: Visit, form: str, path: str, name: str
) -> None:
    if form == "pdf" and find_spec("typst") is None:
        pytest.skip("typst is not installed: pip install 'goodoffices[pdf]'")
    view = sample.at(as_of=dt.date(2010, 10, 15))
    made = sample.pack("isr", view, by="test") if "pack" in name else sample.brief(view, by="test")
    quotes = {note.quote for note in made.footnotes if note.quote}
    assert len(quotes) > 5
    file = saved(visit(sample).go(f"{path}{GLASS}"), WORDS[form], tmp_path)
    assert file.name == f"{name}-2010-10-15.{form}"
    text = READ[form](file)
    assert ON in text
    assert {quote for quote in quotes if bare(quote) not in bare(text)} == set()


def test_the_dates_are_saved_for_a_calendar_program(sample: Case, tmp_path: Path, visit: Visit) -> None:
    page = visit(sample).go("/commitments?as_of=2010-07-01")
    calendar = Calendar.from_ical(saved(page, "Dates for a calendar program", tmp_path).read_bytes())
    days = [event.decoded("dtstart") for event in calendar.walk("VEVENT")]
    assert dt.date(2010, 7, 19) in days  # four months after 19 March 2010
    assert min(days) >= dt.date(2010, 7, 1)


@pytest.mark.parametrize("path", ["/brief?form=odt", "/pack?party=isr&form=odt"])
def test_an_unknown_form_is_said_with_its_remedy(sample: Case, path: str) -> None:
    answer = entered(sample).get(f"{path}&{GLASS}")
    assert answer.status_code == 400
    assert "Choose among html, pdf, docx." in answer.text


def test_every_form_has_its_kind_of_file() -> None:
    assert set(FORMS) < set(KINDS)
