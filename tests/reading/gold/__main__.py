"""`python -m tests.reading.gold HALF DRAFT.yaml`: turns a draft with quoted words (`q`) into files of offsets (`at`).

The draft stays outside the repository. Words are sought in the passages with any white space or markup between them;
the first place where they stand is theirs.
"""

import hashlib
import re
import sys
from pathlib import Path
from typing import Any

import yaml

from . import HERE, LISTS, SHARED, raw

GAP = r"(?:\s|<[^>]*>)+"


def sought(quote: str, text: str, within: list[tuple[int, int]]) -> tuple[int, int]:
    pattern = re.compile(GAP.join(re.escape(token) for token in quote.split()))
    found = [m.span() for start, end in within for m in pattern.finditer(text, start, end)]
    if not found:
        raise SystemExit(f"not in the passages: {quote!r}")
    return found[0]


def offsets(item: dict[str, Any], text: str, within: list[tuple[int, int]]) -> dict[str, Any]:
    if "q" not in item:
        return item
    at = sought(item["q"], text, within)
    marked: dict[str, Any] = {"at": list(at)}
    for key, value in item.items():
        if key == "text":
            marked["text_at"] = list(sought(value, text, [at]))
        elif key != "q":
            marked[key] = value
    return marked


def bounds(passages: Any, text: str) -> list[tuple[int, int]]:
    if passages == "all":
        return [(0, len(text))]
    spans = []
    for first, last in passages:
        start = sought(first, text, [(0, len(text))])[0]
        spans.append((start, sought(last, text, [(start, len(text))])[1]))
    return spans


def written(value: Any) -> str:
    return yaml.safe_dump(value, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10_000).strip()


def main() -> None:
    half, draft = sys.argv[1], Path(sys.argv[2])
    for doc in yaml.safe_load(draft.read_text(encoding="utf-8")):
        path = SHARED / doc["file"]
        text = raw(path)
        within = bounds(doc["passages"], text)
        lines = [f"file: {doc['file']}", f"sha256: {hashlib.sha256(path.read_bytes()).hexdigest()}"]
        lines += [f"genre: {doc['genre']}", f"doc_date: {written(offsets(doc['doc_date'], text, within))}"]
        lines += [f"passages: {written([list(span) for span in within])}"]
        for key in LISTS:
            if key in doc:
                items = [f"- {written(offsets(item, text, within))}" for item in doc[key]]
                lines += [f"{key}:", *items] if items else [f"{key}: []"]
        (HERE / f"{doc['name']}.{half}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
