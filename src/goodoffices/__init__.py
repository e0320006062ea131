"""Good Offices: what was agreed, who owes what by when, who stands where, and what to advise today."""

__version__ = "0.1.0"
