"""An e-mail (RFC 5322, .eml): what its writer wrote, apart from what it answers; its attachments by name."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from functools import lru_cache
from importlib.resources import files

import yaml
from msgspec.structs import replace

from goodoffices.documents.characters import normalised, one_line
from goodoffices.documents.dates import read_stamp
from goodoffices.documents.encoding import decoded
from goodoffices.documents.filefacts import text_of
from goodoffices.documents.markup import Walk, parsed
from goodoffices.documents.pieces import Pieces
from goodoffices.errors import BadDocument, GoodOfficesError
from goodoffices.vocabulary.text import Text
from goodoffices.vocabulary.when import When, on_day

RECIPE = "mail/1"
_LONGEST_HEADER = 200_000  # bytes; a mailing list's is 20,000, and the standard library takes 4 s for 1 MB
_MOST_NAMED = 20
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_HEADER = re.compile(rb"[!-9;-~]{1,80}:[ \t\r\n]")
_KNOWN = re.compile(
    rb"^(?:from|to|cc|date|subject|message-id|mime-version|received|return-path|reply-to|delivered-to|x-[\w-]+):",
    re.I | re.M,
)
_TECHNICAL = re.compile(rb"^(?:message-id|mime-version|received|return-path|delivered-to):", re.I | re.M)
_QUOTED = re.compile(r"\s*(?:>|\|\s)")
_SIGNATURE = re.compile(r"-- ?")


@lru_cache
def _leads() -> re.Pattern[str]:
    """Lines that lead into a quoted message, from data/replies.yaml."""
    patterns = yaml.safe_load(files(__package__).joinpath("data/replies.yaml").read_text("utf-8"))
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


def is_mail(content: bytes, name: str) -> bool:
    """Whether the bytes begin with the header of an e-mail. A memorandum with "From:" and "To:" is one only by name."""
    head = content[:16_384].replace(b"\r\n", b"\n").lstrip(b"\xef\xbb\xbf\n").split(b"\n\n", 1)[0]
    if head.startswith(b"From "):  # the separator of mail boxes
        head = head.partition(b"\n")[2]
    if not _HEADER.match(head):
        return False
    known = {found.group().lower() for found in _KNOWN.finditer(head)}
    named = name.lower().endswith(".eml") and len(known) >= 2
    return named or (b"from:" in known and len(known) >= 3 and _TECHNICAL.search(head) is not None)


def read_mail(content: bytes, name: str, blob: str) -> Text:
    """The message. Author, title and date are its header's; quoted replies and the signature stand outside main.

    Raises BadDocument where no part of it is text.
    """
    notes: list[str] = []
    header = re.match(rb"(?s).*?\r?\n\r?\n", content.lstrip())
    if len(header.group() if header else content) > _LONGEST_HEADER:
        rule = f"the header of an e-mail has at most {_LONGEST_HEADER:,} bytes"
        raise BadDocument(rule, name, "Save the message as text.")
    try:
        message = email.message_from_bytes(content.lstrip(b"\xef\xbb\xbf\r\n"), policy=email.policy.default)
        if not isinstance(message, EmailMessage):
            raise BadDocument("an e-mail can be parsed", name, "Save it as text.")
        pieces = Pieces()
        shown = "\n".join(f"{key}: {value}" for key in _SHOWN if (value := _value(message, key)))
        pieces.say(normalised(shown)[0], main=False)
        body = _body(message, name, notes)
        for written, own in _parted(body):
            pieces.say(written, main=own)
        attached = list(_attachments(message))
    except (GoodOfficesError, MemoryError):
        raise
    except Exception as error:  # the standard library raises whatever it stumbles over in a broken message
        raise BadDocument("an e-mail can be parsed", f"{name}: {error}", "Save it as text.") from error
    if not pieces.main:
        found = f"attachments only: {', '.join(attached[:_MOST_NAMED])}" if attached else "no text part"
        raise BadDocument("an e-mail holds a text", f"{name}: {found}", "Save its attachments and add them.")
    notes += [f"attachment not read: {what}; save it and add it" for what in attached[:_MOST_NAMED]]
    if len(attached) > _MOST_NAMED:
        notes.append(f"{len(attached) - _MOST_NAMED} more attachments not read")
    text = text_of(pieces.content, blob, RECIPE, pieces.main)
    sender, address = parseaddr(_value(message, "From"))
    return replace(
        text,
        title=one_line(_value(message, "Subject")),
        author=one_line(sender or address),
        dated=_dated(message) or text.dated,
        notes=tuple(notes),
    )


def _value(message: EmailMessage, key: str) -> str:
    try:
        return " ".join(str(message.get(key, "")).split())
    except Exception:  # a header that is not well formed counts as absent
        return ""


def _dated(message: EmailMessage) -> When | None:
    """The day written in the header, by the sender's clock."""
    written = _value(message, "Date")
    try:
        moment = message["Date"].datetime if written else None
    except Exception:  # as above
        moment = None
    when = on_day(moment.date()) if moment else read_stamp(written)
    return when.said(f"header Date: {one_line(written, 80)}") if when else None


