"""What the words of a sentence are made into before they are parsed: forms that mislead the parser are mended.

What is put in has no offset (-1) and is left out of the tree; what is left out is no word of it.
"""

import re
from collections.abc import Sequence

_DATED = re.compile(  # a date at the start, and then a word in small letters or a name, no comma
    r"(?:On|By|In|Since|Until) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?|\d{4})"
    r"(?= (?!to\b|and\b|or\b|at\b|in\b|of\b|the\b|morning|evening|afternoon|night|through|until)[A-Za-z])"
)
_DATELINE = re.compile(  # "PORT SALL, 3 May (Agency) – ": no words of the sentence that it stands before
    r"[A-Z][A-Z'’. /-]*[A-Z](?:[,/] [A-Z][\w'’.-]*(?: [A-Z][\w.]*){0,2})?"
    r"(?:,? \d{1,2}(?: [A-Z][a-z]+\.?)?(?:,? \d{4})?)?(?: ?\([\w ./-]{2,30}\))? ?(?:--|[–—]| - ?) ?(?=[\"“‘A-Z])"
)
_PLACED = re.compile(  # "Port Sall, 3 May 2035 The Council …", "PORT SALL: Troops …": a dateline without its dash
    r"(?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+, \d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?[ :]+(?=[A-Z\"“])|"
    r"[A-Z]{4,}(?: [A-Z]{3,})?: (?=[A-Z\"“])"
)
_CREDIT = re.compile(  # whose picture it is, after a caption
    r"\((?:[^()]{0,60}\b)?(?:[Pp]hoto|AP|AFP|Reuters|REUTERS|EPA|Xinhua|[Ff]ile|handout)\b[^()]{0,60}\) ?(?=[A-Z\"“])"
)
_PLACE = re.compile(
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z][a-z]+|, \d{1,2} [A-Z][a-z]+(?: \d{4})?)? [–—-] (?=The [A-Z])"
)
_ADDRESS = re.compile(  # whom a speech addresses is not who does what it says
    r"(?:(?:Mr\.?|Madam|Mme) (?:Vice-)?(?:President|Chair(?:man|person|woman)?|Co-?Chair|Speaker|Secretary-General|"
    r"Moderator)|Excellencies|(?:Dear )?[Cc]olleagues|Ladies and [Gg]entlemen), (?=[A-Za-z])"
)
_JOINED = re.compile(r"\b[Cc]o(?=[-‑][Cc]hair)")  # parsed as three nouns, none of them the subject
_PLURAL = re.compile(  # a body in the plural, and its verb in a form that is also a noun
    r"(?:^[“\"]?(?:[Tt]he )?|[,;:“\"] ?(?:and )?[Tt]he )(?:[Mm]embers of the (?:[A-Z][a-z]+ ){1,4}|"
    r"(?:[A-Z]\w+ ){0,2}[Cc]o[Cc]hairs )"
    r"(?=(?:call (?:on|upon|for)|appeal (?:to|for)|express|hope|recall|request|demand|urge|note|support|welcome)\b)"
)
_SINGULAR = re.compile(r"^(?:The )?[A-Z][a-z]+ (?=(?:thanks (?:the|all|its|[A-Z])|appeals to )\b)")
_DAY_OF = re.compile(  # "said Friday, October 5 the army had …": after the day of the week, its date only misleads
    r"(?<=day), (?:\d{1,2} (?:{months})|(?:{months}) \d{1,2})(?:,? \d{4})?(?! ?[-–\d])".replace(
        "{months}",
        "January|February|March|April|May|June|July|August|September|October|November|December|"
        "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?",
    )
)
_HELD = re.compile(  # "the summit held Sunday in Port Sall urged …": the parser takes "held" for what it did
    r"\b(?:[Ss]ummit|[Mm]eeting|[Cc]onference|[Ss]ession|[Tt]alks|[Rr]ound|[Cc]ongress|[Gg]athering|[Cc]onsultations)\b"
    r"[^,.;:]{0,90}?(?P<held> (?:held|convened) [^,.;:]{2,70}?)(?= (?:called|urged|condemned|decided|adopted|agreed|"
    r"expressed|welcomed|reaffirmed|appealed|demanded|resolved|stressed|noted|approved|endorsed|recommended|rejected|"
    r"said|announced|ended|concluded|failed|produced|brought)\b)"
)
_THEY, _IT = "They ", "It "
_ALSO = "also "  # after it the parser sees a verb


def prepared(flat: str, offsets: Sequence[int], *, headed: bool = False) -> tuple[str, Sequence[int]]:
    """The words of a sentence as the parser is given them, and where each character stands in the stored text.

    headed: its subject stands above the list of which it is an item; a pronoun stands for it.
    """
    if headed:
        return _led(flat, offsets)
    flat, offsets = _paused(*_headless(flat, offsets))
    for date in reversed(list(_DAY_OF.finditer(flat)) if "day, " in flat else ()):
        flat, offsets = flat[: date.start()] + flat[date.end() :], [*offsets[: date.start()], *offsets[date.end() :]]
    for joined in reversed(list(_JOINED.finditer(flat)) if "hair" in flat else ()):
        at = joined.end()
        flat, offsets = flat[:at] + flat[at + 1 :], [*offsets[:at], *offsets[at + 1 :]]
    if (" held " in flat or " convened " in flat) and (held := _HELD.search(flat)) is not None:
        first, last = held.span("held")
        flat = f"{flat[:first]},{flat[first:last]},{flat[last:]}"
        offsets = [*offsets[:first], -1, *offsets[first:last], -1, *offsets[last:]]
    found = _PLURAL.search(flat) if "embers" in flat or "hairs" in flat else _SINGULAR.match(flat)
    if found is None:
        return flat, offsets
    at = found.end()
    return flat[:at] + _ALSO + flat[at:], [*offsets[:at], *[-1] * len(_ALSO), *offsets[at:]]


def _led(flat: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """An item with a pronoun for its subject and without its label: "It urges" for "b. URGES"."""
    label = _LABEL.match(flat)
    assert label is not None
    opening = _LEADING.match(flat, label.end())
    first = opening.group() if opening is not None else ""
    pronoun = _IT if re.search(r"[^s]s\b", first.lower()) and not label["to"] else _THEY
    led = pronoun + first.lower() + flat[label.end() + len(first) :]
    return led, [*[-1] * len(pronoun), *offsets[label.end() :]]


_LABEL = re.compile(r"(?:\(?[A-Za-z\d]{1,2}[.)]\s+)?(?P<to>To\s)?")
_LEADING = re.compile(r"(?:[A-Z]{2,}\b\s*)+|[A-Z][a-z]*\b(?:\s[a-z]+s\b)?")


def _headless(flat: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Without the dateline or the address before its first word: the parser takes them for who speaks."""
    found = _DATELINE.match(flat) or _ADDRESS.match(flat) or _PLACED.match(flat) or _PLACE.match(flat)
    if found is None and flat[:1] == "(":
        found = _CREDIT.match(flat)
    return (flat[found.end() :], offsets[found.end() :]) if found else (flat, offsets)


def _paused(flat: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """With a comma after a date that opens the sentence: without one "On 4 July troops crossed" has July troops."""
    found = _DATED.match(flat)
    if found is None:
        return flat, offsets
    at = found.end()
    return flat[:at] + "," + flat[at:], [*offsets[:at], -1, *offsets[at:]]
