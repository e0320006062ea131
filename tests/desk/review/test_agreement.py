"""Agreement of coders, against worked examples that were published."""

from pathlib import Path

import pytest

from goodoffices import Case
from goodoffices.desk.review.agreement import cohen, krippendorff
from tests.desk.offices import amended, proposed


def test_cohens_kappa_of_a_published_table() -> None:
    # Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd edition (2003), table 18.1: two raters,
    # 100 subjects, three categories; agreement .89, by chance .66, kappa .68.
    rows = {"psychotic": (75, 1, 4), "neurotic": (5, 4, 1), "organic": (0, 0, 10)}
    table = {(one, other): n for one, counts in rows.items() for other, n in zip(rows, counts, strict=True)}
    observed, expected, kappa = cohen(table)
    assert (observed, expected) == pytest.approx((0.89, 0.66))
    assert kappa == pytest.approx(0.68, abs=0.005)


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [
        (("0100000010", "1110010000"), 0.095),  # A: binary data, two observers
        (("aabbdcccedda", "babbbccceddd"), 0.692),  # B: nominal data, two observers
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),  # C: four observers, some missing
    ],
)
def test_krippendorffs_alpha_of_published_tables(coders: tuple[str, ...], alpha: float) -> None:
    # Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A, B and C.
    units = [[value for value in unit if value != "."] for unit in zip(*coders, strict=True)]
    assert krippendorff(units) == pytest.approx(alpha, abs=0.0005)


def test_where_nothing_varies_neither_is_defined() -> None:
    assert cohen({("accepted", "accepted"): 9})[2] is None
    assert krippendorff([["accepted", "accepted"]] * 9) is None
    assert krippendorff([["accepted"], []]) is None


def test_two_coders_of_a_case_are_compared_on_what_both_judged_in_the_same_words(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        claims = proposed(case, tmp_path, 12)
        case.review(accept=claims[:7], reject=claims[7:10], by="Ann")
        case.review(accept=claims[:6], reject=claims[6:9], by="Bea")
        case.review(accept=claims[9:10], by="Bea")
        case.review(accept=claims[11:], by="Bea")  # nobody else judged it
        (pair,) = case.agreement().pairs
        assert pair.coders == ("Ann", "Bea")
        assert {(a, b): n for a, b, n in pair.table} == {
            ("accepted", "accepted"): 6,
            ("accepted", "rejected"): 1,
            ("rejected", "accepted"): 1,
            ("rejected", "rejected"): 2,
        }
        # By hand: agreement 8 of 10; by chance .7 x .7 + .3 x .3 = .58; (.8 - .58) / .42
        assert (pair.units, pair.observed, pair.expected) == pytest.approx((10, 0.8, 0.58))
        assert pair.kappa == pytest.approx(0.5238, abs=1e-4)


def test_an_amendment_finds_the_words_wanting_and_an_adjudication_is_no_coders(tmp_path: Path) -> None:
    with Case.new(tmp_path / "case") as case:
        one, two = proposed(case, tmp_path, 2)
        case.review(accept=[one, two], by="Ann")
        amended(case, one, "Bea")
        case.review(reject=[two], by="Bea")
        case.adjudicate(two, "accepted", "it stands in the paper", by="Dea")
        found = case.agreement()
        assert found.coders == ("Ann", "Bea")
        assert set(found.pairs[0].table) == {("accepted", "amended", 1), ("accepted", "rejected", 1)}
        assert case.agreement(["Ann", "Cem"]).units == 0
