"""Pictures: `draw(picture, palette) -> svg`. Plain values in, text out; each picture has a title, a one-line finding
and the table of its numbers. The same marks take CSS variables on a page and plain colours on paper.
"""

from goodoffices.pictures.comparison import Compared, comparison
from goodoffices.pictures.drawing import draw, drawn
from goodoffices.pictures.frontier import Scale, Spot, frontier
from goodoffices.pictures.linkages import Effect, linkages
from goodoffices.pictures.marks import Picture
from goodoffices.pictures.page import figure, page
from goodoffices.pictures.palette import NIGHT, PAGE, PAPER, SHEET, Palette
from goodoffices.pictures.robustness import Stood, robustness

__all__ = [
    "NIGHT",
    "PAGE",
    "PAPER",
    "SHEET",
    "Compared",
    "Effect",
    "Palette",
    "Picture",
    "Scale",
    "Spot",
    "Stood",
    "comparison",
    "draw",
    "drawn",
    "figure",
    "frontier",
    "linkages",
    "page",
    "robustness",
]
