"""A brief written out: one form for each ending."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from goodoffices.briefs.brief import Brief
from goodoffices.errors import BadArgument


def _html(brief: Brief) -> bytes:
    from goodoffices.briefs.page import html

    return html(brief).encode()


def _pdf(brief: Brief) -> bytes:
    from goodoffices.briefs.pdf import pdf

    return pdf(brief)


def _docx(brief: Brief) -> bytes:
    from goodoffices.briefs.word import docx  # python-docx loads: only those who write one wait

    return docx(brief)


FORMS: Mapping[str, Callable[[Brief], bytes]] = {"html": _html, "pdf": _pdf, "docx": _docx}


def form_of(name: str) -> str:
    """The form that the ending of a file's name asks for. Raises BadArgument for any other."""
    ending = PurePath(name).suffix.removeprefix(".").lower()
    if ending in FORMS:
        return ending
    remedy = f"End the name in {', '.join('.' + form for form in FORMS)}, or give --format."
    raise BadArgument("the ending of the file says in which form a brief is written", name, remedy)


def written(brief: Brief, form: str) -> bytes:
    """The brief as a file: html, pdf or docx. Raises BadArgument for any other form."""
    if form not in FORMS:
        raise BadArgument("a brief is written in a form of ours", form, f"Choose among {', '.join(FORMS)}.")
    return FORMS[form](brief)
