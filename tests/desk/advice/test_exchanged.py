"""Who moved, and what each pair gave each other, in a brief and in the pack for a meeting."""

import datetime as dt
from collections.abc import Iterator

import pytest

from goodoffices.briefs import Brief, Section
from goodoffices.desk.case import Case

NOTE = """Vell, 4 March 2031. Arden wanted the river shared by halves.
In June 2031 Arden said that it would accept a lease.
Belm offered Arden the eastern quay in exchange for the lease. Belm later took back half of the quay.
Arden let the crews go. The parties agreed that the river shall be open to both.
"""
CLAIMS = """version: 1
claims:
- {id: halves, document: note.txt, quote: Arden wanted the river shared by halves, valid: 2031-03-04,
   content: {kind: position, party: arden, issue: river, stance: share}}
- {id: lease, document: note.txt, quote: Arden said that it would accept a lease, valid: 2031-06,
   content: {kind: position, party: arden, issue: river, stance: lease}}
- {id: again, note: by hand, valid: 2031-07-01,
   content: {kind: position, party: arden, issue: river, stance: lease}}
- {id: quay, document: note.txt, quote: Belm offered Arden the eastern quay, valid: 2031-06-10,
   content: {kind: concession, giver: belm, receiver: arden, what: the eastern quay, in_exchange_for: the lease}}
- {id: back, document: note.txt, quote: Belm later took back half of the quay,
   attribution: {holder: arden, source: reported},
   content: {kind: concession, giver: belm, receiver: arden, revises: quay, revised: partly_withdrawn}}
- {id: crews, document: note.txt, quote: Arden let the crews go, valid: 2031-06-11,
   content: {kind: concession, giver: arden, receiver: belm, what: the crews}}
- {id: open, document: note.txt, quote: the river shall be open to both, valid: 2031-06-12, issues: [river],
   content: {kind: provision, act: open the river, force: agreed, addressees: [arden, belm]}}
- {id: elsewhere, note: by hand, valid: 2031-06-12, issues: [port],
   content: {kind: provision, act: dredge the port, force: agreed, addressees: [carn]}}
- {id: wish, note: by hand, valid: 2031-06-13, issues: [river],
   content: {kind: provision, act: measure the river, force: called_for, addressees: [carn]}}
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("river")
    (folder / "note.txt").write_text(NOTE, encoding="utf-8")
    (folder / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    with Case.new(folder / "case") as made:
        made.add([folder / "note.txt"], by="test", published="2031-07-01")
        assert made.enter(folder / "claims.yaml", by="test").refused == ()
        yield made


def section(brief: Brief, id: str) -> Section:
    (found,) = (s for s in brief.sections if s.id == id)
    return found


def quotes(brief: Brief, notes: tuple[int, ...]) -> list[str]:
    return [f.quote for f in brief.footnotes if f.number in notes]


def test_a_brief_tells_who_moved_once_with_the_words_before_and_after(case: Case) -> None:
    brief = case.brief(case.at(as_of=dt.date(2031, 8, 1)), by="test")
    (item,) = section(brief, "moved").items
    assert (item.words, item.when) == ("River: from share to lease", "June 2031")
    assert item.parties == ("arden",)
    assert quotes(brief, item.notes) == [
        "Arden wanted the river shared by halves",
        "Arden said that it would accept a lease",
    ]
    assert section(case.brief(case.at(as_of=dt.date(2031, 4, 1)), by="test"), "moved").items == ()


def test_a_move_far_from_the_day_is_counted(case: Case) -> None:
    brief = case.brief(case.at(as_of=dt.date(2036, 1, 1)), by="test")
    assert section(brief, "moved").items == ()
    assert "1 move." in [item.words for item in section(brief, "further").items]


def test_a_brief_tells_what_each_gave_and_what_was_taken_back_and_by_whose_word(case: Case) -> None:
    brief = case.brief(case.at(as_of=dt.date(2031, 8, 1)), by="test")
    (item,) = section(brief, "balance").items
    assert item.words == "arden to belm: 1; belm to arden: 1"
    assert item.state == "1 taken back, whole or in part"
    assert item.detail == (
        "arden: the crews: nothing more is said of it.",
        "belm: the eastern quay, in exchange for the lease: partly taken back; as claimed by arden.",
    )
    assert len(quotes(brief, item.notes)) == 3


def test_the_pack_has_where_the_party_moved_and_the_agreed_language_on_its_issues(case: Case) -> None:
    view = case.at(as_of=dt.date(2031, 8, 1))
    found = case.meeting("arden", view)
    assert [(m.issue, m.words, m.claims) for m in found.moved] == [
        ("river", "from share to lease", ("halves", "lease"))
    ]
    assert [row.claim for row in found.agreed] == ["open"]  # agreed, on its issue; not the port, not what is called for
    paper = case.pack("arden", view, by="test")
    assert [i.words for i in section(paper, "moved").items] == ["River: from share to lease"]
    assert [i.words for i in section(paper, "agreed").items] == ["the river shall be open to both"]
