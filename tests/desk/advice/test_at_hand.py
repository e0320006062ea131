"""Agreed language, what became known late, and what was handed over, in the brief of the sample case."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.briefs import Brief, Section


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder: Path = tmp_path_factory.mktemp("sample") / "quartet"
    with Case.sample(folder) as opened:
        yield opened


def section(brief: Brief, name: str) -> Section | None:
    return next((one for one in brief.sections if one.id == name), None)


def test_agreed_words_on_what_is_in_play_stand_in_their_exact_words(case: Case) -> None:
    view = case.at(as_of=dt.date(2010, 10, 15))
    told = section(case.brief(view, by="Ada"), "agreed")
    assert told is not None
    exact = {q.exact for r in view.claims("provision") for q in r.claim.quotes}
    assert told.items
    for item in told.items:
        assert " ".join(item.words.split("“")[1].rstrip("”").split()) in {" ".join(words.split()) for words in exact}
        assert item.state in ("agreed", "undertaken", "imposed", "binding", "adopted")


def test_what_was_handed_over_is_told_with_its_numbers(case: Case) -> None:
    told = section(case.brief(case.at(as_of=dt.date(2023, 12, 1)), by="Ada"), "handed")
    assert told is not None
    assert any("Agreed: 50." in item.detail[0] for item in told.items)
    assert section(case.brief(case.at(as_of=dt.date(2010, 10, 15)), by="Ada"), "handed") is None


def late(folder: Path, published: str) -> Section | None:
    """The section of a fictional case in which a gate is opened on 20 May, as a paper published later says."""
    papers = {
        "duty.txt": "Arden will open the gate by 1 June 2030.",
        "news.txt": "The gate has been open since 20 May.",
    }
    for name, words in papers.items():
        (folder / name).write_text(f"{words}\n", encoding="utf-8")
    (folder / "claims.yaml").write_text(
        """version: 1
claims:
- {id: gate, document: duty.txt, quote: Arden will open the gate, valid: 2030-05-01, content: {kind: provision,
   act: open the gate, addressees: [arden], force: undertaken, deadline: 2030-06-01}}
- {id: opened, document: news.txt, quote: The gate has been open, valid: 2030-05-20, content: {kind: event,
   what: the gate opened, effects: [{on: gate, does: fulfils}]}}
""",
        encoding="utf-8",
    )
    with Case.new(folder / "lakes") as case:
        case.add([folder / "duty.txt"], by="Ada", published="2030-05-01")
        case.add([folder / "news.txt"], by="Ada", published=published)
        assert case.enter(folder / "claims.yaml", by="Ada").refused == ()
        return section(case.brief(case.at(as_of=dt.date(2030, 7, 1)), by="Ada"), "learnt")


def test_what_became_known_a_week_late_is_told_with_what_was_thought_until_then(tmp_path: Path) -> None:
    told = late(tmp_path, "2030-06-10")
    assert told is not None
    (item,) = told.items
    assert item.words == "Open the gate"
    assert item.state.startswith("kept")
    assert item.when == "since 20 May 2030, known from 10 June 2030"
    assert item.detail == ("Until then it stood by what was public: overdue.",)
    assert len(item.notes) > 0


def test_what_became_known_within_a_week_is_not_late(tmp_path: Path) -> None:
    assert late(tmp_path, "2030-05-26") is None
