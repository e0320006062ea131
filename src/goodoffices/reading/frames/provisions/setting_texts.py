"""Which texts set duties themselves, and by which modals: an agreement by "shall", a road map by "will"."""

import re

from goodoffices.reading.scene import Scene

_AGREEMENT = re.compile(
    r"\b(?:agreement|protocol|accords?|treaty|memorandum|MoU|covenant|convention|pact)\b", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:agreements?|protocol|accords?|treaty|memorandum|MoU|covenant|pact|road\s?map|framework|plan|timetable|"
    r"calendar|understandings?|joint declaration|terms|principles|arrangements?|modalities|measures|"
    r"cease-?fire|truce|cessation of hostilities|undertakings|commitments|undertake|charter|compact|concordat|"
    r"settlement|declaration of (?:principles|intent|peace|commitment)|joint commitments?|act(?=\s*(?:\(|$)))\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:reports?|briefing|update|analysis|explained|explainer|questions|lessons|assessment|review|summary|opinion|"
    r"what|why|how|when|where|who|says?|said|(?!agreed|united|armed|displaced|proposed)[a-z]+ed)\b",
    re.IGNORECASE,
)
_MARK = r"(?:(?:Article|Section|Paragraph|Phase|Step)\s+[\dIVXLC]+|\d+(?:\.\d+)*[.):]?|\(?[a-zA-Z]{1,3}[.)]|[•·▪–—*-])"
_LINE = re.compile(rf"^[ \t]*{_MARK}[ \t:.]+(?=\S)", re.MULTILINE)
_ITEM = re.compile(rf"{_LINE.pattern}[^\n]{{0,400}}?\bwill\b", re.MULTILINE)  # with "will" in it
_SOLEMNLY = r"(?:(?:hereby|jointly|mutually|therefore|also|solemnly|unanimously)\s+){0,2}"
_FORMULA = re.compile(
    rf"\b(?:have|has|hereby|do)\s+{_SOLEMNLY}(?:(?:agreed?|decided?|resolved?|undertaken?)\s+(?:as\s+follows|"
    r"(?:up)?on\s+the\s+following|to\s+the\s+following|the\s+following)|agreed?\s+that\b)|"
    rf"\bhereby\s+{_SOLEMNLY}(?:declare|agree|undertake|commit|resolve|decide|pledge|affirm|proclaim)\b",
    re.IGNORECASE,
)
# "Following are details of the agreement, from a document seen by reporters:", above the items themselves
_TEXT_OF = re.compile(
    r"\b(?:following|below|here)\s+(?:is|are)\s+(?:[\w-]+\s+){0,3}?(?:text|details|points|terms|provisions|excerpts|"
    r"extracts|elements|summary|translation|highlights)\b[^.:\n]{0,160}:\s*$|"
    r"\b(?:text|terms|main\s+points|key\s+points|provisions|main\s+elements|main\s+terms|key\s+terms)\s+of\s+the\s+"
    r"(?:[\w-]+\s+){0,4}?(?:agreement|deal|accords?|truce|cease-?fire|plan|memorandum|protocol|pact|treaty|road\s?map|document)"
    r"\b[^.:\n]{0,120}:\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_FEW = 3  # items: fewer may be a list that only tells of plans
SHALL = frozenset({"shall"})
SHALL_AND_WILL = frozenset({"shall", "will"})


def duty_modals(scene: Scene) -> frozenset[str]:
    """The modals by which the document itself sets duties; none for a report that only quotes an agreement."""
    if _by_will(scene) or is_itemised(scene):
        return SHALL_AND_WILL
    return SHALL if _by_shall(scene) else frozenset()


def _by_shall(scene: Scene) -> bool:
    """Much "shall", or less of it under a heading that names an agreement; a report only quotes one here and there."""
    if scene.shalls < 2:
        return False
    length = sum(scene.content[a:b].count(" ") for a, b in scene.text.main)
    opening = f"{scene.text.title} {_opening(scene)}"
    if scene.shalls >= _SOME * length and _AGREEMENT.search(opening) and not _REPORT.search(_head(scene)):
        return True
    return scene.shalls >= max(3, _MUCH * length)


_SOME, _MUCH = 0.002, 0.006  # of the words
_REPORT = re.compile(r"\breport(?:ing)?\b", re.IGNORECASE)


def is_itemised(scene: Scene) -> bool:
    """Whether the document is headed as an agreement or plan and set out in items, be they sentences or not."""
    if any(_items(scene, found.end(), b) >= _FEW for a, b in scene.text.main if (found := _text_of(scene, a, b))):
        return True
    if not _headed(scene) or _REPORT.search(_head(scene)):
        return False
    return sum(_items(scene, a, b) for a, b in scene.text.main) >= _FEW


def _items(scene: Scene, start: int, end: int) -> int:
    return sum(1 for _ in _LINE.finditer(scene.content, start, end))


def _text_of(scene: Scene, start: int, end: int) -> re.Match[str] | None:
    """Where the words end that say that the text of an agreement follows."""
    return _TEXT_OF.search(scene.content, start, end)


def begins_item(content: str, start: int) -> bool:
    """Whether the words that begin at `start` stand after the mark of an item."""
    line = content.rfind("\n", 0, start) + 1
    return _MARKED.fullmatch(content, line, start) is not None


_MARKED = re.compile(rf"\s*(?:{_MARK}[ \t:.]*){{1,2}}")


def _headed(scene: Scene) -> bool:
    if not scene.text.main:
        return False
    head = _head(scene)
    return _PLANNED.search(head) is not None and _ABOUT.search(head) is None


def _head(scene: Scene) -> str:
    """The title, else the first line; with the next after a bare "Annex 2"."""
    title = scene.text.title.strip()
    if title and not _ANNEX.fullmatch(title):
        return title
    lines = [line.strip() for line in _opening(scene)[:240].split("\n") if line.strip()]
    return " ".join(lines[: 2 if lines and _ANNEX.fullmatch(lines[0]) else 1])[:120]


_ANNEX = re.compile(r"(?:Annex|Appendix|Chapter|Part|Attachment|Section)\s+[\w.-]{1,6}:?", re.IGNORECASE)


def _by_will(scene: Scene) -> bool:
    """Headed as an agreement or plan, and set out in items or after the formula of agreeing."""
    content = scene.content
    if not any(" will " in content[a:b] for a, b in scene.text.main) or not _headed(scene):
        return False
    items = sum(1 for a, b in scene.text.main for _ in _ITEM.finditer(content, a, b))
    if items >= _FEW or any(_FORMULA.search(content, a, b) for a, b in scene.text.main):
        return True
    duties = sum(1 for a, b in scene.text.main for _ in _DUTY.finditer(content, a, b))
    sentences = sum(1 for s in scene.sentences if scene.content[s.span[1] - 1] in ".;")
    return (
        duties >= _FEW + 1
        and 2 * duties >= sentences
        and not any(_SAID.search(content, a, b) for a, b in scene.text.main)
    )


_DUTY = re.compile(r"\b(?:will|shall|(?:is|are) to)\b(?! be held\b)")
_SAID = re.compile(r"\b(?:said|told|according to|reported|Reuters|AFP)\b")  # a report of a deal, headed like one


def _opening(scene: Scene) -> str:
    start = scene.text.main[0][0] if scene.text.main else 0
    return scene.content[start : start + 400]
