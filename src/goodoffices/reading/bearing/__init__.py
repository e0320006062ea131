"""What bears on a provision: passages of later documents, ranked, each with the way its words point. Only proposals.

Here and not in a room of its own, because it cuts texts and reads words as the reader does, with the same tables.
"""

from goodoffices.reading.bearing.direction import Direction, direction
from goodoffices.reading.bearing.passages import Passage, cut
from goodoffices.reading.bearing.ranking import Asked, Bearing, rank

__all__ = ["Asked", "Bearing", "Direction", "Passage", "cut", "direction", "rank"]
