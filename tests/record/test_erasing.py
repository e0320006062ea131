"""A document that is erased is gone from every file, and the log still proves itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from goodoffices.errors import BadArgument, NotFound
from goodoffices.record import Record, Viewer, back_up, restore, verify
from goodoffices.record.actions import DocumentErased
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Position
from goodoffices.vocabulary.quote import find_quote
from goodoffices.vocabulary.text import Document
from tests.conftest import Places
from tests.record.office import add, by_hand, day, meeting, moment, paper, read, reading
from tests.servers import Server

# Nothing else that these tests write holds any of these words.
SECRET = (
    "The heron courier told Ilmatar Vesterholm that Arland's quartermaster would cede the salt customs. "
    "Bresia's harbourmaster answered in Cyrillic: Переговоры о соли отложены до равноденствия. "
) + "Forty-one barges of gypsum passed Quillmouth unweighed. " * 400
CHUNKS = ("heron courier", "Ilmatar Vesterholm", "salt customs", "Переговоры о соли", "gypsum passed Quillmouth")
TITLE, AUTHOR, NAME = "Minutes of Zephyrine", "Odalys Thornbury", "confidant-memo.txt"
NOTE = "as the widow Marchetti insists"


def _secret(record: Record) -> Document:
    content, found = paper(SECRET)
    found = replace(found, title=TITLE, author=AUTHOR, dated=day("2024-03-01").said("dateline: Quillmouth, 1 March"))
    return record.add_document(content, found, name=NAME, by="Ann", at=moment()).document


def _claim(document: Document, words: str = CHUNKS[2]) -> Claim:
    return Claim(
        id=f"{document.id}-{words[:4].strip()}",
        content=Position(party="arland", issue="customs on salt", stance="would cede the salt customs"),
        quotes=(find_quote(document.id, SECRET, words),),
    )


def _office(record: Record) -> Document:
    """Everything that may take words of a document into the case, done to one."""
    document, other = _secret(record), add(record)
    claim, second = _claim(document), _claim(document, CHUNKS[1])
    text_read = reading(document, [claim, second])
    record.add_reading(document.id, text_read, by="Ann", at=moment(1))
    read(record, other, [meeting(other), meeting(other, "Oslo")])
    record.accept(claim.id, by="Ann", at=moment(2))
    seen = record.amend(replace(claim, note=NOTE), based_on=5, by="Bea", at=moment(3)).seq
    record.reject(claim.id, by="Cem", at=moment(4), based_on=seen)
    record.undo(claim.id, by="Cem", at=moment(5))
    record.date_document(document.id, by="Ann", at=moment(6), dated=day("2024-03-02").said(f"so says {AUTHOR}"))
    both = replace(meeting(other, "Doha"), quotes=(meeting(other, "Doha").quotes[0], claim.quotes[0]), id="both")
    record.enter(both, by="Bea", at=moment(7))
    record.same_matter([meeting(other).id, meeting(other, "Oslo").id, "both"], by="Ann", at=moment(8))
    conflict = record.at().conflicts()[0].id
    record.rule(conflict, "both", f"because {CHUNKS[0]}", by="Ann", at=moment(9))
    record.enter(by_hand("Geneva", name="hand"), by="Bea", at=moment(10))
    return document


def _files(record: Record, server: Server | None) -> Iterator[Path]:
    if server is not None:
        with record.store.database.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("CHECKPOINT"))
    root = record.store.path if server is None else server.directory
    yield from (path for path in root.rglob("*") if path.is_file())


def _found(
    files: Iterator[Path], words: tuple[str, ...] = (*CHUNKS, TITLE, AUTHOR, NAME, NOTE)
) -> set[tuple[str, str]]:
    sought = {w.encode(form): w for w in words for form in ("utf-8", "utf-16-le", "utf-16-be", "unicode_escape")}
    return {(path.name, sought[s]) for path in files if (held := path.read_bytes()) for s in sought if s in held}


@pytest.fixture
def own_server(request: pytest.FixtureRequest, record: Record) -> Server | None:
    """The server that the record is on, if it is on one."""
    on_server = record.store.address.startswith("postgresql:")
    return request.getfixturevalue("server") if on_server else None


def test_no_file_ever_holds_words_of_a_document_before_and_after_it_is_erased(
    record: Record, own_server: Server | None, tmp_path: Path
) -> None:
    document = _office(record)
    assert record.at().text(document.id).content == SECRET
    assert _found(_files(record, own_server)) == set()
    back_up(record, tmp_path / "before")
    head = verify(record)
    record.erase(document.id, "the source asked for it", by="Ann", at=moment(20))
    back_up(record, tmp_path / "after")
    assert _found(_files(record, own_server)) == set()
    assert _found(iter([tmp_path / "before", tmp_path / "after"])) == set()
    found = verify(record, noted=(head.entries, head.head))
    assert (found.faults, found.entries, found.erased) == ((), head.entries + 1, 8)
    restore(tmp_path / "after", tmp_path / "again")
    with Record.open(tmp_path / "again") as again:
        assert again.at().claims() == record.at().claims()
        assert verify(again, noted=(found.entries, found.head)).whole


def test_the_search_finds_words_that_are_not_sealed(tmp_path: Path) -> None:
    for number, form in enumerate(("utf-8", "utf-16-le", "utf-16-be")):
        (tmp_path / f"{number}").write_bytes(b"\0" + f"{NOTE} {SECRET}".encode(form))
    assert {w for _, w in _found(tmp_path.iterdir())} == {NOTE, *CHUNKS}
    assert len(_found(tmp_path.iterdir())) == 3 * 6


def test_what_rests_on_an_erased_document_goes_and_the_rest_stays(record: Record) -> None:
    document = _office(record)
    record.erase(document.id, "the source asked for it", by="Ann", at=moment(20))
    now = record.at()
    assert [d.name for d in now.documents()] == ["paper.txt"]
    assert sorted((r.claim.content.place, r.state) for r in now.claims()) == [  # type: ignore[union-attr]
        ("Geneva", "accepted"), ("Oslo", "proposed"), ("Vienna", "proposed"),
    ]  # fmt: skip
    (conflict,) = now.conflicts()
    assert {held.claim.content.place for held in conflict.claims} == {"Vienna", "Oslo"}  # type: ignore[union-attr]
    assert conflict.ruling is None
    for view in (record.at(as_known=4), now):
        with pytest.raises(NotFound):
            view.text(document.id)
    with pytest.raises(NotFound):
        record.erase(document.id, "again", by="Ann", at=moment(21))


def test_the_log_says_that_a_document_was_erased_by_whom_and_why(record: Record) -> None:
    document = _office(record)
    entry = record.erase(document.id, "the source asked for it", by="Ann", at=moment(20))
    assert isinstance(entry.body, DocumentErased)
    assert (entry.action, entry.by, entry.subject) == ("document.erased", "Ann", document.id)
    assert (entry.body.document, entry.body.reason) == (document.id, "the source asked for it")
    emptied = [e for e in record.at().entries() if e.body is None]
    assert tuple(e.seq for e in emptied) == entry.body.entries
    assert [e.action for e in emptied] == [
        "document.added", "document.read", "claim.accepted", "claim.amended", "claim.rejected", "document.dated",
        "claim.entered", "conflict.ruled",
    ]  # fmt: skip
    for reason in ("", "  "):
        with pytest.raises(BadArgument, match="reason"):
            record.erase(record.at().documents()[0].id, reason, by="Ann", at=moment(20))


def test_a_claim_goes_back_to_what_was_said_of_it_before_the_erased_document_came_in(record: Record) -> None:
    document, other = _secret(record), add(record)
    vienna = meeting(other)
    read(record, other, [vienna])
    record.accept(vienna.id, by="Ann", at=moment(1))
    fuller = replace(vienna, quotes=(*vienna.quotes, _claim(document).quotes[0]), note=NOTE)
    seen = record.amend(fuller, based_on=4, by="Bea", at=moment(2)).seq
    without = replace(vienna, note="words of both papers may be left")
    record.amend(without, based_on=seen, by="Cem", at=moment(3))
    record.erase(document.id, "asked for", by="Ann", at=moment(4))
    held = record.at().claim(vienna.id)
    assert (held.claim, held.state, held.seq) == (vienna, "accepted", 4)
    assert verify(record).whole


def test_views_after_an_erasure_are_those_of_a_log_without_what_was_erased(record: Record) -> None:
    document = _office(record)
    record.erase(document.id, "asked for", by="Ann", at=moment(20))
    before = record.at().claims()
    record.rebuild()
    assert record.at().claims() == before
    record.accept(before[0].claim.id, by="Ann", at=moment(21))
    assert verify(record).whole


def test_an_erased_document_can_be_added_again_and_has_nothing_of_before(record: Record) -> None:
    document = _office(record)
    record.erase(document.id, "by mistake", by="Ann", at=moment(20))
    again = _secret(record)
    assert (again.id, again.blob) == (document.id, document.blob)
    assert record.at().text(again.id).content == SECRET
    assert record.at().claims(document=again.id) == []
    assert verify(record).whole


def test_who_may_not_see_a_document_does_not_see_that_it_was_erased(record: Record) -> None:
    document = add(record, compartments=("inner",))
    record.erase(document.id, "asked for", by="Ann", at=moment(1))
    assert record.at(viewer=Viewer("outsider")).entries() == []
    assert [e.action for e in record.at(viewer=Viewer("insider", frozenset({"inner"}))).entries()] == [
        "document.erased"
    ]


def test_the_key_of_an_erased_document_is_in_no_file(
    record: Record, own_server: Server | None, new_address: Places
) -> None:
    document = _office(record)
    with record.store.reading() as connection:
        query = text("SELECT key FROM keys WHERE document = :document")
        key = bytes(connection.scalar(query, {"document": document.id}) or b"")
    held = {path for path in _files(record, own_server) if key in path.read_bytes()}
    assert held
    record.erase(document.id, "asked for", by="Ann", at=moment(1))
    left = {path for path in _files(record, own_server) if key in path.read_bytes()}
    # A server's write-ahead log holds it until the server has written over it: the page on erasing says so.
    assert {path.parent.name for path in left} <= {"pg_wal"}


def test_an_erasure_while_others_look_on_is_finished_when_the_case_is_opened_next(tmp_path: Path) -> None:
    with Record.create(tmp_path / "case") as record:
        document = _office(record)
        with Record.open(tmp_path / "case") as other, other.store.reading() as looking:
            assert looking.execute(text("SELECT count(*) FROM entries")).scalar()
            record.store.database.engine.dispose()
            with Record.open(tmp_path / "case", patience=0.1) as impatient:
                impatient.erase(document.id, "asked for", by="Ann", at=moment(1))
                assert not impatient.store.scrub()
    with Record.open(tmp_path / "case") as record:
        assert record.store.scrub()
        assert verify(record).whole
