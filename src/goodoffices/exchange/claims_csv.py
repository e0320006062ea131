"""Tables as CSV (RFC 4180, UTF-8). A cell that a spreadsheet would run as a formula gets a ' before it, and so does one
that begins so already: whoever takes one ' off before such a sign has every cell as it was.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator
from typing import Any

from goodoffices.exchange.tables import Table

# With their full widths, as OWASP lists them: spreadsheets in East Asian settings run these too.
_RUNS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def lines(table: Table, *, neutral: bool = True) -> Iterator[bytes]:
    """The lines of a table with their line ends, heads first. neutral: whether formulas are neutralised, which programs
    that read the file as data do without.
    """
    yield _line([column.name for column in table.columns])
    for row in table.rows:
        cells = [_cell(value) for value in row]
        yield _line([f"'{cell}" if neutral and _RUNS.match(cell) else cell for cell in cells])


def _line(cells: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, dt.date) else str(value)
