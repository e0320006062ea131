"""What forms send, and where one goes after them."""

from typing import Annotated

from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from goodoffices.errors import BadArgument

A_YEAR = 365 * 24 * 3600  # seconds

Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]


def field(form: dict[str, str], name: str) -> str:
    """What a form gives for a field that it must have; BadArgument without it."""
    if not form.get(name, "").strip():
        raise BadArgument("a form gives what it asks for", name, "Fill it in and send the form again.")
    return form[name]


def went(address: str) -> Redirect:
    """On to a page after a form was done, so that loading it again does nothing twice."""
    return Redirect(address, status_code=303)


def cookie(name: str, value: str, *, session: bool = False) -> Cookie:
    """What this browser keeps, out of reach of scripts: for a year, or until it is closed."""
    return Cookie(name, value=value, httponly=True, samesite="lax", max_age=None if session else A_YEAR)


def number(written: str) -> int:
    """A count in an address; 0 for what is none."""
    return int(written) if written.isdecimal() and len(written) < 10 else 0
