"""The forecasts of a case as a record that can be changed and scored elsewhere (YAML)."""

import yaml

from goodoffices.bargaining.forecast import Forecast
from goodoffices.desk.bargains.foretold import foretold
from goodoffices.record import Snapshot

HEAD = """\
# The forecasts of this case: expectations of its documents, each with its claim, and the office's own. An expectation
# without a number is given none. If you want hedges to count, say which probability a hedge is taken for: that is an
# assumption, and yours to change.
"""

ASSUMED = "# words: {likely: 0.7, unclear: 0.5}\n"


def forecasts_of(snapshot: Snapshot, *, proposals: bool = False) -> str:
    """A record of forecasts (YAML, see `read_forecasts`) with an entry for each the case holds; "" where it holds none.

    proposals: expectations that nobody has reviewed yet count too.
    """
    entries = [_entry(one.forecast) for one in foretold(snapshot, proposals=proposals)]
    if not entries:
        return ""
    listed = yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=100)
    return f"{HEAD}forecasts: 1\n{ASSUMED}record:\n{listed}"


def _entry(one: Forecast) -> dict[str, str]:
    told = {
        "what": one.what,
        "by": one.by,
        "made": one.made,
        "due": one.due,
        "hedge": one.hedge,
        "probability": "" if one.probability is None else str(one.probability),
        "came": {True: "yes", False: "no", None: ""}[one.came],
        "source": one.source,
    }
    return {key: value for key, value in told.items() if value}
