"""Who looks: a person with the compartments they are cleared for."""

from msgspec import Struct


class Viewer(Struct, frozen=True):
    """Somebody who reads the record. compartments: those they may see; everything: whether they may see all there are,
    which is for the office's own machinery (verifying, exporting a whole case) and for whoever owns the case.
    """

    name: str
    compartments: frozenset[str] = frozenset()
    everything: bool = False

    def may_see(self, compartments: frozenset[str]) -> bool:
        """Whether this viewer has all of them."""
        return self.everything or compartments <= self.compartments


EVERYTHING = Viewer("everything", everything=True)
