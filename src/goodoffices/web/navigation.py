"""The pages there are, in their groups and order. A page is named here or it is not in the workbench."""

from msgspec import Struct


class Page(Struct, frozen=True):
    """A page of the navigation: its path and its title, a message of the catalogues."""

    path: str
    title: str


TODAY = Page("/today", "Today")
DOCUMENTS = Page("/documents", "Documents")
REVIEW = Page("/review", "Review")
SEARCH = Page("/search", "Search")
TIMELINE = Page("/timeline", "Timeline")
COMMITMENTS = Page("/commitments", "Commitments")
TERMS = Page("/terms", "Terms")
LEDGER = Page("/ledger", "Ledger")
POSITIONS = Page("/positions", "Positions")
VOTES = Page("/votes", "Votes")
LINKAGES = Page("/linkages", "Linkages and concessions")
CONFLICTS = Page("/conflicts", "Conflicts")
CLAIMS = Page("/claims", "Claims")
FORMATS = Page("/formats", "Formats")
PACKAGES = Page("/packages", "Packages")
DIVISION = Page("/division", "Division")
STABILITY = Page("/stability", "Would it hold?")
FORECAST = Page("/forecast", "Forecast")
MEETING = Page("/meeting", "Meeting pack")
READOUTS = Page("/readouts", "Readouts")
BRIEFS = Page("/briefs", "Briefs")
LOG = Page("/log", "Log")
SETTINGS = Page("/settings", "Settings")

GROUPS: tuple[tuple[Page, ...], ...] = (
    (TODAY, DOCUMENTS, REVIEW, SEARCH),
    (TIMELINE, COMMITMENTS, TERMS, LEDGER, POSITIONS, VOTES, LINKAGES, CONFLICTS, CLAIMS),
    (FORMATS, PACKAGES, DIVISION, STABILITY, FORECAST),
    (MEETING, READOUTS, BRIEFS),
    (LOG, SETTINGS),
)
PAGES: tuple[Page, ...] = tuple(page for group in GROUPS for page in group)
