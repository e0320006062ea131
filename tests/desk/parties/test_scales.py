"""Issue scales in the record: harmony takes distances where positions say how the options lie."""

from pathlib import Path

import pytest

from goodoffices.desk.case import Case


def written(*scales: str) -> str:
    stances = (("arden", "share"), ("belm", "lease"), ("carn", "keep"))
    return "version: 1\nclaims:\n" + "\n".join(
        f"- {{id: {party}, note: by hand, valid: 2021-01-01, content: {{kind: position, party: {party}, issue: water, "
        f"stance: {stance}{f', scale: [{scale}]' if scale else ''}}}}}"
        for (party, stance), scale in zip(stances, scales, strict=True)
    )


@pytest.mark.parametrize(
    ("scales", "value", "used"),
    [  # on places 0, 1 and 2 of 0 to 4 the steps are 1 + 1 + 2; the most 4 + 4; without order all differ
        (("share, lease, keep, sell, flood", "", ""), 1 - 4 / 8, ("share", "lease", "keep", "sell", "flood")),
        (("", "", ""), 0, ()),
        (("share, lease, keep", "lease, share, keep", ""), 0, ()),
    ],
)
def test_harmony_takes_the_scale_that_positions_give(
    tmp_path: Path, scales: tuple[str, ...], value: float, used: tuple[str, ...]
) -> None:
    (tmp_path / "claims.yaml").write_text(written(*scales), encoding="utf-8")
    with Case.new(tmp_path / "case") as case:
        assert case.enter(tmp_path / "claims.yaml", by="test").refused == ()
        found = case.harmony("", case.at(), members=["arden", "belm", "carn"])
        (line,) = found.issues
        assert line.harmony.value == pytest.approx(value)
        assert line.scale == used
        assert case.harmony(
            "", case.at(), members=["arden", "belm", "carn"], scales={"water": ["keep", "share", "lease"]}
        )
