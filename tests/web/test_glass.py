"""The axes of time in addresses."""

import datetime as dt

import pytest

from goodoffices.errors import BadDate
from goodoffices.web.glass import Glass, address, glass_in

DAY = dt.date(2010, 10, 15)


def test_an_address_gives_the_glass_it_was_made_from() -> None:
    moment = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.UTC)
    for known in (None, 0, 42, moment):
        for public in (None, DAY):
            glass = Glass(as_of=DAY, published_by=public, as_known=known, proposals=known == 42)
            assert glass_in(glass.query(), dt.date(2000, 1, 1)) == glass


def test_a_moment_without_a_zone_is_utc() -> None:
    found = glass_in({"as_known": "2026-11-22T10:00"}, DAY)
    assert found.as_known == dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.UTC)


def test_empty_parameters_are_left_out() -> None:
    assert address("/log", Glass(as_of=DAY), subject="", before=None) == "/log?as_of=2010-10-15"


@pytest.mark.parametrize("query", [{"as_of": "soon"}, {"published_by": "2010-13-01"}, {"as_known": "yesterday"}])
def test_what_is_no_day_or_moment_is_refused_with_an_example(query: dict[str, str]) -> None:
    with pytest.raises(BadDate, match="For example"):
        glass_in(query, DAY)
