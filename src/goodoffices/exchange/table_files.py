"""Tables that come as files: CSV in UTF-8, plain or gzipped."""

import gzip
from pathlib import Path

from goodoffices.errors import NotFound


def table_text(path: Path) -> str:
    """The text of a table. NotFound for a file that cannot be read as one."""
    try:
        content = path.read_bytes()
        return (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise NotFound("a table is a CSV file in UTF-8, plain or gzipped", path.name, "Check the file.") from error
