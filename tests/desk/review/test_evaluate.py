"""Measuring a reading on gold: our scores are those of the independent scorer, and say where they come from."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from goodoffices.desk.case import Case
from goodoffices.desk.review.evaluate import Evaluation
from goodoffices.errors import BadArgument
from tests.reading.gold import HALVES, SHARED, Passage, passages

SCORER = SHARED / "tools" / "score_reading.py"
shared = pytest.mark.skipif(not SCORER.exists(), reason="the independent scorer is not beside the repository")
CALL = "The Lakes Conference on 3 May 2030 called on Bresia to open the ferry"
NOTE = f"{CALL}. It reportedly rejected the plan of Arland.\n"
GOLD = """
documents:
- file: note.txt
  doc_date: {value: 2030-05-03}
  actors:
  - {id: lakes, type: body, name: Lakes Conference}
  - {id: bre, type: state, name: Bresia}
  dates:
  - {quote: on 3 May 2030, text: 3 May 2030, value: 2030-05-03}
  statements:
  - {actor: lakes, act: calls_for, quote: The Lakes Conference on 3 May 2030 called on Bresia to open the ferry}
  - {actor: bre, act: rejects, quote: Bresia refused}
  epistemic:
  - {quote: It reportedly rejected the plan of Arland, status: reported}
"""


def of_shared(folder: Path, gold: Path, texts: list[tuple[Path, str | None]]) -> tuple[dict[str, Any], Evaluation]:
    """What the independent scorer says of a fresh case with these files, and what we say."""
    with Case.new(folder / "case") as case:
        for path, dated in texts:
            case.add([path], by="test", dated=dated)
        case.read(by="test")
        lines = folder / "claims.jsonl"
        lines.write_bytes(b"".join(case.export()))
        command = [sys.executable, str(SCORER), str(lines), str(gold), "--documents", str(texts[0][0].parent), "--json"]
        said = subprocess.run(command, capture_output=True, text=True, check=True)
        return json.loads(said.stdout), case.evaluate(gold)


def agree(theirs: dict[str, Any], ours: Evaluation) -> None:
    counts = {s.kind: (s.right, s.spare, s.missed) for s in ours.scores.kinds}
    assert counts == {kind: (k["tp"], k["fp"], k["fn"]) for kind, k in theirs["kinds"].items()}
    shares = {s.kind: [round(x, 3) for x in (s.precision, s.recall, s.f1)] for s in ours.scores.kinds}
    assert shares == {kind: [k["precision"], k["recall"], k["f1"]] for kind, k in theirs["kinds"].items()}
    bars, hard = ours.scores.bars, theirs["hard"]
    assert bars.proposals == hard["proposals"]
    assert bars.not_verbatim == hard.get("quotes not in the file", 0)
    assert bars.from_boilerplate == hard.get("from boilerplate", 0)
    assert (bars.deadlines, bars.deadlines_resolved) == (hard.get("deadlines", 0), hard.get("deadlines resolved", 0))
    assert bars.deadlines_invented == hard.get("deadlines invented", 0)
    assert (bars.hedged, bars.hedged_covered) == (hard["hedged passages"], hard["hedged passages covered"])
    assert bars.hedges_dropped == hard.get("hedges dropped", 0)


@shared
@pytest.mark.parametrize("half", HALVES)
def test_our_scores_are_those_of_the_independent_scorer_on_the_annotated_passages(tmp_path: Path, half: str) -> None:
    written = [_written(passage, tmp_path / "texts") for passage in passages(half)]
    gold = tmp_path / "gold.yaml"
    gold.write_text(yaml.safe_dump({"documents": [p.gold for p in passages(half)]}), encoding="utf-8")
    agree(*of_shared(tmp_path, gold, written))


@shared
def test_our_scores_are_those_of_the_independent_scorer_on_the_seeds(tmp_path: Path) -> None:
    seeds = sorted((SHARED / "cases" / "seeds").glob("*.txt"))
    agree(*of_shared(tmp_path, SHARED / "gold" / "seeds.yaml", [(path, None) for path in seeds]))


def test_a_miss_a_spare_and_a_kept_hedge_are_told_with_their_words(case: Case) -> None:
    measured = case.evaluate(GOLD.encode())
    (statement,) = [s for s in measured.scores.kinds if s.kind == "statement"]
    assert (statement.right, statement.missed, statement.recall) == (1, 1, 0.5)
    assert [d.words for d in measured.scores.differences if d.kind == "statement"] == ["Bresia refused"]
    assert (measured.scores.bars.hedged_covered, measured.scores.bars.hedges_dropped) == (1, 0)


def test_gold_may_give_offsets_instead_of_words(case: Case) -> None:
    by_offset = GOLD.replace(f"quote: {CALL}", f"at: [0, {len(CALL)}]")
    assert by_offset != GOLD
    assert case.evaluate(by_offset.encode()).scores == case.evaluate(GOLD.encode()).scores


def test_a_document_that_is_not_there_is_refused_and_the_rest_is_measured(case: Case) -> None:
    measured = case.evaluate(f"{GOLD}- {{file: lost.txt}}\n".encode())
    assert measured.documents == 1
    assert [r.item for r in measured.refused] == ["lost.txt"]


@pytest.mark.parametrize("written", ["documents: 3", "- a list", "documents: [{id: no file}]", "{", "documents:\n- 7"])
def test_a_file_that_is_no_gold_is_refused_with_the_place(case: Case, written: str) -> None:
    with pytest.raises(BadArgument, match="gold is a YAML file"):
        case.evaluate(written.encode())


def test_an_act_that_cannot_be_compared_is_refused_by_name(case: Case) -> None:
    with pytest.raises(BadArgument, match="grumbles"):
        case.evaluate(GOLD.replace("calls_for", "grumbles").encode())


def test_offsets_outside_the_text_are_refused(case: Case) -> None:
    measured = case.evaluate(GOLD.replace("quote: Bresia refused", "at: [5, 100000]").encode())
    assert [r.error.rule for r in measured.refused] == ["offsets of gold lie in the text"]


@pytest.fixture
def case(tmp_path: Path):  # type: ignore[no-untyped-def]
    note = tmp_path / "note.txt"
    note.write_text(NOTE, encoding="utf-8")
    with Case.new(tmp_path / "case") as opened:
        opened.add([note], by="test", dated="2030-05-03")
        opened.read(by="test")
        yield opened


def _written(passage: Passage, folder: Path) -> tuple[Path, str | None]:
    folder.mkdir(exist_ok=True)
    path = folder / passage.gold["file"]
    path.write_text(passage.text, encoding="utf-8")
    return path, passage.dated
