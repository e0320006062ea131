"""Whose "I" and "we" a speech, a letter, a mediator's remarks are."""

import re

from goodoffices.reading.scene import Scene
from goodoffices.reading.voices.issuers import presenting

_FIRST = re.compile(r"(?<![\w’'])(?:I|\|(?= [a-z])|[Ww]e|[Mm]y|[Oo]ur|us)(?![\w])")
_SINGULAR = re.compile(r"(?<![\w’'.])(?:I|[Mm]y)(?![\w.])")
_QUOTED = re.compile(r"[“\"][^”\"]{1,1500}[”\"]")
_SHARE = 0.008  # of the words: speeches have 2 to 5 %, news and resolutions next to none outside quotation marks
_SALUTATION = re.compile(
    r"^[ \t]*(?:Mr\.?|Madam|Mrs\.?|Ms\.?|Your|Excellenc|Distinguished|Honou?r|Ladies|Dear|President,|"
    r"Good (?:morning|evening|day|after))",
    re.MULTILINE,
)
_OPENING = 400  # characters of the text in which its speaker is named


def voice(scene: Scene) -> str:
    """The party id of who says "I" and "we", "" where the text is no speech or does not name its speaker."""
    said = " ".join(scene.content[a:b] for a, b in scene.text.main)
    spoken = _QUOTED.sub(" ", said)
    if len(_FIRST.findall(spoken)) < max(2, _SHARE * len(spoken.split())):
        return ""
    start = scene.text.main[0][0] if scene.text.main else 0
    greeting = _SALUTATION.search(scene.content, start, start + 2 * _OPENING)
    limit = greeting.start() if greeting else start + _OPENING  # whom a speech greets is not who gives it
    early = [a.party for a in scene.actors if a.quote.start < limit]
    named = {kind: [p for p in early if scene.kind(p) in kinds] for kind, kinds in _PREFERRED.items()}
    titled = [p.id for p in scene.parties if scene.text.author and p.name.casefold() == scene.text.author.casefold()]
    issued = [scene.issuer] if scene.issuer else []
    if _SINGULAR.search(spoken):  # a person speaks, for whomever: no body says "I"
        people = [p for p in issued if scene.kind(p) in ("person", "office")]
        headed = [p for p in named["state"] if p in scene.parties_in(scene.sentences[0].span)]
        choices: tuple[list[str], ...] = (
            titled,
            people,
            [presenting(scene)],
            named["person"],
            issued,
            named["office"],
            headed,
        )
    else:
        choices = (titled, issued, *named.values())
    return next((found[0] for found in choices if found and found[0]), "")


_PREFERRED = {
    "person": ("person",),
    "office": ("office", "ministry"),
    "body": ("body", "informal_group", "organ"),
    "state": ("state", "territory", "intergovernmental"),
}
