"""Russian: names in their cases, adjectives in all their endings."""

from collections.abc import Iterator
from itertools import zip_longest

from goodoffices.reading.actors.names import Sort

_ADJECTIVE = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими", "о")
# Ending of the nominative, endings of the other cases in one order: genitive, dative, accusative, instrumental,
# prepositional. The first row that fits is taken; what fits none is not declined (Чили, Перу, Конго).
_NOUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ские", ("ских", "ским", "ские", "скими", "ских")),
    ("ный", ("ного", "ному", "ный", "ным", "ном")),
    ("кий", ("кого", "кому", "кий", "ким", "ком")),
    ("ный", ("ного", "ному", "ный", "ным", "ном")),
    ("ая", ("ой", "ой", "ую", "ой", "ой")),
    ("яя", ("ей", "ей", "юю", "ей", "ей")),
    ("ое", ("ого", "ому", "ое", "ым", "ом")),
    ("ые", ("ых", "ым", "ые", "ыми", "ых")),
    ("ия", ("ии", "ии", "ию", "ией", "ии")),
    ("ка", ("ки", "ке", "ку", "кой", "ке")),
    ("га", ("ги", "ге", "гу", "гой", "ге")),
    ("ша", ("ши", "ше", "шу", "шей", "ше")),
    ("а", ("ы", "е", "у", "ой", "е")),
    ("ья", ("ьи", "ье", "ью", "ьей", "ье")),
    ("я", ("и", "е", "ю", "ей", "е")),
    ("тий", ("тия", "тию", "тий", "тием", "тии")),
    ("ство", ("ства", "ству", "ство", "ством", "стве")),
    ("ты", ("тов", "там", "ты", "тами", "тах")),
    ("ны", ("н", "нам", "ны", "нами", "нах")),
    ("ай", ("ая", "аю", "ай", "аем", "ае")),
    ("ей", ("ея", "ею", "ей", "еем", "ее")),
    ("ь", ("я", "ю", "ь", "ем", "е")),
    ("ва", ("вы", "ве", "ву", "вой", "ве")),
)
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"


def forms(name: str, sort: Sort) -> Iterator[str]:
    """The name in its cases. Adjectives come as stems; of a name of several words the leading ones are declined as
    adjectives are, its last or only noun too; what follows a noun ("наций") stays.
    """
    if sort == "adjective":
        for ending in _ADJECTIVE:
            yield name + ending
            yield name[0].upper() + name[1:] + ending
        return
    yield name
    words = name.split(" ")
    if any(len(word) < 3 for word in words) or name.isupper():
        return
    heads = [*words]
    declined: list[tuple[str, ...]] = []
    while heads:
        word = heads.pop(0)
        cases = _cases(word)
        declined.append(cases or (word,) * 5)
        if cases is None or not word.endswith(("ая", "ое", "ые", "ский", "ный", "ские", "яя")):
            break
    for several in zip_longest(*declined):
        yield " ".join([*several, *heads])


def _cases(word: str) -> tuple[str, ...] | None:
    for ending, others in _NOUNS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return tuple(stem + other for other in others)
    if word[-1].lower() in _CONSONANTS:
        em = "ем" if word[-1] in "жшчщц" else "ом"
        return tuple(word + other for other in ("а", "у", "", em, "е"))
    return None
