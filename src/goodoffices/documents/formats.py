"""What kind of file some bytes are: one that is read, or something that is refused with its name and the remedy."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from goodoffices.documents.akomantoso import is_akoma_ntoso
from goodoffices.documents.mail import is_mail
from goodoffices.errors import BadDocument

Format = Literal["html", "text", "pdf", "docx", "akn", "mail"]

RULE = "a document is PDF, DOCX, Akoma Ntoso, an e-mail, HTML, the text of a saved page, or plain text"
REMEDIES = {
    "office": "Open it and save it as DOCX, PDF, HTML or text.",
    "image": "Type or recognise its text and add that as a text file.",
    "archive": "Unpack it and add the files in it one by one.",
    "media": "Add a transcript as a text file.",
    "other": "Add the document as PDF, DOCX, HTML or text.",
}

# What the first kilobytes of a ZIP archive name when it is in truth a document.
_PACKED = (
    (b"xl/", "an XLSX workbook", "office"),
    (b"ppt/", "a PPTX presentation", "office"),
    (b"opendocument.text", "an ODT file", "office"),
    (b"opendocument", "an OpenDocument file", "office"),
    (b"epub+zip", "an EPUB book", "office"),
)
_HTML_START = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b", re.I | re.S)
_XML_START = re.compile(rb"\s*<\?xml\b", re.I)
_HTML_TAG = re.compile(
    rb"</(?:p|div|span|a|table|td|tr|ul|ol|li|h[1-6]|article|section|body|html|font|center|b|i|em|strong|pre"
    rb"|blockquote|nav|header|footer|main|title)\s*>|<(?:br|hr)\s*/?>",
    re.I,
)
_WEB_ARCHIVE = re.compile(rb"(?:\A|\n)content-type:\s*multipart/related", re.I)
_HEAD = 65_536


@lru_cache
def signatures() -> tuple[tuple[int, bytes, str, str], ...]:
    """Rows of data/signatures.tsv: offset, bytes that stand there, what the file is, key of the remedy."""
    lines = files(__package__).joinpath("data/signatures.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((int(at), bytes.fromhex(mark), what, remedy) for at, mark, what, remedy in rows)


def format_of(content: bytes, name: str) -> Format:
    """The format of `content`, judged by its bytes and only then by the ending of `name`.

    Raises BadDocument for every format that is known and not read (images, archives, other XML …).
    """
    if content[:1024].lstrip()[:5] == b"%PDF-":
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")) and _names(content, b"word/"):
        return "docx"
    refuse_other_formats(content, name)
    head = _ascii_view(content[:_HEAD])
    if _HTML_START.match(head):
        return "html"
    ending = name.lower().rpartition(".")[2]
    tags = len(_HTML_TAG.findall(head))
    if _XML_START.match(head):
        if re.search(rb"<html[\s>]", head, re.I):
            return "html"
        if is_akoma_ntoso(head):
            return "akn"
        raise BadDocument(RULE, f"{name}: an XML file of another kind", REMEDIES["office"])
    if is_akoma_ntoso(head) and head.lstrip()[:1] == b"<":
        return "akn"
    if is_mail(content, name):
        return "mail"
    if tags and (ending in ("html", "htm", "xhtml", "shtml") or (tags >= 3 and head.lstrip()[:1] == b"<")):
        return "html"
    return "text"


def _names(content: bytes, mark: bytes) -> bool:
    """Whether a ZIP archive names a part that begins so: at its beginning, or in the directory at its end."""
    return mark in content[:_HEAD] or mark in content[-_HEAD:]


def refuse_other_formats(content: bytes, name: str) -> None:
    """Raises BadDocument when the bytes bear the signature of a format that is not read."""
    head = content[:_HEAD]
    if head.lstrip()[:5] == b"%PDF-":
        head = head.lstrip()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        found = next(((what, key) for mark, what, key in _PACKED if _names(content, mark)), None)
        what, key = found or ("a ZIP archive", "archive")
        raise BadDocument(RULE, f"{name}: {what}", REMEDIES[key])
    for at, mark, what, key in signatures():
        # Two-byte marks ("BM", a gzip's) can begin a text; then the zero bytes of a binary header must follow.
        if head[at : at + len(mark)] == mark and (len(mark) > 2 or b"\0" in head[:64]):
            raise BadDocument(RULE, f"{name}: {what}", REMEDIES[key])
    if _WEB_ARCHIVE.search(head[:4096]):
        raise BadDocument(RULE, f"{name}: a web archive (MHTML)", REMEDIES["office"])


def _ascii_view(head: bytes) -> bytes:
    """The head of a UTF-16 or UTF-32 file without its zero bytes and mark, so that tags can be seen in it."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or head[:400].count(b"\0") > 100:
        head = head.replace(b"\0", b"")
    return head.lstrip(b"\xff\xfe").removeprefix(b"\xef\xbb\xbf")
