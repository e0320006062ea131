"""Measuring the reader on an office's own gold."""

from msgspec import Struct

from goodoffices.errors import GoodOfficesError, NotFound, Refused
from goodoffices.exchange import claims_jsonl
from goodoffices.reading.scoring import GoldDocument, Scores, gold, quoted, scores
from goodoffices.reading.scoring.kinds import Proposal
from goodoffices.record import Snapshot
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document


class Evaluation(Struct, frozen=True):
    """The scores, of how many documents, which readers were measured, and gold documents that could not be judged."""

    scores: Scores
    documents: int
    readers: tuple[str, ...]
    refused: tuple[Refused, ...]


def evaluate(snapshot: Snapshot, written: bytes) -> Evaluation:
    """Scores the latest reading of each document that `written`, a YAML file of gold, describes.

    What people made of the proposals does not count. A document that is not in the case or was not read is refused and
    the rest goes on. Raises BadArgument for a file that is no gold.
    """
    judged: list[tuple[GoldDocument, list[Proposal], str]] = []
    readers: set[str] = set()
    refused: list[Refused] = []
    parties = snapshot.parties()
    for right in gold(written).documents:
        try:
            document, reading = _read(snapshot, right.name)
            text = snapshot.text(document.id).content
            judged.append((quoted(right, text), list(claims_jsonl.proposed(reading, document, parties)), text))
            readers.add(reading.reader)
        except GoodOfficesError as error:
            refused.append(Refused(right.name, error))
    return Evaluation(scores(judged), len(judged), tuple(sorted(readers)), tuple(refused))


def _read(snapshot: Snapshot, name: str) -> tuple[Document, Reading]:
    found = [document for document in snapshot.documents() if document.name == name]
    if not found:
        raise NotFound("a document of gold is one of the case", name, "Add it, under this name: goodoffices add.")
    reading = snapshot.reading(found[-1].id)
    if reading is None:
        raise NotFound("a document is read before its reading is measured", name, "Read it: goodoffices read.")
    return found[-1], reading
