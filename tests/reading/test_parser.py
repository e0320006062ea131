"""The parse keeps the places of the stored text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.reading import parser
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.verbs import acts, inflected, verbs


@given(
    st.lists(st.sampled_from(["The", "Trio", "met", "in", "Lund,", "and", "left."]), min_size=1, max_size=12), st.data()
)
@settings(max_examples=30, deadline=None)
def test_every_word_of_a_tree_stands_where_it_says(words: list[str], data: st.DataObject) -> None:
    content = "".join(w + data.draw(st.sampled_from([" ", "\n", "  \n ", "\t"])) for w in words)
    (tree,) = parser.parse(content, [(0, len(content))])
    assert [content[a:b] for a, b in zip(tree.starts, tree.ends, strict=True)] == tree.text


def test_marks_of_footnotes_are_left_out_of_the_parse() -> None:
    flat, offsets = parser.folded("the letter,7 and\nthe map", (0, 24))
    assert flat == "the letter, and the map"
    assert len(flat) == len(offsets)


def test_a_finite_verb_joined_to_an_infinitive_goes_with_the_finite_one() -> None:
    words = "The Trio reaffirms its commitment to support the joint commission and looks forward to the talks."
    (tree,) = parser.parse(words, [(0, len(words))])
    looks, reaffirms = tree.low.index("looks"), tree.low.index("reaffirms")
    assert clauses.subject(tree, looks) == clauses.subject(tree, reaffirms) == tree.low.index("trio")


def test_a_long_clause_is_cut_to_the_length_of_a_quote() -> None:
    words = "Sylvania rejected " + ", ".join(["the very long list of further demands"] * 20) + "."
    (tree,) = parser.parse(words, [(0, len(words))])
    start, end = clauses.clause(tree, tree.low.index("rejected"))
    assert len(words[start:end].split()) <= clauses.QUOTE_WORDS


def test_a_capped_span_keeps_its_first_words() -> None:
    content = "one two three, four five six"
    assert content[slice(*clauses.capped(content, (0, len(content)), 4))] == "one two three"
    assert content[slice(*clauses.capped(content, (0, len(content)), 9))] == content


def test_the_lexicon_has_several_hundred_verbs_in_all_their_forms() -> None:
    assert len({v.lemma for v in verbs().values()}) > 200
    assert inflected("deny") == ("deny", "denies", "denied", "denying")
    assert inflected("say") == ("say", "says", "said", "saying")
    assert inflected("stress") == ("stress", "stresses", "stressed", "stressing")
    assert acts().nouns["refusal"] == "reject"


def test_a_dependent_that_is_the_first_word_is_found_as_any_other() -> None:
    words = "Borduria's position was that the map is wrong."
    (tree,) = parser.parse(words, [(0, len(words))])
    assert tree.child_or_pobj(tree.low.index("position"), ("poss",), ("of",)) == 0
