"""Parties: the table is whole, names are found, the order is neutral."""

from goodoffices.vocabulary.party import (
    Parties,
    Party,
    known_holders,
    known_memberships,
    known_parties,
    known_persons,
)


def test_every_member_of_the_united_nations_is_a_state() -> None:
    assert sum(1 for party in known_parties() if party.kind == "state" and "cldr" in party.codes) == 193


def test_names_are_the_cldrs_english_names() -> None:
    assert known_parties().name("rus") == "Russia"
    assert known_parties().name("qat") == "Qatar"


def test_a_party_nobody_has_named_is_shown_by_its_id() -> None:
    assert known_parties().name("person:nobody") == "person:nobody"


def test_parties_come_in_the_order_of_their_names() -> None:
    names = [party.name.casefold() for party in known_parties()]
    assert names == sorted(names)


def test_the_quartet_has_its_four_members_and_every_member_is_known() -> None:
    members = {m.member for m in known_memberships() if m.body == "quartet" and m.capacity == "member"}
    assert members == {"eu", "rus", "un", "usa"}
    assert all(m.member in known_parties() and m.body in known_parties() for m in known_memberships())


def test_every_parent_is_known() -> None:
    assert all(not party.parent or party.parent in known_parties() for party in known_parties())


def test_further_parties_do_not_rename_the_known_ones() -> None:
    parties = Parties([Party(id="rus", name="Russia", kind="state")])
    more = parties.with_more([Party(id="rus", name="R.", kind="state"), Party(id="p", name="P", kind="person")])
    assert (more.name("rus"), more.name("p")) == ("Russia", "P")


def test_persons_and_offices_are_whole_and_the_reader_is_not_told_of_them() -> None:
    everybody = known_parties().with_more(known_persons())
    assert all(person.parent in everybody for person in known_persons() if person.parent)
    assert all(h.office in known_persons() and h.person in known_persons() for h in known_holders())
    assert not any(person.id in known_parties() for person in known_persons())


def test_persons_offices_and_ministries_speak_for_whom_they_belong_to_and_states_for_themselves() -> None:
    held = Parties(
        [
            Party(id="arden", name="Arden", kind="state", parent="union"),
            Party(id="ministry", name="Ministry", kind="ministry", parent="arden"),
            Party(id="spokeswoman", name="Spokeswoman", kind="person", parent="ministry"),
            Party(id="ring", name="Ring", kind="person", parent="ring"),
        ]
    )
    assert held.speaks_for("spokeswoman", "arden")
    assert held.speaks_for("arden", "arden")
    assert not held.speaks_for("spokeswoman", "union")  # a state does not speak for what it belongs to
    assert not held.speaks_for("arden", "spokeswoman")
    assert not held.speaks_for("ring", "arden")
    assert not held.speaks_for("nobody", "arden")
