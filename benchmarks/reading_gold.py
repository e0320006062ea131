"""How right readings are: annotated passages, votes and dates of adoption, citations of resolutions, acts of news.

    python benchmarks/reading_gold.py [--differences]

What it compares with lies beside the repository; what is absent is left out. The table of votes was parsed by machine
and the links between resolutions cover three citing ones: differences are to be judged, not counted as errors. The acts
of the news items (PLOVER) are matched with ours by TOLD.
"""

import csv
import datetime as dt
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from goodoffices.desk.case import Case
from goodoffices.documents import extract
from goodoffices.reading.reader import read
from goodoffices.reading.scoring import Scores
from goodoffices.reading.scoring.tables import coarse
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Decision, Event, Statement
from goodoffices.vocabulary.text import Text

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.reading.gold import HALVES, SHARED, passages

RESOLUTIONS = SHARED / "corpora" / "unsc_resolutions"
NEWS = SHARED / "corpora" / "plover_gsr" / "plover_gsr_half.json"
TOLD = {  # PLOVER class -> our coarse acts, kinds of event and claim kinds that say it
    "AGREE": {"accept", "commit", "provision", "term"},
    "AID": {"delivery"},
    "ASSAULT": {"assault", "attack", "killing", "abduction"},
    "COERCE": {"coerce", "detention", "blockade", "capture", "coup"},
    "CONCEDE": {"concede", "concession", "release"},
    "CONSULT": {"consult", "mediate", "visit", "meeting"},
    "COOPERATE": {"signing", "convergence", "restoration"},
    "DEMAND": {"request"},
    "DISAPPROVE": {"accuse"},
    "FIGHT": {"assault", "attack", "killing", "invasion", "clash", "destruction"},
    "INVESTIGATE": {"investigation"},
    "MOBILIZE": {"deployment"},
    "PROTEST": {"protest", "accuse"},
    "REJECT": {"reject"},
    "RETREAT": {"withdrawal", "release", "disarmament", "resignation"},
    "SANCTION": {"suspension", "suspend", "rupture", "expulsion", "blockade"},
    "SUPPORT": {"support"},
    "THREATEN": {"threaten"},
}
SAID = {"assess", "announce"}  # acts of whoever tells the news


def main() -> None:
    differences = "--differences" in sys.argv
    if not SHARED.exists():
        print("reading: nothing measured, the gold is not beside the repository")
        return
    for half in HALVES:
        print(f"\n{half} half of the annotated passages")
        table(halves(half))
    if RESOLUTIONS.exists():
        decisions = dict(adopted())
        print("\n600 resolutions")
        votes(decisions, differences)
        citations(decisions, differences)
    if NEWS.exists():
        print("\nnews items")
        acts(differences)


def halves(half: str) -> Scores:
    """The scores of a fresh case with the passages of one half."""
    with tempfile.TemporaryDirectory() as folder, Case.new(Path(folder) / "case") as case:
        given = passages(half)
        for passage in given:
            path = Path(folder) / passage.gold["file"]
            path.write_text(passage.text, encoding="utf-8")
            case.add([path], by="benchmark", dated=passage.dated)
        case.read(by="benchmark")
        gold = json.dumps({"documents": [p.gold for p in given]})  # JSON is YAML
        return case.evaluate(gold.encode()).scores


def table(scores: Scores) -> None:
    for s in scores.kinds:
        if s.right + s.spare + s.missed:
            counts = f"{s.right:4} right {s.spare:4} spare {s.missed:4} missed"
            print(f"  {s.kind:14} P {s.precision:.2f}  R {s.recall:.2f}  F1 {s.f1:.2f}  {counts}")
    b = scores.bars
    print(f"  quotes not verbatim {b.not_verbatim}, from boilerplate {b.from_boilerplate}")
    print(f"  deadlines {b.deadlines_resolved} of {b.deadlines}, invented {b.deadlines_invented}", end="")
    print(f"; hedges dropped {b.hedges_dropped} of {b.hedged_covered}")


def claims_of(text: Text, document: str) -> tuple[Claim, ...]:
    return read(text, document=document, dated=text.dated).claims


def adopted() -> Iterator[tuple[int, Claim]]:
    """Number of a resolution and the decision that was read in it."""
    for path in sorted(RESOLUTIONS.glob("*.txt")):
        found = claims_of(extract(path.read_bytes(), path.name), path.name)
        decision = next((c for c in found if c.rule == "decision.adopted"), None)
        if decision is not None:
            yield int(path.name.split("_")[2]), decision


