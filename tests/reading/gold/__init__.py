"""Hand-made gold on ten passages of third-party texts, kept as offsets and attributes: the words stay where they lie.

Five files are `*.open.yaml`, five `*.sealed.yaml`; whoever writes rules of the reader reads the open half only. `at` is
[start, end) in code points of the file decoded as UTF-8; a document is its `passages`, markup dropped, joined by an
empty line.
"""

import hashlib
import html
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
SHARED = HERE.parents[2].parent / "shared"
HALVES = ("open", "sealed")
LISTS = (  # of a document, as in the shared seeds
    "must_not",
    "actors",
    "places_not_actors",
    "dates",
    "meetings",
    "provisions",
    "statements",
    "disagreements",
    "linkages",
    "concessions",
    "truces",
    "incidents",
    "figures",
    "epistemic",
)
_MARKUP = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Passage:
    """`gold`: a document in the shape of the shared seeds, with quotes; `text`: the words it is about."""

    name: str
    half: str
    gold: dict[str, Any]
    text: str

    @property
    def dated(self) -> str | None:
        """The date an analyst supplies with the file; None where the text itself must do."""
        date = self.gold.get("doc_date") or {}
        return str(date["value"]) if date.get("supplied") else None


def words(raw: str) -> str:
    """`raw` as a reader sees it: markup dropped, entities as characters."""
    return html.unescape(_MARKUP.sub("", raw))


def raw(path: Path, sha256: str | None = None) -> str:
    """The text of `path`; with `sha256`, only if these are its bytes."""
    body = path.read_bytes()
    if sha256 is not None and hashlib.sha256(body).hexdigest() != sha256:
        raise ValueError(f"{path} is not the file the gold was made on: its SHA-256 differs")
    return body.decode("utf-8")


def passages(half: str) -> list[Passage]:
    """The gold of one half, quotes cut from the files beside the repository."""
    return [_passage(path, half) for path in sorted(HERE.glob(f"*.{half}.yaml"))]


def _passage(path: Path, half: str) -> Passage:
    stored = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = raw(SHARED / stored["file"], stored["sha256"])
    name = path.name.removesuffix(f".{half}.yaml")
    gold = {"id": name, "file": f"{name}.txt", "genre": stored["genre"], "doc_date": _quoted(stored["doc_date"], text)}
    gold |= {key: [_quoted(item, text) for item in stored[key]] for key in LISTS if key in stored}
    return Passage(name, half, gold, "\n\n".join(words(text[start:end]) for start, end in stored["passages"]))


def _quoted(item: dict[str, Any], text: str) -> dict[str, Any]:
    spans = {"at": "quote", "text_at": "text"}
    return {spans.get(key, key): words(text[slice(*value)]) if key in spans else value for key, value in item.items()}
