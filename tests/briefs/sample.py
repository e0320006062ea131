"""A brief of an invented mediation, long enough to show every part of the page. All names and texts are made up."""

import datetime as dt

from goodoffices.briefs import Brief, Finding, Item, Notes, Section, Side, provision_item, term_item
from goodoffices.tracking import status, term_status
from goodoffices.vocabulary.claim import Claim, Matter, Reviewed, ReviewState
from goodoffices.vocabulary.kinds import AnyContent, Effect, Event, Instrument, Provision, Recurrence, Statement, Term
from goodoffices.vocabulary.quote import find_quote
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.when import When, on_day, within

AS_OF = dt.date(2031, 9, 1)
_NAMES = {"ard": "Ardania", "bel": "Belmark", "mis": "Observer Mission", "grp": "Contact Group", "cou": "Port Council"}
_TEXTS = {
    "communique": (
        "Communiqué of the Contact Group",
        "Office of the Contact Group",
        dt.date(2031, 3, 14),
        (
            "Meeting in Lindholm at the request of Belmark, the Contact Group called on Ardania and Belmark to reopen "
            "the northern crossing within three months. It expects technical talks on the port to begin within one "
            "month. Ardania undertakes to release the crews held since January not later than 30 September 2031. The "
            "Observer Mission shall report every two months. A conference is to be held at the appropriate time. "
            "Belmark will return the harbour archive once the crews are home."
        ),
    ),
    "agency": (
        "Crossing opens after long delay",
        "Northern News Agency",
        dt.date(2031, 7, 3),
        (
            "The northern crossing was reopened on 2 July, officials on both sides said. Belmark accused Ardania of "
            "holding back half of the crews. The truce at sea, in force since 20 March, has been extended several "
            "times and runs until the end of October. A diplomat said the Group first met in a special session in "
            "March."
        ),
    ),
    "institute": (
        "Reading the Lindholm communiqué <b>closely</b>",
        "Institute for Coastal Studies",
        dt.date(2031, 3, 22),
        (
            "The communiqué gives the sides four months for the crossing. It was not the first special session: the "
            "Group met alone in May 2029. Ardania ties the port to the fisheries treaty, while Belmark wants the two "
            "kept apart, and the members of the Group differ on how hard to press."
        ),
    ),
    "letter": (
        "رسالة إلى مجلس الميناء",
        "Port Council",
        dt.date(2031, 8, 20),
        "يؤكد المجلس أن المحادثات الفنية لم تبدأ بعد، وأنه ينتظر دعوة من مجموعة الاتصال.",
    ),
}
DOCUMENTS = {
    key: Document(id=key, name=f"{key}.txt", blob="", text="", title=title, publisher=by, dated=on_day(dated))
    for key, (title, by, dated, _) in _TEXTS.items()
}
ADDRESSES = {
    "communique": "https://contact-group.example/lindholm/communique-2031-03-14",
    "agency": "https://news.example/northern/crossing-opens-after-long-delay?edition=international&amp=1",
    "letter": "javascript:alert(1)",
}
LINDHOLM = on_day(dt.date(2031, 3, 14))


def name(party: str) -> str:
    return _NAMES.get(party, party)


def claim(id: str, content: AnyContent, document: str, words: str, valid: When | None = LINDHOLM) -> Claim:
    return Claim(id=id, content=content, quotes=(find_quote(document, _TEXTS[document][3], words),), valid=valid)


def matter(id: str, *claims: Claim, state: ReviewState = "accepted") -> Matter:
    at = dt.datetime(2031, 8, 31, 9, 30, tzinfo=dt.UTC)
    held = (Reviewed(claim=c, matter=id, state=state, by="M. Larsen", at=at, seq=n) for n, c in enumerate(claims, 1))
    return Matter(id=id, kind=claims[0].kind, claims=tuple(held))


