"""An HTML page: its visible text whole, and the article in it by up to three opinions."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from goodoffices.documents.blocks import Block, spans_of
from goodoffices.documents.characters import normalised, one_line
from goodoffices.documents.container import within_container
from goodoffices.documents.declared import Declared, declared_by
from goodoffices.documents.language import language_of
from goodoffices.documents.limits import Limits
from goodoffices.documents.markup import Walk, parsed
from goodoffices.documents.opinions import by_readability, by_trafilatura, chosen_by, disagree, settled, words_of
from goodoffices.documents.page import MOST_BLOCKS, Article, article, is_page
from goodoffices.documents.savedpage import FEWEST_WORDS, page_date
from goodoffices.documents.title import byline, title_and_publisher
from goodoffices.errors import BadDocument
from goodoffices.vocabulary.text import Text

RECIPE = "html/2"


def read_webpage(text: str, name: str, blob: str, notes: tuple[str, ...], *, limits: Limits, url: str) -> Text:
    """The page with its article as `main`. Raises BadDocument where nothing in it can be seen."""
    root, parsing = parsed(text, name)
    walk = Walk(root)
    content, cleaning = normalised(walk.content)
    blocks = walk.blocks
    if not any(block.words for block in blocks):
        raise BadDocument(
            "an HTML page shows words", f"{name}: {'; '.join(parsing) or 'no visible text'}", "Save the page as text."
        )
    said = declared_by(root)
    own = article(blocks, said.page_title) if len(blocks) <= MOST_BLOCKS else Article((), None, ())
    main, judging = _main(text, blocks, own, limits)
    language = language_of("\n".join(blocks[n].text for n in main)) or said.language
    title, publisher = _names(said, blocks, own, url)
    header = [blocks[n].text for n in own.header]
    return Text(
        blob=blob,
        recipe=RECIPE,
        content=content,
        main=spans_of(blocks, main),
        title=title,
        publisher=publisher,
        author=said.author or one_line(byline(header)),
        dated=said.dated or (page_date(blocks, own, language) if own.main else None),
        language=language,
        notes=(*notes, *parsing, *cleaning, *judging),
    )


def _main(text: str, blocks: Sequence[Block], own: Article, limits: Limits) -> tuple[Sequence[int], tuple[str, ...]]:
    """The blocks of the article and a note on how they were found."""
    everything = range(len(blocks))
    if len(blocks) > MOST_BLOCKS:
        return everything, (f"over {MOST_BLOCKS} paragraphs: all of it is read",)
    if not (is_page(blocks) or any(b.aside or b.linked > 0.5 for b in blocks)):
        return everything, ()  # a bare document: nothing in it is a menu, and the tools would drop parts of it
    mine = frozenset(own.main)
    if len(blocks) > limits.max_judged:
        note = f"over {limits.max_judged} paragraphs: the article was found by the own cleaner alone"
        return (own.main or everything), (note,)
    first, second = chosen_by(blocks, by_trafilatura(text)), chosen_by(blocks, by_readability(text))
    chosen = frozenset(within_container(blocks, sorted(settled(blocks, mine, own.refused, first, second))))
    if words_of(blocks, chosen) < FEWEST_WORDS:
        return everything, ("no article could be told from the rest of the page: all of it is read",)
    doubt = disagree(blocks, chosen, first) and disagree(blocks, chosen, second)
    return sorted(chosen), (("the ways to find the article disagree; check where it begins and ends",) if doubt else ())


def _names(said: Declared, blocks: Sequence[Block], own: Article, url: str) -> tuple[str, str]:
    """Title and publisher: as declared, else as the headline and the title line give them, else the host of `url`."""
    headline = said.heading or ("" if own.headline is None else one_line(blocks[own.headline].body))
    title, publisher = title_and_publisher(said.page_title, headline)
    return said.title or title, said.publisher or publisher or (urlsplit(url).hostname or "" if url else "")
