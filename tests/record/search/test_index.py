"""The index of a case: brought up to the record, thrown away, made anew."""

import contextlib
import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import tantivy

from goodoffices.errors import NotFound, NotWritten
from goodoffices.record import Record, Snapshot, Viewer
from goodoffices.record.lens import Lens
from goodoffices.record.search import Finder, Index, fields
from goodoffices.vocabulary.text import Text
from tests.record.office import add, day

ONE, TWO, SECRET = "Envoys met in Vienna.", "Envoys met in Geneva.", "Quaestorial zugzwang in Xylokastro."


def found(index: Index, record: Record, words: str) -> int:
    index.catch_up(record.at)
    return Finder(index).find(record.at(), words).total


def holds(directory: Path, word: str) -> bool:
    """Whether an index on the disk knows a word, by its list of words, which is compressed in the files."""
    engine = tantivy.Index(fields.schema(), path=str(directory / fields.RECIPE))
    return bool(engine.searcher().terms_with_prefix("words", word))


def contents(directory: Path) -> set[bytes]:
    """What the files hold that have anything to hide: all but the list of files and the empty locks."""
    found = [file for file in directory.rglob("*") if file.is_file() and file.suffix != ".json"]
    return {content for file in found if (content := file.read_bytes())}


def test_it_catches_up_with_new_documents_in_either_store(record: Record, tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    assert found(index, record, "envoys") == 0
    add(record, ONE)
    assert found(index, record, "envoys") == 1
    add(record, TWO)
    assert index.indexed_to(record.at()) == 1
    assert found(index, record, "envoys") == 2
    assert index.indexed_to(record.at()) == record.at().seq == 2
    assert found(Index(tmp_path / "index"), record, "envoys") == 2


def test_entries_that_add_no_document_need_no_new_index(small: Record, tmp_path: Path) -> None:
    document = add(small, ONE)
    index = Index(tmp_path / "index")
    index.catch_up(small.at)
    before = sorted(file.name for file in (tmp_path / "index").rglob("*"))
    small.date_document(document.id, by="Ann", at=dt.datetime(2024, 5, 2, tzinfo=dt.UTC), dated=day("2024-03-01"))
    index.catch_up(small.at)
    assert index.indexed_to(small.at()) == 2
    assert sorted(file.name for file in (tmp_path / "index").rglob("*")) == before


def test_an_index_deleted_by_hand_is_made_anew(small: Record, tmp_path: Path) -> None:
    add(small, ONE)
    index = Index(tmp_path / "index")
    assert found(index, small, "envoys") == 1
    shutil.rmtree(tmp_path / "index")
    assert found(Index(tmp_path / "index"), small, "envoys") == 1
    shutil.rmtree(tmp_path / "index")
    add(small, TWO)
    assert found(index, small, "envoys") == 2


@pytest.mark.parametrize("kind", [".json", ".term", ".idx", ".pos", ".fast", ".fieldnorm"])
@pytest.mark.parametrize("harm", ["deleted", "emptied", "cut"])
def test_an_index_that_cannot_be_read_is_made_anew(small: Record, tmp_path: Path, kind: str, harm: str) -> None:
    add(small, ONE)
    found(Index(tmp_path / "index"), small, "envoys")
    for file in [file for file in (tmp_path / "index").rglob(f"*{kind}") if not file.name.startswith(".")]:
        content = file.read_bytes()
        file.unlink()
        if harm != "deleted":
            file.write_bytes(content[: 0 if harm == "emptied" else len(content) // 2])
    assert found(Index(tmp_path / "index"), small, "envoys") == 1


def test_an_index_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritten, match="room for it"):
        Index(tmp_path / "file" / "index")


def test_an_index_of_another_recipe_is_thrown_away_and_made_anew(
    small: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(small, ONE)
    found(Index(tmp_path / "index"), small, "envoys")
    monkeypatch.setattr(fields, "RECIPE", "passages-of-tomorrow")
    assert found(Index(tmp_path / "index"), small, "envoys") == 1
    assert [file.name for file in (tmp_path / "index").iterdir()] == ["passages-of-tomorrow"]


def test_the_files_hold_no_sentence(small: Record, tmp_path: Path) -> None:
    add(small, f"{ONE} " * 200)
    found(Index(tmp_path / "index"), small, "envoys")
    assert contents(tmp_path / "index")
    for part in ("Envoys", "met in", "envoys met", "Vienna."):
        assert not any(part.encode() in content for content in contents(tmp_path / "index"))


def test_nothing_of_what_was_dropped_stays_on_the_disk(small: Record, tmp_path: Path) -> None:
    add(small, ONE)
    add(small, SECRET)
    index = Index(tmp_path / "index")
    assert found(index, small, "zugzwang") == 1
    before = contents(tmp_path / "index")
    assert holds(tmp_path / "index", "zugzwang")
    index.drop()
    assert not holds(tmp_path / "index", "zugzwang")
    assert not before & contents(tmp_path)
    assert found(index, small, "envoys") == 1


def test_a_removal_that_was_stopped_half_way_is_finished_by_the_next_who_comes(small: Record, tmp_path: Path) -> None:
    add(small, SECRET)
    found(Index(tmp_path / "index"), small, "zugzwang")
    (tmp_path / "index").rename(tmp_path / "index.0badc0de.old")
    Index(tmp_path / "index")
    assert [path.name for path in tmp_path.glob("index*")] == ["index"]


def test_what_the_record_no_longer_has_leaves_the_index_when_it_catches_up(small: Record, tmp_path: Path) -> None:
    add(small, ONE)
    add(small, SECRET, compartments=["inner"])
    index = Index(tmp_path / "index")
    assert found(index, small, "zugzwang") == 1
    again = Index(tmp_path / "index")
    again.catch_up(lambda: small.at(viewer=Viewer("Ann")))
    assert not holds(tmp_path / "index", "zugzwang")
    assert Finder(again).find(small.at(), "envoys").total == 1


class Erased(Snapshot):
    """A record one of whose texts is gone."""

    def text(self, document: str) -> Text:
        text = super().text(document)
        if text.content == SECRET:
            raise NotFound("a text is there", document, "It was erased.")
        return text


def test_a_document_whose_text_is_gone_is_passed_over(small: Record) -> None:
    add(small, SECRET)
    add(small, ONE)

    def now() -> Snapshot:
        return Erased(Lens(small.store, small.at().seq, small.at().seq, Viewer("", everything=True), None, None))

    index = Index(None)
    assert index.catch_up(now)
    assert Finder(index).find(now(), "zugzwang").total == 0
    assert Finder(index).find(now(), "envoys").total == 1
    assert index.indexed_to(now()) == 2


def test_an_index_in_memory_leaves_nothing_on_the_disk(small: Record, tmp_path: Path) -> None:
    add(small, SECRET)
    before = sorted(tmp_path.rglob("*"))
    assert found(Index(None), small, "zugzwang") == 1
    assert sorted(tmp_path.rglob("*")) == before


HOLD = """
import sys, time
from collections.abc import Iterator
from pathlib import Path
from goodoffices.record import Record
from goodoffices.record.search import Index
index, record = Index(Path(sys.argv[1])), Record.open(sys.argv[2])
def shown(*_):
    print("writing", flush=True)
    time.sleep(60)
index.catch_up(record.at, shown)
"""


@contextlib.contextmanager
def writing(index: Path, case: Path) -> Iterator[int]:
    """Another process that writes the index and stays at it until it is killed, at the latest at the end."""
    with subprocess.Popen([sys.executable, "-c", HOLD, str(index), str(case)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"writing\n"
        yield process.pid
        process.kill()


def test_while_one_process_writes_others_read_and_say_how_far_it_goes(small: Record, tmp_path: Path) -> None:
    add(small, ONE)
    readers = [Index(tmp_path / "index") for _ in range(3)]
    assert found(readers[0], small, "envoys") == 1
    add(small, TWO)
    with writing(tmp_path / "index", tmp_path / "case"):
        for reader in readers:
            assert not reader.catch_up(small.at)
            assert Finder(reader).find(small.at(), "envoys").total == 1
            assert reader.indexed_to(small.at()) == 1
        with pytest.raises(NotWritten, match="only one writes an index"):
            readers[0].drop(patience=0.1)
    for reader in readers:
        assert found(reader, small, "envoys") == 2


def test_a_writer_that_is_killed_leaves_a_sound_index_and_no_lock(small: Record, tmp_path: Path) -> None:
    add(small, ONE)
    assert found(Index(tmp_path / "index"), small, "envoys") == 1
    for number in range(2):
        add(small, f"{TWO} {number}")
    with writing(tmp_path / "index", tmp_path / "case") as writer:
        os.kill(writer, signal.SIGKILL)
    begun = time.monotonic()
    assert found(Index(tmp_path / "index"), small, "envoys") == 3
    assert time.monotonic() - begun < 10  # no lock was waited for
