"""A fictional case in which positions move, and concessions are kept or taken back."""

from pathlib import Path

from goodoffices import Case

HOSTILE = "<script>alert(1)</script> & ]]>"


def _position(number: int, party: str, issue: str, stance: str, day: str) -> str:
    content = f"{{kind: position, party: {party}, issue: {issue}, stance: '{stance}'}}"
    return f"- {{id: p{number}, valid: '{day}', content: {content}}}\n"


def _alleged(party: str, by: str, issue: str, stance: str, day: str) -> str:
    content = f"{{kind: position, party: {party}, issue: {issue}, stance: '{stance}'}}"
    return f"- {{id: a-{party}, valid: '{day}', attribution: {{holder: {by}, source: alleged}}, content: {content}}}\n"


def _concession(number: int, giver: str, receiver: str, what: str, more: str = "") -> str:
    content = f"{{kind: concession, giver: {giver}, receiver: {receiver}, what: {what}{more}}}"
    return f"- {{id: c{number}, valid: '2028-05-0{number}', content: {content}}}\n"


POSITIONS = (
    ("arden", "ferry", "open all year", "2026-03-01"),
    ("bresk", "ferry", "open in summer", "2026-04-01"),
    ("bresk", "ferry", "open all year", "2029-02-01"),
    ("arden", "toll", "high toll", "2027-01-15"),
    ("bresk", "toll", "neutral", "2027-06-01"),
    ("corvo", "toll", "low toll", "2028-01-01"),
    ("corvo", "toll", HOSTILE, "2028-01-01"),
)
CLAIMS = (
    "version: 1\nclaims:\n"
    + "".join(_position(n, *one) for n, one in enumerate(POSITIONS))
    + _alleged("corvo", "arden", "ferry", "close it", "2029-06-01")
    + _alleged("bresk", "arden", "ferry", "close it", "2029-06-01")
    + _concession(1, "arden", "bresk", "two boats", ", in_exchange_for: quiet")
    + _concession(2, "bresk", "arden", "the north pier")
    + _concession(3, "bresk", "arden", "the north pier", ", revised: withdrawn, revises: c2")
    + _concession(4, "bresk", "arden", "fishing in spring", ", revised: kept")
)


def lakes(folder: Path) -> Case:
    """The case, in a new directory."""
    folder.mkdir(parents=True)
    (folder / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    case = Case.new(folder / "lakes")
    case.enter(folder / "claims.yaml", by="T. Clerk")
    return case