def votes(decisions: dict[int, Claim], differences: bool) -> None:
    with (RESOLUTIONS / "votes_parsed.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    agreed, compared = Counter[str](), Counter[str]()
    for row in rows:
        number = int(row["resolution"])
        claim = decisions.get(number)
        if claim is None or not isinstance(claim.content, Decision):
            continue
        for what, theirs, ours in _voted(row, claim, claim.content):
            if theirs is not None:
                compared[what] += 1
                agreed[what] += theirs == ours
                if differences and theirs != ours:
                    print(f"    {number} {what}: table {theirs}, read {ours}; {row['adoption_line'][:110]!r}")
    print(f"  decisions read in {len(decisions)} of {len(rows)}")
    for what in compared:
        print(f"  {what}: {agreed[what]} of {compared[what]} agree")


def _voted(row: dict[str, str], claim: Claim, decision: Decision) -> Iterator[tuple[str, object, object]]:
    day = dt.datetime.strptime(row["date"], "%d %B %Y").date() if row["date"] else None  # noqa: DTZ007
    yield "dates", day, claim.valid.latest if claim.valid else None
    unanimous = row["unanimous"] == "True"
    yield "unanimity", True if unanimous else None, decision.adopted_by == "unanimity"
    vote = decision.vote
    if not unanimous and row["votes_for"]:
        yield "votes for", int(row["votes_for"]), vote.in_favour if vote else None
        yield "votes against", int(row["against"] or 0), vote.against if vote else None
        yield "abstentions", int(row["abstain"] or 0), vote.abstaining if vote else None


def citations(decisions: dict[int, Claim], differences: bool) -> None:
    with (RESOLUTIONS / "citations.csv").open(encoding="utf-8") as file:
        linked = {(int(r["citing_resolution"]), int(r["cited_resolution"])) for r in csv.DictReader(file)}
    citing = {a for a, _ in linked}
    read_ = {
        (number, int(symbol.removeprefix("S/RES/")))
        for number, claim in decisions.items()
        if number in citing and isinstance(claim.content, Decision)
        for symbol in claim.content.cites
        if symbol.startswith("S/RES/")
    }
    right = len(linked & read_)
    print(f"  citations of {len(citing)} resolutions: precision {right}/{len(read_)}, recall {right}/{len(linked)}")
    if differences:
        print(f"    only in the table {sorted(linked - read_)}, only read {sorted(read_ - linked)}")
    every = sum(len(c.content.cites) for c in decisions.values() if isinstance(c.content, Decision))
    print(f"  citations read in all: {every}")


def acts(differences: bool) -> None:
    """One label for each item: what its first claim says that is not merely telling. Beside the commonest class."""
    items = [r for r in json.loads(NEWS.read_text(encoding="utf-8")) if r["event"] in TOLD and r.get("text")]
    first = any_ = silent = 0
    for item in items:
        ours = list(_labels(item["text"]))
        told = next((label for label in ours if label not in SAID), ours[0] if ours else "")
        silent += not ours
        first += told in TOLD[item["event"]]
        any_ += not TOLD[item["event"]].isdisjoint(ours)
        if differences and told not in TOLD[item["event"]]:
            print(f"    {item['id']}: {item['event']}, read {ours}")
    most, count = Counter(item["event"] for item in items).most_common(1)[0]
    share = 1 / len(items)
    print(f"  {len(items)} items of {len(TOLD)} classes, {silent} of which nothing was read")
    print(f"  agreement of the first claim {first} ({first * share:.2f}), of any claim {any_} ({any_ * share:.2f})")
    print(f"  always {most}: {count} ({count * share:.2f})")


def _labels(said: str) -> Iterator[str]:
    """What the claims of an item say, in the order of their words."""
    text = Text(blob="", recipe="", content=said, main=((0, len(said)),), language="en")
    for claim in claims_of(text, "news"):
        if isinstance(claim.content, Statement):
            yield coarse(claim.content.act)
        elif isinstance(claim.content, Event):
            yield claim.content.what
        elif claim.kind not in ("figure", "disagreement", "linkage", "expectation", "position", "programme"):
            yield claim.kind


if __name__ == "__main__":
    main()
