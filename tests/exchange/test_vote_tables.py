"""Vote tables: written ones for the rules, the published one for its size."""

import csv
import datetime as dt
import gzip
from collections import Counter
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from goodoffices.errors import BadArgument, NotFound
from goodoffices.exchange.vote_tables import read_votes
from goodoffices.standing import dyad
from goodoffices.standing.rollcalls import VOTES

SHARED = Path(__file__).parents[3] / "shared" / "corpora" / "un_ga_votes"


def written(folder: Path, calls: str, votes: str) -> tuple[Path, Path]:
    (folder / "calls.csv").write_text(calls, encoding="utf-8")
    (folder / "votes.csv").write_text(votes, encoding="utf-8")
    return folder / "calls.csv", folder / "votes.csv"


def test_bad_rows_are_refused_by_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    calls, votes = written(
        tmp_path,
        "rcid,date,short\n1,2000-01-01,Water\n2,31 January,Fish\n",
        "rcid,country,country_code,vote\n1.0,Oldland,,yes\n1,France,FR,perhaps\n7,France,FR,no\n1,Oldland,,no\n1,France,FR,no\n",
    )
    table = read_votes(calls, votes)
    assert [r.item for r in table.refused] == ["calls.csv, line 3", *(f"votes.csv, line {n}" for n in (3, 4, 5))]
    assert dyad(table.calls, "fra", "oldland").agreement.lijphart == 0
    assert table.calls.calls[0].title == "Water"


def test_a_table_without_its_columns_says_which(tmp_path: Path) -> None:
    calls, votes = written(tmp_path, "rcid,day\n1,2000-01-01\n", "rcid,country,country_code,vote\n")
    with pytest.raises(BadArgument, match="Add date"):
        read_votes(calls, votes)
    with pytest.raises(NotFound, match="CSV file in UTF-8"):
        read_votes(tmp_path / "none.csv", votes)


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_tables_of_a_spreadsheet_come_in_as_they_are(tmp_path: Path, between: str) -> None:
    calls = "rcid,date,short\r\n1,2000-01-01,Water\r\n1,2001-01-01,Fish\r\n,2001-01-01,None\r\n"
    cast = "rcid,country,country_code,vote\r\n1,France,fr ,Yes\r\n1,France,FR,no\r\n"
    cast += "1,Chile,CL,8\r\n\r\n1,Chile,CL,abstain\r\n"
    files = []
    for name, text in (("calls.csv.gz", calls), ("cast.csv", cast)):
        written = b"\xef\xbb\xbf" + text.replace(",", between).encode()
        (tmp_path / name).write_bytes(gzip.compress(written) if name.endswith("gz") else written)
        files.append(tmp_path / name)
    table = read_votes(*files)
    assert [r.item for r in table.refused] == [
        "calls.csv.gz, line 3", "calls.csv.gz, line 4", "cast.csv, line 3", "cast.csv, line 4",
    ]  # fmt: skip
    assert table.calls.calls[0].title == "Water"  # the first of two of one number
    assert table.names == {"chl": "Chile", "fra": "France"}


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (gzip.compress(b"rcid,date\n" * 9, mtime=0)[:20] + b"torn", NotFound),
        (b'rcid,date\n1,"' + b"2" * 140_000, BadArgument),
        (b"rcid,date\n1,2\xff", NotFound),
    ],
)
def test_a_torn_table_says_so(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    (tmp_path / "calls.csv").write_bytes(content)
    (tmp_path / "votes.csv").write_text("rcid,country,country_code,vote\n", encoding="utf-8")
    with pytest.raises(error, match=r"calls\.csv"):
        read_votes(tmp_path / "calls.csv", tmp_path / "votes.csv")


@pytest.mark.skipif(not SHARED.exists(), reason="the published vote tables are not here")
def test_the_published_votes_of_two_on_one_file_agree_with_a_plain_count() -> None:
    table = read_votes(*(SHARED / f"un_{name}.csv.gz" for name in ("roll_calls", "votes", "roll_call_issues")))
    pair = table.calls.only(issue="me", since=dt.date(1991, 1, 1), until=dt.date(2019, 12, 31))

    def rows(name: str) -> list[dict[str, str]]:
        with gzip.open(SHARED / f"un_{name}.csv.gz", "rt", encoding="utf-8") as lines:
            return list(csv.DictReader(lines))

    on_file = {row["rcid"] for row in rows("roll_call_issues") if row["short_name"] == "me"}
    in_time = {r["rcid"] for r in rows("roll_calls") if "1991-01-01" <= r["date"] <= "2019-12-31"} & on_file
    cast: dict[str, dict[str, str]] = {}
    for row in rows("votes"):
        call = row["rcid"].split(".")[0]
        if row["country_code"] in ("RU", "US") and call in in_time:
            cast.setdefault(call, {})[row["country_code"]] = row["vote"]
    both = Counter((votes["RU"], votes["US"]) for votes in cast.values() if len(votes) == 2)
    half = sum(n for (a, b), n in both.items() if a != b and "abstain" in (a, b))
    alike = sum(both[vote, vote] for vote in VOTES)
    found = dyad(pair, "rus", "usa")
    assert found.agreement.calls == both.total()
    assert found.agreement.lijphart == pytest.approx((alike + half / 2) / both.total())
    # S, kappa and pi in fractions, cell by cell: disagreement half a step for an abstention, against what chance gives.
    place: dict[str, Fraction] = {vote: Fraction(n, 2) for n, vote in enumerate(VOTES)}
    russia, america = Counter[str](), Counter[str]()
    for (a, b), n in both.items():
        russia[a] += n
        america[b] += n
    each = russia + america

    def apart(one: Counter[str], other: Counter[str]) -> Fraction:
        pairs = sum(one[a] * other[b] * abs(place[a] - place[b]) for a, b in product(VOTES, VOTES))
        return Fraction(pairs) / (one.total() * other.total())

    steps = [n * abs(place[a] - place[b]) for (a, b), n in both.items()]
    observed = sum(steps, Fraction()) / both.total()
    assert found.agreement.s == pytest.approx(float(1 - 2 * observed))
    assert found.agreement.kappa == pytest.approx(float(1 - observed / apart(russia, america)))
    assert found.agreement.pi == pytest.approx(float(1 - observed / apart(each, each)))
    assert both.total() > 500
    assert not table.refused
