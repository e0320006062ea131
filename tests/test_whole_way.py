"""From a folder of real documents to claims.jsonl, scored by the interchange format's own tool: the hard bars."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from goodoffices import Case

SHARED = Path(__file__).parents[2] / "shared"
SEEDS = SHARED / "cases" / "seeds"
UNDATED = SEEDS / "004_5902d120dbaa25c6.txt"

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="third-party texts are not here (../shared)")


def scored(tmp_path: Path, *, dated: str | None) -> dict[str, Any]:
    claims = tmp_path / "claims.jsonl"
    with Case.new(tmp_path / "case") as case:
        added = case.add([SEEDS], by="test")
        assert (len(added.documents), added.refused) == (2, ())
        if dated:
            case.add([UNDATED], by="test", dated=dated)
        assert not case.read(by="test").refused
        claims.write_bytes(b"".join(case.export()))
    tool, gold = SHARED / "tools" / "score_reading.py", SHARED / "gold" / "seeds.yaml"
    words = [sys.executable, tool, claims, gold, "--documents", SEEDS, "--json"]
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_no_quote_is_invented_no_boilerplate_read_no_hedge_dropped_and_deadlines_are_resolved(tmp_path: Path) -> None:
    result = scored(tmp_path, dated="2023-12-29")
    hard, kinds = result["hard"], result["kinds"]
    assert hard["proposals"] > 0
    assert hard.get("quotes not in the file", 0) == 0
    assert hard.get("from boilerplate", 0) == 0
    assert hard.get("hedges dropped", 0) == 0
    assert hard["hedged passages covered"] == hard["hedged passages"]
    assert hard["deadlines resolved"] == hard["deadlines"] == 2
    assert hard["deadlines invented"] == 0
    assert kinds["term"]["recall"] == 1.0  # the truce of the second document with its start and end


def test_the_package_linkage_is_found_with_the_party_that_ties(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        case.add([SEEDS], by="test")
        case.read(by="test")
        found = [json.loads(line) for line in case.export()]
    packages = [c for c in found if c["kind"] == "linkage" and c["link_kind"] == "package"]
    assert any(c["by"] == "Russia" and "single linkage" in c["quote"]["exact"] for c in packages)


def test_without_its_date_the_second_documents_relative_dates_stay_unresolved(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        (document,) = case.add([UNDATED], by="test").documents
        assert document.dated is None
        case.read(by="test")
        dates = {d["text"]: d for d in map(json.loads, case.export()) if d["kind"] == "date"}
    for words in ("Friday", "November", "October 7", "November 24", "December 1"):
        (found,) = (d for text, d in dates.items() if text.endswith(words))
        assert (found["earliest"], found["latest"]) == (None, None), words


def test_the_resolutions_are_added_and_read_in_one_go(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        added = case.add([SHARED / "cases" / "quartet_documents"], by="test")
        assert (len(added.documents), added.refused) == (94, ())
        assert all(document.dated for document in added.documents)
        read = case.read(by="test")
        assert (len(read.readings), read.refused) == (94, ())
        decisions = case.at().count(kind="decision")
        assert decisions >= 90  # each resolution is one; a few have no adoption line
        assert case.verify().whole
