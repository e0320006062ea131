"""The reader as a whole: what holds for every document, and how much it finds in invented ones."""

import datetime as dt
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodoffices.reading import reader
from goodoffices.vocabulary.hashing import canonical
from goodoffices.vocabulary.when import on_day
from tests.reading.invented import DAY, PARTIES, documents, fits, read, text_of

SHARED = Path(__file__).parents[2].parent / "shared"
COUNTED = {
    "statement",
    "provision",
    "event",
    "figure",
    "term",
    "linkage",
    "concession",
    "disagreement",
    "meeting",
    "decision",
}
SENTENCES = (
    "Freedonia accused Sylvania of shelling the port.",
    "The Harbour Trio called on both sides to withdraw within three weeks.",
    "It appears that Borduria will join the talks.",
    "Sylvania and Freedonia reached a deal on grain and the release of the crews.",
    "At least 12 people were killed in Lund, local officials said.",
    "Otto Brandt said that the map was reportedly lost.",
    "The ceasefire expired on 3 May.",
    "Alder rejected the offer, and Freedonia did not attack the garrison.",
    "The dispute between Freedonia and Sylvania over the islands has deepened.",
)


def all_invented() -> list[dict]:  # type: ignore[type-arg]
    """Every annotated document."""
    return [d for name in ("fictional", "unseen", "genres") for d in documents(f"{name}.yaml")["documents"]]


@pytest.mark.parametrize("document", all_invented(), ids=lambda d: d["name"])
def test_every_wanted_claim_of_an_invented_document_is_proposed(document: dict) -> None:  # type: ignore[type-arg]
    found = list(read(document["text"].rstrip(), document["dated"]).claims)
    missed = []
    for wanted in document["claims"]:
        hit = next((c for c in found if fits(c, wanted)), None)
        if hit is not None:
            found.remove(hit)
        elif not wanted.get("optional"):
            missed.append(wanted)
    assert missed == []


def test_nine_of_ten_proposals_on_invented_documents_are_wanted() -> None:
    proposed = wanted_ones = 0
    for document in all_invented():
        open_ = list(document["claims"])
        for claim in read(document["text"].rstrip(), document["dated"]).claims:
            if claim.kind in COUNTED:
                hit = next((w for w in open_ if fits(claim, w)), None)
                proposed += 1
                wanted_ones += hit is not None
                if hit is not None:
                    open_.remove(hit)
    assert wanted_ones >= 0.9 * proposed


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from((" ", "\n", "\n\n")))
@settings(max_examples=25, deadline=None)
def test_every_quote_stands_in_the_text_and_inside_main(sentences: list[str], joint: str) -> None:
    words = joint.join(sentences)
    content = f"Menu. Freedonia accused Borduria.\n\n{words}\n\nCookies. Sylvania accused Borduria."
    first = content.index(words)
    text = replace(text_of(content), main=((first, first + len(words)),))
    reading = reader.read(text, document="d", dated=on_day(DAY), parties=PARTIES)
    quotes = [q for c in reading.claims for q in c.quotes] + [m.quote for m in reading.hedges]
    assert quotes
    assert all(q.holds_in(content) and text.in_main(q.start, q.end) for q in quotes)


JOINTS = (
    " ",
    "\n",
    "\n\n",
    "  ",
    " \n",
    "\u00a0",
    "; ",
    ", and ",
    " — ",
    ". ",
    "\t",
    "\r\n",
    "|",
    " (",
    ") ",
    "“",
    "” ",
    "… ",
)
MARKS = ("\u200b", "’", "ı", "İ", "\ufb01", "é", "½", "Ⅳ", "😀", "ﬀ", "\u2028", "\x0c", "%", "[12]", "5,000", "1.")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(SENTENCES), st.integers(0, 60), st.sampled_from((*MARKS, "")), st.sampled_from(JOINTS)
        ),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=1000 if os.environ.get("GOODOFFICES_LONG") else 60, deadline=None)
def test_a_damaged_text_is_read_with_quotes_that_stand_in_it(parts: list[tuple[str, int, str, str]]) -> None:
    words = "".join(said[:at] + mark + said[at:] + joint for said, at, mark, joint in parts)
    content = f"Home > News. Freedonia attacked Borduria.\n\n{words}\n\nRelated: Sylvania accused Borduria."
    first = content.index(words)
    text = replace(text_of(content), main=((first, first + len(words)),))
    reading = reader.read(text, document="d", dated=on_day(DAY), parties=PARTIES)
    quotes = [q for c in reading.claims for q in c.quotes] + [h.quote for h in reading.hedges]
    quotes += [a.quote for a in reading.actors] + [d.quote for d in reading.dates]
    assert all(q.holds_in(content) and text.in_main(q.start, q.end) for q in quotes)
    assert canonical(reading) == canonical(reader.read(text, document="d", dated=on_day(DAY), parties=PARTIES))


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True))
@settings(max_examples=15, deadline=None)
def test_the_same_text_gives_the_same_reading_byte_for_byte(sentences: list[str]) -> None:
    words = " ".join(sentences)
    assert canonical(read(words)) == canonical(read(words))


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True), st.integers(1, 40))
@settings(max_examples=15, deadline=None)
def test_a_shifted_text_shifts_the_quotes_and_nothing_else(sentences: list[str], by: int) -> None:
    words = " ".join(sentences)
    moved = replace(text_of("\n" * by + words), main=((by, by + len(words)),))
    shifted = reader.read(moved, document="d", dated=on_day(DAY), parties=PARTIES)
    before = [(c.kind, c.rule, c.quotes[0].start + by, c.quotes[0].exact) for c in read(words).claims]
    assert [(c.kind, c.rule, c.quotes[0].start, c.quotes[0].exact) for c in shifted.claims] == before


