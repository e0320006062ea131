"""Real files for the tests: PDFs set by Typst, DOCX files written by python-docx. All texts are fictional."""

import io
import zipfile
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import docx
import typst

_SAID = """\
The parties reaffirmed their unwavering commitment to the implementation of internationally guaranteed arrangements, \
notwithstanding considerable difficulties concerning demilitarization and the administration of the northern \
municipalities.
Arland undertakes to withdraw its contingents from the port of Bresia within four months of the signature, and the \
observers shall communicate their conclusions to both governments without unnecessary delay.
The representatives emphasized that humanitarian organizations must be granted unconditional and uninterrupted access \
to all communities, and that every interruption shall immediately be reported to the commission."""
PARAGRAPHS = tuple(_SAID.split("\n"))


@lru_cache
def pdf(source: str) -> bytes:
    """A PDF set by Typst."""
    return bytes(typst.compile(source.encode()))


def report(copies: int = 6, *, columns: int = 1) -> tuple[bytes, list[str]]:
    """A report of several small pages with running head, page numbers and hyphenation, and its paragraphs."""
    said = [f"{n}. {words}" for n in range(1, copies + 1) for words in PARAGRAPHS]
    body = "\n\n".join(words.replace(". ", "\\. ", 1) for words in said)
    source = (
        '#set page(width: 13cm, height: 12cm, header: [Report of the Commission of Arland], numbering: "1")\n'
        f"#set page(columns: {columns})\n"
        '#set par(justify: true, spacing: 1.2em)\n#set text(size: 10pt, hyphenate: true, lang: "en")\n' + body
    )
    return pdf(source), said


def docx_file(write: Callable[[Any], None]) -> bytes:
    """A DOCX file that `write` fills."""
    document = docx.Document()
    write(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A DOCX file with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return stream.getvalue()


def letter(write: Callable[[Any], None] = lambda document: None) -> bytes:
    """A short statement in DOCX, to which `write` adds."""

    def fill(document: Any) -> None:
        document.add_heading("Joint statement of Arland and Bresia", 0)
        document.add_paragraph("Geneva, 3 May 1999")
        for words in PARAGRAPHS:
            document.add_paragraph(words)
        write(document)

    return docx_file(fill)


AKOMA_NTOSO = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta>
<identification source="#s"><FRBRWork><FRBRdate date="1999-05-03" name="adoption"/><FRBRauthor href="#council"/>
</FRBRWork><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<references source="#s"><TLCOrganization eId="council" href="/c" showAs="Council of Arland"/></references></meta>
<coverPage><p>For information only</p></coverPage>
<preface><p><docNumber>Resolution 12</docNumber> on the <docTitle>Port of Bresia</docTitle></p></preface>
<preamble><p>The Council,</p><p>Recalling its resolution 11,</p></preamble><mainBody>
<paragraph><num>1.</num><content><p>Calls upon the parties to <i>with</i>draw<authorialNote marker="1"><p>As agreed
before.</p></authorialNote> within four months;</p></content></paragraph>
<article><num>Article 2</num><heading>Ceasefire</heading><paragraph><num>(a)</num><content>
<p>The truce <del>may</del><ins>shall</ins> hold.</p></content></paragraph></article></mainBody></statement>
</akomaNtoso>
"""

MAIL = """From: =?utf-8?q?Anna_M=C3=BCller?= <anna@example.org>
To: desk@example.org
Date: Tue, 4 May 1999 23:30:00 -0500
Subject: The port of Bresia
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Dear colleagues,

Arland agreed to lift the blockade within four months.

On Mon, 3 May 1999 at 18:00, Bruno <bruno@example.org> wrote:
> Has Arland agreed?
> We wait for it.

It has.

--\x20
Anna
--b
Content-Type: application/pdf; name="annex.pdf"
Content-Disposition: attachment; filename="annex.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--b--
"""
