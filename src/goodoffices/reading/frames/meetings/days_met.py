"""The day of a meeting: told beside it, else in its sentence, else that of the document by "we have just met"."""

from goodoffices.reading.scene import Scene, Sentence
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When


def day_met(scene: Scene, sentence: Sentence, span: Span, verb: int) -> When | None:
    """When those met whose meeting the words at `span` tell with the word `verb`, as far as the text says."""
    return _when(scene, span) or _when(scene, sentence.span) or _just_now(scene, sentence, verb)


def _when(scene: Scene, span: Span) -> When | None:
    whens = [d.when for d in scene.dates_in(span) if not d.when.value.startswith("P") or d.when.value == "PAST_REF"]
    return next(
        (w for w in whens if w.precision in ("day", "minute", "hour")),
        next((w for w in whens if w.bounded), whens[0] if whens else None),
    )


def _just_now(scene: Scene, sentence: Sentence, verb: int) -> When | None:
    """ "We have just met": on the day of the document, where that is known."""
    tree = sentence.tree
    assert tree is not None
    near = tree.low[max(0, verb - 3) : verb]
    return scene.dated if "just" in near and not {"have", "has", "'ve", "’ve"}.isdisjoint(near) else None
