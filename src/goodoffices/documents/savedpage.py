"""The text of a web page as a browser saves it: the article is found, the rest stays outside the mask."""

from collections.abc import Sequence

from goodoffices.documents.blocks import Block, spans_of
from goodoffices.documents.characters import one_line
from goodoffices.documents.dateline import dateline, header_date
from goodoffices.documents.language import language_of
from goodoffices.documents.page import Article, article
from goodoffices.documents.title import byline, title_and_publisher
from goodoffices.vocabulary.text import Text
from goodoffices.vocabulary.when import When

RECIPE = "page/2"
FEWEST_WORDS = 25  # an article of fewer words is not believed; the text is then taken as plain


def read_saved_page(text: str, blob: str, blocks: Sequence[Block], notes: tuple[str, ...]) -> Text | None:
    """The page with its article as `main`; None where no article can be told from the rest."""
    found = article(blocks)
    if sum(blocks[n].words for n in found.main) < FEWEST_WORDS:
        return None
    main = "\n".join(blocks[n].text for n in found.main)
    language = language_of(main)
    headline = "" if found.headline is None else blocks[found.headline].body
    title, publisher = title_and_publisher(blocks[0].body, headline)
    if not found_first_line(blocks, found):
        title, publisher = headline, ""
    lines = [blocks[n].text for n in found.header]
    return Text(
        blob=blob,
        recipe=RECIPE,
        content=text,
        main=spans_of(blocks, found.main),
        title=one_line(title),
        publisher=one_line(publisher),
        author=one_line(byline(lines)),
        dated=page_date(blocks, found, language),
        language=language,
        notes=(*notes, "read as the text of a saved page: menus, notices and other articles stay outside the document"),
    )


def found_first_line(blocks: Sequence[Block], found: Article) -> bool:
    """Whether the page's first line is its title line, for it holds the headline."""
    return found.headline is None or blocks[found.headline].key in blocks[0].key


def page_date(blocks: Sequence[Block], found: Article, language: str) -> When | None:
    """The date in the lines between headline and text, the two above the headline, or a dateline."""
    under = [blocks[n].text for n in found.header if blocks[n].words <= 30]
    first = blocks[found.main[0]].text
    if when := header_date(under, language=language, web=True, where="line under the headline"):
        return when
    if when := dateline(first, language=language):
        return when
    if found.headline is None:
        return None
    above = [blocks[n].text for n in range(max(0, found.headline - 2), found.headline) if not blocks[n].bullet]
    return header_date(above, language=language, web=True, where="line above the headline")
