"""What bodies set paragraph by paragraph: in capitals, in the infinitive, without a subject, several deeds at once."""

from goodoffices.reading.reader import read
from goodoffices.vocabulary.kinds import Provision, Statement
from goodoffices.vocabulary.when import from_edtf
from tests.reading.texts import text


def provisions(content: str, dated: str = "2014-03-12") -> list[tuple[str, str, str]]:
    """The words, force and last day of every provision."""
    claims = read(text(content), document="d", dated=from_edtf(dated)).claims
    return [
        (
            " ".join(c.quotes[0].exact.split()),
            c.content.force,
            str(c.content.deadline.latest) if c.content.deadline else "",
        )
        for c in claims
        if isinstance(c.content, Provision)
    ]


def acts(content: str) -> list[tuple[str, str]]:
    claims = read(text(content), document="d", dated=from_edtf("2014-03-12")).claims
    return [(c.content.speaker, c.content.act) for c in claims if isinstance(c.content, Statement)]


CAPITALS = (
    "The Security Council,\n\n"
    "1. EXPRESSES DEEP CONCERN at the fighting in the north, STRESSES that no truce will last without talks and "
    "DEMANDS that all groups lay down their arms by 30 April 2014;\n\n"
    "2. REQUESTS the Secretary-General to send a mission within 21 days and URGES the neighbours to lend support;\n\n"
    "3. ALSO CALLS ON the authorities to hold a vote.\n"
)


def test_operative_verbs_in_capitals_open_paragraphs_and_parts_of_them() -> None:
    assert provisions(CAPITALS) == [
        ("DEMANDS that all groups lay down their arms by 30 April 2014", "binding", "2014-04-30"),
        ("REQUESTS the Secretary-General to send a mission within 21 days", "called_for", "2014-04-02"),
        ("URGES the neighbours to lend support", "called_for", ""),
        ("ALSO CALLS ON the authorities to hold a vote", "called_for", ""),
    ]
    assert [act for _, act in acts(CAPITALS)] == ["accuse", "assess", "request", "request", "request", "request"]


INFINITIVES = (
    "THE PERMANENT COUNCIL OF THE ORGANIZATION OF AMERICAN STATES,\n\nCONSIDERING the grave crisis in Sylvania,\n\n"
    "RESOLVES:\n\n1. To condemn vehemently the coup of the guard against the government of Sylvania.\n\n"
    "2. To suspend Sylvania from its meetings.\n\n"
    "3. To reaffirm that Sylvania must keep to its treaties; and to urge all its neighbours to help.\n\n"
    "4. To instruct the Secretary General to report by June 30, 2014.\n"
)


def test_a_body_that_resolves_to_urge_urges() -> None:
    assert provisions(INFINITIVES) == [
        ("To suspend Sylvania from its meetings", "called_for", ""),
        ("Sylvania must keep to its treaties", "called_for", ""),
        ("to urge all its neighbours to help", "called_for", ""),
        ("To instruct the Secretary General to report by June 30, 2014", "called_for", "2014-06-30"),
    ]
    assert [act for _, act in acts(INFINITIVES)] == ["accuse", "announce", "support", "request", "request"]


LETTERED = (
    "Final communiqué on Sylvania\n\nThe Conference of Heads of State and Government of the Economic Community of West "
    "African States (ECOWAS) met on 4 May 2016 in Orlec.\n\nOn Sylvania, the Conference:\n\n"
    "a. calls for the adoption of a calendar by 25 June 2016 at the latest;\n\n"
    "b. asks the government to open talks;\n\nc. Invites the authorities to respect the law and to "
    "free all prisoners.\n"
)


def test_lettered_items_in_the_third_person_have_the_body_above_them_for_their_subject() -> None:
    assert provisions(LETTERED, "2016-05-05") == [
        ("calls for the adoption of a calendar by 25 June 2016 at the latest", "called_for", "2016-06-25"),
        ("asks the government to open talks", "called_for", ""),
        ("Invites the authorities to respect the law", "called_for", ""),
        ("to free all prisoners", "called_for", ""),
    ]
    assert len({speaker for speaker, _ in acts(LETTERED)}) == 1


AGREED = (
    "Joint communiqué on Sylvania\n\nThe foreign ministers of France and Poland met in Orlec. The ministers agreed:\n\n"
    "- To condemn the attack on the ferry;\n- To urge all groups in Sylvania to cease fire at once;\n"
    "- To send a joint mission within two weeks.\n\nThey further requested the Secretary-General to name an envoy.\n"
)


def test_what_ministers_agreed_to_do_is_set_and_what_they_only_condemn_is_not() -> None:
    assert [(words, force) for words, force, _ in provisions(AGREED)] == [
        ("To urge all groups in Sylvania to cease fire at once", "agreed"),
        ("To send a joint mission within two weeks", "agreed"),
        ("requested the Secretary-General to name an envoy", "called_for"),
    ]


DEEDS = (
    "The Security Council,\n\n"
    "1. Demands that all parties, in particular the crews, promptly allow aid, including medical aid, cease all "
    "shelling and enable the sick to leave, and underscores the need for the sides to agree on pauses;\n\n"
    "2. Stresses that, once cleared, no party will be permitted to enter the town;\n\n"
    "3. Takes note of the pledge by the League during its last meeting fully to clear the port;\n\n"
    "4. Deplores the decision of the League to close the port;\n\n"
    "5. Requests the Secretary-General to report in 30 days of its adoption and every 30 days thereafter, and "
    "expresses its intent to take further steps in the case of non-compliance.\n"
)


def test_each_deed_of_a_paragraph_and_each_duty_that_it_holds_is_a_provision() -> None:
    assert [words for words, _, _ in provisions(DEEDS)] == [
        "Demands that all parties, in particular the crews, promptly allow aid, including medical aid",
        "cease all shelling",
        "enable the sick to leave",
        "the sides to agree on pauses",
        "once cleared, no party will be permitted to enter the town",
        "the pledge by the League during its last meeting fully to clear the port",
        "Requests the Secretary-General to report in 30 days of its adoption and every 30 days thereafter",
        "expresses its intent to take further steps in the case of non-compliance",
    ]
    assert provisions(DEEDS)[6][2] == "2014-04-11"


def test_what_is_set_for_one_case_only_is_conditional() -> None:
    claims = read(text(DEEDS), document="d", dated=from_edtf("2014-03-12")).claims
    told = [c for c in claims if "non-compliance" in c.quotes[0].exact and isinstance(c.content, Provision)]
    assert [c.attribution.status for c in told] == ["conditional"]


def test_whoever_commands_sets_what_his_own_are_to_do() -> None:
    assert provisions("General Otto Brandt ordered all his units to hold their fire.") == [
        ("ordered all his units to hold their fire", "called_for", "")
    ]
