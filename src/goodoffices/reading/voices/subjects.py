"""Who is the subject of each clause of a sentence; pronouns and "the statement" look back to it."""

import re

from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices.attribution import who
from goodoffices.reading.voices.nameless import nameless


def note_subjects(scene: Scene, sentence: Sentence) -> None:
    """Records who is the subject of each clause, and who is named together; antecedents are sought there."""
    tree = sentence.tree
    if tree is None:
        return
    for i in range(len(tree)):
        if (tree.dep[i] in ("nsubj", "nsubjpass") and tree.tag[i] != "WDT") or (
            tree.dep[i] == "pobj" and tree.low[tree.head[i]] == "by"
        ):
            parties = who(scene, sentence, i)
            if parties and not (len(parties) == 1 and _tells_news(scene, parties[0])):
                sentence.subjects.append((tree.starts[i], parties))
        elif tree.dep[i] == "pobj" and any(tree.dep[k] == "conj" for k in tree.kids[i]):
            parties = who(scene, sentence, i)
            if len(parties) > 1:
                sentence.groups.append((tree.starts[i], parties))
    sentence.subjects.sort()
    root = next((i for i in range(len(tree)) if tree.head[i] == i), None)
    subject = tree.child(root, "nsubj", "nsubjpass") if root is not None else None
    if sentence.headed is not None:
        sentence.lead = sentence.headed
    elif subject is not None:
        lead = who(scene, sentence, subject)
        sentence.teller = None if lead else nameless(tree, subject)
        sentence.lead = () if len(lead) == 1 and _tells_news(scene, lead[0]) else lead


_NEWS = re.compile(r"\b(?:News|Press|Times|Post|Radio|Television|Newspaper|Daily)\b")


def _tells_news(scene: Scene, party_id: str) -> bool:
    """Whether it is a news agency, of which "it" and "they" seldom speak."""
    party = scene.party(party_id)
    return party is not None and _NEWS.search(party.name) is not None
