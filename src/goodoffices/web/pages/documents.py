"""Documents: the list, adding to it, and one document to read with its claims beside it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.response import Redirect, ServerSentEvent
from msgspec.structs import replace

from goodoffices.desk.affairs.rows import source
from goodoffices.desk.background import Background, Progress
from goodoffices.desk.intake.add import Added
from goodoffices.desk.words.sheet import part_of, sheet
from goodoffices.errors import BadDocument
from goodoffices.web import navigation
from goodoffices.web.forms import Form, number, went
from goodoffices.web.frame import ROWS, AnyRequest, Frame
from goodoffices.web.mistakes import as_json
from goodoffices.web.routes import Framed, Given, shows, takes
from goodoffices.web.saving import saved

LOOK_EVERY = 0.4  # seconds between two looks at how far reading is


@shows("/documents", who="reader")
def documents(frame: Framed) -> Response[str]:
    """The documents, the last added first."""
    return _list(frame, None)


@post("/documents", who="analyst", status_code=200)
async def add(frame: Framed) -> Response[str]:
    """Adds the files chosen and the words pasted; each on its own, and what cannot be added is said with its remedy."""
    form = await frame.request.form()
    given: list[tuple[str, bytes]] = []
    for file in form.getall("files", []):
        if isinstance(file, UploadFile) and file.filename:
            given.append((file.filename, await file.read()))
    if pasted := str(form.get("text", "")).strip():
        title = str(form.get("title", "")).strip()
        given.append((f"{title or 'pasted'}.txt", (f"{title}\n\n{pasted}" if title else pasted).encode()))
    if not given:
        raise BadDocument(
            "something is added when a file is chosen or words are pasted", None, "Choose or paste first."
        )
    dated, published = (str(form.get(name, "")).strip() or None for name in ("dated", "published"))
    added = await asyncio.to_thread(frame.case.add_contents, given, by=frame.bench.by, dated=dated, published=published)
    known = frame.at().documents_of(d.id for d in added.already)  # nobody learns of what they may not see
    added = replace(added, already=tuple(d for d in added.already if d.id in known))
    frame.bench.background.want([d.id for d in added.documents])
    return await asyncio.to_thread(_list, frame, added)


def _list(frame: Frame, added: Added | None) -> Response[str]:
    offset = number(frame.request.query_params.get("offset", ""))
    view = frame.timeless
    shown = view.documents(limit=ROWS, offset=offset, latest_first=True)
    return frame.page(
        "documents.html",
        navigation.DOCUMENTS,
        documents=[(d, source(d)) for d in shown],
        waiting=view.waiting(d.id for d in shown),
        unread=view.unread_of(d.id for d in shown),
        count_unread=view.count_unread(),
        total=view.count_documents(),
        offset=offset,
        added=added,
        progress=frame.bench.background.progress(),
    )


@shows("/document", who="reader")
def document(frame: Framed, id: Given = "", part: Given = "", claim: Given = "", at: Given = "") -> Response[str]:
    """One document, its evidence highlighted, what was found in it beside it."""
    view = frame.timeless
    wanted = number(part)
    if claim:
        quotes = [q for q in view.claim(claim).claim.quotes if q.document == id]
        wanted = part_of(view.text(id), quotes[0].start) if quotes else 1
    elif at:
        wanted = part_of(view.text(id), number(at))
    found = sheet(view, id, wanted or 1)
    return frame.page(
        "document.html",
        navigation.DOCUMENTS,
        title=found.document.title or found.document.name,
        sheet=found,
        source=source(found.document),
        chosen=claim,
    )


@takes("/document", who="editor")
def date(frame: Framed, data: Form, id: Given = "") -> Redirect:
    """Says which date a document bears or when it became public, and has it read again."""
    frame.at().document(id)  # nobody dates what they may not see
    dated, published = data.get("dated", "").strip(), data.get("published", "").strip()
    frame.case.date(id, by=frame.bench.by, dated=dated, published=published)
    if dated:
        frame.bench.background.want([id])
    return went(frame.url("/document", id=id))


@takes("/reading", who="analyst")
def read(frame: Framed, data: Form) -> Redirect:
    """Has everything read that nobody has read yet."""
    frame.bench.background.want([d.id for d in frame.at().unread()])
    return went(frame.url("/documents"))


@shows("/original", who="reader")
def original(frame: Framed, id: Given = "") -> Response[bytes]:
    """A document's bytes as they came: to be saved, never shown, whatever they claim to be."""
    name = frame.timeless.document(id).name
    return saved(frame.timeless.original(id), name)


@get("/progress", who="reader", sync_to_thread=False)
def progress(request: AnyRequest) -> ServerSentEvent:
    """How far reading is, told whenever it changes."""
    return ServerSentEvent(_told(request.app.state.workbench.background), event_type="progress")


async def _told(background: Background) -> AsyncIterator[dict[str, Any]]:
    import msgspec

    last: Progress | None = None
    while not background.ended:
        now = await asyncio.to_thread(background.progress)
        if now != last:
            refused = [{"item": item, **as_json(error)} for item, error in now.refused]
            told = {"now": now.now, "done": now.done, "waiting": now.waiting, "refused": refused}
            yield {"data": msgspec.json.encode(told).decode(), "event": "progress"}
            last = now
        await asyncio.sleep(LOOK_EVERY)


HANDLERS = [documents, add, read, document, date, original, progress]
