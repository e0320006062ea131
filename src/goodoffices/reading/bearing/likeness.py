"""How alike passages and a question are: BM25 (Robertson and Zaragoza 2009, section 3) over letters, four at a time.

Runs of four letters within words, their edges included, meet "reconstitute", "reconstituted" and "reconstitution"
half-way without a table of endings, and forgive a misread letter of a scan. Common words stay in: leaving them out lost
four points of recall (decision 0013).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

K1, B = 1.2, 0.75  # the usual values; others were no better on the half that was looked at
SIZE = 4
_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(text.lower())


def grams(text: str) -> list[str]:
    """Runs of four letters within the words of a text, a space marking a word's edge; a shorter word is one run."""
    edged = (f" {word} " for word in words(text))
    return [word[i : i + SIZE] for word in edged for i in range(max(1, len(word) - SIZE + 1))]


class Index:
    """Passages by the terms that `cut` makes of them."""

    def __init__(self, passages: Iterable[str], cut: Callable[[str], list[str]] = grams) -> None:
        self._cut = cut
        self._postings: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._lengths: list[int] = []
        for number, passage in enumerate(passages):
            terms = Counter(cut(passage))
            self._lengths.append(terms.total())
            for term, count in terms.items():
                self._postings[term].append((number, count))
        self._mean = sum(self._lengths) / len(self._lengths) if self._lengths else 1.0

    def scores(self, question: str) -> Sequence[float]:
        """The score of each passage, in their order; 0 where it has no term of the question."""
        found = [0.0] * len(self._lengths)
        for term in sorted(set(self._cut(question))):
            postings = self._postings.get(term, [])
            weight = math.log(1 + (len(found) - len(postings) + 0.5) / (len(postings) + 0.5))
            for number, count in postings:
                long = K1 * (1 - B + B * self._lengths[number] / self._mean)
                found[number] += weight * count * (K1 + 1) / (count + long)
        return found
