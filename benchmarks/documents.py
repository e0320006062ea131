"""How the text of PDF speeches compares with the text beside them, and how long files take to be read.

The speeches lie at ../shared and are not part of the project; where they are absent that part is skipped. Protocol of
the character error rate: the main text and the text beside it, compatibility forms folded (NFKC), quotation marks and
dashes made alike, all white space left out; edit distance over the length of the text beside it. That text was
recognised from pictures of the pages, so its own errors count as ours.
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.documents.measures import SPEECHES, error_rate

from goodoffices.documents import extract


def speeches() -> None:
    """One line for each speech, one for each language."""
    rates: dict[str, list[float]] = defaultdict(list)
    for file in sorted(SPEECHES.glob("*.pdf")):
        begun = time.perf_counter()
        text = extract(file.read_bytes(), file.name)
        taken = time.perf_counter() - begun
        rate = error_rate(text.main_text(), file.with_suffix(".txt").read_text("utf-8"))
        rates[file.stem[-2:]].append(rate)
        print(f"  {file.stem}  {rate:7.2%}  {text.language or '?':2}  {text.dated}  {taken:.2f} s")
    for language, found in sorted(rates.items()):
        print(f"{language}: {len(found)} speeches, mean {sum(found) / len(found):.2%}, worst {max(found):.2%}")


def main() -> None:
    """All parts."""
    if not SPEECHES.exists():
        sys.exit("the speeches are not at ../shared")
    speeches()


if __name__ == "__main__":
    main()
