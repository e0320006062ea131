"""Files that do not fit: exit code 2, the rule, the value and the remedy, never a traceback."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, Said
from tests.unfit import SOUND, UNFIT


def _asked(run: Run, case: Path, verb: str, text: str) -> Said:
    path = case.parent / "written.yaml"
    path.write_text(text, encoding="utf-8")
    if verb == "formats":
        return run("formats", case, "--file", path)
    return run("forecast", path, "--scores") if verb == "scores" else run(verb, path)


@pytest.mark.parametrize("verb", SOUND)
def test_the_file_that_is_changed_is_sound(run: Run, case: Path, verb: str) -> None:
    said = _asked(run, case, verb, SOUND[verb])
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize("what", UNFIT)
def test_a_file_that_does_not_fit_is_refused_with_rule_value_and_remedy(run: Run, case: Path, what: str) -> None:
    verb, text, rule, value, remedy = UNFIT[what]
    assert text != SOUND[verb]
    said = _asked(run, case, verb, text)
    words = " ".join(said.err.split())
    assert said.code == 2
    assert said.out == ""
    for part in (rule, value, remedy):
        assert part in words
    assert "Traceback" not in words


@pytest.mark.parametrize("verb", SOUND)
def test_what_is_no_text_is_refused(run: Run, case: Path, verb: str) -> None:
    path = case.parent / "written.yaml"
    path.write_bytes(b"\xff\xfe\x00version")
    for name in (path, case.parent, case.parent / "nowhere.yaml"):
        words = ("formats", case, "--file", name) if verb == "formats" else (verb, name)
        said = run("forecast", name, "--scores") if verb == "scores" else run(*words)
        assert said.code == 2
        assert said.err.strip()
        assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (("--draws", "1000000000000"), "1,000,000 at most"),
        (("--rounds", "1000000000000"), "at most 10,000"),
        (("--option", "quo=nan"), "quo is a chance"),
        (("--option", "better=2"), "better is a chance"),
        (("--draws", "many"), "draws"),
    ],
)
def test_absurd_wishes_are_refused(run: Run, words: tuple[str, ...], rule: str) -> None:
    said = run("forecast", "--teaching", *words)
    assert said.code == 2
    assert rule in said.err
    assert "Traceback" not in said.err
