"""Provisions: what a decision, an agreement or a party's own word sets to be done."""

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.provisions.agreements import due, sets, shall
from goodoffices.reading.frames.provisions.allowances import allowed
from goodoffices.reading.frames.provisions.asked import asked, called, committed, owed
from goodoffices.reading.frames.provisions.binding import binding
from goodoffices.reading.frames.provisions.deals import agreed
from goodoffices.reading.frames.provisions.duties import duties
from goodoffices.reading.frames.provisions.impersonal import impersonal
from goodoffices.reading.frames.provisions.itemised import itemised
from goodoffices.reading.frames.provisions.listed import is_listed, listed
from goodoffices.reading.frames.provisions.resolved import resolved
from goodoffices.reading.frames.provisions.scheduled import scheduled
from goodoffices.reading.frames.provisions.told_terms import under
from goodoffices.reading.scene import Scene, Sentence


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the provisions of a sentence of running text."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    if listed(scene, sentence, drafts) or is_listed(drafts, sentence.span):
        return
    shall(scene, sentence, drafts)
    itemised(scene, sentence, drafts)
    asked(scene, sentence, drafts)
    committed(scene, sentence, drafts)
    owed(scene, sentence, drafts)
    called(scene, sentence, drafts)
    agreed(scene, sentence, drafts)
    impersonal(scene, sentence, drafts)
    resolved(scene, sentence, drafts)
    under(scene, sentence, drafts)
    sets(scene, sentence, drafts)
    due(scene, sentence, drafts)
    duties(scene, sentence, drafts)
    allowed(scene, sentence, drafts)
    binding(scene, sentence, drafts)
    scheduled(scene, sentence, drafts)
