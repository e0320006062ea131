"""Every number of the pages that compare opens its evidence or its assumption, in a real browser."""

import pytest

from goodoffices import Case

from .serving import Visit, Visitor

# An option of a scenario ("40 percent") is a name.
UNLINKED = """() => {
  const found = [];
  const cells = document.querySelectorAll('main td:not(.option), main tbody th, main ul:not([id]) li');
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (/[0-9]/.test(node.data) && !node.parentElement.closest('a')) found.push(node.data.trim());
    } else node.childNodes.forEach(walk);
  };
  cells.forEach(walk);
  return found;
}"""
DRAWN = """() => {
  const bare = [...document.querySelectorAll('figure svg text')].filter(
    t => /[0-9]/.test(t.textContent) && !t.closest('a') && !t.matches('[text-anchor=middle]'));
  return bare.map(t => t.textContent).filter(t => !t.startsWith('Seats, rules and stakeholders as the file'));
}"""
# The numbers drawn in pictures, but for those of an axis and for the note that says whose assumption it all is.
DRAWN_HREFS = "() => [...document.querySelectorAll('figure svg a')].map(a => a.getAttribute('href'))"
HREFS = "() => [...document.querySelectorAll('main td a, main th a')].map(a => a.getAttribute('href'))"


def opens(visitor: Visitor, href: str) -> None:
    """Whether what a link names is there and can be seen."""
    page = visitor.page
    if href.startswith("#"):
        page.evaluate("h => { location.hash = h; }", href)
        target = page.locator(f'[id="{href[1:]}"]')
        target.wait_for(state="visible", timeout=3000)
        typed = target.evaluate("one => one.value ?? one.innerText")
        assert typed.strip()
    else:
        answer = page.request.get(f"{visitor.served.address}{href}")
        assert answer.status == 200


def test_every_number_of_the_comparison_opens_its_evidence_or_its_assumption(sample: Case, visit: Visit) -> None:
    visitor = visit(sample)
    visitor.go("/formats?as_of=2025-11-25&proposals=1")
    page = visitor.page
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate(UNLINKED) == []
    hrefs = sorted(set(page.evaluate(HREFS)))
    assert len(hrefs) > 10
    assert page.evaluate(DRAWN) == []
    drawn = set(page.evaluate(DRAWN_HREFS))
    assert {href for href in hrefs if href.startswith("#present-")} < drawn
    assert all(f"#{href[9:]}" in drawn for href in hrefs if href.startswith("#present-"))
    hrefs = sorted({*hrefs, *drawn})
    for href in hrefs:
        opens(visitor, href)
    page.locator('a[href="#met-quartet"]:visible').first.click()
    first = page.locator("#met-quartet a").first
    meetings = int(page.locator('a[href="#met-quartet"]:visible').first.inner_text())
    assert page.locator("#met-quartet li").count() == meetings > 20
    first.click()
    assert "/matter?id=" in page.url


@pytest.mark.parametrize(
    "path", ["/division", "/stability", "/stability?package=nash", "/forecast", "/formats?teaching=1"]
)
def test_every_number_of_an_outcome_opens_what_it_follows_from(empty: Case, visit: Visit, path: str) -> None:
    visitor = visit(empty)
    visitor.go(f"{path}{'&' if '?' in path else '?'}as_of=2025-11-25")
    assert visitor.page.locator("figure td").count()
    visitor.page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
    if path == "/forecast":  # what was forecast, by whom and when, are words and days of the record itself
        visitor.page.evaluate("() => document.querySelectorAll('#forecasts').forEach(one => one.tBodies[0].remove())")
    assert visitor.page.evaluate(UNLINKED) == []
    hrefs = sorted(set(visitor.page.evaluate(HREFS)))
    assert hrefs
    visitor.page.evaluate("() => { window.asked = 'once'; }")
    for href in hrefs:
        opens(visitor, href)
    assert visitor.page.evaluate("() => window.asked") == "once"  # a place on the page is no reason to ask anew
