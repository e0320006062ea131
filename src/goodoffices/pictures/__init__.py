"""Pictures: `draw(picture, palette) -> svg`. Plain values in, text out; each picture has a title, a one-line finding
and the table of its numbers. The same marks take CSS variables on a page and plain colours on paper.
"""

from goodoffices.pictures.calibration import Class, Score, calibration, scores
from goodoffices.pictures.comparison import Compared, comparison
from goodoffices.pictures.division import Part, division
from goodoffices.pictures.drawing import draw, drawn
from goodoffices.pictures.formats import Powers, Room, power, presence
from goodoffices.pictures.frontier import Scale, Spot, frontier
from goodoffices.pictures.linkages import Effect, linkages
from goodoffices.pictures.marks import Picture
from goodoffices.pictures.outlook import Answer, Stander, outlook
from goodoffices.pictures.page import figure, page
from goodoffices.pictures.palette import NIGHT, PAGE, PAPER, SHEET, Palette
from goodoffices.pictures.robustness import Stood, robustness
from goodoffices.pictures.ways import Move, Place, ways

__all__ = [
    "NIGHT",
    "PAGE",
    "PAPER",
    "SHEET",
    "Answer",
    "Class",
    "Compared",
    "Effect",
    "Move",
    "Palette",
    "Part",
    "Picture",
    "Place",
    "Powers",
    "Room",
    "Scale",
    "Score",
    "Spot",
    "Stander",
    "Stood",
    "calibration",
    "comparison",
    "division",
    "draw",
    "drawn",
    "figure",
    "frontier",
    "linkages",
    "outlook",
    "page",
    "power",
    "presence",
    "robustness",
    "scores",
    "ways",
]
