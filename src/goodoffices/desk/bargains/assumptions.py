"""Whose assumption the numbers of a file are, and that files about real parties say so."""

from pathlib import Path
from typing import Protocol

from goodoffices.errors import BadArgument, BadScenario, NotFound

LARGEST = 20 * 2**20
"""Bytes of the largest file that is read."""


class Assumed(Protocol):
    """Anything that is somebody's assumption."""

    @property
    def author(self) -> str: ...
    @property
    def dated(self) -> str: ...
    @property
    def fictional(self) -> bool: ...


def assumption(one: Assumed) -> str:
    """The line every output carries: whose assumption its numbers are."""
    if one.fictional:
        return "Fictional: no party in this scenario exists."
    author, dated = one.author or "an author who is not named", one.dated or "on a day that is not given"
    return f"The modeller's assumption, by {author}, {dated}; not a finding about the parties."


def signed(one: Assumed) -> None:
    """Raises BadScenario where a file about real parties lacks its author or day."""
    if not one.fictional and not (one.author and one.dated):
        missing = " and ".join(name for name in ("author", "dated") if not getattr(one, name))
        raise BadScenario(
            "a scenario about real parties names its author and the day of its assumptions",
            f"no {missing}",
            "Add `author:` and `dated:`, or `fictional: true` if no party in it exists.",
        )


def content(path: Path) -> bytes:
    """The bytes of a file. Raises NotFound, BadArgument."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadArgument(f"a file has at most {LARGEST // 2**20} MiB", path, "Check the file.")
        return path.read_bytes()
    except OSError as error:
        raise NotFound("a file can be read", f"{path}: {error.strerror}", "Check the name.") from error


def words(path: Path) -> str:
    """The text of a file. Raises NotFound, BadArgument, BadScenario."""
    try:
        return content(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadScenario("a file is UTF-8", path.name, "Save it as UTF-8.") from error
