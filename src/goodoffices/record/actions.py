"""What people of the office do to the record: one Struct per action, the body of its log entries."""

from typing import ClassVar, Literal

from msgspec import Struct

from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.when import When


class Action(Struct, frozen=True, kw_only=True):
    """A body. name: of the action in the log; v: version of the body's form; undoable: whether it is a judgement,
    which the next entry may take back; worded: whether it may hold words of the documents it rests on, with which it
    is erased then.
    """

    name: ClassVar[str]
    v: ClassVar[int] = 1
    undoable: ClassVar[bool] = False
    worded: ClassVar[bool] = True


class DocumentAdded(Action, frozen=True):
    """A document joined the case; its bytes and its Text are blobs."""

    name = "document.added"

    document: Document


class DocumentDated(Action, frozen=True):
    """Somebody said which date a document bears or when it became public; None leaves that one as it was."""

    name = "document.dated"
    undoable = True

    document: str
    dated: When | None = None
    published: When | None = None


class DocumentRead(Action, frozen=True):
    """A document was read. reading: SHA-256 of the Reading, a blob; reader: its version."""

    name = "document.read"

    document: str
    reading: str
    reader: str


class Known(Struct, frozen=True, kw_only=True):
    """What was known of a rule of the reader when its proposals were accepted together: how many of those judged one
    by one were right, the lower bound of the share that are, and the floor it had to reach.
    """

    rule: str
    right: int
    judged: int
    lower: float
    floor: float


class ClaimAccepted(Action, frozen=True):
    """Somebody stands by a claim, which is copied here whole.

    for_all: it took the place of what others had found of these words, as every verdict did in version 1; since then a
    verdict is its coder's own. known: the rule on whose strength it was accepted together with others.
    """

    name = "claim.accepted"
    v = 2
    undoable = True

    claim: Claim
    for_all: bool = False
    known: Known | None = None


class ClaimRejected(Action, frozen=True):
    """Somebody found a claim wrong; it is copied here whole. for_all: as of a claim accepted."""

    name = "claim.rejected"
    v = 2
    undoable = True

    claim: Claim
    for_all: bool = False


class ClaimAdjudicated(Action, frozen=True):
    """Somebody settled what coders found differently. finding: what holds; saw: the entries whose verdicts they saw."""

    name = "claim.adjudicated"
    undoable = True

    claim: Claim
    finding: Literal["accepted", "rejected"]
    reason: str
    saw: tuple[int, ...]


class ClaimAmended(Action, frozen=True):
    """Somebody put a claim right: what it says from now on."""

    name = "claim.amended"
    undoable = True

    claim: Claim


class ClaimEntered(Action, frozen=True):
    """Somebody entered a claim by hand. compartments: beyond those of the documents it quotes."""

    name = "claim.entered"
    undoable = True

    claim: Claim
    compartments: tuple[str, ...] = ()


class MatterSame(Action, frozen=True):
    """Somebody said that claims speak of one matter."""

    name = "matter.same"
    undoable = True
    worded = False

    claims: tuple[str, ...]


class MatterDifferent(Action, frozen=True):
    """Somebody said that claims speak of different matters, each of another one."""

    name = "matter.different"
    undoable = True
    worded = False

    claims: tuple[str, ...]


class ConflictRuled(Action, frozen=True):
    """Somebody ruled on a conflict. follows: claim id; saw: the claim versions (id, seq) the ruling rests on."""

    name = "conflict.ruled"
    undoable = True

    attribute: str
    follows: str
    reason: str
    saw: tuple[tuple[str, int], ...]


class Pinned(Struct, frozen=True, kw_only=True):
    """A package that was compared: option by issue and points by party, in the words of the scenario."""

    name: str
    package: dict[str, str]
    points: dict[str, float]


class PackageChosen(Action, frozen=True):
    """Somebody chose one of several packages. scenario: its title; assumption: whose numbers these are; written: the
    scenario itself (YAML), so that every number can be worked out again; among: what was compared; chosen: its name.
    """

    name = "package.chosen"
    undoable = True
    worded = False

    scenario: str
    assumption: str
    written: str
    among: tuple[Pinned, ...]
    chosen: str
    reason: str


class ForecastMade(Action, frozen=True):
    """The office forecast something, in its own words. probability: an exact fraction, "" for one in words alone; due:
    the day by which it should be so, ISO 8601, "" for none; basis: what it rests on.
    """

    name = "forecast.made"
    undoable = True
    worded = False

    what: str
    probability: str = ""
    due: str = ""
    basis: str = ""


class ForecastSettled(Action, frozen=True):
    """Somebody said what came of a forecast. forecast: the claim that states it, or the subject of the office's own;
    evidence: ids of claims that show it.
    """

    name = "forecast.settled"
    undoable = True

    forecast: str
    came: bool
    reason: str
    evidence: tuple[str, ...] = ()


class DocumentErased(Action, frozen=True):
    """A document was erased with all that rests on it. entries: seqs of those that lost their bodies by it;
    compartments: those of the document.
    """

    name = "document.erased"
    worded = False

    document: str
    reason: str
    entries: tuple[int, ...]
    compartments: tuple[str, ...] = ()


class AnchorMoved(Action, frozen=True):
    """Somebody said where words that a claim quotes stand in a newer version of their document."""

    name = "anchor.moved"
    undoable = True

    claim: str
    was: Quote
    now: Quote


class EntryUndone(Action, frozen=True):
    """Somebody took back the last judgement on a subject. undoes: its seq."""

    name = "entry.undone"
    worded = False

    undoes: int


Judgement = ClaimAccepted | ClaimRejected | ClaimAmended | ClaimEntered | ClaimAdjudicated

ACTIONS: dict[str, type[Action]] = {
    action.name: action
    for action in (
        DocumentAdded,
        DocumentDated,
        DocumentRead,
        DocumentErased,
        AnchorMoved,
        ClaimAccepted,
        ClaimRejected,
        ClaimAmended,
        ClaimEntered,
        ClaimAdjudicated,
        MatterSame,
        MatterDifferent,
        ConflictRuled,
        PackageChosen,
        ForecastMade,
        ForecastSettled,
        EntryUndone,
    )
}
