"""Each export read back by a library that knows its format."""

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import feedparser
import icalendar
import msgspec
import pyarrow.parquet
import pytest

from goodoffices import Case
from goodoffices.cli.export import FORMATS as OFFERED
from goodoffices.desk.export import FORMATS
from goodoffices.errors import BadArgument
from goodoffices.exchange import annotations, claims_csv
from goodoffices.exchange.calendar_ics import LABELS
from goodoffices.exchange.changes_atom import Item, write
from goodoffices.exchange.tables import CLAIMS, Column, Table, tables
from goodoffices.vocabulary.claim import Claim

DAY = dt.date(2010, 9, 10)
NEUTRALISED = tuple(f"'{sign}" for sign in "=+-@")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.sample(tmp_path_factory.mktemp("out") / "Sample, of 2010") as case:
        yield case


def exported(case: Case, kind: str) -> bytes:
    return b"".join(case.export(kind, case.at(as_of=DAY)))


def claims(case: Case) -> dict[str, Claim]:
    return {r.claim.id: r.claim for r in case.at(as_of=DAY).claims()}


READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": dt.date.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
}


def meant(case: Case) -> dict[str, list[dict[str, Any]]]:
    """Every table of the record as rows by name of column; an empty text and none are one."""
    view = case.at(as_of=DAY)
    found = tables(view.claims(), view.documents(), view.parties())
    return {
        t.name: [dict(zip([c.name for c in t.columns], map(whole, row), strict=True)) for row in t.rows] for t in found
    }


def whole(value: Any) -> Any:
    return None if value == "" else value


def read_back(content: bytes, types: dict[str, str]) -> list[dict[str, Any]]:
    """The rows of a CSV file, each cell read by the type of its column."""
    rows = csv.DictReader(io.StringIO(content.decode(), newline=""))
    return [{name: READ[types[name]](cell) if cell else None for name, cell in row.items()} for row in rows]


def test_the_command_offers_what_there_is() -> None:
    assert OFFERED == FORMATS


def test_csv_holds_every_claim_whole(sample: Case) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(sample, "csv").decode())))
    assert {row["id"]: msgspec.json.decode(row["claim"], type=Claim) for row in rows} == claims(sample)