def _body(message: EmailMessage, name: str, notes: list[str]) -> str:
    """The plain part, or the HTML part as a reader sees it where there is no plain one or it says nothing."""
    for kind in ("plain", "html"):
        part = message.get_body(preferencelist=(kind,))
        if part is None:
            continue
        written = _decoded(part, name, notes)
        if kind == "html" and written.strip():
            root, parsing = parsed(written, name)
            notes += parsing
            _mark_quotes(root)
            written = Walk(root).content
        text, cleaning = normalised(written)
        if re.search(r"\w", text):
            notes += cleaning
            return text
    return ""


def _decoded(part: MIMEPart, name: str, notes: list[str]) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes) or not raw.strip():
        return ""
    try:
        return raw.decode(part.get_content_charset("utf-8"))
    except (UnicodeDecodeError, LookupError, ValueError):
        text, decoding = decoded(raw, name, html=part.get_content_subtype() == "html")
        notes += decoding
        return text


def _mark_quotes(root: object) -> None:
    """Gives the lines of quotations in HTML the sign that they have in plain text."""
    for quote in root.iter("blockquote"):  # type: ignore[attr-defined]
        for element in quote.iter():
            if (
                isinstance(element.tag, str)
                and element.tag in ("blockquote", "p", "div")
                and (element.text or "").strip()
            ):
                element.text = f"> {element.text.lstrip()}"
    for block in root.iter("div"):  # type: ignore[attr-defined]
        if "gmail_quote" in (block.get("class") or "") and (block.text or "").strip():
            block.text = f"> {block.text.lstrip()}"


def _parted(body: str) -> Iterator[tuple[str, bool]]:
    """Runs of lines, each with whether the writer of this message wrote them.

    Lines after ">" are quoted wherever they stand; after a line such as "-----Original Message-----" all is; after the
    mark of a signature ("-- ") all is too.
    """
    run: list[str] = []
    own = True
    lines = body.split("\n")
    ended = False
    for n, line in enumerate(lines):
        ended = ended or _SIGNATURE.fullmatch(line) is not None or _leads_out(lines, n)
        mine = not ended and not _QUOTED.match(line) and not _leads_in(lines, n)
        if line.strip() and mine != own:
            yield "\n".join(run), own
            run, own = [], mine
        run.append(line)
    yield "\n".join(run), own


def _leads_in(lines: list[str], n: int) -> bool:
    """Whether a line, or it and the next, says who wrote the quoted lines that follow."""
    after = next((line for line in lines[n + 1 : n + 4] if line.strip()), "")
    following = [line for line in lines[n + 1 : n + 5] if line.strip()]
    return (lines[n].rstrip().endswith(":") and bool(_QUOTED.match(after)) and len(lines[n]) < 200) or (
        len(following) > 1
        and following[0].rstrip().endswith(":")
        and bool(_QUOTED.match(following[1]))
        and bool(_leads().match(f"{lines[n]} {following[0]}"))
    )


def _leads_out(lines: list[str], n: int) -> bool:
    """Whether a message quoted whole begins here."""
    return bool(_leads().fullmatch(lines[n].strip())) and not any(_QUOTED.match(line) for line in lines[n + 1 : n + 3])


def _attachments(message: EmailMessage) -> Iterator[str]:
    for part in message.iter_attachments():
        kind = part.get_content_type()
        name = one_line(part.get_filename() or "", 80)
        if kind == "message/rfc822":
            yield f"a forwarded message ({name or kind})"
        elif not (kind.startswith("image/") and part.get("Content-ID")):
            payload = part.get_payload(decode=True)
            size = len(payload) if isinstance(payload, bytes) else 0
            yield f"{name or 'without a name'} ({kind}, {size:,} bytes)"
