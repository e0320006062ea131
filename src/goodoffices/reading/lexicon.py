"""The tables of a language: files under data/, read once and checked."""

import functools
from importlib import resources
from typing import TypeVar

import msgspec

from goodoffices.errors import BadArgument

_DATA = resources.files("goodoffices.reading") / "data"
T = TypeVar("T")


def table(name: str, shape: type[T], language: str = "en") -> T:
    """The YAML table data/<language>/<name>.yaml as `shape`; BadArgument when it is not of that shape."""
    try:
        return msgspec.yaml.decode((_DATA / language / f"{name}.yaml").read_bytes(), type=shape)
    except (msgspec.DecodeError, FileNotFoundError) as error:
        raise BadArgument("a table of the reader has its stated shape", f"{language}/{name}: {error}") from error


def rows(name: str, width: int, language: str = "en", suffix: str = "tsv") -> tuple[tuple[str, ...], ...]:
    """The rows of the table data/<language>/<name>.<suffix>, parted by tabs, without the lines that begin with #.

    Raises BadArgument when a row is not `width` cells wide.
    """
    found = []
    for line in (_DATA / language / f"{name}.{suffix}").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        row = tuple(cell.strip() for cell in line.split("\t"))
        if len(row) != width:
            raise BadArgument(f"a row of {name}.{suffix} has {width} columns", line)
        found.append(row)
    return tuple(found)


@functools.cache
def words(name: str, key: str, language: str = "en") -> frozenset[str]:
    """The list `key` of a YAML table as a set."""
    return frozenset(table(name, dict[str, list[str]], language)[key])
