"""The sample's digests are the project's own words: nothing was copied from the sources or the list of facts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "src" / "goodoffices" / "desk" / "sample"
SHARED = ROOT.parent / "shared"
TEXTS = {".txt", ".yaml", ".md", ".html", ".xml", ".csv", ".json", ".sgm"}
RUN = 8  # words in a row that two texts do not come to share by chance


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def own_words(digest: Path) -> str:
    """A digest without its title and without the line that names its source."""
    return digest.read_text(encoding="utf-8").split("\n\n", 2)[2]


@pytest.mark.skipif(not SHARED.exists(), reason="the sources and the list of facts are not at ../shared")
def test_no_digest_shares_a_run_of_eight_words_with_a_source_or_with_the_list_of_facts() -> None:
    ours = {run: digest.name for digest in SAMPLE.glob("*/*.txt") for run in runs(own_words(digest))}
    read, shared = 0, []
    for path in sorted(p for p in SHARED.rglob("*") if p.suffix in TEXTS and p.is_file()):
        read += 1
        for run in runs(path.read_text(encoding="utf-8", errors="replace")):
            if run in ours:
                shared.append(f"{ours[run]} and {path.name}: {' '.join(run)}")
    assert read > 500
    assert shared == []


def test_a_digest_is_short() -> None:
    assert max(len(own_words(digest).split()) for digest in SAMPLE.glob("*/*.txt")) < 130


def test_a_digest_names_no_address() -> None:
    assert all("http" not in digest.read_text(encoding="utf-8") for digest in SAMPLE.glob("*/*.txt"))


def test_a_digest_quotes_nobody() -> None:
    """Quotation marks would promise the words of a source."""
    for digest in SAMPLE.glob("*/*.txt"):
        assert not re.search(r"[“”\"«»]", digest.read_text(encoding="utf-8")), digest.name
