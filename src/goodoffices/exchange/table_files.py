"""Tables that come as files: CSV in UTF-8, plain or gzipped, with commas, semicolons or tabs between the cells."""

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path

from goodoffices.errors import BadArgument, NotFound


def table_text(path: Path) -> str:
    """The text of a table. NotFound for a file that cannot be read as one."""
    try:
        content = path.read_bytes()
        return (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise NotFound("a table is a CSV file in UTF-8, plain or gzipped", path.name, "Check the file.") from error


def table_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with the number of the line that each ends on, its heads first; rows without any cell are
    left out. What stands most often in the line of heads parts the cells. NotFound as `table_text`, BadArgument for a
    row that is no CSV.
    """
    text = table_text(path)
    heads = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_BETWEEN, key=heads.count))
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            found = f"{path.name}, line {reader.line_num}: {error}"
            raise BadArgument("a table is CSV all through", found, "Look for a quotation mark left open.") from error
        if row is None:
            return
        if row:
            yield reader.line_num, row


_BETWEEN = (",", ";", "\t")  # the first wins where none stands more often