CROSSING = matter(
    "crossing",
    claim(
        "crossing.1",
        Provision(
            act="reopen the northern crossing",
            addressees=("bel", "ard"),
            deadline=within("P3M", LINDHOLM, basis="within three months"),
        ),
        "communique",
        "called on Ardania and Belmark to reopen the northern crossing within three months",
    ),
)
TALKS = matter(
    "talks",
    claim(
        "talks.1",
        Provision(
            act="technical talks on the port begin",
            addressees=("ard", "bel"),
            force="expected",
            deadline=within("P1M", LINDHOLM, basis="within one month"),
        ),
        "communique",
        "It expects technical talks on the port to begin within one month",
    ),
    claim("talks.2", Provision(act="", force="expected"), "letter", "المحادثات الفنية لم تبدأ بعد"),
)
CREWS = matter(
    "crews",
    claim(
        "crews.1",
        Provision(
            act="release the crews held since January",
            addressees=("ard",),
            beneficiary="bel",
            force="undertaken",
            deadline=When(latest=dt.date(2031, 9, 30), basis="not later than 30 September 2031"),
            judge="mis",
        ),
        "communique",
        "Ardania undertakes to release the crews held since January not later than 30 September 2031",
    ),
)
REPORTS = matter(
    "reports",
    claim(
        "reports.1",
        Provision(act="report to the Group", addressees=("mis",), force="binding", recurrence=Recurrence(every="P2M")),
        "communique",
        "The Observer Mission shall report every two months",
    ),
)
ARCHIVE = matter(
    "archive",
    claim(
        "archive.1",
        Provision(act="return the harbour archive", addressees=("bel",), force="agreed", depends_on=("crews",)),
        "communique",
        "Belmark will return the harbour archive once the crews are home",
    ),
    state="proposed",
)
TRUCE = matter(
    "truce",
    claim(
        "truce.1",
        Term(
            name="truce at sea",
            parties=("bel", "ard"),
            begins=on_day(dt.date(2031, 3, 20)),
            until=on_day(dt.date(2031, 10, 31)),
            instruments=(Instrument(times="several times"),),
        ),
        "agency",
        "The truce at sea, in force since 20 March, has been extended several times and runs until the end of October",
    ),
)
OPENED = matter(
    "opened",
    claim(
        "opened.1",
        Event(what="reopening", effects=(Effect(on="crossing", does="fulfils"),)),
        "agency",
        "The northern crossing was reopened on 2 July",
        on_day(dt.date(2031, 7, 2)),
    ),
)
ACCUSED = matter(
    "accused",
    claim(
        "accused.1",
        Event(what="accusation", effects=(Effect(on="crews", does="breaches", alleged_by="bel"),)),
        "agency",
        "Belmark accused Ardania of holding back half of the crews",
        on_day(dt.date(2031, 7, 3)),
    ),
)
_SAID = {
    "first": claim("s.1", Statement(), "agency", "the Group first met in a special session in March"),
    "earlier": claim("s.2", Statement(), "institute", "It was not the first special session"),
    "four": claim("s.3", Statement(), "institute", "The communiqué gives the sides four months for the crossing"),
    "ties": claim("s.4", Statement(), "institute", "Ardania ties the port to the fisheries treaty"),
    "differ": claim("s.5", Statement(), "institute", "the members of the Group differ on how hard to press"),
    "when": claim("s.6", Statement(), "communique", "A conference is to be held at the appropriate time"),
}


