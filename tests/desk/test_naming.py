"""People name documents and parties as they speak of them."""

from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.desk.naming import document_named, parties_named
from goodoffices.errors import BadArgument, NotFound


def test_a_party_is_named_by_any_of_its_names_in_any_letters(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        assert parties_named(case.at(), ["france", "FRA", "Middle East Quartet"]) == ("fra", "quartet")


def test_a_name_that_nobody_bears_is_an_error_unless_it_may_be_unheard_of(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        with pytest.raises(NotFound, match="Arlandia"):
            parties_named(case.at(), ["Arlandia"])
        assert parties_named(case.at(), ["arl"], unheard=True) == ("arl",)


def test_a_wrong_document_is_answered_with_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("The ferry crosses the lake.", encoding="utf-8")
    with Case.new(tmp_path / "case") as case:
        case.add([tmp_path / "ferry.txt"], by="a")
        with pytest.raises(NotFound, match=r"ferry\.txt"):
            document_named(case.at(), "fery.txt")


def test_a_file_name_that_two_documents_share_names_neither(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "note.txt").write_text(f"The ferry crosses lake {folder}.", encoding="utf-8")
    with Case.new(tmp_path / "case") as case:
        case.add([tmp_path / "a" / "note.txt", tmp_path / "b" / "note.txt"], by="a")
        with pytest.raises(BadArgument, match="means one document"):
            document_named(case.at(), "note.txt")
