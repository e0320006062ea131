"""E-mail: what its writer wrote, when and about what."""

import email.policy
from email.message import EmailMessage

import pytest

from goodoffices.documents import extract
from goodoffices.errors import BadDocument
from tests.documents.printed import MAIL


def message(body: str, kind: str = "plain") -> bytes:
    made = EmailMessage(policy=email.policy.SMTP)
    made["From"], made["To"], made["Subject"] = "Ann <ann@example.org>", "desk@example.org", "The talks"
    made["Message-ID"] = "<1@example.org>"
    made.set_content(body, subtype=kind)
    return bytes(made)


def test_the_header_says_author_title_and_the_senders_day() -> None:
    text = extract(MAIL.encode(), "a.eml")
    assert (text.author, text.title) == ("Anna Müller", "The port of Bresia")
    assert text.dated
    assert text.dated.edtf == "1999-05-04"
    assert text.dated.basis.startswith("header Date: Tue, ")


def test_quoted_lines_signature_and_header_stand_outside_the_document() -> None:
    text = extract(MAIL.encode(), "a.eml")
    assert text.main_text() == "Dear colleagues,\n\nArland agreed to lift the blockade within four months.\n\nIt has."
    for outside in ("From: Anna Müller", "> We wait for it.", "Bruno <bruno@example.org> wrote:", "-- \nAnna"):
        assert outside in text.content


def test_attachments_are_named_in_notes() -> None:
    notes = extract(MAIL.encode(), "a.eml").notes
    assert "attachment not read: annex.pdf (application/pdf, 5 bytes); save it and add it" in notes


@pytest.mark.parametrize(
    "lead",
    [
        "-----Original Message-----",
        "-------- Message transféré --------",
        "________________________________",
        "Begin forwarded message:",
        "El lun, 3 may 1999 a las 18:00, Bruno escribió:",
    ],
)
def test_a_message_quoted_whole_stands_outside(lead: str) -> None:
    text = extract(message(f"The truce holds.\n\n{lead}\nFrom: Bruno\nSubject: truce\n\nDoes it hold?\n"), "a.eml")
    assert text.main_text() == "The truce holds."
    assert "Does it hold?" in text.content


def test_a_lead_in_that_is_broken_over_two_lines_stands_outside() -> None:
    body = "The truce holds.\n\nOn Monday, 3 May 1999 at 18:00, Bruno at the desk\n<b@example.org> wrote:\n> Does it?\n"
    assert extract(message(body), "a.eml").main_text() == "The truce holds."


def test_an_html_body_is_read_as_it_is_seen() -> None:
    page = (
        "<html><head><style>p {}</style></head><body><p>The truce <b>holds</b>.</p><script>x</script>"
        "<blockquote><p>Does it?</p></blockquote></body></html>"
    )
    text = extract(message(page, "html"), "a.eml")
    assert text.main_text() == "The truce holds."
    assert "> Does it?" in text.content
    assert "x" not in text.content.split("\n\n", 1)[1]


@pytest.mark.parametrize("charset", ["koi8-r", "utf-8", "no-such-charset"])
def test_the_charset_of_a_part_is_believed_where_it_fits(charset: str) -> None:
    encoding = "utf-8" if charset == "no-such-charset" else charset
    head = f"From: a@example.org\nMIME-Version: 1.0\nSubject: x\nContent-Type: text/plain; charset={charset}\n\n"
    body = "Стороны договорились о прекращении огня и о том, что встреча будет в мае."
    assert extract(head.encode() + body.encode(encoding), "a.eml").main_text() == body


def test_a_message_of_attachments_alone_is_refused_and_names_them() -> None:
    head, rest = MAIL.split("--b\nContent-Type: text/plain", 1)
    only = f"{head}--b\n{rest.split('--b' + chr(10), 1)[1]}"
    with pytest.raises(BadDocument, match=r"attachments only: annex\.pdf"):
        extract(only.encode(), "a.eml")
