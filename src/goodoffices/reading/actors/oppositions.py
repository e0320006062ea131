"""The opposition in a state: a party of its own, whose word is not the state's."""

import re

from goodoffices.reading.actors.cast import Cast
from goodoffices.vocabulary.text import Span

_NOUN = re.compile(  # not what the noun only describes: "opposition leaders", "opposition to the plan"
    r"(?:(?:armed|political|united|main|democratic|civilian|parliamentary|islamic|islamist) )*(?P<head>[Oo]pposition)"
    r"(?! (?:to|from|of|by|against|leader|figure|fighter|part(?:y|ies)|group|force|member|politician|candidate|"
    r"movement|activist|coalition|lawmaker|bloc|alliance|spokes|newspaper|supporter|protest|rally|rebel|troop|commander|chief|"
    r"negotiator|delegat|representative|side|media|stronghold|area|official|deput)|-|\w)"
)
_OWNED = re.compile(r"(?:['’]s?)? $")
_BARE = re.compile(r"\b[Tt]he $")


def oppositions(cast: Cast, sentence: Span, told: dict[str, str]) -> None:
    """ "Utopia's opposition", "the armed Utopian opposition", then "the opposition". told: the last one, kept from
    sentence to sentence.
    """
    content = cast.content
    if content.find("pposition", *sentence) < 0:
        return
    for found in _NOUN.finditer(content, *sentence):
        start, end = found.start(), found.end("head")
        if cast.covered(start, end):
            continue
        owner = cast.hit_before(start)
        if owner is not None and owner.sort != "place" and _OWNED.fullmatch(content[owner.end : start]):
            told["opposition"] = cast.mint(
                "movement", f"opposition of {cast.name(owner.party)}", prefix="org", key=f"opposition-of-{owner.party}"
            )
            cast.mention(owner.start, end, told["opposition"])
        elif _BARE.search(content, sentence[0], start) and (told or _recurs(content)):
            told.setdefault("opposition", cast.mint("movement", "opposition", prefix="org"))
            cast.mention(start, end, told["opposition"])


def _recurs(content: str) -> bool:
    """Whether a text that never says whose opposition it is keeps speaking of it."""
    return len(re.findall(r"\b[Tt]he (?:\w+ )?opposition\b(?! (?:to|of) )", content)) > 1