HEDGES = [
    ("It is unclear whether ", {"unclear"}),
    ("It appears that ", {"appears"}),
    ("It was reported that ", {"reported"}),
    ("It is likely that ", {"likely"}),
    ("Reportedly, ", {"reported"}),
    ("Apparently, ", {"appears"}),
]
FIRM = [
    "Freedonia attacked the port of Lund.",
    "Sylvania rejected the offer of Borduria.",
    "The River Liberation Front released 40 hostages.",
    "Freedonia and Sylvania disagree over the islands.",
]


@pytest.mark.parametrize("firm", FIRM)
@pytest.mark.parametrize(("hedge", "statuses"), HEDGES)
def test_a_hedge_before_a_claim_takes_its_firmness(firm: str, hedge: str, statuses: set[str]) -> None:
    assert any(
        c.attribution.certainty == "certain" and c.attribution.source in ("own", "declared") for c in read(firm).claims
    )
    hedged = read(hedge + firm).claims
    assert hedged
    assert not [c for c in hedged if c.attribution.status == "asserted"]
    assert statuses & {c.attribution.status for c in hedged}


@pytest.mark.parametrize(
    ("affirmed", "denied", "kind"),
    [
        ("Freedonia attacked the port of Lund.", "Freedonia did not attack the port of Lund.", "event"),
        ("Sylvania supports the plan of the Trio.", "Sylvania does not support the plan of the Trio.", "statement"),
        ("Borduria accepted the offer.", "Borduria has not accepted the offer.", "statement"),
    ],
)
def test_a_negation_turns_the_polarity(affirmed: str, denied: str, kind: str) -> None:
    assert [c.attribution.polarity for c in read(affirmed).claims if c.kind == kind] == ["affirmed"]
    assert [c.attribution.polarity for c in read(denied).claims if c.kind == kind] == ["denied"]


def test_a_text_in_another_language_gives_actors_and_dates_and_says_so() -> None:
    text = replace(text_of("La France a rejeté l’offre le 3 mai 2035."), language="fr")
    reading = reader.read(text, document="d", dated=on_day(DAY))
    assert reading.claims == ()
    assert "not in English" in reading.notes[0]


def test_an_unnamed_language_is_english_if_its_words_are() -> None:
    text = replace(text_of("Sylvania rejected the offer of the Trio and left the talks in the city."), language="")
    assert reader.read(text, document="d", dated=None, parties=PARTIES).claims


def test_a_headline_is_no_claim_of_its_own() -> None:
    reading = read("Sylvania accuses Freedonia\n\nSylvania on Monday accused Freedonia of piracy.")
    assert [c.quotes[0].start for c in reading.claims if c.kind == "statement"] == [28]


def test_ids_differ_and_stay_the_same_when_read_again() -> None:
    ids = [c.id for c in read(" ".join(SENTENCES)).claims]
    assert len(set(ids)) == len(ids)
    assert ids == [c.id for c in read(" ".join(SENTENCES)).claims]


def test_the_settings_name_the_date_the_reader_was_given() -> None:
    assert dict(read("Sylvania left.").settings)["dated"] == DAY.isoformat()
    assert dict(read("Sylvania left.", None).settings)["dated"] == ""


@pytest.mark.skipif(not SHARED.exists(), reason="the shared corpus is not beside the repository")
def test_quotes_of_real_documents_stand_in_their_text() -> None:
    step = 1 if os.environ.get("GOODOFFICES_LONG") else 40
    paths = sorted((SHARED / "corpora" / "unsc_resolutions").glob("*.txt"))[::step]
    paths += sorted((SHARED / "corpora" / "unga79_speeches").glob("*.txt"))[:: min(step, 10)]
    for path in paths:
        content = path.read_text(encoding="utf-8", errors="replace")
        reading = reader.read(replace(text_of(content), language=""), document="d", dated=None)
        quotes = [q for c in reading.claims for q in c.quotes] + [a.quote for a in reading.actors]
        quotes += [d.quote for d in reading.dates]
        assert all(q.holds_in(content) for q in quotes), path.name


@pytest.mark.skipif(not SHARED.exists(), reason="the shared corpus is not beside the repository")
@pytest.mark.parametrize("number", ["0050", "0242", "0338", "0425", "0501", "0573"])
def test_quotes_of_real_resolutions_stand_in_their_text(number: str) -> None:
    content = (SHARED / "cases" / "quartet_documents" / f"unsc_{number}.txt").read_text(encoding="utf-8")
    reading = reader.read(text_of(content), document="d", dated=None)
    assert [c for c in reading.claims if c.kind == "decision"]
    assert all(q.holds_in(content) for c in reading.claims for q in c.quotes)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared corpus is not beside the repository")
def test_a_deadline_in_hours_counts_from_the_adoption() -> None:
    content = (SHARED / "cases" / "quartet_documents" / "unsc_0338.txt").read_text(encoding="utf-8")
    reading = reader.read(text_of(content), document="d", dated=None)
    (due,) = [c.content.deadline for c in reading.claims if c.kind == "provision" and c.content.deadline]  # type: ignore[union-attr]
    assert due.latest == dt.date(1973, 10, 23)  # twelve hours after 22 October, in whole days
