"""How good a reading is: proposals, as `claims.jsonl` has them, against gold made by hand (docs/evaluate.md)."""

from goodoffices.reading.scoring.bars import Bars
from goodoffices.reading.scoring.gold import Gold, GoldDocument, gold, quoted
from goodoffices.reading.scoring.score import Difference, Score, Scores, scores

__all__ = ["Bars", "Difference", "Gold", "GoldDocument", "Score", "Scores", "gold", "quoted", "scores"]
