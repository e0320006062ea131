"""What one viewer finds: in which words, where exactly, and nothing that they may not see."""

import datetime as dt
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.errors import BadArgument, BadQuery
from goodoffices.record import Record, Viewer
from goodoffices.record.search import Finder, Found, Index, finding
from goodoffices.record.search.query import All, Any, Beginning, Node, Not, Words, parse
from goodoffices.vocabulary.text import Span
from tests.record.office import add, day

BREAK = "\n\n" + "Nothing else was noted on this page of the paper. " * 6 + "\n\n"


def find(finder: Finder, record: Record, written: str, viewer: Viewer | None = None) -> Found:
    finder.index.catch_up(record.at)
    return finder.find(record.at(viewer=viewer) if viewer else record.at(), written)


def said(record: Record, found: Found) -> list[str]:
    """The words marked in each hit, as they stand in the documents."""
    return [
        " ".join(record.at().text(hit.quote.document).content[start:end] for start, end in hit.marks)
        for hit in found.hits
    ]


PAPERS = {
    "en": "The envoys called for a ceasefire. Both sides negotiated about the settlements and froze them.",
    "hyphen": "A cease-fire was signed in Sana’a.",
    "fr": "Les négociations sur l’accord d’Oslo ont repris à Genève.",
    "es": "Se reanudaron las negociaciones sobre los asentamientos.",
    "ru": "Стороны возобновили мирные переговоры по российскому плану.",
    "ar": "وَقَّعَ الطَّرَفانِ اتِّفاقَ الهُدْنَةِ في المُفاوَضاتِ الأخيرة بشأن إسرائيل.",
    "he": "הַצְּדָדִים חָתְמוּ עַל הֶסְכֵּם הַשָּׁלוֹם, וצה״ל נסוג.",
    "zh": "双方同意立即停火。",
}


@pytest.mark.parametrize(
    ("written", "among", "words"),
    [
        ("CEASEFIRE", ["en", "hyphen"], ["ceasefire", "cease-fire"]),
        ("cease-fire", ["en", "hyphen"], ["ceasefire", "cease-fire"]),
        ('"ceasefire"', ["en"], ["ceasefire"]),
        ("settlement", ["en"], ["settlements"]),
        ('"settlement"', [], []),
        ("negotiation", ["en"], ["negotiated"]),
        ("Sanaa", ["hyphen"], ["Sana’a"]),
        ("sana'a", ["hyphen"], ["Sana’a"]),
        ("negociation", ["fr"], ["négociations"]),
        ("accord Genève", ["fr"], ["accord Genève"]),
        ("\"l'accord d'Oslo\"", ["fr"], ["l’accord d’Oslo"]),
        ("negociación asentamiento", ["es"], ["negociaciones asentamientos"]),
        ("переговоров", ["ru"], ["переговоры"]),
        ("российский мирный", ["ru"], ["мирные российскому"]),
        ("停火", ["zh"], ["停火"]),
        ("envoy* -freeze", ["en"], ["envoys"]),
        ("envoys -settlement", [], []),
        ("accord OR asentamientos", ["fr", "es"], ["accord", "asentamientos"]),
        # Arabic and Hebrew, with their vowel signs and without, whichever way the paper has them
        ("المفاوضات", ["ar"], ["المُفاوَضاتِ"]),
        ("الْمُفَاوَضَاتِ", ["ar"], ["المُفاوَضاتِ"]),
        ("مفاوضات", ["ar"], ["المُفاوَضاتِ"]),
        ("هدنة", ["ar"], ["الهُدْنَةِ"]),
        ("الهدنه", ["ar"], ["الهُدْنَةِ"]),
        ("اسرائيل", ["ar"], ["إسرائيل"]),
        ("اتفاق الهدنة", ["ar"], ["اتِّفاقَ الهُدْنَةِ"]),
        ("שלום", ["he"], ["הַשָּׁלוֹם"]),
        ("שָׁלוֹם", ["he"], ["הַשָּׁלוֹם"]),
        ("השלום", ["he"], ["הַשָּׁלוֹם"]),
        ("הסכם השלום", ["he"], ["הֶסְכֵּם הַשָּׁלוֹם"]),
        ('צה"ל', ["he"], ["וצה״ל"]),
        ('"הסכם השלום"', ["he"], ["הֶסְכֵּם הַשָּׁלוֹם"]),
    ],
)
def test_a_query_finds_papers_in_its_language_and_marks_their_own_words(
    papers: tuple[Record, Finder, dict[str, str]], written: str, among: list[str], words: list[str]
) -> None:
    record, finder, ids = papers
    found = find(finder, record, written)
    assert {hit.quote.document for hit in found.hits} == {ids[name] for name in among}
    assert sorted(said(record, found)) == sorted(words)


VOCALISED = ["مُعَاهَدَةُ السَّلَامِ", "الْحُكُومَةُ الْأُرْدُنِيَّةُ", "عَلَى الضِّفَّةِ", "הַמֶּמְשָׁלָה", "שְׁטָחִים", "אֲרָצוֹת הַבְּרִית"]


