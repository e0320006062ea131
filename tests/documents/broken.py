"""Files broken on purpose: seeded mutations of valid ones of every kind, and bombs."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache

from tests.documents.printed import AKOMA_NTOSO, MAIL, PARAGRAPHS, letter, pdf, report, with_part
from tests.documents.shapes import as_good_html, as_saved_text, as_soup, written

File = tuple[str, bytes]


@lru_cache
def sound() -> tuple[File, ...]:
    """Valid files, small ones, of every kind that is read."""
    said = "\n\n".join(PARAGRAPHS)
    russian = "Стороны договорились о прекращении огня, и это было подтверждено в тот же день.\n" * 5
    arabic = '#set text(lang: "ar", dir: rtl, font: "DejaVu Sans Mono")\nقرر المجلس في 25 أيلول 2024 أن تلتزم الأطراف.'
    return (
        ("page.html", as_good_html(written("news_site")).encode()),
        ("soup.html", as_soup(written("arabic")).encode()),
        ("saved.txt", as_saved_text(written("institute")).encode()),
        ("report.pdf", report(2)[0]),
        ("arabic.pdf", pdf(arabic)),
        ("open.pdf", open_pdf([said[:300]] * 3)),
        ("letter.docx", letter(lambda document: document.add_table(2, 2))),
        ("resolution.xml", AKOMA_NTOSO.encode()),
        ("message.eml", MAIL.encode()),
        ("english.txt", said.encode()),
        ("russian.txt", russian.encode("cp1251")),
        ("wide.txt", said.encode("utf-16")),
    )


def open_pdf(pages: list[str], *, stream: Callable[[bytes], tuple[bytes, bytes]] = lambda said: (said, b"")) -> bytes:
    """A PDF whose objects are not packed, so that mutations reach them. `stream` packs a content: bytes and entries."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, said in enumerate(pages):
        shown = said.replace("\\", "").replace("(", "").replace(")", "")
        lines = b"".join(b"(%s) Tj T* " % line.encode("latin-1", "replace") for line in re.findall(r".{1,70}", shown))
        content, entries = stream(b"BT /F 11 Tf 14 TL 50 700 Td " + lines + b"ET")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * n)
        )
        objects.append(b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content))
    out, places = bytearray(b"%PDF-1.7\n"), []
    for n, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    count, start = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, start)
    return bytes(out)


def mutants(count: int, seed: int) -> Iterator[File]:
    """`count` broken files, the same for the same seed."""
    chance = random.Random(seed)
    files = sound()
    for number in range(count):
        name, content = files[number % len(files)]
        for _ in range(chance.choice((1, 1, 2, 3))):
            content = chance.choice(MUTATIONS)(content, chance)
        if name.endswith(".docx") and chance.random() < 0.6:
            content = _inside(chance)
        yield f"{number}-{name}", content


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 10, 50)) if content else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _without(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.randrange(2000) :]


