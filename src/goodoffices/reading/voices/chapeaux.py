"""Lists whose items begin with a verb, their subject above them: "The Ministers: 1. Welcomed …; 2. Took note …"."""

import functools
import re
from collections.abc import Mapping

from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.force_words import bare_forms, forces
from goodoffices.reading.voices.verbs import acts, inflected, verbs
from goodoffices.vocabulary.text import Span

_ABOVE = re.compile(r"(?::|,|\band)$")
_ASKED = re.compile(
    r"\b(?:to(?: \w+ly)?|must|shall|should|will|following|that|by|including|include|includes)\s*[:,]$", re.IGNORECASE
)
_OPENING = re.compile(
    r"(?:\(?[A-Za-z\d]{1,2}[.)]\s+)?(?:(?:[A-Z][A-Za-z]+(?:ly|LY)|Also|ALSO|Further|FURTHER|Again|Once again|"
    r"In this (?:regard|context),?) )*(?P<to>To(?: \w+ly)? )?(?P<verb>[A-Z]?[a-z]+|[A-Z]{4,})\b"
)
_LONG = 900  # characters of what stands above such a list
_GAP = 2  # paragraphs in between with a subject of their own
_MANY = 4  # more parties than these are not told one by one


def headed(scene: Scene) -> Mapping[int, int]:
    """For every sentence that opens such an item, by its number, that of the sentence in which its subject stands."""
    found: dict[int, int] = {}
    for sentence in scene.sentences[:-1]:
        said = scene.words(sentence.span)
        if sentence.number in found or len(said) > _LONG or not _ABOVE.search(said) or _ASKED.search(said):
            continue
        items = _items(scene, sentence.number + 1)
        if len(items) > 1 and items[0] == sentence.number + 1:
            found |= dict.fromkeys(items, sentence.number)
    return found


def _items(scene: Scene, first: int) -> list[int]:
    """The sentences from `first` on that open an item, up to where paragraphs go on otherwise."""
    items: list[int] = []
    gap = 0
    for sentence in scene.sentences[first:]:
        if "\n" not in scene.content[scene.sentences[sentence.number - 1].span[1] : sentence.span[0]]:
            continue  # a further sentence of the item
        if opens_item(scene.content, sentence.span):
            items.append(sentence.number)
            gap = 0
        elif gap == _GAP:
            break
        else:
            gap += 1
    return items


def opens_item(content: str, span: Span) -> bool:
    """Whether a sentence opens with a verb of saying that has no subject: "Welcomed", "URGES", "To request"."""
    opening = _OPENING.match(content, *span)
    if opening is None:
        return False
    verb = opening["verb"].lower()
    if opening["to"]:
        return verb in bare_forms()
    return verb in _plural() or verb in _singular()


@functools.cache
def _singular() -> frozenset[str]:
    """The forms that go with "it" and open an operative part: "welcomes", "decides"."""
    operative = {phrase.split()[0] for row in forces().operative.values() for phrase in row}
    thirds = {inflected(verb.lemma)[1] for verb in verbs().values()}
    return frozenset((thirds | operative) - _NOUNS)


_NOUNS = frozenset(
    {"plans", "offers", "claims", "reports", "charges", "states", "promises", "threats", "points", "views"}
)


@functools.cache
def _plural() -> frozenset[str]:
    """The forms of the verbs of saying that go with "they": "welcome", "welcomed"."""
    thirds = {inflected(verb.lemma)[1] for verb in verbs().values()}
    participles = {form for form in verbs() if form.endswith("ing")}
    return frozenset(verbs()) - thirds - participles | frozenset(acts().with_) - {"in"}


def heads_of(scene: Scene, above: Sentence) -> tuple[str, ...]:
    """Who is meant by the subject of the sentence above a list; () where the text names nobody, or too many."""
    if scene.kind(scene.issuer) in BODIES:
        return (scene.issuer,)
    tree = above.tree
    if tree is None:
        return ()
    root = next(i for i in range(len(tree)) if tree.head[i] == i)
    subject = tree.child(root, "nsubj", "nsubjpass")
    found = who(scene, above, root if subject is None else subject)
    return found if len(found) <= _MANY else ()
