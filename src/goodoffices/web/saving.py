"""Files to be saved: what the browser is told of them, so that it keeps them and runs nothing in them."""

from litestar import Response

from goodoffices.briefs import Brief
from goodoffices.briefs.writing import written

KINDS = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}


def saved(content: bytes, name: str, media: str = "application/octet-stream") -> Response[bytes]:
    """`content` as a file called `name`, in letters that every header carries."""
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name)
    headers = {"content-disposition": f'attachment; filename="{safe}"', "content-security-policy": "sandbox"}
    return Response(content, media_type=media, headers=headers)


def on_paper(brief: Brief, form: str, name: str) -> Response[bytes]:
    """A brief as a file of a form of briefs.writing; BadArgument for another."""
    content = written(brief, form)
    return saved(content, f"{name}-{brief.as_of}.{form}", KINDS[form])
