"""Scenarios from files: our YAML, Genius XML (domain and profiles), GeniusWeb JSON, tables of scores (CSV)."""

from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

import msgspec

from goodoffices.bargaining import Scenario, read_scenario
from goodoffices.desk.bargains.assumptions import content, signed, words
from goodoffices.errors import BadArgument
from goodoffices.exchange.genius_xml import read_genius
from goodoffices.exchange.geniusweb_json import read_geniusweb
from goodoffices.exchange.scores_csv import read_scores

FORMATS = ("csv", "json", "xml", "yaml", "yml")
"""Endings of the files a scenario is read from."""

DOMAIN = b"<negotiation_template"
"""What a Genius domain file holds and a profile does not."""

SPACE = b"<utility_space"
"""What both hold; other XML files of their folder are passed over."""


def scenario_from(paths: Sequence[Path], *, author: str = "", dated: str = "", fictional: bool = False) -> Scenario:
    """The scenario in `paths`: one YAML or CSV file, a GeniusWeb profile per party, or a Genius domain with its
    profiles; a folder stands for its files. The party of a profile is named by its file.

    author, dated, fictional: for files that do not say it. Raises NotFound, BadArgument, or BadScenario naming the
    cell, also where a YAML file about real parties lacks its author or date.
    """
    files = list(_files(paths))
    if not files:
        raise BadArgument("a scenario is one file, or one per party", None, "Name it, or use --teaching.")
    ending, *others = {path.suffix.lower().lstrip(".") for path in files}
    if others or ending not in FORMATS:
        found = ", ".join(path.name for path in files[:5])
        raise BadArgument("a scenario is YAML, CSV, Genius XML or GeniusWeb JSON", found, "Give files of one kind.")
    if ending in ("yaml", "yml", "csv") and len(files) > 1:
        raise BadArgument("a YAML or CSV scenario is one file", files[1].name, "Give them one by one.")
    if ending == "json":
        read = read_geniusweb(dict(_named(files)))
    elif ending == "xml":
        read = _genius(files)
    else:
        written = words(files[0])
        read = read_scores(written) if ending == "csv" else read_scenario(written)
    said = msgspec.structs.replace(
        read, author=author or read.author, dated=dated or read.dated, fictional=fictional or read.fictional
    )
    if ending in ("yaml", "yml"):
        signed(said)
    return said


def teaching_file() -> str:
    """The shipped teaching scenario as it is written, to be changed at will."""
    return (resources.files("goodoffices.bargaining") / "scenarios" / "sarn.yaml").read_text(encoding="utf-8")


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.iterdir() if p.suffix.lower() in (".xml", ".json"))
            yield from (p for p in found if p.suffix.lower() == ".json" or SPACE in content(p))
        else:
            yield path


def _named(files: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    seen: set[str] = set()
    for path in files:
        if path.stem in seen:
            raise BadArgument("each profile's file has a name of its own", path.stem, "Rename one of them.")
        seen.add(path.stem)
        yield path.stem, content(path)


def _genius(files: Sequence[Path]) -> Scenario:
    read = dict(_named(files))
    domains = [name for name, data in read.items() if DOMAIN in data]
    if len(domains) != 1 or len(read) < 2:
        remedy = "Name the domain file and a profile per party, or their folder."
        raise BadArgument("a Genius scenario is one domain and its profiles", f"{len(domains)} domains", remedy)
    return read_genius(read.pop(domains[0]), read)