@pytest.mark.parametrize("vocalised", VOCALISED)
def test_vocalised_and_unvocalised_words_find_each_other(small: Record, finder: Finder, vocalised: str) -> None:
    plain = re.sub("[\u0591-\u05c7\u064b-\u0652]", "", vocalised)
    assert plain != vocalised
    add(small, f"— {vocalised} —")
    add(small, f"— {plain} —")
    for written in (vocalised, plain, f'"{vocalised}"', f'"{plain}"'):
        assert find(finder, small, written).total == 2


def test_two_words_are_found_by_one_that_is_joined_by_a_hyphen(small: Record, finder: Finder) -> None:
    for words in ("The cease fire holds.", "The cease-fire holds.", "The ceasefire holds.", "Cease the fire!"):
        add(small, words)
    assert find(finder, small, "cease-fire").total == 3
    assert find(finder, small, "ceasefires").total == 2


def test_quotes_and_marks_stand_in_the_document_where_they_say(small: Record, finder: Finder) -> None:
    content = (
        f"Title of the paper{BREAK}The envoys, so it is said, met. {'Much else was said. ' * 80}An envoy left.{BREAK}"
    )
    document = add(small, content)
    found = find(finder, small, "envoys")
    assert found.total == 2
    for hit in found.hits:
        assert hit.quote.holds_in(content)
        assert hit.passage[0] <= hit.quote.start < hit.quote.end <= hit.passage[1]
        assert [content[start:end].casefold() for start, end in hit.marks] in (["envoys"], ["envoy"])
        assert all(hit.quote.start <= start < end <= hit.quote.end for start, end in hit.marks)
    assert {hit.quote.document for hit in found.hits} == {document.id}


def test_nobody_finds_or_counts_what_they_may_not_see(small: Record, finder: Finder) -> None:
    add(small, "Envoys met in Vienna.")
    add(small, "Envoys met in Geneva, in secret.", compartments=["inner"])
    outsider, insider = Viewer("Ann"), Viewer("Bea", frozenset({"inner"}))
    for written, out, inside in (("envoys", 1, 2), ("secret", 0, 1), ("sec*", 0, 1), ("Oslo Doha", 0, 0)):
        assert find(finder, small, written, outsider).total == out
        assert find(finder, small, written, insider).total == inside
        assert find(finder, small, written).total == inside
    assert find(finder, small, "Vienna Geneva", outsider).total == 1  # that have some of the words
    assert find(finder, small, "Vienna Geneva", insider).total == 2
    assert find(finder, small, "secret met", outsider).total == 1
    assert find(finder, small, "secret met", insider).total == 1
    assert not any("secret" in hit.quote.exact for hit in find(finder, small, "", outsider).hits)


def test_where_no_passage_has_all_words_those_with_some_are_found_the_best_first(small: Record, finder: Finder) -> None:
    for words in ("Envoys met in Vienna.", "Envoys left Geneva for Oslo.", "Nobody came.", "Envoys met."):
        add(small, words)
    found = find(finder, small, "Oslo Geneva Vienna")
    assert found.loose
    assert [hit.quote.exact for hit in found.hits] == ["Envoys left Geneva for Oslo.", "Envoys met in Vienna."]
    assert find(finder, small, "Oslo Vienna -Geneva").total == 1
    found = find(finder, small, "envoys Geneva Doha")  # all of these have the envoys, which tells nothing
    assert found.total == 3
    assert sorted(said(small, found)) == ["", "", "Geneva"]
    assert not find(finder, small, "envoys Vienna").loose
    assert not find(finder, small, "Doha Cairo").loose


def test_search_goes_through_the_same_glass_as_everything(small: Record, finder: Finder) -> None:
    add(small, "Envoys met in Vienna.", dated=day("2024-03-01"))
    add(small, "Envoys met in Geneva.", dated=day("2024-03-20"))
    add(small, "Envoys met in Doha.")
    finder.index.catch_up(small.at)
    assert finder.find(small.at(published_by=dt.date(2024, 3, 10)), "envoys").total == 1
    assert finder.find(small.at(published_by=dt.date(2024, 3, 20)), "envoys").total == 2
    assert [finder.find(small.at(as_known=seq), "envoys").total for seq in range(4)] == [0, 1, 2, 3]


def test_all_hits_come_once_page_by_page(small: Record, finder: Finder) -> None:
    for number in range(7):
        add(small, f"Envoys met, number {number}.{BREAK}Envoys left, number {number}.")
    finder.index.catch_up(small.at)
    pages = [finder.find(small.at(), "envoys", limit=4, offset=offset).hits for offset in range(0, 16, 4)]
    assert [len(page) for page in pages] == [4, 4, 4, 2]
    assert len({(hit.quote.document, hit.passage) for page in pages for hit in page}) == 14


