"""One walk through the workbench, from two documents to a brief in the reader's hands."""

import datetime as dt
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from goodoffices import Case

from .serving import Visit
from .test_saving import READ, WORDS, saved

SEEDS = Path(__file__).parents[3] / "shared" / "cases" / "seeds"


@pytest.mark.skipif(not SEEDS.exists(), reason="third-party texts are not here (../shared)")
def test_from_two_documents_by_keyboard_to_a_pack_and_a_brief_in_every_form(
    empty: Case, tmp_path: Path, visit: Visit
) -> None:
    visitor = visit(empty)
    page = visitor.go("/documents")
    page.locator("input[type=file]").set_input_files(sorted(SEEDS.glob("*.txt")))
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".outcome li")).to_have_count(2)
    page = visitor.go("/documents")
    expect(page.locator("tbody tr .n a")).to_have_count(2, timeout=180_000)

    # Two dozen verdicts by keyboard alone; the rest are accepted at once, as the walk is no review.
    page = visitor.go("/review")
    waiting = empty.at().count(states={"proposed"})
    for key in "a" * 20 + "r" * 3 + "u":
        page.keyboard.press(key)
    expect(page.locator("[data-waiting]")).to_have_text(str(waiting - 22))
    empty.review(accept=[r.claim.id for r in empty.at().claims(states={"proposed"})], by="test")

    # Moving the two dates is announced and stays in the address; before anything was public there is nothing.
    page = visitor.go("/claims?as_of=2010-10-15")
    assert page.locator(".rows > li").count() > 5
    page.get_by_label("Published by").fill("1990-01-01")
    page.get_by_label("Published by").dispatch_event("change")
    expect(page.locator("#said")).to_contain_text("published by 1 January 1990")
    expect(page.locator(".rows > li")).to_have_count(0)
    page.get_by_label("As of").fill("2010-09-10")
    page.get_by_label("As of").dispatch_event("change")
    expect(page.locator("#said")).to_contain_text("as of 10 September 2010")

    # A wording is found where it stands.
    sought = next(r for r in empty.at().claims("provision") if r.claim.quotes).claim.quotes[0]
    page = visitor.go("/wording?as_of=2011-01-01")
    page.locator("textarea[name=draft]").fill(sought.exact)
    page.get_by_role("button", name="Where was it used?").click()
    expect(page.locator(".uses > li .kind").first).to_contain_text("100 %")

    # Two notes that contradict each other on one matter, and a ruling.
    first, second = contradicted(empty, tmp_path)
    conflict = next(c for c in empty.contradictions() if c.is_open)
    page = visitor.go(f"/conflict?id={quote(conflict.id)}")
    page.locator(f"input[name=follows][value='{first}']").check()
    page.locator("[name=reason]").fill("The minutes name the place.")
    page.locator("main form button").first.click()
    expect(page.locator(".reason")).to_contain_text("The minutes name the place.")
    assert second in {side.row.claim for side in conflict.sides}

    # The pack and the brief, saved in every form and opened.
    party = empty.parties_at_hand(empty.at(as_of=dt.date(2011, 1, 1)))[0]
    for path in (f"/meeting?party={party.party}", "/briefs?"):
        for form, name in WORDS.items():
            page = visitor.go(f"{path}&as_of=2011-01-01")
            assert "1 January 2011" in READ[form](saved(page, name, tmp_path))


NOTES = {
    "minutes": "The Lakes Conference met in Vell on 3 May 2009.",
    "letter": "The Lakes Conference met in Torun on 3 May 2009.",
}


def contradicted(case: Case, folder: Path) -> tuple[str, str]:
    """Two fictional notes of one meeting in different places; the ids of their claims."""
    items = []
    for name, words in NOTES.items():
        (folder / f"{name}.txt").write_text(f"{name.capitalize()}\n\n5 May 2009\n\n{words}\n", encoding="utf-8")
        place = words.split(" in ")[1].split()[0]
        items.append(
            f"- id: {name}\n  document: {name}.txt\n  quote: {words}\n  valid: 2009-05-03\n"
            f"  content: {{kind: meeting, body: lakes, place: {place}}}\n"
        )
    case.add([folder / f"{name}.txt" for name in NOTES], by="test")
    claims = folder / "claims.yaml"
    claims.write_text(
        "version: 1\nclaims:\n" + "".join(items) + "same_matter:\n- [minutes, letter]\n", encoding="utf-8"
    )
    assert not case.enter(claims, by="test").refused
    return "minutes", "letter"
