"""What every page keeps to: AA in light and in dark, no sideways scrolling at any width, in both directions.

One visit of each page serves all: the scheme and the width change under a page that is open, as they do for its reader.
"""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

from goodoffices import Case

from .screenshots import pages
from .serving import FERRY, READOUT, Visit

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
SCHEMES = ("light", "dark")


def a_walk(sample: Case, folder: Path) -> dict[str, str]:
    path = folder / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    sample.add([path], by="test")
    sample.read([sample.add_readout(READOUT, by="test").id, "ferry.txt"], by="test")
    return pages(sample)


def test_axe_finds_nothing_at_aa_and_no_width_needs_sideways_scrolling(
    sample: Case, tmp_path: Path, visit: Visit
) -> None:
    visitor = visit(sample)
    found: dict[str, object] = {}
    # axe is put into the page by the driver, which the policy of the pages would rightly refuse: a page apart.
    for name, path in {**a_walk(sample, tmp_path), "api": "/api/v1/docs?"}.items():
        page = visitor.go(f"{path}&as_of=2010-10-15")
        assert page.locator("html").get_attribute("dir") in ("ltr", None), name
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            results = Axe().run(page, options=RULES)
            if results.violations_count:
                violations = results.response["violations"]
                found[f"{name}, {scheme}"] = [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in violations]
        for width in (400, 320) if name != "api" else ():
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
        page.set_viewport_size({"width": 1280, "height": 900})
    visitor.complaints = [c for c in visitor.complaints if "404 (Not Found)" not in c]
    assert found == {}


def test_from_right_to_left_no_width_needs_sideways_scrolling(sample: Case, tmp_path: Path, visit: Visit) -> None:
    visitor = visit(sample, locale="ar")
    for name, path in a_walk(sample, tmp_path).items():
        page = visitor.go(f"{path}&as_of=2010-10-15")
        assert page.locator("html").get_attribute("dir") == "rtl"
        for width in (1280, 400):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
    visitor.complaints = [c for c in visitor.complaints if "404 (Not Found)" not in c]
