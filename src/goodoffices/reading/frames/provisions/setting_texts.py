"""Which texts set duties themselves, and by which modals: an agreement by "shall", a road map by "will"."""

import re

from goodoffices.reading.scene import Scene

_AGREEMENT = re.compile(
    r"\b(?:agreement|protocol|accords?|treaty|memorandum|MoU|covenant|convention|pact)\b", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:agreements?|protocol|accords?|treaty|memorandum|MoU|covenant|pact|road\s?map|framework|plan|timetable|calendar|"
    r"understandings?|joint declaration|terms|principles|arrangements?|modalities|measures|"
    r"cease-?fire|truce|cessation of hostilities|undertakings|commitments|undertake)\b",
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
_FORMULA = re.compile(
    r"\b(?:have|has|hereby|do)\s+(?:hereby\s+)?agree(?:d)?\s+(?:as\s+follows|(?:up)?on\s+the\s+following|to\s+the\s+"
    r"following|the\s+following|that\b)",
    re.IGNORECASE,
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
    if not _headed(scene) or _REPORT.search(_head(scene)):
        return False
    return sum(1 for a, b in scene.text.main for _ in _LINE.finditer(scene.content, a, b)) >= _FEW


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
    """The title, else the first line."""
    return scene.text.title or _opening(scene)[:120].strip().split("\n", 1)[0]


def _by_will(scene: Scene) -> bool:
    """Headed as an agreement or plan, and set out in items or after the formula of agreeing."""
    content = scene.content
    if not any(" will " in content[a:b] for a, b in scene.text.main) or not _headed(scene):
        return False
    items = sum(1 for a, b in scene.text.main for _ in _ITEM.finditer(content, a, b))
    return items >= _FEW or any(_FORMULA.search(content, a, b) for a, b in scene.text.main)


def _opening(scene: Scene) -> str:
    start = scene.text.main[0][0] if scene.text.main else 0
    return scene.content[start : start + 400]
