"""Feeds from a real server, a real folder that is watched, a table of agreements."""

import contextlib
import datetime as dt
import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from goodoffices import Case
from goodoffices.errors import BadArgument, BadDocument, GoodOfficesError, NotFound, Unreachable
from goodoffices.exchange.feeds import fetch
from goodoffices.vocabulary.when import on_day

LONG = "The Lakes Conference met in Vell and called on Arden to open the ferry within two months. " * 4
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Lakes</title>
<item><title>Ferry &lt;b&gt;talks&lt;/b&gt;</title><link>http://127.0.0.1:9/never</link>
<pubDate>Fri, 03 May 2030 10:00:00 GMT</pubDate>
<description><![CDATA[<p>{LONG}</p><script>alert(1)</script>]]></description></item>
<item><title>A headline alone</title><description></description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Lakes</title><id>urn:x</id><updated>2030-05-03T00:00:00Z</updated>
<entry><title>Second</title><id>urn:y</id><updated>2030-05-04T00:00:00Z</updated>
<content type="html">&lt;p&gt;{LONG} It adjourned.&lt;/p&gt;</content></entry></feed>"""

LATIN = (
    '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>t</title>'
    "<item><title>Ferry &lt;b class='x'&gt;talks&lt;/b&gt; in the caf\xe9, 2 &amp;lt; 3</title>"
    f"<pubDate>0000-00-00T00:00:00Z</pubDate><description>{LONG}</description></item>" * 2 + "</channel></rss>"
).encode("latin-1")


class Site(BaseHTTPRequestHandler):
    """A server with a good feed, and others that are huge, slow, broken or no feed at all."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/slow":
            time.sleep(2)
        if self.path == "/rude":
            self.wfile.write(b"HELLO\r\n\r\n")
            return
        if self.path == "/torn":
            self.protocol_version = "HTTP/1.1"
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"500\r\n<rss version")
            return
        if self.path in ("/loop", "/moved"):
            self.send_response(302)
            self.send_header("Location", {"/loop": "/loop", "/moved": "/latin"}[self.path])
            self.end_headers()
            return
        if self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            with contextlib.suppress(OSError):
                for _ in range(600):
                    self.wfile.write(b" ")
                    time.sleep(0.05)
            return
        if self.path == "/gone":
            self.send_error(404)
            return
        self.send_response(200)
        self.end_headers()
        if self.path in ("/latin", "/packed"):
            self.wfile.write(gzip.compress(LATIN) if self.path == "/packed" else LATIN)
            return
        pages = {"/rss": RSS, "/atom": ATOM, "/cut": RSS[:400], "/page": "<html><body>Welcome</body></html>"}
        with contextlib.suppress(OSError):  # whoever asked had enough
            self.wfile.write(b"x" * 12_000_000 if self.path == "/huge" else pages.get(self.path, "").encode())

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.new(tmp_path / "case") as made:
        yield made


def test_the_items_of_a_feed_become_documents_with_their_day_and_nothing_they_link_to_is_fetched(
    case: Case, site: str
) -> None:
    Site.asked.clear()
    added = case.add_feed(f"{site}/rss", by="a")
    document, headline = added.documents
    assert document.published is not None
    assert document.published.latest == dt.date(2030, 5, 3)
    text = case.at().text(document.id).main_text()
    assert "open the ferry within two months" in text
    assert "alert" not in text
    assert headline.title == "A headline alone"
    assert Site.asked == ["/rss"]
    again = case.add_feed(f"{site}/rss", by="a")
    assert (again.documents, len(again.already)) == ((), 2)
    assert len(case.add_feed(f"{site}/atom", by="a").documents) == 1


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/slow", Unreachable),
        ("/gone", Unreachable),
        ("/huge", BadDocument),
        ("/page", BadDocument),
        ("/none", BadDocument),
        ("/rude", Unreachable),
        ("/torn", Unreachable),
        ("/loop", Unreachable),
        ("/drip", Unreachable),
        ("/with a blank", Unreachable),
    ],
)
def test_a_feed_that_is_none_says_so_and_adds_nothing(
    case: Case, site: str, path: str, error: type[GoodOfficesError]
) -> None:
    with pytest.raises(error):
        case.add_feed(site + path, by="a", patience=0.5)
    assert case.at().documents() == []


