"""Characters as the record keeps them: one kind of newline, no NUL, no half of a pair; nothing replaced unseen."""

import re

REPLACEMENT = "\ufffd"

_NEWLINES = re.compile(r"\r\n|\r|\u2028|\u2029|\x85|\x0b|\x0c")
_UNKEPT = re.compile(r"[\x00\ud800-\udfff]")
# Signs of UTF-8 that somebody once read as cp1252 and saved again ("â€™" for an apostrophe, "Ã©" for é).
_TWICE_ENCODED = re.compile(r"â€[™œ\x9d“”˜¦]|Ã[©¨ªà¡³±¼¶¤§´®]|Ð[°¾µ¸½]Ñ|×[\x90-\xaa]×")


def normalised(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with every line end as \\n (a page feed too) and what cannot be kept as U+FFFD; notes on what was done."""
    kept, count = _UNKEPT.subn(REPLACEMENT, _NEWLINES.sub("\n", text))
    notes = []
    if count:
        notes.append(f"{count} NUL or unpaired surrogate characters replaced by U+FFFD")
    if garbled := len(_TWICE_ENCODED.findall(kept[:1_000_000])):
        notes.append(
            f"{garbled} places look as if the text had been saved in the wrong encoding before (such as â€™ for an"
            " apostrophe); check the original"
        )
    return kept, tuple(notes)


def one_line(text: str, limit: int = 500) -> str:
    """`text` on one line of at most `limit` characters, fit for a title or a name."""
    cleaned = " ".join(_UNKEPT.sub(REPLACEMENT, text[: limit * 4]).split())
    return cleaned if len(cleaned) <= limit else f"{cleaned[: limit - 1]}…"
