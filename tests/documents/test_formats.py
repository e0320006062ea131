"""Formats: told by their bytes; what is not read is refused by name, with the remedy."""

import io
import zipfile

import pytest

from goodoffices.documents import extract
from goodoffices.documents.formats import REMEDIES, format_of, signatures
from goodoffices.errors import BadDocument
from tests.documents.printed import AKOMA_NTOSO, MAIL


def packed(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 100)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (packed("[Content_Types].xml", "xl/workbook.xml"), "XLSX"),
        (packed("letters/one.txt"), "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"GIF89a\1\0\1\0", "GIF"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "gzip"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "Office"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "XML"),
        (b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n<html>", "MHTML"),
        (bytes(range(256)) * 20, "binary"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "unnamed"])
def test_other_formats_are_refused_by_name_with_a_remedy(content: bytes, what: str, name: str) -> None:
    with pytest.raises(BadDocument, match=what) as error:
        extract(content, name)
    assert error.value.remedy


@pytest.mark.parametrize(
    ("content", "name", "format_"),
    [
        (b"<!DOCTYPE html><p>x", "a.txt", "html"),
        (b"\n<!-- saved --> <HTML><p>x", "a.txt", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"><p>x</p></html>', "a", "html"),
        (b"<p>One.</p><p>Two.</p><p>Three.</p>", "a.txt", "html"),
        (b"Words <b>and</b> more", "a.html", "html"),
        (b"Words <b>and</b> more", "a.txt", "text"),
        (b"No tags here", "a.html", "text"),
        (b"BM is how this memorandum begins, and MZ too", "a.txt", "text"),
        ("<html><p>x</p></html>".encode("utf-16"), "a", "html"),
        (b"%PDF-1.7\n1 0 obj", "a.txt", "pdf"),
        (packed("[Content_Types].xml", "word/document.xml"), "a.txt", "docx"),
        (AKOMA_NTOSO.encode(), "a.html", "akn"),
        (MAIL.encode(), "a.txt", "mail"),
        (b"From: Ann\nTo: the desk\nSubject: the port\n\nWe met.", "a.eml", "mail"),
        (b"From: Ann\nTo: the desk\nSubject: the port\n\nWe met.", "memorandum.txt", "text"),
        (b"Note: the talks go on\n\nX-Y: no header", "a.eml", "text"),
    ],
)
def test_the_bytes_tell_the_format_before_the_name(content: bytes, name: str, format_: str) -> None:
    assert format_of(content, name) == format_


def test_the_table_of_signatures_is_well_formed() -> None:
    rows = signatures()
    assert len({(at, mark) for at, mark, _, _ in rows}) == len(rows)
    assert {key for *_, key in rows} <= REMEDIES.keys()
    assert all(mark and at >= 0 and what for at, mark, what, _ in rows)
