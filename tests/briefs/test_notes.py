"""Footnotes: numbered once, in the order in which they are met."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from goodoffices.briefs import Finding, Footnote, Item, Notes, Section
from goodoffices.briefs.notes import in_order
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Statement

from .sample import ADDRESSES, CREWS, CROSSING, DOCUMENTS, sample


def test_the_same_words_are_one_footnote_and_others_another() -> None:
    notes = Notes(DOCUMENTS, ADDRESSES)
    crossing, crews = CROSSING.claims[0].claim, CREWS.claims[0].claim
    assert notes.cite([crossing]) == (1,)
    assert notes.cite([crews, crossing]) == (1, 2)
    assert len(notes.footnotes) == 2
    first = notes.footnotes[0]
    assert first.quote.startswith("called on Ardania and Belmark")
    assert (first.title, first.dated) == ("Communiqué of the Contact Group", "14 March 2031")


def test_a_claim_without_a_document_names_who_entered_it() -> None:
    notes = Notes({})
    notes.cite([Claim(id="x", content=Statement(), entered_by="M. Larsen")])
    assert notes.footnotes[0].entered_by == "M. Larsen"
    assert notes.footnotes[0].quote == ""


def test_notes_are_numbered_as_a_reader_meets_them() -> None:
    brief = replace(
        sample(),
        findings=(Finding(label="a", words="", notes=(3,)),),
        sections=(Section(id="s", title="s", items=(Item(words="", notes=(1, 3)), Item(words="", notes=(9,)))),),
        footnotes=tuple(Footnote(number=n, title=str(n)) for n in (1, 2, 3)),
    )
    ordered = in_order(brief)
    assert ordered.findings[0].notes == (1,)
    assert [item.notes for item in ordered.sections[0].items] == [(1, 2), ()]
    assert [(f.number, f.title) for f in ordered.footnotes] == [(1, "3"), (2, "1"), (3, "2")]


@given(st.lists(st.lists(st.integers(1, 8), max_size=4), max_size=6))
def test_numbering_twice_changes_nothing_and_each_number_keeps_its_words(cited: list[list[int]]) -> None:
    items = tuple(Item(words="", notes=tuple(n)) for n in cited)
    footnotes = tuple(Footnote(number=n, title=f"source {n}") for n in range(1, 9))
    brief = replace(sample(), findings=(), sections=(Section(id="s", title="s", items=items),), footnotes=footnotes)
    ordered = in_order(brief)
    assert in_order(ordered) == ordered
    titles = {f.number: f.title for f in ordered.footnotes}
    shown = [{titles[n] for n in item.notes} for item in ordered.sections[0].items]
    assert shown == [{f"source {n}" for n in numbers} for numbers in cited]
