"""Which texts set duties themselves, and by which modals: an agreement by "shall", a road map by "will"."""

import re

from goodoffices.reading.scene import Scene

_AGREEMENT = re.compile(
    r"\b(?:agreement|protocol|accords?|treaty|memorandum|covenant|convention|pact)\b", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:agreement|protocol|accords?|treaty|memorandum|covenant|pact|road\s?map|framework|plan|timetable|calendar|"
    r"understandings?|joint (?:declaration|statement|communiqu\S)|terms|principles|arrangements?|modalities|"
    r"cease-?fire|truce|cessation of hostilities|undertakings|commitments|undertake)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:reports?|briefing|update|analysis|explained|explainer|questions|lessons|assessment|review|summary|opinion|"
    r"what|why|how|when|who|says?|said|[a-z]+ed)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(  # a numbered, lettered or marked line with "will" in it
    r"^[ \t]*(?:(?:Article|Section|Paragraph|Phase|Step)\s+[\dIVXLC]+|\d+(?:\.\d+)*[.):]?|\(?[a-zA-Z]{1,3}[.)]|"
    r"[•·▪–—*-])[ \t:.]+[^\n]{0,400}?\bwill\b",
    re.MULTILINE,
)
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
    if _by_will(scene):
        return SHALL_AND_WILL
    return SHALL if _by_shall(scene) else frozenset()


def _by_shall(scene: Scene) -> bool:
    opening = f"{scene.text.title} {_opening(scene)}"
    if scene.shalls >= 2 and _AGREEMENT.search(opening):
        return True
    length = sum(scene.content[a:b].count(" ") for a, b in scene.text.main)
    return scene.shalls >= max(3, 0.006 * length)


def _by_will(scene: Scene) -> bool:
    """Headed as an agreement or plan, and set out in items or after the formula of agreeing."""
    content = scene.content
    if not any(" will " in content[a:b] for a, b in scene.text.main):
        return False
    start = scene.text.main[0][0]
    head = scene.text.title or content[start : start + 120].strip().split("\n", 1)[0]
    if not _PLANNED.search(head) or _ABOUT.search(head):
        return False
    items = sum(1 for a, b in scene.text.main for _ in _ITEM.finditer(content, a, b))
    return items >= _FEW or any(_FORMULA.search(content, a, b) for a, b in scene.text.main)


def _opening(scene: Scene) -> str:
    start = scene.text.main[0][0] if scene.text.main else 0
    return scene.content[start : start + 400]
