"""Where sentences begin and end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.reading.sentences import split
from tests.reading.texts import seed_1, text


def sentences(content: str) -> list[str]:
    return [" ".join(content[start:end].split()) for start, end in split(text(content))]


@pytest.mark.parametrize(
    "one",
    [
        "INSS Insight No. 170 was published.",
        "The U.S. Government and Mr. J. B. Smith agreed.",
        "The U.N. envoy met Gen. Haftar, i.e. the commander.",
        "They met at 10 a.m. on 3 Dec. 2010 in St. Petersburg.",
        "It grew by 2.5 per cent.",
    ],
)
def test_abbreviations_and_decimals_end_no_sentence(one: str) -> None:
    assert sentences(f"{one} They left.") == [one, "They left."]


def test_an_abbreviation_ends_a_sentence_when_a_usual_first_word_follows() -> None:
    assert sentences("He flew to the U.S. The talks failed.") == ["He flew to the U.S.", "The talks failed."]


def test_hard_wrapped_lines_are_one_sentence_and_headings_stand_alone() -> None:
    wrapped = (
        "Resolution 9 (1999)\n\nA SHORT HEADING\n\nThe parties met in the town of Ankor and agreed\n"
        "to keep the truce for\nanother week. They left."
    )
    assert sentences(wrapped) == [
        "Resolution 9 (1999)",
        "A SHORT HEADING",
        "The parties met in the town of Ankor and agreed to keep the truce for another week.",
        "They left.",
    ]


def test_numbers_and_bullets_of_items_are_no_part_of_their_sentences() -> None:
    listed = (
        "The Council,\n\n1. Calls upon both sides to stop;\n\n2. Decides:\n(a) to send observers;\n(b) to report.\n"
        "  • The first point.\n- A second one."
    )
    assert sentences(listed) == [
        "The Council,",
        "Calls upon both sides to stop;",
        "Decides:",
        "to send observers;",
        "to report.",
        "The first point.",
        "A second one.",
    ]


def test_a_full_stop_inside_quotation_marks_ends_the_sentence_after_them() -> None:
    assert sentences("He said “it has stalled.” She left. “Why?” he asked.") == [
        "He said “it has stalled.”",
        "She left.",
        "“Why?” he asked.",
    ]


def test_nothing_outside_the_main_spans_is_split() -> None:
    content = "Menu. Home. Real words here. More of them. Cookies. Contact."
    found = split(text(content, (content.index("Real"), content.index(" Cookies"))))
    assert [content[start:end] for start, end in found] == ["Real words here.", "More of them."]


def test_seed_1_has_27_sentences_and_the_heading_of_none() -> None:
    document = seed_1()
    found = split(document)
    assert len(found) == 27
    assert document.content[slice(*found[0])].startswith("On March 19, 2010, the Quartet")
    assert document.content[slice(*found[-1])].endswith("with remarkable skill.")


@given(st.text(alphabet="aB. \n1)(•“”?U,", max_size=200))
def test_sentences_are_ordered_disjoint_trimmed_and_hold_every_letter(content: str) -> None:
    found = split(text(content))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))
    assert all(content[s:e] == content[s:e].strip() != "" for s, e in found)
    outside = set(range(len(content))) - {i for s, e in found for i in range(s, e)}
    assert not any(content[i] in "?," for i in outside)


def test_a_paragraph_that_is_half_wrapped_goes_on_until_it_stops() -> None:
    long = (
        "5. Requests the Chief of Staff to continue his discussions with the Government of the country and the parties "
    )
    long += "concerned with a view to submitting a report by 10 June"
    assert sentences(f"{long}\n1982 on what is needed;\n\n6. Decides to remain seized.")[0].endswith(
        "10 June 1982 on what is needed;"
    )


def test_a_short_line_that_ends_in_a_small_word_goes_on() -> None:
    wide = "The committee has met every month since it was made, and it reports to both of the sides."
    found = sentences(f"{wide}\nThe board finished drafts of the\nSurvey of the Port.")
    assert found[-1] == "The board finished drafts of the Survey of the Port."


def test_a_number_with_a_dash_is_no_word_of_its_paragraph() -> None:
    words = "1:-The Meeting welcomed the truce.\n2- The Meeting urged calm.\n"
    assert [words[a:b] for a, b in split(text(words))] == ["The Meeting welcomed the truce.", "The Meeting urged calm."]
