"""Tables that come as files: CSV in UTF-8, plain or gzipped, with commas, semicolons or tabs between the cells."""

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from goodoffices.errors import BadArgument, NotFound
from goodoffices.vocabulary.rolls import BETWEEN


class TableFile(Struct, frozen=True):
    """A table as it came: the name of its file, and the bytes."""

    name: str
    content: bytes


def table_file(path: Path) -> TableFile:
    """The table in a file. NotFound for one that cannot be read."""
    try:
        return TableFile(path.name, path.read_bytes())
    except OSError as error:
        raise NotFound(_RULE, path.name, "Check the file.") from error


def table_text(table: TableFile) -> str:
    """The text of a table. NotFound for a file that is not one."""
    content = table.content
    try:
        return (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise NotFound(_RULE, table.name, "Check the file.") from error


def table_rows(table: TableFile) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with the number of the line that each ends on, its heads first; rows without any cell are
    left out. What stands most often in the line of heads parts the cells. NotFound as `table_text`, BadArgument for a
    row that is no CSV.
    """
    text = table_text(table)
    heads = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(BETWEEN, key=heads.count))
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            found = f"{table.name}, line {reader.line_num}: {error}"
            raise BadArgument("a table is CSV all through", found, "Look for a quotation mark left open.") from error
        if row is None:
            return
        if row:
            yield reader.line_num, row


_RULE = "a table is a CSV file in UTF-8, plain or gzipped"
