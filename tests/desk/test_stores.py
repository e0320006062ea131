"""The front door on either store: exports are the same, cases move, backups come back."""

import datetime as dt
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.errors import NotWritten
from tests.conftest import Places

DAY, THEN = dt.date(2010, 9, 10), dt.date(2010, 8, 31)


def _export(case: Case, **axes: dt.date) -> bytes:
    return b"".join(case.export(snapshot=case.at(**axes)))  # type: ignore[arg-type]


def test_exports_of_one_log_are_the_same_to_the_last_byte_wherever_it_lives(
    new_address: Places, tmp_path: Path
) -> None:
    with Case.sample(tmp_path / "sample") as sample:
        expected = [_export(sample), _export(sample, as_of=DAY), _export(sample, as_of=DAY, published_by=THEN)]
        affairs, head = sample.status(sample.at(as_of=DAY)), sample.verify().head
        address = new_address()
        sample.migrate(address)
    with Case.open(address) as moved:
        assert [_export(moved), _export(moved, as_of=DAY), _export(moved, as_of=DAY, published_by=THEN)] == expected
        assert moved.status(moved.at(as_of=DAY)) == affairs
        assert moved.verify().head == head
        moved.rebuild()
        assert _export(moved) == expected[0]
    assert len(set(expected)) == 3


def test_a_case_is_worked_on_backed_up_and_restored_in_either_store(new_address: Places, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("The Lakes Conference met in Vell on 3 May 2030. It called for talks within two weeks.\n")
    address = new_address()
    with Case.new(address) as case:
        assert len(case.add([note], by="a").documents) == 1
        assert not case.read(by="a").refused
        case.review(accept=[case.proposals()[0].claim.id], by="b")
        noted = case.backup(tmp_path / "lakes.backup")
        expected = _export(case)
        brief = case.brief(case.at(as_of=DAY), by="a")
        assert brief.footnotes is not None
    with Case.restore(tmp_path / "lakes.backup", new_address()) as restored:
        assert _export(restored) == expected
        assert restored.verify((noted.entries, noted.head)).whole


def test_nobody_goes_on_working_in_a_case_that_was_moved(new_address: Places) -> None:
    with Case.sample(new_address()) as sample:
        claim = sample.at().claims()[0].claim.id
        target = new_address()
        sample.migrate(target)
        verdicts = sample.review(reject=[claim], by="a")
        assert [type(refused.error) for refused in verdicts.refused] == [NotWritten]
        with pytest.raises(NotWritten):
            sample.migrate(new_address())
    with Case.open(target) as moved:
        assert moved.review(reject=[claim], by="a").done == (claim,)


def test_no_kept_answer_shows_words_that_somebody_else_erased(new_address: Places, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The Lakes Conference met in Vell on 3 May 2030. It called for talks by June.\n")
    address = new_address()
    with Case.new(address) as kept, Case.open(address) as other:
        (document,) = kept.add([tmp_path / "note.txt"], by="a").documents
        kept.read(by="a")
        known = kept.at().seq

        def answers() -> str:
            view = kept.at(as_of=dt.date(2030, 6, 1), as_known=known)
            return str([kept.timeline_drawn(view, proposals=True), kept.status(view, proposals=True)])

        before = answers()
        assert "Vell" in before
        assert "called for talks" in before
        other.erase(document.id, "asked for", by="b")
        after = answers()
        assert "Vell" not in after
        assert "called for talks" not in after
