"""Each command on a small fictional case."""

import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.documents.printed import report
from tests.servers import Server

CLAIMS = """version: 1
claims:
- id: ferry
  document: note.txt
  quote: called on Arden to open the ferry within two months
  valid: 2030-05-03
  content:
    kind: provision
    act: open the ferry
    addressees: [arden]
    deadline: {within: P2M, of: 2030-05-03, basis: within two months}
- id: meeting
  document: note.txt
  quote: The Lakes Conference met in Vell on 3 May 2030.
  valid: 2030-05-03
  content: {kind: meeting, body: lakes, place: Vell}
"""


def entered(run: Run, case: Path, note: Path) -> None:
    assert run("add", case, note).code == 0
    claims = note.parent / "claims.yaml"
    claims.write_text(CLAIMS, encoding="utf-8")
    said = run("enter", case, claims)
    assert (said.code, said.out) == (0, "entered 2 claims\n")


def test_from_an_empty_case_to_a_status_on_a_day(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    said = run("status", case, "--as-of", "2030-07-04")
    assert said.code == 0
    assert "target date passed" in said.out
    assert "2030-07-03" in said.out


def test_transfers_are_counted_so_far_and_a_ledger_tells_of_days(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    more = note.parent / "more.yaml"
    more.write_text(
        """version: 1
claims:
- {id: deal, note: by hand, valid: 2030-05-03, content: {kind: transfer, giver: arden, what: crews, agreed: 50}}
- {id: some, note: by hand, valid: 2030-05-20, content: {kind: transfer, giver: arden, what: crews, delivered: 13}}
same_matter: [[deal, some]]
""",
        encoding="utf-8",
    )
    assert run("enter", case, more).code == 0
    assert "13 by 2030-05-20" in run("transfers", case, "--as-of", "2030-06-01").out
    (one,) = json.loads(run("transfers", case, "--as-of", "2030-06-01", "--json").out)
    assert (one["tally"]["agreed"], one["tally"]["delivered"]) == ([50.0], [13.0])
    table = note.parent / "ledger.csv"
    said = run("ledger", case, "--until", "2030-07-04", "--csv", table)
    assert said.code == 0
    assert run("ledger", case, "--since", "2030-02-01", "--until", "2030-01-01").code == 2
    assert table.read_text(encoding="utf-8").startswith("matter,kind,first,last,state,")


def test_a_status_gives_its_reasons_on_request(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    said = run("status", case, "--as-of", "2030-07-04", "--why")
    assert "[ferry]" in said.out


def test_a_status_as_json_has_the_exact_words(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    (line,) = json.loads(run("status", case, "--as-of", "2030-06-20", "--json").out)["provisions"]
    assert line["status"]["state"] == "due"
    assert line["words"] == "called on Arden to open the ferry within two months"


def test_a_status_marks_what_nobody_has_reviewed(run: Run, case: Path, note: Path) -> None:
    run("add", case, note)
    run("read", case)
    assert "not reviewed by anybody" in run("status", case, "--as-of", "2030-07-04", "--with-proposals").out
    assert "not reviewed by anybody" not in run("status", case, "--as-of", "2030-07-04").out


def test_what_was_entered_later_is_not_known_before(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    assert json.loads(run("status", case, "--as-of", "2030-06-20", "--as-known", "1", "--json").out)["provisions"] == []


def test_a_timeline_is_in_order(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    said = run("timeline", case)
    assert "The Lakes Conference met in Vell" in said.out
    assert "may be incomplete" in said.out


def test_adding_shows_the_date_and_where_it_was_found(run: Run, case: Path, note: Path) -> None:
    said = run("add", case, note)
    assert "2030-05-03" in said.out
    assert "no date" not in said.out


def test_adding_says_on_request_what_each_file_took(run: Run, case: Path, note: Path) -> None:
    assert "took " not in run("add", case, note).out
    assert re.search(rf"took +{re.escape(str(note))}: \d+\.\d\d s, \d+ MB", run("add", case, note, "--verbose").out)


def test_bounds_on_files_can_be_set(run: Run, case: Path, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(report(3)[0])
    refused = run("add", case, tmp_path / "report.pdf", "--max-pages", 1)
    assert refused.code == 2
    assert "a PDF has at most 1 pages" in refused.err
    added = run("add", case, tmp_path / "report.pdf", "--max-seconds", 60, "--max-memory", 500, "--max-bytes", 10**6)
    assert "added    report.pdf" in added.out


def test_a_document_without_a_date_is_asked_for_one_and_takes_it(run: Run, case: Path, tmp_path: Path) -> None:
    undated = tmp_path / "undated.txt"
    undated.write_text("The two sides met on Friday and spoke about the ferry between the lakes.\n", encoding="utf-8")
    assert "When was it?" in run("add", case, undated).out
    again = run("add", case, undated, "--date", "2030-05-06")
    assert "already" in again.out
    assert "When was it?" not in again.out
    assert json.loads(run("add", case, undated, "--json").out)["already"][0]["dated"]["latest"] == "2030-05-06"


def test_reading_proposes_and_reviewing_decides(run: Run, case: Path, note: Path) -> None:
    run("add", case, note)
    assert "proposals" in run("read", case).out
    queue = json.loads(run("review", case, "--json").out)
    assert queue
    first = queue[0]["claim"]["id"]
    assert run("review", case, "--accept", first).out == "1 verdicts entered\n"
    assert len(json.loads(run("review", case, "--json").out)) == len(queue) - 1
    assert run("review", case, "--undo", first).code == 0
    assert len(json.loads(run("review", case, "--json").out)) == len(queue)


def test_a_claim_is_put_right_and_a_stale_amendment_is_refused(run: Run, case: Path, note: Path) -> None:
    run("add", case, note)
    run("read", case)
    item = json.loads(run("review", case, "--kind", "meeting", "--json").out)[0]
    item["claim"]["content"]["place"] = "Vell"
    item["claim"]["note"] = "the place was checked"
    file = note.parent / "item.json"
    file.write_text(json.dumps(item), encoding="utf-8")
    assert run("review", case, "--amend", file).code == 0
    again = run("review", case, "--amend", file)
    assert again.code == 2
    assert "latest" in again.err or "version" in again.err


def test_reading_again_changes_nothing(run: Run, case: Path, note: Path) -> None:
    run("add", case, note)
    run("read", case)
    assert "1 unchanged" in run("read", case).out


def test_a_date_given_later_makes_the_document_read_again(run: Run, case: Path, note: Path) -> None:
    run("add", case, note)
    run("read", case)
    run("add", case, note, "--date", "2030-05-05")
    assert "read 1 document," in run("read", case).out


def test_an_export_has_one_object_a_line_with_words_of_the_document(run: Run, case: Path, note: Path) -> None:
    run("add", case, note)
    run("read", case)
    lines = [json.loads(line) for line in run("export", case).out.splitlines()]
    text = note.read_text(encoding="utf-8")
    assert lines
    for line in lines:
        assert text[line["quote"]["start"] : line["quote"]["end"]] == line["quote"]["exact"]
        assert line["document"] == "note.txt"


def test_a_brief_is_one_file_with_its_footnotes(run: Run, case: Path, note: Path, tmp_path: Path) -> None:
    entered(run, case, note)
    out = tmp_path / "brief.html"
    said = run("brief", case, "--as-of", "2030-07-04", "--title", "The ferry", "--out", out)
    assert said.code == 0
    page = out.read_text(encoding="utf-8")
    assert "The ferry" in page
    assert "called on Arden to open the ferry within two months" in page


def test_a_brief_marks_what_nobody_has_reviewed(run: Run, case: Path, note: Path, tmp_path: Path) -> None:
    run("add", case, note)
    run("read", case)
    out = tmp_path / "brief.html"
    run("brief", case, "--as-of", "2030-07-04", "--with-proposals", "--out", out)
    assert "proposed, not reviewed" in out.read_text(encoding="utf-8")


def test_a_whole_record_is_proved_and_its_head_shown(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    said = run("verify", case)
    assert said.code == 0
    assert said.out.startswith("whole: 3 entries")
    noted = said.out.split("--noted: ")[1].strip()
    assert run("verify", case, "--noted", noted).code == 0
    assert run("verify", case, "--noted", noted[:-1] + ("0" if noted[-1] != "0" else "1")).code == 2
    assert run("rebuild", case).code == 0
    assert run("verify", case, "--noted", noted).code == 0


def test_the_demo_shows_three_dates_what_was_known_later_and_where_the_brief_is(run: Run, tmp_path: Path) -> None:
    said = run("demo", tmp_path / "demo")
    assert said.code == 0
    for day in ("2010-05-01", "2010-07-20", "2012-03-20"):
        assert f"State of affairs on {day}" in said.out
    assert "Known later than it happened" in said.out
    assert "suspended" in said.out
    assert (tmp_path / "demo" / "brief.html").exists()
    assert run("demo", tmp_path / "demo").code == 0


def test_a_case_is_backed_up_restored_and_moved_to_a_server_and_every_command_takes_its_address(
    run: Run, case: Path, note: Path, tmp_path: Path, server: Server
) -> None:
    entered(run, case, note)
    said = run("backup", case, tmp_path / "lakes.backup")
    assert (said.code, said.out.count("3 entries")) == (0, 1)
    noted = said.out.split("--noted: ")[1].strip()
    assert run("restore", tmp_path / "lakes.backup", tmp_path / "again").out.startswith("restored 3 entries")
    address = server.address()
    assert run("migrate", tmp_path / "again", address).code == 0
    assert run("verify", address, "--noted", noted).code == 0
    assert run("enter", tmp_path / "again", note.parent / "claims.yaml").err.count("written where it is now") == 2
    assert run("export", address).out == run("export", tmp_path / "again").out
    for verb in ("status", "timeline", "export", "review", "read", "rebuild"):
        assert run(verb, address).code == 0, verb
    assert "target date passed" in run("status", address, "--as-of", "2030-07-04").out
    assert run("brief", address, "--out", tmp_path / "brief.html").code == 0
    other = server.address()
    assert run("new", other).code == 0
    assert "added    note.txt" in run("add", other, note).out


def test_nothing_is_overwritten_by_a_backup_a_restoration_or_a_move(run: Run, case: Path, tmp_path: Path) -> None:
    assert run("backup", case, tmp_path / "kept").code == 0
    for words in (("backup", case, tmp_path / "kept"), ("restore", tmp_path / "kept", case), ("migrate", case, case)):
        said = run(*words)
        assert (said.code, "without one" in said.err) == (2, True), words


def test_a_newer_version_shows_which_words_changed_and_a_person_says_where_they_stand(
    run: Run, case: Path, note: Path, tmp_path: Path
) -> None:
    entered(run, case, note)
    newer = tmp_path / "corrected.txt"
    newer.write_text(
        note.read_text().replace("open the ferry", "open the ferry and the harbour").replace("Vell on", "Grau on")
    )
    said = run("add", case, newer, "--replaces", "note.txt")
    assert "of 2 the words changed or moved." in said.out
    listed = run("anchors", case)
    assert (listed.code, listed.out.count("moved"), "2 claims rest on" in listed.out) == (0, 3, True)
    assert "at least 80 of 100" in listed.out
    assert "[words moved]" in run("status", case, "--as-of", "2030-06-20").out
    moved = run(
        "anchors", case, "--move", "ferry", "--to", "called on Arden to open the ferry and the harbour", "--by", "Bea"
    )
    assert moved.out == "moved: “called on Arden to open the ferry and the harbour”\n"
    assert [one["anchors"][0].get("by") for one in json.loads(run("anchors", case, "--json").out)] == ["Bea", ""]
    assert run("anchors", case, "--undo", "ferry").out == "1 taken back\n"
    assert "one file replaces one document" in run("add", case, newer, note, "--replaces", "note.txt").err


def test_a_document_is_erased_for_good_and_the_case_goes_on(run: Run, case: Path, note: Path) -> None:
    entered(run, case, note)
    assert "open the ferry" in run("search", case, "ferry").out
    index = {path for path in (case / "index").rglob("*.*") if path.is_file()}
    assert index
    assert run("erase", case).out == "0 documents were erased.\n"
    assert run("erase", case, "note.txt", "--yes").err.count("an erasure gives its reason") == 1
    said = run("erase", case, "note.txt", "other.txt", "--yes", "--reason", "the source asked for it", "--by", "Ann")
    assert (said.code, said.out.count("3 entries of the log are empty, 2 claims changed")) == (2, 1)
    assert "refused  other.txt: a document is named by its id or file name" in said.err
    assert "Backups made earlier" in said.out
    left = {path for path in case.rglob("*") if path.is_file()}
    assert not [path for path in index & left if path.suffix in (".term", ".store", ".pos")]
    assert [path for path in left if b"Arden" in path.read_bytes()] == []
    assert "open the ferry" not in run("search", case, "ferry").out
    listed = run("erase", case).out
    assert "Ann" in listed
    assert "the source asked for it" in listed
    assert run("verify", case).code == 0
    assert run("timeline", case).code == 0
    assert "added    note.txt" in run("add", case, note).out


def test_the_documents_are_listed_with_their_dates(case: Path, note: Path, run: Run) -> None:
    assert "goodoffices add" in run("documents", case).out
    run("add", case, note)
    listed = run("documents", case).out
    assert "note.txt" in listed
    assert "2030-05-03" in listed
    assert "1 document, 1 unread." in listed
    assert json.loads(run("documents", case, "--json").out)[0]["name"] == "note.txt"


def test_a_locked_case_asks_for_its_passphrase_and_shows_no_words(
    run: Run, note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, words = tmp_path / "locked", "heron gypsum ladder equinox"
    monkeypatch.setenv("GOODOFFICES_PASSPHRASE", words)
    assert run("new", case, "--passphrase").code == 0
    claims = note.parent / "claims.yaml"
    claims.write_text(CLAIMS.replace("id: ferry", "id: c1").replace("id: meeting", "id: c2"), encoding="utf-8")
    for verb in (("add", case, note), ("read", case), ("enter", case, claims), ("search", case, "ferry")):
        assert run(*verb).code == 0, verb
    assert "open the ferry" in run("status", case, "--as-of", "2030-06-20").out
    held = b"".join(path.read_bytes() for path in case.rglob("*") if path.is_file()).lower()
    for word in ("ferry", "arden", "vell", "note.txt", "lakes", "within two months"):
        assert word.encode() not in held, word
        assert word.encode("utf-16-le") not in held, word
    assert run("backup", case, tmp_path / "kept").code == 0
    monkeypatch.setenv("GOODOFFICES_NEW_PASSPHRASE", "quartz meadow violin harbour")
    assert run("lock", case).out.endswith("opens with the new passphrase alone\n")
    assert run("status", case).err.startswith("goodoffices: a case opens with its own passphrase")
    assert run("restore", tmp_path / "kept", tmp_path / "again").code == 0
    assert run("lock", tmp_path / "again", "--off").code == 0
    monkeypatch.delenv("GOODOFFICES_PASSPHRASE")
    assert run("status", tmp_path / "again").code == 0
    assert "none was given" in run("status", case).err


def test_nothing_is_erased_without_a_yes(run: Run, case: Path, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", case, note)
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert run("erase", case, "note.txt", "--reason", "asked").code != 0
    assert run("erase", case).out == "0 documents were erased.\n"


def test_a_proposal_is_explained_with_rule_trigger_and_parse(run: Run, case: Path, note: Path) -> None:
    run("add", case, note)
    run("read", case)
    (claim,) = [r["claim"] for r in json.loads(run("review", case, "--kind", "provision", "--json").out)][:1]
    said = run("explain", case, claim["id"], "--parse")
    assert said.code == 0
    assert claim["rule"] in said.out
    assert "counted from" in said.out
    assert "ROOT" in said.out


def test_an_evaluation_prints_scores_and_names_what_was_missed(run: Run, case: Path, note: Path) -> None:
    run("add", case, note)
    run("read", case)
    gold = note.parent / "gold.yaml"
    gold.write_text(
        "documents:\n- {file: note.txt, incidents: [{quote: a storm sank it}]}\n- {file: gone.txt}\n", "utf-8"
    )
    said = run("evaluate", case, gold)
    assert said.code == 2  # one document of the gold is not there
    assert "a storm sank it" in said.out
    assert "gone.txt" in said.err
    found = json.loads(run("evaluate", case, gold, "--json", "--kind", "event").out)
    assert found["kinds"]["event"]["missed"] == 1
    assert {d["kind"] for d in found["differences"]} == {"event"}


def test_evidence_for_a_provision_is_listed_with_its_direction(run: Run, case: Path, note: Path) -> None:
    later = note.parent / "later.txt"
    later.write_text("Arden failed to open the ferry within two months.\n", encoding="utf-8")
    run("add", case, note)
    run("add", case, later, "--date", "2030-09-01")
    run("read", case)
    provision = json.loads(run("review", case, "--kind", "provision", "--json").out)[0]["claim"]["id"]
    said = run("evidence", case, provision)
    assert said.code == 0
    assert "breaks: failed to" in said.out
    assert json.loads(run("evidence", case, provision, "--json").out)["found"][0]["document"] == "later.txt"


def test_the_ledger_tells_a_state_once_and_keeps_all_its_reasons_for_programs(
    run: Run, case: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("The truce runs from March to April and is looked at on 1 April.", encoding="utf-8")
    assert run("add", case, paper, "--date", "2031-02-01").code == 0
    file = tmp_path / "claims.yaml"
    claim = "{kind: term, name: Weir truce, begins: 2031-03-01, until: 2031-04-30, review_due: 2031-04-01}"
    file.write_text(
        f"version: 1\nclaims:\n- {{document: paper.txt, quote: The truce runs, valid: 2031-02-01, content: {claim}}}\n",
        encoding="utf-8",
    )
    assert run("enter", case, file).code == 0
    span = ("ledger", case, "--since", "2031-02-01", "--until", "2031-05-31")
    said = run(*span)
    assert [line.split()[:3] for line in said.out.splitlines() if "Weir truce" in line] == [
        ["2031-02-01", "2031-02-28", "not"],
        ["2031-03-01", "2031-04-30", "in"],
        ["2031-05-01", "2031-05-31", "expired"],
    ]
    assert "3 lines." in said.out
    told = json.loads(run(*span, "--json").out)
    assert any("A review was due" in words for entry in told for words in entry["why"])
