"""Which endings search should take off: the choice of `record/search/fields.py`, measured for decision 0009.

Forms: words of the field with forms of theirs, written down by hand; each form is asked for, and what should be found
is every passage with any of the forms, as a search for whole words in the text finds it. Ranked: a provision is asked
for by its words, and the passages of reports that PeaceRep links to it should come first. Needs ../shared/corpora.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import tantivy
from tantivy import Document, Filter, Occur, Query, SchemaBuilder, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from goodoffices.record.search.passages import passages
from goodoffices.vocabulary.folding import fold
from goodoffices.vocabulary.text import Text

CORPORA = Path(__file__).parents[1] / ".." / "shared" / "corpora"
WAYS = {
    "none": (),
    "english": ("english",),
    "english, russian": ("english", "russian"),
    "english, french, spanish, russian": ("english", "french", "spanish", "russian"),
}
FORMS = {
    "en": (
        "settlement settlements",
        "negotiation negotiations negotiate negotiated negotiating",
        "agreement agreements",
        "withdraw withdrawal withdraws withdrawing",
        "condemn condemns condemned condemning",
        "violation violations violate violated violating",
        "party parties",
        "territory territories",
    ),
    "fr": (
        "accord accords",
        "négociation négociations",
        "conflit conflits",
        "territoire territoires",
        "engagement engagements",
        "international internationale internationaux internationales",
        "durable durables",
        "crise crises",
    ),
    "es": (
        "acuerdo acuerdos",
        "negociación negociaciones",
        "conflicto conflictos",
        "compromiso compromisos",
        "pueblo pueblos",
        "internacional internacionales",
        "sostenible sostenibles",
        "crisis",
    ),
    "ru": (
        "переговоры переговоров переговорам переговорах переговорами",
        "мир мира миру миром мире",
        "государство государства государств государствам государствами",
        "санкции санкций санкциям санкциями санкциях",
        "международный международная международное международных международного международной международным",
        "страна страны стран странам странами странах",
        "народ народа народов народу народам народы",
        "безопасность безопасности безопасностью",
    ),
}


def texts() -> Iterable[tuple[str, str]]:
    """Passages of the corpora by language."""
    files = [(path, "en") for path in sorted(CORPORA.glob("unsc_resolutions/*.txt"))]
    files += [(p, p.stem[-2:]) for p in sorted(CORPORA.glob("unga79_speeches/*.txt")) if p.stem[-2:] in FORMS]
    for path, language in files:
        content = unicodedata.normalize("NFC", path.read_text("utf-8", errors="replace"))
        text = Text(blob="0" * 64, recipe="benchmark/1", content=content, main=((0, len(content)),))
        for start, end in passages(text):
            yield language, content[start:end]


def analyzer(languages: tuple[str, ...]) -> TextAnalyzer:
    """The words of a folded text without the endings of these languages, one after the other."""
    built = TextAnalyzerBuilder(Tokenizer.whitespace())
    for language in languages:
        built = built.filter(Filter.stemmer(language))
    return built.build()


def indexed(held: list[str], way: TextAnalyzer) -> tuple[tantivy.Searcher, tantivy.Schema]:
    """The passages in memory, numbered."""
    built = SchemaBuilder()
    built.add_text_field("stems", tokenizer_name="way")
    built.add_unsigned_field("number", fast=True)
    schema = built.build()
    index = tantivy.Index(schema)
    index.register_tokenizer("way", way)
    writer = index.writer(50_000_000, 1)
    for number, passage in enumerate(held):
        writer.add_document(Document.from_dict({"stems": fold(passage), "number": number}, schema))
    writer.commit()
    index.reload()
    return index.searcher(), schema


def found(searcher: tantivy.Searcher, schema: tantivy.Schema, stems: list[str], limit: int) -> list[int]:
    """Numbers of the passages with any of these words, the best first."""
    terms = [(Occur.Should, Query.term_query(schema, "stems", stem)) for stem in stems]
    hits = searcher.search(Query.boolean_query(terms), limit).hits
    return [int(n or 0) for n in searcher.fast_field_values("number", [address for _, address in hits])]


def forms(held: list[tuple[str, str]]) -> None:
    """Recall and precision of one form for all forms, by language and way."""
    for language, lemmas in FORMS.items():
        among = [passage for spoken, passage in held if spoken == language]
        wanted = []
        for lemma in lemmas:
            whole = re.compile(rf"(?<!\w)(?:{lemma.replace(' ', '|')})(?!\w)", re.IGNORECASE)
            wanted.append({number for number, passage in enumerate(among) if whole.search(passage)})
        for name, languages in WAYS.items():
            way = analyzer(languages)
            searcher, schema = indexed(among, way)
            right = sought = given = 0
            for lemma, gold in zip(lemmas, wanted, strict=True):
                for form in lemma.split():
                    hits = set(found(searcher, schema, way.analyze(fold(form)), len(among)))
                    right, sought, given = right + len(hits & gold), sought + len(gold), given + len(hits)
            print(f"  {language}  {name:36} recall {right / sought:.3f}  precision {right / given:.3f}")


def ranked() -> None:
    """How often one of the passages linked to a provision is first, and how many are among the first ten."""
    country = json.loads((CORPORA / "peacerep_implementation" / "south_sudan_links.json").read_text("utf-8"))
    links: dict[str, set[str]] = {}
    for topic in country["countries"][0]["topics"]:
        for agreement in topic["agreements"]:
            for provision in agreement["provisions"]:
                linked = {s["text"] for report in provision["reports"] for s in report["segments"]}
                links.setdefault(provision["text"], set()).update(linked)
    asked = {words: linked for words, linked in links.items() if linked and len(words.split()) >= 3}
    held = sorted({segment for linked in links.values() for segment in linked})
    print(f"{len(asked)} provisions among {len(held)} passages")
    for name, languages in WAYS.items():
        way = analyzer(languages)
        searcher, schema = indexed(held, way)
        first = share = 0.0
        for words, linked in asked.items():
            top = [held[number] for number in found(searcher, schema, sorted(set(way.analyze(fold(words)))), 10)]
            first += bool(top) and top[0] in linked
            share += sum(one in linked for one in top) / min(10, len(linked))
        print(f"  {name:40} first right {first / len(asked):.3f}  recall among ten {share / len(asked):.3f}")


def main() -> None:
    """Both measures; nothing where the corpora are not at hand."""
    if not CORPORA.exists():
        print("no corpora at ../shared: nothing is measured")
        return
    held = list(texts())
    print(f"{len(held)} passages")
    forms(held)
    ranked()


if __name__ == "__main__":
    main()
