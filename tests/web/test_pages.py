"""Every page answers, in every case; forms do what they say; errors are on the page."""

import re
from urllib.parse import quote

import pytest

from goodoffices import Case
from goodoffices.web.navigation import PAGES
from goodoffices.web.pages.settings import KNOWN

from .conftest import ROOT, Client, entered, sent
from .serving import FERRY

WEIGHT = 150_000  # bytes of a page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_a_page_of_the_sample_and_of_an_empty_case_answers_within_its_weight(
    sample: Case, empty: Case, page: object
) -> None:
    path = getattr(page, "path", "")
    for case in (sample, empty):
        answer = entered(case).get(path)
        assert answer.status_code == 200, answer.text
        assert len(answer.content) < WEIGHT
        assert "as_of=" in str(answer.url)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_a_page_of_an_empty_case_teaches_what_to_do(empty: Case, page: object) -> None:
    text = entered(empty).get(getattr(page, "path", "")).text
    assert 'class="empty"' in text or 'class="hint"' in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_every_page_is_in_the_docs(page: object) -> None:
    assert f"| {getattr(page, 'title', '')} |" in (ROOT / "docs" / "workbench.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", KNOWN)
def test_every_setting_is_in_the_docs(setting: str) -> None:
    assert f"`{setting}`" in (ROOT / "docs" / "workbench.md").read_text(encoding="utf-8").split("## Settings")[1]


def test_no_link_of_any_page_leads_nowhere(sample: Case) -> None:
    client = entered(sample)
    seen: set[str] = set()
    waiting = [page.path for page in PAGES]
    followed: dict[str, int] = {}
    while waiting:
        address = waiting.pop()
        shape = re.sub(r"=[^&#]*", "=", address)
        if address in seen or followed.get(shape, 0) >= 3:  # three of a kind
            continue
        seen.add(address)
        followed[shape] = followed.get(shape, 0) + 1
        answer = client.get(address)
        assert answer.status_code == 200, address
        if "text/html" in answer.headers["content-type"] and not address.startswith("/brief?"):
            links = re.findall(r'href="(/[^"]*)"', answer.text)
            waiting += [link.replace("&amp;", "&") for link in links if "/static/" not in link]
    assert len(seen) > 60


def test_the_dates_stay_in_every_address_of_a_page(sample: Case) -> None:
    glass = "as_of=2010-10-15&published_by=2010-10-15&as_known=300"
    text = entered(sample).get(f"/commitments?{glass}").text
    links = [link for link in re.findall(r'href="(/[^"]*)"', text) if "/static/" not in link]
    assert links
    assert all("as_of=2010-10-15&amp;published_by=2010-10-15&amp;as_known=300" in link for link in links)


def test_what_was_published_later_is_not_shown(sample: Case) -> None:
    client = entered(sample)
    address = "/matter?id=fortnightly-meetings&as_of=2010-10-15"
    then, later = (client.get(f"{address}&published_by={day}").text for day in ("2010-10-15", "2010-11-30"))
    assert "Suspended: breaking off of talks on 26 September 2010." not in then
    assert "Suspended: breaking off of talks on 26 September 2010." in later


def test_a_ruling_without_a_reason_comes_back_with_the_form_and_one_with_a_reason_stands(sample: Case) -> None:
    client = entered(sample)
    conflict = next(c for c in sample.contradictions() if c.is_open)
    path = f"/conflict?id={quote(conflict.id)}"
    refused = sent(client, path, follows=conflict.sides[0].row.claim, reason=" ")
    assert refused.status_code == 400  # type: ignore[attr-defined]
    assert "A ruling gives its reason in words" in refused.text  # type: ignore[attr-defined]
    sent(client, path, follows=conflict.sides[0].row.claim, reason="The minutes say so.")
    ruled = next(c for c in sample.contradictions() if c.id == conflict.id)
    assert (ruled.is_open, ruled.reason, ruled.ruled_by) == (False, "The minutes say so.", "test")
    sent(client, path, undo="1")
    assert next(c for c in sample.contradictions() if c.id == conflict.id).is_open