def test_hits_stand_in_the_order_that_is_asked_for(small: Record, finder: Finder) -> None:
    dates = {add(small, f"Envoys met in {place}.").id: place for place in ("Vienna", "Geneva", "Doha")}
    finder.index.catch_up(small.at)
    found = finder.find(small.at(), "envoys", order=lambda document: dates[document])
    assert [dates[hit.quote.document] for hit in found.hits] == ["Doha", "Geneva", "Vienna"]
    found = finder.find(small.at(), "")
    assert [dates[hit.quote.document] for hit in found.hits] == ["Vienna", "Geneva", "Doha"]


def test_the_first_by_date_among_many_are_those_of_a_whole_sort(
    small: Record, finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranks = {}
    for number in range(9):
        text = BREAK.join(f"Envoys met, {number} {part}." for part in range(number % 3 + 1))
        ranks[add(small, text if number % 4 else f"Nobody met, {number}.").id] = str(number * 5 % 9)
    finder.index.catch_up(small.at)
    whole = finder.find(small.at(), "envoys", order=ranks.__getitem__)
    assert [ranks[hit.quote.document] for hit in whole.hits] == sorted(ranks[hit.quote.document] for hit in whole.hits)
    monkeypatch.setattr(finding, "_FEW", 0)
    monkeypatch.setattr(finding, "_AT_ONCE", 1)
    for offset in range(whole.total + 1):
        found = finder.find(small.at(), "envoys", order=ranks.__getitem__, limit=3, offset=offset)
        assert (found.total, found.hits) == (whole.total, whole.hits[offset : offset + 3])
    assert whole.total > 9


def test_only_documents_and_passages_that_are_admitted_are_found(small: Record, finder: Finder) -> None:
    one = add(small, f"Envoys met in Vienna.{BREAK}Envoys met in Oslo.")
    other = add(small, "Envoys met in Geneva.")
    finder.index.catch_up(small.at)

    def admits(document: str, start: int, end: int) -> tuple[Span, ...]:
        return ((0, 6),) if document == one.id and start == 0 else ()

    assert finder.find(small.at(), "envoys", documents=[other.id]).total == 1
    found = finder.find(small.at(), "envoys", admits=admits)
    assert [(hit.quote.document, hit.quote.start) for hit in found.hits] == [(one.id, 0)]
    assert finder.find(small.at(), "", admits=admits).hits[0].marks == ((0, 6),)
    assert finder.find(small.at(), "envoys", documents=[other.id], admits=admits).total == 0


@pytest.mark.parametrize(("limit", "offset"), [(0, 0), (501, 0), (10, -1)])
def test_a_page_has_bounds(small: Record, finder: Finder, limit: int, offset: int) -> None:
    with pytest.raises(BadArgument, match="1 to 500 hits"):
        finder.find(small.at(), "envoys", limit=limit, offset=offset)


# Against going through every passage word by word: three-letter words without endings, so that nothing is inflected.
VOCABULARY = ("bok", "bokan", "dum", "fim", "gup")
passages = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=6), min_size=1, max_size=5)
atoms = st.one_of(
    st.sampled_from(VOCABULARY),
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"'),
    st.sampled_from(("bo*", "bok*", "fi*")),
)
parts = st.one_of(
    atoms,
    st.tuples(atoms, atoms).map(" OR ".join),
    atoms.map("-{}".format),
    st.tuples(atoms, atoms).map(lambda p: f"({' '.join(p)})"),
)


@given(passages, st.lists(parts, min_size=1, max_size=4).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_finds_what_reading_every_passage_finds(
    tmp_path_factory: pytest.TempPathFactory, written: list[list[str]], query: str
) -> None:
    try:
        node = parse(query)
    except BadQuery:
        return
    with Record.create(tmp_path_factory.mktemp("case") / "case") as record:
        documents = [add(record, f"{' '.join(words)} . {number}") for number, words in enumerate(written)]
        finder = Finder(Index(None))
        found = find(finder, record, query)
    expected = {d.id for d, words in zip(documents, written, strict=True) if meets(node, words)}
    if found.loose:
        assert not expected
    else:
        assert {hit.quote.document for hit in found.hits} == expected
        assert found.total == len(expected)


def meets(node: Node, words: list[str]) -> bool:
    if isinstance(node, Words):
        size = len(node.words)
        return any(tuple(words[at : at + size]) == node.words for at in range(len(words)))
    if isinstance(node, Beginning):
        return any(word.startswith(node.letters) for word in words)
    if isinstance(node, Not):
        return not meets(node.what, words)
    kinds = {All: all, Any: any}
    return kinds[type(node)](meets(one, words) for one in node.of)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, Finder, dict[str, str]]:
    """A case with one paper in each language, what searches it, and the ids of the papers."""
    record = Record.create(tmp_path_factory.mktemp("languages") / "case")
    ids = {name: add(record, words).id for name, words in PAPERS.items()}
    return record, Finder(Index(None)), ids
