"""What the commands on scenarios share: which files, which limits, where a picture goes."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from goodoffices.errors import BadArgument, NotFound

if TYPE_CHECKING:
    from goodoffices.bargaining import Limits, Scenario
    from goodoffices.cli.terminal import Progress
    from goodoffices.pictures import Picture

F = TypeVar("F", bound=Callable[..., Any])

ENDINGS = (".yaml", ".yml", ".csv", ".xml", ".json")


def said(command: F) -> F:
    """The options that say what a file does not: the teaching scenario, author, day, whether the parties exist."""
    for option in (
        click.option("--fictional", is_flag=True, help="No party in it exists (for files that cannot say so)."),
        click.option("--dated", default="", metavar="DAY", help="The day of the assumptions, YYYY-MM-DD."),
        click.option("--author", default="", help="Whose assumptions these are."),
        click.option("--teaching", is_flag=True, help="The teaching scenario that comes with the product."),
    ):
        command = option(command)
    return command


def scenario(command: F) -> F:
    """The files of a scenario, and what they do not say."""
    return click.argument("files", nargs=-1, metavar="SCENARIO…")(said(command))


def names_a_file(word: str) -> bool:
    """Whether a word on the command line is a file or folder rather than the id of a linkage."""
    return Path(word).suffix.lower() in ENDINGS or Path(word).exists()


def scenario_of(files: Sequence[str], teaching: bool, author: str, dated: str, fictional: bool) -> "Scenario":
    """The scenario the words on the command line name."""
    from goodoffices.cli.options import Day
    from goodoffices.desk.bargains.scenario_files import scenario_from

    if dated:
        Day().convert(dated, None, None)
    if not teaching:
        return scenario_from([Path(file) for file in files], author=author, dated=dated, fictional=fictional)
    if files:
        raise BadArgument("--teaching takes no files", files[0], "Leave one of the two out.")
    from goodoffices.bargaining import teaching_scenario

    return teaching_scenario()


def limits(seconds: float, memory: int, step: "Progress") -> "Limits":
    """Bounds of one computation; its merges move the bar `step`, and the clock stops it."""
    from goodoffices.bargaining import Limits

    if seconds <= 0 or memory <= 0:
        raise BadArgument("--seconds and --memory are above zero", min(seconds, memory), "Leave them out.")
    until = time.monotonic() + seconds
    return Limits(
        memory=memory * 2**20,
        seconds=seconds,
        progress=lambda one: step(f"{one.kept:,} points kept", one.step, one.steps),
        cancelled=lambda: time.monotonic() > until,
    )


def write(path: Path, content: str) -> None:
    """Writes a file of text. Raises NotFound where that cannot be."""
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise NotFound("a file can be written", f"{path}: {error.strerror}", "Check its folder.") from error


def export(path: Path, chosen: "Scenario", teaching: bool) -> None:
    """Writes the scenario as YAML; the teaching one as it ships."""
    from goodoffices.bargaining import write_scenario
    from goodoffices.desk.bargains.scenario_files import teaching_file

    write(path, teaching_file() if teaching else write_scenario(chosen))


def draw(path: Path, pictures: "Sequence[Picture]", *, quiet: bool) -> None:
    """Draws pictures: one below the other in an .svg, with their numbers in an .html."""
    from goodoffices.pictures import PAGE, PAPER, drawn, page

    endings = {".svg": lambda: drawn(pictures, PAPER), ".html": lambda: page(pictures, PAGE)}
    if path.suffix.lower() not in endings:
        raise BadArgument("a picture is FILE.svg or FILE.html", path.name, "Choose one of these endings.")
    if not pictures:
        raise BadArgument("a picture shows an answer", "there is nothing to draw", "See the notes above.")
    write(path, endings[path.suffix.lower()]())
    click.echo(f"picture   {path}", err=quiet)
