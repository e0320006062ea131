"""The pages, one module for those that belong together; each asks the case and hands the answer to a template."""

from goodoffices.web.pages import (
    amend,
    briefs,
    claims,
    conflicts,
    documents,
    entrance,
    log,
    meeting,
    owed,
    packages,
    review,
    search,
    settings,
    tables,
    timeline,
    today,
)

HANDLERS = [
    *entrance.HANDLERS,
    *today.HANDLERS,
    *documents.HANDLERS,
    *review.HANDLERS,
    *search.HANDLERS,
    *timeline.HANDLERS,
    *owed.HANDLERS,
    *tables.HANDLERS,
    *conflicts.HANDLERS,
    *claims.HANDLERS,
    *amend.HANDLERS,
    *packages.HANDLERS,
    *meeting.HANDLERS,
    *briefs.HANDLERS,
    *log.HANDLERS,
    *settings.HANDLERS,
]
