"""Pictures of every page: light, dark, Arabic and 400 pixels wide, in `build/screenshots`. `make screenshots`."""

import datetime as dt
import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from goodoffices import Case
from tests.browser import chromium
from tests.web.serving import FERRY, READOUT, served

OUT = Path("build/screenshots")
LOOKS = {
    "light": ({"color_scheme": "light", "viewport": {"width": 1280, "height": 900}}, "en"),
    "dark": ({"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}}, "en"),
    "arabic": ({"color_scheme": "light", "viewport": {"width": 1280, "height": 900}}, "ar"),
    "narrow": ({"color_scheme": "light", "viewport": {"width": 400, "height": 860}}, "en"),
}
AS_OF = dt.date(2010, 10, 15)


def pages(case: Case) -> dict[str, str]:
    """The address of every page worth a picture, by name."""
    view = case.at(as_of=AS_OF)
    note = next(d for d in view.documents() if d.name == "ferry.txt")
    conflicts = view.conflicts()
    matter = quote(case.status(view).provisions[0].matter)
    claim = case.at().claims(document=note.id)[0].claim.id
    return {
        "today": "/today?",
        "documents": "/documents?",
        "document": f"/document?id={note.id}",
        "review": f"/review?document={note.id}",
        "timeline": "/timeline?",
        "commitments": "/commitments?",
        "terms": "/terms?",
        "ledger": "/ledger?",
        "positions": "/positions?",
        "votes": "/votes?",
        "tables-wanted": "/votes?of=unga",
        "linkages": "/linkages?",
        "conflicts": "/conflicts?",
        "formats": "/formats?",
        "adopting": "/formats?teaching=1",
        "packages": "/packages?",
        "division": "/division?",
        "stability": "/stability?",
        "reneging": "/stability?package=nash",
        "forecast": "/forecast?",
        "conflict": f"/conflict?id={quote(conflicts[0].id)}",
        "claims": "/claims?",
        "claim": f"/claim?id={quote(claim)}",
        "amend": f"/amend?id={quote(claim)}",
        "matter": f"/matter?id={matter}",
        "meeting": "/meeting?party=isr",
        "readouts": "/readouts?",
        "briefs": "/briefs?",
        "log": "/log?",
        "settings": "/settings?",
        "search": "/search?q=settlement",
        "wording": "/wording?draft=" + quote("freeze all settlement activity including natural growth"),
        "mistake": "/claim?id=none",
    }


def main(chosen: list[str]) -> None:
    """All pages in all looks, or those named."""
    with tempfile.TemporaryDirectory() as folder:
        case = Case.sample(Path(folder) / "quartet")
        note = Path(folder) / "ferry.txt"
        note.write_text(FERRY, encoding="utf-8")
        case.add([note], by="test")
        case.read([case.add_readout(READOUT, by="test").id, "ferry.txt"], by="test")
        OUT.mkdir(parents=True, exist_ok=True)
        with case, served(case) as bench, chromium() as browser:
            key: str | None = bench.key
            cookies: list[object] = []
            for look, (settings, language) in LOOKS.items():
                context = browser.new_context(**settings, locale=language)  # type: ignore[arg-type]
                page = context.new_page()
                if key:
                    page.goto(key)
                    cookies, key = list(context.cookies()), None
                context.add_cookies(cookies)  # type: ignore[arg-type]
                for name, path in pages(case).items():
                    if not chosen or name in chosen:
                        page.goto(f"{bench.address}{path}&as_of={AS_OF}")
                        page.screenshot(path=OUT / f"{name}-{look}.png", full_page=False)
                context.close()


if __name__ == "__main__":
    if "--clean" in sys.argv:
        shutil.rmtree(OUT, ignore_errors=True)
    main([word for word in sys.argv[1:] if not word.startswith("-")])
