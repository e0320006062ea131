"""Every command that opens a case can open a locked one."""

import importlib.resources

import pytest

from goodoffices.cli.entry import COMMANDS

SOURCES = importlib.resources.files("goodoffices.cli")


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "demo"])  # whose case is the sample
def test_a_command_opens_its_case_with_the_passphrase(command: str) -> None:
    source = (SOURCES / f"{command.replace('-', '_')}.py").read_text(encoding="utf-8")
    assert source.count("Case.open(") == source.count("Case.open(case, options.passphrase)")
