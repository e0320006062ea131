"""Bytes to characters: the mark at their start, UTF-8, what HTML declares, else the encoding whose words are known."""

import codecs
import re

from goodoffices.documents.language import familiarity
from goodoffices.errors import BadDocument

RULE = "a text is written in an encoding that can be recognised"
REMEDY = "Open it in an editor and save it as UTF-8."

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Western first: it wins where no word speaks for another.
_FALLBACKS = ("cp1252", "cp1251", "koi8-r", "cp1256", "cp1255", "iso8859-5", "iso8859-6", "cp1250", "cp1254", "cp866")
_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1b")
_ESCAPES = frozenset({"utf-7", "unicode-escape", "raw-unicode-escape", "punycode", "idna"})
_PRINTABLE = "".join(map(chr, range(32, 126))).replace("\\", "").replace("~", "")
_SAMPLE = 100_000
_TYPOGRAPHY = frozenset("“”„‘’‚«»‹›–—…•·°§©®™£€¢¥±½¼¾¹²³×÷¶¿¡¨´¸º\u00a0\u00ad\u200e\u200f\u0640،؛؟№")
_FEW = 0.001  # share of invalid bytes up to which a file is still UTF-8 with damage


def decoded(content: bytes, name: str, *, html: bool = False) -> tuple[str, tuple[str, ...]]:
    """The characters of `content` and notes on how they were found. Raises BadDocument for bytes that are no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _with_damage(content[len(mark) :], encoding)
    if encoding := _wide_without_mark(content):
        text, notes = _with_damage(content, encoding)
        return text, (f"no encoding mark; read as {encoding} by its zero bytes", *notes)
    _refuse_binary(content, name)
    declared = _declared(content) if html else ""
    if declared.startswith(("iso2022", "hz")):  # seven-bit, hence valid UTF-8 and garbled as such
        return _with_damage(content, declared)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _not_quite_utf8(content, name, declared)


def _not_quite_utf8(content: bytes, name: str, declared: str) -> tuple[str, tuple[str, ...]]:
    if declared and declared != "utf-8":
        try:
            return content.decode(declared), ()
        except (UnicodeDecodeError, ValueError):
            pass
    repaired = content.decode("utf-8", "replace")
    damage = repaired.count("\ufffd")
    proper = sum(byte >= 0xC2 for byte in content[:_SAMPLE]) - damage
    if damage <= max(3, len(content) * _FEW) and proper > damage:
        return repaired, (f"{damage} invalid UTF-8 sequences replaced by U+FFFD",)
    return _by_its_words(content, name, declared)


def _by_its_words(content: bytes, name: str, declared: str) -> tuple[str, tuple[str, ...]]:
    """The one-byte encoding under which most words are known small words of some language."""
    sample = content[:_SAMPLE]
    scores = {encoding: score for encoding in _FALLBACKS if (score := _score(sample, encoding)) is not None}
    best = max(scores, key=lambda encoding: scores[encoding], default="")
    if not best or (scores[best] < 0.05 and _strange(sample)):
        raise BadDocument(RULE, name, REMEDY)
    text, notes = _with_damage(content, best)
    said = f"it declares {declared} but is not; " if declared else ""
    return text, (f"{said}not UTF-8; read as {best}, under which most of its words are known", *notes)


def _score(sample: bytes, encoding: str) -> float | None:
    """How familiar the words are under an encoding; None where bytes have no meaning in it, or symbols abound."""
    text = sample.decode(encoding, "replace")
    high = [c for c in text if ord(c) >= 0x80]
    symbols = sum(not (c.isalpha() or c in _TYPOGRAPHY) for c in high)
    if text.count("\ufffd") > len(sample) * _FEW or symbols > max(3, len(high) * 0.2):
        return None
    # Rounded, so that a hair's difference does not carry a text away from the western default.
    return round(familiarity(text), 2)


def _strange(sample: bytes) -> bool:
    """Whether so many bytes lie above 127 that, with no word known, nobody can say what they are."""
    return sum(byte >= 0x80 for byte in sample) > len(sample) * 0.15


def _with_damage(content: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return content.decode(encoding), ()
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
    return text, (f"{text.count(chr(0xFFFD))} invalid {encoding} sequences replaced by U+FFFD",)


def _wide_without_mark(content: bytes) -> str:
    """UTF-16 without its mark: every other byte of the sample is zero."""
    sample = content[:2000]
    half = len(sample) // 2
    if half < 4 or len(content) % 2:
        return ""
    if sample[1::2].count(0) > half * 0.7 and sample[::2].count(0) < half * 0.05:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.05:
        return "utf-16-be"
    return ""


def _refuse_binary(content: bytes, name: str) -> None:
    for sample in (content[:_SAMPLE], content[-_SAMPLE:]):
        controls = len(sample) - len(sample.translate(None, _CONTROLS))
        if controls > 8 and controls > len(sample) * 0.01:
            raise BadDocument(
                "a document consists of text", f"{name}: binary, {controls} control bytes", "Add it as text or HTML."
            )


def _declared(content: bytes) -> str:
    """Python's name of the encoding that an HTML file declares, "" if none or unknown."""
    found = _DECLARED.search(content, 0, 8192) or _XML_DECLARED.search(content, 0, 1024)
    if found is None:
        return ""
    label = found.group(1).decode("ascii", "ignore").lower()
    # The HTML standard reads these labels as windows-1252.
    if label in ("iso-8859-1", "latin1", "us-ascii", "ascii"):
        return "cp1252"
    try:
        codec = codecs.lookup(label).name
        # Whatever does not hold ASCII as it is (UTF-16, base64) would garble the very declaration it was found in.
        fit = codec.replace("_", "-") not in _ESCAPES and _PRINTABLE.encode().decode(codec) == _PRINTABLE
    except (LookupError, ValueError):
        return ""
    return codec if fit else ""
