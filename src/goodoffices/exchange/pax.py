"""PA-X metadata in: the table of peace agreements of the PA-X Peace Agreements Database, one agreement a row.

What is taken of a row: AgtId, Agt (title), Dat (day/month/year), PPName (process), Con, Status, Part (who agreed),
ThrdPart (third parties). Each becomes a short text of its own, so that a claim made of it can quote it.
"""

import datetime as dt
import re
from pathlib import Path

from msgspec import Struct

from goodoffices.errors import BadArgument, GoodOfficesError, Refused
from goodoffices.exchange.table_files import table_file, table_rows

COLUMNS = ("AgtId", "Agt", "Dat", "PPName", "Con", "Status", "Part", "ThrdPart")
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
PUBLISHER = "PA-X Peace Agreements Database"


class Agreement(Struct, frozen=True, kw_only=True):
    """One agreement. parties, third_parties: names as the table has them."""

    id: str
    title: str
    day: dt.date
    process: str
    conflict: str
    status: str
    parties: tuple[str, ...]
    third_parties: tuple[str, ...]

    def text(self) -> str:
        """The row as a text: the title on the first line, then what the table says."""
        said = (
            ("Date", self.day.isoformat()),
            ("Process", self.process),
            ("Status", self.status),
            ("Parties", "; ".join(self.parties)),
            ("Third parties", "; ".join(self.third_parties)),
            ("Record", f"{PUBLISHER}, agreement {self.id}"),
        )
        return "\n\n".join((self.title, *(f"{label}: {words}." for label, words in said if words))) + "\n"


def read_agreements(path: Path, *, about: str = "") -> tuple[tuple[Agreement, ...], tuple[Refused, ...]]:
    """The agreements of a table (CSV in UTF-8, plain or gzipped), those whose process, conflict or title holds `about`.

    A row that cannot be used is refused by its line. NotFound for a file that cannot be read, BadArgument for one
    without the columns.
    """
    rows = table_rows(table_file(path))
    heads = [head.strip() for head in next(rows, (0, []))[1]]
    lacking = [column for column in COLUMNS if column not in heads]
    if lacking:
        raise BadArgument(f"PA-X metadata has the columns {', '.join(COLUMNS)}", lacking, "Export them too.")
    found: list[Agreement] = []
    refused: list[Refused] = []
    wanted = about.casefold()
    places = {column: heads.index(column) for column in COLUMNS}
    for line, row in rows:
        cells = {column: " ".join(row[n].split()) if n < len(row) else "" for column, n in places.items()}
        if not any(wanted in cells[column].casefold() for column in ("PPName", "Con", "Agt")):
            continue
        try:
            found.append(_agreement(cells))
        except GoodOfficesError as error:
            refused.append(Refused(f"{path.name}, line {line}", error))
    return tuple(found), tuple(refused)


def _agreement(cells: dict[str, str]) -> Agreement:
    try:
        written = "-".join(reversed(cells["Dat"].split("/"))) if _DAY.fullmatch(cells["Dat"]) else cells["Dat"]
        day = dt.date.fromisoformat("-".join(part.zfill(2) for part in written.split("-")))
    except ValueError as error:
        raise BadArgument("an agreement has a day, DD/MM/YYYY or YYYY-MM-DD", cells["Dat"], "Give its day.") from error
    if not cells["AgtId"] or not cells["Agt"]:
        raise BadArgument("an agreement has a number and a title", cells["AgtId"] or cells["Agt"], "Give both.")
    return Agreement(
        id=cells["AgtId"],
        title=cells["Agt"],
        day=day,
        process=cells["PPName"],
        conflict=cells["Con"],
        status=cells["Status"],
        parties=_names(cells["Part"]),
        third_parties=_names(cells["ThrdPart"]),
    )


def _names(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in cell.replace(";", ",").split(",") if name.strip()))
