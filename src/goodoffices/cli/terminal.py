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
    raise NotImplementedError(type(value))


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


def table(
    rows: "Sequence[tuple[str | Text, ...]]", *, heads: tuple[str, ...], widths: dict[int, int] | None = None
) -> None:
    """A table with hairlines only, wrapped to the terminal; `widths` caps columns by number."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for number, head in enumerate(heads):
        drawn.add_column(head, max_width=(widths or {}).get(number), overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
    Console(highlight=False, width=None if sys.stdout.isatty() else 160).print(drawn)


def named(refused: Iterable[Refused]) -> list[dict[str, str]]:
    """Refused items for JSON: the item, the rule broken, the value, the remedy."""
    return [
        {"item": r.item, "rule": r.error.rule, "value": clipped(r.error.value), "remedy": r.error.remedy}
        for r in refused
    ]
