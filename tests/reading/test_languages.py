"""Languages beside English: who is named and when, and nothing made up."""

import datetime as dt
import itertools
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodoffices.reading import languages, reader, sentences
from goodoffices.reading.actors.names import institutions
from goodoffices.reading.languages.names import hits
from goodoffices.reading.languages.patterns import months, shapes, weekdays
from goodoffices.reading.languages.times import READINGS
from goodoffices.reading.languages.tongue import tongue
from goodoffices.reading.lexicon import rows
from goodoffices.vocabulary.party import known_parties
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.when import When, on_day
from tests.reading.texts import text

COMMON_WORDS = {"dma", "grd", "mus", "tgo", "mli", "per"}  # states whose names are also words or first names somewhere
WRITTEN = on_day(dt.date(2035, 5, 10))
CODES = sorted(languages.codes())


class Case(msgspec.Struct):
    say: str
    actors: list[tuple[str, str]]
    dates: list[tuple[str, str]]


GOLD = msgspec.yaml.decode(Path(__file__).with_name("languages.yaml").read_bytes(), type=dict[str, list[Case]])
SAID = [(code, case) for code, cases in GOLD.items() for case in cases]


def read(code: str, words: str, dated: When | None = WRITTEN) -> Reading:
    return reader.read(replace(text(words), language=code), document="d", dated=dated)


def told(when: When) -> str:
    return str(when) if when.bounded else when.value


def test_the_languages_are_those_that_the_pages_name() -> None:
    assert CODES == ["ar", "es", "fr", "he", "it", "pt", "ru"]


@pytest.mark.parametrize(("code", "case"), SAID, ids=[f"{code}-{n}" for n, (code, _) in enumerate(SAID)])
def test_a_sentence_gives_the_parties_and_times_it_names_and_no_more(code: str, case: Case) -> None:
    reading = read(code, case.say)
    assert [(m.quote.exact, m.party) for m in reading.actors] == [tuple(a) for a in case.actors]
    assert [(m.quote.exact, told(m.when)) for m in reading.dates] == [tuple(d) for d in case.dates]


def test_a_deadline_without_a_date_to_count_from_keeps_its_length() -> None:
    (mention,) = read("ru", "Доклад представят в течение четырёх месяцев.", None).dates
    assert (mention.when.value, mention.when.bounded) == ("P4M", False)


def test_a_deadline_is_counted_from_the_date_told_with_it() -> None:
    (deadline, day) = read("fr", "Le rapport suit dans un délai de deux mois à compter du 5 mars 2036.").dates
    assert (deadline.when.latest, day.when.latest) == (dt.date(2036, 5, 5), dt.date(2036, 3, 5))


def test_a_deadline_counted_from_an_event_nobody_dates_gets_no_day() -> None:
    (mention,) = read("es", "Se retirarán en un plazo de dos meses a partir de la firma del protocolo.").dates
    assert (mention.when.value, mention.when.bounded) == ("P2M", False)


def test_a_capital_is_a_government_only_when_it_speaks() -> None:
    assert [m.party for m in read("fr", "Londres a rejeté le texte rédigé à Moscou.").actors] == ["gbr"]
    assert [m.party for m in read("ar", "رفضت موسكو النص الذي كتب في لندن.").actors] == ["rus"]


def test_the_longer_name_wins() -> None:
    assert [m.party for m in read("fr", "La Guinée équatoriale, la Guinée-Bissau et la Guinée.").actors] == [
        "gnq",
        "gnb",
        "gin",
    ]


def test_no_frames_are_read_and_the_reading_says_so() -> None:
    reading = read("ru", "Франция отвергла предложение.")
    assert (reading.claims, reading.hedges) == ((), ())
    assert reading.notes == ("Only actors and dates were read: the text is not in English (ru).",)


@pytest.mark.parametrize("code", ["de", "zh", ""])
def test_a_language_without_a_folder_gives_nothing_and_the_reading_says_so(code: str) -> None:
    reading = read(code, "Frankreich lehnte am 3. Mai 2035 das Angebot der Europäischen Union ab.")
    assert (reading.claims, reading.actors, reading.dates) == ((), (), ())
    assert reading.notes
    assert reading.notes[0].startswith("Nothing was read")


@pytest.mark.parametrize("code", CODES)
def test_the_tables_of_a_language_are_whole(code: str) -> None:
    known = {p.id for p in known_parties()} | {p.id for p in institutions()}
    states = [row[0] for row in rows("states", 5, code)]
    assert len(states) == len(set(states))
    assert {*states, *(row[0] for row in rows("bodies", 2, code))} - known == set()
    assert {rule for rule, _ in shapes(code)} <= set(READINGS)
    assert set(months(code).values()) == set(range(1, 13))
    assert set(weekdays(code).values()) == set(range(1, 8))
    assert rows("offices", 2, code)
    assert rows("places", 1, code)
    assert tongue(code).cues.by


@pytest.mark.parametrize("code", CODES)
def test_every_state_is_found_under_its_cldr_name_or_one_of_the_table(code: str) -> None:
    named = {h.party for n in names_of(code) for h in hits(code, n, known_parties())}
    missing = {p.id for p in known_parties() if p.kind == "state" and "cldr" in p.codes} - named
    assert missing <= COMMON_WORDS, missing


def names_of(code: str) -> list[str]:
    from babel import Locale

    from goodoffices.reading.languages.letters import plain

    cldr = Locale.parse(code).territories
    own = [cell for row in rows("states", 5, code) for cell in row[1].split("|")]
    return [plain(n) for n in [*(cldr.get(p.codes.get("cldr", ""), "-") for p in known_parties()), *own]]


WORDS = st.lists(
    st.one_of(
        st.sampled_from([word for _, case in SAID for word in case.say.split()]),
        st.text(alphabet="аяbзé״׳ىأ\u064b\u0640\u200f\u200b’-–.,،/ \n\t٣7", max_size=6),
    ),
    max_size=25,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(code=st.sampled_from(CODES), words=WORDS)
def test_every_mention_stands_where_it_says_and_is_no_part_of_another_word(code: str, words: str) -> None:
    reading = read(code, words)
    for quote in (*(m.quote for m in reading.actors), *(m.quote for m in reading.dates)):
        assert words[quote.start : quote.end] == quote.exact
        assert quote.exact
        assert not quote.exact[0].isspace()
        assert not quote.exact[-1].isspace()
        after = words[quote.end : quote.end + 1]
        assert not re.match(r"[^\W_]", after) or not re.match(r"[^\W_]", quote.exact[-1])
        if not tongue(code).proclitics:
            assert not re.match(r"[^\W_]", words[quote.start - 1 : quote.start])
    spans = [(m.quote.start, m.quote.end) for m in reading.dates]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@settings(max_examples=20, deadline=None)
@given(code=st.sampled_from(CODES), words=WORDS)
def test_the_same_text_gives_the_same_reading(code: str, words: str) -> None:
    assert read(code, words) == read(code, words)


def test_sentences_of_the_tests_are_sentences() -> None:
    assert all(len(sentences.split(text(case.say))) == 1 for _, case in SAID)
