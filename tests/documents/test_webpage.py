"""The article in web pages whose furniture no word list knows: told by where it stands."""

from itertools import chain

import pytest

from goodoffices.documents import Limits, extract
from tests.documents.measures import precision_and_recall

BAR = 0.97

STORY = """
The special envoy said on Wednesday that the two governments had agreed to keep the ceasefire line where it stood in
August and to let engineers from both sides repair the power station.

“This is a beginning, no more,” she added. The next meeting has been set for 12 May in the port city, and will be
chaired by the foreign minister of Norland.

Under the draft, each side would withdraw heavy weapons fifteen kilometres from the line within three weeks, provided
that observers are present at all seven crossing points.

An opposition spokesman called the plan vague and said his party would vote against it.

The ceasefire of 2015 was broken after two months. The present one has lasted since March.
"""
BODY = tuple(" ".join(paragraph.split()) for paragraph in STORY.split("\n\n"))
HEADLINE = "Envoy reports progress on the line"
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
LABELS = ("Front page", "Region", "Economy", "Letters", "Obituaries", "Archive")
ITEMS = "".join(f"<li><a href='/'>{label}</a></li>" for label in LABELS)
MENU = f"<div><ul>{ITEMS}</ul></div>"
PUBLISHER = (
    "<div><p>The Norland Herald has been published since 1911 and is owned by a trust. It reaches 40,000 readers every"
    " day and is printed in three towns.</p><p>Editor: M. Aas. Registered office: 5 Quay Street.</p></div>"
)
OTHERS = (
    (
        "Harvest begins early",
        "Farmers in the south have started to bring in the barley two weeks early, officials say.",
    ),
    (
        "New ferry to Lomen",
        "From next month a second ferry will cross the sound every two hours, the company announced.",
    ),
    (
        "Chess club wins",
        "The club of the old town won the national cup for the third time in a row after a long final.",
    ),
)
TEASERS = "".join(f"<div><h3><a href='/'>{title}</a></h3><p>{teaser}</p></div>" for title, teaser in OTHERS)
READERS = "<div><h4>What readers say</h4>" + "".join(
    f"<div><b>{name}</b> <span>2 hours ago</span><p>{said}</p><a href='#'>Answer</a></div>"
    for name, said in (
        ("olaf", "I have lived on the line for thirty years and nothing has ever come of these meetings."),
        ("mette", "The engineers should have been let in last winter, my mother sat in the dark for weeks."),
    )
)
CAPTION = "<div><img src='x'><div>The station seen from the east bank in April. Photo: K. Bern</div></div>"

PAGES = {
    "teasers and imprint": f"{MENU}<div><h1>{HEADLINE}</h1><div>by Karen Bern, 8 May 2019</div>{CAPTION}"
    f"{PARAGRAPHS}</div><div>{TEASERS}</div>{PUBLISHER}",
    "teasers first": f"{MENU}<div>{TEASERS}</div><div><h1>{HEADLINE}</h1>{PARAGRAPHS}</div>{PUBLISHER}",
    "no heading": f"{MENU}<div><b>{HEADLINE}</b>{PARAGRAPHS}</div>{PUBLISHER}",
    "readers": f"{MENU}<article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article>{READERS}</div>{PUBLISHER}",
    "author's box": f"{MENU}<div><h2>{HEADLINE}</h2>{PARAGRAPHS}<p>Posted in <a href='/'>Lines</a></p>"
    "<div><p>Karen Bern has written on armistices for twenty years. She lives in Lomen.</p></div></div>",
    "breaks": f"{MENU}<div><font size=5>{HEADLINE}</font><br>8 May 2019<br><br>"
    f"{'<br><br>'.join(BODY)}</div>{PUBLISHER}",
    "no links": f"<span>Front page</span> <span>Region</span><div>{HEADLINE}</div>"
    f"{''.join(f'<div>{p}</div>' for p in BODY)}<div>Home</div><div>Contact</div><div>Terms of use</div>",
    "one form around all": f"<form>{MENU}<table><tr><td>{MENU}</td><td><h1>{HEADLINE}</h1>{PARAGRAPHS}</td></tr>"
    "</table><div>Copyright 2019</div></form>",
    "split by an advertisement": f"{MENU}<h1>{HEADLINE}</h1><div>{PARAGRAPHS[: PARAGRAPHS.index('<p>Under')]}</div>"
    f"<div>Advertisement</div><div>{PARAGRAPHS[PARAGRAPHS.index('<p>Under') :]}</div>",
}


def page_of(body: str, title: str = f"{HEADLINE} | The Norland Herald") -> bytes:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("name", PAGES)
def test_the_article_is_told_by_the_element_it_stands_in(name: str) -> None:
    text = extract(page_of(PAGES[name]), "a.html")
    precision, recall = precision_and_recall(text.main_text(), "\n".join(BODY))
    assert precision >= BAR
    assert recall >= BAR
    assert text.title == HEADLINE
    assert text.publisher == "The Norland Herald"


def test_every_paragraph_of_a_resolution_on_a_page_is_kept() -> None:
    lines = (
        "The Assembly,",
        "Recalling its resolution 8 (2018) of 3 May 2018,",
        "1. Decides to extend the mandate of the Mission until 30 June 2020;",
        "2. Requests the parties:",
        "(a) To withdraw;",
        "(b) To exchange prisoners;",
        "3. Decides to remain seized of the matter.",
    )
    menu = "<nav><a href='/'>Home</a><a href='/s'>Search</a></nav>"
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = page_of(f"{menu}<h1>Resolution 12 (2019)</h1>{body}<footer>© Assembly</footer>", "Resolution 12 (2019)")
    assert extract(page, "a.html").main_text().split("\n\n") == list(lines)


def test_a_speech_keeps_its_salutations_and_its_shortest_sentences() -> None:
    speech = (
        "Mr. President,",
        "Excellencies,",
        "Ladies and gentlemen,",
        "It is an honour to speak to you today on behalf of my Government.",
        "We ask for three things.",
        "Peace.",
        "Bread.",
        "Time.",
        "I thank you all for your patience, which was greater than our progress.",
    )
    around = ("Home", "Search", "Contact", "Sitemap"), ("Share", "Print", "Privacy policy")
    page = "\n".join(chain(around[0], ("Statement by the Minister", "21 September 2018"), speech, around[1]))
    assert extract(page.encode(), "a.txt").main_text().split("\n") == list(speech)


def test_a_page_of_too_many_paragraphs_is_judged_by_the_own_cleaner_and_says_so() -> None:
    text = extract(page_of(PAGES["readers"]), "a.html", limits=Limits(max_judged=3))
    assert any("own cleaner alone" in note for note in text.notes)
    assert BODY[0] in text.main_text()


def test_a_page_without_an_article_is_read_whole_with_a_note() -> None:
    text = extract(page_of(MENU), "a.html")
    assert text.main == ((0, len(text.content)),)
    assert any("no article" in note for note in text.notes)
