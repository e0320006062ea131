"""Agreed language: in which words a thing was said before, by whom, and how the wording drifted. Pure."""

from goodoffices.wording.uses import Change, Drift, Passage, Use, drift, uses

__all__ = ["Change", "Drift", "Passage", "Use", "drift", "uses"]
