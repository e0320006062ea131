"""What review teaches: a name that somebody let stand is known when the case reads next, and no other name is."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from goodoffices import Case
from goodoffices.vocabulary.claim import Reviewed

FIRST = "The River Liberation Front (RLF) on 3 May 2030 accused the Lakes Conference of a delay.\n"
LATER = "RLF rejected the plan for the ferry. Borduria welcomed the plan.\n"


def opened(tmp_path: Path, **texts: str) -> Case:
    case = Case.new(tmp_path / "case")
    for name, words in texts.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(words, encoding="utf-8")
        case.add([path], by="a")
    case.read(by="a")
    return case


def statements(case: Case, document: str) -> list[Reviewed]:
    return case.proposals(kind="statement", document=document)


def speakers(case: Case, document: str) -> list[str]:
    return [r.claim.content.speaker for r in statements(case, document)]  # type: ignore[union-attr]


def amended(case: Case, reviewed: Reviewed, **changes: Any) -> None:
    item = msgspec.to_builtins({"claim": reviewed.claim, "seq": reviewed.seq})
    item["claim"]["content"] |= changes
    case.amend(msgspec.json.encode(item), by="a")


def test_an_accepted_name_is_known_by_all_its_forms_in_the_next_reading(tmp_path: Path) -> None:
    with opened(tmp_path, first=FIRST, later=LATER) as case:
        (front,) = speakers(case, "first.txt")
        assert front not in speakers(case, "later.txt")
        case.review(accept=[statements(case, "first.txt")[0].claim.id], by="a")
        again = case.read(by="a")
        assert [d.name for d, _ in again.readings] == ["first.txt", "later.txt"]
        assert front in speakers(case, "later.txt")
        assert case.at().parties().name(front) == "River Liberation Front"


def test_documents_in_which_no_learnt_name_stands_are_left_as_they_are(tmp_path: Path) -> None:
    with opened(tmp_path, first=FIRST, other="The Lakes Conference welcomed the offer of a ferry.\n") as case:
        case.review(accept=[statements(case, "first.txt")[0].claim.id], by="a")
        assert [d.name for d, _ in case.read(by="a").readings] == ["first.txt"]
        assert case.read(by="a").unchanged == 2


@pytest.mark.parametrize("verdict", ["proposed", "rejected", "undone"])
def test_a_name_that_nobody_lets_stand_is_not_learnt(tmp_path: Path, verdict: str) -> None:
    with opened(tmp_path, first=FIRST, later=LATER) as case:
        claim = statements(case, "first.txt")[0].claim.id
        if verdict == "rejected":
            case.review(reject=[claim], by="a")
        if verdict == "undone":
            case.review(accept=[claim], by="a")
            case.read(by="a")
            case.review(undo=[claim], by="a")
            case.read(by="a")
        assert case.read(by="a").unchanged == 2
        assert "RLF" not in {case.at().parties().name(s) for s in speakers(case, "later.txt")} - {"RLF"}
        assert all("river" not in s for s in speakers(case, "later.txt"))


def test_a_name_written_by_an_amendment_is_known_in_other_documents(tmp_path: Path) -> None:
    first = "Borduria and the Lakes Conference met. The Lakes Conference welcomed the offer of Borduria.\n"
    with opened(tmp_path, first=first, later=LATER) as case:
        assert "borduria" not in speakers(case, "later.txt")
        amended(case, statements(case, "first.txt")[0], speaker="borduria")
        case.read(by="a")
        assert "borduria" in speakers(case, "later.txt")
        assert case.at().parties().name("borduria") == "Borduria"


def test_a_party_amended_into_another_lends_it_its_words(tmp_path: Path) -> None:
    with opened(tmp_path, first=FIRST, later=LATER) as case:
        amended(case, statements(case, "first.txt")[0], speaker="isr")
        case.read(by="a")
        assert "isr" in speakers(case, "later.txt")
