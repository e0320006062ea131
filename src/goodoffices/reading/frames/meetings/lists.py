"""Lists of those who met, word by word: the parse of "President A of B, President C of D, and E" is often cut."""

from goodoffices.reading.scene import SIDES, Scene, Sentence
from goodoffices.reading.voices.heads import heads

_SITTERS = frozenset({*SIDES, "person", "office", "ministry", "organ", "body", "informal_group", "intergovernmental"})
_LINKS = frozenset(
    {",", "and", "&", "the", "both", "his", "her", "its", "their", "then", "of", "from", "'s", "’s", "(", ")"}
)
_LINKS_TOO = frozenset({"as", "well", "mr", "mr.", "mrs", "ms", "ms.", "dr", "dr.", "-"})


def run_of(scene: Scene, sentence: Sentence, first: int) -> tuple[str, ...]:
    """The parties of the list that begins at the word `first` and goes on by commas, "and" and what people are."""
    tree = sentence.tree
    assert tree is not None
    named = [a for a in sentence.actors if scene.kind(a.party) in _SITTERS]
    last = first
    for k in range(first, len(tree)):
        inside = any(a.quote.start <= tree.starts[k] and tree.ends[k] <= a.quote.end for a in named)
        if inside:
            last = k
        elif not _links(tree.low[k], tree.tag[k]):
            break
    joined = [k for k in range(first, last) if tree.low[k] in ("and", "&")]
    comma = next((k for k in range(joined[-1] if joined else first, last) if tree.text[k] == ","), None)
    if comma is not None:
        last = comma - 1  # after a list, or one alone, something else begins: "after talks with A, B said"
    found = scene.parties_in((tree.starts[first], tree.ends[last]))
    kept = tuple(p for p in found if scene.kind(p) in _SITTERS)
    parents = {party.parent for p in kept if (party := scene.party(p)) is not None and scene.kind(p) in _HOLDERS}
    return tuple(p for p in kept if p not in parents)


_HOLDERS = frozenset({"person", "office", "ministry"})


def _links(low: str, tag: str) -> bool:
    people = heads().people | heads().bands | heads().heads
    return low in _LINKS or tag.startswith("NNP") or low in people or tag == "JJ"