def sample(direction: str = "ltr", title: str = "Where the Lindholm talks stand") -> Brief:
    """The brief, its rows made from claims and statuses as a real one's are."""
    notes = Notes(DOCUMENTS, ADDRESSES)
    events = [OPENED, ACCUSED]
    provisions = [CROSSING, TALKS, CREWS, REPORTS, ARCHIVE]
    rows = [
        provision_item(p, status(p, as_of=AS_OF, events=events, provisions=provisions, name=name), notes, name=name)
        for p in provisions
    ]
    truce = term_item(TRUCE, term_status(TRUCE, as_of=AS_OF, events=events, name=name), notes, name=name)
    cite = {key: notes.cite([c]) for key, c in _SAID.items()}
    crossing, talks, crews, *_ = rows
    findings = (
        Finding(
            label="Target dates passed",
            count=1,
            words="Technical talks on the port were expected by 14 April 2031; no source reports that they began.",
            notes=talks.notes,
            mark="target date passed",
            to="due",
        ),
        Finding(
            label="Alleged broken",
            count=1,
            words="Belmark says that Ardania holds back half of the crews; the Observer Mission has not ruled.",
            notes=crews.notes,
            mark="alleged broken",
            to="m-crews",
        ),
        Finding(
            label="In force",
            count=1,
            words="The truce at sea runs until 31 October 2031; its extensions are undated.",
            notes=truce.notes,
            mark="in force",
            to="force",
        ),
        Finding(
            label="Sources contradict each other",
            count=2,
            words="How long the sides had for the crossing, and whether March was the first special session.",
            notes=cite["four"] + cite["first"],
            mark="disputed",
            to="contradictions",
        ),
    )
    sections = (
        Section(
            id="due",
            title="What is due and what has passed",
            lead="Each with its reasons. What was called for or expected carries no reproach.",
            items=tuple(rows),
        ),
        Section(
            id="force",
            title="What is in force",
            lead="A date in a hole between two instruments is unknown, never in force.",
            items=(truce,),
        ),
        Section(
            id="differ",
            title="Where the sponsors and parties differ",
            items=(
                Item(
                    words="How hard to press the parties",
                    state="open",
                    parties=("Contact Group",),
                    notes=cite["differ"],
                ),
            ),
        ),
        Section(
            id="tied",
            title="What is tied to what, and what was given for what",
            items=(
                Item(words="The port and the fisheries treaty, tied by Ardania", notes=cite["ties"]),
            ),
        ),
        Section(
            id="contradictions",
            title="Where sources contradict each other",
            lead="Both are shown; a ruling keeps both.",
            items=(
                Item(
                    words="How long the sides had to reopen the crossing",
                    state="ruled",
                    sides=(
                        Side(
                            words="Three months",
                            source="Communiqué of the Contact Group, 14 March 2031",
                            quote="to reopen the northern crossing within three months",
                            notes=crossing.notes[:1],
                            followed=True,
                        ),
                        Side(
                            words="Four months",
                            source="Institute for Coastal Studies, 22 March 2031",
                            quote="The communiqué gives the sides four months for the crossing",
                            notes=cite["four"],
                        ),
                    ),
                    ruling="the communiqué’s own text is followed (M. Larsen, 31 August 2031)",
                ),
                Item(
                    words="Whether March 2031 was the first special session",
                    state="disputed",
                    sides=(
                        Side(
                            words="It was",
                            source="Northern News Agency, 3 July 2031",
                            quote="the Group first met in a special session in March",
                            notes=cite["first"],
                        ),
                        Side(
                            words="It was not",
                            source="Institute for Coastal Studies, 22 March 2031",
                            quote="It was not the first special session",
                            notes=cite["earlier"],
                        ),
                    ),
                ),
            ),
        ),
        Section(
            id="unknown",
            title="What we do not know",
            items=(
                Item(
                    words="When the conference is to be held",
                    state="unknown",
                    when="“at the appropriate time”",
                    notes=cite["when"],
                ),
                Item(words="Proposals that nobody has reviewed", when="38 of 112"),
            ),
        ),
        Section(id="positions", title="Where each party stands", empty="No position is in this record."),
    )  # fmt: skip
    return Brief(
        title=title,
        case="Lindholm process",
        as_of=AS_OF,
        as_known="entries 1 to 214, 31 August 2031",
        prepared_at=dt.datetime(2031, 9, 1, 7, 45, tzinfo=dt.UTC),
        prepared_by="M. Larsen",
        coverage=(
            "This record holds 4 documents, of 14 March to 20 August 2031, and is not complete: absence from it is "
            "not absence from the world."
        ),
        findings=findings,
        sections=sections,
        footnotes=notes.footnotes,
        direction="rtl" if direction == "rtl" else "ltr",
    )
