"""A command, option, kind, state, format or room that is not in the docs fails here."""

import importlib
import pkgutil
from pathlib import Path
from typing import get_args

import pytest

import goodoffices
from goodoffices.cli.entry import COMMANDS
from goodoffices.desk.export import FORMATS
from goodoffices.tracking import State
from goodoffices.vocabulary.kinds import KINDS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
ROOMS = sorted(m.name for m in pkgutil.iter_modules(goodoffices.__path__) if m.ispkg)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_with_its_options(command: str) -> None:
    section = page("commands.md").split(f"## {command}\n")[1].split("\n## ")[0]
    for parameter in importlib.import_module(f"goodoffices.cli.{command.replace('-', '_')}").command.params:
        for option in parameter.opts:
            assert not option.startswith("--") or f"`{option}" in section, f"{command} {option}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_claim_kind_is_documented(kind: str) -> None:
    assert f"kinds.{kind}\n" in page("kinds.md")


@pytest.mark.parametrize("state", get_args(State))
def test_every_state_is_documented(state: str) -> None:
    cells = [line.split("|")[1] for line in page("states.md").splitlines() if line.startswith("|")]
    assert state in [name.strip() for cell in cells for name in cell.split(",")]


@pytest.mark.parametrize("kind", FORMATS)
def test_every_export_format_is_documented(kind: str) -> None:
    assert kind in page("exchange.md")


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_in_the_reference_and_in_the_readme(room: str) -> None:
    assert f"## {room}\n" in page("reference/rooms.md")
    assert f"{room}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_decision_is_listed_with_its_page() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for decision in (DOCS / "decisions").glob("*.md"):
        assert f"decisions/{decision.name}" in navigation


def test_every_module_says_what_it_is() -> None:
    for module in pkgutil.walk_packages(goodoffices.__path__, "goodoffices."):
        if module.name != "goodoffices.__main__":
            assert importlib.import_module(module.name).__doc__, module.name
