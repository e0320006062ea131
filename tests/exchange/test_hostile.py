"""Words that break formats: quotes, newlines, both directions, emoji, formulas, odd ids; each export is read back by a
library of its own.
"""

import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import icalendar
import msgspec
import pyarrow.csv
import pyarrow.parquet
import pytest
import yaml
from lxml import etree

from goodoffices import Case
from goodoffices.desk.affairs.changes import items
from goodoffices.exchange import annotations, calendar_ics, claims_csv
from goodoffices.exchange.changes_atom import ATOM, write
from goodoffices.exchange.tables import Column, Table
from goodoffices.tracking import Entry
from goodoffices.vocabulary.claim import Claim

WORDS = (
    '=HYPERLINK("http://x","y")',
    "'=1",
    "''@x",
    "\n=1+1",
    "＝1",
    "two\nlines, \"quoted\" and 'single'; \\n \\, %0A",
    "שלום \u200fعالم\u202e end",
    "👩\u200d👩\u200d👧 and a 🕊\ufe0f",
    "hard\u00a0space, ideographic\u3000one",
    "<b>&amp;</b> ]]> BEGIN:VEVENT",
    "apart\u2028and on",
    "  before and after  ",
)
IDS = ("a b", "ü/é?#&=%41", '"q"', "it's", "=1+1", "שלום", "a:b;c,d", "<b>", "..", "-1", "@x", "x" * 128)
FIRST, LAST = dt.date(2030, 1, 2), dt.date(2031, 8, 1)
URN = re.compile(r"urn:goodoffices:claim:(?:[A-Za-z0-9()+,\-.:=@;$_!*'~]|%[0-9A-Fa-f]{2})+")  # RFC 8141


def _claims() -> list[dict[str, Any]]:
    contents = [
        {"kind": "provision", "act": w, "addressees": [w], "force": "agreed", "deadline": "2031-06-01"} for w in WORDS
    ]
    return [
        {"id": id, "valid": "2030-01-01", "content": content, "note": content["act"], "issues": [content["act"]]}
        for id, content in zip(IDS, contents, strict=True)
    ]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("out")
    written = folder / "claims.yaml"
    written.write_text(yaml.safe_dump({"version": 1, "claims": _claims()}, allow_unicode=True), encoding="utf-8")
    with Case.new(folder / 'The "Ü"; \u200fשלום') as made:
        assert not made.enter(written, by='Ann "O\'Neil", =x').refused
        yield made


@pytest.fixture
def held(case: Case) -> dict[str, Claim]:
    claims = {r.claim.id: r.claim for r in case.at().claims()}
    assert set(claims) == set(IDS)
    assert sorted(c.note for c in claims.values()) == sorted(WORDS)
    return claims


def _exported(case: Case, kind: str) -> bytes:
    return b"".join(case.export(kind))


def _claim(row: dict[str, Any]) -> Claim:
    return msgspec.json.decode(row["claim"], type=Claim)


def test_whatever_the_words_a_neutralised_cell_comes_back_and_no_spreadsheet_runs_it() -> None:
    cells = (*WORDS, *IDS, "-1", "\t=1", "\r+1", "plain")
    table = Table("t", (Column("words", "string", ""),), tuple((cell,) for cell in cells))
    found = [row[0] for row in csv.reader(io.StringIO(b"".join(claims_csv.lines(table)).decode(), newline=""))][1:]
    assert not any(cell[0] in "=+-@\t\r\n＝＋－＠" for cell in found)
    assert tuple(re.sub("^'(?='*[=+\\-@\t\r\n＝＋－＠])", "", cell) for cell in found) == cells


def test_the_tables_come_back_whole(case: Case, held: dict[str, Claim]) -> None:
    rows = csv.DictReader(io.StringIO(_exported(case, "csv").decode(), newline=""))
    assert sorted((_claim(row) for row in rows), key=lambda c: c.id) == sorted(held.values(), key=lambda c: c.id)
    table = pyarrow.parquet.read_table(io.BytesIO(_exported(case, "parquet")))
    assert {row["id"]: _claim(row) for row in table.to_pylist()} == held
    with zipfile.ZipFile(io.BytesIO(_exported(case, "data-package"))) as packed:
        assert json.loads(packed.read("datapackage.json"))["title"] == 'The "Ü"; \u200fשלום'
        parse = pyarrow.csv.ParseOptions(newlines_in_values=True)
        found = pyarrow.csv.read_csv(io.BytesIO(packed.read("claims.csv")), parse_options=parse)
    assert {row["id"]: _claim(row) for row in found.to_pylist()} == held
    lines = [json.loads(line) for line in _exported(case, "claims-jsonl").split(b"\n") if line]
    assert {line["id"] for line in lines} == set(held)


def test_annotations_have_names_of_the_web_and_come_back(case: Case, held: dict[str, Claim]) -> None:
    written = _exported(case, "annotations")
    names = [item["id"] for item in json.loads(written)["items"]]
    assert all(map(URN.fullmatch, names))
    assert [unquote(name.removeprefix("urn:goodoffices:claim:")) for name in names] == list(held)
    assert {one.id: one for one in annotations.read(written)} == held


def test_a_calendar_keeps_every_word(case: Case) -> None:
    entries = case.calendar(case.at(as_of=FIRST), until=LAST)
    events = icalendar.Calendar.from_ical(case.icalendar(entries)).walk("VEVENT")
    assert [str(e["SUMMARY"]) for e in events] == [f"Last day: {w.what}" for w in entries]
    assert sorted(w.what for w in entries) == sorted(WORDS)
    assert len({str(e["UID"]) for e in events}) == len(WORDS)


def test_a_feed_keeps_every_word_that_xml_can_hold(case: Case) -> None:
    changes = items(case.changes(case.at(as_of=FIRST), case.at(as_of=LAST)))
    found = etree.fromstring(write(changes, name="x", updated=dt.datetime(2031, 8, 1, tzinfo=dt.UTC)))
    entries = found.findall(f"{{{ATOM}}}entry")
    assert [e.findtext(f"{{{ATOM}}}title") for e in entries] == [
        f"{w}: overdue" for w in (c.title[:-9] for c in changes)
    ]
    assert sorted(c.title for c in changes) == sorted(f"{w}: overdue" for w in WORDS)
    assert [e.findtext(f"{{{ATOM}}}content") for e in entries] == [c.text for c in changes]


def test_a_calendar_holds_no_control_character_and_reaches_the_last_day_there_is() -> None:
    last = Entry(
        day=dt.date.max,
        kind="deadline",
        what="be\x07ll\x0b",
        words="\x00one\ntwo\tthree",
        claims=("c",),
        uid="u",
        matter="m",
    )
    written = calendar_ics.write([last], name="x", stamp=dt.datetime(2031, 8, 1, tzinfo=dt.UTC))
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", written)
    (found,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert (found.decoded("DTSTART"), str(found["SUMMARY"])) == (dt.date.max, "Last day: bell")
    assert str(found["DESCRIPTION"]) == "one\ntwo\tthree\nClaims: c"
