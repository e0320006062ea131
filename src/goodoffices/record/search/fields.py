"""The fields of the index, and queries in terms of them.

`words` has the words as they are written, folded; `stems` the same without the endings of inflection. The index holds
no sentence: only which word stands in which passage, and where that is. Words are always quoted from the record.
"""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from importlib.resources import files

import tantivy
from tantivy import Filter, Occur, Query, SchemaBuilder, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from goodoffices.record.search.query import All, Any, Beginning, Node, Not, Words

RECIPE = f"passages-1-tantivy-{version('tantivy')}"  # a new one for every change of fields, folding, passages

# Each stemmer leaves the letters of the other's script alone. English endings serve the other languages in Latin
# script too: measured in decision 0009.
STEMMERS = ("english", "russian")

_SCRIPTS = {"arabic": ("\u0620", "\u064a"), "hebrew": ("\u05d0", "\u05ea")}
_SHORTEST_BASE = 3  # letters that a particle leaves


@cache
def stemmer() -> TextAnalyzer:
    """Takes the endings of inflection off each word of a folded text."""
    built = TextAnalyzerBuilder(Tokenizer.whitespace())
    for language in STEMMERS:
        built = built.filter(Filter.stemmer(language))
    return built.build()


@cache
def schema() -> tantivy.Schema:
    """document: its id; seq: the log entry that added it; start, end: of the passage in its text."""
    built = SchemaBuilder()
    built.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    built.add_text_field("stems", tokenizer_name="stems", index_option="position")
    built.add_text_field("document", tokenizer_name="raw", index_option="basic")
    for name in ("seq", "start", "end"):
        built.add_unsigned_field(name, fast=True)
    return built.build()


def of_documents(documents: Iterable[str]) -> Query:
    """The passages of these documents."""
    return Query.term_set_query(schema(), "document", sorted(documents))


def restricted(query: Query, only: Query | None = None, never: Query | None = None) -> Query:
    """The query within some passages, or outside some, which leaves the order of what is found as it is."""
    parts = [(Occur.Must, query)]
    if only is not None:
        parts.append((Occur.Must, Query.const_score_query(only, 0.0)))
    if never is not None:
        parts.append((Occur.MustNot, never))
    return Query.boolean_query(parts) if len(parts) > 1 else query


def translated(node: Node | None) -> Query:
    """A query as the index understands it; None for all passages."""
    if node is None:
        return Query.all_query()
    if isinstance(node, Words):
        return _words(node)
    if isinstance(node, Beginning):
        return Query.regex_query(schema(), "words", f"{node.letters}.*")
    if isinstance(node, Any):
        return Query.boolean_query([(Occur.Should, translated(one)) for one in node.of])
    if isinstance(node, All):
        return Query.boolean_query([_occurring(one) for one in node.of])
    return Query.boolean_query([(Occur.Must, Query.all_query()), _occurring(node)])


def stems(words: Iterable[str]) -> list[str]:
    """The words without the endings of inflection, one for one."""
    return stemmer().analyze(" ".join(words))


def with_particles(word: str) -> frozenset[str]:
    """A word and how it is written with the particles of its language; the word alone for scripts that part them."""
    script = next((name for name, (first, last) in _SCRIPTS.items() if first <= word[0] <= last), "")
    if not script:
        return frozenset((word,))
    bases = {word}
    for particle in _particles()[script]:
        if word.startswith(particle) and len(word) - len(particle) >= _SHORTEST_BASE:
            bases.add(word[len(particle) :])  # the word may have been copied with its article
            break
    return frozenset(particle + base for base in bases for particle in ("", *_particles()[script]))


def _occurring(node: Node) -> tuple[Occur, Query]:
    return (Occur.MustNot, translated(node.what)) if isinstance(node, Not) else (Occur.Must, translated(node))


def _words(node: Words) -> Query:
    if node.exact:
        return _in_order("words", node.words)
    if len(node.words) == 1 and node.words[0] > "\u0590":
        forms = with_particles(node.words[0])
        if len(forms) > 1:
            return Query.boolean_query([(Occur.Should, _in_order("words", (form,))) for form in sorted(forms)])
    found = _in_order("stems", stems(node.words))
    if node.joined:
        return Query.boolean_query([(Occur.Should, found), (Occur.Should, _in_order("stems", stems((node.joined,))))])
    return found


def _in_order(field: str, words: "list[str] | tuple[str, ...]") -> Query:
    if len(words) == 1:
        return Query.term_query(schema(), field, words[0])
    return Query.phrase_query(schema(), field, list(words))


@cache
def _particles() -> dict[str, tuple[str, ...]]:
    lines = (files(__package__) / "data" / "particles.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {script: tuple(words.split()) for script, words in rows}
