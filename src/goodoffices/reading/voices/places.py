"""Where a thing is done, by the words that say so."""

from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Sentence
from goodoffices.vocabulary.text import Span

_NO_PLACE = frozenset(
    {
        "battle",
        "war",
        "conference",
        "congress",
        "summit",
        "treaty",
        "agreement",
        "accord",
        "accords",
        "operation",
        "resolution",
        "offensive",
        "campaign",
        "session",
        "army",
        "division",
        "brigade",
        "front",
        "chapter",
        "article",
        "plan",
        "declaration",
        "protocol",
        "charter",
    }
)


def place(sentence: Sentence, span: Span, prepositions: frozenset[str]) -> str:
    """The capitalised words after one of the prepositions in `span`, "" where there are none: where a thing is done,
    not where its doer is from; of "the Second Battle of Lund" Lund.
    """
    tree = sentence.tree
    assert tree is not None
    for i in tree.words_in(*span):
        noun = tree.child(i, "pobj")
        if tree.low[i] not in prepositions or noun is None or (tree.low[i] == "from" and _of_subject(tree, i)):
            continue
        if i and tree.text[i - 1] == "-":
            continue  # "the Chairperson-in-Office"
        if tree.low[noun] in _NO_PLACE:
            of = next((k for k in tree.children(noun, "prep") if tree.low[k] == "of"), None)
            noun = tree.child(of, "pobj") if of is not None else None
        if noun is None or not tree.tag[noun].startswith("NNP"):
            continue
        if not _no_site(sentence, tree.starts[noun]):
            return " ".join(tree.text[k] for k in range(tree.left[noun], noun + 1) if tree.low[k] != "the")
    return ""


def _no_site(sentence: Sentence, at: int) -> bool:
    """Whether a date stands there, or a person or an organisation that the text alone knows: "near the Mission"."""
    dated = any(d.quote.start <= at < d.quote.end for d in sentence.dates)
    return dated or any(
        a.quote.start <= at < a.quote.end and a.party.startswith(("org:", "person:")) for a in sentence.actors
    )


def _of_subject(tree: Tree, i: int) -> bool:
    """Whether the word belongs to the subject of a verb: "troops from Utopia withdrew"."""
    return any(tree.dep[a] in ("nsubj", "nsubjpass") for a in tree.ancestors(i))
