"""What the pages of the workbench ask of the desk."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices import Case
from goodoffices.desk.intake.uploads import file_name
from goodoffices.desk.intake.waiting import Waiting
from goodoffices.desk.memory import Memory
from goodoffices.desk.review.amendment import amended, fields
from goodoffices.desk.words.sheet import LONGEST, part_of, sheet
from goodoffices.errors import BadArgument, BadDate
from goodoffices.tracking import State

NOTE = """The Lakes Conference on the ferry

3 May 2030

The Lakes Conference met in Vell on 3 May 2030. It called on Arden to open the ferry within two months. Arden and Bresk
agreed to a truce, which began on 4 May 2030 and is to expire on 4 August 2030.
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return Case.sample(tmp_path_factory.mktemp("sample") / "quartet")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case.new(tmp_path / "lakes")
    made.add_contents([("note.txt", NOTE.encode())], by="test")
    made.read(by="test")
    made.review(accept=[r.claim.id for r in made.at().claims()], by="test")
    return made


def test_today_has_what_ends_within_14_days_on_its_last_day_and_not_the_day_before_that_span(case: Case) -> None:
    ends = dt.date(2030, 8, 4)
    for ahead, shown in ((14, True), (0, True), (15, False)):
        found = case.today(case.at(as_of=ends - dt.timedelta(days=ahead)))
        assert any("truce" in line.what for line in found.due) is shown, ahead


def test_today_counts_what_was_entered_since_the_mark(case: Case) -> None:
    seq = case.at().seq
    assert case.today(seen=seq - 3).new == 3
    assert case.today(seen=seq).new == 0


def test_a_pack_holds_what_its_party_is_asked_for_and_nothing_of_others(sample: Case) -> None:
    view = sample.at(as_of=dt.date(2010, 10, 15))
    found = sample.meeting("isr", view)
    assert found.name == "Israel"
    asked = {line.matter for line in sample.status(view).provisions if "Israel" in line.who.split(", ")}
    assert {line.matter for line in found.owes} == asked
    assert found.to_ask
    assert all("Israel" in words for words, _ in found.to_ask)
    assert sample.meeting("nobody", view).owes == ()


def test_parties_at_hand_stand_in_neutral_order(sample: Case) -> None:
    names = [p.name for p in sample.parties_at_hand()]
    assert names == sorted(names, key=str.casefold)
    assert "Israel" in names


def test_the_pieces_of_a_sheet_are_the_text_and_each_claims_words_are_whole_pieces(case: Case) -> None:
    document = case.at().documents()[0].id
    found, text = sheet(case.at(), document), case.at().text(document)
    assert (
        "\n\n".join("".join(p.text for p in passage) for passage in found.passages).split() == text.main_text().split()
    )
    for row in found.claims:
        assert row.quote is not None
        pieces = [p for passage in found.passages for p in passage if row.claim in p.claims]
        assert "".join(p.text for p in pieces) == row.quote.exact
        assert pieces[0].start == row.quote.start


def test_a_long_document_comes_in_parts_that_together_are_all_of_it(tmp_path: Path) -> None:
    words = "\n\n".join(f"Paragraph {n} of the ferry rules was agreed by both shores." for n in range(1, 2000))
    with Case.new(tmp_path / "long") as case:
        (document,) = case.add_contents([("rules.txt", words.encode())], by="test").documents
        first = sheet(case.at(), document.id)
        parts = [sheet(case.at(), document.id, n) for n in range(1, first.parts + 1)]
        together = "".join(p.text for s in parts for passage in s.passages for p in passage)
        assert first.parts > 2
        assert "".join(together.split()) == "".join(case.at().text(document.id).main_text().split())
        assert all(sum(len(p.text) for passage in s.passages for p in passage) <= LONGEST for s in parts)
        late = case.at().text(document.id).content.index("Paragraph 1900 ")
        there = sheet(case.at(), document.id, part_of(case.at().text(document.id), late))
        assert any("Paragraph 1900 " in p.text for passage in there.passages for p in passage)


def test_a_form_sent_back_as_it_was_changes_no_claim(sample: Case) -> None:
    for reviewed in sample.at().claims():
        form = {field.name: field.value for field in fields(reviewed.claim)}
        assert amended(reviewed.claim, form) == reviewed.claim


def test_a_form_puts_right_a_date_a_list_a_choice_and_an_attribution_and_nothing_else(case: Case) -> None:
    (term,) = case.at().claims("term")
    changed = amended(
        term.claim,
        {"until": "2030-09-01", "parties": "arden\n\n bresk ", "ended": "broken", "attribution.source": "reported"},
    )
    assert str(changed.attribute("until")) == "2030-09-01"
    assert changed.attribute("parties") == ("arden", "bresk")
    assert (changed.attribute("ended"), changed.attribution.source) == ("broken", "reported")
    assert (changed.quotes, changed.valid, changed.attribute("begins")) == (
        term.claim.quotes, term.claim.valid, term.claim.attribute("begins"),
    )  # fmt: skip
    with pytest.raises(BadDate, match="until"):
        amended(term.claim, {"until": "in autumn"})
    with pytest.raises(BadArgument, match="ended"):
        amended(term.claim, {"ended": "somehow"})


def test_an_answer_is_worked_out_once_until_the_log_goes_on(case: Case) -> None:
    memory, asked = Memory(most=2), []

    def answer() -> int:
        asked.append(1)
        return len(asked)

    assert memory.recall(case.at(), "q", answer) == memory.recall(case.at(), "q", answer) == 1
    assert memory.recall(case.at(as_of=dt.date(2030, 1, 1)), "q", answer) == 2
    case.undo(case.at().claims()[0].claim.id, by="test")
    assert memory.recall(case.at(), "q", answer) == 3


def test_a_status_after_a_verdict_is_that_of_the_new_record(case: Case) -> None:
    day = dt.date(2030, 6, 20)
    before = case.status(case.at(as_of=day)).terms
    (term,) = case.at().claims("term")
    case.undo(term.claim.id, by="test")
    case.review(reject=[term.claim.id], by="test")
    assert (len(before), len(case.status(case.at(as_of=day)).terms)) == (1, 0)


def test_what_waits_outlives_whoever_put_it_there_and_each_stands_once(tmp_path: Path) -> None:
    Waiting(tmp_path).put(["a", "b"])
    Waiting(tmp_path).put(["b", "c"])
    assert Waiting(tmp_path).ids() == ["a", "b", "c"]
    Waiting(tmp_path).done("b")
    assert Waiting(tmp_path).ids() == ["a", "c"]
    assert [p.name for p in tmp_path.iterdir()] == ["to-read"]


@given(st.text(max_size=300))
def test_any_name_of_an_upload_becomes_one_that_a_disk_holds(given_name: str) -> None:
    name = file_name(given_name.replace("\ud800", ""))
    assert 0 < len(name.encode("utf-8", "surrogatepass")) <= 255
    assert not {"/", "\\", "\0"} & set(name)
    assert not name.startswith(".")


def test_two_uploads_of_one_name_are_two_documents(tmp_path: Path) -> None:
    with Case.new(tmp_path / "two") as case:
        files = [("note.txt", b"The ferry sailed on 3 May 2030."), ("note.txt", b"The ferry sank on 4 May 2030.")]
        assert len(case.add_contents(files, by="test").documents) == 2


def test_every_state_that_today_calls_passed_or_alive_is_a_state() -> None:
    from typing import get_args

    from goodoffices.desk.advice.today import ALIVE

    assert set(ALIVE) <= set(get_args(State))
