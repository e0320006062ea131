"""Pictures in the language of their page."""

from goodoffices.pictures.marks import Linked, Picture, Table, Words
from goodoffices.pictures.spoken import spoken

TAUGHT = {
    "kept": "tenu",
    "open": "ouvert",
    "Who stands where": "Qui se tient où",
    "State": "État",
    "due": "à faire ici",
}


def say(text: str) -> str:
    return TAUGHT.get(text, text)


def picture(*marks: Words | Linked) -> Picture:
    table = Table(("What", "State"), (("open", "open"), ("kept", "kept, 3 days late")), terms=(1,))
    return Picture(
        title="Who stands where", finding="open", note="", width=100, height=100, marks=tuple(marks), table=table
    )


def test_the_product_s_own_words_are_put_and_the_record_s_stay() -> None:
    own = Words(x=0, y=0, text="kept, 3 days late · open · Arden", term=True)
    theirs = Words(x=0, y=0, text="open")
    found = spoken(picture(Linked(to="m-1", says="", marks=(own, theirs))), say)
    (linked,) = found.marks
    assert isinstance(linked, Linked)
    assert [one.text for one in linked.marks if isinstance(one, Words)] == [
        "tenu, 3 days late · ouvert · Arden",
        "open",
    ]
    assert found.title == "Qui se tient où"
    assert found.finding == "open"
    assert found.table.heads == ("What", "État")
    assert found.table.rows == (("open", "ouvert"), ("kept", "tenu, 3 days late"))


def test_a_longer_word_is_set_smaller_and_a_shorter_one_as_it_was() -> None:
    long, short = (Words(x=0, y=0, text=text, size=12, term=True) for text in ("due", "open"))
    first, second = spoken(picture(long, short), say).marks
    assert isinstance(first, Words)
    assert isinstance(second, Words)
    assert first.size == 8.5  # at the smallest that is read
    assert second.size == 9.2  # 12 times 4/6 and a margin of .15
