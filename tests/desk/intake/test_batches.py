"""Batches: folders are walked in order, a bad item is refused by name, the rest goes on, and progress is told."""

import datetime as dt
from pathlib import Path

from goodoffices import Case
from goodoffices.documents import Limits
from goodoffices.vocabulary.hashing import canonical


def folder(tmp_path: Path) -> Path:
    root = tmp_path / "papers"
    (root / "deep").mkdir(parents=True)
    (root / ".hidden").write_text("not to be read", encoding="utf-8")
    (root / "b.txt").write_text("The Lakes Conference met in Vell on 3 May 2030.\n", encoding="utf-8")
    (root / "a.txt").write_text(
        "The Lakes Conference met in Vell. It called for talks within two weeks.\n", encoding="utf-8"
    )
    (root / "deep" / "c.txt").write_text("The Lakes Conference welcomed the offer of a ferry.\n", encoding="utf-8")
    (root / "deep" / "d.bin").write_bytes(bytes(range(256)) * 9)
    return root


def test_a_folder_is_added_in_order_and_what_is_no_text_is_refused(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with Case.new(tmp_path / "case") as case:
        added = case.add([folder(tmp_path)], by="a", progress=lambda *step: told.append(step))
    assert [d.name for d in added.documents] == ["a.txt", "b.txt", "c.txt"]
    assert [Path(r.item).name for r in added.refused] == ["d.bin"]
    assert told == [("a.txt", 1, 4), ("b.txt", 2, 4), ("c.txt", 3, 4), ("d.bin", 4, 4)]


def test_what_reading_each_file_took_is_told(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        added = case.add([folder(tmp_path)], by="a")
    assert [Path(cost.item).name for cost in added.costs] == ["a.txt", "b.txt", "c.txt", "d.bin"]
    assert all(0 < cost.seconds < 60 and 10e6 < cost.memory < 300e6 for cost in added.costs)


def test_a_file_over_a_bound_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    papers = folder(tmp_path)
    (papers / "b.html").write_bytes(b"<html><body>" + b"<p>The truce holds.</p>" * 200_000)
    with Case.new(tmp_path / "case") as case:
        added = case.add([papers], by="a", limits=Limits(max_memory=100_000_000))
    assert [d.name for d in added.documents] == ["a.txt", "b.txt", "c.txt"]
    refused = {Path(r.item).name: r.error.rule for r in added.refused}
    assert refused["b.html"] == "a file is read within 100 MB of memory"


def test_the_same_file_twice_is_one_document(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        case.add([folder(tmp_path)], by="a")
        again = case.add([tmp_path / "papers" / "a.txt"], by="b")
        assert (len(again.documents), [d.name for d in again.already]) == (0, ["a.txt"])
        assert len(list(case.at().documents())) == 3


def test_documents_are_read_once_and_by_name(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        case.add([folder(tmp_path)], by="a")
        first = case.read(["a.txt", "nowhere.txt"], by="a")
        assert ([d.name for d, _ in first.readings], len(first.refused)) == (["a.txt"], 1)
        second = case.read(by="a")
        assert (len(second.readings), second.unchanged) == (2, 1)


def test_what_is_proposed_does_not_depend_on_how_many_processes_read(tmp_path: Path) -> None:
    proposed = []
    for workers in (1, 2):
        with Case.new(tmp_path / f"case{workers}") as case:
            added = case.add([folder(tmp_path / str(workers))], by="a")
            assert len(added.documents) == 3
            read = case.read(by="a", workers=workers)
            assert not read.refused
            proposed.append([reading for _, reading in read.readings])
    assert canonical(proposed[0]) == canonical(proposed[1])


def test_a_bad_verdict_does_not_lose_the_good_one(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        case.add([folder(tmp_path)], by="a")
        case.read(by="a")
        claim = case.proposals()[0].claim.id
        verdicts = case.review(accept=["no such claim", claim], by="a")
        assert verdicts.done == (claim,)
        assert [r.item for r in verdicts.refused] == ["no such claim"]
        assert case.at().claim(claim).state == "accepted"


def test_what_the_office_knew_is_asked_by_the_log(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        case.add([folder(tmp_path)], by="a")
        before = case.at().seq
        case.read(by="a")
        assert case.at().count() > 0
        assert case.at(as_known=before).count() == 0
        assert case.at(as_known=dt.datetime(2020, 1, 1, tzinfo=dt.UTC)).seq == 0


def test_a_term_that_ends_before_it_begins_is_refused_by_name_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(
        "version: 1\nclaims:\n"
        "- {id: upside-down, content: {kind: term, begins: 2030-05-01, until: 2030-03-01}}\n"
        "- {id: no-window, content: {kind: provision, act: report, deadline: 2030-05/2030-03}}\n"
        "- {id: fair, content: {kind: meeting, place: Vell}, valid: 2030-05-03T10:00/2030-05-03T08:00}\n"
        "- {id: truce, content: {kind: term, begins: 2030-03-01, until: 2030-05-01}}\n",
        encoding="utf-8",
    )
    with Case.new(tmp_path / "case") as case:
        entered = case.enter(file, by="a")
    assert [claim.id for claim in entered.claims] == ["truce"]
    assert sorted(r.item for r in entered.refused) == ["fair", "no-window", "upside-down"]
    assert all("Swap" in r.error.remedy for r in entered.refused)