def _twice(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[max(0, at - chance.randrange(2000)) :]


def _spliced(content: bytes, chance: random.Random) -> bytes:
    _, other = chance.choice(sound())
    at, start = chance.randrange(len(content) + 1), chance.randrange(len(other))
    return content[:at] + other[start : start + chance.randrange(3000)] + content[at:]


def _numbers(content: bytes, chance: random.Random) -> bytes:
    """Numbers as large, as small or as many as nobody expects."""
    odd = (b"0", b"-1", b"4294967296", b"99999999999999999999", b"2147483647", b"1e309")
    found = list(re.finditer(rb"\d+", content))
    for number in sorted(chance.sample(found, min(len(found), 3)), key=lambda m: -m.start()):
        content = content[: number.start()] + chance.choice(odd) + content[number.end() :]
    return content


def _zeros(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return (
        content[:at]
        + chance.choice((b"\0", b"\xff", b"\xed\xa0\x80", b"\x1b$B", b"\r")) * chance.randrange(400)
        + content[at:]
    )


def _encoded(content: bytes, chance: random.Random) -> bytes:
    """The characters in another encoding than they say."""
    said = content.decode("utf-8", "replace")
    return said.encode(chance.choice(("utf-16-le", "utf-32", "cp1251", "koi8-r", "utf-7", "cp037")), "replace")


def _words(content: bytes, chance: random.Random) -> bytes:
    """Pieces of the languages of files, where they do not belong."""
    pieces = (
        *b"<![CDATA[ ]]> &a; endobj << >> /Filter --b <w:p> </w:t> &#xD800; charset=utf-16 PK\x03\x04".split(),
        *(
            b"<!DOCTYPE x [",
            b"\nendstream\n",
            b"/Kids [2 0 R]",
            b"Content-Transfer-Encoding: base64\n\n",
            b"<div " * 50,
        ),
    )
    for _ in range(3):
        at = chance.randrange(len(content) + 1)
        content = content[:at] + chance.choice(pieces) + content[at:]
    return content


MUTATIONS = (_flip, _flip, _cut, _without, _twice, _spliced, _numbers, _zeros, _encoded, _words)


def _inside(chance: random.Random) -> bytes:
    """A sound archive with a broken part in it."""
    parts = ("word/document.xml", "word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels",
             "word/_rels/document.xml.rels", "docProps/core.xml")  # fmt: skip
    return with_part(sound()[6][1], chance.choice(parts), lambda part: chance.choice(MUTATIONS)(part, chance))


MEGABYTE = 1_000_000


def bombs(size: int) -> Iterator[File]:
    """Files that unpack, nest, repeat or refer to themselves without end; `size` in MB is that of the larger ones."""
    word = b"The truce holds. "
    yield "line.txt", word * (100 * MEGABYTE // len(word))
    yield "word.txt", b"a" * (size * MEGABYTE)
    yield "lines.txt", b"a\n" * (size * MEGABYTE // 4)
    yield "zeros.txt", b"\0" * (size * MEGABYTE)
    yield "high.txt", bytes(range(128, 256)) * (size * MEGABYTE // 128)
    yield "paragraphs.html", b"<html><body>" + b"<p>The truce holds.</p>" * (size * MEGABYTE // 40)
    yield "deep.html", b"<html><body>" + b"<div>" * (size * MEGABYTE // 20) + word
    yield "attributes.html", b"<html><p " + b'a="b" ' * (size * MEGABYTE // 20) + b">" + word
    yield "comment.html", b"<html><!--" + b"-" * (size * MEGABYTE // 2) + word
    yield "entities.html", b"<html><p>" + b"&amp;" * (size * MEGABYTE // 20) + word
    opening = AKOMA_NTOSO[: AKOMA_NTOSO.index("<preface>")].encode()
    yield "deep.xml", opening + b"<section>" * (size * MEGABYTE // 40) + word
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n + 1, b"&l%d;" % n * 10) for n in range(12))
    yield (
        "laughs.xml",
        opening.replace(b"<akoma", b'<!DOCTYPE x [<!ENTITY l0 "ha">%s]><akoma' % laughs, 1) + b"<p>&l12;</p>",
    )
    fetched = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY f SYSTEM "file:///dev/zero">]><akoma'
    yield "fetched.xml", opening.replace(b"<akoma", fetched, 1) + b"<p>&f;</p>"
    yield "packed.docx", _zipped({"word/document.xml": b" " * (min(30 * size, 300) * MEGABYTE)})
    body = letter()
    for end in (b"<w:p>", b"<w:tbl><w:tr><w:tc>", b"<w:p><w:r><w:t>The truce holds.</w:t></w:r></w:p>"):
        flood = b"<w:body>" + end * (size * MEGABYTE // len(end) // 2)
        yield "flood.docx", with_part(body, "word/document.xml", _with_body(flood))
    yield "parts.docx", _zipped({f"word/{n}.xml": b"" for n in range(2_000 * size)})

    def packed(said: bytes) -> tuple[bytes, bytes]:
        packer = zlib.compressobj(9)
        blank = b" " * MEGABYTE
        return b"".join(packer.compress(blank) for _ in range(30 * size)) + packer.compress(
            said
        ) + packer.flush(), b"/Filter /FlateDecode "

    yield "packed.pdf", open_pdf(["The truce holds."], stream=packed)
    sound_pdf = open_pdf(["The truce holds."] * 3)
    yield "loop.pdf", sound_pdf.replace(b"/Kids [4 0 R", b"/Kids [2 0 R")
    yield "count.pdf", sound_pdf.replace(b"/Count 3", b"/Count 2000000000")
    yield "pages.pdf", open_pdf(["The truce holds."] * (300 * size))
    yield "text.pdf", open_pdf(["The truce holds. " * (MEGABYTE * size // 80)])
    yield "deep.pdf", sound_pdf.replace(b"/MediaBox [0 0 600 800]", b"/MediaBox " + b"[" * 100_000)
    yield "stack.pdf", open_pdf(["The truce holds."], stream=lambda said: (b"q " * (size * 100_000) + said, b""))
    head, part = MAIL.split("--b", 1)
    nested = "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(100 * size))
    yield "nested.eml", head.replace("boundary=b", "boundary=b0").encode() + nested.encode() + b"x"
    yield (
        "header.eml",
        b"From: a@example.org\nMessage-ID: <1>\nSubject: " + b"=?utf-8?q?a?= " * (size * 20_000) + b"\n\n" + word,
    )
    yield "addresses.eml", b"From: " + b"a@example.org, (" * (size * 5_000) + b"\nMessage-ID: <1>\nTo: b\n\n" + word
    yield (
        "parts.eml",
        head.encode() + b"--b\nContent-Type: application/pdf\n\nx\n" * (size * 1_000) + f"--b{part}".encode(),
    )
    yield (
        "encoded.eml",
        b"From: a\nMessage-ID: <1>\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n"
        + b"VGhl" * (size * 100_000),
    )
    yield "quoted.eml", b"From: a\nMessage-ID: <1>\nMIME-Version: 1.0\n\n" + b"On x wrote:\n> y\nz\n" * (size * 20_000)


def _with_body(flood: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(b"<w:body>", flood)


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()
