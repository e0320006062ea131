"""The same text in five languages says the same; and real speeches."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from goodoffices.reading import reader
from goodoffices.vocabulary.party import Parties, known_parties
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.when import on_day
from tests.reading.invented import text_of

SPEECHES = Path(__file__).parents[2].parent / "shared" / "corpora" / "unga79_speeches"
WRITTEN = dt.date(2030, 5, 4)
SAID = {
    "fr": "Le Quatuor s’est réuni à Vell le 3 mai 2030. La France et les États-Unis appellent la Norvège à agir dans "
    "un délai de trois mois, au plus tard le 1er août 2030. Un rapport suivra en temps voulu. En septembre 2029, "
    "l’Allemagne avait refusé.",
    "es": "El Cuarteto se reunió en Vell el 3 de mayo de 2030. Francia y Estados Unidos piden a Noruega que actúe en "
    "un plazo de tres meses, a más tardar el 1 de agosto de 2030. Un informe seguirá en el momento oportuno. En "
    "septiembre de 2029 Alemania se negó.",
    "ru": "Квартет встретился в Велле 3 мая 2030 года. Франция и США призывают Норвегию действовать в течение трёх "
    "месяцев, не позднее 1 августа 2030 года. Доклад последует в надлежащее время. В сентябре 2029 года в Германии "
    "отказались.",
    "ar": "اجتمعت اللجنة الرباعية في فيل في 3 أيار 2030. ودعت فرنسا والولايات المتحدة النرويج إلى العمل في غضون ثلاثة "
    "أشهر، في موعد أقصاه 1 أغسطس 2030. وسيصدر تقرير في الوقت المناسب. وفي سبتمبر 2029 رفضت ألمانيا.",
    "he": "הקוורטט נפגש בוול ב-3 במאי 2030. צרפת וארצות הברית קראו לנורווגיה לפעול בתוך שלושה חודשים, לא יאוחר מ-1 "
    "באוגוסט 2030. דוח יפורסם בזמן המתאים. בספטמבר 2029 סירבה גרמניה.",
}


def read(words: str, language: str, dated: dt.date | None = WRITTEN, parties: Parties | None = None) -> Reading:
    text = replace(text_of(words), language=language)
    return reader.read(text, document="d", dated=on_day(dated) if dated else None, parties=parties)


@pytest.mark.parametrize("language", sorted(SAID))
def test_states_and_bodies_are_found_by_their_names_in_the_language(language: str) -> None:
    found = {mention.party for mention in read(SAID[language], language).actors}
    assert found == {"quartet", "fra", "usa", "nor", "deu"}


@pytest.mark.parametrize("language", sorted(SAID))
def test_days_months_deadlines_and_vague_words_are_told_apart(language: str) -> None:
    whens = [mention.when for mention in read(SAID[language], language).dates]
    assert [w.value for w in whens] == ["2030-05-03", "P3M", "2030-08-01", "FUTURE_REF", "2029-09"]
    meeting, length, last, vague, month = whens
    assert (meeting.earliest, meeting.latest) == (dt.date(2030, 5, 3), dt.date(2030, 5, 3))
    assert (length.earliest, length.latest, length.anchor) == (None, dt.date(2030, 8, 4), "document")
    assert (last.earliest, last.latest) == (None, dt.date(2030, 8, 1))
    assert not vague.bounded
    assert (month.earliest, month.latest) == (dt.date(2029, 9, 1), dt.date(2029, 9, 30))


@pytest.mark.parametrize("language", sorted(SAID))
def test_without_a_date_of_the_document_a_length_gets_no_day(language: str) -> None:
    length = next(m.when for m in read(SAID[language], language, None).dates if m.when.value == "P3M")
    assert not length.bounded


def test_a_name_that_the_case_has_learnt_for_a_language_is_found() -> None:
    known = [
        replace(p, names={**p.names, "fr": ("les Médiateurs",)}) if p.id == "quartet" else p for p in known_parties()
    ]
    found = read("Hier les Médiateurs ont parlé.", "fr", parties=Parties(known))
    assert [m.party for m in found.actors] == ["quartet"]


def test_russian_names_are_found_in_their_cases() -> None:
    said = "Делегации Франции, Турцией и Египта говорили об Австрии и Испанию."
    assert {m.party for m in read(said, "ru").actors} == {"fra", "tur", "egy", "aut", "esp"}


@pytest.mark.skipif(not SPEECHES.exists(), reason="the shared corpus is not beside the repository")
@pytest.mark.parametrize("name", ["ad_fr", "bo_es", "by_ru", "cd_fr"])
def test_a_real_speech_names_several_states_and_its_quotes_stand_in_it(name: str) -> None:
    content = (SPEECHES / f"{name}.txt").read_text(encoding="utf-8")
    reading = read(content, name[-2:], dt.date(2024, 9, 25))
    assert len({m.party for m in reading.actors}) >= 5
    assert len(reading.dates) >= 3
    quotes = [a.quote for a in reading.actors] + [d.quote for d in reading.dates]
    assert all(q.holds_in(content) for q in quotes)
