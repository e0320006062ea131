"""What is at stake: a thesaurus of issues, broader and narrower, some with an ordered scale of options."""

from msgspec import Struct, field


class Issue(Struct, frozen=True, kw_only=True):
    """One issue. labels by language code; broader: id of the wider issue; scale: options from one end to the other."""

    id: str
    labels: dict[str, str] = field(default_factory=dict)
    broader: str = ""
    scale: tuple[str, ...] = ()

    def label(self, language: str = "en") -> str:
        """The label in `language`, else in English, else the id in words."""
        return self.labels.get(language) or self.labels.get("en") or self.id.replace("_", " ")