def test_every_cell_of_the_csv_comes_back(sample: Case) -> None:
    found = read_back(exported(sample, "csv"), {c.name: c.type for c in CLAIMS})
    for row in found:
        row.update({name: cell[1:] for name, cell in row.items() if str(cell).startswith(NEUTRALISED)})
    assert found == meant(sample)["claims"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")'])
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(cell: str) -> None:
    table = Table("t", (Column("words", "string", ""),), ((cell,), ("a harmless - cell",)))
    heads, shown, harmless = csv.reader(io.StringIO(b"".join(claims_csv.lines(table)).decode()))
    assert (heads, shown, harmless) == (["words"], [f"'{cell}"], ["a harmless - cell"])


def test_parquet_holds_every_claim_whole_with_real_dates(sample: Case) -> None:
    rows = pyarrow.parquet.read_table(io.BytesIO(exported(sample, "parquet"))).to_pylist()
    assert {row["id"]: msgspec.json.decode(row["claim"], type=Claim) for row in rows} == claims(sample)
    assert [{name: whole(cell) for name, cell in row.items()} for row in rows] == meant(sample)["claims"]
    dated = {row["id"]: row["latest"] for row in rows}
    assert dated == {one.id: one.valid.latest if one.valid else None for one in claims(sample).values()}


def test_a_data_package_describes_every_column_and_loses_nothing(sample: Case) -> None:
    written = exported(sample, "data-package")
    assert written == exported(sample, "data-package")
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        package = json.loads(packed.read("datapackage.json"))
        tables = {
            r["name"]: list(csv.DictReader(io.StringIO(packed.read(r["path"]).decode()))) for r in package["resources"]
        }
    assert package["name"] == "sample--of-2010"
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        for resource in package["resources"]:  # every cell of every table, by the types that the package itself gives
            types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
            assert read_back(packed.read(resource["path"]), types) == meant(sample)[resource["name"]]
    for resource in package["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert all(list(row) == fields for row in tables[resource["name"]])
    found = {row["id"]: msgspec.json.decode(row["claim"], type=Claim) for row in tables["claims"]}
    assert found == claims(sample)
    quoted = [(one.id, q.start, q.exact) for one in claims(sample).values() for q in one.quotes]
    assert [(row["claim"], int(row["start"]), row["exact"]) for row in tables["quotes"]] == quoted
    assert {row["id"] for row in tables["documents"]} == {d.id for d in sample.at(as_of=DAY).documents()}


def test_annotations_come_back_as_the_claims_they_were(sample: Case) -> None:
    written = exported(sample, "annotations")
    page = json.loads(written)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["partOf"]["total"] == len(page["items"])
    texts = {d.id: sample.at().text(d.id).content for d in sample.at().documents()}
    for item in page["items"]:
        for target in item["target"]:
            words, place = target["selector"]
            assert texts[target["source"].rsplit(":", 1)[1]][place["start"] : place["end"]] == words["exact"]
    assert {one.id: one for one in annotations.read(written)} == claims(sample)
    with pytest.raises(BadArgument, match="whose bodies are claims"):
        list(annotations.read(b'{"items": [{}]}'))


def test_a_calendar_is_read_back_with_its_alarms(sample: Case) -> None:
    entries = sample.calendar(sample.at(as_of=dt.date(2025, 11, 25)), until=dt.date(2028, 1, 1))
    read = icalendar.Calendar.from_ical(sample.icalendar(entries, notice=14))
    events = read.walk("VEVENT")
    assert [(str(e["UID"]), e.decoded("DTSTART")) for e in events] == [(f"{e.uid}@goodoffices", e.day) for e in entries]
    told = [(f"{LABELS[e.kind]}: {e.what}" + " (one of several readings)" * e.question) for e in entries]
    assert [str(e["SUMMARY"]) for e in events] == told
    assert [str(e["DESCRIPTION"]) for e in events] == [f"{e.words}\nClaims: {', '.join(e.claims)}" for e in entries]
    assert [e["CATEGORIES"].to_ical() for e in events] == [e.kind.encode() for e in entries]
    assert all(e.decoded("DTEND") - e.decoded("DTSTART") == dt.timedelta(days=1) for e in events)
    assert {a.decoded("TRIGGER") for e in events for a in e.walk("VALARM")} == {dt.timedelta(days=-14)}
    kinds = {(e.kind, e.day) for e in entries}
    assert ("expiry", dt.date(2027, 12, 31)) in kinds
    assert {day for kind, day in kinds if kind == "occurrence"} == {
        dt.date(2026, 5, 17), dt.date(2026, 11, 17), dt.date(2027, 5, 17), dt.date(2027, 11, 17),
    }  # fmt: skip


def test_changes_are_read_back_by_a_feed_reader(sample: Case) -> None:
    changed = sample.changes(sample.at(as_of=dt.date(2010, 6, 1)), sample.at(as_of=DAY))
    read = feedparser.parse(sample.atom(changed))
    assert not read.bozo
    assert [e.title for e in read.entries] == [f"{c.what}: {c.after}" for c in changed]
    assert len({e.id for e in read.entries}) == len(changed)
    for entry, one in zip(read.entries, changed, strict=True):
        (content,) = entry.content
        assert content.value.split("\n") == [
            f"Before: {one.before or 'not in the record'}.",
            *one.why,
            f"“{one.words}”",
        ]
        assert one.since is None or entry.updated.startswith(one.since.isoformat())
    assert any(c.what == "open direct talks" and c.after == "met, 45 days late" for c in changed)


def test_a_feed_survives_what_documents_hold() -> None:
    item = Item(key="k", title="<script>&\x00\x0b bell\x07", text="]]> \ud7ff", day=None)
    read = feedparser.parse(write([item], name="a <case>", updated=dt.datetime(2030, 1, 1, tzinfo=dt.UTC)))
    assert not read.bozo
    assert "bell" in read.entries[0].title


def test_what_changed_runs_on_each_axis(sample: Case) -> None:
    late, early = dt.date(2010, 11, 30), dt.date(2010, 10, 15)
    published = sample.changes(sample.at(as_of=early, published_by=early), sample.at(as_of=early, published_by=late))
    assert [(c.before, c.after) for c in published if c.what == "meet every two weeks"] == [("open", "suspended")]
    half = sample.at().seq // 2
    known = sample.changes(sample.at(as_of=DAY, as_known=half), sample.at(as_of=DAY))
    assert any(not c.before for c in known)
    assert sample.changes(sample.at(as_of=DAY), sample.at(as_of=DAY)) == ()


def test_a_calendar_does_not_end_before_it_begins(sample: Case) -> None:
    with pytest.raises(BadArgument, match="Swap the days"):
        sample.calendar(sample.at(as_of=DAY), until=dt.date(2000, 1, 1))
