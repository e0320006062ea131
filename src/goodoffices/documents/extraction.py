"""A file's bytes -> `Text`: one function of the bytes and the recipe."""

import re

from goodoffices.documents import akomantoso, mail, pdf, plaintext, rolltable, savedpage, webpage, wordfile
from goodoffices.documents.blocks import blocks_of
from goodoffices.documents.characters import normalised
from goodoffices.documents.encoding import decoded
from goodoffices.documents.formats import format_of
from goodoffices.documents.limits import Limits
from goodoffices.documents.page import MOST_BLOCKS, is_page
from goodoffices.errors import BadDocument
from goodoffices.vocabulary.hashing import sha256
from goodoffices.vocabulary.text import Text

RECIPES = {
    "html": webpage.RECIPE,
    "page": savedpage.RECIPE,
    "plain": plaintext.RECIPE,
    "pdf": pdf.RECIPE,
    "docx": wordfile.RECIPE,
    "akn": akomantoso.RECIPE,
    "mail": mail.RECIPE,
    "rolls": rolltable.RECIPE,
}


def extract(content: bytes, name: str, *, limits: Limits = Limits(), url: str = "") -> Text:  # noqa: B008, frozen
    """What the file `name` says.

    The format is judged by the bytes and only then by the name: PDF, DOCX, Akoma Ntoso, e-mail, HTML, the text of a
    saved web page, plain text, or a table of roll calls. What comes from elsewhere is better read by `bounded.extract`.
    `url`, where it is known, is not fetched; nothing ever is. It serves as the publisher where the page names none.
    Deterministic. Raises BadDocument for a file that is too large, empty, binary, of a format that is not read, or in
    an encoding nobody can recognise.
    """
    if len(content) > limits.max_bytes:
        raise BadDocument(
            f"a file holds at most {limits.max_bytes} bytes",
            f"{name}: {len(content)} bytes",
            "Split it, or raise max_bytes.",
        )
    blob = sha256(content)
    if table := rolltable.read_roll_table(content, name, blob, limits=limits):
        return table
    form = format_of(content, name) if content.strip() else "text"
    if form == "pdf":
        return pdf.read_pdf(content, name, blob, limits=limits)
    if form == "docx":
        return wordfile.read_docx(content, name, blob, limits=limits)
    if form == "akn":
        return akomantoso.read_akoma_ntoso(content, name, blob)
    if form == "mail":
        return mail.read_mail(content, name, blob)
    characters, decoding = decoded(content, name, html=form == "html")
    text, cleaning = normalised(characters)
    if not re.search(r"\w", text):
        raise BadDocument("a document holds words", f"{name}: none", "Check the file; a scan has no text to read.")
    notes = (*decoding, *cleaning)
    if form == "html":
        return webpage.read_webpage(text, name, blob, notes, limits=limits, url=url)
    if text.count("\n") <= MOST_BLOCKS:
        blocks = blocks_of(text)
        if is_page(blocks) and (found := savedpage.read_saved_page(text, blob, blocks, notes)):
            return found
    return plaintext.read_plain(text, blob, notes)