def test_a_claim_is_put_right_in_a_form_and_a_bad_date_comes_back_with_what_was_typed(note: Case) -> None:
    client = entered(note)
    term = note.at().claims("term")[0]
    path, seq = f"/amend?id={quote(term.claim.id)}", str(term.seq)
    refused = sent(client, path, seq=seq, until="in autumn", name="Truce of the ferry")
    assert refused.status_code == 400  # type: ignore[attr-defined]
    assert 'value="in autumn"' in refused.text  # type: ignore[attr-defined]
    assert 'value="Truce of the ferry"' in refused.text  # type: ignore[attr-defined]
    sent(client, path, seq=seq, until="2030-09-01", name="Truce of the ferry")
    held = note.at().claim(term.claim.id)
    assert held.state == "amended"
    assert (str(held.claim.attribute("until")), held.claim.attribute("name")) == ("2030-09-01", "Truce of the ferry")
    stale = sent(client, path, seq=seq, name="Another")
    assert stale.status_code == 409  # type: ignore[attr-defined]


def test_verdicts_are_entered_by_forms_without_a_script(note: Case) -> None:
    client = entered(note)
    first, second, *_ = note.at().claims(states={"proposed"})
    sent(client, "/review", claim=first.claim.id, verdict="accept")
    sent(client, "/review", claim=second.claim.id, verdict="reject")
    assert [note.at().claim(c.claim.id).state for c in (first, second)] == ["accepted", "rejected"]
    assert {e.by for e in note.at().entries(first.claim.id)} == {"test"}
    sent(client, "/review", claim=first.claim.id, verdict="undo")
    assert note.at().claim(first.claim.id).state == "proposed"


def test_a_way_back_leads_nowhere_else(note: Case) -> None:
    claim = note.at().claims(states={"proposed"})[0].claim.id
    answer = sent(entered(note), "/review", claim=claim, verdict="accept", back="//elsewhere.example/")
    assert answer.headers["location"].startswith("/review?")  # type: ignore[attr-defined]


def test_files_and_pasted_words_are_added_each_on_its_own(empty: Case) -> None:
    client = entered(empty)
    files = [("files", ("ferry.txt", FERRY.encode())), ("files", ("none.txt", b""))]
    answer = posted(client, files, title="A note", text="The lake froze on 5 January 2031.")
    assert answer.status_code == 200  # type: ignore[attr-defined]
    assert {d.name for d in empty.at().documents()} == {"ferry.txt", "A note.txt"}
    assert "none.txt" in answer.text  # type: ignore[attr-defined]
    assert "<dt>Remedy</dt>" in answer.text  # type: ignore[attr-defined]


def test_adding_nothing_is_said_with_its_remedy(empty: Case) -> None:
    answer = posted(entered(empty), [("files", ("", b""))])
    assert answer.status_code == 400  # type: ignore[attr-defined]
    assert "Choose or paste first." in answer.text  # type: ignore[attr-defined]


def test_an_original_is_saved_and_never_shown(empty: Case) -> None:
    client = entered(empty)
    posted(client, [("files", ("<b>.html", b"<html><body><p>The ferry sailed on 3 May 2030.</p></body></html>"))])
    (document,) = empty.at().documents()
    answer = client.get(f"/original?id={document.id}")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == 'attachment; filename="_b_.html"'
    assert answer.headers["content-security-policy"] == "sandbox"


def test_the_mark_of_what_was_seen_moves_when_it_is_asked_to(sample: Case) -> None:
    client = entered(sample)
    new = r'Since you last looked <span class="count"><a href="[^"]*">(\d+)</a>'
    assert re.search(new, client.get("/today").text).group(1) == str(sample.at().seq)  # type: ignore[union-attr]
    sent(client, "/today", seq=str(sample.at().seq))
    assert re.search(new, client.get("/today").text).group(1) == "0"  # type: ignore[union-attr]


def posted(client: Client, files: list[tuple[str, tuple[str, bytes]]], **form: str) -> object:
    token = client.get("/documents").text.split('name="_csrf_token" value="')[1].split('"')[0]
    return client.post("/documents", data={**form, "_csrf_token": token}, files=files)
