"""The interface for programs: the same values, pages that fit together, unchanged answers not sent twice."""

import datetime as dt
from typing import Any

import msgspec

from goodoffices import Case
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.text import Document

from .conftest import entered


def test_claims_come_page_by_page_each_once_while_others_write(sample: Case) -> None:
    client = entered(sample)
    wanted = [r.claim.id for r in sample.at().claims()]
    found: list[str] = []
    cursor = ""
    while True:
        page = client.get("/api/v1/claims", params={"limit": 100, "cursor": cursor, "as_of": "2030-01-01"}).json()
        found += [item["claim"]["id"] for item in page["items"]]
        sample.add_contents([(f"{len(found)}.txt", f"The ferry sailed {len(found)} times.".encode())], by="test")
        if not (cursor := page["next"]):
            break
    assert found == wanted


def test_the_values_are_those_of_the_library(sample: Case) -> None:
    client = entered(sample)
    documents = client.get("/api/v1/documents", params={"limit": 500}).json()["items"]
    assert msgspec.convert(documents, list[Document], strict=False) == sample.at().documents()
    first = sample.at().claims()[0]
    answer = client.get("/api/v1/claim", params={"id": first.claim.id})
    assert msgspec.json.decode(answer.content, type=Reviewed) == first


def test_pages_of_the_state_of_affairs_put_together_are_the_whole(sample: Case) -> None:
    client, cursor = entered(sample), ""
    pages: list[dict[str, Any]] = []
    while not pages or cursor:
        pages.append(client.get(f"/api/v1/status?as_of=2010-10-15&limit=7&cursor={cursor}").json())
        cursor = pages[-1]["next"]
    whole = sample.status(sample.at(as_of=dt.date(2010, 10, 15)))
    lines = [line for page in pages for line in (*page["provisions"], *page["terms"])]
    assert lines == msgspec.json.decode(msgspec.json.encode((*whole.provisions, *whole.terms)))
    assert {len(page["provisions"]) + len(page["terms"]) for page in pages[:-1]} == {7}
    assert all(sum(page["counts"].values()) == len(lines) for page in pages)


def test_the_ledger_tells_of_a_day_what_could_be_known_on_it(sample: Case) -> None:
    client = entered(sample)
    asked = "/api/v1/ledger?as_of=2010-08-31&limit=500"
    items = client.get(f"{asked}&since=2010-08-31").json()["items"]
    states = {one["matter"]: one["state"] for one in items}
    assert states["insight-direct-talks"] == "target date passed"
    assert len(items) == len(states)
    assert client.get(f"{asked}&since=2010-09-01").status_code == 400


def test_an_unchanged_answer_is_not_sent_again_and_a_changed_one_is(sample: Case) -> None:
    client = entered(sample)
    address = "/api/v1/status?as_of=2010-10-15"
    mark = client.get(address).headers["etag"]
    assert client.get(address, headers={"if-none-match": mark}).status_code == 304
    assert client.get(f"{address}&proposals=1", headers={"if-none-match": mark}).status_code == 200
    claim = sample.at().claims(states={"accepted"})[0].claim.id
    sample.review(reject=[claim], by="test")
    assert client.get(address, headers={"if-none-match": mark}).status_code == 200


def test_an_answer_without_what_somebody_else_erased_is_a_changed_one(note: Case) -> None:
    client = entered(note)
    address = f"/api/v1/claims?as_of=2030-06-01&as_known={note.at().seq}&proposals=1"
    before = client.get(address)
    assert "Vell" in before.text
    with Case.open(note.record.store.path) as other:
        other.erase(other.at().documents()[0].id, "asked for", by="b")
    after = client.get(address, headers={"if-none-match": before.headers["etag"]})
    assert after.status_code == 200
    assert "Vell" not in after.text


def test_an_error_is_json_with_its_rule_value_and_remedy(sample: Case) -> None:
    client = entered(sample)
    for address, code in (("/api/v1/claim?id=none", 404), ("/api/v1/claims?cursor=x", 400), ("/api/v1/none", 404)):
        answer = client.get(address)
        assert answer.status_code == code
        assert set(answer.json()) == {"rule", "value", "remedy"}
    assert client.get("/api/v1/claims?limit=501").status_code == 400


def test_the_schema_names_every_route_and_its_values_and_the_docs_page_shows_them(sample: Case) -> None:
    client = entered(sample)
    schema = client.get("/api/v1/schema/openapi.json").json()
    names = {"documents", "document", "text", "claims", "claim", "matter", "status", "timeline", "conflicts", "log"}
    names |= {"ledger", "search", "wording", "standing", "harmony", "transfers", "votes", "meeting"}
    assert set(schema["paths"]) == {f"/api/v1/{name}" for name in names}
    page = client.get("/api/v1/docs").text
    for path in schema["paths"]:
        assert f"GET {path}<" in page
    assert "<code></code>" not in page  # every answer is a value with a name
    for name in schema["components"]["schemas"]:
        assert f"<code>{name}</code>" in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_log_is_paged_back_to_its_first_entry(sample: Case) -> None:
    client, cursor, seen = entered(sample), "", []
    while True:
        page = client.get("/api/v1/log", params={"limit": 150, "cursor": cursor}).json()
        seen += [item["seq"] for item in page["items"]]
        if not (cursor := page["next"]):
            break
    assert seen == list(range(sample.at().seq, 0, -1))


def test_programs_get_what_the_verbs_of_the_case_say(sample: Case) -> None:
    client, view = entered(sample), sample.at(as_of=dt.date(2025, 11, 25))
    told: dict[str, object] = {
        "search?q=settlement&limit=5": sample.search("settlement", view, limit=5),
        "wording?draft=freeze+all+settlement+activity": sample.wording("freeze all settlement activity", view),
        "standing?party=rus&party=isr": sample.standing(view, parties=["rus", "isr"]),
        "harmony?of=quartet": sample.harmony("quartet", view),
        "transfers?": {"items": sample.transfers(view), "seq": view.seq},
        "meeting?party=isr": sample.meeting("isr", view),
    }
    for asked, expected in told.items():
        answer = client.get(f"/api/v1/{asked}&as_of=2025-11-25")
        assert answer.status_code == 200, asked
        assert answer.content == msgspec.json.encode(expected), asked
        assert (
            client.get(
                f"/api/v1/{asked}&as_of=2025-11-25", headers={"if-none-match": answer.headers["etag"]}
            ).status_code
            == 304
        )
    voted = client.get("/api/v1/votes?of=unsc&party=rus&party=usa&as_of=2025-11-25").json()
    assert voted["pairs"][0]["agreement"]["calls"] == 12
    assert voted["refused"] == ["S/RES/425", "S/RES/446"]
    assert client.get("/api/v1/votes?of=unga&party=rus&party=usa&as_of=2025-11-25").status_code == 404
