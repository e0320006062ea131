"""What was said before, by whom, in which words, and what became of it: a small case and the sample."""

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.errors import BadArgument, BadQuery, NotFound
from tests.conftest import Places

NOTES = {
    "vell.txt": """The Lakes Conference met in Vell on 3 May 2030. It called on Arden to open the ferry by 1 July 2030.

The delegate of Bresk said that the ferry carries arms.""",
    "oram.txt": "The Lakes Conference met in Oram on 9 June 2030. Observers saw the ferry, which was open.",
    "undated.txt": "A note that somebody left: the ferry is old.",
}
CLAIMS = """version: 1
claims:
- id: vell
  document: vell.txt
  quote: The Lakes Conference met in Vell on 3 May 2030.
  valid: 2030-05-03
  content: {kind: decision, body: lakes, standing: political}
- id: open
  document: vell.txt
  quote: called on Arden to open the ferry by 1 July 2030
  valid: 2030-05-03
  issues: [ferry]
  content: {kind: provision, of: vell, act: open the ferry, addressees: [arden], deadline: 2030-07-01}
- id: arms
  document: vell.txt
  quote: said that the ferry carries arms
  valid: 2030-05-03
  issues: [ferry, arms]
  attribution: {holder: bresk, source: declared}
  content: {kind: statement, speaker: bresk, act: accuse}
"""
DAY = dt.date(2030, 7, 4)


@pytest.fixture
def lakes(tmp_path: Path) -> Iterator[Case]:
    with Case.new(tmp_path / "lakes") as case:
        for name, words in NOTES.items():
            (tmp_path / name).write_text(words, encoding="utf-8")
        case.add([tmp_path / "vell.txt"], by="Ann", dated="2030-05-03")
        case.add([tmp_path / "oram.txt"], by="Ann", dated="2030-06-09")
        case.add([tmp_path / "undated.txt"], by="Ann")
        (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
        assert len(case.enter(tmp_path / "claims.yaml", by="Ann").claims) == 3
        yield case


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.sample(tmp_path_factory.mktemp("sample") / "quartet") as case:
        yield case


def where(case: Case, query: str = "", **filters: object) -> list[str]:
    return sorted({said.document for said in case.search(query, **filters).said})  # type: ignore[arg-type]


def test_an_answer_says_when_who_in_which_words_and_what_became_of_it(lakes: Case) -> None:
    answer = lakes.search("open ferry Arden", lakes.at(as_of=DAY))
    (said,) = answer.said
    assert (said.when, said.document) == ("2030-05-03", "vell.txt")
    assert said.quote.exact == lakes.at().text(said.quote.document).content[said.quote.start : said.quote.end]
    provision = next(about for about in said.claims if about.claim == "open")
    assert (provision.who, provision.what, provision.became) == ("lakes", "open the ferry", "target date passed")
    assert [about.kind for about in said.claims] == ["decision", "provision", "statement"]
    assert said.who == "bresk, lakes"  # in neutral order
    early = lakes.search("open ferry Arden", lakes.at(as_of=dt.date(2030, 6, 1)))
    assert [a.became for a in early.said[0].claims if a.claim == "open"] != ["target date passed"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"issue": "ferry"}, ["vell.txt"]),
        ({"issue": "Arms", "speaker": "bresk"}, ["vell.txt"]),
        ({"speaker": "lakes"}, ["vell.txt"]),
        ({"body": "lakes", "kind": "provision"}, ["vell.txt"]),
        ({"standing": "political"}, ["vell.txt"]),
        ({"standing": "accepted"}, ["vell.txt"]),
        ({"issue": "arms", "kind": "provision"}, []),
        ({"standing": "binding"}, []),
        ({"document": "oram.txt"}, ["oram.txt"]),
        ({"since": dt.date(2030, 5, 4)}, ["oram.txt"]),
        ({"until": dt.date(2030, 5, 3)}, ["vell.txt"]),
        ({"since": dt.date(2030, 5, 1), "until": dt.date(2030, 5, 31), "issue": "ferry"}, ["vell.txt"]),
    ],
)
def test_filters_narrow_with_words_and_without(lakes: Case, filters: dict[str, object], found: list[str]) -> None:
    assert where(lakes, "ferry", **filters) == found
    assert where(lakes, "", **filters) == found


def test_what_a_filter_leaves_out_for_want_of_a_date_is_said(lakes: Case) -> None:
    assert lakes.search("ferry").total == 3
    assert lakes.search("ferry", since=dt.date(2000, 1, 1)).notes() == ("1 documents bear no date and are left out.",)


