"""How the text of PDF speeches compares with the text beside them, and what reading files takes.

The papers lie at ../shared and are not part of the project. The character error rate is that of
`tests.documents.measures`: NFKC, quotation marks and dashes alike, white space left out. The text beside the speeches
was recognised from pictures of the pages, so its own errors count as ours; that of the three Arabic ones is Latin
debris, which is why their rate says nothing.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pypdfium2

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.documents.measures import SPEECHES, error_rate

from goodoffices.documents import Limits, extract, extractions

PAPERS = SPEECHES.parents[1] / "cases" / "quartet_documents"


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


def against_pdfium() -> None:
    """Reading the speeches beside PDFium's bare text of their pages, best of five."""
    contents = [file.read_bytes() for file in sorted(SPEECHES.glob("*.pdf"))]

    def bare() -> None:
        for content in contents:
            for page in pypdfium2.PdfDocument(content):
                page.get_textpage().get_text_range()

    def ours() -> None:
        for content in contents:
            extract(content, "a.pdf")

    one, other = best(ours), best(bare)
    print(f"PDF: {one:.2f} s, {one / other:.1f} times PDFium's bare text ({other:.2f} s)")


def bounded() -> None:
    """The papers through processes of their own, beside the same in this one; the most that any file took."""
    files = sorted(PAPERS.glob("*.txt")) + sorted(SPEECHES.glob("*.pdf"))
    loads = [(file.name, file.read_bytes) for file in files]
    list(extractions(loads[:4], limits=Limits()))  # the processes are warm
    found = list(extractions(loads, limits=Limits()))
    alone = best(lambda: [extract(load(), name) for name, load in loads])
    one = best(lambda: list(extractions(loads, limits=Limits(), at_once=1)))
    both = best(lambda: list(extractions(loads, limits=Limits())))
    print(f"{len(files)} files here {alone:.2f} s, in one process {one:.2f} s, in several {both:.2f} s")
    slowest = max(found, key=lambda item: item[1].seconds)[1]
    largest = max(found, key=lambda item: item[1].memory)[1]
    print(f"slowest file {slowest.seconds:.2f} s, most memory {largest.memory / 1e6:.0f} MB")


def best(call: Callable[[], object]) -> float:
    """Seconds, the best of five."""
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    """All parts."""
    if not SPEECHES.exists():
        sys.exit("the speeches are not at ../shared")
    speeches()
    against_pdfium()
    bounded()


if __name__ == "__main__":
    main()
