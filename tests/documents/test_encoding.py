"""Encodings: nothing garbled in silence."""

import codecs

import pytest

from goodoffices.documents import extract
from goodoffices.errors import BadDocument

RUSSIAN = "Стороны договорились об обмене списками пленных, и не только о том, что будет с ними до конца недели."
ARABIC = "وقال المتحدث باسم اللجنة إن الطرفين أكدا التزامهما بالهدنة التي أعلنت في بداية العام"
HEBREW = "המתווכים הציעו כי הצד האחד ישחרר תחילה את האסירים החולים, וכי הצד האחר יפתח את הכביש"
FRENCH = "Les résolutions du comité ont été adoptées à Genève – “enfin”, a dit la présidente."


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "cp1256"),
        (HEBREW, "cp1255"),
        (FRENCH, "cp1252"),
    ],
)
def test_old_encodings_are_known_by_their_words_and_noted(said: str, encoding: str) -> None:
    text = extract(said.encode(encoding), "a.txt")
    assert text.content == said
    assert any(encoding in note for note in text.notes)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_at_the_start_tells_the_encoding_and_is_no_text(encoding: str) -> None:
    text = extract(ARABIC.encode(encoding), "a.txt")
    assert text.content == ARABIC
    assert text.notes == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read_and_noted(encoding: str) -> None:
    text = extract(FRENCH.encode(encoding), "a.txt")
    assert text.content == FRENCH
    assert any(encoding in note for note in text.notes)


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_html_is_read_as_it_declares(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>{RUSSIAN}</p></body></html>'
    text = extract(page.encode(charset), "a.html")
    assert text.content == RUSSIAN
    assert text.notes == ()


def test_html_that_declares_wrongly_is_read_as_the_utf8_it_is() -> None:
    page = f'<html><head><meta charset="windows-1252"></head><body><p>{RUSSIAN}</p></body></html>'
    assert extract(page.encode(), "a.html").content == RUSSIAN


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "base64", "utf-16", "idna", "rot13", "no-such-thing"])
def test_a_declaration_that_would_garble_is_not_followed(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>{FRENCH} +ADw-b+AD4- \\u0041</p></body></html>'
    assert extract(page.encode("cp1252"), "a.html").content == f"{FRENCH} +ADw-b+AD4- \\u0041"


def test_damaged_utf8_is_read_with_the_number_of_places() -> None:
    text = extract((FRENCH * 40).encode() + b"\xff and \xfe", "a.txt")
    assert text.content.count("\ufffd") == 2
    assert any(note.startswith("2 invalid") for note in text.notes)


def test_nul_and_unpaired_surrogates_are_replaced_and_counted() -> None:
    text = extract(b"A truce\x00 of ten\x00 days", "a.txt")
    assert text.content == "A truce\ufffd of ten\ufffd days"
    assert any(note.startswith("2 NUL") for note in text.notes)
    paired = extract(codecs.BOM_UTF16_LE + "A truce \ud800 of days".encode("utf-16-le", "surrogatepass"), "a.txt")
    assert "\ufffd" in paired.content
    assert paired.notes


def test_every_kind_of_line_end_becomes_one() -> None:
    assert extract("a\r\nb\rc\u2028d\x85e\x0cf\n".encode(), "a.txt").content == "a\nb\nc\nd\ne\nf\n"


def test_text_saved_wrongly_before_is_noted() -> None:
    text = extract("La présidente l’a répété.".encode().decode("cp1252").encode(), "a.txt")
    assert any("wrong encoding before" in note for note in text.notes)


@pytest.mark.parametrize("encoding", ["shift_jis", "gb2312", "euc_kr"])
def test_an_encoding_nobody_can_recognise_is_refused(encoding: str) -> None:
    said = {
        "shift_jis": "日本語の文章です。これは試験です。",
        "gb2312": "双方同意延长停火协议并交换名单",
        "euc_kr": "양측은 휴전을 연장하기로 합의했다",
    }
    with pytest.raises(BadDocument, match="encoding"):
        extract(said[encoding].encode(encoding), "a.txt")
