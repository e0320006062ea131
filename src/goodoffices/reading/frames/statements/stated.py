"""A statement as it is proposed: by whom, on whose behalf, whose word, when."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.reading.voices.attribution import attributed, hedged
from goodoffices.reading.voices.speakers import MANY
from goodoffices.vocabulary.attribution import UNNAMED, Attribution, Source
from goodoffices.vocabulary.content import Act
from goodoffices.vocabulary.kinds import Statement
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When


def add(
    scene: Scene,
    sentence: Sentence,
    drafts: Drafts,
    span: Span,
    act: Act,
    speakers: tuple[str, ...],
    manner: str,
    rule: str,
    *,
    negated: bool = False,
    alleging: bool = False,
    verb: int | None = None,
    by: Span | None = None,
) -> None:
    """Proposes what `speakers` say at `span`; by: the words for who says it, where it is no party."""
    if len(speakers) > MANY and scene.kind(scene.issuer) in BODIES:
        speakers = (scene.issuer,)
    for speaker in speakers or ("",):
        by = None if speaker else by or _teller(sentence, span)
        content = Statement(
            speaker=speaker, on_behalf_of=_behalf(scene, speaker), act=act, said_by=scene.words(by) if by else ""
        )
        drafts.add(
            content,
            [span],
            rule=rule,
            valid=_valid(scene, sentence, span, verb),
            attribution=_attribution(scene, sentence, span, speaker, manner, negated, alleging),
        )


def _teller(sentence: Sentence, span: Span) -> Span | None:
    """The words for who says what is at `span`, in a sentence that names no party for it."""
    return next((s.by for s in sentence.speeches if s.by and s.span[0] < span[1] and span[0] < s.span[1]), None)


def _behalf(scene: Scene, speaker: str) -> str:
    if not speaker:
        return ""
    top = scene.behalf(speaker)
    return top if top != speaker else ""


def _attribution(
    scene: Scene, sentence: Sentence, span: Span, speaker: str, manner: str, negated: bool, alleging: bool
) -> Attribution:
    if manner == "stance":
        return attributed(scene, sentence, span, denied=negated)
    said = [s.span for s in sentence.speeches if span[0] < s.span[0] and s.span[1] <= span[1] + 1]
    source: Source = (
        "alleged" if alleging else "declared" if speaker and not _retold(sentence, span, speaker) else "reported"
    )
    return hedged(scene, sentence, span, holder=speaker or UNNAMED, source=source, denied=negated, apart=said)


def _retold(sentence: Sentence, span: Span, speaker: str) -> bool:
    """Whether somebody else is told to have said that he said it: "Ash urged calm, the ministry said"."""
    return any(speaker not in s.speakers and s.span[0] <= span[0] and span[1] <= s.span[1] for s in sentence.speeches)


def _valid(scene: Scene, sentence: Sentence, span: Span, verb: int | None) -> When | None:
    """When it was said: the first date that belongs to the verb of saying and gives a day; no deadline."""
    tree = sentence.tree
    for mention in scene.dates_in(span):
        if mention.when.earliest is None or mention.when.value.startswith("P"):
            continue
        word = tree.at(mention.quote.end - 1) if tree is not None else None
        if verb is None or tree is None or word is None:
            return mention.when
        if next((a for a in tree.ancestors(word) if tree.verbal(a)), verb) == verb:
            return mention.when
    return None
