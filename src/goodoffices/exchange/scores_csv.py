"""A table of scores: party, issue, option, points. Rows with the issue 'reservation' give reservations.

Scores are what the option is worth to the party in points, weights already in them, as in scored teaching
games.
"""

import csv
import io

from goodoffices.bargaining.amounts import POINT, SHARE, Amount, number, whole
from goodoffices.bargaining.scenario import Issue, Scenario, Worth
from goodoffices.bargaining.soundness import sound
from goodoffices.bargaining.table import table
from goodoffices.errors import BadScenario
from goodoffices.exchange.shares import preferences

COLUMNS = ("party", "issue", "option", "points")
RESERVATION = "reservation"


def read_scores(text: str) -> Scenario:
    """The scenario of a CSV with the columns party, issue, option, points; an empty cell of points is
    unknown."""
    reader = csv.DictReader(io.StringIO(text))
    if reader.fieldnames is None or [name.strip() for name in reader.fieldnames] != list(COLUMNS):
        raise BadScenario("the first line is party,issue,option,points", reader.fieldnames, "Add it.")
    parties: dict[str, Amount] = {}
    options: dict[str, list[str]] = {}
    said: dict[tuple[str, str, str], Amount] = {}
    for row in reader:
        party, issue, option, value = (str(row[name] or "").strip() for name in reader.fieldnames)
        cell = f"line {reader.line_num}: {party}.{issue}.{option}"
        amount = whole(value, POINT, cell) if value else None
        parties.setdefault(party, 0)
        if issue == RESERVATION:
            parties[party] = amount
            continue
        if (party, issue, option) in said:
            raise BadScenario(f"{cell} stands once", value, "Remove one of the two lines.")
        said[party, issue, option] = amount
        listed = options.setdefault(issue, [])
        if option not in listed:
            listed.append(option)
    worths = [[Worth(i, tuple(said.get((p, i, o)) for o in listed)) for i, listed in options.items()] for p in parties]
    who, wants = preferences(list(parties), [[SHARE] * len(options)] * len(parties), worths, list(parties.values()))
    return sound(Scenario(who, tuple(Issue(i, tuple(o)) for i, o in options.items()), wants, title="Table of scores"))


def write_scores(scenario: Scenario) -> str:
    """The scores of `scenario`, weight times value. Raises BadScenario for linkages and uncertain cells."""
    if scenario.linkages:
        raise BadScenario("a table of scores has no linkages", scenario.linkages[0].id, "Write our own YAML instead.")
    numbers = table(scenario)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for p, party in enumerate(scenario.parties):
        for issue, rows in zip(scenario.issues, numbers.contributions, strict=True):
            for option, row in zip(issue.options, rows, strict=True):
                writer.writerow([party.id, issue.id, option, number(int(row[p]), POINT)])
        writer.writerow([party.id, RESERVATION, "", number(numbers.reservations[p], POINT)])
    return out.getvalue()