def test_oldest_first_on_request_and_undated_last(lakes: Case) -> None:
    assert [said.document for said in lakes.search("ferry", by_date=True).said] == list(NOTES)


def test_words_that_no_passage_has_together_are_found_apart_and_that_is_said(lakes: Case) -> None:
    answer = lakes.search("delegate observers")
    assert (answer.total, answer.loose) == (2, True)
    assert answer.notes() == ("No passage has all of these words; these have some of them.",)


def test_what_nobody_reviewed_counts_on_request(lakes: Case) -> None:
    lakes.read(by="Ann")
    before = lakes.search(kind="meeting")
    assert before.total == 0
    assert any("not reviewed" in note for note in before.notes())
    after = lakes.search(kind="meeting", proposals=True)
    assert after.total > 0
    assert not any(about.reviewed for said in after.said for about in said.claims if about.kind == "meeting")


@pytest.mark.parametrize(
    ("query", "filters", "error", "said"),
    [
        ("", {}, BadArgument, "a query or a filter"),
        ('"ferry', {}, BadQuery, "ends with a quotation mark"),
        ("ferry", {"kind": "promise"}, BadArgument, "provision"),
        ("ferry", {"standing": "solid"}, BadArgument, "advisory"),
        ("ferry", {"issue": "bridge"}, NotFound, "There are: arms, ferry."),
        ("ferry", {"speaker": "nobody"}, NotFound, "There are: bresk, lakes."),
        ("ferry", {"document": "nowhere.txt"}, NotFound, "file name"),
        ("ferry", {"language": "tlh"}, NotFound, "There are: en."),
        ("ferry", {"since": dt.date(2031, 1, 1), "until": dt.date(2030, 1, 1)}, BadArgument, "Exchange"),
        ("ferry", {"limit": 0}, BadArgument, "1 to 500"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_remedy(
    lakes: Case, query: str, filters: dict[str, object], error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as caught:
        lakes.search(query, **filters)  # type: ignore[arg-type]
    assert said in str(caught.value)


def test_a_rebuild_throws_the_index_away_and_search_makes_it_anew(lakes: Case) -> None:
    before = lakes.search("ferry")
    lakes.rebuild()
    assert lakes.search("ferry") == before


def test_threads_search_while_documents_are_added(lakes: Case, tmp_path: Path) -> None:
    def ask(_number: int) -> int:
        answer = lakes.search("ferry")
        assert answer.total == len(answer.said)
        assert all("ferry" in said.quote.exact for said in answer.said)
        return answer.total

    assert lakes.search("ferry").total == 3
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(ask, number) for number in range(20)]
        for number in range(8):
            path = tmp_path / f"more-{number}.txt"
            path.write_text(f"The ferry sailed again, for the time number {number}.", encoding="utf-8")
            lakes.add([path], by="Ann")
            asked += [pool.submit(ask, number) for _ in range(5)]
        totals = [one.result() for one in asked]
    assert min(totals) >= 3
    assert lakes.search("ferry").total == 11


def test_the_index_of_a_case_on_a_server_lies_among_the_caches(
    new_address: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    note = tmp_path / "note.txt"
    note.write_text(NOTES["oram.txt"], encoding="utf-8")
    with Case.new(new_address()) as case:
        case.add([note], by="Ann")
        assert case.search("ferry").total == 1
        assert (case.record.store.path / "index").is_dir()
        assert case.record.store.path.is_relative_to(tmp_path)


def test_searches_of_the_sample_case_find_its_words(sample: Case) -> None:
    """Facts of the sample: what its digests say of the freeze, of consultation, of the four members."""
    assert {"moscow-2010.txt", "trieste-2009.txt", "insight-170.txt"} <= set(where(sample, "settlement freeze"))
    assert where(sample, speaker="Middle East Quartet", issue="settlements", since=dt.date(2010, 3, 13)) != []
    assert where(sample, '"Road Map"', until=dt.date(2003, 4, 30)) != []
    everything = sample.search("quartet", limit=500)
    assert everything.total == len(everything.said)
    for said in everything.said:
        text = sample.at().text(said.quote.document).content
        assert said.quote.holds_in(text)
        assert all("quartet" in text[a:b].casefold() for a, b in said.marks)


def test_only_what_was_public_by_a_day_is_found(sample: Case) -> None:
    then = sample.at(published_by=dt.date(2009, 12, 31))
    names = {d.name for d in then.documents()}
    assert {said.document for said in sample.search("settlement freeze", then, limit=500).said} <= names
    assert "moscow-2010.txt" not in where(sample, "settlement freeze", snapshot=then)
