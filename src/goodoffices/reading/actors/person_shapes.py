"""The forms of words in which a text shows a name to be a person's."""

import functools
import re

from goodoffices.reading.actors.roles import NAME, TWO_NAMES, either, roles

INITIAL = re.compile(r"(?:[A-ZÀ-Þ]\.-?){1,3}")
PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "da", "dos", "du", "ben", "abu"}
)
QUALIFIED = frozenset(
    {"special", "personal", "peace", "chief", "senior", "top", "lead", "joint"}
)  # of one who is told again without it
LISTED = re.compile(rf" ({NAME.pattern}(?:, {NAME.pattern})*,? and {NAME.pattern})(?![\w-])")


@functools.cache
def entitled() -> re.Pattern[str]:
    """What somebody is, after his name: "Ivo Tarn, leader of the northern wing", "Ivo Tarn, the then acting mayor"."""
    known = either((*roles().titles, *roles().offices))
    between = r"(?:(?!(?:under|led|with|by|and|where|as|when|while|but|to|in|on|of|from|for)\b)[\w’'-]+ ){0,4}?"
    return re.compile(
        rf", (?:(?:the|an?|its|his|her|their|who (?:is|was)) )?{between}(?:{known})\b(?! (?-i:[A-Z]))", re.IGNORECASE
    )


@functools.cache
def headed() -> re.Pattern[str]:
    """The last word of an organisation's name, after what looked like a person's."""
    return re.compile(rf" (?:{either(word for words in roles().heads.values() for word in words)})\b")


@functools.cache
def described() -> re.Pattern[str]:
    said = either(roles().telling)
    return re.compile(
        rf"(?:^|(?<=[\s\"”“])) *(?P<name>{TWO_NAMES.pattern}), "
        rf"(?:(?P<what>[^.;:\"”“]{{3,90}}?), )?(?:has |had )?(?:{said})\b"
    )


@functools.cache
def title_word() -> re.Pattern[str]:
    """A word for what somebody is, in small letters or as it stands in a title."""
    return re.compile(rf"\b(?:{either((*roles().titles, *roles().offices))})\b", re.IGNORECASE)


@functools.cache
def speaks() -> re.Pattern[str]:
    """A verb of saying after "the spokesman, Otto Ash,"."""
    return re.compile(rf" (?:has |had )?(?:{either(roles().telling)})\b")


@functools.cache
def alone() -> re.Pattern[str]:
    """A capitalised word before a verb of saying, with neither article nor another name before it: what stands before
    is looked at behind the capital, for which alone the search is quick.
    """
    return re.compile(
        r"([A-ZÀ-Þ](?<=[ \n].)(?<![A-Z]\w .)(?<![Tt]he .)[a-zß-ÿ]{2,}) "
        rf"(?:also |again |then |later |further )?(?:{either(roles().telling)})\b"
    )


@functools.cache
def barred() -> re.Pattern[str]:
    return re.compile(rf"(?:{either({*roles().not_person, *roles().no_start})})\b")


@functools.cache
def titles() -> frozenset[str]:
    return frozenset(role.split()[0] for role in (*roles().titles, *roles().offices))
