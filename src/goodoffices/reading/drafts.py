"""Claims as the frames propose them: each named by what it rests on, and one for each thing."""

from collections import Counter

from goodoffices.reading.scene import Scene
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.hashing import named
from goodoffices.vocabulary.kinds import AnyContent
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

ID_LENGTH = 16  # hexadecimal digits: 2**64 names, enough for any office


class Drafts:
    """The proposals of one text, in the order in which they were made."""

    def __init__(self, scene: Scene, text_hash: str) -> None:
        self._scene, self._hash = scene, text_hash
        self._seen: Counter[tuple[object, ...]] = Counter()
        self.claims: list[Claim] = []
        self._by_kind: dict[str, list[Claim]] = {}

    def add(
        self,
        content: AnyContent,
        spans: list[Span],
        *,
        rule: str,
        attribution: Attribution | None = None,
        valid: When | None = None,
    ) -> Claim:
        """Proposes `content` on the words at `spans`, the first the one that says it."""
        key = (content.kind(), tuple(spans))
        made = Claim(
            id=named((self._hash, *key, self._seen[key]))[:ID_LENGTH],
            content=content,
            quotes=tuple(self._scene.quote(span) for span in spans),
            attribution=attribution or Attribution(),
            valid=valid,
            rule=rule,
        )
        self._seen[key] += 1
        self.claims.append(made)
        self._by_kind.setdefault(made.kind, []).append(made)
        return made

    def replace(self, old: Claim, new: Claim) -> None:
        """Puts `new` where `old` stood; the id stays that of `old`."""
        self.claims[self.claims.index(old)] = new
        kind = self._by_kind[old.kind]
        kind[kind.index(old)] = new

    def of_kind(self, kind: str) -> list[Claim]:
        """The proposals of one kind."""
        return list(self._by_kind.get(kind, ()))
