"""Who may see what, and what keeps others out."""

import pytest
from litestar import Litestar, get
from litestar.testing import TestClient

from goodoffices import Case
from goodoffices.errors import BadArgument
from goodoffices.web import Workbench, application
from goodoffices.web.access import declared, require_declarations
from goodoffices.web.bench import UPLOAD
from goodoffices.web.pages import HANDLERS

from .conftest import entered

OPEN = {"/enter", "/static/{name:str}", "/robots.txt"}


def test_every_route_says_who_may_see_it_and_few_are_for_anyone(empty: Case) -> None:
    made = application(Workbench(empty, by="test"))
    require_declarations(made)
    anyone = {path for handler in HANDLERS for path in handler.paths if declared(handler) == "anyone"}
    assert anyone == OPEN


def test_a_route_that_says_nothing_is_never_served() -> None:
    @get("/secret", sync_to_thread=False)
    def secret() -> str:
        return "told"

    with pytest.raises(BadArgument, match="/secret"):
        require_declarations(Litestar([secret], openapi_config=None))


def test_nobody_sees_a_page_without_the_token_and_nobody_learns_the_name_of_the_case(empty: Case) -> None:
    with TestClient(application(Workbench(empty, by="test"))) as client:
        for path in ("/", "/today", "/documents", "/log", "/progress", "/nothing", "/api/v1/schema/openapi.json"):
            answer = client.get(path)
            assert answer.status_code == 401, path
            assert empty.record.store.name not in answer.text


def test_the_address_works_once(empty: Case) -> None:
    bench = Workbench(empty, by="test")
    with TestClient(application(bench)) as client:
        assert client.get("/enter", params={"token": bench.door.token}).status_code == 200
        assert client.get("/today").status_code == 200
        client.cookies.clear()
        assert client.get("/enter", params={"token": bench.door.token}).status_code == 401
        assert client.get("/today").status_code == 401


def test_a_form_from_elsewhere_is_refused(empty: Case) -> None:
    client = entered(empty)
    answer = client.post("/settings", data={"setting": "name", "name": "Mallory"})
    assert answer.status_code == 403
    assert "a form comes from a page of this workbench" in answer.text.lower()
    assert client.app.state.workbench.by == "test"


def test_a_name_that_is_not_the_workbenchs_is_refused(empty: Case) -> None:
    made = application(Workbench(empty, by="test", hosts=("127.0.0.1:8321",)))
    with TestClient(made, base_url="http://rebound.example:8321") as client:
        assert client.get("/enter").status_code == 400


def test_every_answer_forbids_what_is_not_the_workbenchs(empty: Case) -> None:
    client = entered(empty)
    for path in ("/today", "/static/workbench.js", "/nothing", "/api/v1/schema/openapi.json"):
        policy = client.get(path).headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in policy


def test_an_upload_over_the_limit_is_said_with_its_remedy(empty: Case) -> None:
    client = entered(empty)
    client.get("/documents")
    length = {"content-length": str(UPLOAD + 1), "content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/documents", content=b"x", headers=length)
    assert answer.status_code == 413
    assert "at most 64 MB" in answer.text
