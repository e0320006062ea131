"""Words made comparable, and where each of them stands in the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.vocabulary.folding import fold, folded

LETTERS = (
    "aZéßİıøœñçΣς ийЙИ\u0306\u0301ёЁقآأإىةـ\u064b\u0650\u0651שלום\u05b8\u05c1ך״׳\"'’‘-‐ \n\t.,()١٢9½ﬁﷲ中の\u200b\u00ad_"
)
texts = st.text(st.one_of(st.sampled_from(LETTERS), st.characters(codec="utf-8")), max_size=60)


def words(text: str) -> list[str]:
    return fold(text).split()


@given(texts)
def test_the_fast_way_and_the_way_with_offsets_fold_alike(text: str) -> None:
    assert folded(text).text == fold(text)


@given(texts)
def test_every_folded_character_stands_for_a_stretch_of_the_text_and_in_order(text: str) -> None:
    made = folded(text)
    assert len(made.starts) == len(made.ends) == len(made.text)
    assert all(0 <= start < end <= len(text) for start, end in zip(made.starts, made.ends, strict=True))
    assert list(made.starts) == sorted(made.starts)
    assert list(made.ends) == sorted(made.ends)


@given(texts)
def test_a_word_cut_out_of_the_text_folds_to_that_word(text: str) -> None:
    for word, (start, end) in folded(text).words():
        if not any("\u3040" <= c <= "\u9fff" for c in text[start:end]) and len(words(text[start:end])) == 1:
            assert words(text[start:end]) == [word]


@given(texts)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once).split() == once.split()


@given(st.text(st.one_of(st.sampled_from(LETTERS), st.characters(max_codepoint=0x6FF)), max_size=40))
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))


@given(st.lists(st.text("abcXYZéñ中قשлй19", min_size=1, max_size=8), max_size=8))
def test_folded_words_are_what_spaces_part(parts: list[str]) -> None:
    assert words(" ".join(parts)) == [word for part in parts for word in words(part)]


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("RÉSOLUTION", "resolution"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("œuvre", "oeuvre"),
        ("ﬁnal", "final"),
        ("ёлка", "елка"),
        ("российски\u0438\u0306", "российски\u0439"),
        ("Sana’a", "Sanaa"),
        ("Ra'ad", "Raʿad"),
        ("١٩٦٧", "1967"),
        ("الْمُفَاوَضَاتُ", "المفاوضات"),
        ("إسرائيل", "اسرائيل"),
        ("مـــصر", "مصر"),
        ("هدنة", "هدنه"),
        ("على", "علي"),
        ("שָׁלוֹם", "שלום"),
        ("שׁלום", "\ufb2aלום"),
        ("צה״ל", 'צה"ל'),
        ("צה״ל", "צהל"),
        ("cooperate\u00ad", "coop\u200berate"),
    ],
)
def test_people_who_type_it_otherwise_mean_the_same(written: str, other: str) -> None:
    assert words(written) == words(other)


def test_an_apostrophe_that_parts_words_parts_them() -> None:
    assert words("l’accord d'Oslo, qu'il; Israel's") == ["l", "accord", "d", "oslo", "qu", "il", "israel", "s"]


def test_a_short_i_stays_another_letter_than_an_i() -> None:
    assert words("мой") != words("мои")


def test_where_no_spaces_part_words_each_sign_is_one() -> None:
    assert words("停火 agreement") == ["停", "火", "agreement"]
