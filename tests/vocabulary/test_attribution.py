"""Attribution folds into one status, and no hedge is lost on the way."""

from hypothesis import given

from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.quote import quote
from tests.strategies import attributions

CONDITION = quote("d", "should this scenario unfold", 0, 27)


@given(attributions)
def test_only_what_the_author_says_without_a_hedge_is_asserted(attribution: Attribution) -> None:
    plain = (attribution.source, attribution.certainty, attribution.polarity) == ("own", "certain", "affirmed")
    assert (attribution.status == "asserted") == plain


def test_the_order_of_the_fold_is_denied_conditional_hedge_source() -> None:
    everything = Attribution(source="reported", certainty="likely", polarity="denied", condition=CONDITION)
    assert everything.status == "denied"
    assert Attribution(source="reported", certainty="likely", condition=CONDITION).status == "conditional"
    assert Attribution(source="reported", certainty="likely").status == "likely"
    assert Attribution(source="reported").status == "reported"
