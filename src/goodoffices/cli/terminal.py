"""What the commands print: plain lines for people, JSON for programs, a bar for what takes time."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import click
import msgspec

from goodoffices.errors import Refused, clipped

if TYPE_CHECKING:
    from rich.text import Text

Progress = Callable[[str, int, int], None]
"""Called with a name, how many are done, and how many there are."""


def print_json(value: Any) -> None:
    """`value` as indented JSON on standard output; an exact fraction is a string, "421/2145"."""
    click.echo(msgspec.json.format(msgspec.json.encode(value, enc_hook=_exact), indent=2).decode())


def _exact(value: Any) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(type(value))  # what msgspec asks of a hook for a type that it does not know


def complain(refused: Iterable[Refused]) -> None:
    """Each refused item with its error, on standard error."""
    for item, error in refused:
        click.echo(f"refused  {item}: {error}", err=True)


@contextmanager
def bar(label: str, *, quiet: bool = False) -> Iterator[Progress]:
    """A progress bar on standard error; nothing when `quiet`, or when nobody looks at a terminal."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    with Bar(console=console, transient=True, disable=quiet or not console.is_terminal) as drawn:
        task = drawn.add_task(label, total=None)

        def step(name: str, done: int, total: int) -> None:
            drawn.update(task, completed=done, total=total, description=f"{label} {name[:32]}")

        yield step


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 document", "2 documents"; `many` where the plural is not made with an s."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def table(
    rows: "Sequence[tuple[str | Text, ...]]", *, heads: tuple[str, ...], widths: dict[int, int] | None = None
) -> None:
    """A table with hairlines only, wrapped to the terminal between words; `widths` caps columns by number.

    Where the terminal is too narrow for that, each row is told line by line instead, every cell after its head.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
    cells = [tuple(Text(cell) if isinstance(cell, str) else cell for cell in row) for row in rows]
    room = console.width - _GAP * len(heads) + 1
    columns = [(Text(head), *column) for head, *column in zip(heads, *cells, strict=True)]
    found = _widths(columns, room, widths or {})
    if found is None:
        for row in cells:
            for head, cell in zip(heads, row, strict=True):
                if cell.plain.strip():
                    console.print(Text.assemble((f"{head}: ", "bold"), cell) if head else cell)
            console.print()
        return
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for head, width in zip(heads, found, strict=True):
        drawn.add_column(head, width=width, overflow="fold")
    for row in cells:
        drawn.add_row(*row)
    console.print(drawn)


_GAP = 3  # letters that a table puts between two cells
_LONGEST = 28  # letters of a word that is kept whole; a longer one (a path, an address) is folded


def _widths(columns: "Sequence[Sequence[Text]]", room: int, caps: dict[int, int]) -> list[int] | None:
    """The widths of columns that fill `room` at most, the widest narrowed first; None if words would break.

    Rich breaks words of a narrow column while a wide one still has room.
    """
    least = [
        min(_LONGEST, max(_letters(word) for text in texts for word in text.plain.split() or ("",)))
        for texts in columns
    ]
    lines = [max(_letters(line) for text in texts for line in text.plain.splitlines() or ("",)) for texts in columns]
    wanted = [max(least[n], min(line, caps.get(n, line))) for n, line in enumerate(lines)]
    if sum(least) > room:
        return None
    while sum(wanted) > room:
        widest = max((n for n in range(len(wanted)) if wanted[n] > least[n]), key=wanted.__getitem__)
        wanted[widest] -= 1
    return wanted


def _letters(words: str) -> int:
    from rich.cells import cell_len

    return cell_len(words)


def named(refused: Iterable[Refused]) -> list[dict[str, str]]:
    """Refused items for JSON: the item, the rule broken, the value, the remedy."""
    return [
        {"item": r.item, "rule": r.error.rule, "value": clipped(r.error.value), "remedy": r.error.remedy}
        for r in refused
    ]
