"""Who is named in a text: parties, offices, persons, each mention in order."""

from goodoffices.reading.actors.mentions import Actors, find

__all__ = ["Actors", "find"]