@pytest.mark.parametrize("path", ["/latin", "/packed", "/moved"])
def test_a_feed_in_another_encoding_packed_or_moved_gives_each_item_once_under_a_plain_title(
    case: Case, site: str, path: str
) -> None:
    added = case.add_feed(site + path, by="a")
    (document,) = added.documents
    assert (document.title, document.published) == ("Ferry talks in the café, 2 < 3", None)
    assert len(added.already) == 1  # it stands there twice


def test_a_feed_cut_short_gives_what_it_holds_or_is_refused(case: Case, site: str) -> None:
    try:
        added = case.add_feed(f"{site}/cut", by="a")
    except BadDocument:
        return
    assert len(added.documents) + len(added.refused) <= 1


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://127.0.0.1/feed", "lakes.rss", "http://[lakes"])
def test_only_an_address_of_the_web_is_a_feeds(address: str) -> None:
    with pytest.raises(BadArgument, match="http or https"):
        fetch(address)


def test_a_server_that_is_down_is_unreachable(case: Case) -> None:
    with pytest.raises(Unreachable, match="try later"):
        case.add_feed("http://127.0.0.1:9/rss", by="a", patience=1)


def test_a_watched_folder_is_taken_file_by_file_once_each_is_whole(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "first.txt").write_text(LONG, encoding="utf-8")
    (folder / ".hidden.txt").write_text(LONG, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"")
    rounds = case.watch(folder, by="a", every=0.01, rounds=6)
    first = next(rounds)
    assert [d.name for d in first.documents] == ["first.txt"]
    assert [Path(r.item).name for r in first.refused] == ["bad.txt"]
    (folder / "second.txt").write_text(LONG + "It adjourned.", encoding="utf-8")
    assert [d.name for added in rounds for d in added.documents] == ["second.txt"]


def test_what_is_renamed_grows_or_goes_in_a_watched_folder_stops_nothing(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "old.txt").write_text(LONG, encoding="utf-8")
    (folder / "link.txt").symlink_to(folder / "nowhere.txt")
    rounds = case.watch(folder, by="a", every=0.01, rounds=8)
    assert len(next(rounds).documents) == 1
    (folder / "old.txt").rename(folder / "new.txt")
    renamed = next(rounds)
    assert (renamed.documents, len(renamed.already), renamed.refused) == ((), 1, ())
    (folder / "new.txt").unlink()
    (folder / "last.txt").write_text(LONG + "It adjourned.", encoding="utf-8")
    assert [d.name for added in rounds for d in added.documents] == ["last.txt"]


TABLE = """AgtId,Agt,Dat,PPName,Con,Status,Part,ThrdPart
7,Accord on the ferry,03/05/2030,Lakes process,Lakes,Multiparty signed/agreed,"France, Arden, The Ferrymen",Chile
8,Accord on fish,3 May,Lakes process,Lakes,Multiparty signed/agreed,France,
10, Accord on reeds ,2030-05-04,Lakes process,Lakes,,,
11,,04/05/2030,Lakes process,Lakes
9,Accord on the moon,01/01/2031,Moon process,Moon,Status unclear,Chile,
"""


def test_agreements_of_a_table_are_documents_with_a_claim_each(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "pax.csv.gz"
    path.write_bytes(gzip.compress(b"\xef\xbb\xbf" + TABLE.encode()))
    entered = case.add_agreements(path, about="lakes", by="a")
    claim, other = entered.claims
    assert other.valid == on_day(dt.date(2030, 5, 4)).said("the table's date of the agreement")
    assert claim.valid is not None
    assert claim.valid.latest == dt.date(2030, 5, 3)
    assert claim.quotes[0].exact == "Accord on the ferry"
    assert getattr(claim.content, "parties", ()) == ("fra",)
    assert [r.item for r in entered.refused] == ["pax.csv.gz, line 3", "pax.csv.gz, line 5"]
    text = case.at().text(claim.documents[0]).content
    assert "Arden" in text
    assert "The Ferrymen" in text
    assert case.add_agreements(path, about="lakes", by="a").claims == ()
    case.verify()


def test_a_table_that_is_none_says_what_it_lacks(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("AgtId,Agt\n1,x\n", encoding="utf-8")
    with pytest.raises(BadArgument, match="Dat"):
        case.add_agreements(path, by="a")
    with pytest.raises(NotFound, match="CSV file"):
        case.add_agreements(tmp_path / "none.csv", by="a")
