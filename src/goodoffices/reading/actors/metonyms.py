"""When a name is a place, a tongue or a government: "in Moscow", "in Russian", "Moscow rejected"."""

import functools
import re

from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.names import Hit
from goodoffices.reading.actors.roles import either, roles


def is_place(cast: Cast, hit: Hit) -> bool:
    """Whether a name is a place here: always for places; a capital unless it speaks or holds a policy; a state that
    was ("the former Soviet Union").
    """
    content = cast.content
    if hit.sort == "place":
        return True
    if hit.sort == "name":
        former = content[max(0, hit.start - 7) : hit.start].lower() == "former "
        return former and not re.match(r" (?:president|prime|leader)", content[hit.end : hit.end + 12], re.IGNORECASE)
    return hit.sort == "capital" and not _government(cast, hit)


@functools.cache
def _placing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(roles().placing)}) (?:the )?$", re.IGNORECASE)


@functools.cache
def _with() -> re.Pattern[str]:
    """Before a capital that is a side: "between Cairo and", "talks with"."""
    pair = r"[Bb]etween |(?:[Bb]etween|[Bb]oth) \w+(?: \w+)? and "
    return re.compile(rf"(?:{pair}|\b(?:{either(roles().dealings)}) (?:with|against) )$")


def _government(cast: Cast, hit: Hit) -> bool:
    before, after = cast.content[max(0, hit.start - 40) : hit.start], cast.content[hit.end : hit.end + 60]
    if (by := re.search(r"\b([a-z]+) by $", before)) and _acts(by.group(1)):
        return True  # "a call rejected by Moscow"
    if _placing().search(before):
        return False
    if re.match(r" ?(?:,|\(|:|-) ?(?:\(?[A-Z]|\d)", after) and re.search(r"(?:^|\n|\. ?)$", before):
        return False  # a dateline
    if re.match(r"'s? \w", after):
        return any(word.lower() in roles().policy_words for word in re.findall(r"\w+", after)[1:3])
    joint = re.match(r" and ([A-Z]\w+(?: [A-Z]\w+)?)", after)
    if joint and hit.end + 5 in cast.starting:
        after = after[joint.end() :]
    verb = re.match(r" (?:also |now |still |then |has |had |would |will |again |[a-z]+ly )*([A-Za-z]+)", after)
    return bool(verb and _acts(verb.group(1))) or bool(_with().search(before))


def _acts(word: str) -> bool:
    verbs, lowered = roles().capital_verbs, word.lower()
    stems = {
        lowered,
        lowered.removesuffix("s"),
        lowered.removesuffix("es"),
        lowered.removesuffix("d"),
        lowered.removesuffix("ed"),
    }
    stems |= {re.sub(r"ie[sd]$", "y", lowered), re.sub(r"(\w)\1ed$", r"\1", lowered)}
    return bool(stems & verbs)


def is_tongue(content: str, hit: Hit) -> bool:
    """ "In French", "English-speaking", "Spanish-language": a tongue, not a state."""
    if hit.sort != "adjective":
        return False
    if re.match(r"[- ](?:language|speaking|speakers?)\b", content[hit.end : hit.end + 12]):
        return True
    return bool(
        re.search(r"\b(?:[Ii]n|into|from|speaks?|original:?) \[?$", content[max(0, hit.start - 12) : hit.start])
    ) and not re.match(r"[- ]\w", content[hit.end : hit.end + 2])
