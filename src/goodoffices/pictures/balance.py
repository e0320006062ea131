"""What two parties gave each other, side by side, and what of it still stands, as its sources claim it."""

from collections.abc import Sequence

from msgspec import Struct

from goodoffices.pictures.commitments import Sign
from goodoffices.pictures.lettering import wrapped
from goodoffices.pictures.marks import Glyph, Line, Linked, Mark, Picture, Plain, Table, Words

WIDTH, SIDE, HEAD, ROW = 760.0, 372.0, 42.0, 52.0


class Gift(Struct, frozen=True, kw_only=True):
    """One concession: what, in exchange for what ("" where nobody says), what became of it in a word, whose word it
    is, and the claim to open."""

    what: str
    exchange: str
    fate: str
    sign: Sign
    word: str
    ref: str


class Exchange(Struct, frozen=True, kw_only=True):
    """Two parties and what each gave the other; gave: how many by each, of which some may be left out."""

    one: str
    other: str
    by_one: tuple[Gift, ...]
    by_other: tuple[Gift, ...]
    gave: tuple[int, int]


def balance(title: str, finding: str, note: str, exchanges: Sequence[Exchange]) -> Picture:
    """A block per pair: on the left what the first gave, on the right what the second gave."""
    marks: list[Mark] = []
    y = 0.0
    for one in exchanges:
        rows = max(len(one.by_one), len(one.by_other), 1)
        low = y + HEAD + ROW * rows
        marks.append(Line(x1=WIDTH / 2, y1=y + 8, x2=WIDTH / 2, y2=low))
        for x, giver, receiver, gifts, count in (
            (0.0, one.one, one.other, one.by_one, one.gave[0]),
            (WIDTH - SIDE, one.other, one.one, one.by_other, one.gave[1]),
        ):
            head = wrapped(f"{giver} gave {receiver}: {count}", SIDE - 8, 12.5, 2)
            marks += [Words(x=x, y=y + 18 + 15 * n, text=line, size=12.5, bold=True) for n, line in enumerate(head)]
            marks += [_row(gift, x, y + HEAD + ROW * n) for n, gift in enumerate(gifts)]
            if not gifts:
                said = "nothing is recorded, which is no finding that nothing was given"
                lines = wrapped(said, SIDE - 8, 11.5, 2)
                marks += [
                    Words(x=x, y=y + HEAD + 18 + 15 * n, text=line, size=11.5, role="quiet", term=True)
                    for n, line in enumerate(lines)
                ]
        y = low + 14
        marks.append(Line(x1=0, y1=y - 6, x2=WIDTH, y2=y - 6))
    return Picture(
        title=title, finding=finding, note=note, width=WIDTH, height=y, marks=tuple(marks), table=_table(exchanges)
    )  # fmt: skip


def _row(gift: Gift, x: float, y: float) -> Linked:
    lines = wrapped(f"{gift.what}, for {gift.exchange}" if gift.exchange else gift.what, SIDE - 24, 12, 2)
    marks: list[Plain] = [Glyph(x=x + 6, y=y + 14, path=gift.sign.path, filled=gift.sign.filled, role=gift.sign.role)]
    marks += [Words(x=x + 20, y=y + 18 + 15 * n, text=line, size=12) for n, line in enumerate(lines)]
    under = y + 18 + 15 * len(lines)
    told = wrapped(f"{gift.fate}; the word of {gift.word}", SIDE - 24, 10.5, 1)[0]
    marks.append(Words(x=x + 20, y=under, text=told, size=10.5, role="quiet", term=True))
    return Linked(to=gift.ref, says=f"{gift.what}: {gift.fate}", marks=tuple(marks))


def _table(exchanges: Sequence[Exchange]) -> Table:
    rows, refs = [], []
    for one in exchanges:
        for giver, receiver, gifts in ((one.one, one.other, one.by_one), (one.other, one.one, one.by_other)):
            for gift in gifts:
                rows.append((gift.what, giver, receiver, gift.exchange or "–", gift.fate, gift.word))
                refs.append((gift.ref,))
    heads = ("What", "Given by", "To", "In exchange for", "What became of it", "Whose word")
    return Table(heads, tuple(rows), tuple(refs), terms=(4,))
